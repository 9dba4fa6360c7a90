"""Columns beside one another, under one another where there is little room."""

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QVBoxLayout, QWidget

from samverkan_desktop.ui import theme

#: The least width at which columns stand beside one another.
_ROOM = 200 * theme.GRID


class Beside(QWidget):
    """Columns of widgets.

    Args:
        columns: how much of the width each takes, and its widgets from the top.
    """

    def __init__(self, *columns: tuple[int, tuple[QWidget, ...]]) -> None:
        super().__init__()
        self._across = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._across.setContentsMargins(0, 0, 0, 0)
        self._across.setSpacing(theme.APART)
        self._shares = [share for share, _ in columns]
        for stretch, widgets in columns:
            column = QVBoxLayout()
            column.setSpacing(theme.APART)
            for widget in widgets:
                column.addWidget(widget)
            column.addStretch(1)
            self._across.addLayout(column, stretch)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put the columns under one another where they would be cut."""
        super().resizeEvent(event)
        wide = event.size().width() >= _ROOM
        way = QBoxLayout.Direction.LeftToRight if wide else QBoxLayout.Direction.TopToBottom
        if self._across.direction() != way:
            self._across.setDirection(way)
            for place, share in enumerate(self._shares):  # a share of the width is none of the height
                self._across.setStretch(place, share if wide else 0)
