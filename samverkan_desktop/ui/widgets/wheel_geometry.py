"""How large the year wheel is painted in a given room, and what lies under a place in it."""

from math import cos, pi, sin

from PySide6.QtCore import QPointF, QRectF, QSizeF

from samverkan_desktop.documents.year_wheel import MarkKind, YearWheel
from samverkan_desktop.documents.year_wheel_layout import (
    MARK_RADIUS,
    RING_INNER,
    PlacedMark,
    WheelLayout,
    layout,
)
from samverkan_desktop.i18n import tr
from samverkan_desktop.ui import theme

#: Height of a label's row, of a row of the legend, and the width of one of its columns, in pixels.
ROW = 5 * theme.GRID
LEGEND_ROW = 6 * theme.GRID
LEGEND_COLUMN = 35 * theme.GRID
#: Room for the labels on each side, the narrowest room that has any, and the lowest that has a legend.
_LABELS = 38 * theme.GRID
_NARROW = 120 * theme.GRID
_LOW = 60 * theme.GRID
#: The smallest wheel that is worth having labels around it.
_SMALL = 80
#: What has its day written where there is no room for labels, how far out, and in how large a room.
_MEETINGS = (MarkKind.HELD, MarkKind.PLANNED, MarkKind.MISSING, MarkKind.EXTRA)
_WITHIN = RING_INNER - 0.1
_DAY = 4 * theme.GRID
#: How near a mark one must point.
_NEAR = 12


class WheelGeometry:
    """A wheel in a room: the largest that fits, with labels where they can be read.

    Args:
        wheel: the year.
        room: the size to paint in.
    """

    def __init__(self, wheel: YearWheel, room: QSizeF) -> None:
        self.wheel = wheel
        self.room = room
        self.kinds = [kind for kind in MarkKind if any(mark.kind is kind for mark in wheel.marks)]
        self.legend = QRectF(0, 0, 0, 0)
        if room.height() >= theme.enlarged(_LOW):
            across = max(1, int(room.width()) // theme.enlarged(LEGEND_COLUMN))
            height = (-(-len(self.kinds) // across) + len(group_lines(wheel))) * theme.enlarged(LEGEND_ROW)
            self.legend = QRectF(0, room.height() - height, room.width(), height)
        self.middle = QPointF(room.width() / 2, (room.height() - self.legend.height()) / 2)
        self.labelled = room.width() >= theme.enlarged(_NARROW)
        self.layout, self.radius = self._fit()
        if self.labelled and self.radius < theme.enlarged(_SMALL):
            self.labelled = False
            self.layout, self.radius = self._fit()

    def _fit(self) -> tuple[WheelLayout, float]:
        """Return the largest wheel: letters keep their size, so it takes some rounds."""
        height = self.middle.y() - theme.GRID
        width = self.room.width() / 2 - (theme.enlarged(_LABELS) if self.labelled else theme.GRID)
        radius = max(min(height, width) / 1.3, 1)
        for _ in range(3):
            placed = layout(self.wheel, row_height=(theme.enlarged(ROW) if self.labelled else 1) / radius)
            reach = placed.column if self.labelled else _outermost(placed)
            radius = max(min(height / placed.half_height, width / reach), 1)
        return placed, radius

    def at(self, point: tuple[float, float]) -> QPointF:
        """Return where a point of the layout lies in the room."""
        return self.middle + QPointF(point[0], -point[1]) * self.radius

    def square(self, radius: float) -> QRectF:
        """Return the square about the middle that reaches to a radius of the layout."""
        side = 2 * radius * self.radius
        return QRectF(self.middle.x() - side / 2, self.middle.y() - side / 2, side, side)

    def label_area(self, placed: PlacedMark) -> QRectF:
        """Return where a mark's label stands: from its place out to the edge of the room."""
        begin = self.at(placed.label_at)
        width = max(self.room.width() - begin.x() if placed.right else begin.x(), 0)
        high = theme.enlarged(ROW)
        return QRectF(begin.x() if placed.right else 0, begin.y() - high / 2, width, high)

    def days(self) -> list[tuple[str, QRectF]]:
        """Return the days of the meetings, each with where it is written within the ring.

        A day that would be written over another is left out: its mark tells it when pointed at.
        """
        side = theme.enlarged(_DAY)
        result: list[tuple[str, QRectF]] = []
        for placed in self.layout.marks:
            if placed.mark.kind not in _MEETINGS:
                continue
            turn = 2 * pi * self.wheel.turn(placed.mark.day)
            spot = self.at((sin(turn) * _WITHIN, cos(turn) * _WITHIN))
            area = QRectF(spot.x() - side / 2, spot.y() - side / 2, side, side)
            if not any(area.intersects(taken) for _, taken in result):
                result.append((str(placed.mark.day.day), area))
        return result

    def under(self, place: QPointF) -> int:
        """Return the number of the mark, or of the label, that a place points at; -1 for none."""
        best, nearest = -1, float(_NEAR)
        for number, placed in enumerate(self.layout.marks):
            distance = (self.at(placed.at) - place).manhattanLength()
            if distance < nearest:
                best, nearest = number, distance
            if self.labelled and best < 0 and self.label_area(placed).contains(place):
                best = number
        return best


def _outermost(placed: WheelLayout) -> float:
    return max(
        [
            0.95,
            *(orbit + 0.02 for orbit in placed.orbits),
            *(abs(mark.at[0]) + 2 * MARK_RADIUS for mark in placed.marks),
        ]
    )


def group_lines(wheel: YearWheel) -> list[str]:
    """Return what the legend says of the groups that meet, a line each; nothing where it is one group."""
    if not wheel.groups:
        return []
    names = [name for _, name in wheel.groups]
    if not layout(wheel).orbits:
        return [tr("Möten i {names}", names=", ".join(names))]
    return [
        tr("Varje grupp har sin ring, räknat inifrån:"),
        *(f"{number}. {name}" for number, name in enumerate(names, 1)),
    ]
