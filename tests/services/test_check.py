from datetime import date

import pytest

from samverkan_desktop.models.agreement import Agreement
from samverkan_desktop.rules.finding import SEVERITY, Status
from samverkan_desktop.services import check
from samverkan_desktop.services.agreement import calendar_of
from tests.services.year import COMING, DAYS, LAST, PERIOD, Year, demand_meetings


def test_the_worst_comes_first(held: Year):
    held.at(LAST)
    order = [SEVERITY[finding.status] for finding in check.findings(held.work)]
    assert order == sorted(order)
    assert order[0] < order[-1]


def test_without_an_agreement_nothing_is_found(empty: Year):
    assert check.findings(empty.work) == ()


def test_what_is_found_is_of_the_day_asked_for(held: Year):
    assert held.statuses("R05", DAYS[0]) != held.statuses("R05", LAST)
    assert [f.actual for f in held.found("R05", DAYS[0])] == [1]


def test_an_obligation_stands_as_its_worst_finding(held: Year):
    held.give(1, DAYS[1])
    held.give(1, LAST)
    found = check.findings(held.work, DAYS[2])
    (standing,) = [each for each in check.by_obligation(found) if each.findings[0].rule == "R09"]
    assert standing.status is Status.BREACHED
    assert [finding.status for finding in standing.findings] == [Status.BREACHED, Status.UPCOMING]


def test_looking_back_forgets_what_came_later(held: Year):
    held.at(LAST)
    held.finish(1)
    before = [f.message for f in check.findings(held.work, DAYS[0])]
    held.give(3, LAST)
    assert [f.message for f in check.findings(held.work, DAYS[0])] == before


@pytest.mark.parametrize(
    ("year", "today", "told"),
    [
        # While both last they are told of together; afterwards in the year in which the other ended.
        (PERIOD, date(2018, 10, 1), {"2018"}),
        (PERIOD, date(2019, 3, 1), {"2018", "2019"}),
        (PERIOD, date(2019, 8, 1), {"2018"}),
        (COMING, date(2019, 8, 1), {"2019"}),
        (COMING, date(2020, 8, 1), {"2019"}),
    ],
)
def test_a_calendar_year_is_told_of_in_one_working_year(held: Year, year: str, today: date, told: set[str]):
    demand_meetings(held, count=2, per="calendar_year")
    with held.work.read() as session:
        agreement = session.get_one(Agreement, 1)
        period = calendar_of(agreement).labelled(year)
        found = check.findings_of_year(session, agreement, period, today)
    assert {finding.period for finding in found if finding.rule == "R05"} == told
