"""The template of Stockholm: a year in a district, with its minimum rules kept in part."""

from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest

from samverkan_desktop.clock import FixedClock
from samverkan_desktop.errors import UserError
from samverkan_desktop.register_vocabulary import BoardOutcome, MatterSubject
from samverkan_desktop.services import (
    adoption,
    agenda,
    agreement,
    archive,
    area,
    attendance,
    board_matter,
    clause,
    commission,
    coverage,
    group,
    group_writing,
    indicator,
    meeting,
    minutes,
    obligation,
    role,
    routine,
)
from samverkan_desktop.services.workspace import Workspace
from samverkan_desktop.vocabulary import AreaKind, Grade, Policy
from tests.agreements.example import Example, expected, group_id

#: On each day: how many findings each rule has, by how they stand.
STANDING = {
    "2011-01-01": {
        "breached": "R36:5",
        "at_risk": "R04:1 R05:1 R25:1 R31:2 R45:1 R46:1",
        "fulfilled": "R04:1 R05:1 R11:1 R12:1 R28:1 R30:2 R31:1 R32:1 R36:4 R46:1",
        "not_due": "R28:1 R31:1 R32:1 R45:1",
        "not_countable": "R05:2 R42:1",
    },
}


@pytest.fixture
def played(example: Callable[[str], Example]) -> Example:
    return example("stockholm")


@pytest.fixture
def work(tmp_path: Path) -> Iterator[Workspace]:
    path = tmp_path / "mall.samverkan"
    archive.create_archive(path)
    opened = archive.open_archive(path, FixedClock(datetime(2010, 1, 12, tzinfo=UTC)), keep_backups=False)
    adoption.adopt(opened, "stockholm")
    yield opened
    opened.close()


@pytest.mark.parametrize("on", STANDING)
def test_the_rules_stand_as_the_story_tells(played: Example, on: str):
    assert played.standing(on) == STANDING[on]


@pytest.mark.parametrize("on", STANDING)
def test_every_rule_says_what_is_so(played: Example, on: str):
    told = played.told(on)
    assert told == expected("stockholm", on, told)


# --- The template ---


def test_its_minimum_rules_are_locked_and_the_local_addition_is_not(played: Example):
    locked = [row.reference for row in agreement.clauses(played.work, played.agreement_id) if row.locked]
    assert locked == ["ST01", "ST02", "ST08", "ST11", "ST12", "ST13", "ST14", "ST15", "ST18"]


def test_a_minimum_rule_can_be_neither_changed_nor_taken_away(work: Workspace):
    minimum = next(row for row in agreement.clauses(work, 1) if row.reference == "ST13")
    with pytest.raises(UserError):
        clause.change_clause(work, minimum.id, text="Mötena redovisas inte.")
    with pytest.raises(UserError):
        clause.remove_clause(work, minimum.id)
    with pytest.raises(UserError):
        obligation.remove_obligation(work, minimum.obligations[0].id)


def test_a_local_addition_is_the_districts_own(work: Workspace):
    local = next(row for row in agreement.clauses(work, 1) if row.reference == "LOK1")
    clause.change_clause(work, local.id, text="Samverkansforumet möts minst två gånger per termin.")
    obligation.change_obligation(
        work, local.obligations[0].id, {**local.obligations[0].parameters, "count": 2}
    )
    (changed,) = [row for row in agreement.clauses(work, 1) if row.reference == "LOK1"]
    assert changed.obligations[0].parameters["count"] == 2


# --- The forum ---


def test_the_forum_is_convened_by_the_districts_director(played: Example):
    terms = role.terms(played.work, group_id(played, "forum"))
    assert [(term.function, term.clause) for term in terms] == [("Stadsdelsdirektör", "ST13")]


def test_its_record_is_called_minutes(played: Example):
    first = meeting.listing(played.work, group_id=group_id(played, "forum"))[0]
    assert minutes.content(played.work, first.id).label == "Protokoll"


def test_each_seat_has_its_grade(played: Example):
    rows = group.groups(played.work, agreement_id=played.agreement_id)
    seats = next(row.seats for row in rows if row.key == "forum")
    grades = {seat.short_name: seat.grade for seat in seats}
    assert grades == {
        "Stadsdelsdirektör": Grade.MUST,
        "Verksamhets- eller avdelningschefer": Grade.NORMALLY,
        "Samtliga rektorer": Grade.NORMALLY,
        "Biträdande grundskolechef": Grade.SHOULD,
        "Polisen": Grade.SHOULD,
        "Det lokala föreningslivet": Grade.SHOULD,
    }


def test_a_collective_seat_is_counted_by_heads(played: Example):
    rows = meeting.listing(played.work, group_id=group_id(played, "forum"))
    counted = [
        (entry.headcount, entry.size)
        for row in rows
        for entry in attendance.rows(played.work, row.id)
        if entry.short_name == "Samtliga rektorer"
    ]
    assert counted == [(8, 8), (5, 8)]


