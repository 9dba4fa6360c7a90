"""The report as a file: made in the background, then shown with the way to it."""

from pathlib import Path

from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QFrame, QHBoxLayout

from samverkan_desktop.i18n import tr
from samverkan_desktop.services.exported_file import Paper, Written
from samverkan_desktop.services.renderers import FileFormat
from samverkan_desktop.ui import folders, theme
from samverkan_desktop.ui.handing_out import hand_out, look
from samverkan_desktop.ui.page import PageContext
from samverkan_desktop.ui.widgets.fields import commit_pending
from samverkan_desktop.ui.widgets.parts import button
from samverkan_desktop.vocabulary import DocumentKind


class ReportFile(QFrame):
    """The file that was made last; hidden until there is one.

    Args:
        context: what the page is given.
    """

    def __init__(self, context: PageContext) -> None:
        super().__init__()
        self._context = context
        self._path: Path | None = None
        self.setProperty("role", "card")
        self.text = theme.label("", wrap=True)
        row = QHBoxLayout(self)
        row.setContentsMargins(theme.APART, theme.NEAR, theme.NEAR, theme.NEAR)
        row.setSpacing(theme.NEAR)
        row.addWidget(self.text, 1)
        row.addWidget(button(tr("Öppna filen"), lambda: self._open(self._path), icon="file-text"))
        row.addWidget(button(tr("Öppna mapp"), self._open_folder, icon="folder-open"))
        self.hide()

    def ask(self, wanted: FileFormat = FileFormat.PDF, language: str | None = None) -> None:
        """Ask for a folder, and make the report there; in the language in use where none is named."""
        commit_pending()
        folder = folders.ask_for_folder(self, tr("Var ska rapporten sparas?"))
        if folder:
            self.make(folder, wanted, language)

    def make(self, folder: Path, wanted: FileFormat = FileFormat.PDF, language: str | None = None) -> None:
        """Make the report of the year that is shown as such a file, in the background."""
        from samverkan_desktop.services import export

        work, scope = self._context.workspace, self._context.scope
        own, group_id, period = scope.agreement_id, scope.group_id, scope.period
        hand_out(
            self._context,
            lambda progress, changed: export.export(
                work,
                DocumentKind.FOLLOW_UP,
                folder,
                agreement_id=own,
                group_id=group_id,
                period=period,
                file_format=wanted,
                language=language,
                progress=progress.step,
                changed=changed,
            ),
            self._made,
            tr("Skapar uppföljningsrapporten"),
        )

    def look(self) -> None:
        """Show the report as it would be made, and let it be printed."""
        commit_pending()
        work, scope = self._context.workspace, self._context.scope
        own, group_id, period = scope.agreement_id, scope.group_id, scope.period

        def gather() -> Paper:
            from samverkan_desktop.services import export

            kind = DocumentKind.FOLLOW_UP
            return export.preview(work, kind, agreement_id=own, group_id=group_id, period=period)

        look(self._context, self, gather)

    def _made(self, paths: Written) -> None:
        self._path = paths[0]
        told = (tr("Rapporten {name} är sparad.", name=self._path.name), *paths.notices)
        self.text.setText(" ".join(told))
        self.text.setToolTip(str(self._path))
        self.show()

    def _open_folder(self) -> None:
        self._open(self._path.parent if self._path else None)

    def _open(self, path: Path | None) -> None:
        if path:
            QDesktopServices.openUrl(QUrl.fromLocalFile(str(path)))
