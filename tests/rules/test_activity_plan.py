from datetime import date

import pytest

from samverkan_desktop.rules.facts import Facts
from samverkan_desktop.rules.finding import Finding, Status
from samverkan_desktop.rules.register_facts import PlannedActivityFact
from tests.rules.facts_factory import AFTER_LAST, DAYS, YEAR, a_year, altered, judged, obligation, without

YEARLY = obligation("activity_plan")
OVER = date(2019, 7, 1)
LOOSE = altered(
    a_year(),
    "activity_plans",
    1,
    activities=(PlannedActivityFact(1, "Kurs", 1), PlannedActivityFact(2, "Film")),
)


def plan(facts: Facts, on: date) -> Finding:
    return next(each for each in judged(YEARLY, facts, on, period=YEAR) if each.required == "antagen")


def links(facts: Facts, on: date) -> Finding:
    return next(each for each in judged(YEARLY, facts, on, period=YEAR) if each.required != "antagen")


@pytest.mark.parametrize(
    ("facts", "message"),
    [
        (a_year(), "Aktivitetsplanen för 2018/2019 antogs 2018-09-04."),
        (without(a_year(), "activity_plans", 1), "Aktivitetsplan för 2018/2019 saknas."),
        (
            altered(a_year(), "activity_plans", 1, adopted_on=None),
            "Aktivitetsplanen för 2018/2019 är inte antagen.",
        ),
        (
            altered(a_year(), "activity_plans", 1, activities=()),
            "Aktivitetsplanen för 2018/2019 har inga aktiviteter.",
        ),
    ],
)
def test_a_plan_is_there_and_adopted(facts: Facts, message: str):
    running, over = plan(facts, AFTER_LAST), plan(facts, OVER)
    assert (running.rule, running.message) == ("R18", message)
    if facts == a_year():
        assert (running.status, over.status) == (Status.FULFILLED, Status.FULFILLED)
        assert running.mend == ""
    else:
        assert (running.status, over.status) == (Status.AT_RISK, Status.BREACHED)
        assert running.mend
        assert over.mend == ""


def test_a_plan_adopted_after_its_year_was_never_in_force():
    found = plan(altered(a_year(), "activity_plans", 1, adopted_on=OVER), OVER)
    assert found.status is Status.BREACHED
    assert found.message == "Aktivitetsplanen för 2018/2019 antogs först 2019-07-01, efter årets slut."


def test_a_plan_is_not_known_to_be_adopted_before_its_day():
    assert plan(a_year(), date(2018, 9, 3)).status is Status.AT_RISK


def test_another_groups_plan_is_not_this_groups():
    facts = altered(a_year(), "activity_plans", 1, group_id=2)
    assert plan(facts, AFTER_LAST).actual == "saknas"


def test_activities_without_a_strategy_are_named():
    running, over = links(LOOSE, AFTER_LAST), links(LOOSE, OVER)
    assert running.message == "Aktiviteter utan strategi i planen för 2018/2019: Film."
    assert (running.status, over.status) == (Status.AT_RISK, Status.BREACHED)
    assert (running.required, running.actual) == (2, 1)
    assert [(each.kind, each.id) for each in running.evidence] == [
        ("activity_plan", 1),
        ("planned_activity", 2),
    ]


def test_activities_that_all_follow_from_a_strategy_are_as_they_should():
    assert links(a_year(), AFTER_LAST).status is Status.FULFILLED


def test_an_agreement_that_does_not_ask_for_strategies_does_not_judge_them():
    (found,) = judged(obligation("activity_plan", {"linked": False}), LOOSE, AFTER_LAST)
    assert found.message == f"Aktivitetsplanen för {YEAR} antogs {DAYS[0]}."


def test_without_a_plan_there_is_nothing_to_link():
    assert len(judged(YEARLY, without(a_year(), "activity_plans", 1), AFTER_LAST)) == 1
