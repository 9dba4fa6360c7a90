"""A small table that is as high as its rows: it stands in a page and scrolls with it."""

from collections.abc import Sequence
from typing import Generic, TypeVar

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView, QWidget

from samverkan_desktop.ui import theme
from samverkan_desktop.ui.widgets.headings import width_of
from samverkan_desktop.ui.widgets.table_model import TableModel

R = TypeVar("R")
_ROW = 9 * theme.GRID
#: The least width of a column that takes what is left.
_LEAST = 60 * theme.GRID


class FittedTable(QTableView, Generic[R]):
    """Rows under columns, all of them seen.

    Args:
        model: what is shown.
        name: what it holds, for the screen reader.
    """

    def __init__(self, model: TableModel[R], name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.rows_model = model
        self.setModel(model)
        self.setAccessibleName(name)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setShowGrid(False)
        self.setTabKeyNavigation(False)
        self.setWordWrap(False)
        self.verticalHeader().hide()
        self.verticalHeader().setDefaultSectionSize(theme.enlarged(_ROW))
        self.horizontalHeader().setHighlightSections(False)
        model.modelReset.connect(self._arrange)
        self._arrange()

    def show_rows(self, rows: Sequence[R]) -> None:
        """Show other rows."""
        self.rows_model.show_rows(rows)
        self._fit()

    def _arrange(self) -> None:
        header = self.horizontalHeader()
        for number, column in enumerate(self.rows_model.columns):
            if column.width:
                header.setSectionResizeMode(number, QHeaderView.ResizeMode.Interactive)
                header.resizeSection(number, width_of(column, header))
        self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Share what is left between the columns that take it."""
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        columns = self.rows_model.columns
        taking = [number for number, column in enumerate(columns) if not column.width]
        given = sum(width_of(column, self.horizontalHeader()) for column in columns)
        room = self.viewport().width() - given
        for number in taking:
            self.setColumnWidth(number, max(room // len(taking), theme.enlarged(_LEAST)))
        wide = given + len(taking) * theme.enlarged(_LEAST) > self.viewport().width()
        bar = self.horizontalScrollBar().sizeHint().height() if wide else 0
        header = self.horizontalHeader().sizeHint().height()
        height = header + theme.enlarged(_ROW) * self.rows_model.rowCount() + bar + 2 * self.frameWidth()
        self.setFixedHeight(height)