def test_each_meeting_is_reported_to_the_districts_board(played: Example):
    reported = [
        (row.meeting, [(each.board, each.paragraph) for each in row.chain])
        for row in board_matter.listing(played.work, played.agreement_id)
        if row.subject is MatterSubject.MEETING
    ]
    assert reported == [("Samverkansforum 2010-03-16", [("Stadsdelsnämnden", "§ 52")])]


# --- Individual cases ---


def test_one_field_allows_individual_cases_and_another_bans_them(played: Example):
    fields = area.listing(played.work, played.agreement_id, AreaKind.FIELD)
    assert {row.name: row.policy for row in fields} == {
        "Samarbete i generella frågor": Policy.BAN,
        "Barn och ungdomar som far illa": Policy.ALLOWED,
    }


def test_a_case_was_taken_up_where_it_may_be(played: Example):
    spring = meeting.listing(played.work, group_id=group_id(played, "forum"))[0]
    (case,) = [item for item in agenda.items(played.work, spring.id) if item.individual_case]
    assert case.area == "Barn och ungdomar som far illa"


def test_among_general_questions_a_case_is_refused(work: Workspace):
    own = next(row.id for row in group.groups(work) if row.key == "forum")
    general = next(row.id for row in area.listing(work, 1) if row.key == "generella")
    day = datetime(2010, 3, 16, tzinfo=UTC).date()
    item = agenda.add_item(work, meeting.schedule(work, own, day), "En elev")
    agenda.set_area(work, item, general)
    with pytest.raises(UserError, match="Individärenden behandlas inte"):
        agenda.change_item(work, item, individual_case=True)


# --- Registers ---


def test_schools_are_covered_by_form_organiser_and_district(played: Example):
    rows = coverage.listing(played.work, played.agreement_id)
    covered = [(row.form.value, row.organiser.value, row.area) for row in rows if row.covered]
    assert covered == [
        ("compulsory", "municipal", "Stadsdel A (platshållare)"),
        ("compulsory", "municipal", "Stadsdel A (platshållare)"),
        ("compulsory", "municipal", "Stadsdel B (platshållare)"),
        ("upper_secondary", "municipal", "Stadsdel A (platshållare)"),
    ]


def test_indicators_are_on_trial_and_measured_all_the_same(played: Example):
    (row,) = indicator.listing(played.work, played.agreement_id)
    assert row.on_trial
    assert [(each.period, each.value) for each in row.values] == [("2010", 57.0)]


def test_support_material_keeps_its_time_in_words_and_its_version(played: Example):
    rows = {row.title: row for row in routine.listing(played.work, played.agreement_id)}
    assert len(rows) == 9
    assert [row.title for row in rows.values() if row.number] == [
        "Sekretessfrågor",
        "Utredningsansvar för barn/ungdomar som far illa",
        "Barn/ungdomar med insatser från skola och socialtjänst",
        "Övergångar",
        "Säkerhetsarbetet",
        "Korttidstillsyn för skolungdom över 12 år enligt LSS",
        "Barn/ungdomar/elever med funktionsnedsättning",
    ]
    assert {row.due for row in rows.values()} == {"första kvartalet 2010"}
    assert (rows["Sekretessfrågor"].version, str(rows["Sekretessfrågor"].updated_on)) == ("2", "2010-09-14")


def test_two_boards_decide_clause_by_clause_and_one_refers_back_with_a_rider(played: Example):
    matter = board_matter.listing(played.work, played.agreement_id)[0]
    assert len(matter.clauses) == 4
    assert matter.answers == "skrivelse Dnr 409-0086/2008"
    second = [each for each in matter.chain if each.board != "Utbildningsnämnden"]
    assert [(each.clause, each.outcome) for each in second] == [
        (None, BoardOutcome.REFERRED_BACK),
        (1, BoardOutcome.APPROVED),
        (2, BoardOutcome.APPROVED),
        (3, BoardOutcome.APPROVED),
    ]
    assert second[0].rider == "De fristående skolornas del beskrivs tydligare."


# --- Groups beside it ---


def test_a_commission_is_due_in_a_quarter_and_carried_by_two(played: Example):
    (given,) = commission.listing(played.work, agreement_id=played.agreement_id)
    assert (given.due_words, str(given.due)) == ("första kvartalet 2010", "2010-03-31")
    assert given.responsible.split("; ") == [
        "Utbildningsförvaltningen",
        "Socialtjänst- och arbetsmarknadsförvaltningen",
    ]


def test_the_steering_groups_remit_is_written_with_it_and_the_others_have_theirs(played: Example):
    purposes = {row.key: row.purpose for row in group_writing.details(played.work, played.agreement_id)}
    assert purposes["styrgrupp"].startswith("Stockholms-BUS och övriga samverkansfrågor")
    assert purposes["referensgrupp"] == "Att stå till arbetsgruppens förfogande."
