from datetime import date

from samverkan_desktop.documents.follow_up_plans import Plans
from samverkan_desktop.register_vocabulary import CommitmentStep, Horizon, Organiser, SchoolForm
from samverkan_desktop.services import (
    activity_plan,
    area,
    commitment,
    coverage,
    expected_result,
    follow_up,
    indicator,
    measurement,
    meeting,
    planned_activity,
    strategy,
)
from samverkan_desktop.services.coverage import NewSchool
from samverkan_desktop.vocabulary import AreaKind
from tests.services.registers import AGREEMENT, demand
from tests.services.year import COMING, DAYS, FIRST, PERIOD, Year

AFTER = date(2019, 9, 10)


def plans(year: Year, period: str = PERIOD) -> Plans:
    return follow_up.content(year.work, AGREEMENT, period).plans


def test_an_agreement_without_registers_has_nothing_to_say(planned: Year):
    assert plans(planned) == Plans()


def test_areas_are_shown_against_the_years_begun_in_the_working_year(planned: Year):
    north = area.add(planned.work, AGREEMENT, AreaKind.PLACE, "Norr")
    area.add(planned.work, AGREEMENT, AreaKind.PLACE, "Söder")
    demand(planned, "area_meetings", {"per": "working_year"})
    meeting.change(planned.work, planned.meeting(1), area_id=north)
    planned.hold(1)
    planned.at(AFTER)
    table = plans(planned).areas
    assert table is not None
    assert (table.years, table.demand) == ((PERIOD,), "Varje område ska ha minst ett möte.")
    assert [(name, cells[0].held, cells[0].status) for name, cells in table.lines] == [
        ("Norr", (FIRST,), "fulfilled"),
        ("Söder", (), "breached"),
    ]


def test_the_years_activity_plan_is_shown_with_what_became_of_each(held: Year):
    plan = activity_plan.draft(held.work, held.group_id, PERIOD)
    follows = strategy.add(held.work, AGREEMENT, "Förebygga")
    done = planned_activity.add(held.work, plan, "Kurs", strategy_id=follows, responsible="Rektor")
    planned_activity.add(held.work, plan, "Film", due=DAYS[1])
    planned_activity.add(held.work, plan, "Introduktion")
    planned_activity.finish(held.work, done, FIRST)
    activity_plan.adopt(held.work, plan, decision_id=held.decide(1))
    activity_plan.carry_over(held.work, plan)
    held.at(DAYS[2])
    (part,) = plans(held).activity_plans
    assert part.standing == ("Planen antogs 2018-09-04 genom beslut 2018/19-03. 1 av 3 aktiviteter är klara.")
    assert [(line.title, line.strategy, line.outcome) for line in part.activities] == [
        ("Kurs", "Förebygga", "klar 2018-09-04"),
        ("Film", "", "försenad"),
        ("Introduktion", "", "återstår"),
    ]
    (coming,) = plans(held, COMING).activity_plans
    assert coming.standing == "Planen är ett utkast. 0 av 2 aktiviteter är klara."


def test_commitments_open_in_the_year_are_shown_with_the_days_of_their_steps(held: Year):
    demand(held, "commitments", {"steps": ["carried_out", "followed_up"]})
    made = commitment.add(held.work, AGREEMENT, "Barnteam", responsible="Enhetschef", due=DAYS[1])
    commitment.note_step(held.work, made, CommitmentStep.CARRIED_OUT, FIRST)
    held.at(AFTER)
    commitment.note_step(held.work, made, CommitmentStep.FOLLOWED_UP, date(2019, 7, 2))
    found = plans(held)
    assert found.steps == ("Genomfört", "Uppföljt")
    (line,) = found.commitments
    assert (line.title, line.responsible, line.due, line.days) == (
        "Barnteam",
        "Enhetschef",
        DAYS[1],
        (FIRST, None),
    )
    assert plans(held, COMING).commitments[0].days == (FIRST, date(2019, 7, 2))
    held.at(date(2020, 9, 1))
    assert plans(held, "2020/2021").commitments == ()


def test_expected_results_are_shown_by_horizon(held: Year):
    for horizon, text, board, day in (
        (Horizon.LONG, "Färre placeras.", "", None),
        (Horizon.SHORT, "Fler möts tidigt.", "Socialnämnden", FIRST),
    ):
        expected_result.add(held.work, AGREEMENT, horizon, text, board=board, stated_on=day)
    short, long = plans(held).expected
    assert (short[0], short[1][0].stated) == ("på kort sikt", "Socialnämnden, 2018-09-04")
    assert (long[0], long[1][0].text, long[1][0].stated) == ("på lång sikt", "Färre placeras.", "")


def test_schools_are_counted_on_the_years_last_day(held: Year):
    for name, organiser in (("Ekskolan", Organiser.MUNICIPAL), ("Friskolan", Organiser.INDEPENDENT)):
        coverage.add(held.work, AGREEMENT, NewSchool(name, SchoolForm.COMPULSORY, organiser))
    held.at(AFTER)
    coverage.sign(held.work, coverage.listing(held.work, AGREEMENT)[0].id, date(2019, 7, 1))
    found = plans(held).coverage
    assert found is not None
    assert (found.on, found.whole.covered, found.whole.total) == (date(2019, 6, 30), 0, 2)
    later = plans(held, COMING).coverage
    assert later is not None
    assert (later.on, later.whole.percent, later.areas) == (AFTER, 50, ())


def test_indicators_are_shown_with_values_as_they_are_written(held: Year):
    made = indicator.add(
        held.work, AGREEMENT, "Andel", definition="Barn med plan.", source="statistik", unit="%", target=80.0
    )
    indicator.add(held.work, AGREEMENT, "Väntetid", on_trial=True)
    measurement.measure(held.work, made, PERIOD, 1072.5, note="Preliminärt.")
    share, wait = plans(held).indicators
    assert share.about == "Barn med plan. Källa: statistik."
    assert (share.target_label, share.note, share.points[0].label) == ("80", "Preliminärt.", "1\u00a0072,5")
    assert (wait.standing, wait.latest) == ("Under utprövning.", None)


def test_an_indicator_is_shown_in_the_years_it_was_in_use(held: Year):
    made = indicator.add(held.work, AGREEMENT, "Andel")
    held.at(AFTER)
    indicator.drop(held.work, made, date(2019, 5, 28))
    indicator.add(held.work, AGREEMENT, "Väntetid", since=AFTER)
    assert [(each.name, each.standing) for each in plans(held).indicators] == [
        ("Andel", "Avslutad 2019-05-28.")
    ]
    assert [each.name for each in plans(held, COMING).indicators] == ["Väntetid"]


def test_the_summary_tells_of_activities_and_schools(held: Year):
    plan = activity_plan.draft(held.work, held.group_id, PERIOD)
    made = planned_activity.add(held.work, plan, "Kurs")
    planned_activity.add(held.work, plan, "Film")
    planned_activity.finish(held.work, made, FIRST)
    coverage.add(
        held.work, AGREEMENT, NewSchool("Ekskolan", SchoolForm.COMPULSORY, Organiser.MUNICIPAL, None, FIRST)
    )
    told = follow_up.content(held.work, AGREEMENT, PERIOD).summary[0]
    assert told.endswith(
        "1 av 2 planerade aktiviteter är klara. 1 av 1 skolor omfattas av en överenskommelse (100 %)."
    )
