"""A table that filters as one types, with what to do where it is empty."""

from collections.abc import Callable, Hashable, Sequence
from typing import Generic, TypeVar

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QSortFilterProxyModel, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QBoxLayout,
    QButtonGroup,
    QHeaderView,
    QLineEdit,
    QPushButton,
    QStackedWidget,
    QTableView,
    QVBoxLayout,
    QWidget,
)

from samverkan_desktop.i18n import tr
from samverkan_desktop.ui import icons, theme
from samverkan_desktop.ui.accessible import Role, tell_role
from samverkan_desktop.ui.widgets.flow import Flow
from samverkan_desktop.ui.widgets.headings import width_of
from samverkan_desktop.ui.widgets.parts import EmptyState, button
from samverkan_desktop.ui.widgets.row_heights import RowHeights
from samverkan_desktop.ui.widgets.sought_row import SoughtRow
from samverkan_desktop.ui.widgets.sparkline import SparklineDelegate
from samverkan_desktop.ui.widgets.table_model import ROW_ROLE, Column, TableModel

R = TypeVar("R")
#: The least width of a column that takes what is left.
_LEAST = 50 * theme.GRID
#: The widest that the name of a segment is written.
_SEGMENT = 50 * theme.GRID
_Index = QModelIndex | QPersistentModelIndex


class _Sieve(QSortFilterProxyModel):
    """Lets through the rows that hold every word typed, in the segment chosen; sorts as Swedish does."""

    def __init__(self, source: TableModel[R], group: Callable[[R], str] | None, parent: QWidget) -> None:
        super().__init__(parent)
        self._table = source
        self._group = group
        self._words: tuple[str, ...] = ()
        self._segment = ""
        self.setSourceModel(source)

    def narrow(self, text: str, segment: str) -> None:
        """Let through only what holds the words, in a segment; empty lets all through."""
        self.beginFilterChange()
        self._words = tuple(text.casefold().split())
        self._segment = segment
        self.endFilterChange(QSortFilterProxyModel.Direction.Rows)

    def filterAcceptsRow(self, row: int, _parent: _Index) -> bool:
        """Tell whether a row is let through."""
        if self._segment and self._group and self._group(self._table.rows[row]) != self._segment:
            return False
        if not self._words:
            return True
        text = self._table.text(row)
        return all(word in text for word in self._words)

    def lessThan(self, left: _Index, right: _Index) -> bool:
        """Tell which of two cells comes first."""
        one = self._table.sort_value(left.row(), left.column())
        other = self._table.sort_value(right.row(), right.column())
        return bool(one < other)  # type: ignore[operator]  # a column's sort keys can be compared


