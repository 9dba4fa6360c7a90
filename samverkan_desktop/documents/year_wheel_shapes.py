"""The shapes and names of the year wheel's marks: told apart by form, so that grey print tells too."""

import math
from dataclasses import dataclass

from samverkan_desktop.documents.year_wheel import MarkKind
from samverkan_desktop.i18n import tr

Point = tuple[float, float]


@dataclass(frozen=True)
class Shape:
    """A figure within a circle of radius 1 about the origin, y upwards.

    Args:
        corners: corners of a closed polygon; empty for the circle itself.
        filled: whether it is filled; else it is an outline around the paper's colour.
        dashed: whether its outline is dashed.
        strokes: lines drawn inside it, from and to.
    """

    corners: tuple[Point, ...] = ()
    filled: bool = True
    dashed: bool = False
    strokes: tuple[tuple[Point, Point], ...] = ()


def _polygon(corners: int, first: float = 0.0, radius: float = 1.0) -> tuple[Point, ...]:
    """Return a regular polygon whose first corner lies at a turn clockwise from the top."""
    turns = [2 * math.pi * (first + corner / corners) for corner in range(corners)]
    return tuple((radius * math.sin(turn), radius * math.cos(turn)) for turn in turns)


_CROSS = (((-0.5, -0.5), (0.5, 0.5)), ((-0.5, 0.5), (0.5, -0.5)))
#: A paper with two lines of writing.
_PAPER = ((-0.8, 1.1), (0.8, 1.1), (0.8, -1.1), (-0.8, -1.1))
_LINES = (((-0.4, 0.4), (0.4, 0.4)), ((-0.4, -0.3), (0.4, -0.3)))

SHAPES = {
    MarkKind.HELD: Shape(),
    MarkKind.PLANNED: Shape(filled=False),
    MarkKind.MISSING: Shape(filled=False, dashed=True, strokes=_CROSS),
    MarkKind.EXTRA: Shape(_polygon(4, radius=1.2)),
    MarkKind.FOLLOW_UP: Shape(_polygon(4, first=1 / 8, radius=1.25)),
    MarkKind.REPORT: Shape(_PAPER, filled=False, strokes=_LINES),
    MarkKind.COMMISSION: Shape(_polygon(3, radius=1.2)),
    MarkKind.REVIEW: Shape(_polygon(3, first=1 / 2, radius=1.15), filled=False),
    MarkKind.MATERIAL: Shape(_polygon(4, first=1 / 8, radius=1.2), filled=False),
    MarkKind.ACTIVITY: Shape(_polygon(5, radius=1.15)),
}


def kind_name(kind: MarkKind) -> str:
    """Return what a kind of mark is called in the legend."""
    names = {
        MarkKind.HELD: tr("Hållet möte"),
        MarkKind.PLANNED: tr("Planerat möte"),
        MarkKind.MISSING: tr("Möte som saknas"),
        MarkKind.EXTRA: tr("Extra möte"),
        MarkKind.FOLLOW_UP: tr("Uppföljning"),
        MarkKind.REPORT: tr("Rapport"),
        MarkKind.COMMISSION: tr("Uppdrag redovisas"),
        MarkKind.REVIEW: tr("Översyn"),
        MarkKind.MATERIAL: tr("Ska vara klart"),
        MarkKind.ACTIVITY: tr("Gemensam aktivitet"),
    }
    return names[kind]
