from collections.abc import Sequence
from dataclasses import replace

import pytest
from reportlab.graphics.shapes import Drawing, Line, Rect, String
from reportlab.pdfbase.pdfmetrics import stringWidth

from samverkan_desktop.documents import pdf_style as style
from samverkan_desktop.documents.attendance_chart import attendance_charts
from samverkan_desktop.documents.bar_chart import Bar, Fill, bar_charts
from samverkan_desktop.documents.commissions_chart import commissions_charts
from samverkan_desktop.documents.deviations_chart import deviations_charts
from samverkan_desktop.documents.indicator_chart import indicator_chart
from samverkan_desktop.documents.meetings_chart import meetings_charts
from tests.documents import follow_up_contents as contents
from tests.documents.plan_contents import indicator

LONG = "Verksamhetsutvecklare för individ- och familjeomsorgens mottagningsenhet och familjecentraler " * 3
LEGEND = ((Fill.FULL, "hållet"), (Fill.OPEN, "inte hållet"))


@pytest.fixture(autouse=True)
def fonts() -> None:
    style.register_fonts()


def drawn(*bars: Bar) -> Drawing:
    (chart,) = bar_charts("prov", bars, LEGEND)
    return chart.drawing


def boxes(drawing: Drawing) -> list[Rect]:
    return [part for part in drawing.contents if isinstance(part, Rect)]


def texts(drawing: Drawing) -> Sequence[str]:
    return [part.text for part in drawing.contents if isinstance(part, String)]


def look(fill: Fill) -> tuple[object, ...]:
    """Return what of a fill is seen without colours: how dark, how edged, how many strokes cross it."""
    drawing = drawn(Bar("A", ((fill, 1),), "1"))
    box = boxes(drawing)[0]
    dark = box.fillColor == style.ACCENT
    slopes = {
        (line.y2 > line.y1)
        for line in drawing.contents
        if isinstance(line, Line) and line.x1 != line.x2 and line.y1 != line.y2
    }
    return dark, bool(box.strokeDashArray), frozenset(slopes)


def test_each_fill_is_told_from_the_others_without_its_colour():
    assert len({look(fill) for fill in Fill}) == len(Fill)


def test_what_is_counted_is_seen_one_by_one_where_there_is_room():
    assert len(boxes(drawn(Bar("A", ((Fill.CROSSED, 6),), "6")))) == 6
    assert len(boxes(drawn(Bar("A", ((Fill.CROSSED, 600),), "600")))) == 1


def test_bars_of_one_chart_have_one_scale():
    drawing = drawn(Bar("A", ((Fill.CROSSED, 300),), "300"), Bar("B", ((Fill.CROSSED, 100),), "100"))
    long, short = boxes(drawing)
    assert long.width == pytest.approx(3 * short.width)


def test_only_what_occurs_is_explained():
    assert texts(drawn(Bar("A", ((Fill.FULL, 2), (Fill.OPEN, 0)), "2"))) == ["A", "2", "hållet"]


def test_long_labels_and_numbers_stay_within_the_drawing():
    drawing = drawn(Bar(LONG, ((Fill.FULL, 4),), LONG), Bar("O" * 10_000, ((Fill.FULL, 4),), "4"))
    for part in drawing.contents:
        if isinstance(part, String):
            assert part.x >= 0
            assert part.x + stringWidth(part.text, part.fontName, part.fontSize) <= drawing.width
            assert 0 <= part.y <= drawing.height
    assert sum(words.endswith("…") for words in texts(drawing)) == 3


def test_hatching_stays_within_its_box():
    drawing = drawn(Bar("A", ((Fill.CROSSED, 1),), "1"))
    box = boxes(drawing)[0]
    strokes = [part for part in drawing.contents if isinstance(part, Line) and part.x1 != part.x2]
    assert strokes
    for stroke in strokes:
        assert box.x - 0.01 <= min(stroke.x1, stroke.x2)
        assert max(stroke.x1, stroke.x2) <= box.x + box.width + 0.01
        assert box.y - 0.01 <= min(stroke.y1, stroke.y2)
        assert max(stroke.y1, stroke.y2) <= box.y + box.height + 0.01


def test_many_bars_are_several_charts_none_higher_than_a_third_of_a_page():
    bars = [Bar("Bildningsförvaltningen"), *(Bar(f"F{n}", ((Fill.FULL, 1),), "1") for n in range(40))]
    charts = bar_charts("prov", bars, LEGEND)
    assert len(charts) == 3
    assert all(chart.drawing.height < style.PAGE_HEIGHT / 3 for chart in charts)
    assert all("Bildningsförvaltningen." in chart.alternative for chart in charts)
    assert ["hållet" in texts(chart.drawing) for chart in charts] == [False, False, True]
    assert sum(f"F{n}:" in chart.alternative for chart in charts for n in range(40)) == 40


def test_no_heading_is_the_last_of_its_chart():
    for above in range(10, 20):
        bars = [
            *(Bar(f"F{n}", ((Fill.FULL, 1),), "1") for n in range(above)),
            Bar("Socialförvaltningen"),
            Bar("G", ((Fill.FULL, 1),), "1"),
        ]
        assert all(not chart.alternative.endswith("förvaltningen.") for chart in bar_charts("prov", bars))


def test_nothing_is_drawn_of_a_year_of_which_nothing_is_known():
    year = contents.empty_year()
    assert meetings_charts(year) == ()
    assert attendance_charts(year.groups[0]) == ()
    assert commissions_charts(year) == ()
    assert deviations_charts(year) == ()
    assert indicator_chart(indicator(71.0), 300) is None


def test_meetings_not_held_are_seen_beside_those_that_were():
    group = replace(contents.played_year().groups[0], held=4, extra=0)
    (chart,) = meetings_charts(replace(contents.played_year(), groups=(group,)))
    assert chart.alternative.endswith("Styrgruppen: hållna 4 av 6.")
    assert [bool(box.strokeDashArray) for box in boxes(chart.drawing)[:6]] == [False] * 4 + [True] * 2


def test_more_meetings_than_required_and_none_required_are_told():
    group = replace(contents.played_year().groups[0], held=8, extra=0)
    year = replace(contents.played_year(), groups=(group, replace(group, name="Fria", required=None)))
    (chart,) = meetings_charts(year)
    assert "Styrgruppen: hållna 8 av 6. Fria: hållna 8." in chart.alternative
    assert not [box for box in boxes(chart.drawing) if box.strokeDashArray]


def test_a_function_that_was_never_called_has_no_bar():
    group = contents.played_year().groups[0]
    lines = (replace(group.attendance[0], present=0, possible=0, partly=0), group.attendance[1])
    (chart,) = attendance_charts(replace(group, attendance=lines))
    assert "Utbildningschef förskola: inte kallad." in chart.alternative
    assert "grundsärskola: 5 av 6." in chart.alternative


def test_commissions_stand_from_the_best_outcome_to_the_worst():
    lines = contents.played_year().commissions
    late = replace(lines[0], reported=None, outcome="försenad")
    (chart,) = commissions_charts(replace(contents.played_year(), commissions=(late, *lines)))
    assert chart.alternative.endswith("Pågår: 1. Försenad: 1.")


def test_an_indicators_years_and_target_are_told():
    chart = indicator_chart(indicator(58.0, None, 72.5), 300)
    assert chart is not None
    assert chart.alternative == "Linje: 2016/2017 58; 2018/2019 72,5; mål 80"
