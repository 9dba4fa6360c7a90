from datetime import date

from samverkan_desktop.rules.facts import HoldingFact
from samverkan_desktop.rules.finding import Status
from samverkan_desktop.vocabulary import HolderState
from tests.rules.facts_factory import (
    AFTER_LAST,
    GROUP,
    YEAR,
    a_year,
    adding,
    altered,
    judged,
    obligation,
    verdict,
)

SEATS = obligation("vacancy")
FROM, UNTIL = date(2019, 1, 1), date(2019, 2, 28)
EMPTY = adding(
    a_year(),
    "holdings",
    HoldingFact(1, 2, HolderState.VACANT, FROM, UNTIL),
    HoldingFact(2, 2, HolderState.ACTING, date(2019, 3, 1)),
)


def test_a_vacant_seat_is_told_with_its_day():
    finding = verdict(SEATS, EMPTY, date(2019, 2, 5))
    assert finding.status is Status.AT_RISK
    assert finding.message == "Funktionen Kvalitetschef är vakant sedan 2019-01-01."


def test_a_seat_filled_again_is_evidence_of_the_year():
    finding = verdict(SEATS, EMPTY, AFTER_LAST)
    assert (finding.status, finding.message) == (Status.FULFILLED, "Alla funktioner är besatta.")
    assert [(each.id, each.day) for each in finding.evidence] == [(2, FROM)]
    assert "vakant t.o.m. 2019-02-28" in finding.evidence[0].label


def test_a_vacancy_of_an_earlier_year_is_past():
    assert verdict(SEATS, EMPTY, date(2019, 9, 1)).evidence == ()


def test_only_the_current_year_is_told_of():
    assert [finding.period for finding in judged(SEATS, EMPTY, date(2019, 2, 5))] == [YEAR]


def test_outside_the_agreements_term_there_is_nothing_to_find():
    assert judged(SEATS, EMPTY, date(2022, 1, 1)) == []


def test_a_closed_group_has_no_vacancies():
    assert judged(SEATS, altered(EMPTY, "groups", GROUP, closed_on=FROM), date(2019, 2, 5)) == []
