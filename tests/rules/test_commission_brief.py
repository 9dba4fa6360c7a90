import pytest

from samverkan_desktop.rules.facts import Facts
from samverkan_desktop.rules.finding import Status
from tests.rules.facts_factory import (
    AFTER_LAST,
    WORK_GROUP,
    YEAR,
    a_year,
    altered,
    judged,
    obligation,
    verdict,
)

BRIEF = obligation("commission_brief", {"requires": ["how", "when"]})
RESPONSIBLE = obligation("commission_brief", {"requires": ["responsible"]})
NEITHER = altered(a_year(), "commissions", 1, how=" ", dues=())


@pytest.mark.parametrize(
    ("facts", "status"),
    [
        (a_year(), Status.FULFILLED),
        (altered(a_year(), "commissions", 1, how=""), Status.BREACHED),
        (altered(a_year(), "commissions", 1, dues=()), Status.BREACHED),
        (NEITHER, Status.BREACHED),
    ],
)
def test_commission_says_how_and_when_it_is_reported(facts: Facts, status: Status):
    assert verdict(BRIEF, facts, AFTER_LAST, period=YEAR).status is status


def test_responsible_can_be_demanded_too():
    facts = altered(a_year(), "commissions", 1, responsible=("",))
    assert verdict(RESPONSIBLE, facts, AFTER_LAST).status is Status.BREACHED
    assert verdict(RESPONSIBLE, a_year(), AFTER_LAST).status is Status.FULFILLED


def test_what_is_missing_is_said_in_the_agreements_words():
    finding = verdict(BRIEF, NEITHER, AFTER_LAST)
    assert finding.message == "Uppdraget U1: ange hur och när uppdraget ska redovisas."
    assert finding.mend == "Ange hur och när uppdraget ska redovisas."


def test_only_what_is_missing_is_asked_for():
    facts = altered(a_year(), "commissions", 1, how="")
    assert verdict(BRIEF, facts, AFTER_LAST).mend == "Ange hur uppdraget ska redovisas."


def test_another_groups_commissions_are_not_judged():
    facts = altered(a_year(), "commissions", 1, group_id=WORK_GROUP)
    assert judged(BRIEF, facts, AFTER_LAST) == []
