"""The shapes of attendance, told apart by form alone: the fuller the disc, the more of the meeting."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from samverkan_desktop.i18n import tr
from samverkan_desktop.ui import theme
from samverkan_desktop.ui.accessible import Role, tell_role

#: The side of the square that a shape is drawn in, where it stands alone.
SIDE = 5 * theme.GRID
_RADIUS = 5.0


@dataclass(frozen=True)
class Symbol:
    """What a mark of attendance means, and how it is drawn.

    Args:
        meaning: in words.
        tone: the status whose colours it bears.
        draw: draws it about the middle of a square of 16 by 16.
    """

    meaning: str
    tone: str
    draw: Callable[[QPainter, QColor], None]


def symbols() -> Mapping[str, Symbol]:
    """Return the symbol of each letter that stands in the follow-up report."""
    return {
        tr("N"): Symbol(tr("närvarande"), "fulfilled", _disc),
        tr("T"): Symbol(tr("närvarande genom tillförordnad"), "fulfilled", _ringed),
        tr("D"): Symbol(tr("närvarande en del av mötet"), "upcoming", _half),
        tr("R"): Symbol(tr("företrädd av ersättare"), "fulfilled", _square),
        tr("F"): Symbol(tr("anmält förhinder"), "at_risk", _ring),
        tr("E"): Symbol(tr("ej närvarande"), "breached", _cross),
        tr("V"): Symbol(tr("funktionen vakant"), "not_countable", _dashed),
        "–": Symbol(tr("kallas inte till mötet"), "not_countable", _dash),
    }


def meaning(letter: str) -> str:
    """Return what a mark means: a number is so many of a collective seat, nothing a meeting not held."""
    if letter.isdecimal():
        return tr("{heads} närvarande", heads=letter)
    known = symbols().get(letter)
    return known.meaning if known else tr("mötet är inte hållet")


def paint(painter: QPainter, area: QRectF, letter: str) -> None:
    """Draw a mark in the middle of an area; a number stands as it is."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    known = symbols().get(letter)
    if known is None:
        painter.setFont(theme.font(theme.SMALL, strong=True))
        painter.setPen(theme.status_colours("fulfilled")[0])
        painter.drawText(area, Qt.AlignmentFlag.AlignCenter, letter)
    else:
        ink, _ = theme.status_colours(known.tone)
        painter.translate(area.center())
        painter.scale(SIDE / 16, SIDE / 16)
        painter.setPen(QPen(ink, 2, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap))
        known.draw(painter, ink)
    painter.restore()


def _disc(painter: QPainter, ink: QColor) -> None:
    painter.setBrush(ink)
    painter.drawEllipse(QPointF(0, 0), _RADIUS, _RADIUS)


def _ringed(painter: QPainter, ink: QColor) -> None:
    painter.setPen(QPen(ink, 1.4))
    painter.drawEllipse(QPointF(0, 0), _RADIUS + 1.4, _RADIUS + 1.4)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(ink)
    painter.drawEllipse(QPointF(0, 0), _RADIUS - 1.8, _RADIUS - 1.8)


def _half(painter: QPainter, ink: QColor) -> None:
    _ring(painter, ink)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(ink)
    circle = QRectF(-_RADIUS, -_RADIUS, 2 * _RADIUS, 2 * _RADIUS)
    painter.drawPie(circle, 90 * 16, 180 * 16)


def _square(painter: QPainter, ink: QColor) -> None:
    painter.setBrush(ink)
    painter.drawRect(QRectF(-4.2, -4.2, 8.4, 8.4))


def _ring(painter: QPainter, _ink: QColor) -> None:
    painter.drawEllipse(QPointF(0, 0), _RADIUS, _RADIUS)


def _cross(painter: QPainter, _ink: QColor) -> None:
    painter.drawLine(QPointF(-4.5, -4.5), QPointF(4.5, 4.5))
    painter.drawLine(QPointF(4.5, -4.5), QPointF(-4.5, 4.5))


def _dashed(painter: QPainter, ink: QColor) -> None:
    pen = QPen(ink, 1.6)
    pen.setDashPattern([1.6, 1.4])
    painter.setPen(pen)
    painter.drawRect(QRectF(-5, -5, 10, 10))


def _dash(painter: QPainter, ink: QColor) -> None:
    painter.setPen(QPen(ink, 1.6))
    painter.drawLine(QPointF(-3, 0), QPointF(3, 0))


class SymbolMark(QWidget):
    """One mark of attendance, for the legend; named in words to whoever cannot see it."""

    def __init__(self, letter: str) -> None:
        super().__init__()
        self._letter = letter
        tell_role(self, Role.Graphic)
        self.setFixedSize(QSize(SIDE, SIDE))
        self.setAccessibleName(meaning(letter))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the shape."""
        paint(QPainter(self), QRectF(self.rect()), self._letter)
