"""Rhythms, roles and seats of histories made at random, held against a slow, plain re-count of their own."""

from collections import defaultdict
from collections.abc import Iterator
from datetime import date, timedelta
from random import Random

import pytest
from hypothesis import given
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
    RoleFact,
    SeatFact,
)
from samverkan_desktop.rules.finding import Finding, Status
from samverkan_desktop.vocabulary import (
    AttendanceStatus,
    GroupKind,
    HolderState,
    MeetingKind,
    Role,
    WorkingYear,
)
from tests.rules.test_properties import (
    FIRST,
    LAST,
    STEADY,
    days,
    first_day,
    obligation,
    year_label,
    years_begun,
)

DAY = timedelta(days=1)
FIXED, DEPUTY_OF, COLLECTIVE, SIZE = 1, {4: 1}, 3, 3


def full_history(seed: int) -> Facts:
    """Return an agreement of some years, with so many meetings that every rule has much to count."""
    chance = Random(seed)  # noqa: S311  nothing is kept secret with it
    calendar = Calendar(chance.choice(list(WorkingYear)), chance.choice([(7, 1), (8, 15), (1, 1)]))
    starts = FIRST + chance.randrange(700) * DAY
    ends = chance.choice([None, starts + chance.randrange(400, 1500) * DAY])
    apart, day, meetings, attendances = chance.choice([10, 25, 60, 150]), FIRST, [], []
    while (day := day + chance.randint(1, apart) * DAY) <= LAST:
        number, held = len(meetings) + 1, chance.random() < 0.9
        kind = chance.choice([MeetingKind.ORDINARY] * 4 + [MeetingKind.EXTRA])
        meetings.append(
            MeetingFact(number, 1, kind, day, year_label(day, calendar), number=number, held=held,
                        scheduled_on=FIRST, called_seat_ids=frozenset(range(1, 5)))
        )  # fmt: skip
        for seat in range(1, 5):
            status = chance.choice(
                [AttendanceStatus.PRESENT, AttendanceStatus.PRESENT, AttendanceStatus.EXCUSED]
            )
            if held:
                attendances.append(
                    AttendanceFact(number, seat, status, headcount=chance.randint(1, SIZE + 1))
                )
    holdings = []
    for number in range(chance.randrange(4)):
        since = FIRST + chance.randrange(1500) * DAY
        until = chance.choice([None, since + chance.randrange(400) * DAY])
        state = chance.choice([HolderState.VACANT, HolderState.ACTING])
        holdings.append(HoldingFact(number, 1 + number, state, since, until))
    return Facts(
        AgreementFact(1, "Avtalet", starts, ends, calendar),
        parties=(PartyFact(1, "A", "Ena förvaltningen"), PartyFact(2, "B", "Andra förvaltningen")),
        groups=(GroupFact(1, "grupp", "Gruppen", GroupKind.STEERING_GROUP),),
        seats=tuple(
            SeatFact(number, 1, 1 + number % 2, f"Funktion {number}", key=f"F{number}",
                     deputy_for_id=DEPUTY_OF.get(number), collective=number == COLLECTIVE,
                     size=SIZE if number == COLLECTIVE else None)
            for number in range(1, 5)
        ),
        holdings=tuple(holdings),
        roles=tuple(_elections(chance)),
        meetings=tuple(meetings),
        attendances=tuple(attendances),
    )  # fmt: skip


def _elections(chance: Random) -> Iterator[RoleFact]:
    """Yield who was chosen secretary, and when."""
    day = FIRST
    while (day := day + chance.randrange(1, 900) * DAY) <= LAST:
        until = chance.choice([None, day + chance.randrange(900) * DAY])
        yield RoleFact(day.toordinal(), 1, Role.SECRETARY, chance.randint(1, 4), day, until, day)


#: The whole of a history follows from a number, so that each is as full as the next.
full_histories = st.integers(0, 10**6).map(full_history)


def by_period(found: list[Finding], rule: str) -> dict[str, Finding]:
    return {each.period: each for each in found if each.rule == rule}


