"""A layout that sets its widgets in rows, as words are set in a text."""

from PySide6.QtCore import QMargins, QPoint, QRect, QSize, Qt
from PySide6.QtWidgets import QLayout, QLayoutItem, QWidget

from samverkan_desktop.ui import theme


class Flow(QLayout):
    """Widgets after one another, in as many rows as there is need for.

    Args:
        parent: what it lays out.
        across: the distance between two in a row; that between rows is the layout's spacing.
    """

    def __init__(self, parent: QWidget | None = None, across: int = theme.NEAR) -> None:
        super().__init__(parent)
        self._across = across
        self._items: list[QLayoutItem] = []
        self.setContentsMargins(QMargins())
        self.setSpacing(theme.NEAR)

    def addItem(self, item: QLayoutItem) -> None:
        """Put one more at the end."""
        self._items.append(item)

    def count(self) -> int:
        """Return how many there are."""
        return len(self._items)

    def itemAt(self, index: int) -> QLayoutItem | None:
        """Return one of them."""
        return self._items[index] if 0 <= index < len(self._items) else None

    def takeAt(self, index: int) -> QLayoutItem | None:
        """Take one of them away."""
        return self._items.pop(index) if 0 <= index < len(self._items) else None

    def expandingDirections(self) -> Qt.Orientation:
        """Take no more room than is needed."""
        return Qt.Orientation(0)

    def hasHeightForWidth(self) -> bool:
        """Tell that fewer go in a row where it is narrow."""
        return True

    def heightForWidth(self, width: int) -> int:
        """Return the height of the rows at a width."""
        return self._set(QRect(0, 0, width, 0), move=False)

    def setGeometry(self, area: QRect) -> None:
        """Set the widgets in rows."""
        super().setGeometry(area)
        self._set(area, move=True)

    def sizeHint(self) -> QSize:
        """Return the size of the largest: what must at least be seen."""
        return self.minimumSize()

    def minimumSize(self) -> QSize:
        """Return the size of the largest: what must at least be seen."""
        size = QSize()
        for item in self._items:
            size = size.expandedTo(item.minimumSize())
        return size

    def _set(self, area: QRect, *, move: bool) -> int:
        x, y, row = area.x(), area.y(), list[tuple[QLayoutItem, QRect]]()
        for item in self._items:
            if item.isEmpty():  # its widget is hidden
                continue
            size = item.sizeHint()
            size.setWidth(min(size.width(), max(area.width(), item.minimumSize().width())))
            if row and x + size.width() > area.right() + 1:
                x, y, row = area.x(), y + _settled(row, move=move) + self.spacing(), []
            row.append((item, QRect(QPoint(x, y), size)))
            x += size.width() + self._across
        return y + _settled(row, move=move) - area.y()


def _settled(row: list[tuple[QLayoutItem, QRect]], *, move: bool) -> int:
    """Set a row, each in the middle of its height, and return that height."""
    height = max((place.height() for _, place in row), default=0)
    for item, place in row if move else ():
        item.setGeometry(place.translated(0, (height - place.height()) // 2))
    return height
