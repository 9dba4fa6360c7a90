"""The call is made, the minutes are finished, corrected and sent; files appear, and the log says so."""

from datetime import UTC, date, datetime
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QCheckBox, QLabel, QPushButton
from pytestqt.qtbot import QtBot

from samverkan_desktop.services import agenda, agenda_builder, attendance, group_writing, meeting, minutes
from samverkan_desktop.services.distribution import DistributionRow
from samverkan_desktop.ui.pages.meetings import send_view
from samverkan_desktop.ui.pages.meetings.page import MeetingsPage
from samverkan_desktop.ui.pages.meetings.steps import At, steps
from samverkan_desktop.ui.pages.meetings.workspace import MeetingWorkspace
from samverkan_desktop.ui.widgets.stepper import StepState
from samverkan_desktop.vocabulary import Approval, AttendanceStatus, DocumentKind, MeetingStatus
from tests.ui import hands
from tests.ui.conftest import Recorded
from tests.ui.pages.meetings.looking import said_at
from tests.ui.year import Year


@pytest.fixture
def desk(page: MeetingsPage, begun: Year) -> MeetingWorkspace:
    begun.go_to(date(2019, 3, 19))
    agenda_builder.build(begun.work, begun.meetings[4])
    page.open(f"meeting:{begun.meetings[4]}")
    return page.workspace


@pytest.fixture
def held(desk: MeetingWorkspace, begun: Year) -> MeetingWorkspace:
    begun.go_to(date(2019, 3, 26))
    meeting.begin(begun.work, begun.meetings[4])
    return desk


@pytest.fixture
def ready(held: MeetingWorkspace, begun: Year) -> MeetingWorkspace:
    attendance.note_everyone_present(begun.work, begun.meetings[4])
    for item in agenda.items(begun.work, begun.meetings[4]):
        agenda.write_notes(begun.work, item.id, "Punkten gicks igenom.")
    held.go(At.FINISH)
    return held


@pytest.fixture
def finished(ready: MeetingWorkspace) -> MeetingWorkspace:
    hands.press(ready.finish, "Färdigställ")
    return ready


def status(begun: Year) -> MeetingStatus:
    return meeting.details(begun.work, begun.meetings[4]).status


def go_there(desk: MeetingWorkspace) -> None:
    buttons = desk.finish.findChildren(QPushButton)
    next(button for button in buttons if button.text().strip() == "Gå dit" and button.isVisible()).click()


def test_the_call_is_shown_as_it_will_be(desk: MeetingWorkspace, page: MeetingsPage):
    desk.go(At.CALL)
    text = desk.call.preview.toPlainText()
    assert "Kallelse till styrgruppsmöte för samverkan, möte 5 av 6" in text
    assert "tisdagen den 26 mars 2019 kl. 13.00–15.00" in text
    assert "Kvalitetschef, Bildningsförvaltningen" in desk.call.recipients.text()
    hands.picture(page.window(), "meetings-call")


def test_the_call_is_written_in_the_background(
    desk: MeetingWorkspace, begun: Year, tmp_path: Path, qtbot: QtBot, page: MeetingsPage
):
    desk.go(At.CALL)
    desk.call.files.choose_folder = lambda: tmp_path
    hands.press(desk.call, "Skapa kallelse…")
    assert not desk.call.files.go.isEnabled()
    qtbot.waitUntil(desk.call.files.show_folder.isVisible, timeout=20000)
    assert {".pdf", ".ics", ".eml"} <= {path.suffix for path in tmp_path.iterdir()}
    assert status(begun) is MeetingStatus.CALLED
    assert "kallelse" in desk.call.files.files.text()
    qtbot.waitUntil(lambda: said_at(desk.call, "Kallelsen skapades 2019-03-19"))
    opened: list[Path] = []
    desk.call.files.open_folder = opened.append
    hands.press(desk.call, "Öppna mapp")
    assert opened == [tmp_path]


def test_a_call_without_an_agenda_is_refused(
    page: MeetingsPage, begun: Year, tmp_path: Path, qtbot: QtBot, recorded: Recorded
):
    page.open(f"meeting:{begun.meetings[5]}")
    page.workspace.go(At.CALL)
    page.workspace.call.files.choose_folder = lambda: tmp_path
    page.workspace.call.files.start()
    qtbot.waitUntil(lambda: bool(recorded.troubles), timeout=20000)
    assert "Bygg dagordningen först" in recorded.troubles[0]
    assert page.workspace.call.files.go.isEnabled()


def test_no_folder_writes_nothing(desk: MeetingWorkspace, begun: Year):
    desk.go(At.CALL)
    desk.call.files.choose_folder = lambda: None
    hands.press(desk.call, "Skapa kallelse…")
    assert status(begun) is MeetingStatus.PLANNED


def test_what_stops_the_minutes_is_told_with_where_it_is_mended(held: MeetingWorkspace, page: MeetingsPage):
    held.go(At.FINISH)
    assert said_at(held.finish, "Närvaro saknas för")
    assert not held.finish.finish.isEnabled()
    hands.picture(page.window(), "meetings-hindrances")
    go_there(held)
    assert held.here is At.HOLD


