"""During the meeting: notes saved while one types, lines that become decisions and commissions."""

from collections.abc import Sequence
from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QTextCursor
from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot

from samverkan_desktop.services import (
    activity,
    agenda,
    agenda_builder,
    commission,
    decision,
    group,
    meeting,
    routine,
    year_plan,
)
from samverkan_desktop.ui.pages.meetings.commission_form import CommissionForm
from samverkan_desktop.ui.pages.meetings.effects import effects
from samverkan_desktop.ui.pages.meetings.in_place import InPlaceForm
from samverkan_desktop.ui.pages.meetings.page import MeetingsPage
from samverkan_desktop.ui.pages.meetings.steps import At
from samverkan_desktop.ui.pages.meetings.workspace import MeetingWorkspace
from samverkan_desktop.vocabulary import CommissionStatus, DecisionKind, PlanStatus, Role
from tests.services.year import only_a_chair, tie_role
from tests.ui import hands
from tests.ui.conftest import Recorded
from tests.ui.pages.meetings.looking import said_at
from tests.ui.year import PERIOD, Year

CONTROL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def desk(page: MeetingsPage, begun: Year) -> MeetingWorkspace:
    agenda_builder.build(begun.work, begun.meetings[4])
    meeting.begin(begun.work, begun.meetings[4])
    page.open(f"meeting:{begun.meetings[4]}")
    page.workspace.choose(agenda.items(begun.work, begun.meetings[4])[4].id)
    QApplication.processEvents()
    page.workspace.notes.editor.text.setFocus()
    return page.workspace


def stored(desk: MeetingWorkspace, begun: Year) -> agenda.ItemRow:
    return next(item for item in agenda.items(begun.work, begun.meetings[4]) if item.id == desk.item_id)


def decided(begun: Year) -> list[decision.DecisionRow]:
    return list(decision.log(begun.work, meeting_id=begun.meetings[4]))


def form(desk: MeetingWorkspace) -> InPlaceForm:
    opened = desk.notes.outcomes.open_form
    assert opened is not None
    QApplication.processEvents()
    return opened


def ask(desk: MeetingWorkspace, effect: str, begun: Year, roles: Sequence[Role] = ()) -> InPlaceForm:
    """Take a decision and choose what it concerns."""
    hands.type_text(desk.notes.editor.text, "Styrgruppen beslutar enligt förslaget.")
    desk.notes.decide()
    wanted = next(each for each in effects(roles=roles) if each.label == effect)
    desk.notes.outcomes.take_effect(wanted, decided(begun)[-1])
    return form(desk)


def test_a_meeting_that_has_begun_opens_where_one_writes(desk: MeetingWorkspace):
    assert desk.here is At.HOLD
    assert desk.notes.editor.text.isVisible()


def test_what_is_typed_saves_itself_after_a_second(desk: MeetingWorkspace, begun: Year, qtbot: QtBot):
    hands.type_text(desk.notes.editor.text, "Åtgärder för ökad närvaro gås igenom, även i förskoleklass.")
    qtbot.waitUntil(lambda: "förskoleklass" in stored(desk, begun).notes, timeout=3000)


def test_what_is_typed_is_saved_when_one_goes_to_the_next_item(
    desk: MeetingWorkspace, begun: Year, qtbot: QtBot
):
    before = desk.item_id
    hands.type_text(desk.notes.editor.text, "Föregående punkt")
    qtbot.keyClick(desk.notes.editor.text, Qt.Key.Key_Down, CONTROL)
    assert desk.item_id != before
    assert desk.notes.editor.text.toPlainText() == ""
    qtbot.keyClick(desk.notes.editor.text, Qt.Key.Key_Up, CONTROL)
    assert desk.notes.editor.text.toPlainText() == "Föregående punkt"


def test_what_is_being_typed_survives_another_change(desk: MeetingWorkspace, begun: Year):
    hands.type_text(desk.notes.editor.text, "Halvskriven men")
    meeting.change(begun.work, begun.meetings[4], place="Rådhuset")
    assert desk.notes.editor.text.toPlainText() == "Halvskriven men"
    assert desk.notes.editor.text.textCursor().position() == len("Halvskriven men")


def test_notes_are_undone(desk: MeetingWorkspace, begun: Year):
    hands.type_text(desk.notes.editor.text, "Ångras")
    desk.commit()
    begun.work.undo()
    assert desk.notes.editor.text.toPlainText() == ""


