"""Nothing that is written is lost: kept while one writes, undone word by word, waited for where it fails."""

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot
from sqlalchemy import event

from samverkan_desktop.services import agenda, agenda_builder, decision, meeting
from samverkan_desktop.services.workspace import Workspace
from samverkan_desktop.ui.pages.meetings import notes_keeper
from samverkan_desktop.ui.pages.meetings.page import MeetingsPage
from samverkan_desktop.ui.pages.meetings.steps import At
from samverkan_desktop.ui.pages.meetings.workspace import MeetingWorkspace
from samverkan_desktop.ui.widgets.fields import commit_pending
from tests.ui import hands
from tests.ui.conftest import Recorded
from tests.ui.year import Year

CONTROL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def desk(page: MeetingsPage, begun: Year, monkeypatch: pytest.MonkeyPatch) -> MeetingWorkspace:
    monkeypatch.setattr(notes_keeper, "AGAIN", 50)
    agenda_builder.build(begun.work, begun.meetings[4])
    meeting.begin(begun.work, begun.meetings[4])
    page.open(f"meeting:{begun.meetings[4]}")
    page.workspace.choose(agenda.items(begun.work, begun.meetings[4])[4].id)
    window = page.window()
    for keys, step in (("Ctrl+Z", begun.work.undo), ("Ctrl+Y", begun.work.redo)):
        QShortcut(QKeySequence(keys), window).activated.connect(
            lambda step=step: (commit_pending(), step())  # type: ignore[misc]  as the window does it
        )
    QApplication.processEvents()
    page.workspace.notes.editor.text.setFocus()
    return page.workspace


def stored(desk: MeetingWorkspace, begun: Year) -> str:
    return next(i.notes for i in agenda.items(begun.work, begun.meetings[4]) if i.id == desk.item_id)


def shown(desk: MeetingWorkspace) -> str:
    return desk.notes.editor.text.toPlainText()


@contextmanager
def refusing(work: Workspace, code: int) -> Iterator[None]:
    """Let the database answer as a drive that is gone or full."""
    engine = work._store._engine

    def refuse(*_statement: object) -> None:
        error = sqlite3.OperationalError("avbrott")
        error.sqlite_errorcode = code
        raise error

    event.listen(engine, "before_cursor_execute", refuse)
    try:
        yield
    finally:
        event.remove(engine, "before_cursor_execute", refuse)


def test_a_word_is_stored_as_soon_as_it_ends(desk: MeetingWorkspace, begun: Year):
    hands.type_text(desk.notes.editor.text, "Mötet öpp")
    assert stored(desk, begun) == "Mötet"


def test_a_key_is_stored_within_a_second_however_one_writes_on(
    desk: MeetingWorkspace, begun: Year, qtbot: QtBot
):
    for letter in "långtordutanslut":
        hands.type_text(desk.notes.editor.text, letter)
        qtbot.wait(60)
    assert stored(desk, begun).startswith("långt")


def test_undo_goes_word_by_word_with_the_cursor_where_the_change_is(
    desk: MeetingWorkspace, begun: Year, qtbot: QtBot
):
    text = desk.notes.editor.text
    hands.type_text(text, "Mötet öppnas")
    desk.commit()
    cursor = text.textCursor()
    cursor.setPosition(len("Mötet"))
    text.setTextCursor(cursor)
    hands.type_text(text, " genast")
    seen = []
    for key in (Qt.Key.Key_Z, Qt.Key.Key_Z, Qt.Key.Key_Y, Qt.Key.Key_Y):
        qtbot.keyClick(text, key, CONTROL)
        seen.append((shown(desk), text.textCursor().position(), text.hasFocus()))

    assert seen == [
        ("Mötet öppnas", 6, True),
        ("Mötet", 5, True),
        ("Mötet öppnas", 12, True),
        ("Mötet genast öppnas", 13, True),
    ]


def test_undo_goes_to_the_item_whose_notes_it_changes(desk: MeetingWorkspace, begun: Year, qtbot: QtBot):
    first = desk.item_id
    hands.type_text(desk.notes.editor.text, "Mötet öppnas")
    desk.step(1)
    hands.type_text(desk.notes.editor.text, "Dagordningen")
    desk.commit()
    qtbot.keyClick(desk.notes.editor.text, Qt.Key.Key_Z, CONTROL)
    assert (desk.item_id != first, shown(desk)) == (True, "")
    qtbot.keyClick(desk.notes.editor.text, Qt.Key.Key_Z, CONTROL)
    assert (desk.item_id, shown(desk)) == (first, "Mötet")


