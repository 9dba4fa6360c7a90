from dataclasses import dataclass, replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QAbstractItemModelTester, QTest
from PySide6.QtWidgets import QApplication, QPushButton
from pytestqt.qtbot import QtBot

from samverkan_desktop.ui.theme import Theme
from samverkan_desktop.ui.widgets.filter_table import FilterTable
from samverkan_desktop.ui.widgets.table_model import ROW_ROLE, Column, TableModel
from tests.ui.hands import press, type_text


@dataclass(frozen=True)
class Row:
    number: int
    heading: str
    state: str = "Pågår"


COLUMNS = (
    Column[Row]("Nr", lambda row: str(row.number), sort=lambda row: row.number, right=True, width=60),
    Column[Row]("Rubrik", lambda row: row.heading, tooltip=lambda row: f"Om {row.heading}"),
)
ROWS = (Row(10, "Övergång"), Row(9, "Ärende", "Klart"), Row(2, "Zebra"), Row(1, "Återkoppling"))


@pytest.fixture
def table(theme: Theme, qtbot: QtBot) -> FilterTable[Row]:
    made = FilterTable(
        COLUMNS,
        name="uppdrag",
        key=lambda row: row.number,
        empty="Inga uppdrag ännu.",
        group=lambda row: row.state,
    )
    qtbot.addWidget(made)
    made.resize(600, 400)
    made.show_rows(ROWS)
    made.show()
    return made


def headings(table: FilterTable[Row]) -> list[str]:
    model = table.view.model()
    return [model.index(row, 1).data() for row in range(model.rowCount())]


def test_the_models_keep_qts_rules_while_rows_come_and_go(table: FilterTable[Row]):
    mode = QAbstractItemModelTester.FailureReportingMode.Fatal
    testers = [QAbstractItemModelTester(model, mode) for model in (table.model, table.view.model())]
    table.show_rows(ROWS[:2])
    table.filter.setText("ä")
    table.show_rows(())
    table.show_rows([replace(row, heading="x") for row in ROWS])
    table.view.sortByColumn(1, Qt.SortOrder.DescendingOrder)
    assert len(testers) == 2


def test_a_cell_answers_with_text_tooltip_and_its_row(theme: Theme):
    model = TableModel(COLUMNS)
    model.show_rows(ROWS)
    cell = model.index(0, 1)
    assert cell.data() == "Övergång"
    assert cell.data(Qt.ItemDataRole.ToolTipRole) == "Om Övergång"
    assert cell.data(ROW_ROLE) is ROWS[0]


def test_rows_that_are_the_same_in_number_keep_the_view_where_it_is(theme: Theme, qtbot: QtBot):
    model = TableModel(COLUMNS)
    model.show_rows(ROWS)
    with qtbot.assertNotEmitted(model.modelReset), qtbot.waitSignal(model.dataChanged):
        model.show_rows([replace(ROWS[0], heading="Ny"), *ROWS[1:]])


def test_text_is_sorted_as_swedish_does(table: FilterTable[Row]):
    table.view.sortByColumn(1, Qt.SortOrder.AscendingOrder)
    assert headings(table) == ["Zebra", "Återkoppling", "Ärende", "Övergång"]


def test_numbers_are_sorted_as_numbers(table: FilterTable[Row]):
    table.view.sortByColumn(0, Qt.SortOrder.AscendingOrder)
    assert headings(table) == ["Återkoppling", "Zebra", "Ärende", "Övergång"]


def test_rows_are_filtered_as_one_types_by_every_word_in_any_column(table: FilterTable[Row]):
    type_text(table.filter, "10 över")
    assert headings(table) == ["Övergång"]


def test_a_filter_that_lets_nothing_through_says_so_and_can_be_cleared(table: FilterTable[Row]):
    type_text(table.filter, "xyz")
    assert not table.view.isVisible()
    press(table, "Rensa filtret")
    assert len(headings(table)) == 4


def test_a_segment_shows_its_own_rows_with_their_number(table: FilterTable[Row]):
    press(table, "Klart 1")
    assert headings(table) == ["Ärende"]
    press(table, "Alla 4")
    assert len(headings(table)) == 4


def test_a_segment_that_has_emptied_gives_way_to_all(table: FilterTable[Row]):
    press(table, "Klart 1")
    table.show_rows([row for row in ROWS if row.state != "Klart"])
    assert len(headings(table)) == 3


def test_the_chosen_row_stays_chosen_when_rows_are_read_again(table: FilterTable[Row]):
    table.select(2)
    table.show_rows((Row(11, "Ny"), *ROWS))
    assert table.current() == Row(2, "Zebra")


def test_choosing_a_row_that_the_filter_hides_clears_the_filter(table: FilterTable[Row]):
    table.filter.setText("Övergång")
    assert table.select(2)
    assert table.current() == Row(2, "Zebra")


def test_a_row_that_is_not_there_cannot_be_chosen(table: FilterTable[Row]):
    assert not table.select(77)


def test_enter_opens_the_row(table: FilterTable[Row], qtbot: QtBot):
    table.select(9)
    with qtbot.waitSignal(table.opened) as told:
        QTest.keyClick(table.view, Qt.Key.Key_Return)
    assert told.args == [ROWS[1]]


def test_an_empty_table_offers_the_next_step(theme: Theme, qtbot: QtBot):
    pressed: list[bool] = []
    table = FilterTable(
        COLUMNS,
        name="uppdrag",
        key=lambda row: row.number,
        empty="Inga uppdrag ännu.",
        step="Lägg till",
        done=lambda: pressed.append(True),
    )
    qtbot.addWidget(table)
    table.show()
    assert table.findChildren(QPushButton)
    press(table, "Lägg till")
    assert pressed == [True]


def test_segments_stand_under_the_filter_where_they_have_no_room_beside_it(table: FilterTable[Row]):
    def beside() -> bool:
        segment = next(each for each in table.findChildren(QPushButton) if each.text().startswith("Alla"))
        return segment.mapTo(table, segment.rect().topLeft()).y() < table.filter.height()

    assert beside()
    table.resize(300, 400)
    QApplication.processEvents()
    assert not beside()
