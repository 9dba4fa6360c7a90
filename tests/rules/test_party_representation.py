from dataclasses import replace
from datetime import date

import pytest

from samverkan_desktop.rules.facts import AttendanceFact, Facts, HoldingFact, PartyFact, SeatFact
from samverkan_desktop.rules.finding import Status
from samverkan_desktop.vocabulary import AttendanceStatus, HolderState
from tests.rules.facts_factory import (
    AFTER_LAST,
    AUTUMN,
    DAYS,
    EXTRA,
    GROUP,
    SOCIAL,
    a_year,
    adding,
    altered,
    obligation,
    verdict,
)

BOTH = obligation("party_representation")


def with_noted(meeting_id: int, **noted: AttendanceStatus):
    facts = a_year()
    others = [each for each in facts.attendances if each.meeting_id != meeting_id]
    more = [AttendanceFact(meeting_id, int(seat[1:]), status) for seat, status in noted.items()]
    return replace(facts, attendances=(*others, *more))


ONE_SIDED = with_noted(3, s1=AttendanceStatus.PRESENT, s3=AttendanceStatus.EXCUSED)


@pytest.mark.parametrize(
    ("facts", "on", "status"),
    [
        (a_year(), AUTUMN, Status.NOT_DUE),
        (a_year(), AFTER_LAST, Status.FULFILLED),
        (ONE_SIDED, AFTER_LAST, Status.BREACHED),
        (with_noted(EXTRA, s3=AttendanceStatus.PRESENT), AFTER_LAST, Status.BREACHED),
        (with_noted(2), AFTER_LAST, Status.NOT_COUNTABLE),
    ],
)
def test_every_party_takes_part_in_every_meeting(facts: Facts, on: date, status: Status):
    assert verdict(BOTH, facts, on).status is status


def test_the_meeting_and_the_party_missing_are_named():
    finding = verdict(BOTH, ONE_SIDED, AFTER_LAST)
    assert "möte 3 2018-12-04: Socialförvaltningen" in finding.message
    assert (finding.required, finding.actual) == (7, 6)
    assert [each.id for each in finding.evidence] == [3]


def vacant(facts: Facts, *seats: int) -> Facts:
    more = [HoldingFact(seat, seat, HolderState.VACANT, date(2018, 12, 1), DAYS[3]) for seat in seats]
    return adding(facts, "holdings", *more)


def test_a_party_all_of_whose_seats_are_vacant_is_not_absent():
    assert verdict(BOTH, vacant(ONE_SIDED, 3), AFTER_LAST).status is Status.BREACHED
    assert verdict(BOTH, vacant(ONE_SIDED, 3, 4), AFTER_LAST).status is Status.FULFILLED
    noted = with_noted(3, s1=AttendanceStatus.PRESENT, s3=AttendanceStatus.VACANT, s4=AttendanceStatus.VACANT)
    assert verdict(BOTH, noted, AFTER_LAST).status is Status.FULFILLED


def test_a_party_without_a_seat_in_the_group_is_not_asked_for():
    third = adding(a_year(), "parties", PartyFact(3, "kff", "Kulturförvaltningen"))
    assert verdict(BOTH, third, AFTER_LAST).status is Status.FULFILLED
    with_seat = adding(third, "seats", SeatFact(9, GROUP, 3, "Kulturchef"))
    assert verdict(BOTH, with_seat, AFTER_LAST).status is Status.BREACHED


def test_a_body_that_is_not_bound_is_not_asked_for():
    police = adding(a_year(), "parties", PartyFact(3, "polis", "Polisen", signs=False))
    facts = adding(police, "seats", SeatFact(9, GROUP, 3, "Kommunpolis"))
    assert verdict(BOTH, facts, AFTER_LAST).status is Status.FULFILLED


def test_seats_that_sit_once_a_year_are_asked_for_only_where_they_are_called():
    only_heads = altered(altered(ONE_SIDED, "seats", 3, until=date(2018, 7, 2)), "seats", 4, until=DAYS[0])
    missing = verdict(BOTH, only_heads, AFTER_LAST).message
    assert "möte 3" not in missing
    assert verdict(BOTH, a_year(), AFTER_LAST).status is Status.FULFILLED


def test_a_deputy_represents_its_party():
    deputy = SeatFact(9, GROUP, SOCIAL, "Ersättare", deputy_for_id=3)
    facts = adding(ONE_SIDED, "seats", deputy)
    there = adding(facts, "attendances", AttendanceFact(3, 9, AttendanceStatus.PRESENT))
    assert verdict(BOTH, facts, AFTER_LAST).status is Status.BREACHED
    assert verdict(BOTH, there, AFTER_LAST).status is Status.FULFILLED
