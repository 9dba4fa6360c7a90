"""The widgets that lie in a page: what opens and closes, lists, flows, tables as high as their rows."""

from collections.abc import Callable

import pytest
from PySide6.QtWidgets import QApplication, QLabel, QPushButton, QVBoxLayout, QWidget
from pytestqt.modeltest import ModelTester
from pytestqt.qtbot import QtBot

from samverkan_desktop.ui.widgets.beside import Beside
from samverkan_desktop.ui.widgets.expander import Expander
from samverkan_desktop.ui.widgets.fitted_table import FittedTable
from samverkan_desktop.ui.widgets.flow import Flow
from samverkan_desktop.ui.widgets.list_fields import ChecksField, LinesField
from samverkan_desktop.ui.widgets.table_model import Column, TableModel
from tests.ui import hands

Show = Callable[[QWidget], QWidget]


def test_an_expander_makes_what_it_shows_when_it_is_first_opened(shown: Show):
    made: list[QLabel] = []

    def build() -> QWidget:
        made.append(QLabel("Inuti"))
        return made[-1]

    expander = Expander("Mer", build)
    shown(expander)
    assert not made
    expander.head.click()
    assert made[0].isVisible()
    expander.head.click()
    expander.head.click()
    assert len(made) == 1


def test_an_expander_says_whether_it_is_open():
    expander = Expander("Mer")
    assert expander.head.accessibleName() == "Mer, dold"
    expander.set_open(True)
    assert expander.head.accessibleName() == "Mer, visas"


def test_a_flow_takes_more_rows_where_it_is_narrow(shown: Show):
    whole = QWidget()
    flow = Flow(whole)
    for _ in range(6):
        flow.addWidget(QPushButton("Knapp"))
    shown(whole)
    one = flow.itemAt(0).sizeHint()
    assert flow.heightForWidth(2000) == one.height()
    assert flow.heightForWidth(one.width() * 2 + flow.spacing()) == 3 * one.height() + 2 * flow.spacing()


def test_lines_are_told_as_a_list(shown: Show, qtbot: QtBot):
    field = LinesField()
    shown(field)
    field.set_value(("Återkoppling",))
    field.setFocus()
    field.moveCursor(field.textCursor().MoveOperation.End)
    with qtbot.waitSignal(field.committed) as told:
        hands.type_text(field, "\nÖvergångar\n")
        field.commit()
    assert told.args == [["Återkoppling", "Övergångar"]]


def test_lines_that_are_being_written_are_left_alone(shown: Show, qtbot: QtBot):
    field = LinesField()
    shown(field)
    with qtbot.waitActive(field):
        field.activateWindow()
    field.setFocus()
    hands.type_text(field, "Påbörj")
    field.set_value(["Något annat"])
    assert field.toPlainText() == "Påbörj"


@pytest.mark.parametrize("count", [2, 7])
def test_some_of_several_are_told_in_the_order_of_the_choices(count: int, qtbot: QtBot):
    field = ChecksField([(str(number), f"Val {number}") for number in range(count)])
    qtbot.addWidget(field)
    field.set_value(["1"])
    with qtbot.waitSignal(field.committed) as told:
        field._boxes[0][1].click()
    assert told.args == [["0", "1"]]


@pytest.mark.parametrize(("width", "rows"), [(1000, 1), (600, 2)])
def test_columns_stand_under_one_another_where_there_is_little_room(shown: Show, width: int, rows: int):
    left, right = QPushButton("Vänster"), QPushButton("Höger")
    both = Beside((1, (left,)), (1, (right,)))
    both.resize(width, 300)
    shown(both)
    QApplication.processEvents()
    assert len({left.y(), right.y()}) == rows


def table(columns: int) -> FittedTable[tuple[str, ...]]:
    described = [
        Column[tuple[str, ...]](f"Kolumn {n}", lambda row, n=n: row[n], width=0 if n == 0 else 200)
        for n in range(columns)
    ]
    return FittedTable(TableModel(described), "prov")


def test_a_table_is_as_high_as_its_rows(shown: Show, qtmodeltester: ModelTester):
    fitted = table(2)
    shown(fitted)
    fitted.resize(800, fitted.height())
    before = fitted.height()
    fitted.show_rows([("å", "ä"), ("ö", "é")])
    qtmodeltester.check(fitted.rows_model)
    assert fitted.height() == before + 2 * fitted.rowHeight(0)


def test_a_table_gives_what_is_left_to_the_column_that_takes_it(shown: Show):
    whole = QWidget()
    column = QVBoxLayout(whole)
    fitted = table(3)
    column.addWidget(fitted)
    whole.resize(900, 300)
    shown(whole)
    QApplication.processEvents()
    assert fitted.columnWidth(0) == fitted.viewport().width() - 400
