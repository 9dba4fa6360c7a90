"""Seats that sit at one meeting a year: called there and nowhere else, and present (R07).

Source: T13, T24.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from samverkan_desktop.i18n import mark, tr
from samverkan_desktop.periods import Period
from samverkan_desktop.rules import evidence
from samverkan_desktop.rules.facts import Facts, GroupFact, MeetingFact, SeatFact
from samverkan_desktop.rules.finding import Finding, Status
from samverkan_desktop.rules.last_meeting import LastMeeting, Stage, last_meeting
from samverkan_desktop.rules.obligation import Obligation, RuleKind
from samverkan_desktop.rules.parameter_fault import not_empty
from samverkan_desktop.rules.presence import is_vacant, represented
from samverkan_desktop.rules.wording import listed, shall
from samverkan_desktop.rules.years import years_of
from samverkan_desktop.vocabulary import AttendanceStatus, Grade, SeatAttendance


class Demand(StrEnum):
    """What is asked of the seats: to be called to the last meeting and no other, to be present at it."""

    CALLED = "called"
    PRESENT = "present"


@dataclass(frozen=True)
class DesignatedAttendance:
    """Parameters.

    Args:
        demands: what is asked of the seats that sit at the last meeting only; both unless it is said.
    """

    demands: tuple[Demand, ...] = (Demand.CALLED, Demand.PRESENT)

    def __post_init__(self) -> None:
        not_empty("demands", self.demands)


@dataclass(frozen=True)
class _Verdict:
    status: Status
    message: str
    mend: str = ""
    met: int = 0


def _seats(facts: Facts, group: GroupFact, day: date) -> list[SeatFact]:
    """Return the designated seats of a day that somebody holds, as far as is known."""
    return [
        seat
        for seat in facts.seats_of(group.id, day)
        if seat.attendance is SeatAttendance.DESIGNATED
        and seat.deputy_for_id is None
        and not is_vacant(facts, seat.id, day)
    ]


def _elsewhere(
    facts: Facts, group: GroupFact, period: Period, last: MeetingFact, seats: list[SeatFact]
) -> list[MeetingFact]:
    wanted = {seat.id for seat in seats}
    return [
        meeting
        for meeting in facts.meetings_in(group.id, period.label)
        if meeting.id != last.id and meeting.called_seat_ids & wanted
    ]


def _waiting(last: LastMeeting, period: Period, names: str) -> _Verdict | None:
    """Return the verdict where there is no meeting to look at."""
    if last.stage is Stage.UNKNOWN:
        text = tr(
            "{names} deltar i sista mötet {period}, som inte är planerat än.",
            names=names,
            period=period.label,
        )
        return _Verdict(Status.NOT_DUE, text)
    if last.stage is Stage.MISSED:
        text = tr(
            "Inget ordinarie möte hölls {period}, så {names} har inte deltagit.",
            names=names,
            period=period.label,
        )
        return _Verdict(Status.BREACHED, text)
    return None


def _names(seats: list[SeatFact], facts: Facts) -> str:
    return listed([evidence.seat_label(seat, facts) for seat in seats])


def _called(
    seats: list[SeatFact], last: MeetingFact, elsewhere: list[MeetingFact], facts: Facts, grade: Grade
) -> _Verdict:
    missing = [seat for seat in seats if seat.id not in last.called_seat_ids]
    met = len(seats) - len(missing)
    if elsewhere:
        astray = [seat for seat in seats if any(seat.id in each.called_seat_ids for each in elsewhere)]
        text = tr(
            "{names} är kallade till möte {days}, men deltar bara i sista mötet.",
            names=_names(astray, facts),
            days=listed([str(meeting.day) for meeting in elsewhere]),
        )
        return _Verdict(Status.BREACHED, text, tr("Kalla dem bara till årets sista möte."), met)
    if not missing:
        text = tr("{names} är kallade till sista mötet {day}.", names=_names(seats, facts), day=last.day)
        return _Verdict(Status.FULFILLED, text, met=met)
    names = _names(missing, facts)
    if last.called_on or last.held:
        text = tr("{names} är inte kallade till sista mötet {day}.", names=names, day=last.day)
        mend = "" if last.held else tr("Skicka kallelsen även till dem.")
        return _Verdict(Status.BREACHED, text, mend, met)
    text = tr("{names} {shall} kallas till sista mötet {day}.", names=names, shall=shall(grade), day=last.day)
    return _Verdict(Status.UPCOMING, text)


def _present(seats: list[SeatFact], last: MeetingFact, facts: Facts, grade: Grade) -> _Verdict:
    names = _names(seats, facts)
    if not last.held:
        text = tr("{names} {shall} delta i sista mötet {day}.", names=names, shall=shall(grade), day=last.day)
        return _Verdict(Status.UPCOMING, text)
    noted = {each.seat_id: each for each in facts.attendances_of(last.id)}
    vacant = {each.seat_id for each in noted.values() if each.status is AttendanceStatus.VACANT}
    missing = [seat for seat in seats if seat.id not in vacant and not represented(facts, seat, noted)]
    met = len(seats) - len(missing)
    if missing:
        text = tr("{names} deltog inte i sista mötet {day}.", names=_names(missing, facts), day=last.day)
        mend = tr("Gå igenom uppföljningen med dem och anteckna hur det skedde.")
        return _Verdict(Status.BREACHED, text, mend, met)
    text = tr("{names} deltog i sista mötet {day}.", names=names, day=last.day)
    return _Verdict(Status.FULFILLED, text, met=met)


def _finding(
    obligation: Obligation, demand: Demand, facts: Facts, group: GroupFact, period: Period, on: date
) -> Finding | None:
    last = last_meeting(facts, group, period, on)
    seats = _seats(facts, group, last.meeting.day if last.meeting else min(on, period.ends))
    if not seats:
        return None
    names = _names(seats, facts)
    elsewhere: list[MeetingFact] = []
    verdict = _waiting(last, period, names)
    if verdict is None and last.meeting:
        if demand is Demand.CALLED:
            elsewhere = _elsewhere(facts, group, period, last.meeting, seats)
            verdict = _called(seats, last.meeting, elsewhere, facts, obligation.grade)
        else:
            verdict = _present(seats, last.meeting, facts, obligation.grade)
    if verdict is None:
        return None
    meetings = [*elsewhere, *([last.meeting] if last.meeting else [])]
    return obligation.finding(
        "R07",
        verdict.status,
        verdict.message,
        group=group,
        period=period.label,
        required=len(seats),
        actual=verdict.met,
        evidence=[*map(evidence.meeting, meetings), *(evidence.seat(seat, facts) for seat in seats)],
        mend=verdict.mend,
    )


def evaluate(
    obligation: Obligation, parameters: DesignatedAttendance, facts: Facts, on: date
) -> Iterator[Finding]:
    """Yield, for each working year begun and each demand, how it stands with the designated seats."""
    for group in obligation.groups(facts):
        for period in years_of(obligation, facts, group, on):
            for demand in parameters.demands:
                finding = _finding(obligation, demand, facts, group, period, on)
                if finding:
                    yield finding


KIND = RuleKind(
    "designated_attendance", DesignatedAttendance, evaluate, mark("Funktioner som deltar en gång om året")
)
