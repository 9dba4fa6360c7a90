import re

from PySide6.QtGui import QColor, QFontInfo, QPalette
from PySide6.QtWidgets import QApplication, QPushButton
from pytestqt.qtbot import QtBot

from samverkan_desktop import paths
from samverkan_desktop.ui import icons, navigation, theme
from samverkan_desktop.ui.colours import DARK, HIGH_CONTRAST, LIGHT, Look
from samverkan_desktop.ui.stylesheet import stylesheet


def test_every_colour_of_the_style_sheet_is_named_in_the_look():
    assert "$" not in stylesheet(LIGHT, "marks")


def test_the_style_sheet_names_no_colour_itself():
    source = paths.resource("style", "window.qss").read_text(encoding="utf-8")
    assert re.findall(r"#[0-9A-Fa-f]{3,8}\b|rgb", source) == []


def test_the_shipped_type_family_is_used(theme: theme.Theme):
    assert QFontInfo(QApplication.font()).family() == "Source Sans 3"


def test_another_look_is_worn_at_once_by_what_is_open(theme: theme.Theme, qtbot: QtBot):
    button = QPushButton()
    qtbot.addWidget(button)
    icons.put(button, "plus")
    before = button.icon().pixmap(16).toImage()

    theme.wear(Look.DARK)

    assert QApplication.palette().color(QPalette.ColorRole.Window) == QColor(DARK.ground)
    assert button.icon().pixmap(16).toImage() != before


def test_a_look_that_follows_the_system_is_one_of_the_looks():
    assert theme.colours_of(Look.SYSTEM) in (LIGHT, DARK, HIGH_CONTRAST)


def test_every_page_has_an_icon():
    for place in navigation.PLACES:
        assert paths.resource("icons", f"{place.icon}.svg").is_file()
