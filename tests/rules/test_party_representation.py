from dataclasses import replace
from datetime import date

import pytest

from samverkan_desktop.rules.facts import AttendanceFact, Facts
from samverkan_desktop.rules.finding import Status
from samverkan_desktop.vocabulary import AttendanceStatus
from tests.rules.facts_factory import (
    AFTER_LAST,
    AUTUMN,
    EXTRA,
    a_year,
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