def test_a_personal_identity_number_leads_to_its_item(held: MeetingWorkspace, begun: Year):
    attendance.note_everyone_present(begun.work, begun.meetings[4])
    item = agenda.items(begun.work, begun.meetings[4])[3]
    agenda.write_notes(begun.work, item.id, "Gäller 811218-9876")
    held.go(At.FINISH)
    go_there(held)
    assert (held.here, held.item_id) == (At.HOLD, item.id)


def test_a_secretary_who_was_away_must_have_a_stand_in(ready: MeetingWorkspace, begun: Year):
    rows = attendance.rows(begun.work, begun.meetings[4])
    attendance.note(begun.work, rows[5].id, AttendanceStatus.EXCUSED)
    assert said_at(ready.finish, "Sekreteraren var inte närvarande.")
    meeting.change(begun.work, begun.meetings[4], recorder_seat_id=rows[4].seat_id)
    assert said_at(ready.finish, "Inget saknas.")


def test_what_is_missing_in_an_item_is_left_with_a_reason(
    ready: MeetingWorkspace, begun: Year, page: MeetingsPage
):
    made = [agenda.add_item(begun.work, begun.meetings[4], heading) for heading in ("Läget", "Nästa år")]
    assert not ready.finish.finish.isEnabled()
    first = ready.finish.checks.lines[0]
    first.begin()
    QTest.keyClick(first.go, Qt.Key.Key_Return)
    assert (ready.here, ready.item_id) == (At.HOLD, made[0])
    ready.mending.back()
    assert ready.here is At.FINISH
    hands.press(ready.finish.checks, "Lämna alla som de är…")
    focused = QApplication.focusWidget()
    assert focused is not None
    hands.type_text(focused, "Hann inte tas upp.")
    hands.picture(page.window(), "meetings-left")
    QTest.keyClick(focused, Qt.Key.Key_Return)
    assert said_at(ready.finish, "Lämnas som det är: Hann inte tas upp.")
    assert ready.finish.finish.isEnabled()
    ready.finish.checks.lines[1].insist.click()
    assert not ready.finish.finish.isEnabled()


def test_arrows_go_between_what_is_missing(ready: MeetingWorkspace, begun: Year):
    for heading in ("Läget", "Nästa år"):
        agenda.add_item(begun.work, begun.meetings[4], heading)
    first, second, *_ = ready.finish.checks.lines
    first.begin()
    QTest.keyClick(first.go, Qt.Key.Key_Down)
    assert second.go.hasFocus()
    QTest.keyClick(second.go, Qt.Key.Key_Up)
    assert first.go.hasFocus()


def test_finished_minutes_can_be_read_but_not_changed(
    finished: MeetingWorkspace, begun: Year, page: MeetingsPage
):
    assert status(begun) is MeetingStatus.FINISHED
    finished.go(At.HOLD)
    assert finished.notes.editor.text.isReadOnly()
    assert not finished.attendance.everyone.isVisible()
    assert not finished.agenda.build.isVisible()
    finished.go(At.PLAN)
    assert not finished.plan.form.isEnabled()


def test_finishing_is_undone(finished: MeetingWorkspace, begun: Year):
    begun.work.undo()
    assert status(begun) is MeetingStatus.HELD
    assert finished.finish.finish.isVisible()


def test_a_correction_needs_a_reason_at_its_field(finished: MeetingWorkspace, begun: Year):
    hands.press(finished.finish, "Öppna för rättelse")
    assert status(begun) is MeetingStatus.HELD
    QApplication.processEvents()
    hands.press(finished.finish, "Färdigställ")
    assert said_at(finished.finish, "Ange varför anteckningarna rättas.")
    hands.type_text(finished.finish._reason.field("reason"), "Fel dag angavs.")
    hands.press(finished.finish, "Färdigställ")
    assert minutes.versions(begun.work, begun.meetings[4])[-1].reason == "Fel dag angavs."


def test_minutes_that_are_not_finished_cannot_be_sent(ready: MeetingWorkspace):
    ready.go(At.SEND)
    assert not ready.send.files.go.isEnabled()
    assert said_at(ready.send, "Färdigställ anteckningarna innan de skickas.")


def test_the_minutes_are_sent_and_the_log_says_so(
    finished: MeetingWorkspace, begun: Year, tmp_path: Path, qtbot: QtBot, page: MeetingsPage
):
    finished.go(At.SEND)
    finished.send.files.choose_folder = lambda: tmp_path
    hands.press(finished.send, "Skapa filer att skicka…")
    qtbot.waitUntil(finished.send.files.show_folder.isVisible, timeout=20000)
    assert ".docx" in {path.suffix for path in tmp_path.iterdir()}
    qtbot.waitUntil(lambda: said_at(finished.send, "Från Verksamhetsutvecklare"))
    assert status(begun) is MeetingStatus.SENT
    hands.picture(page.window(), "meetings-sent")