class FilterTable(QWidget, Generic[R]):
    """A table of rows with a filter above it.

    Args:
        columns: what is shown of a row.
        name: what it holds, for the filter's placeholder and the screen reader: ``beslut``.
        key: what makes a row the same row after it was read again.
        empty: what to say where there are no rows at all.
        group: the segment a row belongs to; each gets a button with its count above the table.
        step: what the button of the empty table says; empty for none.
        done: what that button does.
    """

    #: A row was chosen: by arrow key or click; None when nothing is.
    chosen = Signal(object)
    #: A row was opened: by Enter or double click.
    opened = Signal(object)

    def __init__(
        self,
        columns: Sequence[Column[R]],
        *,
        name: str,
        key: Callable[[R], Hashable],
        empty: str,
        group: Callable[[R], str] | None = None,
        step: str = "",
        done: Callable[[], object] | None = None,
    ) -> None:
        super().__init__()
        self._key = key
        self._group = group
        self._segment = ""
        self._spare: tuple[int, ...] = ()
        self._crowded = False
        self.model = TableModel(columns, self)
        self._sieve = _Sieve(self.model, group, self)
        self.filter = _filter(name)
        self.filter.textChanged.connect(self._narrow)
        self.view = _view(self._sieve, self.model.columns, name)
        self._sought = SoughtRow(self.view, RowHeights(self.view))
        self.filter.returnPressed.connect(self.view.setFocus)
        self.view.activated.connect(lambda index: self.opened.emit(index.data(ROW_ROLE)))
        self.view.selectionModel().currentRowChanged.connect(lambda: self.chosen.emit(self.current()))
        self._segments = QButtonGroup(self)
        self._shown: tuple[list[tuple[str, str, int]], str] = ([], "")
        self._segment_bar = QWidget()
        self._bar = Flow(self._segment_bar)
        self._nothing = EmptyState(empty, step, done)
        self._no_match = EmptyState(tr("Inget stämmer med filtret."), tr("Rensa filtret"), self.clear_filter)
        self._stack = QStackedWidget()
        for widget in (self.view, self._nothing, self._no_match):
            self._stack.addWidget(widget)
        self._lay_out()

    def _lay_out(self) -> None:
        self._bar.setSpacing(theme.GRID)
        top = self._top = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        top.setSpacing(theme.NEAR)
        top.addWidget(self.filter, 0, Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignLeft)
        top.addWidget(self._segment_bar, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.NEAR + theme.GRID)
        column.addLayout(top)
        column.addWidget(self._stack, 1)
        self.setFocusProxy(self.view)
        self._stack.setCurrentWidget(self._nothing)

    def show_rows(self, rows: Sequence[R]) -> None:
        """Show other rows; the row that was chosen stays chosen where it is still there."""
        chosen = self.current()
        self.model.show_rows(rows)
        self._show_columns()
        self._show_segments()
        self._narrow()
        if chosen is not None:
            self._choose(self._key(chosen))

    def give_way(self, columns: Sequence[int], *, now: bool) -> None:
        """Let columns, by their numbers, leave their room to the others: now, or where it is narrow."""
        self._spare, self._crowded = tuple(columns), now
        self._show_columns()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Show as many columns as there is room for, and the segments where they have room."""
        super().resizeEvent(event)
        self._show_columns()
        self._place_segments()

    def _place_segments(self) -> None:
        """Put the segments beside the filter where all of them have room in one row, else under it."""
        buttons = self._segments.buttons()
        filter_width = max(self.filter.sizeHint().width(), self.filter.minimumWidth())
        room = self.width() - filter_width - self._top.spacing()
        beside = sum(each.sizeHint().width() + self._bar.spacing() for each in buttons) <= room
        way = QBoxLayout.Direction.LeftToRight if beside else QBoxLayout.Direction.TopToBottom
        if self._top.direction() != way:
            self._top.setDirection(way)

    def _show_columns(self) -> None:
        columns, rows = self.model.columns, self.model.rows
        shown = {
            number
            for number, column in enumerate(columns)
            if not column.optional or any(column.value(row) for row in rows)
        }
        for number in reversed(self._spare):
            if (
                self._crowded
                or sum(columns[each].width or theme.enlarged(_LEAST) for each in shown) > self.width()
            ):
                shown.discard(number)
        for number in range(len(columns)):
            self.view.setColumnHidden(number, number not in shown)

    def current(self) -> R | None:
        """Return the row that is chosen."""
        index = self.view.currentIndex()
        row: R | None = index.data(ROW_ROLE) if index.isValid() else None
        return row

    def select(self, key: Hashable) -> bool:
        """Choose a row by its key; returns whether it is there. A filter that hides it is cleared.

        It is seen too when all around it has its room.
        """
        found = self._choose(key)
        if found:
            self._sought.seek()
        return found

    def _choose(self, key: Hashable) -> bool:
        for number, row in enumerate(self.model.rows):
            if self._key(row) != key:
                continue
            index = self._sieve.mapFromSource(self.model.index(number, 0))
            if not index.isValid():
                self.clear_filter()
                index = self._sieve.mapFromSource(self.model.index(number, 0))
            self.view.setCurrentIndex(index)
            self.view.scrollTo(index)
            return True
        return False

    def clear_filter(self) -> None:
        """Show every row again."""
        self._segment = ""
        self.filter.clear()
        self._show_segments()
        self._narrow()

    def _narrow(self) -> None:
        self._sieve.narrow(self.filter.text(), self._segment)
        shown = self._sieve.rowCount() > 0
        missing = self._no_match if self.model.rows else self._nothing
        self._stack.setCurrentWidget(self.view if shown else missing)

    def _show_segments(self) -> None:
        if self._group is None:
            return
        counts: dict[str, int] = {}
        for row in self.model.rows:
            name = self._group(row)
            counts[name] = counts.get(name, 0) + 1
        if self._segment not in counts:
            self._segment = ""
        wanted = [("", tr("Alla"), len(self.model.rows)), *((name, name, n) for name, n in counts.items())]
        if (wanted, self._segment) == self._shown:
            return
        self._shown = (wanted, self._segment)
        while item := self._bar.takeAt(0):
            if gone := item.widget():
                self._segments.removeButton(gone)  # type: ignore[arg-type]  # only buttons stand there
                gone.hide()
                gone.deleteLater()
        for name, text, count in wanted if counts else ():
            self._bar.addWidget(self._segment_button(name, text, count))
        self._place_segments()

    def _segment_button(self, name: str, text: str, count: int) -> QPushButton:
        result = button("", lambda: self._choose_segment(name), "segment")
        shown = result.fontMetrics().elidedText(text, Qt.TextElideMode.ElideRight, _SEGMENT)
        result.setText(f"{shown} {count}")
        result.setAccessibleName(f"{text} {count}")
        result.setToolTip(text if shown != text else "")
        result.setCheckable(True)
        tell_role(result, Role.RadioButton)
        result.setChecked(name == self._segment)
        self._segments.addButton(result)
        return result

    def _choose_segment(self, name: str) -> None:
        self._segment = name
        self._shown = (self._shown[0], name)
        self._narrow()


def _filter(name: str) -> QLineEdit:
    result = QLineEdit()
    result.setPlaceholderText(tr("Filtrera {name}", name=name))
    result.setAccessibleName(tr("Filtrera {name}", name=name))
    result.setClearButtonEnabled(True)
    result.setMaximumWidth(theme.enlarged(70 * theme.GRID))
    result.setMinimumWidth(50 * theme.GRID)
    action = result.addAction(icons.icon("search", "muted"), QLineEdit.ActionPosition.LeadingPosition)
    action.setText(tr("Filtrera"))
    icons.put(action, "search", "muted")
    return result


def _view(model: QSortFilterProxyModel, columns: Sequence[Column[R]], name: str) -> QTableView:
    view = QTableView()
    view.setModel(model)
    view.setAccessibleName(name[:1].upper() + name[1:])
    view.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
    view.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
    view.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
    view.setShowGrid(False)
    view.setSortingEnabled(True)
    view.setTabKeyNavigation(False)
    view.verticalHeader().hide()
    header = view.horizontalHeader()
    header.setHighlightSections(False)
    header.setSortIndicator(-1, Qt.SortOrder.AscendingOrder)
    for number, column in enumerate(columns):
        stretch = QHeaderView.ResizeMode.Stretch if not column.width else QHeaderView.ResizeMode.Interactive
        header.setSectionResizeMode(number, stretch)
        if column.width:
            header.resizeSection(number, width_of(column, header))
        if column.series:
            view.setItemDelegateForColumn(number, SparklineDelegate(view))
    return view
