"""The command line over an archive of two agreements: each is named where only one can be meant."""

import json
from pathlib import Path

import pytest

from samverkan_desktop.__main__ import main
from samverkan_desktop.services import archive
from tests.services import several
from tests.services.several import Several
from tests.services.year import open_year

Captured = pytest.CaptureFixture[str]


@pytest.fixture(scope="module")
def played(tmp_path_factory: pytest.TempPathFactory) -> Several:
    folder = tmp_path_factory.mktemp("several")
    path = folder / "several.samverkan"
    archive.create_archive(path)
    made = several.play(path, folder)
    made.work.close()
    return made


@pytest.fixture
def path(played: Several) -> Path:
    return played.year.path


def run(*arguments: object) -> int:
    return main([str(each) for each in arguments])


def test_the_agreements_are_told_with_key_title_and_validity(path: Path, capsys: Captured):
    assert run("agreements", path) == 0
    lines = [line.split("\t") for line in capsys.readouterr().out.splitlines()]
    assert [(key, validity) for key, _, validity in lines] == [
        ("trelleborg", "läsåren 2018/2019–2020/2021"),
        ("gemensam", "2018–2020"),
    ]


def test_every_agreement_is_checked(path: Path, capsys: Captured):
    run("check", path, "--on", "2018-12-10", "--json")
    found = json.loads(capsys.readouterr().out)
    assert {finding["agreement"][:15] for finding in found} == {"Samverkansavtal", "Överenskommelse"}


def test_the_agreement_is_named_where_several_could_be_meant(path: Path, capsys: Captured, tmp_path: Path):
    assert run("export", path, "follow-up", "--to", tmp_path / "ut") == 2
    said = capsys.readouterr().err.strip()
    assert said == "Arkivet har flera avtal. Ange vilket av dem: trelleborg, gemensam."
    assert not (tmp_path / "ut").exists()


def test_what_is_exported_is_of_the_agreement_that_is_named(path: Path, capsys: Captured, tmp_path: Path):
    assert run("export", path, "minutes", "--to", tmp_path, "--agreement", "gemensam", "--year", "2018") == 0
    assert len(capsys.readouterr().out.splitlines()) == 3


def test_what_is_exported_is_of_the_group_that_is_named(path: Path, capsys: Captured, tmp_path: Path):
    assert run("export", path, "calendar", "--to", tmp_path, "--group", "tva-plus-tva", "--year", "2018") == 0
    (written,) = capsys.readouterr().out.splitlines()
    assert Path(written).read_bytes().count(b"BEGIN:VEVENT") == 2


@pytest.mark.parametrize(
    ("arguments", "sentence"),
    [
        (("--agreement", "solna"), "Arkivet har inget avtal solna. De som finns är: trelleborg, gemensam."),
        (("--group", "styrgrupp"), "Flera avtal har en grupp styrgrupp. Ange också vilket avtal."),
        (
            ("--agreement", "gemensam", "--group", "norr"),
            "Det finns ingen grupp norr. De som finns är: styrgrupp, tva-plus-tva, lokal.",
        ),
    ],
)
def test_what_is_not_there_is_refused(
    path: Path, capsys: Captured, tmp_path: Path, arguments: tuple[str, ...], sentence: str
):
    assert run("export", path, "minutes", "--to", tmp_path, *arguments) == 2
    assert capsys.readouterr().err.strip() == sentence


def test_a_meeting_needs_no_agreement_named(path: Path, played: Several, capsys: Captured, tmp_path: Path):
    year = open_year(path, several.TODAY, tmp_path)
    meeting_id = Several(year, played.agreements, played.groups).meetings("lokal")[0]
    year.work.close()
    assert run("export", path, "minutes", "--to", tmp_path, "--meeting", meeting_id) == 0
    assert capsys.readouterr().out.strip().endswith("2018-11-06-minnesanteckningar-lokal.docx")