def days_of(label: str, calendar: Calendar) -> Iterator[date]:
    """Yield the days of a working year, one by one."""
    day = first_day(label, calendar)
    while year_label(day, calendar) == label:
        yield day
        day += DAY


def rests(day: date) -> bool:
    """Say whether a day lies between 20 June and 15 August, or between 20 December and 6 January."""
    return (6, 20) <= (day.month, day.day) <= (8, 15) or not (1, 6) < (day.month, day.day) < (12, 20)


def is_free(those: list[date]) -> bool:
    """Say whether more working days lie in a holiday than outside."""
    working = [rests(day) for day in those if day.isoweekday() <= 5]
    return working.count(True) > working.count(False)


def held_by(facts: Facts, on: date) -> list[MeetingFact]:
    return [m for m in facts.meetings if m.held and m.day <= on]


def ordinary_days(meetings: list[MeetingFact]) -> list[date]:
    return sorted(m.day for m in meetings if m.kind is MeetingKind.ORDINARY)


# --- Terms, quarters and months ---


def stretch(per: str, day: date, calendar: Calendar) -> tuple[int, int]:
    """Return the year and the number in it of the term, quarter or month that a day lies in."""
    autumn = (8, 1)
    if calendar.working_year is WorkingYear.SCHOOL_YEAR and calendar.start >= (7, 1):
        autumn = calendar.start
    number = {
        "term": int((day.month, day.day) >= autumn),
        "quarter": (day.month - 1) // 3,
        "month": day.month,
    }[per]
    return day.year, number


def stretches_of(per: str, label: str, facts: Facts) -> list[list[date]]:
    """Return the stretches judged in a working year, each as all its days."""
    agreement, whole = facts.agreement, defaultdict(list)
    year = list(days_of(label, agreement.calendar))
    day = year[0] - timedelta(days=366)
    while day <= year[-1] + timedelta(days=366):
        whole[stretch(per, day, agreement.calendar)].append(day)
        day += DAY
    within = [d for d in year if agreement.starts <= d and (agreement.ends is None or d <= agreement.ends)]
    touched = dict.fromkeys(stretch(per, each, agreement.calendar) for each in within)
    return [whole[each] for each in touched if whole[each][0] >= year[0] or whole[each][0] < agreement.starts]


@STEADY
@given(full_histories, days, st.sampled_from(["term", "quarter", "month"]), st.integers(1, 2))
def test_terms_quarters_and_months_are_each_counted_by_themselves(
    facts: Facts, on: date, per: str, count: int
):
    asked = obligation("meeting_frequency", parameters={"count": count, "per": per})
    found = by_period(check([asked], facts, on), "R05")
    held = set(ordinary_days(held_by(facts, on)))
    for label in years_begun(facts, on):
        own = [
            each
            for each in stretches_of(per, label, facts)
            if per != "month" or not is_free(each)  # in July nobody is asked to meet
        ]
        enough = [each for each in own if len(held & set(each)) >= count]
        assert (label in found) == bool(own)
        if own:
            assert found[label].actual == len(enough)
            assert found[label].status is not Status.BREACHED or len(enough) < len(own)


# --- From one meeting to the next ---


def waited_until(since: date, weeks: int) -> date:
    """Return the Sunday of the week in which the next meeting is to be held at the latest."""
    day, mondays = since, 0
    while mondays < weeks:
        day += DAY
        mondays += day.isoweekday() == 1
    while is_free([day + number * DAY for number in range(7)]):
        day += 7 * DAY
    return day + 6 * DAY


