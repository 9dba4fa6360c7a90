"""The choices at the foot of the sidebar say what is shown, in as many lines as there is room for."""

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from samverkan_desktop.ui.scope_chooser import _Choice
from samverkan_desktop.ui.theme import Theme


@pytest.fixture
def choice(qtbot: QtBot, theme: Theme) -> _Choice:
    made = _Choice("Avtal", 180, lines=3)
    qtbot.addWidget(made)
    return made


def test_a_choice_shows_its_text_beside_the_arrow(choice: _Choice):
    choice.set_text("2018/2019")
    assert choice.text() == " 2018/2019"
    assert choice.toolButtonStyle() is Qt.ToolButtonStyle.ToolButtonTextBesideIcon
    assert choice.accessibleName() == "Avtal: 2018/2019"


def test_a_long_text_takes_several_lines_and_is_told_whole(choice: _Choice):
    title = "Måldokument för samverkan mellan skola och socialförvaltning kring barn i behov av särskilt stöd"
    choice.set_text(title)
    assert 1 < choice.text().count("\n") + 1 <= 3
    assert choice.text().endswith("…")
    assert choice.toolTip() == f"Avtal: {title}"


def test_a_choice_of_nothing_shows_the_arrow_alone(choice: _Choice):
    choice.set_text("")
    assert choice.toolButtonStyle() is Qt.ToolButtonStyle.ToolButtonIconOnly