def test_a_personal_identity_number_is_warned_of_at_once(desk: MeetingWorkspace):
    hands.type_text(desk.notes.editor.text, "Ärendet gäller 811218-9876")
    assert desk.notes.editor.warning.isVisible()
    assert "personnummer" in desk.notes.editor.warning.text()


def test_ctrl_d_makes_the_line_a_decision(
    desk: MeetingWorkspace, begun: Year, qtbot: QtBot, page: MeetingsPage
):
    hands.type_text(desk.notes.editor.text, "Rapporten föredrogs.\nRapporten läggs till handlingarna.")
    qtbot.keyClick(desk.notes.editor.text, Qt.Key.Key_D, CONTROL)
    assert [row.text for row in decided(begun)] == ["Rapporten läggs till handlingarna."]
    assert stored(desk, begun).notes == "Rapporten föredrogs."
    assert desk.notes.editor.text.hasFocus()
    hands.picture(page.window(), "meetings-decision")


def test_a_line_of_a_list_becomes_a_decision_and_leaves_the_others(desk: MeetingWorkspace, begun: Year):
    hands.type_text(desk.notes.editor.text, "Läget:\n- ett\ntvå\ntre")
    desk.notes.editor.text.moveCursor(QTextCursor.MoveOperation.Up)
    desk.decide()
    assert [row.text for row in decided(begun)] == ["två"]
    assert stored(desk, begun).notes == "Läget:\n\n- ett\n- tre"


def test_a_row_of_a_table_becomes_a_decision_and_leaves_the_table(desk: MeetingWorkspace, begun: Year):
    text = desk.notes.editor.text
    text.tables.insert(1, 2)
    hands.type_text(text, "Avslås")
    desk.decide()
    assert [row.text for row in decided(begun)] == ["Avslås"]
    hands.type_text(text, "A")
    assert text.value() == "| A |  |\n| --- | --- |"


def test_bold_words_and_lists_are_stored_and_undone(desk: MeetingWorkspace, begun: Year, qtbot: QtBot):
    text = desk.notes.editor.text
    qtbot.keyClick(text, Qt.Key.Key_B, CONTROL)
    hands.type_text(text, "Viktigt nu")
    desk.commit()
    assert stored(desk, begun).notes == "**Viktigt nu**"
    qtbot.mouseClick(desk.notes.editor.tools.bullets, Qt.MouseButton.LeftButton)
    desk.commit()
    assert stored(desk, begun).notes == "- **Viktigt nu**"
    assert text.hasFocus()
    begun.work.undo()
    assert text.value() == "**Viktigt nu**"


def test_one_undo_gives_the_line_back_and_takes_its_decision_away(desk: MeetingWorkspace, begun: Year):
    hands.type_text(desk.notes.editor.text, "Frågan bereds vidare.")
    desk.notes.decide()
    assert decided(begun)
    assert stored(desk, begun).notes == ""
    assert not desk.notes.editor.text.document().isUndoAvailable()
    begun.work.undo()
    assert not decided(begun)
    assert stored(desk, begun).notes == "Frågan bereds vidare."


def test_what_is_selected_becomes_the_decision(desk: MeetingWorkspace, begun: Year):
    text = desk.notes.editor.text
    hands.type_text(text, "Gruppen beslutar att godkänna")
    text.find("att godkänna")
    cursor = text.textCursor()
    cursor.setPosition(len("Gruppen beslutar "))
    cursor.movePosition(cursor.MoveOperation.End, cursor.MoveMode.KeepAnchor)
    text.setTextCursor(cursor)
    desk.decide()
    assert decided(begun)[0].text == "att godkänna"


def test_an_empty_line_takes_the_proposal(desk: MeetingWorkspace, begun: Year):
    assert desk.item_id is not None
    agenda.change_item(begun.work, desk.item_id, proposal="Planen antas.")
    desk.decide()
    assert decided(begun)[0].text == "Planen antas."


def test_nothing_to_decide_says_how(desk: MeetingWorkspace, begun: Year, recorded: Recorded):
    desk.decide()
    assert "Ctrl+D" in recorded.said[-1][0]
    assert decided(begun) == []


def test_a_decision_is_changed_on_its_card_and_taken_away(desk: MeetingWorkspace, begun: Year):
    hands.type_text(desk.notes.editor.text, "Antas")
    desk.decide()
    card = desk.notes.outcomes.card(decided(begun)[0].id)
    assert card is not None
    hands.type_text(card.responsible, "Kvalitetschef")
    card.commit()
    assert decided(begun)[0].responsible == "Kvalitetschef"
    card.remove()
    assert decided(begun) == []


