from datetime import date

import pytest

from samverkan_desktop.rules.finding import Status
from samverkan_desktop.services import activity_plan, decision, planned_activity, strategy
from samverkan_desktop.services.activity_plan import ActivityPlanRow
from samverkan_desktop.services.planned_activity import add, change
from tests.services.registers import AGREEMENT, another_agreement, demand
from tests.services.year import COMING, DAYS, FIRST, HOLDS_NUMBER, NUMBER, PERIOD, Year, refused


def draft(year: Year, period: str = PERIOD) -> int:
    return activity_plan.draft(year.work, year.group_id, period)


def row(year: Year, period: str = PERIOD) -> ActivityPlanRow:
    found = activity_plan.plan_row(year.work, year.group_id, period)
    assert found is not None
    return found


def titles(year: Year, period: str = PERIOD) -> list[tuple[int, str]]:
    return [(each.position, each.title) for each in row(year, period).activities]


def test_a_plan_begins_as_an_empty_draft(adopted: Year):
    made = draft(adopted, "2018/19")
    found = row(adopted)
    assert (found.id, found.group, found.period, found.adopted_on) == (made, "Styrgruppen", PERIOD, None)
    assert (found.activities, found.done) == ((), 0)
    assert activity_plan.listing(adopted.work, AGREEMENT) == (found,)
    assert activity_plan.plan_row(adopted.work, adopted.group_id, COMING) is None


def test_a_year_has_one_plan_and_is_one_of_the_agreements(adopted: Year):
    draft(adopted)
    with refused(adopted, "Det finns redan en aktivitetsplan för 2018/2019.", field="period"):
        draft(adopted)
    with refused(adopted, "2021/2022 ligger utanför avtalets tid.", field="period"):
        draft(adopted, "2021/2022")


def test_the_groups_asked_for_a_plan_are_those_the_agreement_demands_it_of(adopted: Year):
    assert activity_plan.groups_asked(adopted.work, AGREEMENT) == ()
    demand(adopted, "activity_plan")
    assert activity_plan.groups_asked(adopted.work, AGREEMENT) == (adopted.group_id,)


# --- Activities ---


def test_an_activity_follows_from_a_strategy(adopted: Year):
    plan = draft(adopted)
    follows = strategy.add(adopted.work, AGREEMENT, "Förebygga")
    add(
        adopted.work, plan, " Föräldrakurs ",
        strategy_id=follows, responsible="Verksamhetschef elevhälsan", due=DAYS[2],
    )  # fmt: skip
    (made,) = row(adopted).activities
    assert (made.title, made.strategy, made.responsible, made.due, made.late) == (
        "Föräldrakurs",
        "Förebygga",
        "Verksamhetschef elevhälsan",
        DAYS[2],
        False,
    )
    assert strategy.listing(adopted.work, AGREEMENT)[0].activities == 1


def test_an_activity_that_cannot_be_is_refused(adopted: Year):
    plan = draft(adopted)
    other = strategy.add(adopted.work, another_agreement(adopted), "Annan")
    with refused(adopted, "Ange vad som ska göras.", field="title"):
        add(adopted.work, plan, " ")
    with refused(adopted, "2019-07-01 ligger utanför 2018/2019.", field="due"):
        add(adopted.work, plan, "Kurs", due=date(2019, 7, 1))
    with refused(adopted, "Välj en strategi som hör till avtalet.", field="strategy_id"):
        add(adopted.work, plan, "Kurs", strategy_id=other)
    with refused(adopted, HOLDS_NUMBER, field="responsible", rule="R11"):
        add(adopted.work, plan, "Kurs", responsible=NUMBER)


def test_an_activity_is_changed_field_by_field(adopted: Year):
    made = add(adopted.work, draft(adopted), "Kurs", responsible="Rektor", due=DAYS[2])
    change(adopted.work, made, title=" Film ")
    change(adopted.work, made, due=None)
    (found,) = row(adopted).activities
    assert (found.title, found.responsible, found.due) == ("Film", "Rektor", None)
    with refused(adopted, "Ange vad som ska göras.", field="title"):
        change(adopted.work, made, title="")
    with refused(adopted, "ligger utanför 2018/2019", field="due"):
        change(adopted.work, made, due=date(2018, 6, 30))
    with refused(adopted, HOLDS_NUMBER, field="title", rule="R11"):
        change(adopted.work, made, title=NUMBER)


def test_activities_are_moved_and_taken_out(adopted: Year):
    plan = draft(adopted)
    made = [add(adopted.work, plan, title) for title in ("A", "B", "C")]
    planned_activity.move(adopted.work, made[2], 1)
    assert titles(adopted) == [(1, "C"), (2, "A"), (3, "B")]
    planned_activity.remove(adopted.work, made[0])
    assert titles(adopted) == [(1, "C"), (2, "B")]


def test_an_activity_is_late_until_it_is_done(adopted: Year):
    made = add(adopted.work, draft(adopted), "Kurs", due=DAYS[0])
    adopted.at(DAYS[1])
    assert row(adopted).activities[0].late
    planned_activity.finish(adopted.work, made, DAYS[1])
    found = row(adopted)
    assert (found.activities[0].late, found.activities[0].done_on, found.done) == (False, DAYS[1], 1)
    planned_activity.reopen(adopted.work, made)
    assert row(adopted).done == 0


