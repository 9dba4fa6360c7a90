from datetime import date

import pytest

from samverkan_desktop.rules.facts import Facts
from samverkan_desktop.rules.finding import Status
from tests.rules.facts_factory import (
    AFTER_LAST,
    AUTUMN,
    DAYS,
    EXTRA,
    LAST,
    YEAR,
    YEAR_ENDS,
    a_year,
    altered,
    obligation,
    verdict,
)

KEPT = obligation("minutes_kept")


def without_minutes(number: int) -> Facts:
    return altered(a_year(), "meetings", number, minutes_finished_on=None)


@pytest.mark.parametrize(
    ("facts", "on", "status"),
    [
        (a_year(), AUTUMN, Status.NOT_DUE),
        (a_year(), AFTER_LAST, Status.FULFILLED),
        # Looked back to, minutes that were finished later are not there yet.
        (a_year(), DAYS[0], Status.UPCOMING),
        (without_minutes(2), DAYS[1], Status.UPCOMING),
        (without_minutes(2), DAYS[2], Status.BREACHED),
        (without_minutes(LAST), AFTER_LAST, Status.UPCOMING),
        (without_minutes(LAST), date(2019, 7, 1), Status.BREACHED),
        (without_minutes(EXTRA), AFTER_LAST, Status.BREACHED),
    ],
)
def test_every_meeting_has_its_minutes(facts: Facts, on: date, status: Status):
    assert verdict(KEPT, facts, on, period=YEAR).status is status


def test_the_days_without_minutes_are_named():
    finding = verdict(KEPT, without_minutes(2), YEAR_ENDS, period=YEAR)
    assert (finding.rule, finding.required, finding.actual) == ("R32", 7, 6)
    assert finding.message == "Minnesanteckningar från 2018-10-16 är inte färdigställda."
    assert [each.day for each in finding.evidence] == [DAYS[1]]
