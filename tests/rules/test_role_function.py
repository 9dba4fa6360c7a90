from datetime import date

import pytest

from samverkan_desktop.rules.engine import check
from samverkan_desktop.rules.facts import Facts, HoldingFact, RoleFact
from samverkan_desktop.rules.finding import Status
from samverkan_desktop.rules.fixed_roles import with_fixed_roles
from samverkan_desktop.rules.obligation import Obligation
from samverkan_desktop.vocabulary import HolderState, Role
from tests.rules.facts_factory import (
    AFTER_LAST,
    DAYS,
    GROUP,
    STARTS,
    YEAR,
    a_year,
    adding,
    altered,
    judged,
    obligation,
    verdict,
    without,
)

CHAIR = obligation("role_function", {"role": "chair", "seats": ["F2"]})
CONVENOR = obligation("role_function", {"role": "convenor", "seats": ["F3"]})
NOBODY = without(a_year(), "roles", 1, 2, 3, 4)


def vacant(facts: Facts, seat_id: int) -> Facts:
    return adding(facts, "holdings", HoldingFact(9, seat_id, HolderState.VACANT, date(2019, 4, 1)))


def test_a_role_tied_to_a_function_is_held_without_being_given():
    finding = verdict(CHAIR, NOBODY, AFTER_LAST, period=YEAR)
    assert (finding.rule, finding.status) == ("R30", Status.FULFILLED)
    assert finding.message == "Ordförande är Kvalitetschef (Bildningsförvaltningen)."


def test_giving_it_to_another_is_a_breach():
    finding = verdict(CONVENOR, a_year(), AFTER_LAST, period=YEAR)
    assert finding.status is Status.BREACHED
    assert finding.message == (
        "Sammankallande är Avdelningschef (Socialförvaltningen), men uppdraget har getts till "
        "Kvalitetschef (Bildningsförvaltningen) (2018-09-04–2019-06-15)."
    )
    assert finding.mend


def test_giving_it_to_the_function_itself_is_as_it_should_be():
    own = obligation("role_function", {"role": "convenor", "seats": ["F2"]})
    assert verdict(own, a_year(), AFTER_LAST, period=YEAR).status is Status.FULFILLED


def test_a_vacant_function_is_a_risk():
    finding = verdict(CHAIR, vacant(NOBODY, 2), AFTER_LAST, period=YEAR)
    assert (finding.status, finding.message) == (
        Status.AT_RISK,
        "Ordförande är Kvalitetschef (Bildningsförvaltningen), men funktionen är vakant.",
    )


def test_a_seat_that_the_group_no_longer_has_is_a_risk():
    gone = altered(NOBODY, "seats", 2, until=date(2019, 3, 1))
    assert verdict(CHAIR, gone, AFTER_LAST, period=YEAR).status is Status.AT_RISK


def test_a_role_may_be_tied_to_several_functions():
    both = obligation("role_function", {"role": "chair", "seats": ["F1", "F3"]})
    finding = verdict(both, vacant(NOBODY, 1), AFTER_LAST, period=YEAR)
    assert finding.status is Status.FULFILLED
    assert finding.actual.startswith("Utbildningschef förskola (Bildningsförvaltningen) och Avdelningschef")


def test_no_seat_is_no_demand():
    with pytest.raises(Exception, match="While structuring RoleFunction"):
        judged(obligation("role_function", {"role": "chair", "seats": []}), a_year(), AFTER_LAST)


def test_another_rule_knows_the_fixed_holder():
    term = obligation("role_term", {"roles": ["chair"], "term": "working_year"})
    parties = obligation("role_parties", {"roles": ["chair", "convenor"]})
    together = [each for each in check_all([CHAIR, CONVENOR, term, parties], NOBODY) if each[0] != "R30"]
    assert together == [("R01", Status.FULFILLED), ("R03", Status.FULFILLED), ("R03", Status.FULFILLED)]


def check_all(obligations: list[Obligation], facts: Facts) -> list[tuple[str, Status]]:
    return [(each.rule, each.status) for each in check(obligations, facts, AFTER_LAST)]


def test_it_is_fixed_for_as_long_as_the_agreement_says_so():
    from_february = Obligation(
        1, "role_function", "S04", "", CONVENOR.parameters, "styrgrupp", since=date(2019, 2, 1)
    )
    facts = with_fixed_roles(a_year(), [from_february])
    (fixed,) = (role for role in facts.roles if role.fixed)
    assert (fixed.seat_id, fixed.since, fixed.until) == (3, date(2019, 2, 1), None)
    before = Obligation(
        1, "role_function", "S04", "", CONVENOR.parameters, "styrgrupp", until=date(2019, 1, 31)
    )
    (fixed,) = (role for role in with_fixed_roles(a_year(), [before]).roles if role.fixed)
    assert (fixed.since, fixed.until) == (STARTS, date(2019, 1, 31))


def test_what_was_given_before_it_was_fixed_is_no_breach():
    later = Obligation(
        1, "role_function", "S04", "", CONVENOR.parameters, "styrgrupp", since=date(2019, 7, 1)
    )
    chosen = adding(NOBODY, "roles", RoleFact(9, GROUP, Role.CONVENOR, 2, DAYS[0], None, DAYS[0]))
    found = judged(later, chosen, date(2019, 9, 1))
    assert [(each.period, each.status) for each in found] == [("2019/2020", Status.FULFILLED)]
