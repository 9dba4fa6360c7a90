from datetime import date

import pytest

from samverkan_desktop.rules.facts import Facts, PartyFact
from samverkan_desktop.rules.finding import Status
from samverkan_desktop.rules.register_facts import KnownFact, UnitFact
from tests.rules.facts_factory import (
    AFTER_LAST,
    DAYS,
    a_year,
    adding,
    altered,
    judged,
    obligation,
    verdict,
    without,
)

DEMAND = obligation("routine_dissemination", group="")
HALF = (KnownFact(1, DAYS[1]),)
PAST, AHEAD = date(2019, 1, 31), date(2019, 12, 31)


def routine(**changes: object) -> Facts:
    """Return the year with one routine, changed."""
    return altered(without(a_year(), "routines", 2), "routines", 1, **changes)


@pytest.mark.parametrize(
    ("changes", "status", "message"),
    [
        ({}, Status.FULFILLED, "Alla verksamheter har fått del av rutin 3 (Skolfrånvaro)."),
        ({"known": HALF}, Status.AT_RISK, "IFO har inte fått del av rutin 3 (Skolfrånvaro)."),
        ({"known": ()}, Status.AT_RISK, "Ingen verksamhet har fått del av rutin 3 (Skolfrånvaro) än."),
        (
            {"known": HALF, "known_by": PAST},
            Status.BREACHED,
            "IFO skulle ha fått del av rutin 3 (Skolfrånvaro) senast 2019-01-31.",
        ),
        (
            {"known": (), "known_by": PAST},
            Status.BREACHED,
            "Alla verksamheter skulle ha fått del av rutin 3 (Skolfrånvaro) senast 2019-01-31.",
        ),
        (
            {"known": HALF, "known_by": AHEAD},
            Status.UPCOMING,
            "IFO ska få del av rutin 3 (Skolfrånvaro) senast 2019-12-31.",
        ),
        (
            {"known": (), "made_known_on": DAYS[1]},
            Status.FULFILLED,
            "Alla verksamheter har fått del av rutin 3 (Skolfrånvaro).",
        ),
        (
            {"known": (), "due_words": "vårterminen 2020"},
            Status.NOT_DUE,
            "Rutin 3 (Skolfrånvaro) finns inte än: vårterminen 2020.",
        ),
    ],
)
def test_a_routine_is_known_in_every_operation(changes: dict[str, object], status: Status, message: str):
    finding = verdict(DEMAND, routine(**changes), AFTER_LAST)
    assert (finding.rule, finding.status, finding.message) == ("R35", status, message)
    assert bool(finding.mend) is (status in (Status.BREACHED, Status.AT_RISK))


def test_the_evidence_is_where_and_when_it_was_made_known():
    finding = verdict(DEMAND, routine(known=HALF), AFTER_LAST)
    assert (finding.required, finding.actual) == (2, 1)
    assert [(each.kind, each.label, each.day) for each in finding.evidence[1:]] == [
        ("unit", "Förskola", DAYS[1])
    ]


def test_what_was_made_known_later_was_not_known_then():
    assert verdict(DEMAND, routine(), DAYS[1]).actual == 1


def test_operations_of_those_who_only_take_part_are_left_out():
    facts = adding(routine(), "parties", PartyFact(3, "polis", "Polisen", signs=False))
    facts = adding(facts, "units", UnitFact(3, 3, "Områdespolisen"))
    assert verdict(DEMAND, facts, AFTER_LAST).status is Status.FULFILLED


def test_an_agreement_without_operations_notes_that_all_know():
    facts = without(routine(known=()), "units", 1, 2)
    finding = verdict(DEMAND, facts, AFTER_LAST)
    assert (finding.status, finding.message) == (
        Status.AT_RISK,
        "Ingen verksamhet har fått del av rutin 3 (Skolfrånvaro) än.",
    )
    known = altered(facts, "routines", 1, made_known_on=DAYS[1])
    assert verdict(DEMAND, known, AFTER_LAST).status is Status.FULFILLED


def test_nothing_is_asked_before_the_agreement_begins():
    assert judged(DEMAND, a_year(), date(2018, 6, 1)) == []
