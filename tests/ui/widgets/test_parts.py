import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QToolButton, QWidget
from pytestqt.qtbot import QtBot

from samverkan_desktop.rules.finding import Status
from samverkan_desktop.ui.theme import Theme
from samverkan_desktop.ui.widgets import status as shapes
from samverkan_desktop.ui.widgets.chip import Chip
from samverkan_desktop.ui.widgets.parts import EmptyState, MenuButton, button, icon_button
from samverkan_desktop.ui.widgets.stepper import Step, Stepper, StepState
from tests.ui.hands import press


def name(widget: QWidget) -> str:
    return QAccessible.queryAccessibleInterface(widget).text(QAccessible.Text.Name)


def test_every_status_has_a_shape_of_its_own(theme: Theme):
    pictures = [shapes.icon(status).pixmap(16).toImage() for status in Status]
    grey = [picture.createAlphaMask() for picture in pictures]
    assert all(one != other for n, one in enumerate(grey) for other in grey[n + 1 :])


@pytest.mark.parametrize("status", list(Status))
def test_a_chip_says_its_status_in_words(theme: Theme, qtbot: QtBot, status: Status):
    chip = Chip(status)
    qtbot.addWidget(chip)
    chip.show()
    assert name(chip) == shapes.word(status)
    assert chip.grab().toImage().allGray() is False or status in (Status.NOT_DUE, Status.NOT_COUNTABLE)


def test_a_button_with_an_icon_is_read_aloud_without_its_space(theme: Theme, qtbot: QtBot):
    made = button("Skicka", icon="send")
    qtbot.addWidget(made)
    assert name(made) == "Skicka"


def test_a_button_with_only_an_icon_has_a_name(theme: Theme, qtbot: QtBot):
    made = icon_button("x", "Stäng")
    qtbot.addWidget(made)
    assert name(made) == "Stäng"
    assert made.toolTip() == "Stäng"


def test_a_menu_does_what_was_chosen(theme: Theme, qtbot: QtBot):
    done: list[str] = []
    menu = MenuButton(
        "Mer", [("Första", lambda: done.append("a")), None, ("Andra", lambda: done.append("b"))]
    )
    qtbot.addWidget(menu)
    menu.menu().actions()[2].trigger()
    assert done == ["b"]
    menu.offer([("Tredje", lambda: done.append("c"))])
    assert [action.text() for action in menu.menu().actions()] == ["Tredje"]


def test_where_there_is_nothing_the_next_step_is_offered(theme: Theme, qtbot: QtBot):
    done: list[bool] = []
    nothing = EmptyState("Inga möten ännu.", "Planera läsåret", lambda: done.append(True))
    qtbot.addWidget(nothing)
    nothing.show()
    press(nothing, "Planera läsåret")
    assert done == [True]


@pytest.fixture
def stepper(theme: Theme, qtbot: QtBot) -> Stepper:
    made = Stepper()
    qtbot.addWidget(made)
    made.show_steps(
        [
            Step("plan", "Planera", StepState.DONE),
            Step("call", "Kalla", StepState.CURRENT),
            Step("send", "Skicka", StepState.CLOSED, "Mötet är inte hållet."),
        ]
    )
    made.show()
    return made


def test_each_step_says_where_it_stands(stepper: Stepper):
    names = [name(step) for step in stepper.findChildren(QToolButton)]
    assert names == ["1. Planera, klart", "2. Kalla, här är du", "3. Skicka, öppnas senare"]


def test_a_step_is_opened_by_pressing_it(stepper: Stepper, qtbot: QtBot):
    with qtbot.waitSignal(stepper.chosen) as told:
        press(stepper, "Planera")
    assert told.args == ["plan"]


def test_a_closed_step_says_why_and_cannot_be_pressed(stepper: Stepper):
    closed = stepper.findChildren(QToolButton)[2]
    assert not closed.isEnabled()
    assert closed.toolTip() == "Mötet är inte hållet."


def test_steps_are_shown_anew_in_the_same_buttons(stepper: Stepper):
    before = stepper.findChildren(QToolButton)
    stepper.show_steps([Step(key, key, StepState.TODO) for key in ("plan", "call", "send")])
    assert stepper.findChildren(QToolButton) == before


def test_a_menu_button_shows_its_text_also_when_that_comes_later(theme: Theme, qtbot: QtBot):
    made = MenuButton("", icon="ellipsis")
    qtbot.addWidget(made)
    assert made.toolButtonStyle() is Qt.ToolButtonStyle.ToolButtonIconOnly
    made.set_text("Alla grupper")
    assert made.toolButtonStyle() is Qt.ToolButtonStyle.ToolButtonTextBesideIcon
    assert made.text().strip() == "Alla grupper"