def test_undo_counts_a_sign_beyond_the_first_plane_as_qt_does(
    desk: MeetingWorkspace, begun: Year, qtbot: QtBot
):
    hands.type_text(desk.notes.editor.text, "Glad 😀 nu ")
    qtbot.keyClick(desk.notes.editor.text, Qt.Key.Key_Z, CONTROL)
    assert shown(desk) == "Glad 😀"


def test_keeping_notes_reads_nothing_anew_while_one_writes(
    desk: MeetingWorkspace, begun: Year, monkeypatch: pytest.MonkeyPatch
):
    read: list[object] = []
    monkeypatch.setattr(desk, "refresh", lambda: read.append(desk))
    hands.type_text(desk.notes.editor.text, "Tre ord här ")
    assert read == []
    meeting.change(begun.work, begun.meetings[4], place="Rådhuset")
    assert read == [desk]


@pytest.mark.parametrize(
    ("code", "words"), [(sqlite3.SQLITE_IOERR, "Disken svarade"), (sqlite3.SQLITE_FULL, "Disken är full")]
)
def test_what_cannot_be_stored_stays_is_told_of_once_and_is_stored_when_it_can_be(
    desk: MeetingWorkspace, begun: Year, qtbot: QtBot, recorded: Recorded, code: int, words: str
):
    with refusing(begun.work, code):
        hands.type_text(desk.notes.editor.text, "Skrivet utan disk")
        qtbot.waitUntil(lambda: bool(recorded.troubles), timeout=2000)
        qtbot.wait(200)
        assert shown(desk) == "Skrivet utan disk"
        assert [words in told for told in recorded.troubles] == [True]
        assert "sparas så snart det går" in recorded.troubles[0]
    qtbot.waitUntil(lambda: stored(desk, begun) == "Skrivet utan disk", timeout=2000)
    assert recorded.said[-1] == ("Anteckningarna är sparade.", False)


def test_an_archive_whose_folder_goes_away_is_found_again_when_it_is_back(
    desk: MeetingWorkspace, begun: Year, qtbot: QtBot, recorded: Recorded
):
    folder = begun.work.path.parent
    away = folder.with_name("borta")
    begun.work._store._engine.dispose()
    folder.rename(away)
    hands.type_text(desk.notes.editor.text, "Skrivet utan mapp ")
    assert "finns inte" in recorded.troubles[0]
    away.rename(folder)
    qtbot.waitUntil(lambda: stored(desk, begun) == "Skrivet utan mapp", timeout=2000)


def test_nothing_in_the_window_throws_away_what_could_not_be_stored(
    desk: MeetingWorkspace, begun: Year, page: MeetingsPage, qtbot: QtBot
):
    item = desk.item_id
    with refusing(begun.work, sqlite3.SQLITE_IOERR):
        hands.type_text(desk.notes.editor.text, "Får inte försvinna")
        qtbot.keyClick(desk.notes.editor.text, Qt.Key.Key_Down, CONTROL)
        desk.go(At.FINISH)
        page.show_list()
        page.mark_dirty()
        page.open(f"meeting:{begun.meetings[3]}")
        assert (desk.item_id, desk.here, shown(desk)) == (item, At.HOLD, "Får inte försvinna")
        assert page.unsaved()
    qtbot.waitUntil(lambda: not page.unsaved(), timeout=2000)
    assert stored(desk, begun) == "Får inte försvinna"


def test_a_decision_that_cannot_be_stored_leaves_its_line(
    desk: MeetingWorkspace, begun: Year, monkeypatch: pytest.MonkeyPatch, recorded: Recorded
):
    hands.type_text(desk.notes.editor.text, "Frågan bereds vidare.")
    desk.commit()

    def refuse(*_arguments: object) -> None:
        error = sqlite3.OperationalError("avbrott")
        error.sqlite_errorcode = sqlite3.SQLITE_IOERR
        raise error

    event.listen(begun.work._store._engine, "commit", refuse)
    try:
        desk.notes.decide()
    finally:
        event.remove(begun.work._store._engine, "commit", refuse)
    assert recorded.troubles
    assert shown(desk) == stored(desk, begun) == "Frågan bereds vidare."
    assert not decision.log(begun.work, meeting_id=begun.meetings[4])


def test_a_second_look_at_the_meeting_follows_the_first(
    desk: MeetingWorkspace, begun: Year, make_page: object, tmp_path: Path
):
    other = make_page(begun.work)  # type: ignore[operator]
    other.open(f"meeting:{begun.meetings[4]}")
    other.workspace.choose(desk.item_id)
    desk.notes.editor.text.setFocus()
    hands.type_text(desk.notes.editor.text, "Syns i båda ")
    assert shown(other.workspace) == "Syns i båda"
