"""What can be done to a table in notes: put in, gone through, made larger and smaller, taken away."""

from PySide6.QtGui import QTextBlockFormat, QTextCursor, QTextTable

from samverkan_desktop.ui.widgets import prose_document
from samverkan_desktop.ui.widgets.prose_document import block_format, char_format
from samverkan_desktop.ui.widgets.prose_marking import Marking

_MOVE = QTextCursor.MoveOperation


class TableMarking:
    """Changes the table that the cursor of an editor stands in.

    Args:
        marking: marks up the editor.
    """

    def __init__(self, marking: Marking) -> None:
        self._marking = marking

    @property
    def table(self) -> QTextTable | None:
        """The table that the cursor stands in."""
        return self._marking.cursor.currentTable()

    def insert(self, rows: int = 3, columns: int = 3) -> None:
        """Put an empty table after the line, with the cursor in its first cell."""
        cursor = self._marking.cursor
        if cursor.currentTable() is not None:
            return
        if cursor.currentList() is not None:
            cursor.movePosition(_MOVE.EndOfBlock)
            cursor.insertBlock(block_format(), char_format())
        cursor.movePosition(_MOVE.EndOfBlock)
        table = cursor.insertTable(rows, columns, prose_document.table_format(columns))
        for at in range(rows):
            for column in range(columns):
                self._dress_cell(table, at, column)
        after = QTextCursor(cursor)
        after.setPosition(table.lastPosition() + 1)
        after.setBlockFormat(block_format())
        self._marking.put(table.cellAt(0, 0).firstCursorPosition())

    def _dress_cell(self, table: QTextTable, at: int, column: int) -> None:
        cursor = table.cellAt(at, column).firstCursorPosition()
        cursor.setBlockFormat(QTextBlockFormat())
        cursor.setBlockCharFormat(char_format(bold=at == 0))

    def step(self, *, forward: bool) -> None:
        """Go to the next cell, or the one before; a new row after the last."""
        table = self.table
        if table is None:
            return
        cell = table.cellAt(self._marking.cursor)
        place = cell.row() * table.columns() + cell.column() + (1 if forward else -1)
        if place < 0:
            return
        if place >= table.rows() * table.columns():
            self.add_row()
        at, column = divmod(place, table.columns())
        self._marking.put(table.cellAt(at, column).firstCursorPosition())

    def below(self) -> None:
        """Go to the cell below, or out of the table."""
        table = self.table
        if table is None:
            return
        cell = table.cellAt(self._marking.cursor)
        if cell.row() + 1 < table.rows():
            self._marking.put(table.cellAt(cell.row() + 1, cell.column()).firstCursorPosition())
        else:
            cursor = self._marking.cursor
            cursor.setPosition(table.lastPosition() + 1)
            self._marking.put(cursor)

    def add_row(self) -> None:
        """Add an empty row at the end."""
        if (table := self.table) is not None:
            table.appendRows(1)
            for column in range(table.columns()):
                self._dress_cell(table, table.rows() - 1, column)

    def add_column(self) -> None:
        """Add an empty column at the right."""
        if (table := self.table) is not None:
            table.appendColumns(1)
            table.setFormat(prose_document.table_format(table.columns()))
            for at in range(table.rows()):
                self._dress_cell(table, at, table.columns() - 1)

    def remove_row(self) -> None:
        """Take away the row that the cursor stands in; the table with its last row."""
        table = self.table
        if table is None or table.rows() < 2:
            self.remove()
            return
        cell = table.cellAt(self._marking.cursor)
        at, column = cell.row(), cell.column()
        table.removeRows(at, 1)
        self._marking.put(table.cellAt(min(at, table.rows() - 1), column).firstCursorPosition())

    def remove(self) -> None:
        """Take away the table."""
        if (table := self.table) is not None:
            after = self._marking.cursor
            after.setPosition(table.lastPosition() + 1)
            # Qt joins what stands before a table with what stands after it.
            after.insertBlock()
            table.removeRows(0, table.rows())
