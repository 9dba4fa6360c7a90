"""Somebody who writes in the notes of an archive until they are killed; a process each time it is told to.

What is slow to import is imported once: each line that is read makes a new process, which tells its own
number, and then of each key how much had been written and when.
"""

import os
import sys
from pathlib import Path

from PySide6.QtCore import QEvent, Qt, QTimer
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication

from samverkan_desktop.clock import SystemClock
from samverkan_desktop.services import agenda, archive
from samverkan_desktop.ui.crash import CrashReporter
from samverkan_desktop.ui.messages import Messages
from samverkan_desktop.ui.page import PageContext
from samverkan_desktop.ui.pages.meetings.notes_editor import NotesEditor
from samverkan_desktop.ui.scope import Scope
from samverkan_desktop.ui.tasks import Tasks
from samverkan_desktop.ui.theme import Look, Theme

#: Written again and again, on from where the one before was killed.
TEXT = "Närvaron ökar enligt kvalitetschefen. Grundskoleförvaltningenochsocialförvaltningen bereder.\n"
#: Between two keys, in milliseconds.
PACE = 12


def tell(*words: object) -> None:
    os.write(sys.stdout.fileno(), (" ".join(map(str, words)) + "\n").encode())


def write(path: Path, item_id: int, meeting_id: int, number: int) -> None:
    """Open the archive, show the notes, and write in them for ever."""
    import time

    app = QApplication([])
    Theme(app, Look.LIGHT)
    messages = Messages()
    work = archive.open_archive(path, SystemClock(), keep_backups=False)
    tasks = Tasks(messages, CrashReporter(messages))
    editor = NotesEditor(PageContext(work, tasks, messages, lambda _target: None, Scope(1, "2018/2019")))
    editor.show()
    (row,) = (each for each in agenda.items(work, meeting_id) if each.id == item_id)
    editor.show_item(row, editable=True)
    written = len(editor.text.toPlainText())

    def press() -> None:
        nonlocal written
        letter = TEXT[written % len(TEXT)]
        key = Qt.Key.Key_Return if letter == "\n" else 0
        for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
            event = QKeyEvent(kind, key, Qt.KeyboardModifier.NoModifier, letter)
            QApplication.sendEvent(editor.text, event)
        written += 1
        tell(written, time.monotonic())

    timer = QTimer(interval=PACE)
    timer.timeout.connect(press)
    timer.start()
    tell("pid", os.getpid(), number)
    app.exec()


def main() -> None:
    path, meeting_id, item_id = Path(sys.argv[1]), int(sys.argv[2]), int(sys.argv[3])
    for number, _line in enumerate(sys.stdin):
        child = os.fork()
        if child == 0:
            write(path, item_id, meeting_id, number)
        os.waitpid(child, 0)
        tell("dead")


if __name__ == "__main__":
    main()
