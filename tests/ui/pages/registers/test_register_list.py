"""The list of registers: those in use first, a quiet heading, and how each stands."""

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from samverkan_desktop.ui.colours import Look
from samverkan_desktop.ui.pages.registers.register_list import Listed, RegisterList
from samverkan_desktop.ui.theme import Theme

REGISTERS = (
    Listed("strategy", "Strategier", used=False),
    Listed("area", "Områden", used=True, status="breached"),
    Listed("coverage", "Täckning", used=True),
)


@pytest.fixture
def registers(theme: Theme, qtbot: QtBot) -> RegisterList:
    made = RegisterList()
    qtbot.addWidget(made)
    made.show()
    made.show_registers(REGISTERS, "area")
    return made


def texts(registers: RegisterList) -> list[str]:
    return [registers.column.item(number).text() for number in range(registers.column.count())]


def test_those_in_use_come_first_and_the_others_under_a_heading(registers: RegisterList):
    assert texts(registers) == ["Områden", "Täckning", "Fler register", "Strategier"]


@pytest.mark.parametrize("used", [True, False])
def test_there_is_no_heading_where_all_are_alike(registers: RegisterList, used: bool):
    registers.show_registers([Listed("area", "Områden", used), Listed("coverage", "Täckning", used)], "area")
    assert texts(registers) == ["Områden", "Täckning"]


def test_the_heading_cannot_be_chosen(registers: RegisterList, qtbot: QtBot):
    registers.mark("coverage")
    with qtbot.waitSignal(registers.chosen) as told:
        qtbot.keyClick(registers.column, Qt.Key.Key_Down)
    assert told.args == ["strategy"]


def test_how_a_register_stands_is_told_to_who_cannot_see(registers: RegisterList):
    said = [registers.column.item(row).data(Qt.ItemDataRole.AccessibleTextRole) for row in (0, 1)]
    assert said == ["Områden, Inte uppfyllt", "Täckning"]


def test_the_same_register_stays_chosen_when_the_order_changes(registers: RegisterList, qtbot: QtBot):
    changed = (Listed("strategy", "Strategier", used=True), *REGISTERS[1:])
    with qtbot.assertNotEmitted(registers.chosen):
        registers.show_registers(changed, "area")
    assert registers.column.currentItem().text() == "Områden"


def test_the_shapes_are_drawn_anew_in_another_look(registers: RegisterList, theme: Theme):
    before = registers.column.item(0).icon().cacheKey()
    theme.wear(Look.DARK)
    assert registers.column.item(0).icon().cacheKey() != before
    assert registers.column.currentItem().text() == "Områden"
