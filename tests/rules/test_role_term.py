from datetime import date

import pytest

from samverkan_desktop.rules.facts import Facts, RoleFact
from samverkan_desktop.rules.finding import Status
from samverkan_desktop.vocabulary import GroupKind, Role
from tests.rules.facts_factory import (
    AFTER_LAST,
    AUTUMN,
    BEFORE_LAST,
    DAYS,
    GROUP,
    NEXT,
    WORK_GROUP,
    YEAR,
    YEAR_ENDS,
    a_year,
    adding,
    altered,
    judged,
    obligation,
    verdict,
    without,
)

YEARLY = obligation("role_term", {"roles": ["secretary"], "term": "working_year"})
OPEN = obligation(
    "role_term",
    {"roles": ["secretary"], "term": "until_further_notice"},
    group_kind=GroupKind.WORK_GROUP,
)
NEVER = without(a_year(), "roles", 2)
RESIGNED = altered(a_year(), "roles", 2, until=date(2019, 1, 9))
REPLACED = adding(
    RESIGNED, "roles", RoleFact(9, GROUP, Role.SECRETARY, 3, date(2019, 2, 5), YEAR_ENDS, DAYS[3])
)
IN_WORK_GROUP = adding(a_year(), "roles", RoleFact(9, WORK_GROUP, Role.SECRETARY, 22, DAYS[1], None, DAYS[1]))


@pytest.mark.parametrize(
    ("facts", "on", "status"),
    [
        (a_year(), AUTUMN, Status.AT_RISK),
        (a_year(), DAYS[0], Status.FULFILLED),
        (NEVER, DAYS[0], Status.BREACHED),
        (RESIGNED, date(2018, 12, 1), Status.AT_RISK),
        (RESIGNED, date(2019, 1, 20), Status.BREACHED),
        (REPLACED, AFTER_LAST, Status.BREACHED),
        (altered(a_year(), "roles", 2, until=None), AFTER_LAST, Status.FULFILLED),
    ],
)
def test_role_is_decided_for_the_year(facts: Facts, on: date, status: Status):
    assert verdict(YEARLY, facts, on, period=YEAR).status is status


@pytest.mark.parametrize(
    ("facts", "on", "status"),
    [
        (a_year(), BEFORE_LAST, Status.UPCOMING),
        (a_year(), AFTER_LAST, Status.FULFILLED),
        (without(a_year(), "roles", 4), date(2019, 8, 1), Status.AT_RISK),
    ],
)
def test_coming_year_has_its_roles_decided(facts: Facts, on: date, status: Status):
    assert verdict(YEARLY, facts, on, period=NEXT).status is status


def test_the_days_without_a_holder_are_named():
    assert verdict(YEARLY, REPLACED, AFTER_LAST, period=YEAR).message == (
        "Sekreterare saknades 2019-01-10–2019-02-04."
    )


def test_a_role_nobody_holds_is_named_with_the_year():
    finding = verdict(YEARLY, NEVER, AUTUMN, period=YEAR)
    assert finding.message == "Sekreterare är inte utsedd för 2018/2019."
    assert finding.mend == "Utse sekreterare på nästa möte."


def test_an_open_ended_role_counts_for_the_year_it_began_where_roles_are_yearly():
    facts = altered(without(a_year(), "roles", 4), "roles", 2, until=None)
    assert verdict(YEARLY, facts, date(2019, 8, 1), period=NEXT).status is Status.AT_RISK


def test_until_further_notice_a_missing_role_is_a_risk_however_long():
    assert verdict(OPEN, a_year(), DAYS[5], period=YEAR).status is Status.AT_RISK


def test_until_further_notice_a_role_given_once_is_enough():
    found = judged(OPEN, IN_WORK_GROUP, date(2019, 10, 1))
    assert [(each.period, each.status) for each in found] == [
        (YEAR, Status.FULFILLED),
        (NEXT, Status.FULFILLED),
    ]


def test_a_closed_group_is_judged_up_to_its_closing():
    facts = altered(IN_WORK_GROUP, "groups", WORK_GROUP, closed_on=DAYS[4])
    assert [each.period for each in judged(OPEN, facts, date(2019, 10, 1))] == [YEAR]


def test_days_that_are_past_cannot_be_mended():
    assert verdict(YEARLY, REPLACED, AFTER_LAST, period=YEAR).mend == ""
    assert verdict(YEARLY, NEVER, date(2019, 7, 2), period=YEAR).mend == ""
