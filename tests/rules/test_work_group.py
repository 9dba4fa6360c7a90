import pytest

from samverkan_desktop.rules.facts import Facts
from samverkan_desktop.rules.finding import Status
from samverkan_desktop.rules.obligation import Obligation
from samverkan_desktop.vocabulary import GroupKind
from tests.rules.facts_factory import (
    AFTER_LAST,
    AUTUMN,
    DAYS,
    WORK_GROUP,
    a_year,
    altered,
    judged,
    obligation,
    verdict,
    without,
)

KIND = {"group_kind": GroupKind.WORK_GROUP}
PARTIES = obligation("work_group", {"requires": ["every_party"]}, **KIND)
DECISION = obligation("work_group", {"requires": ["decision"]}, **KIND)
NEED = obligation("work_group", {"requires": ["need"]}, **KIND)


@pytest.mark.parametrize(
    ("demand", "facts", "status"),
    [
        (PARTIES, a_year(), Status.FULFILLED),
        (PARTIES, without(a_year(), "seats", 22), Status.BREACHED),
        (PARTIES, altered(a_year(), "seats", 22, until=DAYS[1]), Status.BREACHED),
        (DECISION, a_year(), Status.FULFILLED),
        (DECISION, altered(a_year(), "groups", WORK_GROUP, decision_id=None), Status.BREACHED),
        (DECISION, without(a_year(), "decisions", 1), Status.BREACHED),
        (NEED, a_year(), Status.FULFILLED),
        (NEED, altered(a_year(), "groups", WORK_GROUP, need=" "), Status.BREACHED),
    ],
)
def test_work_group_is_manned_and_set_up_as_agreed(demand: Obligation, facts: Facts, status: Status):
    assert verdict(demand, facts, AFTER_LAST).status is status


def test_the_missing_party_is_named():
    finding = verdict(PARTIES, without(a_year(), "seats", 22), AFTER_LAST)
    assert finding.message == "Arbetsgruppen saknar funktion från Socialförvaltningen."
    assert finding.mend == "Utse en funktion från Socialförvaltningen."


def test_a_closed_group_is_judged_by_its_last_day():
    facts = altered(a_year(), "groups", WORK_GROUP, closed_on=DAYS[4])
    facts = altered(facts, "seats", 22, until=DAYS[4])
    assert verdict(PARTIES, facts, AFTER_LAST).status is Status.FULFILLED


def test_a_group_not_yet_set_up_is_not_judged():
    assert judged(PARTIES, a_year(), AUTUMN) == []