@STEADY
@given(full_histories, days, st.integers(1, 30))
def test_who_is_silent_for_too_many_weeks_has_missed_a_meeting(facts: Facts, on: date, weeks: int):
    found = by_period(
        check([obligation("meeting_frequency", parameters={"every_weeks": weeks})], facts, on), "R05"
    )
    agreement, begun = facts.agreement, years_begun(facts, on)
    if not begun:
        assert not found
        return
    until = min(list(days_of(begun[-1], agreement.calendar))[-1], agreement.ends or date.max)
    known = ordinary_days([m for m in facts.meetings if (m.held and m.day <= on) or m.day >= on])
    since, missed = agreement.starts, defaultdict(list)
    left = [day for day in known if since <= day <= until]
    while (due := waited_until(since, weeks)) <= until or left:
        if left and left[0] <= due:
            since = left.pop(0)
        elif due <= until:
            if due < on:
                missed[year_label(due, agreement.calendar)].append(f"{since}–{due}")
            since = due
        else:
            break
    assert {label for label, each in found.items() if each.status is Status.BREACHED} == set(missed)
    for label, spans in missed.items():
        told = found[label].message
        assert told.count("–") == len(spans)
        assert all(span in told for span in spans)


# --- A role tied to a function ---


@STEADY
@given(full_histories, days)
def test_a_fixed_role_and_one_by_choice_are_of_different_parties(facts: Facts, on: date):
    asked = [
        obligation("role_function", parameters={"role": "chair", "seats": [f"F{FIXED}"]}),
        obligation("role_parties", 2, parameters={"roles": ["chair", "secretary"]}),
    ]
    found = by_period(check(asked, facts, on), "R01")
    party = {seat.id: seat.party_id for seat in facts.seats}
    assert sorted(found) == sorted(years_begun(facts, on))
    for label, finding in found.items():
        clash = False
        for day in days_of(label, facts.agreement.calendar):
            last = [role for role in facts.roles if role.since <= min(day, on)]
            # Nobody is chosen any more when the next one has been, whenever that term ended.
            sits = last and (last[-1].until is None or day <= last[-1].until)
            if sits and day >= facts.agreement.starts:
                clash = clash or party[last[-1].seat_id] == party[FIXED]
        assert (finding.status is Status.BREACHED) == clash


# --- Deputies, collective seats and vacancies ---


def was_there(facts: Facts, meeting: MeetingFact, seat_id: int) -> bool:
    """Say whether a seat was represented, by whoever was there."""
    for noted in facts.attendances:
        if noted.meeting_id != meeting.id or noted.status is not AttendanceStatus.PRESENT:
            continue
        if noted.seat_id == seat_id and (seat_id != COLLECTIVE or (noted.headcount or 0) >= SIZE):
            return True
        if DEPUTY_OF.get(noted.seat_id) == seat_id:
            return True
    return False


def was_vacant(holdings: tuple[HoldingFact, ...], seat_id: int, day: date) -> bool:
    """Say whether a seat was vacant, or the day lay outside every term of those who held it."""
    own = [each for each in holdings if each.seat_id == seat_id]
    then = [each for each in own if each.since <= day and (each.until is None or day <= each.until)]
    return bool(own) and (not then or then[0].state is HolderState.VACANT)


@STEADY
@given(full_histories, days)
def test_seats_there_are_those_represented_of_those_that_somebody_held(facts: Facts, on: date):
    found = by_period(check([obligation("seat_attendance")], facts, on), "R31")
    known = tuple(each for each in facts.holdings if each.since <= on)
    for label in years_begun(facts, on):
        own = [m for m in held_by(facts, on) if year_label(m.day, facts.agreement.calendar) == label]
        asked = [(m, seat.id) for m in own for seat in facts.seats if seat.id not in DEPUTY_OF]
        there = [pair for pair in asked if was_there(facts, *pair)]
        away = [
            (m, seat) for m, seat in asked if (m, seat) not in there and not was_vacant(known, seat, m.day)
        ]
        if there or away:
            assert (found[label].required, found[label].actual) == (len(there) + len(away), len(there))
            assert (found[label].status is Status.FULFILLED) == (not away)


@pytest.mark.parametrize("day", [FIRST, LAST, date(2016, 2, 29)])
def test_the_recount_knows_its_own_days(day: date):
    calendar = Calendar()
    assert day in list(days_of(year_label(day, calendar), calendar))
