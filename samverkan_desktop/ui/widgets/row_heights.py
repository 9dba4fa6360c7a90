"""Rows of a table that take a second line where a text would be cut."""

from PySide6.QtCore import QObject, Qt, QTimer, Signal
from PySide6.QtWidgets import QTableView

from samverkan_desktop.ui import theme

#: Heights of a row with one line and with two.
_ONE, _TWO = 9 * theme.GRID, 14 * theme.GRID
#: What the style keeps free on both sides of a cell's text, and what its picture takes.
_SIDES, _PICTURE = 6 * theme.GRID, 6 * theme.GRID
#: Where there are more rows than this, only those that can be seen are measured.
_MANY = 500


class RowHeights(QObject):
    """Keeps each row of a table as high as its longest text needs, two lines at most.

    Args:
        view: the table; it owns this.
    """

    #: Every row that can be seen has its height.
    fitted = Signal()

    def __init__(self, view: QTableView) -> None:
        super().__init__(view)
        self._view = view
        view.setWordWrap(True)
        view.verticalHeader().setDefaultSectionSize(theme.enlarged(_ONE))
        view.verticalHeader().setMinimumSectionSize(theme.enlarged(_ONE))
        self._soon = QTimer(self, singleShot=True, interval=0)
        self._soon.timeout.connect(self.fit)
        model = view.model()
        for changed in (model.modelReset, model.layoutChanged, model.rowsInserted, model.rowsRemoved,
                        model.dataChanged, view.horizontalHeader().sectionResized):  # fmt: skip
            changed.connect(lambda *_what: self._soon.start())
        view.verticalScrollBar().valueChanged.connect(self._scrolled)

    def _scrolled(self) -> None:
        if self._view.model().rowCount() > _MANY:
            self.fit()

    def fit(self) -> None:
        """Give every row its height; of many, those that can be seen."""
        view, model = self._view, self._view.model()
        shown = [column for column in range(model.columnCount()) if not view.isColumnHidden(column)]
        metrics = view.fontMetrics()
        for row in self._rows():
            high = theme.enlarged(_ONE)
            for column in shown:
                index = model.index(row, column)
                picture = _PICTURE if index.data(Qt.ItemDataRole.DecorationRole) else 0
                room = view.columnWidth(column) - _SIDES - picture
                if metrics.horizontalAdvance(str(index.data() or "")) > room:
                    high = theme.enlarged(_TWO)
                    break
            if view.rowHeight(row) != high:
                view.setRowHeight(row, high)
        self.fitted.emit()

    def _rows(self) -> range:
        count = self._view.model().rowCount()
        if count <= _MANY:
            return range(count)
        first = max(self._view.rowAt(0), 0)
        # As many as there would be room for if all took one line.
        return range(first, min(first + self._view.viewport().height() // theme.enlarged(_ONE) + 2, count))
