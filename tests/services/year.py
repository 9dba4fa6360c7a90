"""A steering group's year, made through the use cases in an archive of its own whose clock stands still."""

import sqlite3
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass
from datetime import UTC, date, datetime, time
from pathlib import Path

import pytest

from samverkan_desktop.clock import FixedClock
from samverkan_desktop.errors import UserError
from samverkan_desktop.events import EventBus
from samverkan_desktop.rules.finding import Finding, Status
from samverkan_desktop.services import (
    agenda,
    agenda_builder,
    agreement,
    archive,
    attendance,
    call,
    check,
    commission,
    decision,
    deviation,
    group,
    meeting,
    minutes,
    minutes_checks,
    obligation,
    organisation,
    role,
    year_plan,
)
from samverkan_desktop.services.agenda import ItemRow
from samverkan_desktop.services.work_group import NewSeat, set_up_work_group
from samverkan_desktop.services.workspace import Workspace
from samverkan_desktop.vocabulary import DecisionKind, HolderState, Role, Topic

PERIOD, COMING = "2018/2019", "2019/2020"
DAYS = (
    date(2018, 9, 4),
    date(2018, 10, 16),
    date(2018, 12, 4),
    date(2019, 2, 5),
    date(2019, 3, 26),
    date(2019, 5, 28),
)
FIRST, LAST = DAYS[0], DAYS[-1]
#: Made up: a personal number and a coordination number whose check digits are right.
NUMBER, COORDINATION = "19121212-1212", "121272-1219"
FINISHED = "Anteckningarna är färdigställda. Öppna dem för rättelse innan något ändras."
CANCELLED = "Mötet är inställt, så inget kan ändras i det."
HOLDS_NUMBER = "Texten ser ut att innehålla ett personnummer. Ta bort det."


@dataclass
class Year:
    """The steering group with its archive, on a day that can be set; seats and parties by their keys."""

    work: Workspace
    clock: FixedClock
    path: Path
    folder: Path
    group_id: int = 0

    def at(self, day: date, hour: int = 12) -> None:
        self.clock.set(day, hour)

    @property
    def seats(self) -> dict[str, int]:
        chosen = next(row for row in group.groups(self.work) if row.id == self.group_id)
        return {seat.key: seat.id for seat in chosen.seats}

    @property
    def parties(self) -> dict[str, int]:
        return {party.key: party.id for party in organisation.parties(self.work)}

    def meeting(self, number: int, period: str = PERIOD) -> int:
        return next(row.id for row in meeting.listing(self.work, period) if row.number == number)

    def items(self, number: int) -> tuple[ItemRow, ...]:
        return agenda.items(self.work, self.meeting(number))

    def item(self, number: int, heading: str = "En fråga") -> int:
        return agenda.add_item(self.work, self.meeting(number), heading)

    def decide(
        self, number: int, text: str = "Ett beslut.", kind: DecisionKind = DecisionKind.DECISION
    ) -> int:
        return decision.take(self.work, self.item(number), text, kind=kind)

    def give(self, number: int, /, due: date = DAYS[4], **values: object) -> int:
        told: dict[str, object] = {"responsible": "Kvalitetschef", "how": "Skriftlig rapport"}
        title = str(values.pop("title", "Kartläggning"))
        return commission.give(self.work, self.decide(number), title, due=due, **(told | values))  # type: ignore[arg-type]  as a form gives them

    def crew(self, number: int, name: str = "Skolfrånvaro") -> int:
        members = [NewSeat(self.parties[key], f"Funktion {key}") for key in ("BF", "SF")]
        return set_up_work_group(
            self.work, self.decide(number), name, "Frånvaron ökar.", members, convenor=0, secretary=1
        )

    def assign(self, convenor: str, secretary: str, period: str = PERIOD, decided: int | None = None) -> None:
        holders = {Role.CONVENOR: self.seats[convenor], Role.SECRETARY: self.seats[secretary]}
        role.assign_roles(self.work, self.group_id, holders, period, decision_id=decided)

    def demand(self, kind: str, /, group_key: str = "styrgrupp", **data: object) -> int:
        """Read one more obligation out of the agreement's first clause."""
        clause = agreement.clauses(self.work, 1)[0]
        return obligation.add_obligation(self.work, clause.id, kind, data, group_key)

    def deviate(self, day: date = date(2018, 11, 6), **values: str) -> int:
        told = {
            "reported_by": "Förskola",
            "arose_in": "Grundskola",
            "line_manager": "Förskolechef",
            "description": "Oklart vem som kallar.",
        }
        return deviation.report(self.work, 1, reported_on=day, **(told | values))

    def call(self, number: int, day: date | None = None) -> tuple[Path, ...]:
        meeting_id = self.meeting(number)
        agenda_builder.build(self.work, meeting_id)
        if day is not None:
            self.at(day)
        return call.send(self.work, meeting_id, self.folder / "kallelser")

    def hold(self, number: int) -> int:
        meeting_id = self.meeting(number)
        agenda_builder.build(self.work, meeting_id)
        self.at(DAYS[number - 1], 16)
        meeting.begin(self.work, meeting_id)
        attendance.note_everyone_present(self.work, meeting_id)
        return meeting_id

    def finish(self, number: int) -> int:
        meeting_id = self.meeting(number)
        leave(self.work, meeting_id)
        minutes.finish(self.work, meeting_id)
        return meeting_id

    def found(self, rule: str, on: date | None = None) -> list[Finding]:
        return [finding for finding in check.findings(self.work, on) if finding.rule == rule]

    def statuses(self, rule: str, on: date | None = None) -> list[Status]:
        return [finding.status for finding in self.found(rule, on)]


