from dataclasses import replace
from datetime import date

from samverkan_desktop.rules.finding import Status
from tests.rules.facts_factory import AFTER_LAST, DAYS, a_year, altered, judged, obligation, verdict, without

BOTH = obligation("expected_results", group="")
SHORT = obligation("expected_results", {"horizons": ["short"]}, group="")
NO_LONG = without(a_year(), "expected_results", 2)


def test_each_horizon_has_a_finding_of_its_own():
    found = judged(BOTH, NO_LONG, AFTER_LAST)
    assert [(each.rule, each.status, each.message) for each in found] == [
        ("R41", Status.AT_RISK, "Förväntade resultat på lång sikt är inte angivna."),
        ("R41", Status.FULFILLED, "Förväntade resultat på kort sikt: 1 angivet."),
    ]
    assert found[0].mend == "Ange vilka resultat som förväntas på lång sikt."


def test_only_the_horizons_asked_for_are_judged():
    assert verdict(SHORT, NO_LONG, AFTER_LAST).status is Status.FULFILLED


def test_what_was_never_stated_is_a_breach_when_the_agreement_has_ended():
    found = judged(BOTH, NO_LONG, date(2021, 7, 1))[0]
    assert (found.status, found.mend) == (Status.BREACHED, "")


def test_a_result_counts_from_the_day_it_was_stated():
    facts = altered(a_year(), "expected_results", 1, stated_on=DAYS[1])
    assert verdict(SHORT, facts, DAYS[0]).status is Status.AT_RISK
    assert verdict(SHORT, facts, DAYS[1]).status is Status.FULFILLED


def test_nothing_is_asked_before_the_agreement_begins_or_by_a_version_no_longer_in_force():
    assert judged(BOTH, NO_LONG, date(2018, 6, 30)) == []
    assert judged(replace(BOTH, until=DAYS[0]), NO_LONG, AFTER_LAST) == []
