"""Paints the year wheel on screen, after the layout that it shares with paper."""

from collections.abc import Sequence
from itertools import pairwise

from PySide6.QtCore import QLineF, QPointF, QRectF, Qt
from PySide6.QtGui import QBrush, QColor, QPainter, QPainterPath, QPen, QPolygonF
from PySide6.QtWidgets import QWidget

from samverkan_desktop.documents.year_wheel import MarkKind
from samverkan_desktop.documents.year_wheel_layout import (
    RING_INNER,
    RING_OUTER,
    PlacedMark,
    PlacedMonth,
    WheelLayout,
)
from samverkan_desktop.documents.year_wheel_shapes import SHAPES, kind_name
from samverkan_desktop.i18n import month_name
from samverkan_desktop.ui import theme

#: Height of a label's row, and of a row of the legend, in pixels.
ROW = 5 * theme.GRID
LEGEND_ROW = 6 * theme.GRID
#: Half the size of a mark: as on paper, but never too small to point at.
_SMALLEST = 6.0
_MARK = 0.045
#: The smallest wheel whose months can be read.
_READABLE = 65


class WheelPainter(QPainter):
    """A painter whose measure is the wheel's radius about its middle.

    Args:
        widget: what it paints on.
        middle: the middle of the wheel.
        radius: the wheel's radius in pixels.
    """

    def __init__(self, widget: QWidget, middle: QPointF, radius: float) -> None:
        super().__init__(widget)
        self._middle = middle
        self._radius = radius
        self._width = widget.width()
        self.setRenderHint(QPainter.RenderHint.Antialiasing)

    def _at(self, point: tuple[float, float]) -> QPointF:
        return self._middle + QPointF(point[0], -point[1]) * self._radius

    def _square(self, radius: float) -> QRectF:
        side = 2 * radius * self._radius
        return QRectF(self._middle.x() - side / 2, self._middle.y() - side / 2, side, side)

    def ring(self, layout: WheelLayout, label: str) -> None:
        """Draw the months, today's pointer, and the year in the middle."""
        for number, month in enumerate(layout.months):
            self._month(month, odd=bool(number % 2))
        self.setFont(theme.font(theme.TITLE if self._radius > 120 else theme.LARGE, strong=True))
        self.setPen(theme.colour("text"))
        if self._radius >= _READABLE:
            self.drawText(self._square(RING_INNER), Qt.AlignmentFlag.AlignCenter, label)
        if layout.pointer:
            pen = QPen(theme.colour("accent"), 2.5)
            pen.setCapStyle(Qt.PenCapStyle.RoundCap)
            self.setPen(pen)
            self.drawLine(QLineF(self._at(layout.pointer[0]), self._at(layout.pointer[1])))

    def _month(self, month: PlacedMonth, *, odd: bool) -> None:
        path = QPainterPath()
        begin, span = 90 - 360 * month.starts, -360 * (month.ends - month.starts)
        path.arcMoveTo(self._square(RING_OUTER), begin)
        path.arcTo(self._square(RING_OUTER), begin, span)
        path.arcTo(self._square(RING_INNER), begin + span, -span)
        path.closeSubpath()
        self.setPen(QPen(theme.colour("surface"), 2))
        self.setBrush(theme.colour("accent_soft" if odd else "sunken"))
        self.drawPath(path)
        if self._radius < _READABLE:
            return
        self.setFont(theme.font(theme.SMALL))
        self.setPen(theme.colour("text"))
        middle = self._at(month.middle)
        area = QRectF(middle.x() - 24, middle.y() - 10, 48, 20)
        self.drawText(area, Qt.AlignmentFlag.AlignCenter, month.name[:3])

    def marks(self, marks: Sequence[PlacedMark], labelled: bool, chosen: int, hovered: int) -> None:
        """Draw the marks, and their labels where there is room.

        Args:
            marks: the marks.
            labelled: whether to write what they are.
            chosen: the number of the one that the keyboard is at; -1 for none.
            hovered: the number of the one that is pointed at; -1 for none.
        """
        size = max(_SMALLEST, _MARK * self._radius)
        for placed in marks if labelled else ():
            self.setPen(QPen(theme.colour("line"), 1))
            points = [self._at(point) for point in placed.leader]
            for one, other in pairwise(points):
                self.drawLine(QLineF(one, other))
        for number, placed in enumerate(marks):
            spot = self._at(placed.at)
            if number in (chosen, hovered):
                self.setPen(QPen(theme.colour("accent"), 2))
                self.setBrush(theme.colour("accent_soft"))
                self.drawEllipse(spot, size * 1.8, size * 1.8)
            self.shape(placed.mark.kind, spot, size)
            if labelled:
                self._label(placed, strong=number in (chosen, hovered))

    def _label(self, placed: PlacedMark, *, strong: bool) -> None:
        begin = self._at(placed.label_at)
        day = f"{placed.mark.day.day} {month_name(placed.mark.day.month)[:3]}"
        width = max(self._width - begin.x() if placed.right else begin.x(), 0)
        area = QRectF(begin.x() if placed.right else 0, begin.y() - ROW / 2, width, ROW)
        self.setFont(theme.font(theme.SMALL, strong=strong))
        column = self.fontMetrics().horizontalAdvance("30 mar ")
        self.setPen(theme.colour("muted"))
        if placed.first_of_day:
            side = Qt.AlignmentFlag.AlignLeft if placed.right else Qt.AlignmentFlag.AlignRight
            self.drawText(area, side | Qt.AlignmentFlag.AlignVCenter, day)
        self.setPen(theme.colour("text"))
        area.adjust(column if placed.right else 0, 0, 0 if placed.right else -column, 0)
        text = self.fontMetrics().elidedText(
            placed.mark.label, Qt.TextElideMode.ElideRight, max(int(area.width()), 0)
        )
        side = Qt.AlignmentFlag.AlignLeft if placed.right else Qt.AlignmentFlag.AlignRight
        self.drawText(area, side | Qt.AlignmentFlag.AlignVCenter, text)

    def shape(self, kind: MarkKind, spot: QPointF, size: float) -> None:
        """Draw the shape of a kind of mark."""
        shape, ink = SHAPES[kind], _ink(kind)
        pen = QPen(ink, 2)
        if shape.dashed:
            pen.setDashPattern([1.5, 1.2])
        self.setPen(pen)
        self.setBrush(QBrush(ink if shape.filled else theme.colour("surface")))
        if shape.corners:
            self.drawPolygon(QPolygonF([spot + QPointF(x, -y) * size for x, y in shape.corners]))
        else:
            self.drawEllipse(spot, size, size)
        self.setPen(QPen(ink, 1.6))
        for (x, y), (u, v) in shape.strokes:
            self.drawLine(QLineF(spot + QPointF(x, -y) * size, spot + QPointF(u, -v) * size))

    def legend(self, kinds: Sequence[MarkKind], area: QRectF) -> None:
        """Draw what the shapes mean."""
        across = max(1, int(area.width()) // (35 * theme.GRID))
        width = area.width() / min(across, max(len(kinds), 1))
        self.setFont(theme.font(theme.SMALL))
        for number, kind in enumerate(kinds):
            left = area.left() + (number % across) * width
            middle = area.top() + (number // across) * LEGEND_ROW + LEGEND_ROW / 2
            self.shape(kind, QPointF(left + 8, middle), 5)
            self.setPen(theme.colour("muted"))
            text = QRectF(left + 20, middle - LEGEND_ROW / 2, width - 20, LEGEND_ROW)
            self.drawText(text, Qt.AlignmentFlag.AlignVCenter, kind_name(kind))


def _ink(kind: MarkKind) -> QColor:
    if kind is MarkKind.MISSING:
        return theme.status_colours("breached")[0]
    if kind in (MarkKind.HELD, MarkKind.PLANNED, MarkKind.EXTRA):
        return theme.colour("accent")
    return theme.colour("muted")
