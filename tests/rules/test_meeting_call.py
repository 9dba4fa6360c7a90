from datetime import date, timedelta

import pytest

from samverkan_desktop.rules.facts import Facts
from samverkan_desktop.rules.finding import Status
from tests.rules.facts_factory import (
    AFTER_LAST,
    AUTUMN,
    BEFORE_LAST,
    DAYS,
    LAST,
    YEAR,
    a_year,
    altered,
    obligation,
    verdict,
    without,
)

CALLS = obligation("meeting_call")
UNCALLED = altered(a_year(), "meetings", LAST, called_on=None, held=False)
UNCALLED_BUT_HELD = altered(a_year(), "meetings", LAST, called_on=None)
CALLED_AFTERWARDS = altered(a_year(), "meetings", LAST, called_on=DAYS[5] + timedelta(days=1))
EMPTY = without(a_year(), "meetings", 1, 2, 3, 4, 5, 6, 7)


@pytest.mark.parametrize(
    ("facts", "on", "status"),
    [
        (EMPTY, AUTUMN, Status.NOT_DUE),
        (a_year(), BEFORE_LAST, Status.UPCOMING),
        (UNCALLED, date(2019, 5, 26), Status.UPCOMING),
        (UNCALLED, date(2019, 5, 27), Status.AT_RISK),
        (UNCALLED, DAYS[5], Status.AT_RISK),
        (a_year(), AFTER_LAST, Status.FULFILLED),
        (UNCALLED_BUT_HELD, AFTER_LAST, Status.BREACHED),
        (CALLED_AFTERWARDS, AFTER_LAST, Status.BREACHED),
    ],
)
def test_meetings_are_called_before_they_are_held(facts: Facts, on: date, status: Status):
    assert verdict(CALLS, facts, on, period=YEAR).status is status


def test_the_meeting_held_without_a_call_is_named():
    finding = verdict(CALLS, UNCALLED_BUT_HELD, AFTER_LAST)
    assert finding.message == "Mötet 2019-05-28 hölls utan att kallelse hade skickats."
    assert [each.id for each in finding.evidence] == [LAST]


def test_the_next_call_is_named():
    assert "2019-05-28" in verdict(CALLS, a_year(), BEFORE_LAST).message
