import pytest

from samverkan_desktop.rules.facts import Facts
from samverkan_desktop.rules.finding import Status
from samverkan_desktop.vocabulary import DecisionKind
from tests.rules.facts_factory import (
    AFTER_LAST,
    AUTUMN,
    a_year,
    altered,
    judged,
    obligation,
    verdict,
    without,
)

OTHERS = obligation("excluded_scope", {"agreements": ["Överenskommelsen"]})
UNDECIDED = without(a_year(), "decisions", 2)


@pytest.mark.parametrize(
    ("facts", "status"),
    [
        (a_year(), Status.FULFILLED),
        (UNDECIDED, Status.BREACHED),
        (altered(a_year(), "decisions", 2, kind=DecisionKind.DECISION), Status.BREACHED),
    ],
)
def test_what_another_agreement_regulates_is_referred_by_decision(facts: Facts, status: Status):
    assert verdict(OTHERS, facts, AFTER_LAST).status is status


def test_the_item_and_the_other_agreement_are_named():
    message = verdict(OTHERS, UNDECIDED, AFTER_LAST).message
    assert message == (
        "Punkten Första linjen hänvisas till Överenskommelsen men saknar beslut om hänvisning."
    )


def test_an_item_of_a_meeting_to_come_is_not_judged():
    assert judged(OTHERS, UNDECIDED, AUTUMN) == []
