"""A table makes room for what it says: a second line, columns that give way, a panel beneath."""

from dataclasses import dataclass, replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from samverkan_desktop.ui.theme import Theme
from samverkan_desktop.ui.widgets.filter_table import FilterTable
from samverkan_desktop.ui.widgets.side_panel import Beside, SidePanel
from samverkan_desktop.ui.widgets.table_model import Column


@dataclass(frozen=True)
class Row:
    number: str
    text: str
    note: str = ""


SHORT = Row("1", "Kort")
LONG = Row("2", "Förvaltningarna tar gemensamt fram ett förslag till arbetssätt som prövas i ett år. " * 2)


@pytest.fixture
def table(theme: Theme, qtbot: QtBot) -> FilterTable[Row]:
    made = FilterTable(
        (
            Column[Row]("Nr", lambda row: row.number, width=60),
            Column[Row]("Text", lambda row: row.text),
            Column[Row]("Not", lambda row: row.note, width=160, optional=True),
        ),
        name="rader",
        key=lambda row: row.number,
        empty="Inga rader.",
    )
    qtbot.addWidget(made)
    made.resize(600, 400)
    made.show_rows((SHORT, LONG))
    made.show()
    QApplication.processEvents()
    return made


def heights(table: FilterTable[Row]) -> list[int]:
    QApplication.processEvents()
    return [table.view.rowHeight(row) for row in range(table.view.model().rowCount())]


def test_a_row_whose_text_would_be_cut_takes_a_second_line(table: FilterTable[Row]):
    short, long = heights(table)
    assert (short, long) == (36, 56)


def test_of_ten_thousand_rows_those_that_are_seen_are_measured(table: FilterTable[Row]):
    table.show_rows([replace(LONG, number=str(number)) for number in range(10_000)])
    high = heights(table)
    assert high[0] == 56
    assert high.count(56) < 20
    table.view.scrollToBottom()
    assert heights(table)[-1] == 56


def test_a_row_is_low_again_where_there_is_room(table: FilterTable[Row]):
    table.resize(2400, 400)
    assert heights(table) == [36, 36]


def test_rows_keep_their_heights_when_they_are_sorted(table: FilterTable[Row]):
    table.view.sortByColumn(0, Qt.SortOrder.DescendingOrder)
    assert heights(table) == [56, 36]


def test_an_optional_column_is_shown_only_where_a_row_says_something(table: FilterTable[Row]):
    assert table.view.isColumnHidden(2)
    table.show_rows((SHORT, Row("3", "Kort", "ersätter 2")))
    assert not table.view.isColumnHidden(2)


def test_a_spare_column_gives_way_where_it_is_narrow_and_comes_back(table: FilterTable[Row]):
    table.show_rows((Row("3", "Kort", "ersätter 2"),))
    table.give_way((2,), now=False)
    assert not table.view.isColumnHidden(2)
    table.resize(320, 400)
    assert table.view.isColumnHidden(2)
    table.resize(600, 400)
    assert not table.view.isColumnHidden(2)


def test_a_panel_stands_under_its_table_where_it_is_narrow(table: FilterTable[Row], qtbot: QtBot):
    beside = Beside(table, SidePanel("Raden"), lambda _row: None)
    qtbot.addWidget(beside)
    beside.resize(1100, 500)
    beside.show()
    assert beside.orientation() is Qt.Orientation.Horizontal
    beside.resize(560, 500)
    assert beside.orientation() is Qt.Orientation.Vertical
