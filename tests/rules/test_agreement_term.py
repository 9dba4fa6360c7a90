from dataclasses import replace
from datetime import date

import pytest

from samverkan_desktop.rules.agreement_term import months_before
from samverkan_desktop.rules.facts import Facts
from samverkan_desktop.rules.finding import Status
from tests.rules.facts_factory import AUTUMN, ENDS, a_year, judged, obligation, verdict

TERM = obligation("agreement_term", {"warn_months": 12, "review": "Utvärdering"}, group="")
NEAR, PAST = date(2020, 9, 1), date(2021, 7, 1)


def having(**changes: object) -> Facts:
    facts = a_year()
    return replace(facts, agreement=replace(facts.agreement, **changes))


BEGUN = having(evaluation_begun_on=date(2020, 8, 20))
DONE = having(evaluation_begun_on=date(2020, 8, 20), evaluated_on=date(2021, 5, 25))


@pytest.mark.parametrize(
    ("facts", "on", "status"),
    [
        (a_year(), AUTUMN, Status.NOT_DUE),
        (a_year(), date(2020, 6, 29), Status.NOT_DUE),
        (a_year(), date(2020, 6, 30), Status.AT_RISK),
        (a_year(), ENDS, Status.AT_RISK),
        (a_year(), PAST, Status.BREACHED),
        (BEGUN, NEAR, Status.UPCOMING),
        (BEGUN, PAST, Status.BREACHED),
        (DONE, NEAR, Status.UPCOMING),
        (DONE, PAST, Status.FULFILLED),
    ],
)
def test_agreement_is_evaluated_by_its_end(facts: Facts, on: date, status: Status):
    assert verdict(TERM, facts, on).status is status


def test_the_end_and_what_is_to_be_done_are_named():
    finding = verdict(TERM, a_year(), NEAR)
    assert finding.message == "Avtalet löper ut 2021-06-30. Utvärdering är inte påbörjad."
    assert finding.mend


def test_an_agreement_without_an_end_has_no_finding():
    assert judged(TERM, having(ends=None), PAST) == []


@pytest.mark.parametrize(
    ("day", "months", "expected"),
    [
        (date(2021, 6, 30), 6, date(2020, 12, 30)),
        (date(2021, 3, 31), 1, date(2021, 2, 28)),
        (date(2021, 1, 15), 1, date(2020, 12, 15)),
        (date(2021, 12, 31), 12, date(2020, 12, 31)),
    ],
)
def test_months_are_counted_back_to_the_same_day_or_the_months_last(day: date, months: int, expected: date):
    assert months_before(day, months) == expected
