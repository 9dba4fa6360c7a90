"""A form, built from a declaration; each field saves itself, and says itself what is wrong with it."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from enum import Enum, auto

from PySide6.QtCore import QSignalBlocker, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from samverkan_desktop.errors import UserError
from samverkan_desktop.ui import theme
from samverkan_desktop.ui.widgets.address_field import AddressField
from samverkan_desktop.ui.widgets.decimal_field import DecimalField
from samverkan_desktop.ui.widgets.fields import (
    CheckField,
    ChoiceField,
    CommitField,
    DateField,
    MultilineField,
    NumberField,
    ReadField,
    TextField,
    TimeField,
)
from samverkan_desktop.ui.widgets.list_fields import ChecksField, LinesField
from samverkan_desktop.ui.widgets.parts import mark_wrong, reveal
from samverkan_desktop.ui.widgets.secret_field import SecretField
from samverkan_desktop.ui.widgets.when_field import WhenField
from samverkan_desktop.ui.widgets.year_day_field import YearDayField

FormField = CommitField | ChecksField


class Kind(Enum):
    """What is written in a field."""

    TEXT = auto()
    MULTILINE = auto()
    DATE = auto()
    WHEN = auto()
    YEAR_DAY = auto()
    TIME = auto()
    CHOICE = auto()
    NUMBER = auto()
    DECIMAL = auto()
    CHECK = auto()
    LINES = auto()
    CHECKS = auto()
    ADDRESS = auto()
    SECRET = auto()


#: Kinds whose fields are as wide as what is written in them.
_NARROW = (Kind.DATE, Kind.WHEN, Kind.YEAR_DAY, Kind.TIME, Kind.NUMBER, Kind.DECIMAL)


@dataclass(frozen=True)
class Field:
    """One field of a form.

    Args:
        name: the argument of the use case that it gives, and `UserError.field` names.
        label: what stands above it.
        kind: what is written in it.
        help: what one needs to know to fill it in; empty for nothing.
        choices: values and what they are called, for a choice of one or of several.
        placeholder: an example, shown while it is empty.
        lines: how many lines a text of several begins with; it grows with what is written.
        beside: whether it stands to the right of the field before it.
    """

    name: str
    label: str
    kind: Kind = Kind.TEXT
    help: str = ""
    choices: Sequence[tuple[object, str]] = ()
    placeholder: str = ""
    lines: int = 3
    beside: bool = False


class Form(QWidget):
    """Fields under one another.

    Args:
        fields: the declaration.
    """

    #: The name of a field and what was written in it.
    committed = Signal(str, object)

    def __init__(self, fields: Sequence[Field], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._fields: dict[str, FormField] = {}
        self._errors: dict[str, QLabel] = {}
        self._beside: dict[str, list[QLabel]] = {}
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.NEAR + theme.GRID)
        line = QHBoxLayout()
        for field in fields:
            if not field.beside:
                line = QHBoxLayout()
                line.setSpacing(theme.NEAR + theme.GRID)
                column.addLayout(line)
            line.addLayout(self._row(field), 0 if field.kind in _NARROW else 1)
        for line in column.findChildren(QHBoxLayout):
            if not any(line.stretch(place) for place in range(line.count())):
                line.addStretch(1)
        column.addStretch(1)

    def _row(self, field: Field) -> QVBoxLayout:
        widget = make_field(field)
        widget.setAccessibleName(field.label)
        widget.setAccessibleDescription(field.help)
        row = QVBoxLayout()
        row.setSpacing(theme.GRID)
        if field.kind is not Kind.CHECK:
            label = theme.label(field.label, "strong")
            label.setBuddy(widget)
            row.addWidget(label)
            self._beside.setdefault(field.name, []).append(label)
        fixed = field.kind in _NARROW
        row.addWidget(widget, 0, Qt.AlignmentFlag.AlignLeft if fixed else Qt.AlignmentFlag(0))
        if field.help:
            row.addWidget(told := theme.label(field.help, "small", wrap=True))
            self._beside.setdefault(field.name, []).append(told)
        error = theme.label("", "error", wrap=True)
        error.hide()
        row.addWidget(error)
        row.addStretch(1)  # beside a higher field the label stays in line with the other's
        self._fields[field.name], self._errors[field.name] = widget, error
        widget.committed.connect(lambda value, name=field.name: self._told(name, value))
        if isinstance(widget, ReadField):
            widget.misread.connect(lambda text, name=field.name: self._say(name, text))
        return row

    def _told(self, name: str, value: object) -> None:
        self._say(name, "")
        self.committed.emit(name, value)

    def _say(self, name: str, text: str) -> None:
        label, widget = self._errors[name], self._fields[name]
        label.setText(text)
        label.setHidden(not text)
        mark_wrong(widget, text)

    def field(self, name: str) -> FormField:
        """Return the widget of a field."""
        return self._fields[name]

    def has(self, name: str) -> bool:
        """Return whether there is such a field."""
        return name in self._fields

    def value(self, name: str) -> object:
        """Return what stands in a field."""
        return self._fields[name].value()

    def values(self) -> dict[str, object]:
        """Return what stands in every field, by name."""
        return {name: widget.value() for name, widget in self._fields.items()}

    def show_values(self, values: Mapping[str, object]) -> None:
        """Show stored values; a field that is being written in keeps what is written."""
        for name, value in values.items():
            widget = self._fields[name]
            blocker = QSignalBlocker(widget)
            widget.set_value(value)
            blocker.unblock()

    def offer(self, name: str, choices: Sequence[tuple[object, str]]) -> None:
        """Change what can be chosen in a field of choice, of one or of several."""
        widget = self._fields[name]
        if not isinstance(widget, (ChoiceField, ChecksField)):
            raise TypeError(name)
        widget.offer(choices)

    def show_field(self, name: str, *, shown: bool) -> None:
        """Show a field with what is said of it, or leave it out."""
        for widget in (self._fields[name], *self._beside.get(name, ())):
            widget.setVisible(shown)
        if not shown:
            self._say(name, "")

    def rename(self, name: str, label: str) -> None:
        """Call a field something else: what it is called may depend on the agreement."""
        self._beside[name][0].setText(label)
        self._fields[name].setAccessibleName(label)

    def show_error(self, error: UserError) -> bool:
        """Say at its field what is wrong; returns whether the error concerns a field of this form."""
        if error.field not in self._fields:
            return False
        self._say(error.field, error.message)
        self._fields[error.field].setFocus()
        reveal(self._errors[error.field])
        return True

    def clear_errors(self) -> None:
        """Take away what was said of the fields."""
        for name in self._fields:
            self._say(name, "")


_MAKERS: Mapping[Kind, Callable[[Field], FormField]] = {
    Kind.TEXT: lambda _field: TextField(),
    Kind.MULTILINE: lambda field: MultilineField(lines=field.lines),
    Kind.DATE: lambda _field: DateField(),
    Kind.WHEN: lambda _field: WhenField(),
    Kind.YEAR_DAY: lambda _field: YearDayField(),
    Kind.TIME: lambda _field: TimeField(),
    Kind.CHOICE: lambda field: ChoiceField(field.choices),
    Kind.NUMBER: lambda _field: NumberField(),
    Kind.DECIMAL: lambda _field: DecimalField(),
    Kind.CHECK: lambda field: CheckField(field.label),
    Kind.LINES: lambda _field: LinesField(),
    Kind.CHECKS: lambda field: ChecksField(field.choices),
    Kind.ADDRESS: lambda _field: AddressField(),
    Kind.SECRET: lambda _field: SecretField(),
}


def make_field(field: Field) -> FormField:
    """Return the widget of a field, without its label."""
    widget = _MAKERS[field.kind](field)
    if field.placeholder and isinstance(widget, (TextField, MultilineField, ChoiceField)):
        widget.setPlaceholderText(field.placeholder)
    return widget
