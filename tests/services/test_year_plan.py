from datetime import date, time

import pytest

from samverkan_desktop.rules.finding import Status
from samverkan_desktop.services import agreement, group, meeting, obligation, year_plan
from samverkan_desktop.vocabulary import DecisionKind, PlanStatus
from tests.services.year import (
    COMING,
    DAYS,
    HOLDS_NUMBER,
    NUMBER,
    PERIOD,
    Year,
    demand_meetings,
    refused,
)


def draft(year: Year, *days: date, period: str = PERIOD) -> int:
    return year_plan.draft(year.work, year.group_id, period, days)


def test_a_drafted_plan_has_its_meetings_on_the_calendar(planned: Year):
    rows = meeting.listing(planned.work, PERIOD)
    assert [row.day for row in rows] == list(DAYS)
    assert [(row.number, row.of, row.last) for row in rows][-1] == (6, 6, True)
    assert {(row.starts, row.ends, row.place) for row in rows} == {(time(13), time(15), "Rådhuset")}
    assert (Status.FULFILLED, "6 av 6 möten är planerade för 2018/2019.") in [
        (finding.status, finding.message) for finding in planned.found("R04", DAYS[0])
    ]


def test_a_plan_is_a_draft_until_it_is_decided(planned: Year):
    row = year_plan.plan_row(planned.work, planned.group_id, PERIOD)
    assert row is not None
    assert (row.status, row.days, row.decided_on, row.decision) == (PlanStatus.DRAFT, DAYS, None, "")


def test_a_decided_plan_knows_its_decision(held: Year):
    row = year_plan.plan_row(held.work, held.group_id, PERIOD)
    assert row is not None
    assert (row.status, row.decided_on, row.decision) == (PlanStatus.DECIDED, DAYS[0], "2018/19-02")


def test_there_is_no_plan_before_it_is_drafted(adopted: Year):
    assert year_plan.plan_row(adopted.work, adopted.group_id, PERIOD) is None


@pytest.mark.parametrize("day", [date(2018, 6, 30), date(2019, 7, 1)])
def test_a_day_outside_the_year_is_refused(adopted: Year, day: date):
    message = f"{day} ligger utanför 2018/2019. Välj ett datum mellan 2018-07-01 och 2019-06-30."
    with refused(adopted, message, field="days"):
        draft(adopted, DAYS[0], day)


def test_a_day_that_stands_twice_is_refused(adopted: Year):
    with refused(adopted, "Det finns redan ett möte 2018-09-04. Ta bort det ena.", field="days"):
        draft(adopted, DAYS[0], DAYS[1], DAYS[0])


def test_a_day_that_has_a_meeting_is_refused(planned: Year):
    with refused(planned, "Det finns redan ett möte 2018-09-04.", field="days"):
        draft(planned, date(2018, 9, 11), DAYS[0])


def test_a_plan_without_days_is_refused(adopted: Year):
    with refused(adopted, "Lägg till minst ett datum.", field="days"):
        draft(adopted)


def test_an_end_before_the_start_is_refused(adopted: Year):
    with refused(adopted, "Mötet slutar innan det börjar.", field="ends"):
        year_plan.draft(adopted.work, adopted.group_id, PERIOD, DAYS, starts=time(15), ends=time(13))


def test_a_personal_number_is_refused(adopted: Year):
    with refused(adopted, HOLDS_NUMBER, field="place", rule="R11"):
        year_plan.draft(adopted.work, adopted.group_id, PERIOD, DAYS, place=f"Hos {NUMBER}")


@pytest.mark.parametrize("period", ["2018", "nästa år", "2018/2021"])
def test_a_year_that_cannot_be_read_is_refused(adopted: Year, period: str):
    with refused(adopted, f"Året {period} går inte att läsa. Skriv det som 2018/2019.", field="period"):
        draft(adopted, DAYS[0], period=period)


def test_a_year_outside_the_agreement_is_refused(adopted: Year):
    with refused(adopted, "2021/2022 ligger utanför avtalets tid.", field="period"):
        draft(adopted, date(2021, 9, 7), period="2021/2022")


def test_a_short_label_is_the_same_plan(adopted: Year):
    first = draft(adopted, DAYS[0], period="2018/19")
    assert draft(adopted, DAYS[1]) == first
    row = year_plan.plan_row(adopted.work, adopted.group_id, "2018/19")
    assert row is not None
    assert (row.period, row.days) == (PERIOD, DAYS[:2])