def test_the_steps_behind_are_ticked(finished: MeetingWorkspace):
    assert finished.state is not None
    states = {step.key: step.state for step in steps(finished.state.meeting, At.SEND)}
    assert states == {
        "plan": StepState.DONE,
        "agenda": StepState.DONE,
        "call": StepState.TODO,
        "hold": StepState.DONE,
        "finish": StepState.DONE,
        "send": StepState.CURRENT,
    }


def test_every_step_can_be_reached(desk: MeetingWorkspace):
    for step in At:
        desk.stepper.chosen.emit(step.value)
        assert desk.here is step
        QApplication.processEvents()


def test_a_sending_without_a_known_sender_leaves_the_line_out(qtbot: QtBot):
    at = datetime(2019, 3, 26, 12, tzinfo=UTC)
    row = DistributionRow(1, 1, DocumentKind.CALL, at, "", ("Kvalitetschef",), "kallelse.pdf")
    entry = send_view._entry(row)
    qtbot.addWidget(entry)
    said = [label.text() for label in entry.findChildren(QLabel)]
    assert "kallelse.pdf" in said
    assert not any(text.startswith("Från") for text in said)


def test_a_call_that_was_sent_elsewhere_has_its_day_noted(desk: MeetingWorkspace, begun: Year):
    desk.go(At.CALL)
    hands.press(desk.call, "Kallelsen skickades på annat sätt…")
    focused = QApplication.focusWidget()
    assert focused is not None
    hands.type_text(focused, "2019-03-12")
    hands.press(desk.call, "Notera")
    assert said_at(desk.call, "Kallelsen skapades 2019-03-12")
    assert meeting.details(begun.work, begun.meetings[4]).called_on == date(2019, 3, 12)


def test_how_far_the_minutes_have_come_is_said_in_words(ready: MeetingWorkspace, begun: Year):
    ready.go(At.SEND)
    assert ready.send.standing.text() == "Arbetsmaterial"
    minutes.finish(begun.work, begun.meetings[4])
    assert ready.send.standing.text() == "Färdigställd 2019-03-26"
    begun.go_to(date(2019, 4, 9))
    minutes.note_sent(begun.work, begun.meetings[4], date(2019, 4, 2))
    said = "Färdigställd 2019-03-26 → Utskickad 2019-04-02 till 6 mottagare"
    assert ready.send.standing.text() == said
    QApplication.processEvents()
    hands.press(ready.send, "Ändra dagen…")
    focused = QApplication.focusWidget()
    assert focused is not None
    hands.type_text(focused, "2019-04-04")
    hands.press(ready.send, "Notera")
    assert "Utskickad 2019-04-04" in ready.send.standing.text()


def test_those_who_approve_are_chosen_and_their_days_noted(
    ready: MeetingWorkspace, begun: Year, page: MeetingsPage
):
    assert ready.finish.approval.isHidden()
    group_writing.change(begun.work, begun.group_id, approval=Approval.NAMED)
    ready.refresh()
    QApplication.processEvents()
    boxes = {box.text(): box for box in ready.finish.approval.findChildren(QCheckBox)}
    boxes["Kvalitetschef"].click()
    hands.press(ready.finish, "Färdigställ")
    QApplication.processEvents()
    assert said_at(ready.finish, "0 av 1 har justerat.")
    hands.press(ready.finish, "Justerade…")
    focused = QApplication.focusWidget()
    assert focused is not None
    hands.type_text(focused, "2019-03-26")
    hands.picture(page.window(), "meetings-approving")
    hands.press(ready.finish, "Notera")
    assert said_at(ready.finish, "Kvalitetschef, justerade 2019-03-26")
    QApplication.processEvents()
    hands.press(ready.finish, "Ta tillbaka")
    assert said_at(ready.finish, "0 av 1 har justerat.")


def test_an_earlier_version_is_saved_as_a_file(
    finished: MeetingWorkspace, begun: Year, tmp_path: Path, qtbot: QtBot
):
    minutes.reopen(begun.work, begun.meetings[4])
    minutes.finish(begun.work, begun.meetings[4], "Fel dag angavs.")
    assert said_at(finished.finish, "rättelse 1: Fel dag angavs.")
    files = finished.finish.versions.files[1]
    files.choose_folder = lambda: tmp_path / "ut"
    hands.press(files, "Spara version 1…")
    qtbot.waitUntil(files.show_folder.isVisible, timeout=20000)
    assert [path.name for path in (tmp_path / "ut").iterdir()] == [
        "2019-03-26-minnesanteckningar-styrgrupp-version-1.docx"
    ]


def test_finished_minutes_are_saved_as_pdf_too(
    finished: MeetingWorkspace, begun: Year, qtbot: QtBot, tmp_path: Path
):
    finished.go(At.SEND)
    finished.send.as_pdf.choose_folder = lambda: tmp_path / "ut"
    hands.press(finished.send, "Spara som PDF…")
    qtbot.waitUntil(lambda: any((tmp_path / "ut").glob("*.pdf")), timeout=20_000)
    (made,) = (tmp_path / "ut").iterdir()
    assert made.name == "2019-03-26-minnesanteckningar-styrgrupp.pdf"
    assert status(begun) is MeetingStatus.FINISHED
