"""A form laid out as a sentence: words, with fields where something is to be filled in."""

import re
from collections.abc import Mapping, Sequence

from PySide6.QtCore import QSignalBlocker, Qt, Signal
from PySide6.QtGui import QFontMetrics
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from samverkan_desktop.errors import UserError
from samverkan_desktop.ui import theme
from samverkan_desktop.ui.widgets.fields import ChoiceField, NumberField, ReadField, TextField
from samverkan_desktop.ui.widgets.flow import Flow
from samverkan_desktop.ui.widgets.form import Field, Form, FormField, make_field
from samverkan_desktop.ui.widgets.parts import mark_wrong, reveal

_NUMBER, _TEXT = 20 * theme.GRID, 60 * theme.GRID
#: What a drop-down needs beside its text, and how wide it may be at most.
_ARROW, _LONGEST = 13 * theme.GRID, 100 * theme.GRID


class SentenceForm(QWidget):
    """A sentence with fields in it, and under it what finds no place in a sentence.

    Args:
        template: the sentence in the language in use, the names of fields in braces.
        placed: the fields that have a place in it.
        below: the others, which stand under it as in any form.
    """

    #: The name of a field and what was written in it.
    committed = Signal(str, object)

    def __init__(self, template: str, placed: Sequence[Field], below: Sequence[Field] = ()) -> None:
        super().__init__()
        self._fields: dict[str, FormField] = {}
        self.rest = Form(below)
        self.rest.committed.connect(self.committed)
        if not below:  # shown, it would be a window for a moment: it has no parent yet
            self.rest.hide()
        self._error = theme.label("", "error", wrap=True)
        self._error.hide()
        sentence = QWidget()
        flow = Flow(sentence, across=theme.GRID + 1)
        by_name = {field.name: field for field in placed}
        spoken = re.sub(r"[{}]", "", re.sub(r"\{(\w+)\}", "…", template))
        for part in re.findall(r"\{\w+\}\S*|\S+", template):
            name = re.match(r"\{(\w+)\}", part)
            if name is None:
                flow.addWidget(_word(part))
                continue
            flow.addWidget(self._place(by_name[name[1]], spoken))
            if after := part[name.end() :]:
                flow.addWidget(_word(after))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.NEAR)
        column.addWidget(sentence)
        column.addWidget(self._error)
        column.addWidget(self.rest)

    def _place(self, field: Field, spoken: str) -> FormField:
        widget = make_field(field)
        widget.setAccessibleName(field.label)
        widget.setAccessibleDescription(spoken)
        if isinstance(widget, ChoiceField):
            widget.setMinimumContentsLength(0)
            widget.setFixedWidth(_width(widget))
        elif isinstance(widget, NumberField):
            widget.setFixedWidth(theme.enlarged(_NUMBER))
        elif isinstance(widget, TextField):
            widget.setMinimumWidth(_TEXT)
        widget.committed.connect(lambda value, name=field.name: self._told(name, value))
        if isinstance(widget, ReadField):
            widget.misread.connect(lambda text, name=field.name: self._say(name, text))
        self._fields[field.name] = widget
        return widget

    def _told(self, name: str, value: object) -> None:
        self.clear_errors()
        self.committed.emit(name, value)

    def _say(self, name: str, text: str) -> None:
        self._error.setText(text)
        self._error.setHidden(not text)
        for each, widget in self._fields.items():
            mark_wrong(widget, text if each == name else "")

    def field(self, name: str) -> FormField:
        """Return the widget of a field."""
        return self._fields[name] if name in self._fields else self.rest.field(name)

    def value(self, name: str) -> object:
        """Return what stands in a field."""
        return self.field(name).value()

    def show_values(self, values: Mapping[str, object]) -> None:
        """Show stored values; a field that is being written in keeps what is written."""
        for name, widget in self._fields.items():
            if name in values:
                blocker = QSignalBlocker(widget)
                widget.set_value(values[name])
                blocker.unblock()
        self.rest.show_values({name: value for name, value in values.items() if name not in self._fields})

    def show_error(self, error: UserError) -> bool:
        """Say under the sentence, or at its field, what is wrong; returns whether it is of one of these."""
        if error.field not in self._fields:
            return self.rest.show_error(error)
        self._say(error.field, error.message)
        self._fields[error.field].setFocus()
        reveal(self._error)
        return True

    def clear_errors(self) -> None:
        """Take away what was said of the fields."""
        self._say("", "")
        self.rest.clear_errors()


def _width(field: ChoiceField) -> int:
    """Return the width at which the longest text of a drop-down is seen whole, where there is room."""
    metrics = QFontMetrics(theme.font())
    longest = max((metrics.horizontalAdvance(field.itemText(n)) for n in range(field.count())), default=0)
    return min(longest + _ARROW, _LONGEST)


def _word(text: str) -> QLabel:
    """Return a word that stands in line with fields."""
    word = theme.label(text)
    word.setFixedHeight(theme.enlarged(theme.CONTROL + theme.GRID // 2))
    word.setAlignment(Qt.AlignmentFlag.AlignVCenter)
    return word
