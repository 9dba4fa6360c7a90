"""Minutes are approved at the next meeting or by functions named for it, where their group has it so."""

from datetime import date

import pytest

from samverkan_desktop.documents import minutes_docx
from samverkan_desktop.errors import UserError
from samverkan_desktop.models.agreement import Agreement
from samverkan_desktop.services import (
    agenda,
    agenda_builder,
    approval,
    decision,
    group_writing,
    minutes,
    preset_gathering,
)
from samverkan_desktop.vocabulary import Approval, ItemKind, Topic
from tests.documents import word
from tests.services.year import DAYS, FIRST, Year, refused, topic_item

AFTER = date(2018, 9, 12)


def use(year: Year, how: Approval) -> None:
    group_writing.change(year.work, year.group_id, approval=how)


@pytest.fixture
def named(held: Year) -> Year:
    """The first meeting held, its minutes to be approved by the convenor and a head of department."""
    use(held, Approval.NAMED)
    approval.name_approvers(held.work, held.meeting(1), [held.seats["F4"], held.seats["F5"]])
    return held


def said(year: Year) -> str:
    return word.transcript(minutes_docx.render(minutes.content(year.work, year.meeting(1))))


def rows(year: Year) -> tuple[approval.ApproverRow, ...]:
    return approval.standing(year.work, year.meeting(1)).approvers


def test_nothing_is_approved_where_nobody_has_chosen_it(finished: Year):
    assert approval.standing(finished.work, finished.meeting(1)).sentence == ""
    assert "Justering" not in said(finished)


def test_those_named_have_a_line_to_sign(named: Year):
    named.finish(1)
    assert "Kvalitetschef: ____" in said(named)
    assert "Avdelningschef Individ- och familjeomsorg: ____" in said(named)
    assert approval.standing(named.work, named.meeting(1)).sentence == "0 av 2 har justerat."


def test_the_day_of_each_is_noted_with_who_held_the_function(named: Year):
    named.finish(1)
    before = minutes.content(named.work, named.meeting(1))
    named.at(AFTER)
    for row in rows(named):
        approval.approve(named.work, row.id, AFTER)
    assert [(row.name, row.approved_on) for row in rows(named)] == [("Namn F4", AFTER), ("Namn F5", AFTER)]
    assert approval.standing(named.work, named.meeting(1)).sentence == "Justerade 2018-09-12."
    assert "Kvalitetschef (Namn F4): justerat 2018-09-12" in said(named)
    after = minutes.content(named.work, named.meeting(1))
    assert (after.items, after.present) == (before.items, before.present)


def test_an_approval_is_taken_back(named: Year):
    named.finish(1)
    named.at(AFTER)
    approval.approve(named.work, rows(named)[0].id, AFTER)
    approval.take_back(named.work, rows(named)[0].id)
    assert [(row.name, row.approved_on) for row in rows(named)] == [("", None), ("", None)]


def test_open_minutes_are_not_approved(named: Year):
    with refused(named, "Färdigställ anteckningarna innan de justeras."):
        approval.approve(named.work, rows(named)[0].id, FIRST)


@pytest.mark.parametrize(("day", "message"), [(date(2018, 9, 3), "inte är tidigare"), (DAYS[1], "framåt")])
def test_minutes_are_not_approved_before_the_meeting_nor_tomorrow(named: Year, day: date, message: str):
    named.finish(1)
    with refused(named, message, field="on"):
        approval.approve(named.work, rows(named)[0].id, day)


def test_others_are_named_while_the_minutes_are_open(named: Year):
    approval.name_approvers(named.work, named.meeting(1), [named.seats["F5"], named.seats["F1"]])
    assert {row.seat_id for row in rows(named)} == {named.seats["F5"], named.seats["F1"]}
    named.finish(1)
    with refused(named, "Anteckningarna är färdigställda."):
        approval.name_approvers(named.work, named.meeting(1), [named.seats["F5"]])


def test_nobody_is_named_where_the_group_has_it_otherwise(held: Year):
    with pytest.raises(UserError, match="Gruppens anteckningar justeras inte"):
        approval.name_approvers(held.work, held.meeting(1), [held.seats["F5"]])


def test_the_next_meeting_approves_by_its_decision(finished: Year):
    use(finished, Approval.NEXT_MEETING)
    first = finished.meeting(1)
    assert approval.standing(finished.work, first).sentence == "Godkänns vid nästa möte."
    agenda_builder.build(finished.work, finished.meeting(2))
    item = topic_item(finished, 2, Topic.PREVIOUS_NOTES)
    row = next(each for each in agenda.items(finished.work, finished.meeting(2)) if each.id == item)
    assert row.heading == "Godkännande av föregående minnesanteckningar"
    assert (row.kind, row.proposal) == (ItemKind.DECISION, "Anteckningarna godkänns.")
    taken = decision.take(finished.work, item, "Anteckningarna godkänns.")
    number = next(each.number for each in decision.log(finished.work) if each.id == taken)
    found = approval.standing(finished.work, first)
    assert (found.approved_on, found.decision) == (DAYS[1], number)
    assert found.sentence == f"Godkända 2018-10-16, beslut {number}."


def test_minutes_say_that_the_next_meeting_approves_them(held: Year):
    use(held, Approval.NEXT_MEETING)
    held.finish(1)
    assert "Godkänns vid nästa möte." in said(held)


def test_how_minutes_are_approved_goes_with_the_preset(held: Year):
    use(held, Approval.NAMED)
    with held.work.read() as session:
        own = session.get_one(Agreement, 1)
        tables = [table for table, _ in preset_gathering.gather(session, own, "prov").groups]
    assert next(table.approval for table in tables if table.key == "styrgrupp") is Approval.NAMED
