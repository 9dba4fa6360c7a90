"""The editor of an item's notes: plain text that saves itself and warns of what may not stand there."""

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent, QTextCursor
from PySide6.QtWidgets import QVBoxLayout, QWidget

from samverkan_desktop.i18n import tr
from samverkan_desktop.services import agenda, privacy
from samverkan_desktop.services.agenda import ItemRow
from samverkan_desktop.ui import theme
from samverkan_desktop.ui.page import PageContext
from samverkan_desktop.ui.pages.meetings.in_place import attempt
from samverkan_desktop.ui.widgets.fields import MultilineField

_LINES = 4

#: Keys that are commands of the page even while one writes; some are editing keys of the platform.
_COMMANDS = {Qt.Key.Key_D, Qt.Key.Key_U, Qt.Key.Key_Up, Qt.Key.Key_Down}


class NotesText(MultilineField):
    """The text itself; it lets the page have the keys of its commands."""

    def __init__(self) -> None:
        super().__init__(lines=_LINES)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)

    def event(self, event: QEvent) -> bool:
        """Leave a command's keys to the page, and undo to the window once nothing typed is left to undo."""
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.ShortcutOverride:
            control = event.modifiers() & Qt.KeyboardModifier.ControlModifier
            undoes = event.key() == Qt.Key.Key_Z and not self.document().isUndoAvailable()
            if control and (undoes or event.key() in _COMMANDS):
                event.ignore()
                return True
        return super().event(event)


class NotesEditor(QWidget):
    """The notes of the item that is open.

    Args:
        context: what the page is given.
    """

    def __init__(self, context: PageContext) -> None:
        super().__init__()
        self._context = context
        self._item_id: int | None = None
        self.text = NotesText()
        self.text.setPlaceholderText(tr("Anteckningar. De sparas medan du skriver."))
        self.text.setAccessibleName(tr("Anteckningar"))
        self.text.committed.connect(self._save)
        self.text.textChanged.connect(self._warn)
        self.warning = theme.label("", "error", wrap=True)
        self.warning.hide()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.GRID)
        column.addWidget(self.text, 1)
        column.addWidget(self.warning)

    def show_item(self, item: ItemRow, editable: bool) -> None:
        """Show an item's notes; what is being written under the same item is left alone."""
        if item.id != self._item_id:
            self._item_id = None
            self.text.setPlainText(item.notes)
            self.text.set_value(item.notes)
            self.text.commit()
            self._item_id = item.id
            self.text.moveCursor(QTextCursor.MoveOperation.End)
        else:
            self.text.set_value(item.notes)
        self.text.setReadOnly(not editable)
        self._warn()

    def commit(self) -> None:
        """Save what is being written."""
        self.text.commit()

    def passage(self) -> str:
        """Return what is selected, or the line where the cursor stands."""
        cursor = self.text.textCursor()
        chosen = cursor.selection().toPlainText() if cursor.hasSelection() else cursor.block().text()
        return " ".join(chosen.split())

    def take_passage(self) -> None:
        """Take away what is selected, or the line where the cursor stands: it has become something else."""
        cursor = self.text.textCursor()
        if not cursor.hasSelection():
            cursor.select(QTextCursor.SelectionType.LineUnderCursor)
            cursor.movePosition(QTextCursor.MoveOperation.StartOfBlock)
            cursor.movePosition(QTextCursor.MoveOperation.EndOfBlock, QTextCursor.MoveMode.KeepAnchor)
        cursor.removeSelectedText()
        if not cursor.block().text() and not cursor.atStart():
            cursor.deletePreviousChar()
        self.text.setTextCursor(cursor)
        self.text.commit()
        # The line lives on as something else: it is the archive that can bring it back.
        self.text.document().clearUndoRedoStacks()

    def _save(self, value: object) -> None:
        if self._item_id is not None:
            item_id, work = self._item_id, self._context.workspace
            attempt(self._context, lambda: agenda.write_notes(work, item_id, str(value)))

    def _warn(self) -> None:
        warning = privacy.warning(self.text.toPlainText())
        self.warning.setText(warning)
        self.warning.setHidden(not warning)
