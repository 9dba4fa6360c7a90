from collections.abc import Sequence
from typing import TypeVar

from reportlab.graphics.shapes import Circle, Drawing, Line, PolyLine, String

from samverkan_desktop.documents.line_chart import MOST_YEARS, line_chart
from tests.documents.plan_contents import indicator

WIDTH = 360.0
T = TypeVar("T")


def chart(*values: float | None, target: float | None = None) -> Drawing:
    label = "" if target is None else f"mål {target:g}"
    return line_chart(indicator(*values).points, WIDTH, target, label)


def parts(drawing: Drawing, kind: type[T]) -> list[T]:
    return [part for part in drawing.contents if isinstance(part, kind)]


def texts(drawing: Drawing) -> Sequence[str]:
    return [part.text for part in parts(drawing, String)]


def test_each_value_has_a_mark_and_its_number_and_each_year_its_name():
    drawn = chart(58.0, 64.5, 72.5)
    assert len(parts(drawn, Circle)) == 3
    assert texts(drawn) == ["2016/2017", "58", "2017/2018", "64,5", "2018/2019", "72,5"]


def test_a_higher_value_stands_higher():
    heights = [mark.cy for mark in parts(chart(58.0, 72.5, 64.5), Circle)]
    assert heights[0] < heights[2] < heights[1]


def test_a_year_that_was_not_measured_breaks_the_line():
    drawn = chart(58.0, 60.0, None, 72.5, 71.0)
    assert [len(line.points) for line in parts(drawn, PolyLine)] == [4, 4]
    assert "–" in texts(drawn)


def test_the_target_is_a_dashed_line_with_its_value():
    drawn = chart(58.0, 72.5, target=80.0)
    (dashed,) = [line for line in parts(drawn, Line) if line.strokeDashArray]
    assert all(dashed.y1 > mark.cy for mark in parts(drawn, Circle))
    assert "mål 80" in texts(drawn)


def test_a_number_is_not_crossed_by_the_target():
    drawn = chart(40.0, 79.0, target=80.0)
    mark = parts(drawn, Circle)[-1]
    (number,) = [part for part in parts(drawn, String) if part.text == "79"]
    assert number.y < mark.cy


def test_equal_values_stand_in_the_middle():
    low, high = (mark.cy for mark in parts(chart(50.0, 50.0), Circle))
    assert low == high
    assert 30 < low < 70


def test_of_many_years_the_latest_are_drawn_within_the_width():
    drawn = chart(*range(20), target=80.0)
    marks = parts(drawn, Circle)
    assert len(marks) == MOST_YEARS
    assert texts(drawn)[-1] == "19"
    assert marks[-1].cx < WIDTH - 60
