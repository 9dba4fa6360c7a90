"""The year wheel drawn for paper: ring of months, marks, labels at its sides, and a legend."""

from datetime import date

from reportlab.graphics.shapes import Circle, Drawing, Group, Line, Polygon, PolyLine
from reportlab.lib.colors import Color

from samverkan_desktop.documents import pdf_style as style
from samverkan_desktop.documents.drawn_text import broken, string, width_of
from samverkan_desktop.documents.year_wheel import Mark, MarkKind, YearWheel
from samverkan_desktop.documents.year_wheel_layout import (
    MARK_RADIUS,
    PlacedMark,
    PlacedMonth,
    WheelLayout,
    layout,
    month_outline,
)
from samverkan_desktop.documents.year_wheel_shapes import SHAPES, kind_name
from samverkan_desktop.i18n import month_name, tr

_ROW = 10.5
_LABEL_ROOM = 122.0
_LARGEST_RADIUS = 96.0
_DAY_ROOM = 32.0
_SYMBOL_ROOM = 11.0
_MOST_ROWS = 2
_LEGEND_ROW = 15.0
_HIGHEST = 560.0


def drawing(wheel: YearWheel, width: float = style.MEASURE) -> Drawing:
    """Return the wheel as a drawing, with labels on both sides and a legend below.

    Args:
        wheel: the year.
        width: how wide it may be, in points.
    """
    radius = min(_LARGEST_RADIUS, (width / 2 - _LABEL_ROOM) / layout(wheel).column)
    rows = _MOST_ROWS
    placed = layout(wheel, lambda mark: len(_lines(mark, rows)), _ROW / radius)
    if placed.half_height * radius * 2 > _HIGHEST:
        rows = 1
        placed = layout(wheel, row_height=_ROW / radius)
    legend = _legend(wheel, width)
    foot = _LEGEND_ROW * len(legend) + 12
    height = 2 * placed.half_height * radius + foot + 8
    picture = Drawing(width, height)
    middle = Group(transform=(1, 0, 0, 1, width / 2, foot + placed.half_height * radius))
    _draw_ring(middle, wheel, placed, radius)
    for mark in placed.marks:
        _draw_mark(middle, mark, radius, rows)
    picture.add(middle)
    for row, kinds in enumerate(legend):
        _draw_legend(picture, wheel, kinds, (len(legend) - 1 - row) * _LEGEND_ROW + 4)
    return _fitted(picture, width)


def in_words(wheel: YearWheel) -> str:
    """Return what the wheel shows, day by day: ``4 sep: Möte 1 (hållet möte)``."""
    days = [f"{_short(mark.day)}: {mark.label} ({kind_name(mark.kind).lower()})" for mark in wheel.marks]
    return " ".join([tr("Årshjul {year}.", year=wheel.label), *(f"{day}." for day in days)])


def _fitted(picture: Drawing, width: float) -> Drawing:
    """Return the drawing, made smaller where it is higher than a page."""
    if picture.height <= _HIGHEST:
        return picture
    scale = _HIGHEST / picture.height
    picture.scale(scale, scale)
    picture.translate(width * (1 - scale) / 2 / scale, 0)
    picture.height = _HIGHEST
    return picture


def _lines(mark: Mark, rows: int) -> list[str]:
    """Return a label in at most so many rows, with a mark of omission where it needs more."""
    return broken(mark.label, _LABEL_ROOM - _DAY_ROOM - _SYMBOL_ROOM - 6, rows)


def _draw_ring(group: Group, wheel: YearWheel, placed: WheelLayout, radius: float) -> None:
    for index, month in enumerate(placed.months):
        group.add(_month(month, radius, style.TINT if index % 2 else style.RULE_LIGHT))
        x, y = month.middle
        group.add(string(x * radius, y * radius - 2.8, month.name, style.INK, "middle"))
    for orbit in placed.orbits:
        group.add(Circle(0, 0, orbit * radius, fillColor=None, strokeColor=style.RULE_LIGHT, strokeWidth=0.5))
    group.add(string(0, -5, wheel.label, style.ACCENT, "middle", style.BOLD, 15))
    if placed.pointer is not None:
        (x1, y1), (x2, y2) = ((x * radius, y * radius) for x, y in placed.pointer)
        group.add(Line(x1, y1, x2, y2, strokeColor=style.INK, strokeWidth=1.2))
        group.add(Circle(x1, y1, 1.8, fillColor=style.INK, strokeColor=None))