def test_more_days_join_the_plan(planned: Year):
    plan = draft(planned, date(2019, 6, 11))
    row = year_plan.plan_row(planned.work, planned.group_id, PERIOD)
    assert row is not None
    assert (row.id, len(row.days)) == (plan, 7)


def test_a_cancelled_meeting_is_not_in_the_plan(planned: Year):
    meeting.cancel(planned.work, planned.meeting(6))
    row = year_plan.plan_row(planned.work, planned.group_id, PERIOD)
    assert row is not None
    assert row.days == DAYS[:5]
    assert draft(planned, DAYS[5]) == row.id


def test_another_group_cannot_decide_the_plan(held: Year):
    crew = held.crew(1)
    plan = year_plan.draft(held.work, crew, PERIOD, (date(2018, 9, 20),))
    decided = held.decide(1)
    with refused(held, "Årsplanen ska beslutas av gruppen själv.", field="decision_id"):
        year_plan.decide(held.work, plan, decided)


def test_the_agreement_says_how_many_meetings_there_are(adopted: Year):
    assert year_plan.demanded(adopted.work, adopted.group_id, PERIOD) == 6


def test_a_work_group_meets_as_often_as_it_likes(held: Year):
    assert year_plan.demanded(held.work, held.crew(1), PERIOD) is None


@pytest.mark.parametrize(
    ("demand", "number"),
    [
        ({"count": 2, "per": "calendar_year", "bound": "at_least"}, 2),
        ({"count": 1, "per": "month"}, 11),
        ({"every_months": 4}, 3),
        ({"words": "flera gånger per år"}, None),
    ],
)
def test_each_way_of_saying_how_often_gives_a_number(
    adopted: Year, demand: dict[str, object], number: int | None
):
    demand_meetings(adopted, **demand)
    assert year_plan.demanded(adopted.work, adopted.group_id, PERIOD) == number
    assert len(year_plan.propose(adopted.work, adopted.group_id, PERIOD)) == (number or 4)


def test_the_plan_proposed_for_a_rhythm_fulfils_it(adopted: Year):
    demand_meetings(adopted, every_months=2)
    draft(adopted, *year_plan.propose(adopted.work, adopted.group_id, PERIOD))
    assert [f.status for f in adopted.found("R04", DAYS[0]) if "varannan månad" in f.message] == [
        Status.FULFILLED
    ]


def test_a_group_that_meets_near_another_plans_around_it(held: Year):
    crew = held.crew(1)
    keys = {row.id: row.key for row in group.groups(held.work)}
    clause = agreement.clauses(held.work, 1)[0]
    near = {"relative_to": keys[held.group_id], "when": "before", "within_days": 3}
    obligation.add_obligation(held.work, clause.id, "meeting_frequency", near, keys[crew])
    days = year_plan.propose(held.work, crew, PERIOD)
    assert [(after - day).days for day, after in zip(days, DAYS, strict=True)] == [3] * 6


def test_a_first_plan_is_spread_over_tuesdays(adopted: Year):
    days = year_plan.propose(adopted.work, adopted.group_id, PERIOD)
    assert len(days) == 6
    assert {day.weekday() for day in days} == {1}
    assert date(2018, 8, 20) < days[0] < days[-1] < date(2019, 6, 10)


def test_the_next_plan_follows_the_one_before(planned: Year):
    days = year_plan.propose(planned.work, planned.group_id, COMING)
    assert [day.isoformat() for day in days] == [
        "2019-09-03", "2019-10-15", "2019-12-03", "2020-02-04", "2020-03-24", "2020-05-26",
    ]  # fmt: skip


def test_a_weekend_is_known():
    assert year_plan.is_weekend(date(2018, 9, 8))
    assert not year_plan.is_weekend(date(2018, 9, 7))


def test_a_draft_can_be_undone_and_redone(adopted: Year):
    draft(adopted, *DAYS)
    assert adopted.work.undo() == "Årsplan för Styrgruppen 2018/2019 lades upp"
    assert meeting.listing(adopted.work) == ()
    adopted.work.redo()
    assert [row.day for row in meeting.listing(adopted.work)] == list(DAYS)


def test_a_plan_decided_by_a_new_decision_knows_that(held: Year):
    plan = year_plan.plan_row(held.work, held.group_id, PERIOD)
    assert plan is not None
    year_plan.decide(held.work, plan.id, held.decide(1, "Planen ändras.", DecisionKind.PLAN))
    row = year_plan.plan_row(held.work, held.group_id, PERIOD)
    assert row is not None
    assert row.decision == "2018/19-03"
