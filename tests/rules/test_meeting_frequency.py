from datetime import date

import pytest

from samverkan_desktop.rules.facts import Facts
from samverkan_desktop.rules.finding import Status
from tests.rules.facts_factory import (
    AFTER_LAST,
    AUTUMN,
    BEFORE_LAST,
    NEXT,
    YEAR,
    YEAR_ENDS,
    a_year,
    adding,
    altered,
    judged,
    meeting,
    obligation,
    verdict,
    without,
)

SIX = obligation("meeting_frequency", {"count": 6})
AFTERWARDS = date(2019, 7, 15)


@pytest.mark.parametrize(
    ("facts", "on", "status", "actual"),
    [
        (a_year(), AUTUMN, Status.FULFILLED, 6),
        (without(a_year(), "meetings", 6), AUTUMN, Status.AT_RISK, 5),
        (without(a_year(), "meetings", 6), AFTERWARDS, Status.BREACHED, 5),
    ],
)
def test_enough_meetings_are_planned(facts: Facts, on: date, status: Status, actual: int):
    finding = verdict(SIX, facts, on, rule="R04", period=YEAR)
    assert (finding.status, finding.actual, finding.required) == (status, actual, 6)


@pytest.mark.parametrize(
    ("facts", "on", "status", "actual"),
    [
        (a_year(), BEFORE_LAST, Status.UPCOMING, 5),
        (a_year(), AFTER_LAST, Status.FULFILLED, 6),
        (without(a_year(), "meetings", 6), BEFORE_LAST, Status.AT_RISK, 5),
        (altered(a_year(), "meetings", 6, held=False), AFTERWARDS, Status.BREACHED, 5),
    ],
)
def test_enough_meetings_are_held(facts: Facts, on: date, status: Status, actual: int):
    finding = verdict(SIX, facts, on, rule="R05", period=YEAR)
    assert (finding.status, finding.actual) == (status, actual)


def test_more_meetings_than_demanded_are_shown_and_not_failed():
    more = adding(a_year(), "meetings", meeting(8, YEAR_ENDS))
    finding = verdict(SIX, more, YEAR_ENDS, rule="R05", period=YEAR)
    assert finding.status is Status.FULFILLED
    assert finding.message.startswith("7 av 6 ")


def test_extra_meetings_do_not_count():
    finding = verdict(SIX, without(a_year(), "meetings", 6), AFTER_LAST, rule="R05", period=YEAR)
    assert finding.actual == 5
    assert "extra möte" not in {each.label for each in finding.evidence}


def test_the_meetings_held_are_the_evidence():
    finding = verdict(SIX, a_year(), AFTER_LAST, rule="R05", period=YEAR)
    assert [each.label for each in finding.evidence] == [f"möte {number}" for number in range(1, 7)]


def test_a_year_that_has_not_begun_is_not_judged():
    assert judged(SIX, a_year(), AFTER_LAST, period=NEXT) == []
