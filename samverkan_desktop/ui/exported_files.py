"""The files that have been handed out: whether each is as it was left; opening it, and making it again."""

from collections.abc import Callable, Sequence
from pathlib import Path

from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QVBoxLayout, QWidget

from samverkan_desktop.clock import LOCAL_ZONE
from samverkan_desktop.i18n import tr
from samverkan_desktop.services import exported_file_list
from samverkan_desktop.services.exported_file import Written
from samverkan_desktop.services.exported_file_list import ExportedFileRow, FileState
from samverkan_desktop.ui import theme
from samverkan_desktop.ui.handing_out import hand_out, said
from samverkan_desktop.ui.page import PageContext
from samverkan_desktop.ui.tasks import Progress
from samverkan_desktop.ui.widgets.filter_table import FilterTable
from samverkan_desktop.ui.widgets.flow import Flow
from samverkan_desktop.ui.widgets.parts import button
from samverkan_desktop.ui.widgets.table_model import Column


def _shape(row: ExportedFileRow) -> str:
    """Return the status whose shape a file bears."""
    if row.state is FileState.MISSING:
        return "breached"
    return "at_risk" if row.older or row.state is FileState.CHANGED else "fulfilled"


def _columns(narrow: bool) -> tuple[Column[ExportedFileRow], ...]:
    """Return the columns; beside other things only the first two: the tooltip tells the folder."""
    columns: tuple[Column[ExportedFileRow], ...] = (
        Column(tr("Fil"), lambda row: row.path.name, tooltip=lambda row: str(row.path)),
        Column(tr("Läge"), lambda row: row.said, width=168 if narrow else 232, status=_shape),
        Column(
            tr("Skrevs"),
            lambda row: f"{row.written_at.astimezone(LOCAL_ZONE):%Y-%m-%d %H.%M}",
            width=152,
            sort=lambda row: row.written_at,
        ),
        Column(tr("Mapp"), lambda row: str(row.path.parent), width=240, optional=True),
    )
    return columns[:2] if narrow else columns


class ExportedFiles(QWidget):
    """A table of files, and what can be done with the one that is chosen; Enter opens it.

    Args:
        context: what the page is given.
        height: the least height of the table in pixels, where it stands in a card; 0 where it has a page.
    """

    def __init__(self, context: PageContext, height: int = 0) -> None:
        super().__init__()
        self._context = context
        self.open_path: Callable[[Path], object] = _open
        self.table: FilterTable[ExportedFileRow] = FilterTable(
            _columns(narrow=bool(height)),
            name=tr("utskrivna filer"),
            key=lambda row: str(row.path),
            empty=tr(
                "Inget är utskrivet än. Här visas varje fil som skapas, och om den har ändrats sedan dess."
            ),
        )
        if height:
            self.table.setMinimumHeight(height)
        self.table.opened.connect(lambda _row: self._open_file())
        self.table.chosen.connect(self._chosen)
        self.file = button(tr("Öppna filen"), self._open_file, icon="file-text")
        self.folder = button(tr("Öppna mapp"), self._open_folder, icon="folder-open")
        self.again = button(tr("Gör igen"), self._make_again, icon="redo-2")
        row = QWidget()
        flow = Flow(row)
        for each in (self.file, self.folder, self.again):
            flow.addWidget(each)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.NEAR)
        column.addWidget(self.table, 1)
        column.addWidget(row)
        self.setFocusProxy(self.table)
        self._chosen(None)

    def look(self, agreement_id: int) -> None:
        """Show an agreement's files, each as it stands: a folder on the network takes its time."""
        work = self._context.workspace

        def read(_progress: Progress) -> tuple[ExportedFileRow, ...]:
            return exported_file_list.listing(work, agreement_id=agreement_id)

        self._context.tasks.run(read, self.show_rows, "")

    def show_rows(self, rows: Sequence[ExportedFileRow]) -> None:
        """Show files."""
        self.table.show_rows(rows)
        self._chosen(self.table.current())

    def _chosen(self, row: ExportedFileRow | None) -> None:
        self.file.setEnabled(row is not None and row.state is not FileState.MISSING)
        self.folder.setEnabled(row is not None)
        self.again.setEnabled(row is not None and row.can_be_made)

    def _open_file(self) -> None:
        row = self.table.current()
        if row is not None and row.state is not FileState.MISSING:
            self.open_path(row.path)

    def _open_folder(self) -> None:
        if row := self.table.current():
            self.open_path(row.path.parent)

    def _make_again(self) -> None:
        row = self.table.current()
        if row is None or not row.can_be_made:
            return
        work, exported_id = self._context.workspace, row.id

        def told(files: Written) -> None:
            self._context.messages.say(said(files))

        hand_out(
            self._context,
            lambda _progress, changed: exported_file_list.make_again(work, exported_id, changed),
            told,
            tr("Gör dokumentet igen"),
        )


def _open(path: Path) -> None:
    QDesktopServices.openUrl(QUrl.fromLocalFile(str(path)))
