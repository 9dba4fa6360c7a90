"""The shapes and words of statuses: told apart by form, so that colour is never alone."""

from functools import cache

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QIcon, QPainter, QPen, QPixmap, QPolygonF

from samverkan_desktop.rules.finding import Status
from samverkan_desktop.rules.wording import status_name
from samverkan_desktop.ui import theme


def word(status: str) -> str:
    """Return what a finding's status is called."""
    return status_name(Status(status))


def paint(painter: QPainter, area: QRectF, status: str, ink: QColor) -> None:
    """Draw a status's shape: cross, triangle, ring, tick, dot or dash."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    side = min(area.width(), area.height())
    painter.translate(area.center())
    painter.scale(side / 16, side / 16)
    pen = QPen(ink, 2.2, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap, Qt.PenJoinStyle.RoundJoin)
    painter.setPen(pen)
    _SHAPES[status](painter, ink)
    painter.restore()


def _cross(painter: QPainter, _ink: QColor) -> None:
    painter.drawLine(QPointF(-4.5, -4.5), QPointF(4.5, 4.5))
    painter.drawLine(QPointF(4.5, -4.5), QPointF(-4.5, 4.5))


def _triangle(painter: QPainter, ink: QColor) -> None:
    painter.setBrush(ink)
    painter.drawPolygon(QPolygonF([QPointF(0, -5), QPointF(5.5, 4.5), QPointF(-5.5, 4.5)]))


def _ring(painter: QPainter, _ink: QColor) -> None:
    painter.drawEllipse(QPointF(0, 0), 5, 5)


def _tick(painter: QPainter, _ink: QColor) -> None:
    painter.drawPolyline(QPolygonF([QPointF(-5.5, 0.5), QPointF(-1.5, 4.5), QPointF(5.5, -4)]))


def _dot(painter: QPainter, ink: QColor) -> None:
    painter.setBrush(ink)
    painter.drawEllipse(QPointF(0, 0), 1.6, 1.6)


def _dash(painter: QPainter, _ink: QColor) -> None:
    painter.drawLine(QPointF(-4.5, 0), QPointF(4.5, 0))


_SHAPES = {
    "breached": _cross,
    "at_risk": _triangle,
    "upcoming": _ring,
    "fulfilled": _tick,
    "not_due": _dot,
    "not_countable": _dash,
}


def icon(status: str) -> QIcon:
    """Return a status's shape as an icon in the colours of the look in use."""
    return _icon(status, theme.status_colours(status)[0].name())


@cache
def _icon(status: str, ink: str) -> QIcon:
    result = QIcon()
    for size in (16, 32):
        picture = QPixmap(size, size)
        picture.fill(Qt.GlobalColor.transparent)
        painter = QPainter(picture)
        paint(painter, QRectF(0, 0, size, size), status, QColor(ink))
        painter.end()
        for mode in (QIcon.Mode.Normal, QIcon.Mode.Selected):  # else Qt tints what is selected
            result.addPixmap(picture, mode)
    return result
