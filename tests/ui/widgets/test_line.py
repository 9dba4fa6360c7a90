"""The line through the years' values: in a cell, and large enough to be read."""

from dataclasses import dataclass

import pytest
from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QImage, QPainter
from pytestqt.qtbot import QtBot

from samverkan_desktop.ui import theme as themes
from samverkan_desktop.ui.colours import Look
from samverkan_desktop.ui.theme import Theme
from samverkan_desktop.ui.widgets.filter_table import FilterTable
from samverkan_desktop.ui.widgets.line_chart import LineChart, fitting
from samverkan_desktop.ui.widgets.sparkline import Line, Series
from samverkan_desktop.ui.widgets.table_model import Column

MEASURED = Series((("2018", 71.5), ("2019", 73.0), ("2020", None), ("2021", 78.0)), 80.0, "%")
LOOKS = (Look.LIGHT, Look.DARK, Look.HIGH_CONTRAST)


@dataclass(frozen=True)
class Row:
    name: str
    series: Series


def painted(series: Series, theme: Theme) -> QImage:
    """Return a picture of a line, 40 pixels to a year and 40 high."""
    image = QImage(160, 60, QImage.Format.Format_RGB32)
    image.fill(QColor(theme.colours.surface))
    painter = QPainter(image)
    places = tuple(20.0 + 40 * number for number in range(len(series.points)))
    Line(series, QRectF(20, 10, 120, 40), places).paint(painter, 150)
    painter.end()
    return image


def inked(image: QImage, left: int, right: int, ink: str) -> list[int]:
    """Return the rows between two columns in which a colour is found."""
    wanted = QColor(ink)
    return sorted(
        {y for y in range(image.height()) for x in range(left, right) if image.pixelColor(x, y) == wanted}
    )


def test_the_series_is_told_in_words():
    words = "2018: 71,5 %; 2019: 73 %; 2020: inget värde; 2021: 78 %; mål: 80 %"
    assert MEASURED.words().replace("\u00a0", " ") == words
    assert Series((("2018", 71.5), ("2019", 73.0))).words() == "2018: 71,5; 2019: 73"


def test_a_long_unit_is_told_once():
    series = Series((("2018", 71.5), ("2019", 73.0)), None, "poäng av hundra")
    assert series.words() == "2018: 71,5; 2019: 73 (poäng av hundra)"


@pytest.mark.parametrize("look", LOOKS)
def test_the_line_is_drawn_in_the_colours_of_every_look(theme: Theme, look: Look):
    theme.wear(look)
    image = painted(Series((("2018", 1.0), ("2019", 2.0))), theme)
    assert inked(image, 18, 63, themes.current().colours.accent)


def test_the_line_has_a_gap_where_a_year_has_no_value(theme: Theme):
    theme.wear(Look.LIGHT)
    image = painted(Series(MEASURED.points), theme)
    assert inked(image, 18, 62, theme.colours.accent)
    assert not inked(image, 64, 136, theme.colours.accent)
    assert inked(image, 137, 144, theme.colours.accent)


def test_the_target_is_dashed_and_so_told_apart_without_colour(theme: Theme):
    theme.wear(Look.HIGH_CONTRAST)
    image = painted(Series((("2018", 1.0), ("2019", 1.0)), 2.0), theme)
    ground = QColor(theme.colours.surface)
    row = [image.pixelColor(x, 10) != ground for x in range(20, 150)]
    assert any(row)
    assert not all(row)


def test_a_cell_draws_its_series_and_tells_it_in_words(theme: Theme, qtbot: QtBot):
    columns = (
        Column[Row]("Namn", lambda row: row.name),
        Column[Row]("Linje", lambda _row: "", width=160, series=lambda row: row.series),
    )
    table = FilterTable(columns, name="linjer", key=lambda row: row.name, empty="Inga.")
    qtbot.addWidget(table)
    table.resize(500, 300)
    table.show_rows([Row("Frånvaro", MEASURED), Row("Utan", Series())])
    table.show()
    index = table.view.model().index(0, 1)
    assert index.data(Qt.ItemDataRole.AccessibleTextRole) == MEASURED.words()
    assert index.data(Qt.ItemDataRole.ToolTipRole) == MEASURED.words()
    accent = QColor(theme.colours.accent)

    def drawn(row: int) -> bool:
        area = table.view.visualRect(table.view.model().index(row, 1))
        image = table.view.viewport().grab(area).toImage()
        return any(
            image.pixelColor(x, y) == accent for x in range(image.width()) for y in range(image.height())
        )

    assert drawn(0)
    assert not drawn(1)


@pytest.fixture
def chart(theme: Theme, qtbot: QtBot) -> LineChart:
    made = LineChart()
    qtbot.addWidget(made)
    made.resize(320, made.height())
    made.show_series(MEASURED)
    made.show()
    return made


def test_the_chart_tells_its_series_and_writes_the_target(chart: LineChart):
    assert chart.accessibleName() == "Värden över åren"
    assert chart.accessibleDescription() == MEASURED.words()
    assert chart.target_text() == "mål 80"


def test_a_higher_value_stands_higher_and_all_within_the_chart(chart: LineChart):
    points = chart.line().points()
    assert points[2] is None
    heights = [point.y() for point in points if point is not None]
    assert heights == sorted(heights, reverse=True)
    assert all(0 < height < chart.height() for height in heights)
    assert all(0 < place < chart.width() for place in chart.line().places)


@pytest.mark.parametrize("years", [1, 2, 10, 40])
def test_many_years_and_few_stand_within_the_chart(chart: LineChart, years: int):
    chart.show_series(Series(tuple((f"{2000 + n}/{2001 + n}", 120000.25 + n) for n in range(years)), 1.5))
    places = chart.line().places
    assert len(places) == years
    metrics = QFontMetricsF(themes.font(themes.SMALL))
    assert places[-1] + metrics.horizontalAdvance("2040/2041") / 2 <= chart.width() + 0.01
    assert not chart.grab().isNull()


def test_a_series_without_values_is_not_drawn(chart: LineChart):
    chart.show_series(Series((("2018", None),)))
    assert not chart.isVisible()
    chart.show_series(Series())
    assert not chart.grab().isNull()


def test_texts_that_would_cover_one_another_are_left_out_and_the_last_kept(theme: Theme):
    metrics = QFontMetricsF(themes.font(themes.SMALL))
    assert fitting(["2018", "2019", "2020"], (0, 10, 20), metrics) == {2}
    assert fitting(["2018", "2019", "2020"], (0, 100, 200), metrics) == {0, 1, 2}
    assert fitting(["2018", "", "2020"], (0, 100, 200), metrics) == {0, 2}
