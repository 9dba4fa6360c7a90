"""Sending: a folder is chosen, the files are written off the window's thread, and then shown."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import Qt, QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QVBoxLayout, QWidget

from samverkan_desktop.i18n import tr
from samverkan_desktop.services.exported_file import Paper, WhenChanged, Written
from samverkan_desktop.ui import folders, theme
from samverkan_desktop.ui.handing_out import hand_out, look
from samverkan_desktop.ui.page import PageContext
from samverkan_desktop.ui.tasks import Progress
from samverkan_desktop.ui.widgets.flow import Flow
from samverkan_desktop.ui.widgets.parts import button


class FilesWritten(QWidget):
    """A button that writes files to a folder, and below it the files that were written.

    Args:
        context: what the page is given.
        verb: what the button says.
        label: what the work is called while it goes on.
        write: the use case: given a folder, and what becomes of what was changed by hand there.
        role: the button's role; ``primary`` for the one next step.
        icon: the button's icon.
        gather: makes what can be looked at first; None where that is nothing on paper.
        keeps: whether the others can be written where a file that was changed by hand is kept.
    """

    def __init__(
        self,
        context: PageContext,
        verb: str,
        label: str,
        write: Callable[[Path, WhenChanged], Written],
        role: str = "primary",
        icon: str = "send",
        *,
        gather: Callable[[], Paper] | None = None,
        keeps: bool = True,
    ) -> None:
        super().__init__()
        self._context = context
        self._label = label
        self._write, self._keeps = write, keeps
        self._folder: Path | None = None
        self.choose_folder: Callable[[], Path | None] = self._ask
        self.open_folder: Callable[[Path], object] = _open
        self.go = button(verb, self.start, role, icon)
        self.files = theme.label("", wrap=True)
        self.show_folder = button(tr("Öppna mapp"), self._show_folder, "", "folder-open")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.NEAR)
        row = Flow(across=theme.NEAR)
        row.addWidget(self.go)
        if gather is not None:
            seen = button(tr("Förhandsgranska…"), lambda: look(context, self, gather), "quiet")
            seen.setAccessibleName(tr("Förhandsgranska: {verb}", verb=verb.rstrip("…")))
            row.addWidget(seen)
        column.addLayout(row)
        column.addWidget(self.files)
        column.addWidget(self.show_folder, 0, Qt.AlignmentFlag.AlignLeft)
        self.clear()

    def clear(self) -> None:
        """Forget what was written: another meeting is shown."""
        self._folder = None
        self.files.hide()
        self.show_folder.hide()

    def start(self) -> None:
        """Ask for a folder and write there."""
        folder = self.choose_folder()
        if folder is None:
            return
        write = self._write
        self.go.setEnabled(False)

        def work(progress: Progress, changed: WhenChanged) -> Written:
            progress.step(0, 0)
            return write(folder, changed)

        hand_out(self._context, work, self._done, self._label, keeps=self._keeps)
        self._context.tasks.idle.connect(self._idle)

    def _idle(self) -> None:
        self._context.tasks.idle.disconnect(self._idle)
        self.go.setEnabled(True)

    def _done(self, written: Written) -> None:
        self._folder = written[0].parent
        names = "\n".join((*(path.name for path in written), *written.notices))
        self.files.setText(tr("Sparat i {folder}:", folder=self._folder) + "\n" + names)
        self.files.show()
        self.show_folder.show()
        self._context.messages.say(tr("{count} filer sparades.", count=len(written)))

    def _show_folder(self) -> None:
        if self._folder:
            self.open_folder(self._folder)

    def _ask(self) -> Path | None:
        return folders.ask_for_folder(self, tr("Välj mapp"))


def _open(folder: Path) -> None:
    QDesktopServices.openUrl(QUrl.fromLocalFile(str(folder)))
