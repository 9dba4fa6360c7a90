"""A small line through a few years' values, drawn so that it is read in grey print."""

from collections.abc import Sequence

from reportlab.graphics.shapes import Circle, Drawing, Line, PolyLine

from samverkan_desktop.documents import pdf_style as style
from samverkan_desktop.documents.drawn_text import SIZE, string
from samverkan_desktop.documents.follow_up_plans import Point
from samverkan_desktop.documents.line_layout import LineScale, runs

_HEIGHT = 92.0
#: From the foot to the lowest point, and from the highest point to the top: room for years and values.
_BELOW, _ABOVE = 24.0, 18.0
_YEAR_LINE = 4.0
_RADIUS = 2.8
#: So far above its mark a value's number reaches; it stands below where the target would cross it.
_LABEL_ROOM = 16.0
_MOST_STEP = 78.0
#: More years than this are too many to name under one line.
MOST_YEARS = 7


def line_chart(
    points: Sequence[Point], width: float, target: float | None = None, target_label: str = ""
) -> Drawing:
    """Return the chart: a mark for each value with its number, the years below, the target dashed.

    Where a year was not measured the line has a gap, and a dash stands under it.

    Args:
        points: the years, oldest first; the last `MOST_YEARS` of them are drawn.
        width: how wide it may be; few years take less.
        target: the value aimed at; None for none.
        target_label: the target as it is written.
    """
    shown = list(points)[-MOST_YEARS:]
    room = width - 70 if target is not None else width - 30
    step = min(_MOST_STEP, room / max(len(shown), 1))
    places = [step * (number + 0.5) for number in range(len(shown))]
    right = step * len(shown)
    drawing = Drawing(width, _HEIGHT)
    drawing.add(Line(0, _BELOW - 8, right, _BELOW - 8, strokeColor=style.RULE, strokeWidth=0.6))
    values = [point.value for point in shown]
    scale = LineScale(values, target)
    if target is not None:
        _draw_target(drawing, _height(scale, target), right, target_label)
    for run in runs(values):
        line = [part for number in run for part in (places[number], _height(scale, values[number] or 0.0))]
        if len(run) > 1:
            drawing.add(PolyLine(line, strokeColor=style.ACCENT, strokeWidth=1.6))
    for place, point in zip(places, shown, strict=True):
        _draw_point(drawing, place, point, scale, target)
    return drawing


def _height(scale: LineScale, value: float) -> float:
    return _BELOW + scale.share(value) * (_HEIGHT - _BELOW - _ABOVE)


def _draw_target(drawing: Drawing, height: float, right: float, label: str) -> None:
    dashed = {"strokeColor": style.MUTED, "strokeWidth": 0.9, "strokeDashArray": [3, 2.4]}
    drawing.add(Line(0, height, right, height, **dashed))
    drawing.add(string(right + 5, height - 2.6, label, style.MUTED, "start"))


def _draw_point(drawing: Drawing, place: float, point: Point, scale: LineScale, target: float | None) -> None:
    drawing.add(string(place, _YEAR_LINE, point.year, style.MUTED, "middle"))
    if point.value is None:
        drawing.add(string(place, _BELOW - 4, "–", style.MUTED, "middle"))
        return
    height = _height(scale, point.value)
    mark = {"fillColor": style.ACCENT, "strokeColor": style.PAPER, "strokeWidth": 1}
    drawing.add(Circle(place, height, _RADIUS, **mark))
    crossed = target is not None and height < _height(scale, target) < height + _LABEL_ROOM
    label = height - SIZE - 5 if crossed else height + 6
    drawing.add(string(place, label, point.label, style.INK, "middle"))