def topic_item(year: Year, number: int, topic: Topic) -> int:
    return next(row.id for row in year.items(number) if row.topic is topic)


def leave(work: Workspace, meeting_id: int) -> None:
    """Leave texts that are missing as they are in a meeting's minutes: a test is about something else."""
    rows = minutes_checks.checks(work, meeting_id)
    texts = ("notes", "executor")
    left = [(row.check, row.place) for row in rows if row.check in texts and not row.reason]
    if left:
        minutes_checks.waive(work, meeting_id, left, "Hör inte hit.")


def contents(path: Path) -> dict[str, list[object]]:
    """Return every row of every table of an archive."""
    with closing(sqlite3.connect(f"file:{path}?mode=ro", uri=True)) as connection:
        names = [
            name
            for (name,) in connection.execute("SELECT name FROM sqlite_master WHERE type = 'table'")
            if not name.startswith("sqlite_")
        ]
        return {name: connection.execute(f"SELECT * FROM {name}").fetchall() for name in names}  # noqa: S608  names of our own tables


def state(path: Path) -> dict[str, list[object]]:
    """Return what an archive holds, without its history, the bytes papers leave behind, and files written.

    Undo cannot take a file back, and leaves its record alone.
    """
    beside = ("journal_entry", "journal_change", "attachment_content", "exported_file")
    return {name: sorted(rows, key=repr) for name, rows in contents(path).items() if name not in beside}


@contextmanager
def refused(year: Year, message: str, *, field: str | None = None, rule: str | None = None) -> Iterator[None]:
    """Prove that what is tried inside is refused with a sentence, at a field, and leaves no trace."""
    before = contents(year.path)
    with pytest.raises(UserError) as caught:
        yield
    assert message in caught.value.message
    assert (caught.value.field, caught.value.rule) == (field, rule)
    assert contents(year.path) == before


def open_year(path: Path, day: date, folder: Path, events: EventBus | None = None) -> Year:
    """Open an archive on a day, without making backups of it."""
    clock = FixedClock(datetime(2018, 6, 11, tzinfo=UTC))
    clock.set(day)
    work = archive.open_archive(path, clock, events, keep_backups=False)
    groups = group.groups(work)
    return Year(work, clock, path, folder, groups[0].id if groups else 0)


def fill_seats(year: Year) -> None:
    for key, seat_id in year.seats.items():
        group.set_holder(
            year.work, seat_id, HolderState.ORDINARY, date(2018, 7, 1), name=f"Namn {key}",
            email=f"{key.lower()}@example.org",
        )  # fmt: skip


def plan_year(year: Year) -> None:
    year_plan.draft(year.work, year.group_id, PERIOD, DAYS, starts=time(13), ends=time(15), place="Rådhuset")


def hold_first(year: Year) -> None:
    year.call(1, date(2018, 8, 28))
    meeting_id = year.hold(1)
    chosen = decision.take(
        year.work, topic_item(year, 1, Topic.ROLES), "Roller utses.", kind=DecisionKind.ELECTION
    )
    year.assign("F4", "F6", decided=chosen)
    decided = decision.take(
        year.work, topic_item(year, 1, Topic.YEAR_PLAN), "Planen fastställs.", kind=DecisionKind.PLAN
    )
    plan = year_plan.plan_row(year.work, year.group_id, PERIOD)
    assert plan is not None
    year_plan.decide(year.work, plan.id, decided)
    assert meeting_id


def finish_first(year: Year) -> None:
    agenda.write_notes(year.work, year.items(1)[0].id, "Mötet öppnades.")
    year.finish(1)


#: Each stage goes on from the one before: its name, its day, and what is done.
STAGES: tuple[tuple[str, date, Callable[[Year], None]], ...] = (
    ("adopted", date(2018, 8, 20), fill_seats),
    ("planned", date(2018, 8, 20), plan_year),
    ("held", date(2018, 8, 20), hold_first),
    ("finished", FIRST, finish_first),
)


def demand_meetings(year: Year, **parameters: object) -> None:
    """Let the agreement demand meetings of the steering group in another way than its own."""
    (chosen,) = (
        each
        for clause in agreement.clauses(year.work, 1)
        for each in clause.obligations
        if each.kind == "meeting_frequency"
    )
    obligation.change_obligation(year.work, chosen.id, parameters)


def tie_role(year: Year, role: str, *keys: str) -> None:
    """Let the agreement tie a role of the steering group to functions; no role is to be given any more."""
    for clause in agreement.clauses(year.work, 1):
        for each in clause.obligations:
            if each.kind in ("role_term", "role_parties", "role_membership"):
                obligation.remove_obligation(year.work, each.id)
    (group_key,) = {row.key for row in group.groups(year.work) if row.id == year.group_id}
    first = agreement.clauses(year.work, 1)[0]
    told = {"role": role, "seats": list(keys)}
    obligation.add_obligation(year.work, first.id, "role_function", told, group_key)


def only_a_chair(year: Year) -> None:
    """Let the agreement know one role of the steering group: a chair, given for a term of office."""
    for clause in agreement.clauses(year.work, 1):
        for each in clause.obligations:
            if each.kind in ("role_term", "role_parties", "role_membership"):
                obligation.remove_obligation(year.work, each.id)
    (group_key,) = {row.key for row in group.groups(year.work) if row.id == year.group_id}
    first = agreement.clauses(year.work, 1)[0]
    told = {"roles": ["chair"], "term": "election_period"}
    obligation.add_obligation(year.work, first.id, "role_term", told, group_key)
