import random
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from samverkan_desktop.errors import EnvironmentFault
from samverkan_desktop.services import (
    adoption,
    agreement,
    agreement_term,
    clause,
    group_writing,
    indicator,
    numbering,
    obligation,
    preset,
    preset_writer,
    routine_step,
    seat,
)
from samverkan_desktop.services.preset_reader import parse
from samverkan_desktop.services.preset_tables import Preset
from samverkan_desktop.vocabulary import Grade, GroupKind, Numbering
from tests.services.sample_preset import TEXT
from tests.services.test_agreement_writing import begun
from tests.services.year import DAYS, Year, refused, state


def saved(year: Year, agreement_id: int = 1, name: str = "") -> Preset:
    path = year.folder / "mall.toml"
    preset_writer.save(year.work, agreement_id, path, name)
    return preset.read(path)


@pytest.mark.parametrize("path", preset.shipped(), ids=lambda path: path.stem)
def test_every_shipped_preset_comes_out_of_the_archive_as_it_went_in(empty: Year, path: Path):
    source = preset.read(path)
    adoption.adopt(empty.work, str(path))
    assert saved(empty, name=source.agreement.name) == source


def test_a_preset_with_every_table_comes_out_as_it_went_in(empty: Year, tmp_path: Path):
    path = tmp_path / "prov.toml"
    path.write_text(TEXT, encoding="utf-8")
    adoption.adopt(empty.work, str(path))
    assert saved(empty, name="Provmodellen") == preset.read(path)


def test_a_routines_steps_and_an_indicators_target_come_into_the_registers(empty: Year, tmp_path: Path):
    path = tmp_path / "prov.toml"
    path.write_text(TEXT.replace("target = 92.5", "target = 92"), encoding="utf-8")
    adoption.adopt(empty.work, str(path))
    one, two = (routine_step.listing(empty.work, number) for number in (1, 2))
    assert [(each.position, each.activity, each.responsible) for each in (*one, *two)] == [
        (1, "Anmälan skrivs", "Rektor"),
        (2, "Återkoppling ges", ""),
        (1, "Möte hålls", "Enhetschef"),
    ]
    assert indicator.listing(empty.work, 1)[0].target == 92.0


def test_steps_are_given_away_in_the_order_they_have(empty: Year, tmp_path: Path):
    path = tmp_path / "prov.toml"
    path.write_text(TEXT, encoding="utf-8")
    adoption.adopt(empty.work, str(path))
    routine_step.move(empty.work, 2, 1)
    steps = saved(empty).registers.routines[0][1]
    assert [each.activity for each in steps] == ["Återkoppling ges", "Anmälan skrivs"]


def test_how_a_group_numbers_its_decisions_is_in_the_file(adopted: Year):
    numbering.change(
        adopted.work, 1, numbering=Numbering.RUNNING, number_prefix="§", number_start=60, sub_numbers=True
    )
    group = saved(adopted).groups[0][0]
    assert (group.numbering, group.number_prefix, group.number_start, group.sub_numbers) == (
        Numbering.RUNNING, "§", 60, True,
    )  # fmt: skip


def test_what_was_written_in_the_archive_is_in_the_file(adopted: Year):
    made = clause.add_clause(adopted.work, 1, "T28", "", 'Så: "citat", \\ och\nny rad.')
    obligation.add_obligation(
        adopted.work, made, "vacancy", {}, group_kind=GroupKind.WORK_GROUP, grade=Grade.SHOULD
    )
    first = seat.add(adopted.work, 1, adopted.parties["SF"], "Enhetschef", places=2)
    seat.change(adopted.work, adopted.seats["F4"], deputy_for_id=first[0])
    read = saved(adopted)
    table, (written,) = read.clauses[-1]
    assert (table.text, table.heading) == ('Så: "citat", \\ och\nny rad.', "")
    assert (written.group_kind, written.grade) == (GroupKind.WORK_GROUP, Grade.SHOULD)
    seats = {each.key: each for each in read.groups[0][1]}
    assert (seats["enhetschef"].function, seats["enhetschef"].places) == ("Enhetschef", 2)
    assert seats["F4"].deputy_for == "enhetschef"


