"""The row that one was led to is seen, however high the rows around it turn out to be."""

import pytest
from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QAbstractSlider, QScrollArea, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from samverkan_desktop.ui.theme import Theme
from samverkan_desktop.ui.widgets.filter_table import FilterTable
from samverkan_desktop.ui.widgets.parts import scrolling
from samverkan_desktop.ui.widgets.table_model import Column

LONG = "Utbildningschef för gymnasiet och vuxenutbildningen tillsammans med enhetschefen"
ROWS = [f"{LONG} {number}" for number in range(40)]


@pytest.fixture
def table(theme: Theme, qtbot: QtBot) -> FilterTable[str]:
    made = FilterTable(
        (Column[str]("Funktion", lambda row: row),), name="rader", key=lambda row: row, empty="Inga."
    )
    qtbot.addWidget(made)
    made.resize(300, 400)
    return made


def is_seen(table: FilterTable[str]) -> bool:
    rect = table.view.visualRect(table.view.currentIndex())
    return table.view.viewport().rect().contains(rect)


def test_the_last_row_is_seen_when_the_rows_have_their_heights(table: FilterTable[str], qtbot: QtBot):
    table.show()
    table.show_rows(ROWS)
    assert table.select(ROWS[-1])
    qtbot.waitUntil(lambda: table.view.rowHeight(39) > table.view.verticalHeader().minimumSectionSize())
    qtbot.waitUntil(lambda: is_seen(table))


def test_whoever_scrolls_away_is_left_there(table: FilterTable[str], qtbot: QtBot):
    table.show()
    table.show_rows(ROWS)
    table.select(ROWS[-1])
    qtbot.waitUntil(lambda: is_seen(table))
    table.view.verticalScrollBar().triggerAction(QAbstractSlider.SliderAction.SliderToMinimum)
    table.resize(280, 380)
    qtbot.wait(50)
    assert table.view.verticalScrollBar().value() == 0


def test_a_row_that_is_not_there_is_not_sought(table: FilterTable[str], qtbot: QtBot):
    table.show()
    table.show_rows(ROWS)
    assert not table.select("ingen")
    qtbot.wait(50)
    assert table.view.verticalScrollBar().value() == 0


def test_what_the_table_lies_in_scrolls_too(table: FilterTable[str], qtbot: QtBot):
    inside = QWidget()
    column = QVBoxLayout(inside)
    table.setFixedHeight(600)
    column.addWidget(table)
    around: QScrollArea = scrolling(inside)
    around.resize(320, 300)
    around.show()
    table.show_rows(ROWS)
    table.select(ROWS[-1])

    def seen() -> bool:
        middle = table.view.visualRect(table.view.currentIndex()).center()
        place = table.view.viewport().mapTo(around.viewport(), QPoint(middle))
        return is_seen(table) and around.viewport().rect().contains(place)

    qtbot.waitUntil(seen)
    table.setParent(None)  # it is closed by itself
    around.deleteLater()
