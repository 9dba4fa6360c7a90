import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from samverkan_desktop.errors import UserError
from samverkan_desktop.ui.messages import Messages
from samverkan_desktop.ui.theme import Theme
from samverkan_desktop.ui.widgets.entry import Entry, Steps, Values
from samverkan_desktop.ui.widgets.form import Field, Kind
from tests.ui.conftest import Recorded
from tests.ui.hands import press, type_text


class Bench:
    """Two steps with one thing, and what was carried out."""

    def __init__(self, messages: Messages, qtbot: QtBot) -> None:
        self.done: list[Values] = []
        self.refusal = ""
        self.steps = Steps()
        self.decline = Entry((Field("why", "Varför"),), "Avböj", self._carry_out, messages, "Avbryt")
        note = Field("note", "Text", Kind.MULTILINE)
        self.note = Entry((note,), "Skriv", self._carry_out, messages, "Avbryt")
        self.steps.add("decline", "Avböj…", self.decline, dict)
        self.steps.add("note", "Skriv…", self.note, dict)
        self.steps.offer("decline", "note")
        qtbot.addWidget(self.steps)
        with qtbot.waitActive(self.steps):
            self.steps.show()
            self.steps.activateWindow()

    def write(self, text: str) -> None:
        self.steps.unfold("decline")
        type_text(self.decline.form.field("why"), text)

    def _carry_out(self, values: Values) -> None:
        if self.refusal:
            raise UserError(self.refusal, field="why")
        self.steps.offer()
        self.done.append(values)


@pytest.fixture
def bench(theme: Theme, qtbot: QtBot, messages: Messages) -> Bench:
    return Bench(messages, qtbot)


def test_enter_in_a_line_carries_it_out(bench: Bench, recorded: Recorded):
    bench.write("Annat avtal")
    QTest.keyClick(bench.decline.form.field("why"), Qt.Key.Key_Return)
    assert bench.done == [{"why": "Annat avtal"}]
    assert recorded.troubles == []


def test_what_enter_is_refused_for_stays_said(bench: Bench):
    bench.refusal = "Skriv längre."
    bench.write("A")
    field = bench.decline.form.field("why")
    QTest.keyClick(field, Qt.Key.Key_Return)
    assert field.property("wrong")


def test_what_was_written_is_kept_while_another_step_is_looked_at(bench: Bench):
    bench.write("Annat avtal")
    bench.steps.unfold("note")
    bench.steps.unfold("decline")
    assert bench.decline.form.value("why") == "Annat avtal"


def test_what_was_written_for_another_thing_is_said_not_to_be_saved(bench: Bench, recorded: Recorded):
    bench.write("Annat avtal")
    bench.steps.offer()
    bench.steps.offer("decline", "note")
    assert recorded.troubles == ["Det du skrev sparades inte: Annat avtal"]
    bench.steps.unfold("decline")
    assert bench.decline.form.value("why") == ""


def test_nothing_is_said_where_nothing_was_written(bench: Bench, recorded: Recorded):
    bench.steps.unfold("decline")
    bench.steps.offer()
    assert recorded.troubles == []


def test_what_was_left_is_let_go_without_a_word(bench: Bench, recorded: Recorded):
    bench.write("Annat avtal")
    bench.decline.left.emit()
    bench.steps.offer()
    assert recorded.troubles == []


def test_what_asks_nothing_is_done_at_once_when_it_is_offered(bench: Bench):
    done: list[str] = []
    bench.steps.add_act("reopen", "Öppna igen", lambda: done.append("reopened"))
    bench.steps.offer("decline", "reopen")
    press(bench.steps, "Öppna igen")
    bench.steps.offer("decline")
    buttons = [each.text() for each in bench.steps.findChildren(QPushButton) if each.isVisible()]
    assert (done, buttons) == (["reopened"], ["Avböj…"])
