from datetime import date

import pytest

from samverkan_desktop.rules.facts import Facts
from samverkan_desktop.rules.finding import Status
from tests.rules.facts_factory import (
    AFTER_LAST,
    AUTUMN,
    BEFORE_LAST,
    DAYS,
    ENDS,
    NEXT,
    YEAR,
    a_year,
    altered,
    judged,
    obligation,
    verdict,
    without,
)

PLAN = obligation("year_plan", {"decided_at": "last_meeting"})
DRAFT = altered(a_year(), "plans", 1, decided_on=None)
NEXT_UNDECIDED = altered(a_year(), "plans", 2, decided_on=None)


@pytest.mark.parametrize(
    ("facts", "on", "status"),
    [
        (a_year(), AUTUMN, Status.AT_RISK),
        (a_year(), DAYS[0], Status.FULFILLED),
        (DRAFT, DAYS[0], Status.BREACHED),
        (without(a_year(), "plans", 1), DAYS[0], Status.BREACHED),
    ],
)
def test_first_year_is_planned_at_its_first_meeting(facts: Facts, on: date, status: Status):
    assert verdict(PLAN, facts, on, period=YEAR).status is status


@pytest.mark.parametrize(
    ("facts", "on", "status"),
    [
        (without(a_year(), "plans", 1), AUTUMN, Status.NOT_DUE),
        (a_year(), BEFORE_LAST, Status.UPCOMING),
        (a_year(), AFTER_LAST, Status.FULFILLED),
        (NEXT_UNDECIDED, AFTER_LAST, Status.BREACHED),
        (NEXT_UNDECIDED, date(2019, 8, 1), Status.BREACHED),
        (without(a_year(), "plans", 2), AFTER_LAST, Status.BREACHED),
    ],
)
def test_coming_year_is_planned_at_the_last_meeting_of_this_one(facts: Facts, on: date, status: Status):
    assert verdict(PLAN, facts, on, period=NEXT).status is status


def test_the_bootstrap_says_why_the_plan_is_decided_at_the_first_meeting():
    message = verdict(PLAN, DRAFT, AUTUMN, period=YEAR).message
    assert "avtalets första år, 2018/2019" in message
    assert "årets första möte" in message


def test_a_breach_says_what_would_mend_it():
    finding = verdict(PLAN, NEXT_UNDECIDED, AFTER_LAST, period=NEXT)
    assert finding.mend == "Ta upp mötesplanen för 2019/2020 till beslut på nästa möte."
    assert finding.actual == "utkast"


def test_the_year_after_the_agreements_last_one_needs_no_plan():
    assert "2021/2022" not in {finding.period for finding in judged(PLAN, a_year(), ENDS)}
