from dataclasses import replace
from datetime import date

import pytest

from samverkan_desktop.rules.facts import AttendanceFact, Facts, HoldingFact, SeatFact
from samverkan_desktop.rules.finding import Status
from samverkan_desktop.vocabulary import AttendanceStatus, HolderState, SeatAttendance
from tests.rules.facts_factory import (
    AFTER_LAST,
    BEFORE_LAST,
    EVERY_SEAT,
    EXTRA,
    GROUP,
    HEAD_OF_SCHOOLS,
    HEAD_OF_SOCIAL,
    LAST,
    SOCIAL,
    YEAR,
    a_year,
    adding,
    altered,
    judged,
    obligation,
    verdict,
    without,
)

CALLED = obligation("designated_attendance", {"demands": ["called"]})
PRESENT = obligation("designated_attendance", {"demands": ["present"]})
SENT = date(2019, 5, 21)
NO_PLAN = without(a_year(), "plans", 1)
UNCALLED = altered(a_year(), "meetings", LAST, called_seat_ids=EVERY_SEAT)
TWICE = altered(a_year(), "meetings", 3, called_seat_ids=EVERY_SEAT | {HEAD_OF_SCHOOLS})
TO_EXTRA = altered(a_year(), "meetings", EXTRA, called_seat_ids=EVERY_SEAT | {HEAD_OF_SCHOOLS})
NONE_HELD = without(a_year(), "meetings", 1, 2, 3, 4, 5, 6)
AFTERWARDS = date(2019, 7, 15)


def noted(status: AttendanceStatus | None):
    facts = a_year()
    others = [each for each in facts.attendances if (each.meeting_id, each.seat_id) != (LAST, HEAD_OF_SOCIAL)]
    more = [AttendanceFact(LAST, HEAD_OF_SOCIAL, status)] if status else []
    return replace(facts, attendances=(*others, *more))


@pytest.mark.parametrize(
    ("facts", "on", "status"),
    [
        (NO_PLAN, BEFORE_LAST, Status.NOT_DUE),
        (a_year(), BEFORE_LAST, Status.UPCOMING),
        (a_year(), SENT, Status.FULFILLED),
        (UNCALLED, SENT, Status.BREACHED),
        (UNCALLED, AFTER_LAST, Status.BREACHED),
        (TWICE, AFTER_LAST, Status.BREACHED),
        (TO_EXTRA, AFTER_LAST, Status.BREACHED),
        (NONE_HELD, AFTERWARDS, Status.BREACHED),
    ],
)
def test_designated_seats_are_called_to_the_last_meeting_and_no_other(facts: Facts, on: date, status: Status):
    assert verdict(CALLED, facts, on, period=YEAR).status is status


@pytest.mark.parametrize(
    ("facts", "on", "status"),
    [
        (NO_PLAN, BEFORE_LAST, Status.NOT_DUE),
        (a_year(), SENT, Status.UPCOMING),
        (a_year(), AFTER_LAST, Status.FULFILLED),
        (noted(AttendanceStatus.VACANT), AFTER_LAST, Status.FULFILLED),
        (noted(AttendanceStatus.EXCUSED), AFTER_LAST, Status.BREACHED),
        (noted(AttendanceStatus.ABSENT), AFTER_LAST, Status.BREACHED),
        (noted(None), AFTER_LAST, Status.BREACHED),
    ],
)
def test_designated_seats_are_present_at_the_last_meeting(facts: Facts, on: date, status: Status):
    assert verdict(PRESENT, facts, on, period=YEAR).status is status


def test_who_was_absent_is_named_with_party():
    message = verdict(PRESENT, noted(AttendanceStatus.ABSENT), AFTER_LAST).message
    assert message == "Förvaltningschef (Socialförvaltningen) deltog inte i sista mötet 2019-05-28."


def test_the_wrong_meeting_is_named():
    finding = verdict(CALLED, TWICE, AFTER_LAST)
    assert "2018-12-04" in finding.message
    assert finding.mend == "Kalla dem bara till årets sista möte."


def test_a_vacant_seat_need_not_be_called():
    vacant = HoldingFact(1, HEAD_OF_SOCIAL, HolderState.VACANT, date(2019, 1, 1))
    facts = altered(a_year(), "meetings", LAST, called_seat_ids=EVERY_SEAT | {HEAD_OF_SCHOOLS})
    assert verdict(CALLED, adding(facts, "holdings", vacant), AFTER_LAST).status is Status.FULFILLED


def test_both_demands_are_made_unless_one_is_chosen():
    assert len(judged(obligation("designated_attendance"), a_year(), AFTER_LAST)) == 2


def test_a_group_without_designated_seats_has_no_finding():
    facts = without(a_year(), "seats", HEAD_OF_SCHOOLS, HEAD_OF_SOCIAL)
    assert judged(CALLED, facts, AFTER_LAST) == []


def test_a_deputy_takes_part_for_a_designated_seat_and_is_none_itself():
    deputy = SeatFact(9, GROUP, SOCIAL, "Ersättare", SeatAttendance.DESIGNATED, deputy_for_id=HEAD_OF_SOCIAL)
    facts = adding(noted(AttendanceStatus.EXCUSED), "seats", deputy)
    assert verdict(PRESENT, facts, AFTER_LAST, period=YEAR).status is Status.BREACHED
    there = adding(facts, "attendances", AttendanceFact(LAST, 9, AttendanceStatus.PRESENT))
    finding = verdict(PRESENT, there, AFTER_LAST, period=YEAR)
    assert (finding.status, finding.required) == (Status.FULFILLED, 2)
