from dataclasses import replace
from datetime import date

import pytest

from samverkan_desktop.rules.facts import Facts, GroupFact
from samverkan_desktop.rules.finding import Status
from samverkan_desktop.rules.register_facts import LevelReportFact
from samverkan_desktop.vocabulary import GroupKind
from tests.rules.facts_factory import (
    AFTER_LAST,
    AUTUMN,
    GROUP,
    YEAR,
    a_year,
    adding,
    altered,
    judged,
    obligation,
    verdict,
)

ONCE = obligation("level_report", {"count": 1, "per": "working_year"})
EACH_TERM = obligation("level_report", {"count": 2, "per": "term"})
ABOVE, OTHER = 3, 4
AFTER = date(2019, 7, 1)


def reporting(*days: date, superiors: tuple[int, ...] = (ABOVE,)) -> Facts:
    above = (
        GroupFact(ABOVE, "2+2", "2+2-mötet", GroupKind.TWO_PLUS_TWO),
        GroupFact(OTHER, "ledning", "Ledningsgruppen", GroupKind.OFFICIALS),
    )
    facts = adding(altered(a_year(), "groups", GROUP, superior_ids=superiors), "groups", *above)
    reports = tuple(LevelReportFact(number, GROUP, ABOVE, day) for number, day in enumerate(days, 1))
    return replace(facts, level_reports=reports)


@pytest.mark.parametrize(
    ("facts", "on", "status"),
    [
        (reporting(), AUTUMN, Status.UPCOMING),
        (reporting(date(2019, 2, 1)), AFTER_LAST, Status.FULFILLED),
        (reporting(date(2019, 2, 1)), date(2019, 1, 31), Status.UPCOMING),
        (reporting(), AFTER, Status.BREACHED),
        (reporting(date(2018, 6, 30)), AFTER, Status.BREACHED),
    ],
)
def test_a_group_reports_upwards_every_year(facts: Facts, on: date, status: Status):
    assert verdict(ONCE, facts, on, period=YEAR).status is status


def test_each_superior_is_reported_to():
    found = judged(ONCE, reporting(date(2019, 2, 1), superiors=(ABOVE, OTHER)), AFTER, period=YEAR)
    assert [(each.status, each.message) for each in found] == [
        (Status.BREACHED, "Styrgruppen har inte redovisat för Ledningsgruppen 2018/2019."),
        (Status.FULFILLED, "Styrgruppen har redovisat för 2+2-mötet 2018/2019."),
    ]


def test_reports_are_counted_in_their_stretch_of_time():
    found = judged(EACH_TERM, reporting(date(2018, 9, 1), date(2018, 11, 1), date(2019, 2, 1)), AFTER_LAST)
    assert [each.message for each in found] == [
        "Styrgruppen har redovisat för 2+2-mötet 1 av 2 gånger vt 2019.",
        "Styrgruppen har redovisat för 2+2-mötet 2 av 2 gånger ht 2018.",
    ]


def test_a_group_without_superiors_has_nobody_to_report_to():
    assert judged(ONCE, reporting(superiors=()), AFTER_LAST) == []


def test_a_year_that_was_all_but_over_when_the_group_was_set_up_is_not_countable():
    facts = altered(reporting(), "groups", GROUP, created_on=date(2019, 5, 1))
    assert verdict(ONCE, facts, AFTER, period=YEAR).status is Status.NOT_COUNTABLE
