"""Agreements and histories made at random, held against a slow, plain re-count that shares no code."""

from dataclasses import replace
from datetime import date, timedelta

from hypothesis import given, settings
from hypothesis import strategies as st

from samverkan_desktop.periods import Calendar
from samverkan_desktop.rules.engine import check
from samverkan_desktop.rules.facts import (
    AgreementFact,
    AttendanceFact,
    Facts,
    GroupFact,
    HoldingFact,
    MeetingFact,
    PartyFact,
    SeatFact,
)
from samverkan_desktop.rules.finding import Status
from samverkan_desktop.rules.obligation import Obligation
from samverkan_desktop.vocabulary import (
    AttendanceStatus,
    Grade,
    GroupKind,
    HolderState,
    MeetingKind,
    WorkingYear,
)

FIRST, LAST = date(2015, 1, 1), date(2022, 12, 31)
SPAN = (LAST - FIRST).days
STEADY = settings(derandomize=True, deadline=None, max_examples=40)

days = st.integers(0, SPAN).map(lambda number: FIRST + timedelta(days=number))


def year_label(day: date, calendar: Calendar) -> str:
    """Return a working year's label, counted by hand."""
    if calendar.working_year is WorkingYear.CALENDAR_YEAR:
        return str(day.year)
    begins = day.year if (day.month, day.day) >= calendar.start else day.year - 1
    return f"{begins}/{begins + 1}"


def first_day(label: str, calendar: Calendar) -> date:
    """Return the first day of a working year, counted by hand."""
    year = int(label[:4])
    school = calendar.working_year is WorkingYear.SCHOOL_YEAR
    return date(year, *calendar.start) if school else date(year, 1, 1)


def is_whole(label: str, agreement: AgreementFact) -> bool:
    """Say whether an agreement was valid all through a working year."""
    begins = first_day(label, agreement.calendar)
    ends = begins.replace(year=begins.year + 1) - timedelta(days=1)
    return agreement.starts <= begins and (agreement.ends is None or ends <= agreement.ends)


@st.composite
def histories(draw: st.DrawFn) -> Facts:
    """Draw an agreement of one group with two parties, its seats, holders, meetings and attendance."""
    start = draw(st.sampled_from([(7, 1), (8, 15), (1, 1)]))
    calendar = Calendar(draw(st.sampled_from(list(WorkingYear))), start)
    starts = draw(days)
    ends = draw(st.none() | st.integers(30, 1500).map(lambda number: starts + timedelta(days=number)))
    seats = tuple(SeatFact(number, 1, 1 + number % 2, f"Funktion {number}") for number in range(1, 5))
    vacant = draw(st.lists(st.tuples(st.integers(1, 4), days), max_size=2, unique_by=lambda pair: pair[0]))
    holdings = tuple(
        HoldingFact(number, seat, HolderState.VACANT, day) for number, (seat, day) in enumerate(vacant, 1)
    )
    meetings, attendances = [], []
    for number, day in enumerate(sorted(draw(st.lists(days, max_size=25, unique=True))), 1):
        kind = draw(st.sampled_from([MeetingKind.ORDINARY, MeetingKind.ORDINARY, MeetingKind.EXTRA]))
        held = draw(st.booleans())
        period = year_label(day, calendar)
        meetings.append(
            MeetingFact(number, 1, kind, day, period, number=number, held=held, scheduled_on=FIRST,
                        called_seat_ids=frozenset(range(1, 5)))
        )  # fmt: skip
        for seat in range(1, 5):
            status = draw(st.sampled_from([AttendanceStatus.PRESENT, AttendanceStatus.EXCUSED, None]))
            if held and status is not None:
                attendances.append(AttendanceFact(number, seat, status))
    return Facts(
        AgreementFact(1, "Avtalet", starts, ends, calendar),
        parties=(PartyFact(1, "A", "Ena förvaltningen"), PartyFact(2, "B", "Andra förvaltningen")),
        groups=(GroupFact(1, "grupp", "Gruppen", GroupKind.STEERING_GROUP),),
        seats=seats,
        holdings=holdings,
        meetings=tuple(meetings),
        attendances=tuple(attendances),
    )


def years_begun(facts: Facts, on: date) -> list[str]:
    """Return the labels of the agreement's working years begun on a day, found day by day."""
    agreement, found = facts.agreement, []
    day = agreement.starts
    while day <= min(on, agreement.ends or on):
        label = year_label(day, agreement.calendar)
        if label not in found:
            found.append(label)
        day += timedelta(days=1)
    return found


def obligation(kind: str, identity: int = 1, **values: object) -> Obligation:
    parameters = values.pop("parameters", {})
    return Obligation(identity, kind, "P1", "Ord för ord.", parameters, "grupp", **values)  # type: ignore[arg-type]


