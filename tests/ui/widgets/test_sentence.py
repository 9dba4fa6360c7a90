from collections.abc import Callable

import pytest
from PySide6.QtWidgets import QLabel, QWidget
from pytestqt.qtbot import QtBot

from samverkan_desktop.errors import UserError
from samverkan_desktop.ui.widgets.fields import ChoiceField, NumberField
from samverkan_desktop.ui.widgets.form import Field, Kind
from samverkan_desktop.ui.widgets.sentence import SentenceForm

Show = Callable[[QWidget], QWidget]
BOUNDS = (("exactly", "precis"), ("at_least", "minst"))


@pytest.fixture
def sentence(shown: Show) -> SentenceForm:
    form = SentenceForm(
        "Gruppen ska hålla {bound} {count} möten, varje år",
        (Field("bound", "Gräns", Kind.CHOICE, choices=BOUNDS), Field("count", "Antal", Kind.NUMBER)),
        (Field("note", "Anteckning"),),
    )
    shown(form)
    return form


def test_words_and_fields_stand_in_the_order_of_the_sentence(sentence: SentenceForm):
    sentence.resize(900, 200)
    parts = [
        each
        for each in sentence.findChildren(QWidget)
        if isinstance(each, (QLabel, ChoiceField, NumberField))
    ]
    in_row = [
        each for each in parts if each.isVisible() and each.parent() is sentence.field("count").parent()
    ]
    in_row.sort(key=lambda each: each.x())
    said = [each.text() if isinstance(each, QLabel) else "…" for each in in_row]
    assert said == ["Gruppen", "ska", "hålla", "…", "…", "möten,", "varje", "år"]


def test_it_goes_on_in_another_row_where_it_is_narrow(sentence: SentenceForm, qtbot: QtBot):
    sentence.resize(900, 300)
    wide = sentence.field("count").y()
    sentence.resize(240, 300)
    qtbot.waitUntil(lambda: sentence.field("count").y() > wide)


def test_a_field_tells_what_was_written_in_it(sentence: SentenceForm, qtbot: QtBot):
    sentence.show_values({"bound": "exactly", "count": 4, "note": "Så."})
    assert [sentence.value(name) for name in ("bound", "count", "note")] == ["exactly", 4, "Så."]
    count = sentence.field("count")
    assert isinstance(count, NumberField)
    with qtbot.waitSignal(sentence.committed) as told:
        count.setValue(6)
        count.commit()
    assert told.args == ["count", 6]


def test_what_is_wrong_is_told_under_the_sentence_until_something_is_written(sentence: SentenceForm):
    assert sentence.show_error(UserError("Ska vara minst 1.", field="count"))
    assert sentence.field("count").property("wrong")
    assert not sentence.field("bound").property("wrong")
    assert "Ska vara minst 1." in [label.text() for label in sentence.findChildren(QLabel)]
    sentence.field("bound").committed.emit("at_least")
    assert not sentence.field("count").property("wrong")


def test_what_stands_below_tells_its_own_faults(sentence: SentenceForm):
    assert sentence.show_error(UserError("För långt.", field="note"))
    assert not sentence.show_error(UserError("Något annat.", field="flyg"))


def test_a_screen_reader_hears_a_field_by_its_name_and_the_sentence(sentence: SentenceForm):
    count = sentence.field("count")
    assert count.accessibleName() == "Antal"
    assert count.accessibleDescription() == "Gruppen ska hålla … … möten, varje år"
