"""The versions of finished minutes: when each was finished and why, and a file of each."""

from collections.abc import Callable, Sequence
from pathlib import Path

from PySide6.QtWidgets import QVBoxLayout, QWidget

from samverkan_desktop.clock import LOCAL_ZONE
from samverkan_desktop.i18n import clock_span, tr
from samverkan_desktop.services import minutes
from samverkan_desktop.services.exported_file import WhenChanged, Written
from samverkan_desktop.services.minutes import VersionRow
from samverkan_desktop.ui import theme
from samverkan_desktop.ui.page import PageContext
from samverkan_desktop.ui.pages.meetings.files_written import FilesWritten


class VersionsList(QWidget):
    """A line a version, the latest first, each with a button that saves it as a file.

    Args:
        context: what the page is given.
    """

    def __init__(self, context: PageContext) -> None:
        super().__init__()
        self._context = context
        self._shown: tuple[int, tuple[VersionRow, ...]] | None = None
        self.files: dict[int, FilesWritten] = {}
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, theme.NEAR, 0, 0)
        self._column.setSpacing(theme.NEAR)

    def show_rows(self, meeting_id: int, rows: Sequence[VersionRow]) -> None:
        """Show a meeting's versions."""
        self.setVisible(bool(rows))
        if self._shown == (meeting_id, tuple(rows)):
            return
        self._shown = (meeting_id, tuple(rows))
        while entry := self._column.takeAt(0):
            if (gone := entry.widget()) is not None:
                gone.hide()
                gone.deleteLater()
        self.files = {}
        for row in reversed(rows):
            self._column.addWidget(theme.label(_said(row), wrap=True))
            verb = tr("Spara version {number}…", number=row.number)
            write = self._writing(meeting_id, row.number)
            files = FilesWritten(self._context, verb, tr("Sparar anteckningarna"), write, "link", "download")
            self.files[row.number] = files
            self._column.addWidget(files)

    def _writing(self, meeting_id: int, number: int) -> Callable[[Path, WhenChanged], Written]:
        work = self._context.workspace
        return lambda folder, changed: minutes.save_version(work, meeting_id, number, folder, changed)


def _said(row: VersionRow) -> str:
    finished = row.finished_at.astimezone(LOCAL_ZONE)
    at = f"{finished:%Y-%m-%d} {clock_span(finished.time(), None)}"
    if row.reason:
        number = row.number - 1
        return tr("Version {version}, {at}, rättelse {number}: {reason}",
                  version=row.number, at=at, number=number, reason=row.reason)  # fmt: skip
    return tr("Version {number}, färdigställd {at}", number=row.number, at=at)
