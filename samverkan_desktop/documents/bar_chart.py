"""Bars that lie under one another, drawn so that they are read in grey print and by the colour-blind.

What a part of a bar means is seen by how it is filled, never by its colour alone, and each bar has its number
in figures after it. The same drawing is shown by every format (EN 301 549, 9.1.4.1).
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import Enum, auto

from reportlab.graphics.shapes import Drawing, Line, Rect

from samverkan_desktop.documents import pdf_style as style
from samverkan_desktop.documents.drawn_text import SIZE, broken, string, width_of
from samverkan_desktop.i18n import tr

_LABEL_ROOM = 184.0
_BAR_ROOM = 170.0
_AFTER = 6.0
_THICK = 9.0
_ROW, _LINE = 15.0, 9.5
_LEGEND_ROW = 15.0
_SWATCH = 16.0
#: A third of a page: a chart with more bars is drawn in several pieces.
_HIGHEST = 225.0
#: What is counted is seen one by one where each has at least the lesser room; none has more than the greater.
_LEAST_UNIT, _MOST_UNIT = 5.0, 26.0
_HATCH = 3.2


class Fill(Enum):
    """How a part of a bar is filled."""

    FULL = auto()
    HATCHED = auto()
    CROSSED = auto()
    OPEN = auto()
    DASHED = auto()


@dataclass(frozen=True)
class Bar:
    """One bar.

    Args:
        label: what it is of.
        parts: how many of each kind, from the left.
        said: its numbers in words, which stand after it: ``5 av 6``; empty for a heading over others.
    """

    label: str
    parts: tuple[tuple[Fill, int], ...] = ()
    said: str = ""


@dataclass(frozen=True)
class Chart:
    """A drawing, and what it shows in words for whoever does not see it."""

    drawing: Drawing
    alternative: str


def bar_charts(title: str, bars: Sequence[Bar], legend: Sequence[tuple[Fill, str]] = ()) -> tuple[Chart, ...]:
    """Return the bars as a chart, or as several where there are more of them than a third of a page holds.

    Args:
        title: what they show, for whoever does not see it.
        bars: the bars, in order; no chart is drawn of none.
        legend: what each fill means; only those that occur are explained, under the last of the charts.
    """
    pieces = list(_pieces(bars))
    unit = min(_MOST_UNIT, _BAR_ROOM / max([sum(n for _, n in bar.parts) for bar in bars] + [1]))
    used = {fill for bar in bars for fill, number in bar.parts if number}
    rows = _legend_rows([line for line in legend if line[0] in used])
    return tuple(
        Chart(_drawing(piece, unit, rows if piece is pieces[-1] else []), _in_words(title, piece))
        for piece in pieces
    )


def _in_words(title: str, bars: Sequence[Bar]) -> str:
    """Return what the bars show: ``Stapeldiagram, närvaro per funktion. Kvalitetschef: 5 av 6.``."""
    told = [tr("Stapeldiagram, {title}.", title=title)]
    told += [f"{bar.label}: {bar.said}." if bar.said else f"{bar.label}." for bar in bars]
    return " ".join(told)


def _pieces(bars: Sequence[Bar]) -> Iterator[list[Bar]]:
    """Yield the bars of each drawing; a heading is never the last of them, and is told again in the next."""
    piece: list[Bar] = []
    heading, height = None, 0.0
    for number, bar in enumerate(bars):
        after = bars[number + 1 : number + 2] if not bar.said else []
        if piece and height + sum(map(_height, [bar, *after])) > _HIGHEST:
            yield piece
            piece = [heading] if heading and bar.said else []
            height = sum(map(_height, piece))
        heading = bar if not bar.said else heading
        piece.append(bar)
        height += _height(bar)
    if piece:
        yield piece


def _lines(bar: Bar) -> list[str]:
    if not bar.said:
        return broken(bar.label, _LABEL_ROOM + _BAR_ROOM, 1, style.BOLD)
    return broken(bar.label, _LABEL_ROOM - _AFTER, 2)


def _height(bar: Bar) -> float:
    return _ROW + (len(_lines(bar)) - 1) * _LINE


def _drawing(bars: Sequence[Bar], unit: float, legend: Sequence[Sequence[tuple[Fill, str]]]) -> Drawing:
    foot = len(legend) * _LEGEND_ROW + (4 if legend else 0)
    drawing = Drawing(style.MEASURE, foot + sum(map(_height, bars)))
    top = drawing.height
    for bar in bars:
        height = _height(bar)
        _draw_bar(drawing, bar, top - height / 2, unit)
        if bar.said:
            drawing.add(
                Line(_LABEL_ROOM, top - height, _LABEL_ROOM, top, strokeColor=style.MUTED, strokeWidth=0.6)
            )
        top -= height
    for number, row in enumerate(legend, 1):
        _draw_legend(drawing, row, foot - 4 - number * _LEGEND_ROW + 3)
    return drawing


def _draw_bar(drawing: Drawing, bar: Bar, middle: float, unit: float) -> None:
    lines = _lines(bar)
    font = style.REGULAR if bar.said else style.BOLD
    line = middle + (len(lines) - 1) * _LINE / 2 - SIZE * 0.35
    for words in lines:
        drawing.add(string(0, line, words, font=font))
        line -= _LINE
    x = _LABEL_ROOM + 1
    for fill, number in bar.parts:
        apart = unit >= _LEAST_UNIT
        width = unit if apart else unit * number
        for _ in range(number if apart else min(number, 1)):
            _draw_box(drawing, fill, x, middle - _THICK / 2, width - 1.4 if apart else width)
            x += width
    room = style.MEASURE - x - _AFTER
    drawing.add(string(x + _AFTER, middle - SIZE * 0.35, broken(bar.said, room, 1)[0]))


def _draw_box(drawing: Drawing, fill: Fill, x: float, y: float, width: float) -> None:
    width = max(width, 0.8)
    drawing.add(
        Rect(
            x, y, width, _THICK,
            fillColor=style.ACCENT if fill is Fill.FULL else style.PAPER,
            strokeColor=style.MUTED if fill is Fill.DASHED else style.ACCENT,
            strokeWidth=0.8,
            strokeDashArray=[1.8, 1.4] if fill is Fill.DASHED else None,
        )
    )  # fmt: skip
    if fill in (Fill.HATCHED, Fill.CROSSED):
        for start in _starts(width):
            _draw_stroke(drawing, x, y, width, start, falling=False)
            if fill is Fill.CROSSED:
                _draw_stroke(drawing, x, y, width, start, falling=True)


def _starts(width: float) -> Iterator[float]:
    """Yield where the strokes across a box would meet the line of its foot, the first to the left of it."""
    start = _HATCH - _THICK
    while start < width:
        yield start
        start += _HATCH


def _draw_stroke(drawing: Drawing, x: float, y: float, width: float, start: float, *, falling: bool) -> None:
    """Draw a stroke at 45 degrees, as much of it as lies in the box."""
    left, right = max(start, 0.0), min(start + _THICK, width)
    low, high = left - start, right - start
    if falling:
        low, high = _THICK - low, _THICK - high
    ends = (x + left, y + low, x + right, y + high)
    drawing.add(Line(*ends, strokeColor=style.ACCENT, strokeWidth=0.8))


def _legend_rows(legend: Sequence[tuple[Fill, str]]) -> list[list[tuple[Fill, str]]]:
    rows: list[list[tuple[Fill, str]]] = []
    used = style.MEASURE
    for line in legend:
        if used + _legend_width(line[1]) > style.MEASURE:
            rows.append([])
            used = 0
        rows[-1].append(line)
        used += _legend_width(line[1])
    return rows


def _legend_width(meaning: str) -> float:
    return _SWATCH + 5 + width_of(meaning) + 16


def _draw_legend(drawing: Drawing, row: Sequence[tuple[Fill, str]], y: float) -> None:
    x = 1.0
    for fill, meaning in row:
        _draw_box(drawing, fill, x, y - 1.5, _SWATCH)
        drawing.add(string(x + _SWATCH + 5, y, meaning, style.MUTED))
        x += _legend_width(meaning)
