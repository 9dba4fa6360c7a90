"""The activity plan: begun by its first activity, adopted, carried over; activities done and undone."""

from datetime import date

import pytest
from PySide6.QtWidgets import QLabel, QPushButton

from samverkan_desktop.services import activity_plan, planned_activity, strategy, work_group
from samverkan_desktop.services.activity_plan import ActivityPlanRow
from samverkan_desktop.services.workspace import Workspace
from samverkan_desktop.ui.pages.registers.page import RegistersPage
from samverkan_desktop.vocabulary import DecisionKind
from tests.ui import hands
from tests.ui.conftest import Recorded
from tests.ui.pages.registers.conftest import demand, names
from tests.ui.year import PERIOD, Shown, Year

COMING = "2019/2020"


@pytest.fixture
def planned(page: RegistersPage, begun: Year) -> RegistersPage:
    """Return the page on a draft of two activities, the first late in October."""
    work = begun.work
    with work.together("test.plan", "Plan"):
        strategy.add(work, 1, "Tidiga insatser")
        plan = activity_plan.draft(work, begun.group_id, PERIOD)
        planned_activity.add(work, plan, "Kartlägg frånvaro", strategy_id=1, due=date(2018, 9, 30))
        planned_activity.add(work, plan, "Gemensam föreläsning", responsible="Kvalitetschef")
    begun.go_to(date(2018, 10, 20))
    page.open("planned_activity")
    page.mark_dirty()
    return page


def plan(work: Workspace, period: str = PERIOD) -> ActivityPlanRow | None:
    return activity_plan.plan_row(work, 1, period)


def said(page: RegistersPage) -> list[str]:
    stands = page.view().stands
    return [label.text() for label in stands.findChildren(QLabel) if label.isVisible()]


def offered(page: RegistersPage) -> list[str]:
    return [each.text() for each in page.view().whole.findChildren(QPushButton) if each.isVisible()]


def test_the_first_activity_begins_the_plan_of_the_year_that_is_shown(page: RegistersPage, work: Workspace):
    page.open("planned_activity")
    assert said(page) == [
        "Styrgruppen har ingen aktivitetsplan för 2018/2019. Den läggs upp med sin första aktivitet."
    ]
    hands.type_text(page.view().entry.form.field("title"), "Kartlägg frånvaro")
    hands.press(page.view().entry, "Lägg till")
    assert names(page) == ["Kartlägg frånvaro"]
    work.undo()
    assert plan(work) is None


def test_an_activity_that_is_refused_begins_no_plan(page: RegistersPage, work: Workspace):
    page.open("planned_activity")
    hands.press(page.view().entry, "Lägg till")
    assert plan(work) is None


def test_it_says_which_plan_is_shown_and_how_far_it_has_come(planned: RegistersPage):
    assert said(planned) == ["Aktivitetsplan 2018/2019, Styrgruppen: utkast. 0 av 2 aktiviteter är klara."]
    hands.picture(planned, "registers-activity-plan")


def test_an_activity_is_done_and_not_done_after_all(planned: RegistersPage, work: Workspace):
    planned.open("planned_activity:1")
    hands.press(planned.view().panel, "Klar…")
    hands.press(planned.view().panel, "Notera")
    assert plan(work).activities[0].done_on == work.today
    hands.picture(planned, "registers-activity-done")
    hands.press(planned.view().panel, "Inte klar")
    assert plan(work).activities[0].done_on is None


def test_activities_are_moved_within_the_plan(planned: RegistersPage):
    planned.open("planned_activity:2")
    hands.press(planned.view().panel, "Flytta upp")
    assert names(planned) == ["Gemensam föreläsning", "Kartlägg frånvaro"]


