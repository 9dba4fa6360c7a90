"""The history of a meeting in the window: day by day, in words, and back to any point."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from samverkan_desktop.services import agenda, agenda_builder, meeting
from samverkan_desktop.ui.pages.meetings.history_view import HistoryView
from samverkan_desktop.ui.pages.meetings.page import MeetingsPage
from tests.ui import hands
from tests.ui.conftest import Recorded
from tests.ui.pages.meetings.looking import said_at
from tests.ui.year import Year


@pytest.fixture
def told(page: MeetingsPage, begun: Year) -> HistoryView:
    chosen = begun.meetings[4]
    agenda_builder.build(begun.work, chosen)
    meeting.begin(begun.work, chosen)
    item = agenda.items(begun.work, chosen)[2].id
    agenda.write_notes(begun.work, item, "Frågan bereds vidare.")
    agenda.change_item(begun.work, item, presenter="Kvalitetschef")
    page.open(f"meeting:{chosen}")
    page.workspace.history.click()
    QApplication.processEvents()
    return page.history


def lines(told: HistoryView) -> list[str]:
    return [told.list.item(row).text() for row in range(told.list.count())]


def choose(told: HistoryView, words: str) -> None:
    (row,) = (number for number, line in enumerate(lines(told)) if words in line)
    told.list.setCurrentRow(row)


def test_the_newest_stands_first_under_its_day(told: HistoryView):
    assert lines(told)[0] == "tisdagen den 26 mars 2019"
    assert "En punkt ändrades" in lines(told)[1]
    assert not told.list.item(0).flags() & Qt.ItemFlag.ItemIsSelectable
    assert not told.restore.isVisible()


def test_what_changed_is_told_in_words(told: HistoryView):
    choose(told, "Anteckningar skrevs")
    assert said_at(told, "Tillagt: ”Frågan bereds vidare.”")
    hands.picture(told.window(), "meetings-history")


def test_a_meeting_goes_back_and_the_view_follows(told: HistoryView, begun: Year, recorded: Recorded):
    choose(told, "Anteckningar skrevs")
    hands.press(told, "Återställ mötet hit")
    assert agenda.items(begun.work, begun.meetings[4])[2].presenter == ""
    assert "Mötet återställdes till 2019-03-26" in lines(told)[1]
    assert recorded.said[-1][1]
    begun.work.undo()
    assert agenda.items(begun.work, begun.meetings[4])[2].presenter == "Kvalitetschef"


def test_one_goes_back_to_the_meeting(told: HistoryView, page: MeetingsPage):
    hands.press(told, "Tillbaka till mötet")
    assert page.workspace.isVisible()


def test_what_is_being_written_is_in_the_history(page: MeetingsPage, told: HistoryView):
    hands.press(told, "Tillbaka till mötet")
    page.workspace.choose(page.workspace.state.items[3].id)  # type: ignore[union-attr]
    page.workspace.notes.editor.text.setFocus()
    hands.type_text(page.workspace.notes.editor.text, "Skrivs nu")
    page.workspace.history.click()
    assert "Anteckningar skrevs" in lines(told)[1]
    assert said_at(told, "Tillagt: ”Skrivs nu”")
