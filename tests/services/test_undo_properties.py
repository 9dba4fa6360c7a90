"""Whatever is done at a meeting, in whatever order: undone it is where one began, redone where one was."""

import shutil
import sqlite3
import tempfile
from collections.abc import Callable, Sequence
from contextlib import closing, suppress
from datetime import date
from pathlib import Path

from hypothesis import given, settings
from hypothesis import strategies as st

from samverkan_desktop.errors import UserError
from samverkan_desktop.services import (
    agenda,
    agenda_builder,
    agenda_order,
    attendance,
    commission,
    decision,
    meeting,
    minutes,
    task,
)
from samverkan_desktop.vocabulary import AttendanceStatus, ReportKind
from tests.services.year import Year, leave, open_year, state

#: A step, and two numbers that choose what it is done to and how.
Step = tuple[str, int, int]
NOTES = (
    "",
    "Rapporten",
    "Rapporten föredrogs",
    "Rapporten föredrogs.\n- Närvaron ökar.\n" + "Frågan bereds. " * 30,
    "Inledning.\nRapporten föredrogs.\n- Närvaron minskar.\n" + "Frågan bereds. " * 30,
)


def pick(things: Sequence[int], number: int) -> int:
    """Choose one of some; where there are none, what is tried is refused."""
    if not things:
        raise UserError("Det finns inget att välja.")
    return things[number % len(things)]


def item(year: Year, number: int) -> int:
    return pick([row.id for each in (1, 2) for row in year.items(each)], number)


def decided(year: Year, number: int) -> int:
    return pick([row.id for row in decision.log(year.work)], number)


def given_one(year: Year, number: int) -> int:
    return pick([row.id for row in commission.listing(year.work)], number)


def noted(year: Year, number: int) -> int:
    return pick([row.id for row in task.listing(year.work)], number)


def seat_entry(year: Year, number: int) -> int:
    return pick([row.id for row in attendance.rows(year.work, year.meeting(1))], number)


def give(year: Year, a: int, b: int) -> None:
    commission.give(
        year.work, decided(year, a), f"Kartläggning {b}", responsible="Kvalitetschef",
        how="Skriftlig rapport", due=date(2019, 5, 28),
    )  # fmt: skip


STEPS: dict[str, Callable[[Year, int, int], object]] = {
    "build": lambda year, a, *_: agenda_builder.build(year.work, year.meeting(1 + a % 2)),
    "add": lambda year, a, b: agenda.add_item(
        year.work, year.meeting(1 + a % 2), f"Fråga {b}", position=b or None
    ),
    "rename": lambda year, a, b: agenda.change_item(year.work, item(year, a), heading=f"Ny rubrik {b}"),
    "move": lambda year, a, b: agenda_order.move_item(year.work, item(year, a), b + 1),
    "remove": lambda year, a, *_: agenda_order.remove_item(year.work, item(year, a)),
    "notes": lambda year, a, b: agenda.write_notes(year.work, item(year, a), NOTES[b % len(NOTES)]),
    "attend": lambda year, a, b: attendance.note(
        year.work, seat_entry(year, a), list(AttendanceStatus)[b % len(AttendanceStatus)]
    ),
    "decide": lambda year, a, b: decision.take(year.work, item(year, a), f"Beslut {b}."),
    "redecide": lambda year, a, b: decision.change(year.work, decided(year, a), text=f"Ändrat {b}."),
    "undecide": lambda year, a, *_: decision.remove(year.work, decided(year, a)),
    "give": give,
    "report": lambda year, a, b: commission.report(
        year.work, given_one(year, a), item(year, b), kind=list(ReportKind)[b % len(ReportKind)]
    ),
    "approve": lambda year, a, b: commission.approve(year.work, given_one(year, a), decided(year, b)),
    "task": lambda year, a, b: task.note(year.work, item(year, a), f"Uppgift {b}", responsible="Rektor"),
    "done": lambda year, a, *_: task.done(year.work, noted(year, a)),
    "begin": lambda year, *_: meeting.begin(year.work, year.meeting(2)),
    "finish": lambda year, _, b: minutes.finish(year.work, year.meeting(1), f"Rättelse {b}"),
    "leave": lambda year, *_: leave(year.work, year.meeting(1)),
    "reopen": lambda year, *_: minutes.reopen(year.work, year.meeting(1)),
    "undo": lambda year, *_: year.work.undo(),
    "redo": lambda year, *_: year.work.redo(),
}
sequences = st.lists(st.tuples(st.sampled_from(sorted(STEPS)), st.integers(0, 30), st.integers(0, 7)),
                     min_size=3, max_size=14)  # fmt: skip


def depth(path: Path) -> int:
    """Return how many entries of the history are in force."""
    with closing(sqlite3.connect(f"file:{path}?mode=ro", uri=True)) as connection:
        return int(connection.execute("SELECT count(*) FROM journal_entry WHERE NOT undone").fetchone()[0])


def carry_out(year: Year, steps: Sequence[Step], first: int) -> dict[int, dict[str, list[object]]]:
    """Carry steps out, those that are refused apart; returns the archive as it was at each depth."""
    seen = {first: held(year.path)}
    for name, a, b in steps:
        if name == "undo" and depth(year.path) == first:
            continue
        with suppress(UserError):
            STEPS[name](year, a, b)
        now = depth(year.path)
        if name in ("undo", "redo"):
            assert held(year.path) == seen[now]
        seen[now] = held(year.path)
    return seen


def held(path: Path) -> dict[str, list[object]]:
    """Return what an archive holds; which item is open is a clock running, and not undone."""
    return {name: rows for name, rows in state(path).items() if name != "item_opening"}


def walk(year: Year, step: Callable[[Year], object], by: int, until: int, seen: dict[int, object]) -> None:
    """Undo or redo to a depth, and find at each what was there."""
    for at in range(depth(year.path) + by, until + by, by):
        step(year)
        assert held(year.path) == seen[at]


def undo(year: Year) -> None:
    assert year.work.undo() is not None


def redo(year: Year) -> None:
    assert year.work.redo() is not None


@settings(derandomize=True, deadline=None, max_examples=15)
@given(steps=sequences)
def test_whatever_is_done_is_undone_and_redone_also_across_a_restart(
    templates: dict[str, Path], steps: Sequence[Step]
):
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "prov.samverkan"
        shutil.copyfile(templates["held"], path)
        year = open_year(path, date(2018, 9, 4), Path(folder))
        first = depth(path)
        seen: dict[int, object] = dict(carry_out(year, steps, first))
        last = depth(path)
        walk(year, undo, -1, first, seen)
        walk(year, redo, 1, last, seen)
        walk(year, undo, -1, (first + last) // 2, seen)
        year.work.close()
        year = open_year(path, date(2018, 9, 3), Path(folder))
        walk(year, undo, -1, first, seen)
        walk(year, redo, 1, last, seen)
        year.work.close()
