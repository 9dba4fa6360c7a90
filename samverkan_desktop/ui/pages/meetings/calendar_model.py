"""A working year as a table: months beside and under one another, each week a row."""

from datetime import date, timedelta
from typing import Any

from PySide6.QtCore import (
    QAbstractTableModel,
    QByteArray,
    QMimeData,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
    Signal,
)

from samverkan_desktop.i18n import tr
from samverkan_desktop.periods import MONTHS
from samverkan_desktop.services.year_calendar import CalendarDay, YearCalendar

_Index = QModelIndex | QPersistentModelIndex
#: A month takes a column of week numbers, seven of days and a gap; a title, weekdays and six weeks.
COLUMNS, ROWS, WEEK, GAP = 9, 8, 0, 8
_TITLE, _HEADING, _FIRST_WEEK = 0, 1, 2
_MIME = "application/x-samverkan-meeting"
_DAY, _A_WEEK = timedelta(days=1), timedelta(weeks=1)
#: The role under which a cell gives its `CalendarDay`.
DAY_ROLE = Qt.ItemDataRole.UserRole


class CalendarModel(QAbstractTableModel):
    """The days of a year; each says in words what is to be known of it.

    Args:
        parent: what it goes with.
    """

    #: A meeting, by identity, was dropped on a day.
    dropped = Signal(int, object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.calendar: YearCalendar | None = None
        self.across = 4
        self._months: tuple[date, ...] = ()

    def show_calendar(self, calendar: YearCalendar, across: int) -> None:
        """Show a year, so many months beside one another."""
        self.beginResetModel()
        self.calendar, self.across, self._months = calendar, across, calendar.months()
        self.endResetModel()

    def rowCount(self, parent: _Index = QModelIndex()) -> int:  # noqa: B008  Qt's own form
        """Return the number of rows."""
        return 0 if parent.isValid() else ROWS * -(-len(self._months) // self.across)

    def columnCount(self, parent: _Index = QModelIndex()) -> int:  # noqa: B008  Qt's own form
        """Return the number of columns."""
        return 0 if parent.isValid() or not self._months else COLUMNS * self.across - 1

    def titles(self) -> list[tuple[int, int]]:
        """Return the row and the first column of each month's title."""
        return [
            (number // self.across * ROWS, number % self.across * COLUMNS)
            for number in range(len(self._months))
        ]

    def _month(self, index: _Index) -> date | None:
        number = index.row() // ROWS * self.across + index.column() // COLUMNS
        return self._months[number] if 0 <= number < len(self._months) else None

    def day_at(self, index: _Index) -> date | None:
        """Return the day of a cell of the year; None where it is none."""
        month, line, column = self._month(index), index.row() % ROWS, index.column() % COLUMNS
        if month is None or self.calendar is None or line < _FIRST_WEEK or column in (WEEK, GAP):
            return None
        monday = month - month.weekday() * _DAY
        day = monday + (line - _FIRST_WEEK) * _A_WEEK + (column - 1) * _DAY
        own = day.month == month.month and self.calendar.starts <= day <= self.calendar.ends
        return day if own else None

    def index_of(self, day: date) -> QModelIndex:
        """Return the cell of a day."""
        number = self._months.index(day.replace(day=1))
        line = (day.day - 1 + day.replace(day=1).weekday()) // 7
        return self.index(
            number // self.across * ROWS + _FIRST_WEEK + line,
            number % self.across * COLUMNS + 1 + day.weekday(),
        )

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:  # noqa: ANN401  Qt's own form
        """Return what a cell shows or says."""
        day = self.day_at(index)
        if day is None or self.calendar is None:
            return self._around(index) if role == Qt.ItemDataRole.DisplayRole else None
        shown: CalendarDay = self.calendar.of(day)
        if role == DAY_ROLE:
            return shown
        if role == Qt.ItemDataRole.DisplayRole:
            return str(day.day)
        if role in (Qt.ItemDataRole.AccessibleTextRole, Qt.ItemDataRole.ToolTipRole):
            return shown.text
        return None

    def _around(self, index: _Index) -> str | None:
        """Return what stands around the days: the month, the weekdays, the week's number."""
        month, line, column = self._month(index), index.row() % ROWS, index.column() % COLUMNS
        if month is None or column == GAP:
            return None
        if line == _TITLE:
            return f"{tr(MONTHS[month.month - 1])} {month.year}" if column == WEEK else None
        if line == _HEADING:
            return tr("v.") if column == WEEK else tr("m t o t f l s").split()[column - 1]
        monday = month - month.weekday() * _DAY + (line - _FIRST_WEEK) * _A_WEEK
        touches = monday.month == month.month or (monday + 6 * _DAY).month == month.month
        return str(monday.isocalendar()[1]) if column == WEEK and touches else None

    def flags(self, index: _Index) -> Qt.ItemFlag:
        """Tell that days are chosen, and that meetings to come are dragged from one to another."""
        day = self.day_at(index)
        if day is None or self.calendar is None:
            return Qt.ItemFlag.NoItemFlags
        flags = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemIsDropEnabled
        movable = any(each.movable for each in self.calendar.of(day).meetings)
        return flags | Qt.ItemFlag.ItemIsDragEnabled if movable else flags

    def supportedDropActions(self) -> Qt.DropAction:
        """Tell that what is dropped is taken up: the meeting moves, no cell is cleared."""
        return Qt.DropAction.CopyAction

    def mimeTypes(self) -> list[str]:
        """Return what can be dropped."""
        return [_MIME]

    def mimeData(self, indexes: Any) -> QMimeData:  # noqa: ANN401  Qt's own form
        """Return the first meeting of a day that can be moved, to drag."""
        data = QMimeData()
        for index in indexes:
            shown = self.data(index, DAY_ROLE)
            for each in shown.meetings if shown else ():
                if each.movable and not data.hasFormat(_MIME):
                    data.setData(_MIME, QByteArray(str(each.id).encode()))
        return data

    def dropMimeData(
        self, data: QMimeData, _action: Qt.DropAction, row: int, column: int, parent: _Index
    ) -> bool:
        """Tell that a meeting was dropped on a day."""
        day = self.day_at(parent if parent.isValid() else self.index(row, column))
        if day is None or not data.hasFormat(_MIME):
            return False
        self.dropped.emit(int(bytes(data.data(_MIME).data())), day)
        return True
