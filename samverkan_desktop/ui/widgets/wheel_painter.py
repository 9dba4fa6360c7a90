"""Paints the year wheel on screen, after the layout that it shares with paper."""

from itertools import pairwise

from PySide6.QtCore import QLineF, QPointF, QRectF, Qt
from PySide6.QtGui import QBrush, QColor, QPainter, QPainterPath, QPen, QPolygonF
from PySide6.QtWidgets import QWidget

from samverkan_desktop.documents.year_wheel import MarkKind
from samverkan_desktop.documents.year_wheel_layout import (
    MARK_RADIUS,
    RING_INNER,
    RING_OUTER,
    PlacedMark,
    PlacedMonth,
)
from samverkan_desktop.documents.year_wheel_shapes import SHAPES, kind_name
from samverkan_desktop.i18n import month_name
from samverkan_desktop.ui import theme
from samverkan_desktop.ui.widgets.wheel_geometry import (
    LEGEND_COLUMN,
    LEGEND_ROW,
    WheelGeometry,
    group_lines,
)

#: Half the size of the smallest mark that one can point at, in pixels.
_SMALLEST = 6.0
#: The smallest wheel whose months can be read, in pixels.
_READABLE = 65


class WheelPainter(QPainter):
    """Paints one wheel.

    Args:
        widget: what it paints on.
        geometry: where everything lies.
    """

    def __init__(self, widget: QWidget, geometry: WheelGeometry) -> None:
        super().__init__(widget)
        self._geometry = geometry
        self.setRenderHint(QPainter.RenderHint.Antialiasing)

    def ring(self) -> None:
        """Draw the months, today's pointer, and the year in the middle."""
        geometry, layout = self._geometry, self._geometry.layout
        for number, month in enumerate(layout.months):
            self._month(month, "accent_soft" if number % 2 else "sunken")
        self.setPen(QPen(theme.colour("edge"), 1))
        self.setBrush(Qt.BrushStyle.NoBrush)
        for orbit in layout.orbits:
            self.drawEllipse(geometry.square(orbit))
        if layout.pointer:
            pen = QPen(theme.colour("accent"), 3.5)
            pen.setCapStyle(Qt.PenCapStyle.RoundCap)
            self.setPen(pen)
            self.drawLine(QLineF(*map(geometry.at, layout.pointer)))
        if geometry.radius < theme.enlarged(_READABLE):
            return
        self.setPen(theme.colour("text"))
        self.setFont(theme.font(theme.SMALL))
        for month in layout.months:
            middle = geometry.at(month.middle)
            across, high = theme.enlarged(48), theme.enlarged(20)
            area = QRectF(middle.x() - across / 2, middle.y() - high / 2, across, high)
            self.drawText(area, Qt.AlignmentFlag.AlignCenter, month.name[:3])
        self.setFont(
            theme.font(theme.TITLE if geometry.radius > theme.enlarged(120) else theme.LARGE, strong=True)
        )
        self.drawText(geometry.square(RING_INNER), Qt.AlignmentFlag.AlignCenter, geometry.wheel.label)

    def _month(self, month: PlacedMonth, ground: str) -> None:
        outer, inner = self._geometry.square(RING_OUTER), self._geometry.square(RING_INNER)
        begin, span = 90 - 360 * month.starts, -360 * (month.ends - month.starts)
        path = QPainterPath()
        path.arcMoveTo(outer, begin)
        path.arcTo(outer, begin, span)
        path.arcTo(inner, begin + span, -span)
        path.closeSubpath()
        self.setPen(QPen(theme.colour("surface"), 2))
        self.setBrush(theme.colour(ground))
        self.drawPath(path)

    def marks(self, chosen: int, hovered: int) -> None:
        """Draw the marks, and their labels where there is room.

        Args:
            chosen: the number of the one that the keyboard is at; -1 for none.
            hovered: the number of the one that is pointed at; -1 for none.
        """
        geometry = self._geometry
        size = max(_SMALLEST, MARK_RADIUS * geometry.radius)
        for placed in geometry.layout.marks if geometry.labelled else ():
            self.setPen(QPen(theme.colour("edge"), 1))
            for one, other in pairwise(map(geometry.at, placed.leader)):
                self.drawLine(QLineF(one, other))
        for number, placed in enumerate(geometry.layout.marks):
            spot = geometry.at(placed.at)
            if number in (chosen, hovered):
                self.setPen(QPen(theme.colour("accent"), 2))
                self.setBrush(theme.colour("accent_soft"))
                self.drawEllipse(spot, size * 1.8, size * 1.8)
            self._shape(placed.mark.kind, spot, size)
            if geometry.labelled:
                self._label(placed, strong=number in (chosen, hovered))
        if not geometry.labelled and geometry.radius >= theme.enlarged(_READABLE):
            self._days()

    def _days(self) -> None:
        """Write the day of each meeting within the ring, beside its month."""
        self.setPen(theme.colour("accent"))
        self.setFont(theme.font(theme.SMALL, strong=True))
        for text, area in self._geometry.days():
            self.drawText(area, Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextDontClip, text)

    def _label(self, placed: PlacedMark, *, strong: bool) -> None:
        area, day = self._geometry.label_area(placed), placed.mark.day
        side = Qt.AlignmentFlag.AlignLeft if placed.right else Qt.AlignmentFlag.AlignRight
        where = side | Qt.AlignmentFlag.AlignVCenter
        self.setFont(theme.font(theme.SMALL, strong=strong))
        column = self.fontMetrics().horizontalAdvance("30 mar") + theme.NEAR
        self.setPen(theme.colour("muted"))
        if placed.first_of_day:
            self.drawText(area, where, f"{day.day} {month_name(day.month)[:3]}")
        self.setPen(theme.colour("text"))
        area.adjust(column if placed.right else 0, 0, 0 if placed.right else -column, 0)
        room = max(int(area.width()), 0)
        text = self.fontMetrics().elidedText(placed.mark.label, Qt.TextElideMode.ElideRight, room)
        self.drawText(area, where, text)

    def _shape(self, kind: MarkKind, spot: QPointF, size: float) -> None:
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

    def legend(self) -> None:
        """Draw what the shapes mean."""
        area, kinds = self._geometry.legend, self._geometry.kinds
        if not area.height():
            return
        high = theme.enlarged(LEGEND_ROW)
        across = max(1, int(area.width()) // theme.enlarged(LEGEND_COLUMN))
        width = area.width() / across
        self.setFont(theme.font(theme.SMALL))
        for number, kind in enumerate(kinds):
            left = area.left() + (number % across) * width
            middle = area.top() + (number // across) * high + high / 2
            self._shape(kind, QPointF(left + 8, middle), 5)
            self.setPen(theme.colour("muted"))
            text = QRectF(left + 20, middle - high / 2, width - 20, high)
            self.drawText(text, Qt.AlignmentFlag.AlignVCenter, kind_name(kind))
        above = area.top() + -(-len(kinds) // across) * high
        for number, line in enumerate(group_lines(self._geometry.wheel)):
            row = QRectF(
                area.left(),
                above + number * high,
                area.width(),
                high,
            )
            said = self.fontMetrics().elidedText(line, Qt.TextElideMode.ElideRight, int(area.width()))
            self.drawText(row, Qt.AlignmentFlag.AlignVCenter, said)


def _ink(kind: MarkKind) -> QColor:
    if kind is MarkKind.MISSING:
        return theme.status_colours("breached")[0]
    if kind in (MarkKind.HELD, MarkKind.PLANNED, MarkKind.EXTRA):
        return theme.colour("accent")
    return theme.colour("muted")
