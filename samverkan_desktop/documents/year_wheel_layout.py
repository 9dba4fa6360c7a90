"""Where everything on the year wheel goes, for every painter of it: paper and screen.

Coordinates are measured in radii of the wheel from its middle, x to the right and y *upwards*, as
on paper; a painter on a screen turns the sign of y. The ring of months lies between `RING_INNER`
and `RING_OUTER`; marks stand outside it at the exact angle of their day, further out where they
would touch. Where several groups meet, each has an orbit of its own, and other marks stand outside
them all. Labels stand in one column on each side, never over one another.
"""

import math
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from itertools import groupby

from samverkan_desktop.documents.year_wheel import Mark, YearWheel
from samverkan_desktop.i18n import month_name

RING_INNER = 0.58
RING_OUTER = 0.82
#: Half the size of a mark; `year_wheel_shapes` draws within a circle of radius 1 to be scaled by it.
MARK_RADIUS = 0.045
#: Height of one row of a label.
ROW_HEIGHT = 0.115

_FIRST_LANE = 0.91
_LANE_STEP = 0.105
_HIGHEST_LANE = 1.35
#: More groups than this share the lanes.
_MOST_ORBITS = 4
_LABEL_GAP = 0.2
_NARROWEST_COLUMN = 1.22
_BETWEEN_DAYS = 0.035

Point = tuple[float, float]


@dataclass(frozen=True)
class PlacedMonth:
    """One month of the ring.

    Args:
        first: its first day.
        name: its short name: ``sep``.
        starts: where it begins, in turns clockwise from the top.
        ends: where it ends, in turns.
        middle: where its name is centred.
    """

    first: date
    name: str
    starts: float
    ends: float
    middle: Point


@dataclass(frozen=True)
class PlacedMark:
    """One mark and its label.

    Args:
        mark: what it is.
        at: the middle of its shape, outside the ring.
        label_at: where its label begins, on the side nearest the wheel, at half its height.
        right: whether the label stands to the right of the wheel and is read away from it; to
            the left it is set flush right against `label_at`.
        first_of_day: whether the label also shows the day; those below it share that day.
        leader: the points of the thin line from mark to label; empty where it shares one.
    """

    mark: Mark
    at: Point
    label_at: Point
    right: bool
    first_of_day: bool
    leader: tuple[Point, ...]


@dataclass(frozen=True)
class WheelLayout:
    """A year wheel with everything in its place.

    Args:
        months: the ring, clockwise.
        marks: the marks, in order of day.
        pointer: from and to of the line that points at today; None where today lies outside.
        orbits: how far out each group's meetings stand, in the order of `YearWheel.groups`; empty where
            one group meets, or too many for each to have its own.
        column: distance from the middle to where the labels begin.
        half_height: how far the picture reaches above and below the middle.
    """

    months: tuple[PlacedMonth, ...]
    marks: tuple[PlacedMark, ...]
    pointer: tuple[Point, Point] | None
    orbits: tuple[float, ...]
    column: float
    half_height: float


@dataclass
class _Block:
    """The label of one day: where it would like to stand, and how high it is."""

    marks: list[Mark]
    wish: float
    height: float
    middle: float = 0.0


def on_ring(turn: float, radius: float) -> Point:
    """Return the point at a turn clockwise from the top and at a distance from the middle."""
    angle = 2 * math.pi * turn
    return radius * math.sin(angle), radius * math.cos(angle)


def month_outline(month: PlacedMonth, steps: int = 12) -> tuple[Point, ...]:
    """Return the corners of a month's piece of the ring, its arcs drawn in so many straight steps."""
    turns = [month.starts + (month.ends - month.starts) * step / steps for step in range(steps + 1)]
    outer = [on_ring(turn, RING_OUTER) for turn in turns]
    return (*outer, *(on_ring(turn, RING_INNER) for turn in reversed(turns)))


def layout(
    wheel: YearWheel, rows: Callable[[Mark], int] = lambda _mark: 1, row_height: float = ROW_HEIGHT
) -> WheelLayout:
    """Return where everything on a wheel goes.

    Args:
        wheel: the year.
        rows: how many rows a mark's label takes when painted; one unless the painter wraps it.
        row_height: height of a row in radii, for a painter with larger letters.
    """
    marks = sorted(wheel.marks, key=lambda mark: mark.day)
    orbits = _orbits(wheel)
    spots = _spots(wheel, marks, orbits)
    outermost = max(orbits, default=0.0)
    column = max([_NARROWEST_COLUMN, outermost + _LABEL_GAP, *(abs(x) + _LABEL_GAP for x, _ in spots)])
    placed: dict[int, PlacedMark] = {}
    reach = RING_OUTER + 0.05
    for right in (True, False):
        blocks = _blocks(wheel, marks, right, rows, row_height)
        _spread(blocks)
        for block in blocks:
            reach = max(reach, abs(block.middle) + block.height / 2)
        placed |= _place(
            blocks, dict(zip(map(id, marks), spots, strict=True)), right, column, rows, row_height
        )
    reach = max([reach, outermost + 0.02, *(abs(y) + MARK_RADIUS * 2 for _, y in spots)])
    in_order = tuple(placed[id(mark)] for mark in marks)
    return WheelLayout(_months(wheel), in_order, _pointer(wheel), orbits, column, reach)


