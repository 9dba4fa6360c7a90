from datetime import date

import pytest

from samverkan_desktop.rules.facts import Facts
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
)

DEMAND = obligation("support_material", group="")
DUE = {"due": date(2019, 3, 31), "due_words": "första kvartalet 2019"}


def material(**changes: object) -> Facts:
    return altered(a_year(), "routines", 2, **changes)


@pytest.mark.parametrize(
    ("changes", "status", "message"),
    [
        ({}, Status.FULFILLED, "Stödmaterialet Samtycke presenterades 2019-03-26."),
        (
            {"updated_on": DAYS[5]},
            Status.FULFILLED,
            "Stödmaterialet Samtycke presenterades 2019-03-26 och uppdaterades senast 2019-05-28.",
        ),
        (
            {"presented_on": date(2019, 4, 1), "due_words": "våren 2019"},
            Status.BREACHED,
            "Stödmaterialet Samtycke skulle ha presenterats senast våren 2019, men presenterades 2019-04-01.",
        ),
        (
            {"presented_on": None},
            Status.BREACHED,
            "Stödmaterialet Samtycke skulle ha presenterats senast första kvartalet 2019.",
        ),
        (
            {"presented_on": None, "due": date(2019, 9, 30), "due_words": ""},
            Status.UPCOMING,
            "Stödmaterialet Samtycke ska presenteras senast 2019-09-30.",
        ),
        (
            {"presented_on": None, "due": None, "due_words": "när utredningen är klar"},
            Status.NOT_COUNTABLE,
            "Stödmaterialet Samtycke ska presenteras när utredningen är klar.",
        ),
        (
            {"presented_on": None, "due": None, "due_words": ""},
            Status.NOT_COUNTABLE,
            "Stödmaterialet Samtycke har ingen bestämd tid.",
        ),
    ],
)
def test_material_is_held_against_its_time(changes: dict[str, object], status: Status, message: str):
    finding = verdict(DEMAND, material(**changes), AFTER_LAST)
    assert (finding.rule, finding.status, finding.message) == ("R36", status, message)


def test_what_is_missing_concerns_every_year_and_what_came_late_its_own():
    assert verdict(DEMAND, material(presented_on=None), AFTER_LAST).period == ""
    assert verdict(DEMAND, material(presented_on=date(2019, 4, 1)), date(2020, 9, 1)).period == YEAR


def test_material_presented_later_was_missing_then():
    facts = material(due=date(2019, 1, 31), due_words="", presented_on=DAYS[4])
    assert verdict(DEMAND, facts, date(2019, 2, 5)).mend


def test_a_routine_is_no_support_material():
    assert len(judged(DEMAND, a_year(), AFTER_LAST)) == 1
    assert judged(DEMAND, a_year(), date(2018, 6, 1)) == []
