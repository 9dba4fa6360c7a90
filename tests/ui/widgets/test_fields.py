from collections.abc import Callable
from datetime import date, time

import pytest
from PySide6.QtCore import QDate, QPoint, QPointF, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QCalendarWidget, QLineEdit, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from samverkan_desktop.ui.theme import Theme
from samverkan_desktop.ui.widgets import fields
from samverkan_desktop.ui.widgets.fields import (
    CheckField,
    ChoiceField,
    CommitField,
    DateField,
    MultilineField,
    NumberField,
    TextField,
    TimeField,
    commit_pending,
)
from samverkan_desktop.ui.widgets.when_field import WhenField
from tests.ui.hands import type_text

Put = Callable[[CommitField], list[object]]


@pytest.fixture
def put(theme: Theme, qtbot: QtBot) -> Put:
    """Put a field in a window, with the focus in it, and return what it tells."""

    windows: list[QWidget] = []

    def put(field: CommitField) -> list[object]:
        window = QWidget()
        windows.append(window)
        qtbot.addWidget(window)
        column = QVBoxLayout(window)
        column.addWidget(field)
        column.addWidget(QLineEdit(objectName="other"))
        with qtbot.waitActive(window):
            window.show()
            window.activateWindow()
        field.setFocus()
        told: list[object] = []
        field.committed.connect(told.append)
        return told

    return put


def leave(field: QWidget) -> None:
    field.window().findChild(QLineEdit, "other").setFocus()


def roll(field: QWidget) -> bool:
    """Roll the wheel over a field and return whether the field kept it from the page."""
    place = QPointF(field.rect().center())
    down, none = QPoint(0, -120), Qt.MouseButton.NoButton
    event = QWheelEvent(
        place,
        field.mapToGlobal(place),
        down,
        down,
        none,
        Qt.KeyboardModifier.NoModifier,
        Qt.ScrollPhase.NoScrollPhase,
        False,  # noqa: FBT003 - Qt takes it by place alone
    )
    QApplication.sendEvent(field, event)
    return event.isAccepted()


def test_a_text_is_told_when_one_leaves_it(put: Put):
    field = TextField()
    told = put(field)
    type_text(field, "Ärende")
    assert told == []
    leave(field)
    assert told == ["Ärende"]


