from datetime import date

import pytest
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from samverkan_desktop.errors import UserError
from samverkan_desktop.ui.theme import Theme
from samverkan_desktop.ui.widgets.form import Field, Form, Kind
from tests.ui.hands import type_text

FIELDS = (
    Field("heading", "Rubrik", help="En rad som alla förstår."),
    Field("due", "Redovisas senast", Kind.DATE),
    Field("party", "Förvaltning", Kind.CHOICE, choices=((1, "Bildning"), (2, "Social"))),
    Field("count", "Antal", Kind.NUMBER),
    Field("text", "Text", Kind.MULTILINE),
    Field("start", "Börjar", Kind.TIME),
    Field("extra", "Extra möte", Kind.CHECK),
)


@pytest.fixture
def form(theme: Theme, qtbot: QtBot) -> Form:
    made = Form(FIELDS)
    qtbot.addWidget(made)
    made.show()
    return made


def said(form: Form) -> list[str]:
    return [
        label.text()
        for label in form.findChildren(QLabel)
        if label.property("role") == "error" and label.text()
    ]


def test_a_field_tells_its_name_and_what_was_written(form: Form, qtbot: QtBot):
    with qtbot.waitSignal(form.committed) as told:
        type_text(form.field("heading"), "Övergång")
        form.field("heading").commit()
    assert told.args == ["heading", "Övergång"]


def test_stored_values_are_shown_and_not_told(form: Form, qtbot: QtBot):
    values = {"heading": "Ö", "due": date(2019, 2, 5), "party": 2, "count": 6, "text": "a", "extra": True}
    with qtbot.assertNotEmitted(form.committed):
        form.show_values(values)
    assert form.values() == {**values, "start": None}


def test_an_error_stands_at_its_field_until_the_field_is_mended(form: Form):
    assert form.show_error(UserError("Ange en rubrik.", field="heading"))
    assert said(form) == ["Ange en rubrik."]
    type_text(form.field("heading"), "Ö")
    form.field("heading").commit()
    assert said(form) == []


def test_an_error_of_another_field_is_not_shown_here(form: Form):
    assert not form.show_error(UserError("Välj en grupp.", field="group"))
    assert said(form) == []


def test_what_cannot_be_read_is_said_at_its_field(form: Form):
    type_text(form.field("due"), "i morgon")
    form.field("due").commit()
    form.field("due").commit()
    assert said(form) == ["Skriv en dag som finns, till exempel 2018-09-04."]


@pytest.mark.parametrize("field", FIELDS, ids=lambda field: field.name)
def test_each_field_is_read_aloud_by_its_label(form: Form, field: Field):
    read = QAccessible.queryAccessibleInterface(form.field(field.name))
    assert read.text(QAccessible.Text.Name) == field.label


def test_help_is_read_aloud(form: Form):
    read = QAccessible.queryAccessibleInterface(form.field("heading"))
    assert read.text(QAccessible.Text.Description) == "En rad som alla förstår."


def test_a_field_is_left_out_with_what_is_said_of_it(form: Form):
    texts = {label.text() for label in form.findChildren(QLabel) if label.isVisible()}
    form.show_field("heading", shown=False)
    left = {label.text() for label in form.findChildren(QLabel) if label.isVisible()}
    assert texts - left == {"Rubrik", "En rad som alla förstår."}
    form.show_field("heading", shown=True)
    assert form.field("heading").isVisible()