def test_a_decision_without_words_is_refused_on_its_card(desk: MeetingWorkspace, begun: Year):
    hands.type_text(desk.notes.editor.text, "Antas")
    desk.decide()
    card = desk.notes.outcomes.card(decided(begun)[0].id)
    assert card is not None
    card.text.clear()
    card.commit()
    assert said_at(card, "Skriv vad gruppen beslutar.")
    assert decided(begun)[0].text == "Antas"


@pytest.fixture
def asked(desk: MeetingWorkspace, qtbot: QtBot) -> CommissionForm:
    hands.type_text(desk.notes.editor.text, "Kartlägga frånvaron i årskurs 4–9")
    qtbot.keyClick(desk.notes.editor.text, Qt.Key.Key_U, CONTROL)
    opened = form(desk)
    assert isinstance(opened, CommissionForm)
    hands.type_text(opened.form.field("responsible"), "Utbildningschef grundskola; Kvalitetschef")
    return opened


def test_ctrl_u_asks_in_place_with_the_line_as_what(asked: CommissionForm, page: MeetingsPage):
    assert asked.form.value("title") == "Kartlägga frånvaron i årskurs 4–9"
    hands.picture(page.window(), "meetings-commission")


def test_a_commission_without_how_is_refused_at_the_field_and_nothing_is_decided(
    asked: CommissionForm, begun: Year
):
    hands.press(asked, "Ge uppdraget")
    assert asked.form.field("how").property("wrong")
    assert said_at(asked, "Ange hur och när uppdraget ska redovisas.")
    assert decided(begun) == []


def test_a_commission_without_when_is_refused_at_the_field(asked: CommissionForm):
    hands.type_text(asked.form.field("how"), "Skriftlig rapport")
    hands.press(asked, "Ge uppdraget")
    assert asked.form.field("due").property("wrong")


def test_a_commission_with_how_and_when_is_given_with_its_decision(
    asked: CommissionForm, desk: MeetingWorkspace, begun: Year
):
    hands.type_text(asked.form.field("how"), "Skriftlig rapport")
    hands.type_text(asked.form.field("due"), "2019-05-28")
    hands.press(asked, "Ge uppdraget")
    given = commission.listing(begun.work)[0]
    assert (given.title, given.due) == ("Kartlägga frånvaron i årskurs 4–9", date(2019, 5, 28))
    assert decided(begun)[0].kind is DecisionKind.COMMISSION
    assert desk.notes.editor.text.toPlainText() == ""
    assert desk.notes.outcomes.open_form is None
    assert said_at(desk.notes.outcomes, "Hur: Skriftlig rapport")


def test_a_commission_may_be_due_in_a_quarter(asked: CommissionForm, desk: MeetingWorkspace, begun: Year):
    hands.type_text(asked.form.field("how"), "Skriftlig rapport")
    hands.type_text(asked.form.field("due"), "andra kvartalet 2019")
    hands.press(asked, "Ge uppdraget")
    assert commission.listing(begun.work)[0].due == date(2019, 6, 30)
    assert said_at(desk.notes.outcomes, "När: andra kvartalet 2019")


def test_a_commission_may_be_reported_in_part_on_several_days(asked: CommissionForm, begun: Year):
    hands.type_text(asked.form.field("how"), "Skriftlig rapport")
    hands.type_text(asked.form.field("due"), "2019-06-30")
    hands.type_text(asked.form.field("interim"), "2019-05-28, våren")
    hands.press(asked, "Ge uppdraget")
    assert asked.form.field("interim").property("wrong")
    asked.form.field("interim").clear()
    hands.type_text(asked.form.field("interim"), "2019-05-28, 2019-04-30")
    hands.press(asked, "Ge uppdraget")
    assert commission.listing(begun.work)[0].interim == (date(2019, 4, 30), date(2019, 5, 28))


def test_the_line_stays_where_the_commission_is_called_something_else(
    asked: CommissionForm, desk: MeetingWorkspace, begun: Year
):
    hands.type_text(asked.form.field("title"), "Kartläggning")
    hands.type_text(asked.form.field("how"), "Skriftlig rapport")
    hands.type_text(asked.form.field("due"), "2019-05-28")
    hands.press(asked, "Ge uppdraget")
    assert len(commission.listing(begun.work)) == 1
    assert desk.notes.editor.text.toPlainText() == "Kartlägga frånvaron i årskurs 4–9"


