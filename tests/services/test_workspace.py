"""Undo and redo through the use cases, one writer at a time, and archives opened to be read."""

import shutil
from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path

import pytest

from samverkan_desktop.errors import UserError
from samverkan_desktop.events import ArchiveChanged, EventBus
from samverkan_desktop.rules.finding import Finding
from samverkan_desktop.services import (
    adoption,
    agenda,
    archive,
    check,
    decision,
    history,
    meeting,
    minutes,
    year_plan,
)
from samverkan_desktop.vocabulary import DecisionKind, MeetingKind
from tests.services.year import DAYS, PERIOD, Year, contents, open_year, refused, state

CHECKED = (date(2018, 10, 1), date(2019, 2, 10), date(2019, 6, 30), date(2021, 7, 1))


@pytest.fixture
def played(played_year: Path, tmp_path: Path) -> Iterator[Year]:
    """The whole example year, in a copy."""
    path = tmp_path / "spelat.samverkan"
    shutil.copyfile(played_year, path)
    year = open_year(path, date(2019, 6, 30), tmp_path)
    yield year
    year.work.close()


def found(year: Year) -> list[tuple[Finding, ...]]:
    return [check.findings(year.work, day) for day in CHECKED]


def test_everything_undone_is_empty_and_everything_redone_is_the_year(played: Year):
    before, findings = state(played.path), found(played)
    undone = 0
    while played.work.undo() is not None:
        undone += 1
    assert undone > 100
    assert not any(rows for name, rows in state(played.path).items() if name != "alembic_version")
    assert archive.verify(played.path) == []
    while played.work.redo() is not None:
        undone -= 1
    assert undone == 0
    assert state(played.path) == before
    assert found(played) == findings
    assert archive.verify(played.path) == []


def test_undo_survives_a_restart(played: Year):
    label = played.work.undo()
    played.work.close()
    again = open_year(played.path, date(2019, 6, 30), played.folder)
    assert again.work.undoable()[1] == label
    assert again.work.redo() == label
    again.work.close()


def adopt(year: Year) -> None:
    adoption.adopt(year.work, "trelleborg")


def draft(year: Year) -> None:
    year_plan.draft(year.work, year.group_id, PERIOD, DAYS)


def begin(year: Year) -> None:
    year.call(1)
    year.at(DAYS[0])
    meeting.begin(year.work, year.meeting(1))


def elect(year: Year) -> None:
    year.at(DAYS[1])
    with year.work.together("decision.take_effect", "Val"):
        chosen = decision.take(year.work, year.item(2), "Val.", kind=DecisionKind.ELECTION)
        year.assign("F5", "F4", decided=chosen)


def send(year: Year) -> None:
    minutes.send(year.work, year.meeting(1), year.folder)


@pytest.mark.parametrize(
    ("at", "do"),
    [
        ("empty", adopt),
        ("adopted", draft),
        ("planned", lambda year: year.call(1)),
        ("planned", begin),
        ("held", elect),
        ("held", lambda year: year.crew(1)),
        ("held", lambda year: year.give(1, interim=(DAYS[2],))),
        ("held", lambda year: year.finish(1)),
        ("finished", send),
        ("finished", lambda year: minutes.reopen(year.work, year.meeting(1))),
    ],
    ids=[
        "adopt", "draft", "call", "begin", "elect", "work group", "commission", "finish", "send", "reopen",
    ],
)  # fmt: skip
def test_it_can_be_undone_and_redone(stage: Callable[[str], Year], at: str, do: Callable[[Year], object]):
    year = stage(at)
    before, entries = state(year.path), len(history.entries(year.work))
    do(year)
    after = state(year.path)
    steps = len(history.entries(year.work)) - entries
    for _ in range(steps):
        assert year.work.undo()
    assert state(year.path) == before
    for _ in range(steps):
        assert year.work.redo()
    assert state(year.path) == after
    assert archive.verify(year.path) == []


def test_after_something_new_what_was_undone_cannot_be_redone(held: Year):
    held.item(1, "Först")
    held.work.undo()
    held.item(1, "I stället")
    assert held.work.undoable() == ("Punkten I stället lades till", None)
    assert held.work.redo() is None


def test_in_an_empty_archive_there_is_nothing_to_undo(empty: Year):
    assert empty.work.undoable() == (None, None)
    assert empty.work.undo() is None
    assert empty.work.redo() is None


def test_a_decision_number_that_was_undone_is_given_again(held: Year):
    held.decide(1)
    held.work.undo()
    taken = held.decide(1)
    assert next(row.number for row in decision.log(held.work) if row.id == taken) == "2018/19-03"


def test_changes_are_told_after_the_commit(held: Year):
    heard: list[ArchiveChanged] = []
    held.work.events.subscribe(heard.append)
    held.item(1, "Behov")
    held.work.undo()
    held.work.redo()
    assert [event.label for event in heard] == [
        "Punkten Behov lades till",
        "Ångrade: Punkten Behov lades till",
        "Gjorde om: Punkten Behov lades till",
    ]
    assert all("agenda_item" in event.rooms for event in heard)


def test_what_is_refused_is_told_to_nobody(held: Year):
    heard: list[ArchiveChanged] = []
    held.work.events.subscribe(heard.append)
    with pytest.raises(UserError):
        agenda.add_item(held.work, held.meeting(1), "")
    assert heard == []


def test_use_cases_done_together_may_be_so_inside_others(held: Year):
    before = state(held.path)
    with held.work.together("test.outer", "Allt"):
        held.item(1, "Ett")
        with held.work.together("test.inner", "Inre"):
            held.item(1, "Två")
        held.item(1, "Tre")
    assert held.work.undo() == "Allt"
    assert state(held.path) == before


def test_where_the_last_of_several_is_refused_none_is_done(held: Year):
    with refused(held, "Ange vad punkten gäller.", field="heading"), held.work.together("test", "Allt"):
        held.item(1, "Ett")
        with held.work.together("test.inner", "Inre"):
            held.item(1, "Två")
        agenda.add_item(held.work, held.meeting(1), "")


# --- One writer ---


def test_an_archive_is_open_for_writing_once(held: Year):
    with pytest.raises(UserError, match="Arkivet är redan öppet i ett annat fönster"):
        archive.open_archive(held.path, held.clock)
    assert archive.is_open(held.path)
    held.item(1, "Går fortfarande")


def test_a_closed_archive_can_be_opened_again(held: Year):
    held.work.close()
    assert not archive.is_open(held.path)
    again = open_year(held.path, DAYS[0], held.folder, EventBus())
    assert again.meeting(1)
    again.work.close()


def test_one_may_read_while_another_writes(held: Year):
    reader = archive.open_to_read(held.path, held.clock)
    held.item(1, "Nytt")
    assert "Nytt" in [item.heading for item in agenda.items(reader, held.meeting(1))]
    reader.close()


def test_what_is_open_for_reading_refuses_every_change(held: Year):
    made = held.meeting(1)
    held.work.close()
    reader = archive.open_to_read(held.path, held.clock)
    before = contents(held.path)
    for tried in (
        lambda: agenda.add_item(reader, made, "Ny"),
        lambda: minutes.finish(reader, made),
        lambda: meeting.cancel(reader, made),
        reader.undo,
        reader.redo,
    ):
        with pytest.raises(UserError, match="är öppnat för läsning, så inget kan ändras"):
            tried()
    assert contents(held.path) == before
    assert meeting.details(reader, made).kind is MeetingKind.ORDINARY
    reader.close()
