"""The goal document of 2007: a year in which what it lays down was done, and one in which it was not."""

from collections.abc import Callable
from datetime import date

import pytest

from samverkan_desktop.register_vocabulary import Instance, RoutineKind
from samverkan_desktop.rules.finding import Status
from samverkan_desktop.services import activity, area_matrix, board_matter, follow_up, group, routine
from tests.agreements.example import Example, expected, group_id

#: On each day: how many findings each rule has, by how they stand.
STANDING = {
    "2006-12-31": {
        "fulfilled": "R04:1 R05:1 R11:1 R12:1 R15:1 R20:1 R31:1 R37:1 R38:1",
    },
    "2008-01-01": {
        "breached": "R15:1 R17:1 R20:1 R31:1 R38:1",
        "at_risk": "R04:1 R05:1 R15:1 R37:1 R47:1",
        "upcoming": "R20:1 R38:1",
        "fulfilled": "R04:2 R05:2 R11:1 R12:1 R15:1 R17:1 R20:1 R31:1 R37:1 R38:1",
        "not_due": "R31:1 R37:1",
    },
}


@pytest.fixture
def played(example: Callable[[str], Example]) -> Example:
    return example("maldokument-2007")


@pytest.mark.parametrize("on", STANDING)
def test_the_rules_stand_as_the_story_tells(played: Example, on: str):
    assert played.standing(on) == STANDING[on]


@pytest.mark.parametrize("on", STANDING)
def test_every_rule_says_what_is_so(played: Example, on: str):
    told = played.told(on)
    assert told == expected("maldokument-2007", on, told)


def test_each_area_stands_against_each_year(played: Example):
    found = area_matrix.matrix(played.work, played.agreement_id, date(2008, 1, 1))
    standing = {
        line.area: [(cell.period, len(cell.meetings), cell.status) for cell in line.cells][:2]
        for line in found.lines
    }
    kept, broken = ("2006", 1, Status.FULFILLED), ("2007", 0, Status.BREACHED)
    assert standing == {
        "Område Norr": [kept, ("2007", 1, Status.FULFILLED)],
        "Område Söder": [kept, ("2007", 1, Status.FULFILLED)],
        "Område Öster": [kept, broken],
        "Område Väster": [kept, broken],
    }


def test_one_function_has_many_holders_of_whom_each_is_required(played: Example):
    rows = group.groups(played.work, agreement_id=played.agreement_id)
    seats = next(row.seats for row in rows if row.id == group_id(played, "uppfoljningsmote"))
    assert [seat.function for seat in seats] == [
        "Områdeschef (1 av 4)",
        "Områdeschef (2 av 4)",
        "Områdeschef (3 av 4)",
        "Områdeschef (4 av 4)",
        "Verksamhetschef för enhet socialtjänst",
    ]


def test_the_report_goes_from_the_committee_to_the_board(played: Example):
    report = board_matter.listing(played.work, played.agreement_id)[0]
    chain = [(each.instance, str(each.reported_on), each.paragraph, each.page) for each in report.chain]
    assert chain == [
        (Instance.COMMITTEE, "2007-05-10", "§ 60:1", ""),
        (Instance.BOARD, "2007-05-24", "§ 85", "167"),
    ]
    assert [each.text for each in report.chain] == [
        "Arbetsutskottet föreslår barn- och utbildningsnämnden besluta enligt förvaltningens förslag.",
        "Rapporten läggs med godkännande till handlingarna.",
    ]


def test_the_report_keeps_its_number_papers_and_earlier_decisions(played: Example):
    report = board_matter.listing(played.work, played.agreement_id)[0]
    assert report.case_number == "05.155 60"
    assert report.enclosures == ("3 beskrivningar av samverkan",)
    assert report.earlier == (
        "Barn- och utbildningsnämnden 2005-09-25, § 100",
        "Barn- och utbildningsnämnden 2005-12-15, § 135",
    )
    assert report.statement == "Rapporten läggs med godkännande till handlingarna."


def test_the_negotiation_is_told_and_came_before_the_decision(played: Example):
    report = board_matter.listing(played.work, played.agreement_id)[0]
    assert report.negotiation_text == "Förhandlingar enligt § 11 MBL har hållits 2007-05-08."


def test_the_decision_is_sent_to_boards_and_functions_alike(played: Example):
    report = board_matter.listing(played.work, played.agreement_id)[0]
    assert report.distribution == ("Socialnämnden", "skolchef", "chef kansliet")
    assert report.chain[-1].distributed_on == date(2007, 5, 29)


def test_deviations_are_counted_by_operation_with_an_estimate_of_the_rest(played: Example):
    content = follow_up.content(played.work, played.agreement_id, "2006")
    assert {count.label: count.number for count in content.deviations_by_unit} == {
        "Skolorna i Område Norr": 1,
        "Enhet socialtjänst": 1,
        "Skolorna i Område Öster": 1,
    }
    assert content.undocumented == 8
    assert "Alla avvikelser har inte dokumenterats på avsett sätt." in content.underreporting[-1]


def test_the_joint_days_are_logged(played: Example):
    held = [(str(row.day), row.held) for row in activity.listing(played.work, played.agreement_id)]
    assert held == [("2006-03-28", True), ("2006-10-03", True)]


def test_its_routines_and_its_inventory_stand_in_the_register(played: Example):
    kinds = {row.title: row.kind for row in routine.listing(played.work, played.agreement_id)}
    assert kinds["Gemensamma rutiner för anmälan och återkoppling"] is RoutineKind.ROUTINE
    assert kinds["Avvikelserapportering vid störningar i samarbetet"] is RoutineKind.ROUTINE
    assert [kind for title, kind in kinds.items() if title.startswith("Inventering")] == [
        RoutineKind.SUPPORT_MATERIAL
    ]
