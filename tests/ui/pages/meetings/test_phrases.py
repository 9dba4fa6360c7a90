"""Phrases and functions written with a few letters after #, and the user's own."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLabel, QToolButton
from pytestqt.qtbot import QtBot

from samverkan_desktop.services import agenda, agenda_builder, meeting, phrase
from samverkan_desktop.ui.pages.meetings.page import MeetingsPage
from samverkan_desktop.ui.pages.meetings.phrase_list import PhraseList
from samverkan_desktop.ui.pages.meetings.workspace import MeetingWorkspace
from tests.ui import hands
from tests.ui.pages.meetings.looking import said_at
from tests.ui.year import Year


@pytest.fixture
def desk(page: MeetingsPage, begun: Year) -> MeetingWorkspace:
    agenda_builder.build(begun.work, begun.meetings[4])
    meeting.begin(begun.work, begun.meetings[4])
    page.open(f"meeting:{begun.meetings[4]}")
    page.workspace.choose(agenda.items(begun.work, begun.meetings[4])[4].id)
    QApplication.processEvents()
    page.workspace.notes.editor.text.setFocus()
    return page.workspace


def offered(desk: MeetingWorkspace) -> PhraseList:
    return desk.notes.editor.phrases


def write(desk: MeetingWorkspace, text: str) -> None:
    hands.type_text(desk.notes.editor.text, text)


def press(desk: MeetingWorkspace, qtbot: QtBot, key: Qt.Key) -> None:
    qtbot.keyClick(desk.notes.editor.text, key)


def notes(desk: MeetingWorkspace) -> str:
    return desk.notes.editor.text.toPlainText()


def test_the_sign_opens_the_list_and_letters_filter_it(desk: MeetingWorkspace, page: MeetingsPage):
    write(desk, "Inledning. #")
    everything = offered(desk).keys
    assert "dagordningen" in everything
    assert "sammankallande" in everything
    write(desk, "dag")
    hands.picture(page.window(), "meetings-phrases")
    assert offered(desk).keys[:2] == ["dagordningen", "dagordningen-tillägg"]
    assert len(offered(desk).keys) < len(everything)


@pytest.mark.parametrize("key", [Qt.Key.Key_Return, Qt.Key.Key_Tab])
def test_a_key_writes_the_phrase_and_one_writes_on(desk: MeetingWorkspace, qtbot: QtBot, key: Qt.Key):
    write(desk, "Först. #dag")
    press(desk, qtbot, key)
    write(desk, " Sedan.")
    assert notes(desk) == "Först. Dagordningen godkändes. Sedan."
    assert offered(desk).keys == []
    assert desk.notes.editor.text.hasFocus()


def test_a_role_becomes_the_function(desk: MeetingWorkspace, qtbot: QtBot):
    write(desk, "#sammank")
    press(desk, qtbot, Qt.Key.Key_Return)
    assert notes(desk) == "Kvalitetschef"


def test_a_seat_is_found_by_several_words(desk: MeetingWorkspace, qtbot: QtBot):
    write(desk, "#utbildningschef gymn")
    press(desk, qtbot, Qt.Key.Key_Return)
    assert notes(desk) == "Utbildningschef gymnasiet och vuxenutbildningen"


def test_arrows_mark_another(desk: MeetingWorkspace, qtbot: QtBot):
    write(desk, "#dag")
    press(desk, qtbot, Qt.Key.Key_Down)
    press(desk, qtbot, Qt.Key.Key_Return)
    assert notes(desk) == "Dagordningen godkändes med tillägg under Övriga frågor."


def test_escape_puts_the_list_away_and_leaves_what_is_written(desk: MeetingWorkspace, qtbot: QtBot):
    write(desk, "#dag")
    press(desk, qtbot, Qt.Key.Key_Escape)
    assert offered(desk).keys == []
    assert notes(desk) == "#dag"


@pytest.mark.parametrize("text", ["# Rubrik", "C#", "#5 saker", "##", "#finnsinte alls"])
def test_other_signs_are_left_alone(desk: MeetingWorkspace, text: str):
    write(desk, text)
    assert offered(desk).isHidden()


def test_return_without_a_word_is_a_new_line(desk: MeetingWorkspace, qtbot: QtBot):
    write(desk, "#")
    press(desk, qtbot, Qt.Key.Key_Return)
    assert "godk" not in notes(desk)


def test_moving_over_a_sign_does_not_open_the_list(desk: MeetingWorkspace, qtbot: QtBot):
    write(desk, "#finnsinte alls")
    for _ in range(8):
        press(desk, qtbot, Qt.Key.Key_Left)
    assert offered(desk).isHidden()


def test_what_is_inserted_is_stored(desk: MeetingWorkspace, begun: Year, qtbot: QtBot):
    write(desk, "#dagordningen")
    press(desk, qtbot, Qt.Key.Key_Return)
    desk.commit()
    stored = next(row for row in agenda.items(begun.work, begun.meetings[4]) if row.id == desk.item_id)
    assert stored.notes == "Dagordningen godkändes."


def test_a_phrase_is_added_from_the_list_with_its_key(desk: MeetingWorkspace, begun: Year, qtbot: QtBot):
    write(desk, "#tack")
    for _ in range(len(offered(desk).keys) + 1):
        press(desk, qtbot, Qt.Key.Key_Down)
        if offered(desk).currentIndex().row() == len(offered(desk).keys):
            break
    press(desk, qtbot, Qt.Key.Key_Return)
    form = desk.notes.phrases._form
    assert form is not None
    assert form.form.value("key") == "tack"
    hands.type_text(form.form.field("text"), "Gruppen tackade för rapporten.")
    qtbot.keyClick(form.form.field("text"), Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert [(row.key, row.text) for row in phrase.listing(begun.work)] == [
        ("tack", "Gruppen tackade för rapporten.")
    ]
    assert notes(desk) == ""


def test_phrases_are_listed_changed_and_taken_away(desk: MeetingWorkspace, begun: Year, page: MeetingsPage):
    phrase.add(begun.work, "tack", "Gruppen tackade.")
    next(each for each in page.actions() if each.text() == "Egna fraser").trigger()
    panel = desk.notes.phrases
    assert said_at(panel, "#tack")
    buttons = {each.accessibleName(): each for each in panel.findChildren(QToolButton)}
    buttons["Ändra #tack"].click()
    assert panel._form is not None
    hands.type_text(panel._form.form.field("text"), " Varmt.")
    panel._form.carry_out()
    hands.picture(page.window(), "meetings-own-phrases")
    assert said_at(panel, "Gruppen tackade. Varmt.") or said_at(panel, "Varmt.Gruppen tackade.")
    QApplication.processEvents()
    buttons = {each.accessibleName(): each for each in panel.findChildren(QToolButton) if each.isVisible()}
    buttons["Ta bort #tack"].click()
    assert phrase.listing(begun.work) == ()


def test_a_phrase_that_is_wrong_is_told_at_its_field(desk: MeetingWorkspace, begun: Year):
    desk.notes.open_phrases()
    form = desk.notes.phrases._form
    assert form is not None
    hands.type_text(form.form.field("key"), "två ord")
    hands.type_text(form.form.field("text"), "Text")
    form.carry_out()
    assert form.form.field("key").property("wrong")
    assert phrase.listing(begun.work) == ()


def test_escape_goes_back_to_the_notes(desk: MeetingWorkspace, begun: Year, qtbot: QtBot):
    phrase.add(begun.work, "tack", "Tack.")
    desk.notes.open_phrases()
    qtbot.keyClick(desk.notes.phrases, Qt.Key.Key_Escape)
    assert desk.notes.phrases.isHidden()
    assert desk.notes.editor.text.hasFocus()
    assert not [
        each for each in desk.notes.findChildren(QLabel) if each.isVisible() and each.text() == "#tack"
    ]