def _month(month: PlacedMonth, radius: float, fill: Color) -> Polygon:
    """Return the piece of the ring that is one month."""
    corners = [number * radius for point in month_outline(month) for number in point]
    return Polygon(corners, fillColor=fill, strokeColor=style.PAPER, strokeWidth=1.2)


def _draw_mark(group: Group, placed: PlacedMark, radius: float, rows: int) -> None:
    if placed.leader:
        points = [number * radius for point in placed.leader for number in point]
        group.add(PolyLine(points, strokeColor=style.RULE, strokeWidth=0.6))
    size = MARK_RADIUS * radius * 0.92
    _draw_shape(group, placed.mark.kind, placed.at[0] * radius, placed.at[1] * radius, size)
    away = 1 if placed.right else -1
    x, y = placed.label_at[0] * radius, placed.label_at[1] * radius
    anchor = "start" if placed.right else "end"
    if placed.first_of_day:
        group.add(string(x, y - 2.8, _short(placed.mark.day), style.MUTED, anchor))
    x += away * (_DAY_ROOM + _SYMBOL_ROOM / 2)
    _draw_shape(group, placed.mark.kind, x, y, 3.2)
    x += away * (_SYMBOL_ROOM / 2 + 2)
    for row, line in enumerate(_lines(placed.mark, rows)):
        group.add(string(x, y - 2.8 - row * _ROW, line, style.INK, anchor))


def _draw_shape(group: Group | Drawing, kind: MarkKind, x: float, y: float, size: float) -> None:
    shape = SHAPES[kind]
    colour = style.ACCENT if kind in (MarkKind.HELD, MarkKind.PLANNED, MarkKind.EXTRA) else style.INK
    look = {
        "fillColor": colour if shape.filled else style.PAPER,
        "strokeColor": colour,
        "strokeWidth": 0.9,
        "strokeDashArray": [1.4, 1.2] if shape.dashed else None,
    }
    if shape.corners:
        points = [number for cx, cy in shape.corners for number in (x + cx * size, y + cy * size)]
        group.add(Polygon(points, **look))
    else:
        group.add(Circle(x, y, size, **look))
    for (x1, y1), (x2, y2) in shape.strokes:
        ends = (x + x1 * size, y + y1 * size, x + x2 * size, y + y2 * size)
        group.add(Line(*ends, strokeColor=colour, strokeWidth=0.9))


def _legend(wheel: YearWheel, width: float) -> list[list[MarkKind | None]]:
    """Return the kinds that occur, and None for today, in rows that fit the width."""
    rows: list[list[MarkKind | None]] = []
    used = width + 1
    present = {mark.kind for mark in wheel.marks}
    pointed = [] if layout(wheel).pointer is None else [None]
    for kind in (*(kind for kind in MarkKind if kind in present), *pointed):
        step = _legend_width(wheel, kind)
        if used + step > width:
            rows.append([])
            used = 0
        rows[-1].append(kind)
        used += step
    return rows


def _legend_text(wheel: YearWheel, kind: MarkKind | None) -> str:
    if kind is not None:
        return kind_name(kind)
    return tr("I dag, {day}", day=_short(wheel.today)) if wheel.today else ""


def _legend_width(wheel: YearWheel, kind: MarkKind | None) -> float:
    return width_of(_legend_text(wheel, kind)) + 30


def _draw_legend(picture: Drawing, wheel: YearWheel, kinds: list[MarkKind | None], y: float) -> None:
    x = (picture.width - sum(_legend_width(wheel, kind) for kind in kinds) + 18) / 2
    for kind in kinds:
        if kind is None:
            picture.add(Line(x - 4, y + 2.8, x + 4, y + 2.8, strokeColor=style.INK, strokeWidth=1.2))
            picture.add(Circle(x - 4, y + 2.8, 1.8, fillColor=style.INK, strokeColor=None))
        else:
            _draw_shape(picture, kind, x, y + 2.8, 3.2)
        picture.add(string(x + 7, y, _legend_text(wheel, kind), style.MUTED, "start"))
        x += _legend_width(wheel, kind)


def _short(day: date) -> str:
    return f"{day.day} {month_name(day.month)}"
