"""A read-only table over frozen rows, described column by column."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from typing import Generic, TypeVar

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt
from PySide6.QtGui import QFont

from samverkan_desktop.i18n import sort_key
from samverkan_desktop.ui import theme
from samverkan_desktop.ui.widgets import status as shapes
from samverkan_desktop.ui.widgets.sparkline import SERIES_ROLE, Series

R = TypeVar("R")
_Index = QModelIndex | QPersistentModelIndex

#: Role under which a cell answers with the key that it is sorted by.
SORT_ROLE = Qt.ItemDataRole.UserRole
#: Role under which any cell of a row answers with the row itself.
ROW_ROLE = Qt.ItemDataRole.UserRole + 1


@dataclass(frozen=True)
class Column(Generic[R]):
    """One column.

    Args:
        header: what stands above it.
        value: the text of a row.
        tooltip: what is shown of a row when one rests on it.
        sort: what rows are sorted by; the text, as Swedish sorts, where none is given.
        right: whether it is set flush right, as numbers are.
        status: the status whose shape stands before the text; None for none.
        width: width in pixels; 0 lets the column take what is left.
        optional: whether it gives way where no row says anything in it.
        struck: whether a row's text is struck through, beside words that say why.
        series: what a small line is drawn through instead of the text; None for no line.
    """

    header: str
    value: Callable[[R], str]
    tooltip: Callable[[R], str] | None = None
    sort: Callable[[R], object] | None = None
    right: bool = False
    status: Callable[[R], str | None] | None = None
    width: int = 0
    optional: bool = False
    series: Callable[[R], Series] | None = None
    struck: Callable[[R], bool] | None = None


def _struck() -> QFont:
    """Return what the view's own font takes over: a line through the text."""
    font = QFont()
    font.setStrikeOut(True)
    return font


class TableModel(QAbstractTableModel, Generic[R]):
    """Rows under columns.

    Args:
        columns: what is shown of a row.
    """

    def __init__(self, columns: Sequence[Column[R]], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.columns = tuple(replace(each, width=theme.enlarged(each.width)) for each in columns)
        self.rows: tuple[R, ...] = ()
        self._texts: dict[int, str] = {}
        self._keys: dict[tuple[int, int], object] = {}

    def show_rows(self, rows: Sequence[R]) -> None:
        """Show other rows; what is chosen is kept where as many rows stand as before."""
        if tuple(rows) != self.rows:
            self._texts, self._keys = {}, {}
        if len(rows) != len(self.rows):
            self.beginResetModel()
            self.rows = tuple(rows)
            self.endResetModel()
        elif tuple(rows) != self.rows:
            self.rows = tuple(rows)
            self.dataChanged.emit(self.index(0, 0), self.index(len(rows) - 1, len(self.columns) - 1))

    def rowCount(self, parent: _Index = QModelIndex()) -> int:  # noqa: B008  Qt's own signature
        """Return how many rows there are."""
        return 0 if parent.isValid() else len(self.rows)

    def columnCount(self, parent: _Index = QModelIndex()) -> int:  # noqa: B008  Qt's own signature
        """Return how many columns there are."""
        return 0 if parent.isValid() else len(self.columns)

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Return what a cell shows."""
        if not index.isValid():
            return None
        row, column = self.rows[index.row()], self.columns[index.column()]
        if role in (Qt.ItemDataRole.AccessibleTextRole, Qt.ItemDataRole.ToolTipRole) and column.series:
            return column.series(row).words()
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return column.value(row)
        if role == Qt.ItemDataRole.ToolTipRole:
            return column.tooltip(row) if column.tooltip else column.value(row)
        if role == Qt.ItemDataRole.TextAlignmentRole:
            side = Qt.AlignmentFlag.AlignRight if column.right else Qt.AlignmentFlag.AlignLeft
            return side | Qt.AlignmentFlag.AlignVCenter
        if role == Qt.ItemDataRole.DecorationRole and column.status:
            status = column.status(row)
            return shapes.icon(status) if status else None
        if role == Qt.ItemDataRole.FontRole and column.struck and column.struck(row):
            return _struck()
        if role == SERIES_ROLE and column.series:
            return column.series(row)
        if role == ROW_ROLE:
            return row
        return None

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> object:
        """Return what stands above a column."""
        if orientation is not Qt.Orientation.Horizontal or not 0 <= section < len(self.columns):
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            return self.columns[section].header
        if role == Qt.ItemDataRole.TextAlignmentRole:
            side = Qt.AlignmentFlag.AlignRight if self.columns[section].right else Qt.AlignmentFlag.AlignLeft
            return side | Qt.AlignmentFlag.AlignVCenter
        return None

    def sort_value(self, row: int, column: int) -> object:
        """Return what a cell is sorted by."""
        key = self._keys.get((row, column))
        if key is None:
            content, described = self.rows[row], self.columns[column]
            key = described.sort(content) if described.sort else sort_key(described.value(content))
            self._keys[row, column] = key
        return key

    def text(self, row: int) -> str:
        """Return what stands in a row, in small letters; put together once, since it is sought in."""
        text = self._texts.get(row)
        if text is None:
            content = self.rows[row]
            text = self._texts[row] = " ".join(column.value(content) for column in self.columns).casefold()
        return text
