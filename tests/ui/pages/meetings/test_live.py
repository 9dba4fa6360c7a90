"""The margin while a meeting is held: its time, that of each item, and what is amiss."""

from dataclasses import replace
from datetime import timedelta

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from samverkan_desktop.clock import FixedClock
from samverkan_desktop.services import agenda, agenda_builder, attendance, meeting, meeting_clock
from samverkan_desktop.ui.pages.meetings.agenda_model import Line
from samverkan_desktop.ui.pages.meetings.live_margin import LiveMargin
from samverkan_desktop.ui.pages.meetings.page import MeetingsPage
from samverkan_desktop.ui.pages.meetings.steps import At
from samverkan_desktop.ui.pages.meetings.workspace import MeetingWorkspace
from samverkan_desktop.ui.tasks import Tasks
from samverkan_desktop.vocabulary import AttendanceStatus
from tests.ui import hands
from tests.ui.pages.meetings.looking import said_at
from tests.ui.year import Year


@pytest.fixture
def desk(page: MeetingsPage, begun: Year) -> MeetingWorkspace:
    agenda_builder.build(begun.work, begun.meetings[4])
    agenda.change_item(begun.work, items(begun)[0], minutes=15)
    page.open(f"meeting:{begun.meetings[4]}")
    page.workspace.go(At.HOLD)
    hands.press(page.workspace.attendance, "Inled mötet")
    QApplication.processEvents()
    return page.workspace


def items(begun: Year) -> list[int]:
    return [row.id for row in agenda.items(begun.work, begun.meetings[4])]


def later(begun: Year, minutes: int) -> None:
    clock = begun.work.clock
    assert isinstance(clock, FixedClock)
    clock.instant += timedelta(minutes=minutes)


def margin(desk: MeetingWorkspace) -> LiveMargin:
    return desk.attendance.margin


def test_time_of_the_meeting_and_of_the_item_stands_in_the_margin(desk: MeetingWorkspace, begun: Year):
    later(begun, 6)
    margin(desk)._write_time()
    assert margin(desk).time.text() == "Mötet: 6 min · punkten: 6 av 15 min, 9 kvar"
    later(begun, 62)
    margin(desk)._write_time()
    assert margin(desk).time.text() == "Mötet: 1 h 8 min · punkten: 68 av 15 min, 53 över"


def test_the_time_of_an_item_runs_while_it_is_open(desk: MeetingWorkspace, begun: Year):
    later(begun, 5)
    desk.step(1)
    later(begun, 7)
    desk.step(1)
    standing = meeting_clock.timeline(begun.work, begun.meetings[4]).at(begun.work.clock.now())
    assert [standing.used[item] // timedelta(minutes=1) for item in items(begun)[:2]] == [5, 7]


def test_an_adjourned_meeting_stands_still_until_it_is_resumed(desk: MeetingWorkspace, begun: Year):
    later(begun, 5)
    margin(desk).pause.click()
    later(begun, 20)
    desk.step(1)
    assert margin(desk).time.text().startswith("Ajournerat. Mötet: 5 min")
    hands.press(margin(desk), "Återuppta")
    later(begun, 3)
    margin(desk)._write_time()
    assert margin(desk).time.text() == "Mötet: 8 min · punkten: 3 min"


def test_a_meeting_is_closed_and_that_is_undone(desk: MeetingWorkspace, begun: Year):
    later(begun, 40)
    hands.press(margin(desk), "Avsluta mötet")
    QApplication.processEvents()
    later(begun, 60)
    margin(desk)._write_time()
    assert margin(desk).time.text().startswith("Mötet tog 40 min")
    assert not margin(desk).pause.isVisible()
    begun.work.undo()
    QApplication.processEvents()
    assert margin(desk).pause.text().strip() == "Återuppta"


def test_the_agenda_tells_how_long_each_item_took_when_that_is_known(desk: MeetingWorkspace, begun: Year):
    first = agenda.items(begun.work, begun.meetings[4])[0]
    took = Line(replace(first, used_minutes=17), 0, "13.00–13.15")
    assert took.detail == "13.00–13.15 · tog 17 min"


def test_a_meeting_noted_afterwards_shows_no_time(page: MeetingsPage, begun: Year):
    later(begun, 60 * 24)
    agenda_builder.build(begun.work, begun.meetings[4])
    meeting.begin(begun.work, begun.meetings[4])
    page.open(f"meeting:{begun.meetings[4]}")
    QApplication.processEvents()
    assert not page.workspace.attendance.margin.time.isVisible()
    assert not page.workspace.attendance.margin.close_meeting.isVisible()


def test_a_party_that_is_missing_is_said_in_the_margin(
    desk: MeetingWorkspace, begun: Year, qtbot: QtBot, tasks: Tasks, page: MeetingsPage
):
    told: list[str] = []
    tasks.started.connect(told.append)
    rows = attendance.rows(begun.work, begun.meetings[4])
    attendance.note_everyone_present(begun.work, begun.meetings[4])
    for row in rows:
        if row.party == "Socialförvaltningen":
            attendance.note(begun.work, row.id, AttendanceStatus.EXCUSED)
    desk.notes.editor.text.setFocus()
    qtbot.waitUntil(lambda: said_at(margin(desk), "Ingen företräder Socialförvaltningen."), timeout=5000)
    assert said_at(margin(desk), "Ange vem som för anteckningarna.")
    assert desk.notes.editor.text.hasFocus()
    assert told == []
    hands.press(margin(desk), "Ange")
    assert desk.attendance.tasks.field("recorder_seat_id").hasFocus()
    hands.picture(page.window(), "meetings-margin")


def test_words_in_the_notes_do_not_ask_for_findings_anew(desk: MeetingWorkspace, begun: Year, qtbot: QtBot):
    margin(desk)._ask.stop()
    agenda.write_notes(begun.work, items(begun)[0], "Mötet öppnades.")
    QApplication.processEvents()
    assert not margin(desk)._ask.isActive()