def _months(wheel: YearWheel) -> tuple[PlacedMonth, ...]:
    firsts = wheel.months()
    starts = [wheel.turn(max(first, wheel.starts)) for first in firsts]
    result = []
    for first, begin, end in zip(firsts, starts, [*starts[1:], 1.0], strict=True):
        middle = on_ring((begin + end) / 2, (RING_INNER + RING_OUTER) / 2)
        result.append(PlacedMonth(first, month_name(first.month), begin, end, middle))
    return tuple(result)


def _pointer(wheel: YearWheel) -> tuple[Point, Point] | None:
    if wheel.today is None or not wheel.starts <= wheel.today <= wheel.ends:
        return None
    turn = wheel.turn(wheel.today)
    # On the outer edge only: the months' names stand in the middle of the ring, the days within it.
    return on_ring(turn, RING_OUTER - 0.06), on_ring(turn, RING_OUTER + 0.05)


def _orbits(wheel: YearWheel) -> tuple[float, ...]:
    """Return how far out the meetings of each group stand, where each can have an orbit of its own."""
    if not 1 < len(wheel.groups) <= _MOST_ORBITS:
        return ()
    return tuple(_FIRST_LANE + number * _LANE_STEP for number in range(len(wheel.groups)))


def _spots(wheel: YearWheel, marks: list[Mark], orbits: tuple[float, ...]) -> list[Point]:
    """Return the middle of each mark: in its group's orbit, or the innermost lane where it touches none."""
    own = dict(zip((letters for letters, _ in wheel.groups), orbits, strict=bool(orbits)))
    outside = orbits[-1] + _LANE_STEP if orbits else _FIRST_LANE
    crowd = max((sum(1 for _ in group) for _, group in groupby(marks, key=lambda m: m.day)), default=1)
    step = min(_LANE_STEP, (_HIGHEST_LANE - _FIRST_LANE) / max(crowd - 1, 1))
    spots: list[Point] = []
    for mark in marks:
        turn, radius = wheel.turn(mark.day), own.get(mark.group, outside)
        while any(math.dist(on_ring(turn, radius), other) < step * 0.95 for other in spots):
            radius += step
        spots.append(on_ring(turn, radius))
    return spots


def _blocks(
    wheel: YearWheel, marks: list[Mark], right: bool, rows: Callable[[Mark], int], row_height: float
) -> list[_Block]:
    """Return the labels of one side, day by day from the top down."""
    side = [mark for mark in marks if (wheel.turn(mark.day) < 0.5) is right]
    blocks = []
    for day, group in groupby(side, key=lambda mark: mark.day):
        members = list(group)
        height = sum(rows(mark) for mark in members) * row_height + _BETWEEN_DAYS
        blocks.append(_Block(members, on_ring(wheel.turn(day), 1.1)[1], height))
    return blocks if right else blocks[::-1]


def _spread(blocks: list[_Block]) -> None:
    """Move labels that overlap apart, no further from their wishes than they must."""
    clusters: list[list[_Block]] = []
    for block in blocks:
        cluster = [block]
        while clusters and _top(cluster) > _top(clusters[-1]) - _height(clusters[-1]):
            cluster = clusters.pop() + cluster
        clusters.append(cluster)
    for cluster in clusters:
        top = _top(cluster)
        for block in cluster:
            block.middle = top - block.height / 2
            top -= block.height


def _height(cluster: list[_Block]) -> float:
    return sum(block.height for block in cluster)


def _top(cluster: list[_Block]) -> float:
    """Return where a cluster of touching labels begins for its members to stand nearest their wishes."""
    offset, wishes = 0.0, 0.0
    for block in cluster:
        wishes += block.wish + offset + block.height / 2
        offset += block.height
    return wishes / len(cluster)


def _place(
    blocks: list[_Block],
    spots: dict[int, Point],
    right: bool,
    column: float,
    rows: Callable[[Mark], int],
    row_height: float,
) -> dict[int, PlacedMark]:
    """Return the marks of one side, each with its label in its row."""
    edge = column if right else -column
    result = {}
    for block in blocks:
        top = block.middle + (block.height - _BETWEEN_DAYS) / 2
        outermost = spots[id(block.marks[-1])]
        for index, mark in enumerate(block.marks):
            label = (edge, top - row_height / 2)
            leader = _leader(outermost, label, right) if index == 0 else ()
            result[id(mark)] = PlacedMark(mark, spots[id(mark)], label, right, index == 0, leader)
            top -= rows(mark) * row_height
    return result


def _leader(spot: Point, label: Point, right: bool) -> tuple[Point, ...]:
    """Return a line out from the mark, across to the label's height, and in to the label."""
    away = 0.03 if right else -0.03
    distance = math.hypot(*spot)
    begin = (distance + MARK_RADIUS * 1.35) / distance
    return (spot[0] * begin, spot[1] * begin), (label[0] - away * 3, label[1]), (label[0] - away, label[1])
