from datetime import date, timedelta

import pytest

from samverkan_desktop.rules.facts import Facts
from samverkan_desktop.rules.finding import Status
from samverkan_desktop.rules.outcome_facts import (
    DueFact,
)
from tests.rules.facts_factory import (
    AFTER_LAST,
    DAYS,
    NEXT,
    YEAR,
    a_year,
    altered,
    obligation,
    verdict,
    without,
)

REPORT = obligation("commission_report")
DUE = DAYS[3]
CALLED = date(2019, 1, 30)
OFF_AGENDA = without(a_year(), "items", 3)
UNREPORTED = altered(a_year(), "commissions", 1, reported_on=None)
LATE = altered(a_year(), "commissions", 1, reported_on=DAYS[4])
MOVED = (DueFact(DAYS[0], DUE, 1), DueFact(DUE, DAYS[4], 2))
NEW_DATE = altered(LATE, "commissions", 1, dues=MOVED)
BETWEEN = date(2019, 1, 10)
NO_MEETING = altered(a_year(), "commissions", 1, dues=(DueFact(DAYS[0], date(2019, 1, 20), 1),))


@pytest.mark.parametrize(
    ("facts", "on", "status"),
    [
        (a_year(), CALLED, Status.UPCOMING),
        (a_year(), DUE, Status.FULFILLED),
        (OFF_AGENDA, BETWEEN, Status.UPCOMING),
        (OFF_AGENDA, CALLED, Status.AT_RISK),
        (NO_MEETING, DAYS[2], Status.UPCOMING),
        (NO_MEETING, BETWEEN, Status.AT_RISK),
        (UNREPORTED, DUE, Status.UPCOMING),
        (UNREPORTED, DUE + timedelta(days=1), Status.BREACHED),
        (LATE, AFTER_LAST, Status.BREACHED),
        (NEW_DATE, DUE, Status.UPCOMING),
        (NEW_DATE, AFTER_LAST, Status.FULFILLED),
        (altered(a_year(), "commissions", 1, dues=()), AFTER_LAST, Status.NOT_COUNTABLE),
    ],
)
def test_commission_is_reported_in_time(facts: Facts, on: date, status: Status):
    assert verdict(REPORT, facts, on).status is status


def test_a_passed_day_is_named():
    finding = verdict(REPORT, UNREPORTED, AFTER_LAST)
    assert finding.message == "Uppdraget U1 skulle redovisas 2019-02-05."
    assert finding.mend


def test_a_new_date_that_was_decided_is_mentioned():
    message = verdict(REPORT, NEW_DATE, AFTER_LAST).message
    assert message == "Uppdraget U1 redovisades 2019-03-26 efter beslutad ny tid."


def test_a_new_date_decided_after_the_report_does_not_excuse_it():
    dues = (DueFact(DAYS[0], DUE, 1), DueFact(DAYS[5], DAYS[5], 2))
    facts = altered(LATE, "commissions", 1, dues=dues)
    assert verdict(REPORT, facts, AFTER_LAST).status is Status.BREACHED


def test_the_finding_belongs_to_the_year_of_the_due_date():
    dues = (DueFact(DAYS[0], date(2019, 10, 15), 1),)
    facts = altered(UNREPORTED, "commissions", 1, dues=dues)
    assert verdict(REPORT, facts, AFTER_LAST).period == NEXT
    assert verdict(REPORT, a_year(), AFTER_LAST).period == YEAR
