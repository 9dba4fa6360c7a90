"""During the meeting: what unfolds on a decision's card, and tasks."""

from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QPushButton
from pytestqt.qtbot import QtBot

from samverkan_desktop.services import agenda, agenda_builder, decision, meeting, task
from samverkan_desktop.ui.pages.meetings.decision_card import DecisionCard
from samverkan_desktop.ui.pages.meetings.decision_more import DecisionMore
from samverkan_desktop.ui.pages.meetings.in_place import InPlaceForm
from samverkan_desktop.ui.pages.meetings.page import MeetingsPage
from samverkan_desktop.ui.pages.meetings.task_card import TaskCard
from samverkan_desktop.ui.pages.meetings.workspace import MeetingWorkspace
from samverkan_desktop.vocabulary import DecisionKind, Supersession, Topic
from tests.ui import hands
from tests.ui.pages.meetings.looking import said_at
from tests.ui.year import Year

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


def taken(begun: Year) -> decision.DecisionRow:
    return decision.log(begun.work, meeting_id=begun.meetings[4])[-1]


@pytest.fixture
def card(desk: MeetingWorkspace, begun: Year) -> DecisionCard:
    hands.type_text(desk.notes.editor.text, "Rapporten återremitteras.")
    desk.decide()
    made = desk.notes.outcomes.card(taken(begun).id)
    assert isinstance(made, DecisionCard)
    return made


@pytest.fixture
def more(card: DecisionCard) -> DecisionMore:
    card.unfold.set_open(True)
    QApplication.processEvents()
    assert card.more is not None
    return card.more


def test_every_kind_can_be_chosen(card: DecisionCard, begun: Year):
    card.kind.setCurrentText("Återremiss")
    card.kind.activated.emit(card.kind.currentIndex())
    assert taken(begun).kind is DecisionKind.REFERRED_BACK


def test_the_proposal_stands_above_what_was_decided(desk: MeetingWorkspace, begun: Year):
    assert desk.item_id is not None
    agenda.change_item(begun.work, desk.item_id, proposal="Rapporten godkänns.")
    hands.type_text(desk.notes.editor.text, "Rapporten återremitteras.")
    desk.decide()
    assert taken(begun).proposal == "Rapporten godkänns."
    assert said_at(desk.notes.outcomes, "Förslag: Rapporten godkänns.")


def test_when_is_written_as_words(more: DecisionMore, card: DecisionCard, begun: Year):
    hands.type_text(more.form.field("due"), "andra kvartalet 2019")
    card.commit()
    assert taken(begun).due == date(2019, 6, 30)
    card.unfold.set_open(False)
    assert said_at(card, "Senast andra kvartalet 2019")


def test_a_day_before_the_meeting_is_told_at_the_field(more: DecisionMore, card: DecisionCard, begun: Year):
    hands.type_text(more.form.field("due"), "2019-03-25")
    card.commit()
    assert more.form.field("due").property("wrong")
    assert taken(begun).due is None


def test_who_is_told_is_chosen_and_written(more: DecisionMore, card: DecisionCard, begun: Year):
    hands.type_text(more.told, "Rektor; Elevhälsan")
    card.commit()
    first = more.choose.menu().actions()[0]
    first.trigger()
    assert taken(begun).distribution == ("Rektor", "Elevhälsan", first.text())
    first.trigger()
    assert taken(begun).distribution == ("Rektor", "Elevhälsan")
    card.unfold.set_open(False)
    assert said_at(card, "Sänds till Rektor, Elevhälsan")


def test_a_personal_number_is_told_where_it_was_written(more: DecisionMore, card: DecisionCard):
    hands.type_text(more.told, "Gäller 811218-9876")
    card.commit()
    assert more.told.property("wrong")
    assert said_at(card, "personnummer")


def test_an_earlier_decision_is_found_by_its_words_and_revoked(
    card: DecisionCard, more: DecisionMore, begun: Year, qtbot: QtBot
):
    search = more.superseded.search
    more.superseded.how.set_value(Supersession.REVOKED)
    search.setFocus()
    hands.type_text(search, "utses förslag")
    qtbot.keyClick(search, Qt.Key.Key_Return)
    assert taken(begun).standing == "upphäver 2018/19-01"
    card.unfold.set_open(False)
    assert said_at(card, "Upphäver 2018/19-01")


def test_an_earlier_decision_is_chosen_in_the_list(more: DecisionMore, begun: Year, qtbot: QtBot):
    search = more.superseded.search
    search.setFocus()
    hands.type_text(search, "förslag")
    (found,) = search.completer().model().stringList()
    search.completer().activated.emit(found)
    qtbot.waitUntil(lambda: taken(begun).standing == "ersätter 2018/19-01")
    assert search.text() == ""


