"""Formatted text that grows with what is written."""

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QTextEdit, QWidget

from samverkan_desktop.ui import theme


class GrowingText(QTextEdit):
    """Text as high as what stands in it, within bounds.

    Args:
        lines: how many lines it is high at least; it grows to three times as many.
    """

    def __init__(self, lines: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._lines = lines
        self.document().documentLayout().documentSizeChanged.connect(self._grow)
        self._grow()

    def sizeHint(self) -> QSize:
        """Return the size of what is written."""
        return QSize(super().sizeHint().width(), self.minimumHeight())

    def minimumSizeHint(self) -> QSize:
        """Return the same height; Qt's own would make one line as high as three."""
        return QSize(super().minimumSizeHint().width(), self.minimumHeight())

    def _grow(self) -> None:
        line = self.fontMetrics().lineSpacing() + 1  # Qt rounds each line up
        wanted = min(int(self.document().size().height()), 3 * self._lines * line)
        self.setMinimumHeight(max(wanted, self._lines * line) + 6 * theme.GRID)
