from dataclasses import replace
from datetime import date

import pytest

from samverkan_desktop.rules.finding import Status
from tests.rules.facts_factory import (
    AFTER_LAST,
    DAYS,
    YEAR,
    a_year,
    altered,
    judged,
    obligation,
    verdict,
    without,
)

FOUR = obligation("commitments")
TWO = obligation("commitments", {"steps": ["followed_up", "carried_out"]})
NOTHING = altered(
    a_year(), "commitments", 1,
    carried_out_on=None, followed_up_on=None, analysed_on=None, acted_on=None, due=None,
)  # fmt: skip
OPEN_ENDED = replace(NOTHING, agreement=replace(NOTHING.agreement, ends=None))


def test_a_commitment_that_has_gone_all_the_way_is_fulfilled():
    found = verdict(FOUR, a_year(), AFTER_LAST)
    assert (found.rule, found.status, found.period) == ("R40", Status.FULFILLED, YEAR)
    assert found.message == "Åtagandet Barnteam är genomfört, uppföljt, analyserat och åtgärdat."
    assert (found.required, found.actual, found.mend) == (4, 4, "")


def test_what_remains_is_told_step_by_step():
    found = verdict(FOUR, a_year(), DAYS[3])
    assert found.status is Status.UPCOMING
    assert found.message == "Åtagandet Barnteam: återstår att analysera och åtgärda."
    assert found.mend == "Ange dagen när det är analyserat."
    assert (found.required, found.actual) == (4, 2)


def test_only_the_steps_that_the_agreement_names_are_judged():
    assert verdict(TWO, a_year(), DAYS[3]).message == "Åtagandet Barnteam är genomfört och uppföljt."


def test_a_day_that_has_passed_is_a_breach_until_the_first_step_is_done():
    late = altered(NOTHING, "commitments", 1, due=DAYS[2])
    found = verdict(FOUR, late, DAYS[3])
    assert found.status is Status.BREACHED
    assert found.message == f"Åtagandet Barnteam skulle ha varit genomfört {DAYS[2]}."
    assert verdict(FOUR, late, DAYS[2]).status is Status.UPCOMING
    begun = altered(late, "commitments", 1, carried_out_on=DAYS[3])
    assert verdict(FOUR, begun, DAYS[3]).status is Status.UPCOMING


@pytest.mark.parametrize(
    ("on", "status"),
    [
        (date(2020, 6, 30), Status.UPCOMING),
        (date(2020, 7, 1), Status.AT_RISK),
        (date(2021, 6, 30), Status.AT_RISK),
        (date(2021, 7, 1), Status.BREACHED),
    ],
)
def test_a_commitment_without_a_day_has_the_agreements_term(on: date, status: Status):
    assert verdict(FOUR, NOTHING, on).status is status


def test_without_a_day_and_without_an_end_nothing_can_be_counted():
    found = verdict(FOUR, OPEN_ENDED, AFTER_LAST)
    assert found.status is Status.NOT_COUNTABLE
    assert found.message.endswith("Ingen tid är angiven.")


def test_the_evidence_is_the_commitment_and_its_latest_day():
    (seen,) = verdict(FOUR, a_year(), AFTER_LAST).evidence
    assert (seen.kind, seen.id, seen.label, seen.day) == ("commitment", 1, "åtagande Barnteam", DAYS[4])


def test_a_plan_without_commitments_says_so():
    found = verdict(FOUR, without(a_year(), "commitments", 1), AFTER_LAST)
    assert (found.status, found.message) == (Status.NOT_COUNTABLE, "Inga åtaganden är upplagda.")


def test_nothing_is_asked_before_the_agreement_begins_or_by_a_version_no_longer_in_force():
    assert judged(FOUR, a_year(), date(2018, 6, 30)) == []
    assert judged(replace(FOUR, until=DAYS[0]), a_year(), AFTER_LAST) == []
