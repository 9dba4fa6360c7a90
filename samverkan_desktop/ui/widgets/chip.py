"""A chip: a status as shape and word on its own soft ground."""

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from samverkan_desktop.ui import theme
from samverkan_desktop.ui.accessible import Role, tell_role
from samverkan_desktop.ui.widgets import status as shapes

_SIDE = 2 * theme.GRID + 2
_SHAPE = 14


class Chip(QWidget):
    """A status in a few words.

    Args:
        status: one of the statuses of a finding, whose shape and colours it takes.
        text: what it says; the status's own word where none is given.
    """

    def __init__(self, status: str, text: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        tell_role(self, Role.StaticText)
        self.setFont(theme.font(theme.SMALL, strong=True))
        self.show_status(status, text)

    def show_status(self, status: str, text: str = "") -> None:
        """Say something else."""
        self._status = status
        self._text = text or shapes.word(status)
        self.setAccessibleName(self._text)
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        """Return the size of its text and shape."""
        width = self.fontMetrics().horizontalAdvance(self._text)
        return QSize(2 * _SIDE + _SHAPE + theme.GRID + 2 + width, theme.enlarged(6 * theme.GRID))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw ground, shape and word."""
        ink, soft = theme.status_colours(self._status)
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        area = QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5)
        painter.setPen(ink if soft == theme.colour("ground") else soft)
        painter.setBrush(soft)
        painter.drawRoundedRect(area, area.height() / 2, area.height() / 2)
        shape = QRectF(_SIDE, (self.height() - _SHAPE) / 2, _SHAPE, _SHAPE)
        shapes.paint(painter, shape, self._status, ink)
        painter.setPen(ink)
        begin = _SIDE + _SHAPE + theme.GRID + 2
        painter.drawText(self.rect().adjusted(begin, 0, 0, 0), Qt.AlignmentFlag.AlignVCenter, self._text)