def test_giving_a_commission_is_one_thing_to_undo(asked: CommissionForm, begun: Year):
    hands.type_text(asked.form.field("how"), "Skriftlig rapport")
    hands.type_text(asked.form.field("due"), "2019-05-28")
    asked.carry_out()
    while commission.listing(begun.work):
        begun.work.undo()
    assert decided(begun) == []


def new_group(asked: CommissionForm) -> CommissionForm:
    hands.type_text(asked.form.field("how"), "Skriftlig rapport")
    hands.type_text(asked.form.field("due"), "2019-05-28")
    field = asked.form.field("work_group_id")
    field.set_value("new")
    field.committed.emit("new")
    QApplication.processEvents()
    hands.type_text(asked.group_form.field("name"), "Skolfrånvaro")
    hands.type_text(asked.group_form.field("need"), "Frånvaron ökar.")
    return asked


def test_a_work_group_of_one_party_is_refused_and_nothing_is_left(asked: CommissionForm, begun: Year):
    new_group(asked)
    hands.type_text(asked.group_form.field(asked._members(0)), "Chef elevhälsan\nRektor")
    asked.group_form.field("convenor").set_value(0)
    asked.group_form.field("secretary").set_value(1)
    hands.press(asked, "Ge uppdraget")
    assert said_at(asked.group_form, "förvaltningar") or said_at(asked.group_form, "Socialförvaltningen")
    assert len(group.groups(begun.work)) == 1
    assert decided(begun) == []


def test_a_work_group_is_set_up_with_its_commission(asked: CommissionForm, begun: Year):
    new_group(asked)
    hands.type_text(asked.group_form.field(asked._members(0)), "Chef elevhälsan")
    hands.type_text(asked.group_form.field(asked._members(1)), "Enhetschef Barn och unga")
    asked.group_form.field("convenor").set_value(0)
    asked.group_form.field("secretary").set_value(1)
    hands.press(asked, "Ge uppdraget")
    assert commission.listing(begun.work)[0].work_group == "Skolfrånvaro"


def test_a_commission_is_left_on_escape(asked: CommissionForm, desk: MeetingWorkspace, qtbot: QtBot):
    qtbot.keyClick(asked.form.field("how"), Qt.Key.Key_Escape)
    assert desk.notes.outcomes.open_form is None
    assert desk.notes.editor.text.toPlainText() == "Kartlägga frånvaron i årskurs 4–9"


def given(asked: CommissionForm) -> None:
    hands.type_text(asked.form.field("how"), "Muntligt")
    hands.type_text(asked.form.field("due"), "2019-05-28")
    asked.carry_out()


def test_a_commission_is_reported_and_then_approved(
    asked: CommissionForm, desk: MeetingWorkspace, begun: Year
):
    given(asked)
    desk.notes.report()
    hands.press(form(desk), "Notera redovisningen")
    assert commission.listing(begun.work)[0].status is CommissionStatus.REPORTED
    approval = ask(desk, "Godkännande av redovisat uppdrag", begun)
    hands.press(approval, "Godkänn")
    assert commission.listing(begun.work)[0].status is CommissionStatus.APPROVED


def test_a_commission_is_given_a_new_day_by_decision(
    asked: CommissionForm, desk: MeetingWorkspace, begun: Year
):
    given(asked)
    opened = ask(desk, "Ny redovisningstid", begun)
    hands.press(opened, "Ändra tiden")
    assert said_at(opened, "Fyll i fältet.")
    hands.type_text(opened.form.field("due"), "2019-06-10")
    hands.press(opened, "Ändra tiden")
    assert commission.listing(begun.work)[0].due == date(2019, 6, 10)


def test_a_commission_is_changed_on_its_card(asked: CommissionForm, desk: MeetingWorkspace, begun: Year):
    given(asked)
    row = commission.listing(begun.work)[0]
    card = desk.notes.outcomes._cards["commission", row.id]
    card._toggle()
    card.form.field("how").setText("Skriftligt")
    card.form.field("how").commit()
    assert commission.listing(begun.work)[0].how == "Skriftligt"


