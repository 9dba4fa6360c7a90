from dataclasses import replace
from datetime import date

from samverkan_desktop.rules.finding import Status
from samverkan_desktop.rules.register_facts import IndicatorFact
from tests.rules.facts_factory import (
    AFTER_LAST,
    DAYS,
    NEXT,
    YEAR,
    a_year,
    adding,
    altered,
    judged,
    obligation,
    verdict,
    without,
)

MEASURED = obligation("indicators", group="")
TWO = adding(a_year(), "indicators", IndicatorFact(2, "Väntetid"))
OVER = date(2019, 7, 1)


def test_a_year_in_which_every_indicator_is_measured_is_fulfilled():
    found = verdict(MEASURED, a_year(), AFTER_LAST)
    assert (found.rule, found.status, found.message) == (
        "R42",
        Status.FULFILLED,
        f"Indikatorn är mätt för {YEAR}.",
    )


def test_those_not_measured_are_named_and_are_a_breach_when_the_year_is_over():
    running, over = verdict(MEASURED, TWO, AFTER_LAST), verdict(MEASURED, TWO, OVER, period=YEAR)
    assert running.message == f"1 av 2 indikatorer är mätta för {YEAR}. Saknas: Väntetid."
    assert (running.status, over.status) == (Status.UPCOMING, Status.BREACHED)
    assert [(each.kind, each.id) for each in running.evidence] == [("indicator", 2)]


def test_a_value_counts_from_the_day_it_was_noted():
    assert verdict(MEASURED, a_year(), DAYS[3]).status is Status.UPCOMING


def test_an_indicator_on_trial_is_shown_and_not_counted():
    trial = altered(TWO, "indicators", 2, on_trial=True)
    found = judged(MEASURED, trial, OVER)
    assert [(each.status, each.period) for each in found] == [
        (Status.UPCOMING, NEXT),
        (Status.FULFILLED, YEAR),
        (Status.NOT_COUNTABLE, ""),
    ]
    assert found[-1].message == "Under utprövning: Väntetid."


def test_an_indicator_is_measured_from_the_year_it_came():
    later = altered(TWO, "indicators", 2, since=OVER)
    assert verdict(MEASURED, later, OVER, period=YEAR).status is Status.FULFILLED
    assert verdict(MEASURED, later, OVER, period=NEXT).required == 2


def test_an_indicator_dropped_during_a_year_need_not_be_measured_in_it():
    dropped = altered(TWO, "indicators", 2, until=DAYS[5])
    assert verdict(MEASURED, dropped, AFTER_LAST).required == 1


def test_without_indicators_nothing_can_be_counted():
    found = verdict(MEASURED, without(a_year(), "indicators", 1), AFTER_LAST)
    assert (found.status, found.message) == (Status.NOT_COUNTABLE, "Inga indikatorer är upplagda.")


def test_nothing_is_asked_before_the_agreement_begins_or_by_a_version_no_longer_in_force():
    assert judged(MEASURED, a_year(), date(2018, 6, 30)) == []
    assert judged(replace(MEASURED, until=date(2018, 6, 30)), a_year(), AFTER_LAST) == []
