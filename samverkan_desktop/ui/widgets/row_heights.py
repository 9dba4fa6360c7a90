"""Rows of a table that take a second line where a text would be cut."""

from PySide6.QtCore import QObject, Qt, QTimer, Signal
from PySide6.QtWidgets import QTableView

from samverkan_desktop.ui import theme

#: Heights of a row with one line and with two.
_ONE, _TWO = 9 * theme.GRID, 14 * theme.GRID
#: What the style keeps free on both sides of a cell's text, and what its picture takes.
_SIDES, _PICTURE = 6 * theme.GRID, 6 * theme.GRID


class RowHeights(QObject):
    """Keeps each row of a table as high as its longest text needs, two lines at most.

    Args:
        view: the table; it owns this.
    """

    #: Every row has its height.
    fitted = Signal()

    def __init__(self, view: QTableView) -> None:
        super().__init__(view)
        self._view = view
        view.setWordWrap(True)
        view.verticalHeader().setDefaultSectionSize(_ONE)
        view.verticalHeader().setMinimumSectionSize(_ONE)
        self._soon = QTimer(self, singleShot=True, interval=0)
        self._soon.timeout.connect(self.fit)
        model = view.model()
        for changed in (model.modelReset, model.layoutChanged, model.rowsInserted, model.rowsRemoved,
                        model.dataChanged, view.horizontalHeader().sectionResized):  # fmt: skip
            changed.connect(lambda *_what: self._soon.start())

    def fit(self) -> None:
        """Give every row its height."""
        view, model = self._view, self._view.model()
        shown = [column for column in range(model.columnCount()) if not view.isColumnHidden(column)]
        metrics = view.fontMetrics()
        for row in range(model.rowCount()):
            high = _ONE
            for column in shown:
                index = model.index(row, column)
                picture = _PICTURE if index.data(Qt.ItemDataRole.DecorationRole) else 0
                room = view.columnWidth(column) - _SIDES - picture
                if metrics.horizontalAdvance(str(index.data() or "")) > room:
                    high = _TWO
                    break
            if view.rowHeight(row) != high:
                view.setRowHeight(row, high)
        self.fitted.emit()
