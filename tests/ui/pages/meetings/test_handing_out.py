"""Documents looked at before they are made, and files changed by hand that are asked about."""

from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication, QPushButton
from pytestqt.qtbot import QtBot

from samverkan_desktop.services import agenda_builder, meeting
from samverkan_desktop.ui.pages.meetings.page import MeetingsPage
from samverkan_desktop.ui.pages.meetings.steps import At
from samverkan_desktop.ui.pages.meetings.workspace import MeetingWorkspace
from samverkan_desktop.ui.preview_window import PreviewWindow
from samverkan_desktop.ui.tasks import Tasks
from samverkan_desktop.vocabulary import MeetingStatus
from tests.ui import hands
from tests.ui.conftest import Recorded
from tests.ui.year import Year


@pytest.fixture
def desk(page: MeetingsPage, begun: Year, tmp_path: Path) -> MeetingWorkspace:
    agenda_builder.build(begun.work, begun.meetings[4])
    page.open(f"meeting:{begun.meetings[4]}")
    page.workspace.go(At.CALL)
    for files in (page.workspace.call.files, page.workspace.call.short):
        files.choose_folder = lambda: tmp_path / "ut"
    return page.workspace


def previews() -> list[PreviewWindow]:
    return [widget for widget in QApplication.topLevelWidgets() if isinstance(widget, PreviewWindow)]


@pytest.mark.parametrize("what", ["Skapa kallelse", "Skapa körschema", "Skapa kort dagordning"])
def test_a_document_is_looked_at_before_it_is_made(desk: MeetingWorkspace, qtbot: QtBot, what: str):
    buttons = desk.call.findChildren(QPushButton)
    next(each for each in buttons if each.accessibleName() == f"Förhandsgranska: {what}").click()
    qtbot.waitUntil(lambda: bool(previews()), timeout=20_000)
    (window,) = previews()
    assert "styrgrupp" in window.windowTitle()
    assert window.list.count() >= 1
    hands.picture(window, f"preview-{what.rsplit(maxsplit=1)[-1]}")
    with qtbot.waitSignal(window.destroyed):
        window.close()


def test_the_minutes_are_looked_at_as_a_draft(desk: MeetingWorkspace, qtbot: QtBot):
    desk.go(At.SEND)
    hands.press(desk.send, "Förhandsgranska…")
    qtbot.waitUntil(lambda: bool(previews()), timeout=20_000)
    (window,) = previews()
    assert "minnesanteckningar" in window.windowTitle()
    with qtbot.waitSignal(window.destroyed):
        window.close()


def make(desk: MeetingWorkspace, tasks: Tasks, qtbot: QtBot) -> None:
    desk.call.short.start()
    qtbot.waitUntil(lambda: not tasks.busy, timeout=20_000)
    QApplication.processEvents()
    qtbot.waitUntil(lambda: not tasks.busy, timeout=20_000)
    QApplication.processEvents()


def changed_by_hand(desk: MeetingWorkspace, tasks: Tasks, qtbot: QtBot, folder: Path) -> Path:
    make(desk, tasks, qtbot)
    (path,) = folder.iterdir()
    path.write_bytes(b"andrad")
    return path


@pytest.mark.parametrize(("answer", "files"), [(True, 2), (False, 1)])
def test_what_becomes_of_a_file_changed_by_hand_is_asked(
    desk: MeetingWorkspace,
    tasks: Tasks,
    qtbot: QtBot,
    recorded: Recorded,
    tmp_path: Path,
    *,
    answer: bool,
    files: int,
):
    path = changed_by_hand(desk, tasks, qtbot, tmp_path / "ut")
    recorded.answer = answer
    make(desk, tasks, qtbot)
    (question,) = recorded.questions
    assert question.startswith(f"{path.name} är ändrad för hand, eller inte skriven av programmet.")
    assert path.read_bytes() == b"andrad"
    assert len(list(path.parent.iterdir())) == files
    assert "är ändrad för hand och behölls" in desk.call.short.files.text()


def test_a_call_is_not_sent_where_its_file_is_kept(
    desk: MeetingWorkspace, tasks: Tasks, qtbot: QtBot, recorded: Recorded, begun: Year, tmp_path: Path
):
    folder = tmp_path / "ut"
    folder.mkdir()
    (folder / "2019-03-26-kallelse-styrgrupp.pdf").write_bytes(b"nagon annans")
    recorded.answer = False
    desk.call.files.start()
    qtbot.waitUntil(lambda: bool(recorded.questions), timeout=20_000)
    QApplication.processEvents()
    assert not tasks.busy
    assert meeting.details(begun.work, begun.meetings[4]).status is MeetingStatus.PLANNED
    assert len(list(folder.iterdir())) == 1


def test_the_last_step_lists_what_has_been_handed_out_for_the_meeting(
    desk: MeetingWorkspace, tasks: Tasks, qtbot: QtBot, tmp_path: Path, page: MeetingsPage
):
    make(desk, tasks, qtbot)
    desk.go(At.SEND)
    page.refresh()
    (row,) = desk.send.written.table.model.rows
    assert (row.path.parent, row.said) == (tmp_path / "ut", "Aktuell")
    hands.picture(page.window(), "handed-out-of-a-meeting")