def test_the_newest_version_is_what_is_given_away(adopted: Year):
    version = agreement_term.revise(adopted.work, 1, date(2019, 7, 1), "Nytt.")
    first = agreement.clauses(adopted.work, 1, version)[0]
    clause.change_clause(adopted.work, first.id, text="Ny lydelse.")
    assert saved(adopted).clauses[0][0].text == "Ny lydelse."


def test_what_has_happened_stays_behind(held: Year):
    before = saved(held)
    held.crew(1)
    seat.end(held.work, held.seats["F1"], DAYS[1])
    read = saved(held)
    assert [group.key for group, _ in read.groups] == ["styrgrupp"]
    assert [each.key for each in read.groups[0][1]] == ["F2", "F3", "F4", "F5", "F6", "F7", "F8"]
    assert read.clauses == before.clauses


def test_a_closed_group_goes_with_what_concerned_it(adopted: Year):
    made = group_writing.add(adopted.work, 1, GroupKind.OFFICIALS, "Tjänstemän")
    chosen = agreement.clauses(adopted.work, 1)[0].id
    obligation.add_obligation(adopted.work, chosen, "vacancy", {}, "tjansteman")
    group_writing.close(adopted.work, made, date(2018, 8, 1))
    assert saved(adopted).clauses[0][1] == ()


def test_saving_changes_nothing_in_the_archive(adopted: Year):
    before = state(adopted.path)
    saved(adopted)
    assert state(adopted.path) == before


def test_an_agreement_with_nothing_in_it_is_no_preset_yet(empty: Year, tmp_path: Path):
    made = begun(empty)
    with refused(empty, "Avtalet behöver minst en part, en grupp och ett stycke för att bli en mall."):
        preset_writer.save(empty.work, made, tmp_path / "mall.toml")


def test_no_archive_is_written_over(adopted: Year):
    with refused(adopted, "prov.samverkan slutar inte på .toml. Välj ett annat namn."):
        preset_writer.save(adopted.work, 1, adopted.path)


def test_a_folder_that_is_not_there_is_told(adopted: Year, tmp_path: Path):
    with pytest.raises(EnvironmentFault):
        preset_writer.save(adopted.work, 1, tmp_path / "borta" / "mall.toml")


# --- The text ---


def test_the_file_explains_itself_in_a_steady_order():
    read = parse("prov.toml", TEXT)
    text = preset_writer.render(read)
    assert text.startswith("# Provavtalet.\n#\n# Filen är avtalet som åtaganden.")
    assert 'kind = "meeting_frequency" # ' in text
    assert preset_writer.render(parse("prov.toml", text)) == text
    headings = [line[6:14] for line in text.splitlines() if line.startswith("# --- ")]
    assert headings[:4] == ["Parterna", "Grupperna"[:8], "Områden:", "Avtalet,"]


def test_a_long_clause_is_broken_so_that_it_can_be_read():
    long = "Styrgruppen har det övergripande ansvaret för att skapa goda förutsättningar. " * 4
    text = preset_writer.render(with_clause(long.strip()))
    assert max(len(line) for line in text.splitlines()) <= 110


def with_clause(words: str) -> Preset:
    read = parse("prov.toml", TEXT)
    table, obligations = read.clauses[0]
    return replace(read, clauses=((replace(table, text=words), obligations), *read.clauses[1:]))


@pytest.mark.parametrize("seed", range(20))
def test_whatever_a_clause_says_is_read_as_it_was_written(seed: int):
    chance = random.Random(seed)  # noqa: S311  no secret
    signs = ('"', '""', '"""', "\\", "\\n", "\n", "\n\n", "\t", "  ", "#", "[[clause]]", "'''", "\ue000")
    parts = (*signs, "ord", "å" * 120, " " * 105, "lång text " * 12, "a b " * 30)
    words = "x" + "".join(chance.choice(parts) for _ in range(chance.randrange(1, 40))) + "x"
    wanted = with_clause(words)
    assert parse("prov.toml", preset_writer.render(wanted)) == wanted
