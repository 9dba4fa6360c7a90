"""The window for everybody in the room."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot

from samverkan_desktop.services import agenda, agenda_builder, decision, meeting
from samverkan_desktop.ui import theme
from samverkan_desktop.ui.colours import Look
from samverkan_desktop.ui.pages.meetings.page import MeetingsPage
from samverkan_desktop.ui.pages.meetings.projector import Projector, second_screen
from samverkan_desktop.ui.pages.meetings.steps import At
from samverkan_desktop.ui.pages.meetings.workspace import MeetingWorkspace
from tests.ui import hands
from tests.ui.year import Year


@pytest.fixture
def desk(page: MeetingsPage, begun: Year) -> MeetingWorkspace:
    agenda_builder.build(begun.work, begun.meetings[4])
    meeting.begin(begun.work, begun.meetings[4])
    page.open(f"meeting:{begun.meetings[4]}")
    QApplication.processEvents()
    return page.workspace


@pytest.fixture
def projector(desk: MeetingWorkspace, page: MeetingsPage) -> Projector:
    next(each for each in page.actions() if each.text() == "Visa på projektor").trigger()
    QApplication.processEvents()
    return desk.projector


def words(projector: Projector) -> str:
    labels = [label.text() for label in projector.findChildren(QLabel) if label.isVisible()]
    rows = [projector.agenda.item(row).text() for row in range(projector.agenda.count())]
    return "\n".join((*labels, *rows))


def test_it_shows_the_agenda_and_the_item_that_is_open(projector: Projector, desk: MeetingWorkspace):
    assert projector.isVisible()
    assert "Övriga frågor" in words(projector)
    desk.step(1)
    assert projector.agenda.currentRow() == 1
    desk.step(1)
    assert projector.agenda.currentRow() == 2


def test_it_shows_what_is_proposed_and_then_what_is_decided(
    projector: Projector, desk: MeetingWorkspace, begun: Year
):
    assert desk.item_id is not None
    agenda.change_item(begun.work, desk.item_id, proposal="Planen antas.")
    QApplication.processEvents()
    assert "Förslag till beslut\nPlanen antas." in words(projector)
    decision.take(begun.work, desk.item_id, "Planen antas med ändringen.")
    QApplication.processEvents()
    assert "Planen antas med ändringen." in words(projector)
    assert "Förslag till beslut" not in words(projector)
    projector.resize(1280, 720)
    hands.picture(projector, "projector")
    theme.current().wear(Look.DARK)
    hands.picture(projector, "projector-dark")
    theme.current().wear(Look.LIGHT)


def test_it_shows_neither_notes_nor_persons_nor_findings(
    projector: Projector, desk: MeetingWorkspace, begun: Year
):
    assert desk.item_id is not None
    agenda.write_notes(begun.work, desk.item_id, "Hemligt nog.")
    QApplication.processEvents()
    said = words(projector)
    assert "Hemligt" not in said
    assert not any(seat.holder and seat.holder in said for seat in desk.state.group.seats)  # type: ignore[union-attr]


@pytest.mark.parametrize("key", [Qt.Key.Key_Escape, Qt.Key.Key_F5])
def test_a_key_puts_it_away(projector: Projector, qtbot: QtBot, key: Qt.Key):
    qtbot.keyClick(projector, key)
    assert not projector.isVisible()


def test_it_survives_that_its_screen_goes_away(projector: Projector):
    projector.showFullScreen()
    projector._screen_went(QGuiApplication.primaryScreen())
    assert projector.isVisible()
    assert not projector.isFullScreen()


def test_letters_follow_the_height_of_the_window(projector: Projector):
    projector.resize(800, 450)
    small = projector._heading.fontMetrics().height()
    projector.resize(1920, 1080)
    QApplication.processEvents()
    assert projector._heading.fontMetrics().height() > small


def test_the_second_screen_is_the_other_one():
    own = QGuiApplication.primaryScreen()
    assert second_screen(own, [own]) is None


def test_a_long_decision_is_written_smaller_and_none_of_it_is_cut(
    projector: Projector, desk: MeetingWorkspace, begun: Year
):
    assert desk.item_id is not None
    decision.take(begun.work, desk.item_id, "Gruppen beslutar att planen antas. " * 40)
    projector.resize(1280, 720)
    QApplication.processEvents()
    label = projector._said
    assert label.heightForWidth(label.width()) <= label.height()
    hands.picture(projector, "projector-long")


def test_the_way_to_it_can_be_seen_during_the_meeting(desk: MeetingWorkspace):
    assert desk._room.isVisible()
    assert "F5" in desk._room.toolTip()
    desk.go(At.PLAN)
    assert not desk._room.isVisible()