def test_the_plan_is_adopted_on_a_day_and_made_a_draft_again(planned: RegistersPage, work: Workspace):
    hands.press(planned.view().whole, "Anta planen…")
    hands.type_text(planned.view().whole.forms[0].field("day"), "2018-10-16")
    hands.press(planned.view().whole, "Anta")
    assert plan(work).adopted_on == date(2018, 10, 16)
    assert "antagen 2018-10-16" in said(planned)[0]
    hands.press(planned.view().whole, "Gör planen till utkast igen")
    assert plan(work).adopted_on is None


def test_the_plan_is_adopted_by_a_decision_that_opens(planned: RegistersPage, begun: Year, given: Shown):
    decided = begun.decide(1, "Aktivitetsplan", "Planen antas.", kind=DecisionKind.PLAN)
    hands.press(planned.view().whole, "Anta planen…")
    planned.view().whole.forms[0].field("decision_id").set_value(decided)
    hands.press(planned.view().whole, "Anta")
    assert plan(begun.work).decision_id == decided
    (link,) = planned.view().stands.findChildren(QPushButton)
    link.click()
    assert given.targets == [f"decision:{decided}"]


def test_without_decision_and_day_it_says_what_is_missing(planned: RegistersPage, work: Workspace):
    hands.press(planned.view().whole, "Anta planen…")
    hands.press(planned.view().whole, "Anta")
    assert plan(work).adopted_on is None
    errors = [each.text() for each in planned.view().whole.findChildren(QLabel) if each.isVisible()]
    assert "Ange vilket beslut planen antogs genom, eller vilken dag." in errors


def test_what_is_not_done_is_carried_over_from_either_year(planned: RegistersPage, work: Workspace):
    hands.press(planned.view().whole, "För över det som inte är klart till nästa år")
    assert len(plan(work, COMING).activities) == 2
    work.undo()
    planned.context.scope.choose_period(COMING)
    assert offered(planned) == ["Hämta det som inte blev klart året innan"]
    hands.press(planned.view().whole, "Hämta det som inte blev klart året innan")
    assert names(planned) == ["Kartlägg frånvaro", "Gemensam föreläsning"]


def test_a_draft_is_taken_away(planned: RegistersPage, work: Workspace):
    hands.press(planned.view().whole, "Ta bort planen")
    assert plan(work) is None


def test_a_target_shows_the_plan_and_the_year_it_is_of(planned: RegistersPage):
    planned.context.scope.choose_period(COMING)
    planned.open("planned_activity:2")
    assert planned.context.period() == PERIOD
    assert planned.view().panel.form.value("title") == "Gemensam föreläsning"
    planned.context.scope.choose_period(COMING)
    planned.open("activity_plan:1")
    assert names(planned) == ["Kartlägg frånvaro", "Gemensam föreläsning"]


def test_the_plans_of_other_groups_can_be_shown(planned: RegistersPage, begun: Year, given: Shown):
    decided = begun.decide(1, "Arbetsgrupp", "Tillsätts.", kind=DecisionKind.COMMISSION)
    seats = tuple(work_group.NewSeat(party, "Rektor") for party in (1, 2))
    crew = work_group.set_up_work_group(
        begun.work, decided, "Skolfrånvaro", "Ökar.", seats, convenor=0, secretary=1
    )
    other = activity_plan.draft(begun.work, crew, PERIOD)
    hands.press(planned.view().stands, "Visa planen för Skolfrånvaro")
    assert given.targets == [f"activity_plan:{other}"]
    planned.open(given.targets[0])
    assert said(planned)[0].startswith("Aktivitetsplan 2018/2019, Skolfrånvaro: utkast.")


def test_an_agreement_that_asks_for_plans_lists_the_register_first(page: RegistersPage, work: Workspace):
    demand(work, "activity_plan")
    assert page.list.kinds()[0] == "planned_activity"


def test_a_day_outside_the_year_is_said_at_its_field(
    planned: RegistersPage, work: Workspace, recorded: Recorded
):
    planned.open("planned_activity:2")
    field = planned.view().panel.form.field("due")
    hands.type_text(field, "2020-01-01")
    field.commit()
    assert plan(work).activities[1].due is None
    assert recorded.troubles == []
