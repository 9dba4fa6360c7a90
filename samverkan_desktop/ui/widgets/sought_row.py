"""The row of a table that one was led to: scrolled to until it is seen, unless one turns elsewhere."""

from PySide6.QtCore import QObject, QTimer
from PySide6.QtWidgets import QScrollArea, QTableView

from samverkan_desktop.ui.widgets.row_heights import RowHeights

#: How long what is around a row may take to get its room, in milliseconds.
_SETTLED = 400


class SoughtRow(QObject):
    """Keeps the sought row in sight while the rows around it take their heights.

    Args:
        view: the table; it owns this.
        heights: what gives the rows their heights.
    """

    def __init__(self, view: QTableView, heights: RowHeights) -> None:
        super().__init__(view)
        self._view = view
        self._seeking = False
        # When the table knows how far it can be scrolled.
        self._soon = QTimer(self, singleShot=True, interval=0)
        self._soon.timeout.connect(self._reveal)
        self._settled = QTimer(self, singleShot=True, interval=_SETTLED)
        self._settled.timeout.connect(self._leave)
        heights.fitted.connect(self._soon.start)
        view.verticalScrollBar().actionTriggered.connect(lambda _action: self._leave())
        view.selectionModel().currentRowChanged.connect(self._leave)

    def seek(self) -> None:
        """Seek the row that is chosen."""
        self._seeking = True
        self._soon.start()
        self._settled.start()

    def _leave(self) -> None:
        self._seeking = False

    def _reveal(self) -> None:
        """Scroll the table, and what it lies in, to the row."""
        view, index = self._view, self._view.currentIndex()
        if not self._seeking or not index.isValid():
            return
        view.scrollTo(index)
        row = view.visualRect(index)
        above = view.parentWidget()
        while above is not None:
            if isinstance(above, QScrollArea) and (inside := above.widget()) is not None:
                middle = view.viewport().mapTo(inside, row.center())
                above.ensureVisible(0, middle.y(), 0, row.height())
            above = above.parentWidget()
