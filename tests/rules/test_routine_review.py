from dataclasses import replace
from datetime import date

import pytest

from samverkan_desktop.rules.facts import Facts
from samverkan_desktop.rules.finding import Status
from tests.rules.facts_factory import AFTER_LAST, DAYS, ENDS, a_year, altered, judged, obligation, without

DEMAND = obligation("routine_review", group="")


def routine(**changes: object) -> Facts:
    """Return the year with one routine, changed."""
    return altered(without(a_year(), "routines", 2), "routines", 1, **changes)


@pytest.mark.parametrize(
    ("changes", "status", "message"),
    [
        (
            {},
            Status.FULFILLED,
            "Rutin 3 (Skolfrånvaro) sågs över 2019-05-28 och ses över igen senast 2020-05-28.",
        ),
        (
            {"reviewed_on": None},
            Status.FULFILLED,
            "Rutin 3 (Skolfrånvaro) ses över första gången senast 2020-05-28.",
        ),
        (
            {"review_by": date(2019, 6, 30)},
            Status.UPCOMING,
            "Rutin 3 (Skolfrånvaro) ska ses över senast 2019-06-30.",
        ),
        (
            {"review_by": date(2019, 1, 31), "reviewed_on": None},
            Status.BREACHED,
            "Rutin 3 (Skolfrånvaro) skulle ha setts över 2019-01-31.",
        ),
        (
            {"review_by": None},
            Status.NOT_COUNTABLE,
            "Rutin 3 (Skolfrånvaro) har ingen bestämd tid för översyn.",
        ),
        (
            {"due_words": "första kvartalet 2020", "due": date(2020, 3, 31)},
            Status.NOT_DUE,
            "Rutin 3 (Skolfrånvaro) finns inte än: första kvartalet 2020.",
        ),
        (
            {"due": date(2019, 3, 31)},
            Status.BREACHED,
            "Rutin 3 (Skolfrånvaro) skulle ha funnits senast 2019-03-31.",
        ),
        ({"number": None, "review_by": None}, Status.NOT_COUNTABLE, "Rutinen Skolfrånvaro har ingen"),
    ],
)
def test_a_routine_is_held_against_its_day_for_review(
    changes: dict[str, object], status: Status, message: str
):
    (finding,) = judged(DEMAND, routine(**changes), AFTER_LAST)
    assert (finding.rule, finding.status) == ("R13", status)
    assert finding.message.startswith(message)
    assert bool(finding.mend) is (status in (Status.BREACHED, Status.NOT_COUNTABLE))


def test_the_day_itself_is_in_time():
    day = date(2019, 1, 31)
    facts = routine(review_by=day, reviewed_on=None)
    assert judged(DEMAND, facts, day)[0].status is Status.UPCOMING


def test_support_material_is_reviewed_too():
    assert [each.evidence[0].label for each in judged(DEMAND, a_year(), AFTER_LAST)] == [
        "rutin 3 (Skolfrånvaro)",
        "stödmaterialet Samtycke",
    ]


def test_nothing_falls_due_after_the_agreement_has_ended():
    facts = routine(review_by=date(2021, 8, 1))
    assert judged(DEMAND, facts, date(2022, 1, 1))[0].status is not Status.BREACHED
    late = routine(review_by=date.fromordinal(ENDS.toordinal() - 1))
    assert judged(DEMAND, late, date(2022, 1, 1))[0].status is Status.BREACHED


@pytest.mark.parametrize("kind", ["routine_review", "routine_dissemination", "support_material"])
def test_what_has_been_withdrawn_is_not_judged(kind: str):
    demand = obligation(kind, group="")
    facts = a_year()
    for identity in (1, 2):
        facts = altered(facts, "routines", identity, withdrawn_on=AFTER_LAST)
    assert judged(demand, facts, AFTER_LAST) == []
    assert judged(demand, facts, DAYS[5])


def test_nothing_is_asked_before_the_agreement_begins_or_by_a_version_not_in_force():
    assert judged(DEMAND, a_year(), date(2018, 6, 1)) == []
    assert judged(replace(DEMAND, since=date(2020, 7, 1)), a_year(), AFTER_LAST) == []


def test_the_group_named_is_told():
    (finding,) = judged(obligation("routine_review"), routine(), DAYS[5])
    assert finding.group == "Styrgruppen"
