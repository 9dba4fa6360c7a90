"""The papers that a matter came with: files chosen or dropped, before and after it is received."""

from collections.abc import Callable
from functools import partial
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from samverkan_desktop.errors import EnvironmentFault, UserError
from samverkan_desktop.i18n import tr
from samverkan_desktop.services import attachment
from samverkan_desktop.services.inbox import MatterRow
from samverkan_desktop.ui import folders, theme
from samverkan_desktop.ui.page import PageContext
from samverkan_desktop.ui.widgets.parts import button, icon_button


class MatterPapers(QWidget):
    """Papers in a list, with a button that adds one; files can be dropped on it.

    Of a matter that is not received yet it keeps the files until `attach_to` is called.

    Args:
        context: what the page is given.
    """

    def __init__(self, context: PageContext) -> None:
        super().__init__()
        self._context = context
        self._row: MatterRow | None = None
        self.files: list[Path] = []
        self.choose_file: Callable[[], Path | None] = self._ask_for_file
        self._lines = QVBoxLayout()
        self._lines.setSpacing(theme.GRID)
        self._add = button(tr("Lägg till bilaga…"), self._choose, "quiet", "paperclip")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.GRID)
        column.addWidget(theme.label(tr("Bilagor"), "strong"))
        column.addLayout(self._lines)
        column.addWidget(self._add, 0, Qt.AlignmentFlag.AlignLeft)
        self.setAcceptDrops(True)
        self._show()

    def show_row(self, row: MatterRow) -> None:
        """Show the papers of a matter; those of one on an agenda are changed there."""
        self._row = row
        self._add.setVisible(row.meeting_id is None)
        self.setVisible(row.meeting_id is None or bool(row.papers))
        self._show()

    def attach_to(self, matter_id: int) -> None:
        """Store the files that were chosen for a matter that has just been received.

        Raises:
            UserError: one is too large, or its name holds a personal identity number.
            EnvironmentFault: one cannot be read.
        """
        for file in self.files:
            attachment.submit(self._context.workspace, matter_id, file.stem, file=file)

    def clear(self) -> None:
        """Forget the files that were chosen."""
        self.files = []
        self._show()

    def add_files(self, files: list[Path]) -> None:
        """Add files: at once to a matter that is received, else to those that wait."""
        if self._row is None:
            self.files += [file for file in files if file not in self.files]
            self._show()
            return
        work, matter_id = self._context.workspace, self._row.id
        try:
            with work.together("attachment.submit", tr("Bilagor lades till ett ärende")):
                for file in files:
                    attachment.submit(work, matter_id, file.stem, file=file)
        except (UserError, EnvironmentFault) as error:
            self._context.messages.trouble(error)

    def _remove(self, paper_id: int) -> None:
        attachment.remove(self._context.workspace, paper_id)
        self._context.messages.say(tr("Bilagan togs bort."), undo=True)

    def _drop_file(self, file: Path) -> None:
        self.files.remove(file)
        self._show()

    def _show(self) -> None:
        while entry := self._lines.takeAt(0):
            if (gone := entry.widget()) is not None:
                gone.hide()
                gone.deleteLater()
        if self._row is not None:
            fixed = self._row.meeting_id is not None
            for paper in self._row.papers:
                remove = None if fixed else partial(self._remove, paper.id)
                self._lines.addWidget(_Line(paper.label, paper.file_name, remove))
        for file in self.files:
            self._lines.addWidget(_Line(file.name, "", partial(self._drop_file, file)))

    def _choose(self) -> None:
        if (file := self.choose_file()) is not None:
            self.add_files([file])

    def _ask_for_file(self) -> Path | None:
        return folders.ask_for_file(self, tr("Välj bilaga"))

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Take files, where papers can be added."""
        if event.mimeData().hasUrls() and not self._add.isHidden():
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        """Add the files that are dropped."""
        event.acceptProposedAction()
        self.add_files([Path(url.toLocalFile()) for url in event.mimeData().urls() if url.isLocalFile()])


class _Line(QWidget):
    """One paper, and a button that takes it away where it can be."""

    def __init__(self, text: str, detail: str, remove: Callable[[], object] | None) -> None:
        super().__init__()
        line = QHBoxLayout(self)
        line.setContentsMargins(0, 0, 0, 0)
        shown = f"{text} ({detail})" if detail else text
        line.addWidget(theme.label(shown, wrap=True), 1)
        if remove is not None:
            line.addWidget(icon_button("x", tr("Ta bort {name}", name=text), remove))
