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
    a_year,
    altered,
    judged,
    obligation,
    verdict,
    without,
)

YEARLY = obligation("follow_up", {"every": 1, "at": "last_meeting"})
UNAPPROVED = altered(a_year(), "follow_ups", 1, approved_on=None)
NO_PLAN = without(a_year(), "plans", 1)
AFTERWARDS = date(2019, 7, 15)


@pytest.mark.parametrize(
    ("facts", "on", "status"),
    [
        (NO_PLAN, AUTUMN, Status.NOT_DUE),
        (a_year(), BEFORE_LAST, Status.UPCOMING),
        (a_year(), AFTER_LAST, Status.FULFILLED),
        (UNAPPROVED, AFTER_LAST, Status.BREACHED),
        (without(UNAPPROVED, "follow_ups", 1), AFTER_LAST, Status.BREACHED),
        (without(UNAPPROVED, "meetings", 1, 2, 3, 4, 5, 6), AFTERWARDS, Status.BREACHED),
    ],
)
def test_year_is_followed_up_at_its_last_meeting(facts: Facts, on: date, status: Status):
    assert verdict(YEARLY, facts, on, period=YEAR).status is status


def test_the_day_of_approval_is_named():
    finding = verdict(YEARLY, a_year(), AFTER_LAST)
    assert finding.message == "Uppföljningen av 2018/2019 godkändes 2019-05-28."
    assert [each.kind for each in finding.evidence] == ["report", "meeting"]


def test_every_second_year_leaves_the_first_one_out():
    second = obligation("follow_up", {"every": 2, "at": "last_meeting"})
    assert [finding.period for finding in judged(second, a_year(), date(2020, 8, 1))] == [NEXT]


ANY_TIME = obligation("follow_up", {"every": 1}, group="")


@pytest.mark.parametrize(
    ("facts", "on", "status"),
    [
        (UNAPPROVED, AUTUMN, Status.UPCOMING),
        (UNAPPROVED, date(2019, 6, 30), Status.UPCOMING),
        (UNAPPROVED, AFTERWARDS, Status.BREACHED),
        (a_year(), AFTER_LAST, Status.FULFILLED),
    ],
)
def test_without_a_meeting_named_the_whole_year_will_do(facts: Facts, on: date, status: Status):
    assert verdict(ANY_TIME, facts, on, period=YEAR).status is status


def test_the_agreement_is_followed_up_once_however_many_groups_it_has():
    (finding,) = judged(ANY_TIME, a_year(), AFTER_LAST)
    assert finding.group_id is None


def test_a_group_named_is_the_one_that_follows_up():
    named = obligation("follow_up", {"every": 1})
    assert verdict(named, a_year(), AFTER_LAST).group == "Styrgruppen"
