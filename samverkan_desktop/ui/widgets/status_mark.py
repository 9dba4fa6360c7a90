"""A status as its shape alone, before a line that says the rest."""

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from samverkan_desktop.ui import theme
from samverkan_desktop.ui.accessible import Role, tell_role
from samverkan_desktop.ui.widgets import status as shapes

_SIDE = 4 * theme.GRID


class StatusMark(QWidget):
    """A finding's status, named in words to whoever cannot see it.

    Args:
        status: one of the statuses of a finding.
    """

    def __init__(self, status: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        tell_role(self, Role.Graphic)
        self.setFixedSize(_SIDE, _SIDE)
        self.show_status(status)

    def show_status(self, status: str) -> None:
        """Show another status."""
        self._status = status
        self.setAccessibleName(shapes.word(status))
        self.setToolTip(shapes.word(status))
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the shape."""
        ink, _ = theme.status_colours(self._status)
        shapes.paint(QPainter(self), QRectF(self.rect()), self._status, ink)