@STEADY
@given(histories(), days, st.integers(1, 6))
def test_meetings_held_are_counted_as_one_counts_on_fingers(facts: Facts, on: date, count: int):
    asked = obligation("meeting_frequency", parameters={"count": count})
    found = {each.period: each for each in check([asked], facts, on) if each.rule == "R05"}
    assert sorted(found) == sorted(years_begun(facts, on))
    for label, finding in found.items():
        own = [m for m in facts.meetings if m.kind is MeetingKind.ORDINARY]
        own = [m for m in own if year_label(m.day, facts.agreement.calendar) == label]
        held = [m for m in own if m.held and m.day <= on]
        assert finding.actual == len(held)
        assert (finding.status is Status.FULFILLED) == (len(held) >= count)
        short = year_label(on, facts.agreement.calendar) != label and len(held) < count
        assert short or finding.status is not Status.BREACHED
        assert finding.status is Status.BREACHED or not (short and is_whole(label, facts.agreement))


@STEADY
@given(histories(), days, st.sampled_from([Grade.NORMALLY, Grade.SHOULD]))
def test_what_is_only_recommended_is_never_a_breach(facts: Facts, on: date, grade: Grade):
    kinds = ("party_representation", "extra_meeting", "meeting_call", "minutes_distribution")
    asked = [obligation(kind, grade=grade) for kind in kinds]
    asked.append(obligation("meeting_frequency", parameters={"count": 6}, grade=grade))
    assert Status.BREACHED not in {finding.status for finding in check(asked, facts, on)}


@STEADY
@given(histories(), days)
def test_parties_not_represented_are_those_without_anybody_there(facts: Facts, on: date):
    found = {each.period: each for each in check([obligation("party_representation")], facts, on)}
    assert sorted(found) == sorted(years_begun(facts, on))
    for label, finding in found.items():
        held = [m for m in facts.meetings if m.held and m.day <= on]
        held = [m for m in held if year_label(m.day, facts.agreement.calendar) == label]
        noted = [m for m in held if any(a.meeting_id == m.id for a in facts.attendances)]
        amiss = [m for m in noted if lacking(facts, m)]
        assert (finding.status is Status.BREACHED) == bool(amiss)
        assert all(f"{m.day}" in finding.message for m in amiss)


def lacking(facts: Facts, meeting: MeetingFact) -> list[int]:
    """Return the parties of which nobody came although a seat of theirs was held."""
    result = []
    for party in facts.parties:
        own = [seat.id for seat in facts.seats if seat.party_id == party.id]
        empty = {h.seat_id for h in facts.holdings if h.since <= meeting.day}
        there = [
            a
            for a in facts.attendances
            if a.meeting_id == meeting.id and a.seat_id in own and a.status is AttendanceStatus.PRESENT
        ]
        if not there and any(seat not in empty for seat in own):
            result.append(party.id)
    return result


@STEADY
@given(histories(), days, st.lists(days, max_size=3, unique=True))
def test_each_year_is_judged_once_by_the_version_in_force_when_it_began(
    facts: Facts, on: date, revised: list[date]
):
    agreement = facts.agreement
    turns = sorted(day for day in revised if day > agreement.starts)
    versions = [
        obligation("meeting_frequency", number, parameters={"count": number},
                   since=turns[number - 2] if number > 1 else None,
                   until=turns[number - 1] - timedelta(days=1) if number <= len(turns) else None)
        for number in range(1, len(turns) + 2)
    ]  # fmt: skip
    found = [each for each in check(versions, facts, on) if each.rule == "R05"]
    assert sorted(each.period for each in found) == sorted(years_begun(facts, on))
    for finding in found:
        begins = max(first_day(finding.period, agreement.calendar), agreement.starts)
        in_force = 1 + sum(turn <= begins for turn in turns)
        assert (finding.obligation_id, finding.required) == (in_force, in_force) or str(in_force) in str(
            finding.required
        )


@STEADY
@given(histories(), days)
def test_what_happens_later_changes_nothing_that_was_said_before(facts: Facts, on: date):
    asked = [
        obligation("meeting_frequency", parameters={"count": 3}),
        obligation("party_representation"),
        obligation("extra_meeting"),
    ]
    known = replace(
        facts,
        meetings=tuple(replace(m, held=m.held and m.day <= on) for m in facts.meetings),
        attendances=tuple(
            a for a in facts.attendances if next(m for m in facts.meetings if m.id == a.meeting_id).day <= on
        ),
        holdings=tuple(h for h in facts.holdings if h.since <= on),
    )
    assert check(asked, facts, on) == check(asked, known, on)
