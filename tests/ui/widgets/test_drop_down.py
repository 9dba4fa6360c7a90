import pytest
from PySide6.QtWidgets import QStyleOptionComboBox
from pytestqt.qtbot import QtBot

from samverkan_desktop.ui.theme import Theme
from samverkan_desktop.ui.widgets.drop_down import DropDown

LONG = "Utbildningschef för gymnasiet och vuxenutbildningen"


@pytest.fixture
def narrow(theme: Theme, qtbot: QtBot) -> DropDown:
    made = DropDown()
    made.addItems(["Bildning", LONG, "Social", "Å"])
    made.setFixedWidth(150)
    qtbot.addWidget(made)
    made.show()
    return made


def test_the_list_shows_every_row_whole(narrow: DropDown, qtbot: QtBot):
    narrow.showPopup()
    view = narrow.view()
    qtbot.waitUntil(view.isVisible)
    last = view.visualRect(view.model().index(3, 0))
    assert view.viewport().rect().contains(last)
    narrow.hidePopup()


def test_the_list_is_as_wide_as_its_longest_text(narrow: DropDown, qtbot: QtBot):
    narrow.showPopup()
    qtbot.waitUntil(narrow.view().isVisible)
    assert narrow.view().viewport().width() >= narrow.fontMetrics().horizontalAdvance(LONG)
    narrow.hidePopup()


def test_a_text_there_is_no_room_for_is_cut(narrow: DropDown):
    narrow.setCurrentIndex(1)
    option = QStyleOptionComboBox()
    narrow.initStyleOption(option)
    assert "…" in option.currentText
    assert narrow.currentText() == LONG
