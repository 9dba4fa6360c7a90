"""What files are called: the pattern, what it may hold, and names that every disk takes."""

import re
from pathlib import Path

import pytest

from samverkan_desktop.__main__ import main
from samverkan_desktop.services import file_name, group_writing
from samverkan_desktop.services.export import export
from samverkan_desktop.vocabulary import DocumentKind
from tests.services.year import Year, refused

ALLOWED = "{datum}, {dokument}, {grupp}, {avtal}, {år}, {nummer}."
OWN = "{dokument}_{grupp} {datum} möte {nummer} {år}"


def agenda(year: Year) -> str:
    meeting_id = year.meeting(1)
    (path,) = export(year.work, DocumentKind.AGENDA, year.folder / "ut", meeting_id=meeting_id)
    return path.name


def own(year: Year) -> int:
    from samverkan_desktop.services import agreement

    return agreement.named(year.work, None)


def test_the_programs_own_pattern(held: Year):
    assert file_name.pattern(held.work, own(held)) == "{datum}-{dokument}-{grupp}"
    assert agenda(held) == "2018-09-04-dagordning-styrgrupp.pdf"


def test_an_agreements_own_pattern_names_its_files(held: Year):
    file_name.set_pattern(held.work, own(held), OWN)
    assert agenda(held) == "dagordning-styrgrupp-2018-09-04-mote-1-2018-2019.pdf"
    held.work.undo()
    assert agenda(held) == "2018-09-04-dagordning-styrgrupp.pdf"


def test_the_programs_own_is_had_back_by_an_empty_one(held: Year):
    file_name.set_pattern(held.work, own(held), OWN)
    file_name.set_pattern(held.work, own(held), " ")
    assert file_name.pattern(held.work, own(held)) == file_name.DEFAULT


@pytest.mark.parametrize(
    ("pattern", "sentence"),
    [
        (
            "{datum}-{dokument}-{grupp}-{sida}",
            "{sida} går inte att använda. Välj bland " + ALLOWED,
        ),
        (
            "{datum:%Y}-{dokument}-{grupp}",
            "{datum} går inte att använda. Välj bland " + ALLOWED,
        ),
        (
            "{datum.year}-{dokument}-{grupp}",
            "{datum.year} går inte att använda. Välj bland " + ALLOWED,
        ),
        (
            "{datum-{dokument}",
            "{} går inte att använda. Välj bland " + ALLOWED,
        ),
        ("{dokument}", "Lägg till {datum}, {grupp}, annars får flera dokument samma namn."),
        (
            "{datum}{dokument}{grupp}" + "a" * 200,
            "Mönstret är för långt. Ta bort något av det, högst 120 tecken.",
        ),
    ],
)
def test_a_pattern_that_names_cannot_be_made_of_is_refused(held: Year, pattern: str, sentence: str):
    with refused(held, sentence, field="file_pattern"):
        file_name.set_pattern(held.work, own(held), pattern)


def test_every_name_is_plain_and_short_enough_for_a_disk(held: Year):
    values = dict.fromkeys(file_name.PARTS, "Åtgärder för å, ä & ö / <skolfrånvaro> " * 9)
    for pattern in ("", OWN, "{datum} {dokument} {grupp} {avtal} {år} {nummer}"):
        made = file_name.stem(pattern, values)
        assert re.fullmatch(r"[a-z0-9]+(-[a-z0-9]+)*", made)
        assert 60 < len(made) <= 120


def test_a_group_of_a_long_name_has_files(held: Year):
    name = "Arbetsgruppen för skolfrånvaro, elever med omfattande frånvaro och tidiga insatser " * 4
    group_writing.change(held.work, held.group_id, name=name)
    assert len(agenda(held)) < 130


def test_from_the_command_line(capsys: pytest.CaptureFixture[str], held: Year, tmp_path: Path):
    held.work.close()
    assert main(["file-names", str(held.path), "--set", OWN]) == 0
    assert main(["file-names", str(held.path)]) == 0
    said = capsys.readouterr().out.split("\n")
    assert OWN in said
    assert "{grupp} – gruppen, som styrgrupp" in said
    assert main(["file-names", str(held.path), "--set", "{sida}"]) == 2
    assert capsys.readouterr().err.startswith("{sida} går inte att använda.")
