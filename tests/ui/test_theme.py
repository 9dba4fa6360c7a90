import re

import pytest
from PySide6.QtGui import QColor, QFontInfo, QPalette
from PySide6.QtWidgets import QApplication, QPushButton
from pytestqt.qtbot import QtBot

from samverkan_desktop import paths
from samverkan_desktop.ui import icons, navigation, theme
from samverkan_desktop.ui.colours import DARK, HIGH_CONTRAST, LIGHT, Colours, Look
from samverkan_desktop.ui.stylesheet import stylesheet

LOOKS = pytest.mark.parametrize("colours", [LIGHT, DARK, HIGH_CONTRAST], ids=["light", "dark", "contrast"])


def luminance(ink: str) -> float:
    """Return the relative luminance of WCAG 2.2."""
    parts = [channel / 255 for channel in QColor(ink).getRgb()[:3]]
    linear = [part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def contrast(one: str, other: str) -> float:
    brighter, darker = sorted((luminance(one), luminance(other)), reverse=True)
    return (brighter + 0.05) / (darker + 0.05)


@LOOKS
@pytest.mark.parametrize("ground", ["ground", "surface", "sunken"])
@pytest.mark.parametrize("ink", ["text", "muted", "accent"])
def test_text_can_be_read_on_every_ground(colours: Colours, ground: str, ink: str):
    assert contrast(getattr(colours, ink), getattr(colours, ground)) >= 4.5


@LOOKS
def test_text_can_be_read_on_the_accent_and_on_what_is_chosen(colours: Colours):
    assert contrast(colours.on_accent, colours.accent) >= 4.5
    assert contrast(colours.on_accent, colours.accent_strong) >= 4.5
    assert contrast(colours.text, colours.accent_soft) >= 4.5
    assert contrast(colours.accent_strong, colours.accent_soft) >= 4.5


@LOOKS
def test_each_status_can_be_read_on_its_own_ground_and_on_paper(colours: Colours):
    for tone in colours.tones.values():
        assert contrast(tone.ink, tone.soft) >= 4.5
        assert contrast(tone.ink, colours.surface) >= 4.5


@LOOKS
def test_what_can_be_used_stands_out_from_its_ground(colours: Colours):
    for ground in (colours.ground, colours.surface):
        assert contrast(colours.edge, ground) >= 3


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
