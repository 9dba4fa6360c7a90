"""Who was there: by keys and clicks, for the whole meeting or a part of it."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from samverkan_desktop.services import agenda, agenda_builder, attendance, meeting, seat
from samverkan_desktop.services.attendance import AttendanceRow
from samverkan_desktop.ui.pages.meetings.attendance_row import AttendanceLine
from samverkan_desktop.ui.pages.meetings.page import MeetingsPage
from samverkan_desktop.ui.pages.meetings.steps import At
from samverkan_desktop.ui.pages.meetings.workspace import MeetingWorkspace
from samverkan_desktop.vocabulary import AttendanceStatus, MeetingStatus
from tests.ui import hands
from tests.ui.pages.meetings.looking import said_at, texts
from tests.ui.year import Year


@pytest.fixture
def desk(page: MeetingsPage, begun: Year) -> MeetingWorkspace:
    agenda_builder.build(begun.work, begun.meetings[4])
    page.open(f"meeting:{begun.meetings[4]}")
    page.workspace.go(At.HOLD)
    QApplication.processEvents()
    return page.workspace


@pytest.fixture
def held(desk: MeetingWorkspace) -> MeetingWorkspace:
    hands.press(desk.attendance, "Inled mötet")
    QApplication.processEvents()
    return desk


def row(begun: Year, place: int) -> AttendanceRow:
    return attendance.rows(begun.work, begun.meetings[4])[place]


def line(desk: MeetingWorkspace, begun: Year, place: int) -> AttendanceLine:
    return desk.attendance.line(row(begun, place).id)


def open_item(desk: MeetingWorkspace, begun: Year, number: int) -> None:
    desk.choose(agenda.items(begun.work, begun.meetings[4])[number - 1].id)


def test_before_the_meeting_the_list_says_when_it_is_filled(desk: MeetingWorkspace):
    assert said_at(desk.attendance, "Alla kallade ställs upp här")


def test_beginning_the_meeting_lists_everyone_by_party(held: MeetingWorkspace, begun: Year):
    assert meeting.details(begun.work, begun.meetings[4]).status is MeetingStatus.HELD
    read = texts(held.attendance)
    assert read.index("Bildningsförvaltningen") < read.index("Utbildningschef förskola")
    assert read.index("Kvalitetschef") < read.index("Socialförvaltningen")
    assert said_at(held.attendance, "sammankallande")


def test_a_meeting_to_come_cannot_begin(page: MeetingsPage, begun: Year, recorded: object):
    page.open(f"meeting:{begun.meetings[5]}")
    page.workspace.go(At.HOLD)
    page.workspace.attendance.begin.click()
    assert "2019-05-28" in recorded.troubles[-1]  # type: ignore[attr-defined]


def test_everyone_is_noted_at_once(held: MeetingWorkspace, begun: Year):
    hands.press(held.attendance, "Alla närvarande")
    assert {each.status for each in attendance.rows(begun.work, begun.meetings[4])} == {
        AttendanceStatus.PRESENT
    }
    assert said_at(held.attendance, "6 av 6")


@pytest.mark.parametrize(
    ("key", "status"),
    [
        (Qt.Key.Key_N, AttendanceStatus.PRESENT),
        (Qt.Key.Key_F, AttendanceStatus.EXCUSED),
        (Qt.Key.Key_E, AttendanceStatus.ABSENT),
        (Qt.Key.Key_V, AttendanceStatus.VACANT),
    ],
)
def test_a_letter_notes_how_it_was(
    held: MeetingWorkspace, begun: Year, qtbot: QtBot, key: Qt.Key, status: AttendanceStatus
):
    qtbot.keyClick(line(held, begun, 1), key)
    assert row(begun, 1).status is status


def test_arrows_move_between_the_lines(held: MeetingWorkspace, begun: Year, qtbot: QtBot):
    line(held, begun, 0).setFocus()
    qtbot.keyClick(line(held, begun, 0), Qt.Key.Key_Down)
    assert line(held, begun, 1).hasFocus()
    qtbot.keyClick(line(held, begun, 1), Qt.Key.Key_Up)
    assert line(held, begun, 0).hasFocus()


def test_a_click_notes_how_it_was(held: MeetingWorkspace, begun: Year):
    hands.press(line(held, begun, 2), "F")
    assert row(begun, 2).status is AttendanceStatus.EXCUSED
    assert said_at(line(held, begun, 2), "anmält förhinder")


def test_whoever_goes_is_there_to_the_item_that_is_open(held: MeetingWorkspace, begun: Year, qtbot: QtBot):
    open_item(held, begun, 3)
    qtbot.keyClick(line(held, begun, 0), Qt.Key.Key_G)
    assert (row(begun, 0).status, row(begun, 0).to_item) == (AttendanceStatus.PRESENT, "3")
    assert said_at(line(held, begun, 0), "t.o.m. punkt 3")


def test_whoever_comes_late_is_there_from_the_item_that_is_open(
    held: MeetingWorkspace, begun: Year, qtbot: QtBot
):
    qtbot.keyClick(line(held, begun, 0), Qt.Key.Key_E)
    open_item(held, begun, 4)
    qtbot.keyClick(line(held, begun, 0), Qt.Key.Key_N)
    assert row(begun, 0).from_item == "4"


def test_a_part_can_be_changed(held: MeetingWorkspace, begun: Year, qtbot: QtBot):
    open_item(held, begun, 3)
    each = line(held, begun, 0)
    qtbot.keyClick(each, Qt.Key.Key_K)
    each._first.setCurrentIndex(2)
    each._first.activated.emit(2)
    assert row(begun, 0).from_item == "2"


def test_a_guest_is_invited_for_the_open_item_and_taken_away(held: MeetingWorkspace, begun: Year):
    open_item(held, begun, 3)
    hands.press(held.attendance, "Adjungera")
    QApplication.processEvents()
    form = held.attendance._form
    assert form is not None
    hands.press(form, "Lägg till")
    assert said_at(form, "Ange vilken funktion som adjungeras.")
    hands.type_text(form.form.field("function"), "Chef elevhälsan")
    form.form.field("only").click()
    hands.press(form, "Lägg till")
    guest = row(begun, 6)
    assert (guest.function, guest.from_item, guest.to_item) == ("Chef elevhälsan", "3", "3")
    assert said_at(held.attendance, "Adjungerade")
    line(held, begun, 6).removed.emit(guest.id)
    assert len(attendance.rows(begun.work, begun.meetings[4])) == 6


def test_somebody_else_takes_the_notes(held: MeetingWorkspace, begun: Year):
    field = held.attendance.tasks.field("recorder_seat_id")
    chosen = begun.seat("Avdelningschef").id
    field.set_value(chosen)
    field.activated.emit(0)
    assert meeting.details(begun.work, begun.meetings[4]).recorder_seat_id == chosen


def test_a_mark_is_undone(held: MeetingWorkspace, begun: Year, qtbot: QtBot):
    qtbot.keyClick(line(held, begun, 0), Qt.Key.Key_N)
    begun.work.undo()
    assert row(begun, 0).status is None
    assert not any(each.isChecked() for each in line(held, begun, 0)._buttons.values())


def test_of_a_collective_seat_the_heads_are_written(desk: MeetingWorkspace, begun: Year):
    party = begun.seat("Kvalitetschef").party_id
    seat.add(begun.work, begun.group_id, party, "Samtliga rektorer", collective=True, size=12)
    hands.press(desk.attendance, "Inled mötet")
    heads = next(each for each in attendance.rows(begun.work, begun.meetings[4]) if each.collective)
    shown = desk.attendance.line(heads.id)
    shown._heads.setValue(9)
    shown._heads.commit()
    (kept,) = (each for each in attendance.rows(begun.work, begun.meetings[4]) if each.id == heads.id)
    assert (kept.status, kept.headcount) == (AttendanceStatus.PRESENT, 9)
    assert said_at(shown, "av 12")
    assert not line(desk, begun, 0)._heads_row.isVisible()


def test_a_deputy_says_so_and_is_not_counted(desk: MeetingWorkspace, begun: Year):
    chief = begun.seat("Avdelningschef")
    seat.add(begun.work, begun.group_id, chief.party_id, "Biträdande chef", deputy_for_id=chief.id)
    hands.press(desk.attendance, "Inled mötet")
    hands.press(desk.attendance, "Alla närvarande")
    assert said_at(desk.attendance, "ersättare")
    assert said_at(desk.attendance, "6 av 6")


# --- By keyboard, from the notes and back ---


def press(page: MeetingsPage, name: str) -> None:
    next(each for each in page.actions() if each.text() == name).trigger()
    QApplication.processEvents()


def test_one_goes_to_the_list_and_back_to_the_same_place(
    held: MeetingWorkspace, begun: Year, page: MeetingsPage, qtbot: QtBot
):
    text = held.notes.editor.text
    text.setFocus()
    hands.type_text(text, "Rapporten föredrogs.")
    qtbot.keyClick(text, Qt.Key.Key_Home)
    place = text.textCursor().position()
    press(page, "Till närvarolistan")
    first = line(held, begun, 0)
    assert first.hasFocus()
    qtbot.keyClick(first, Qt.Key.Key_N)
    assert row(begun, 0).status is AttendanceStatus.PRESENT
    qtbot.keyClick(first, Qt.Key.Key_Escape)
    assert text.hasFocus()
    assert text.textCursor().position() == place


def test_one_comes_to_the_first_that_is_not_noted(held: MeetingWorkspace, begun: Year, page: MeetingsPage):
    attendance.note(begun.work, row(begun, 0).id, AttendanceStatus.PRESENT)
    press(page, "Till närvarolistan")
    assert line(held, begun, 1).hasFocus()


def test_the_keys_can_be_read_while_they_can_be_used(held: MeetingWorkspace, begun: Year, page: MeetingsPage):
    assert said_at(held.attendance, "Alt+N")
    press(page, "Till närvarolistan")
    assert said_at(held.attendance, "N\N{NO-BREAK SPACE}närvarande, F\N{NO-BREAK SPACE}förhinder")


def test_a_substitute_is_noted_by_its_function(
    held: MeetingWorkspace, begun: Year, qtbot: QtBot, page: MeetingsPage
):
    entry = line(held, begun, 0)
    entry.setFocus()
    qtbot.keyClick(entry, Qt.Key.Key_S)
    field = entry._substitute
    assert field.hasFocus()
    hands.type_text(field, "Enhetschef förskola")
    qtbot.keyClick(field, Qt.Key.Key_Return)
    assert row(begun, 0).substitute == "Enhetschef förskola"
    assert "ersättare Enhetschef förskola" in entry.accessibleName()
    qtbot.keyClick(field, Qt.Key.Key_Escape)
    assert entry.hasFocus()
    held.step(1)
    qtbot.keyClick(entry, Qt.Key.Key_K)
    assert (row(begun, 0).substitute, row(begun, 0).from_item) == ("Enhetschef förskola", "2")
    assert "ersättare Enhetschef förskola fr.o.m. punkt 2" in entry.accessibleName()
    hands.picture(page.window(), "meetings-substitute")


def test_a_guest_is_asked_for_from_the_list(held: MeetingWorkspace, begun: Year, qtbot: QtBot):
    qtbot.keyClick(line(held, begun, 0), Qt.Key.Key_A)
    form = held.attendance._form
    assert form is not None
    hands.type_text(form.form.field("function"), "Chef elevhälsan")
    qtbot.keyClick(form.form.field("function"), Qt.Key.Key_Return)
    QApplication.processEvents()
    assert row(begun, 6).function == "Chef elevhälsan"
    assert line(held, begun, 0).hasFocus()