def test_roles_in_one_party_are_refused_at_the_field(desk: MeetingWorkspace, begun: Year):
    opened = ask(desk, "Val av sammankallande och sekreterare", begun)
    opened.form.field("convenor").set_value(begun.seat("Kvalitetschef").id)
    opened.form.field("secretary").set_value(begun.seat("Utbildningschef förskola").id)
    hands.press(opened, "Utse")
    assert opened.form.field("secretary").property("wrong")
    assert said_at(opened, "olika förvaltningar")
    assert decided(begun)[0].kind is DecisionKind.DECISION


def test_roles_are_given_by_decision(desk: MeetingWorkspace, begun: Year):
    opened = ask(desk, "Val av sammankallande och sekreterare", begun)
    opened.form.field("convenor").set_value(begun.seat("Avdelningschef").id)
    opened.form.field("secretary").set_value(begun.seat("Kvalitetschef").id)
    hands.press(opened, "Utse")
    assert begun.seat("Avdelningschef").roles == (Role.CONVENOR,)
    assert decided(begun)[0].kind is DecisionKind.ELECTION


def test_a_role_tied_to_a_function_is_not_asked_for(desk: MeetingWorkspace, begun: Year):
    tie_role(begun, "convenor", "F5")
    opened = ask(desk, "Val av sammankallande och sekreterare", begun)
    assert set(opened.form.values()) == {"period", "secretary"}
    opened.form.field("secretary").set_value(begun.seat("Kvalitetschef").id)
    hands.press(opened, "Utse")
    assert begun.seat("Kvalitetschef").roles == (Role.SECRETARY,)
    assert begun.seat("Avdelningschef").roles == (Role.CONVENOR,)


def test_a_chair_alone_is_elected_for_a_term_of_office(desk: MeetingWorkspace, begun: Year):
    only_a_chair(begun)
    opened = ask(desk, "Val av ordförande", begun, [Role.CHAIR])
    assert opened.form.values() == {"period": "2019–2022", "chair": None}
    assert next(label.text() for label in opened.form.findChildren(QLabel)) == "Mandatperiod"
    opened.form.field("chair").set_value(begun.seat("Kvalitetschef").id)
    hands.press(opened, "Utse")
    assert Role.CHAIR in begun.seat("Kvalitetschef").roles
    leader = desk.attendance.tasks.field("leader_seat_id")
    assert leader.currentText().startswith("Ordförande (Kvalitetschef")


def test_the_year_plan_is_decided(desk: MeetingWorkspace, begun: Year):
    hands.press(ask(desk, "Årsplanen", begun), "Besluta årsplanen")
    plan = year_plan.plan_row(begun.work, begun.group_id, PERIOD)
    assert plan is not None
    assert plan.status is PlanStatus.DECIDED


@pytest.mark.parametrize("label", [effect.label for effect in effects()])
def test_what_a_decision_lacks_is_told_in_place(desk: MeetingWorkspace, begun: Year, label: str):
    opened = ask(desk, label, begun)
    for field in opened.form._fields.values():
        field.set_value(None if label != "Rutin eller stödmaterial" else "")
    opened.carry_out()
    assert desk.notes.outcomes.open_form is opened
    assert any(field.property("wrong") for field in opened.form._fields.values())


def test_a_routine_is_established_by_decision(desk: MeetingWorkspace, begun: Year):
    opened = ask(desk, "Rutin eller stödmaterial", begun)
    hands.type_text(opened.form.field("title"), "Skolgång vid placering")
    hands.type_text(opened.form.field("review_by"), "2020-05-31")
    hands.press(opened, "Fastställ")
    assert routine.listing(begun.work)[0].review_by == date(2020, 5, 31)


def test_an_activity_is_planned_by_decision(desk: MeetingWorkspace, begun: Year):
    opened = ask(desk, "Gemensam aktivitet", begun)
    hands.type_text(opened.form.field("title"), "Gemensam utbildningsdag")
    hands.type_text(opened.form.field("day"), "2019-10-22")
    hands.press(opened, "Planera")
    assert activity.listing(begun.work)[0].day == date(2019, 10, 22)


def test_a_question_is_referred_to_another_agreement(desk: MeetingWorkspace, begun: Year):
    opened = ask(desk, "Hänvisning till annat avtal", begun)
    opened.form.field("referred_agreement").set_value("avtalet om USSP")
    hands.press(opened, "Hänvisa")
    assert stored(desk, begun).referred_agreement == "avtalet om USSP"
    assert decided(begun)[0].kind is DecisionKind.REFERRAL
