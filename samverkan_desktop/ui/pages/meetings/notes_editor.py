"""The editor of an item's notes: kept while one writes, and warned of what may not stand there."""

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent, QTextCursor
from PySide6.QtWidgets import QVBoxLayout, QWidget

from samverkan_desktop.i18n import tr, tr_as
from samverkan_desktop.services import agenda, phrase, privacy
from samverkan_desktop.services.agenda import ItemRow
from samverkan_desktop.ui import theme
from samverkan_desktop.ui.page import PageContext
from samverkan_desktop.ui.pages.meetings.notes_keeper import NotesKeeper
from samverkan_desktop.ui.pages.meetings.phrase_list import PhraseList
from samverkan_desktop.ui.widgets.prose_editor import ProseEditor
from samverkan_desktop.ui.widgets.prose_tools import ProseTools

_LINES = 4

#: Keys that are commands of the page or the window while one writes; some are the platform's for editing.
_COMMANDS = {
    Qt.Key.Key_D, Qt.Key.Key_U, Qt.Key.Key_T, Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_Z,
    Qt.Key.Key_Y,
}  # fmt: skip


class NotesText(ProseEditor):
    """The text itself; it lets the page have the keys of its commands, and the window those of undo.

    There is one undo in the program, the archive's.
    """

    def __init__(self) -> None:
        super().__init__(lines=_LINES)

    def event(self, event: QEvent) -> bool:
        """Leave the keys of commands to the page, and those of undo to the window."""
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.ShortcutOverride:
            control = event.modifiers() & Qt.KeyboardModifier.ControlModifier
            if control and event.key() in _COMMANDS:
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
        self.text = NotesText()
        self.text.setPlaceholderText(tr("Anteckningar. De sparas medan du skriver. Tecknet # ger fraser."))
        self.text.setAccessibleName(tr_as("notes", "Anteckningar"))
        self.keeper = NotesKeeper(self.text, self._write, context.messages)
        self.text.left.connect(self.keeper.keep)
        self.text.textChanged.connect(self.keeper.written)
        self.text.textChanged.connect(self._warn)
        self.text.refused.connect(context.messages.say)
        self.tools = ProseTools(self.text)
        self._meeting_id = 0
        self.phrases = PhraseList(self.text, lambda: phrase.offered(context.workspace, self._meeting_id))
        self.warning = theme.label("", "error", wrap=True)
        self.warning.hide()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.GRID)
        column.addWidget(self.tools)
        column.addWidget(self.text, 1)
        column.addWidget(self.warning)

    def show_item(self, item: ItemRow, editable: bool) -> None:
        """Show an item's notes; what is being written under the same item is left alone."""
        another, self._meeting_id = item.id != self.keeper.item_id, item.meeting_id
        self.keeper.show(item.id, item.notes)
        if another:
            self.text.moveCursor(QTextCursor.MoveOperation.End)
        self.text.setReadOnly(not editable)
        self.tools.setVisible(editable)
        self._warn()

    def commit(self) -> bool:
        """Store what is being written; returns whether all of it is stored."""
        return self.keeper.keep()

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
        before = QTextCursor(cursor.block().previous())
        in_table = cursor.currentTable() is not None or before.currentTable() is not None
        if not cursor.block().text() and not cursor.atStart() and not in_table:
            cursor.deletePreviousChar()
        self.text.setTextCursor(cursor)
        self.keeper.keep()

    def _write(self, item_id: int, notes: str) -> None:
        agenda.write_notes(self._context.workspace, item_id, notes)

    def _warn(self) -> None:
        warning = privacy.warning(self.text.toPlainText())
        self.warning.setText(warning)
        self.warning.setHidden(not warning)