def test_nothing_is_done_on_a_day_to_come(adopted: Year):
    made = add(adopted.work, draft(adopted), "Kurs")
    with refused(adopted, "ligger framåt i tiden", field="day"):
        planned_activity.finish(adopted.work, made, DAYS[0])


# --- Adopted ---


def test_a_plan_is_adopted_by_a_decision_on_the_day_of_its_meeting(held: Year):
    plan = draft(held)
    add(held.work, plan, "Kurs")
    decided = held.decide(1)
    activity_plan.adopt(held.work, plan, decision_id=decided)
    found = row(held)
    assert (found.adopted_on, found.decision_id, found.decision) == (FIRST, decided, "2018/19-03")
    with refused(held, "vilar på beslutet"):
        decision.remove(held.work, decided)


def test_a_plan_is_adopted_on_a_day_without_a_decision(held: Year):
    plan = draft(held)
    add(held.work, plan, "Kurs")
    activity_plan.adopt(held.work, plan, day=date(2018, 8, 30))
    assert (row(held).adopted_on, row(held).decision) == (date(2018, 8, 30), "")


def test_a_plan_that_cannot_be_adopted_is_refused(held: Year):
    plan = draft(held)
    with refused(held, "Lägg in minst en aktivitet innan planen antas."):
        activity_plan.adopt(held.work, plan, day=FIRST)
    add(held.work, plan, "Kurs")
    with refused(held, "Ange vilket beslut planen antogs genom, eller vilken dag.", field="day"):
        activity_plan.adopt(held.work, plan)
    with refused(held, "ligger framåt i tiden", field="day"):
        activity_plan.adopt(held.work, plan, day=DAYS[1])
    activity_plan.adopt(held.work, plan, day=FIRST)
    with refused(held, "Aktivitetsplanen antogs 2018-09-04."):
        activity_plan.adopt(held.work, plan, day=FIRST)


def test_an_adopted_plan_is_neither_taken_away_nor_emptied_until_it_is_a_draft_again(held: Year):
    plan = draft(held)
    made = add(held.work, plan, "Kurs")
    activity_plan.adopt(held.work, plan, day=FIRST)
    with refused(held, "Aktivitetsplanen är antagen 2018-09-04 och tas inte bort."):
        activity_plan.remove(held.work, plan)
    with refused(held, "Planen är antagen 2018-09-04 och kan inte bli tom."):
        planned_activity.remove(held.work, made)
    activity_plan.withdraw(held.work, plan)
    activity_plan.remove(held.work, plan)
    assert activity_plan.listing(held.work, AGREEMENT) == ()
    held.work.undo()
    assert titles(held) == [(1, "Kurs")]


def test_the_finding_follows_the_plan(held: Year):
    demand(held, "activity_plan", {"linked": True})
    assert held.statuses("R18") == [Status.AT_RISK]
    plan = draft(held)
    made = add(held.work, plan, "Kurs")
    activity_plan.adopt(held.work, plan, day=FIRST)
    assert held.statuses("R18") == [Status.AT_RISK, Status.FULFILLED]
    change(held.work, made, strategy_id=strategy.add(held.work, AGREEMENT, "Förebygga"))
    assert held.statuses("R18") == [Status.FULFILLED, Status.FULFILLED]


# --- Carried over ---


def test_what_is_not_done_is_carried_over_to_the_next_year(held: Year):
    plan = draft(held)
    follows = strategy.add(held.work, AGREEMENT, "Förebygga")
    done = add(held.work, plan, "Kurs")
    add(held.work, plan, "Film", strategy_id=follows, responsible="Rektor", due=DAYS[3])
    add(held.work, plan, "Föreläsning")
    planned_activity.finish(held.work, done, FIRST)
    coming = draft(held, COMING)
    add(held.work, coming, "föreläsning")
    assert activity_plan.carry_over(held.work, plan) == coming
    copied = row(held, COMING).activities[-1]
    assert titles(held, COMING) == [(1, "föreläsning"), (2, "Film")]
    assert (copied.strategy_id, copied.responsible, copied.due, copied.done_on) == (
        follows,
        "Rektor",
        None,
        None,
    )
    assert row(held, COMING).adopted_on is None


def test_the_next_years_plan_is_begun_where_there_is_none(held: Year):
    plan = draft(held)
    add(held.work, plan, "Film")
    activity_plan.carry_over(held.work, plan)
    assert titles(held, COMING) == [(1, "Film")]
    with refused(held, "Det finns inget att föra över: allt är klart eller finns redan för 2019/2020."):
        activity_plan.carry_over(held.work, plan)


def test_nothing_is_carried_over_past_the_agreements_last_year(held: Year):
    plan = draft(held, "2020/2021")
    add(held.work, plan, "Film")
    with refused(held, "2021/2022 ligger utanför avtalets tid.", field="period"):
        activity_plan.carry_over(held.work, plan)


@pytest.mark.parametrize("period", ["2018", "i år"])
def test_a_label_that_is_no_year_is_refused(adopted: Year, period: str):
    with refused(adopted, f"Året {period} går inte att läsa.", field="period"):
        draft(adopted, period)
