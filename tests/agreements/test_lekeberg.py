"""The plan of Lekeberg, governed on three levels: its first year, in part as it should be."""

from collections.abc import Callable

import pytest

from samverkan_desktop.register_vocabulary import BoardOutcome, Horizon
from samverkan_desktop.services import (
    activity_plan,
    agreement,
    area,
    board_matter,
    commission,
    commitment,
    direction,
    expected_result,
    group,
    hierarchy,
    level_report,
    strategy,
)
from samverkan_desktop.vocabulary import AreaKind, GroupKind
from tests.agreements.example import Example, expected, group_id

#: On each day: how many findings each rule has, by how they stand.
STANDING = {
    "2021-01-01": {
        "breached": "R05:1 R18:1 R40:1 R48:1",
        "at_risk": "R04:2 R05:2 R18:1 R41:1 R46:1 R49:1",
        "upcoming": "R48:1",
        "fulfilled": "R04:2 R05:1 R10:1 R11:1 R18:1 R40:1 R41:1 R46:1 R49:1",
        "not_due": "R19:1",
    },
}


@pytest.fixture
def played(example: Callable[[str], Example]) -> Example:
    return example("lekeberg")


@pytest.mark.parametrize("on", STANDING)
def test_the_rules_stand_as_the_story_tells(played: Example, on: str):
    assert played.standing(on) == STANDING[on]


@pytest.mark.parametrize("on", STANDING)
def test_every_rule_says_what_is_so(played: Example, on: str):
    told = played.told(on)
    assert told == expected("lekeberg", on, told)


def test_chairs_and_heads_meet_above_the_steering_group(played: Example):
    rows = {row.key: row for row in group.groups(played.work, agreement_id=played.agreement_id)}
    assert rows["tva-plus-tva"].kind is GroupKind.TWO_PLUS_TWO
    assert [seat.function for seat in rows["tva-plus-tva"].seats] == [
        "Ordförande i socialnämnden",
        "Förvaltningschef Socialförvaltningen",
        "Ordförande i kultur- och bildningsnämnden",
        "Förvaltningschef Kultur- och bildningsförvaltningen",
    ]
    levels = {row.group: row for row in hierarchy.levels(played.work, played.agreement_id)}
    assert [name for _, name in levels["Styrgruppen"].superiors] == ["2+2-mötet"]
    assert levels["2+2-mötet"].superiors == ()


def test_directions_run_down_and_the_one_taken_up_is_told_from_the_one_forgotten(played: Example):
    rows = direction.listing(played.work, played.agreement_id)
    assert [(str(row.given_on), str(row.meeting_day)) for row in rows] == [
        ("2020-03-10", "2020-03-17"),
        ("2020-06-09", "None"),
    ]


def test_reports_run_up_to_the_meeting_that_asked(played: Example):
    rows = level_report.listing(played.work, played.agreement_id, group_id=group_id(played, "styrgrupp"))
    assert [(row.superior, str(row.reported_on)) for row in rows] == [
        ("2+2-mötet", "2020-03-10"),
        ("2+2-mötet", "2020-06-09"),
    ]


def test_what_the_boards_expect_is_noted_by_horizon(played: Example):
    rows = expected_result.listing(played.work, played.agreement_id)
    assert [(row.horizon, row.board) for row in rows] == [(Horizon.SHORT, "Socialnämnden")]


def test_a_commitment_goes_through_four_steps(played: Example):
    done, begun = commitment.listing(played.work, played.agreement_id)
    assert [str(step.done_on) for step in done.steps] == [
        "2020-03-16",
        "2020-05-19",
        "2020-06-02",
        "2020-09-22",
    ]
    assert not any(step.done_on for step in begun.steps)


def test_a_task_is_delegated_by_decision_to_a_work_group_that_reports(played: Example):
    rows = group.groups(played.work, agreement_id=played.agreement_id)
    (crew,) = [row for row in rows if row.kind is GroupKind.WORK_GROUP]
    assert (crew.name, crew.decision) == ("Barnhälsan", "2020-02")
    (given,) = commission.listing(played.work, agreement_id=played.agreement_id)
    assert (given.number, str(given.reported_on)) == ("U1", "2020-09-22")
    assert given.commitment == "Kartlägga samverkan runt yngre barn"


def test_heads_of_administration_are_ordinary_members(played: Example):
    rows = {row.key: row for row in group.groups(played.work, agreement_id=played.agreement_id)}
    heads = [s for s in rows["styrgrupp"].seats if s.function.startswith("Förvaltningschef")]
    assert [seat.attendance.value for seat in heads] == ["every", "every"]


def test_the_years_plan_links_its_activities_to_strategies_but_one(played: Example):
    assert len(strategy.listing(played.work, played.agreement_id)) == 3
    plan = activity_plan.plan_row(played.work, group_id(played, "styrgrupp"), "2020")
    assert plan is not None
    assert str(plan.adopted_on) == "2020-01-21"
    assert [(row.title, row.strategy) for row in plan.activities] == [
        ("Ta fram mål och delmål för samverkan", "Långsiktigt metod- och utvecklingsarbete"),
        ("Nytt forum för ungdomar och fältverksamhet", "Utökad förebyggande och främjande arbete"),
        ("Gemensam frukost för chefer", ""),
    ]


def test_it_is_valid_for_whole_calendar_years(played: Example):
    assert agreement.head(played.work, played.agreement_id).validity == "2020–2023"
    assert agreement.periods(played.work, played.agreement_id) == ("2020", "2021", "2022", "2023")


@pytest.mark.parametrize(
    ("on", "status", "message"),
    [
        ("2022-12-30", "not_due", "Avtalet löper ut 2023-12-31. Revidering är inte påbörjad."),
        ("2023-01-02", "at_risk", "Avtalet löper ut 2023-12-31. Revidering är inte påbörjad."),
        ("2024-01-01", "breached", "Avtalet löpte ut 2023-12-31. Revidering är inte gjord."),
    ],
)
def test_it_is_to_be_revised_before_its_end(played: Example, on: str, status: str, message: str):
    (found,) = [each for each in played.findings(on) if each.rule == "R19"]
    assert (found.status.value, found.message) == (status, message)


def test_fields_say_whom_they_concern_and_which_forums_there_are(played: Example):
    notes = {row.name: row.note for row in area.listing(played.work, played.agreement_id, AreaKind.FIELD)}
    assert notes == {
        "Yngre barn": "barnteam, barnhälsoteam, familjecentral",
        "Ungdomar": "LEFA, fältverksamhet",
        "Alla ålderskategorier": "barnkonventionen, tidiga och samordnande insatser, våld i nära relationer",
    }


def test_each_board_takes_its_own_decision_on_the_plan(played: Example):
    (plan,) = board_matter.listing(played.work, played.agreement_id)
    assert [(each.board, each.outcome) for each in plan.chain] == [
        ("Socialnämnden", BoardOutcome.APPROVED),
        ("Kultur- och bildningsnämnden", BoardOutcome.TABLED),
    ]