def test_words_that_no_decision_has_are_told(more: DecisionMore, qtbot: QtBot):
    search = more.superseded.search
    search.setFocus()
    hands.type_text(search, "finns inte")
    qtbot.keyClick(search, Qt.Key.Key_Return)
    assert search.property("wrong")
    assert said_at(more, "Välj ett av besluten i listan.")


def test_an_earlier_decision_is_let_stand_again(more: DecisionMore, begun: Year, qtbot: QtBot):
    search = more.superseded.search
    search.setFocus()
    hands.type_text(search, "2018/19-01")
    qtbot.keyClick(search, Qt.Key.Key_Return)
    QApplication.processEvents()
    links = [each.text() for each in more.superseded.findChildren(QPushButton)]
    assert links == ["Ersätter 2018/19-01"]
    more.superseded._release(taken(begun).supersedes[0])
    assert taken(begun).supersedes == ()


@pytest.fixture
def asked(desk: MeetingWorkspace, qtbot: QtBot) -> InPlaceForm:
    hands.type_text(desk.notes.editor.text, "Boka aulan")
    qtbot.keyClick(desk.notes.editor.text, Qt.Key.Key_T, CONTROL)
    QApplication.processEvents()
    opened = desk.notes.outcomes.open_form
    assert opened is not None
    return opened


def test_ctrl_t_asks_in_place_and_the_line_becomes_a_task(
    asked: InPlaceForm, desk: MeetingWorkspace, begun: Year, page: MeetingsPage, qtbot: QtBot
):
    hands.type_text(asked.form.field("responsible"), "Kvalitetschef")
    hands.type_text(asked.form.field("due"), "april 2019")
    hands.picture(page.window(), "meetings-task")
    qtbot.keyClick(asked.form.field("due"), Qt.Key.Key_Return)
    (row,) = task.listing(begun.work)
    assert (row.text, row.responsible, row.when) == ("Boka aulan", "Kvalitetschef", "april 2019")
    assert desk.notes.editor.text.toPlainText() == ""
    assert desk.notes.editor.text.hasFocus()
    assert said_at(desk.notes.outcomes, "När: april 2019")


def test_a_task_that_nobody_does_is_refused_at_the_field(asked: InPlaceForm, begun: Year):
    asked.carry_out()
    assert asked.form.field("responsible").property("wrong")
    assert task.listing(begun.work) == ()


def test_a_task_without_words_is_refused_at_the_field(asked: InPlaceForm):
    hands.type_text(asked.form.field("responsible"), "Kvalitetschef")
    asked.form.field("title").set_value("")
    asked.form.field("title").clear()
    asked.carry_out()
    assert asked.form.field("title").property("wrong")


@pytest.fixture
def noted(asked: InPlaceForm, desk: MeetingWorkspace, begun: Year) -> TaskCard:
    hands.type_text(asked.form.field("responsible"), "Kvalitetschef")
    asked.carry_out()
    made = desk.notes.outcomes._cards["task", task.listing(begun.work)[0].id]
    assert isinstance(made, TaskCard)
    QApplication.processEvents()
    return made


def test_a_task_is_done_and_taken_up_again_on_its_card(noted: TaskCard, begun: Year):
    noted.done.click()
    assert task.listing(begun.work)[0].done_on == date(2019, 3, 26)
    assert noted.done.accessibleName() == "Inte klar"
    noted.done.click()
    assert task.listing(begun.work)[0].done_on is None


def test_a_task_is_changed_on_its_card(noted: TaskCard, begun: Year):
    noted._toggle()
    noted.form.field("text").setText("Boka sal A")
    noted.form.field("text").commit()
    assert task.listing(begun.work)[0].text == "Boka sal A"
    noted.form.field("responsible").setText("")
    noted.form.field("responsible").commit()
    assert noted.form.field("responsible").property("wrong")


def test_a_task_is_taken_away_on_its_card(noted: TaskCard, begun: Year):
    noted.remove()
    assert task.listing(begun.work) == ()


def test_what_is_to_be_followed_up_stands_above_the_notes_of_its_item(
    page: MeetingsPage, desk: MeetingWorkspace, begun: Year
):
    earlier = agenda.add_item(begun.work, begun.meetings[0], "En fråga")
    task.note(begun.work, earlier, "Boka aulan", responsible="Kvalitetschef", due=date(2018, 10, 1))
    items = agenda.items(begun.work, begun.meetings[4])
    page.workspace.choose(next(item.id for item in items if item.topic is Topic.OPEN_ITEMS))
    QApplication.processEvents()
    assert said_at(desk.notes, "Uppgift Boka aulan: Kvalitetschef, 2018-10-01, försenad")