def test_a_text_is_told_when_one_stops_writing(put: Put, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(fields, "IDLE", 10)
    field = TextField()
    told = put(field)
    type_text(field, "Å")
    qtbot.waitUntil(lambda: told == ["Å"])


@pytest.mark.parametrize("kind", [TextField, MultilineField])
def test_a_text_that_is_written_without_rest_is_told_meanwhile(
    put: Put, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch, kind: type[TextField | MultilineField]
):
    monkeypatch.setattr(fields, "IDLE", 60_000)
    monkeypatch.setattr(fields, "LONGEST", 10)
    field = kind()
    told = put(field)
    type_text(field, "Sko")
    qtbot.waitUntil(lambda: told == ["Sko"])
    type_text(field, "la")
    qtbot.waitUntil(lambda: told == ["Sko", "Skola"])


def test_a_day_is_not_told_while_it_is_being_written(put: Put, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(fields, "LONGEST", 10)
    field = DateField()
    told = put(field)
    type_text(field, "201204")
    qtbot.wait(50)
    assert told == []


@pytest.mark.parametrize("kind", [TextField, MultilineField])
def test_saving_meanwhile_keeps_cursor_and_focus(put: Put, kind: type[TextField | MultilineField]):
    field = kind()
    put(field)
    field.committed.connect(field.set_value)
    type_text(field, "Skola ")
    QTest.keyClick(field, Qt.Key.Key_Home)
    type_text(field, "En ")
    field.commit()
    type_text(field, "ny ")
    assert field.value() == "En ny Skola"
    assert field.hasFocus()


@pytest.mark.parametrize("kind", [TextField, MultilineField])
def test_saving_meanwhile_keeps_what_is_selected(put: Put, kind: type[TextField | MultilineField]):
    field = kind()
    put(field)
    field.committed.connect(field.set_value)
    type_text(field, "Skola")
    field.selectAll()
    field.commit()
    type_text(field, "Ö")
    assert field.value() == "Ö"


def test_a_text_that_is_as_it_was_is_not_told(put: Put):
    field = TextField()
    told = put(field)
    field.set_value("Ärende")
    leave(field)
    assert told == []


def test_what_is_being_written_is_not_overwritten(put: Put):
    field = TextField()
    put(field)
    type_text(field, "Nytt")
    field.set_value("Gammalt")
    assert field.text() == "Nytt"


def test_what_is_being_written_can_be_saved_at_once(put: Put):
    field = TextField()
    told = put(field)
    type_text(field, "Ö")
    commit_pending()
    assert told == ["Ö"]


def test_several_lines_are_told_when_one_leaves_them(put: Put):
    field = MultilineField()
    told = put(field)
    type_text(field, "Första\nAndra")
    leave(field)
    assert told == ["Första\nAndra"]


def test_several_lines_that_are_shown_anew_keep_the_cursor(put: Put):
    field = MultilineField()
    put(field)
    type_text(field, "En rad")
    field.commit()
    place = field.textCursor().position()
    field.set_value("En rad")
    assert field.textCursor().position() == place


@pytest.mark.parametrize("text", ["2018-09-04", "20180904", "180904", "2018.09.04"])
def test_a_day_is_read_however_it_is_written(put: Put, text: str):
    field = DateField()
    told = put(field)
    type_text(field, text)
    leave(field)
    assert told == [date(2018, 9, 4)]
    assert field.text() == "2018-09-04"


@pytest.mark.parametrize("text", ["2018-02-30", "i morgon", "4"])
def test_a_day_that_does_not_exist_is_said_and_not_told(put: Put, text: str):
    field = DateField()
    told = put(field)
    said: list[str] = []
    field.misread.connect(said.append)
    type_text(field, text)
    leave(field)
    assert told == []
    assert said[-1].startswith("Skriv en dag som finns")
    assert field.text() == text


def test_a_day_can_be_taken_away(put: Put):
    field = DateField()
    told = put(field)
    field.set_value(date(2018, 9, 4))
    field.clear()
    leave(field)
    assert told == [None]


def test_a_day_is_chosen_in_the_calendar(put: Put):
    field = DateField()
    told = put(field)
    field.set_value(date(2018, 9, 4))
    QTest.keyClick(field, Qt.Key.Key_Down, Qt.KeyboardModifier.AltModifier)
    calendar = field.findChild(QCalendarWidget)
    assert calendar.selectedDate() == QDate(2018, 9, 4)
    calendar.activated.emit(QDate(2018, 10, 16))
    assert told == [date(2018, 10, 16)]


@pytest.mark.parametrize("text", ["13.00", "13:00", "1300", "13"])
def test_a_time_is_read_however_it_is_written(put: Put, text: str):
    field = TimeField()
    told = put(field)
    type_text(field, text)
    leave(field)
    assert told == [time(13, 0)]
    assert field.text() == "13.00"


def test_a_time_that_does_not_exist_is_said(put: Put):
    field = TimeField()
    told = put(field)
    said: list[str] = []
    field.misread.connect(said.append)
    type_text(field, "25.00")
    leave(field)
    assert told == []
    assert said[-1].startswith("Skriv ett klockslag")


def test_a_choice_is_told_when_it_is_made(put: Put):
    field = ChoiceField([("a", "Första"), ("b", "Andra")])
    told = put(field)
    QTest.keyClick(field, Qt.Key.Key_Down)
    QTest.keyClick(field, Qt.Key.Key_Down)
    assert told == ["a", "b"]


def choice() -> ChoiceField:
    return ChoiceField([("a", "Första"), ("b", "Andra")])


@pytest.mark.parametrize(
    ("make", "value"),
    [(choice, "a"), (NumberField, 6), (DateField, date(2018, 9, 4)), (TimeField, time(13, 0))],
)
def test_the_wheel_changes_no_value_and_rolls_the_page(
    put: Put, make: Callable[[], CommitField], value: object
):
    field = make()
    told = put(field)
    field.set_value(value)
    assert not roll(field)
    assert field.value() == value
    assert told == []


def test_other_choices_keep_what_was_chosen(theme: Theme, qtbot: QtBot):
    field = ChoiceField([("a", "Första"), ("b", "Andra")])
    qtbot.addWidget(field)
    field.set_value("b")
    field.offer([("b", "Andra"), ("c", "Tredje")])
    assert field.value() == "b"


def test_a_number_is_told_once(put: Put):
    field = NumberField()
    told = put(field)
    field.setValue(6)
    leave(field)
    assert told == [6]


def test_a_tick_is_told(put: Put):
    field = CheckField("Extra möte")
    told = put(field)
    field.click()
    assert told == [True]


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("2019-02-05", date(2019, 2, 5)),
        ("190205", date(2019, 2, 5)),
        ("första kvartalet 2019", "första kvartalet 2019"),
        ("mars 2019", "mars 2019"),
    ],
)
def test_a_time_is_a_day_or_words(put: Put, text: str, value: object):
    field = WhenField()
    told = put(field)
    type_text(field, text)
    field.commit()
    assert told == [value]
    field.set_value(value)
    assert field.value() == value


def test_words_that_mean_no_time_are_told_off(put: Put):
    field, said = WhenField(), []
    put(field)
    field.misread.connect(said.append)
    type_text(field, "snart")
    field.commit()
    assert said == ["Skriv en dag eller en tid som finns: 2018-09-04, mars 2019, första kvartalet 2019."]
    assert field.value() is None
