"""A form that is carried out as a whole, in place: its fields, the step, and the way out."""

from collections.abc import Callable, Mapping, Sequence
from datetime import date

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QPushButton, QVBoxLayout, QWidget

from samverkan_desktop.errors import EnvironmentFault, UserError
from samverkan_desktop.i18n import tr
from samverkan_desktop.services.privacy import refuse
from samverkan_desktop.ui import theme
from samverkan_desktop.ui.messages import Messages
from samverkan_desktop.ui.widgets.fields import (
    MultilineField,
    NumberField,
    ReadField,
    TextField,
    commit_pending,
)
from samverkan_desktop.ui.widgets.flow import Flow
from samverkan_desktop.ui.widgets.form import Field, Form
from samverkan_desktop.ui.widgets.parts import button, reveal

Values = Mapping[str, object]
#: The greatest width of what unfolds under buttons that stand beside one another.
_ACROSS = 120 * theme.GRID


def day_of(values: Values, name: str) -> date:
    """Return the day that stands in a field.

    Raises:
        UserError: none does.
    """
    day = values[name]
    if not isinstance(day, date):
        raise UserError(tr("Skriv en dag, till exempel 2018-09-04."), field=name)
    return day


class Entry(QWidget):
    """Fields that do nothing until the step is pressed; what is wrong is said at its field.

    Enter in a field of one line presses the step. A personal identity number is refused as soon as its field
    is left (R11).

    Args:
        fields: the declaration.
        step: what the button that carries it out says: a verb.
        carry_out: the use case, given what stands in the fields.
        messages: where what concerns no field is told.
        leave: what the button beside it says; empty for none.
    """

    #: It was carried out.
    done = Signal()
    #: The user left it.
    left = Signal()

    def __init__(
        self,
        fields: Sequence[Field],
        step: str,
        carry_out: Callable[[Values], object],
        messages: Messages,
        leave: str = "",
    ) -> None:
        super().__init__()
        self.form = Form(fields)
        self._carry_out = carry_out
        self._messages = messages
        self._names = tuple(field.name for field in fields)
        self._begun: dict[str, str] = {}
        self._carrying = False
        self.form.committed.connect(self._look_through)
        for name in self._names:
            field = self.form.field(name)
            line = field.lineEdit() if isinstance(field, NumberField) else field
            if isinstance(line, QLineEdit):
                line.returnPressed.connect(self._entered)
        row = QHBoxLayout()
        row.setSpacing(theme.NEAR)
        row.addWidget(button(step, self.carry_out, "primary"))
        if leave:
            row.addWidget(button(leave, self.left.emit))
        row.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.APART)
        column.addWidget(self.form)
        column.addLayout(row)

    def begin(self, values: Values | None = None) -> None:
        """Empty the fields, fill in what is given, and go to the first."""
        self.form.clear_errors()
        empty: dict[str, object] = dict.fromkeys(self._names)
        self.form.show_values({**empty, **(values or {})})
        self._begun = self._written()
        self.form.field(self._names[0]).setFocus()

    def draft(self) -> str:
        """Return what is written since it was begun; empty while it is carried out."""
        if self._carrying:
            return ""
        written = self._written()
        return " · ".join(text for name, text in written.items() if text and text != self._begun.get(name))

    def abandon(self) -> None:
        """Let go of what is written, because it concerned something else; says so, with the text."""
        draft, self._begun = self.draft(), self._written()
        if draft:
            self._messages.trouble(UserError(tr("Det du skrev sparades inte: {text}", text=draft)))

    def go_on(self) -> None:
        """Go back to what is written."""
        self.form.field(self._names[0]).setFocus()

    def carry_out(self) -> None:
        """Carry it out, or say what is wrong."""
        self.form.clear_errors()
        self._messages.clear()
        if self._misread():
            return
        self._carrying = True  # what is read anew meanwhile may put the entry away
        try:
            self._carry_out(self.form.values())
        except UserError as error:
            if not self.form.show_error(error):
                self._messages.trouble(error)
        except EnvironmentFault as error:
            self._messages.trouble(error)
        else:
            self._begun = self._written()
            self.done.emit()
        finally:
            self._carrying = False

    def _entered(self) -> None:
        commit_pending()  # else the field would be told after it, and take away what is said of it
        self.carry_out()

    def _written(self) -> dict[str, str]:
        fields = {name: self.form.field(name) for name in self._names}
        texts: dict[str, str] = {}
        for name, field in fields.items():
            if isinstance(field, TextField):
                texts[name] = field.text().strip()
            elif isinstance(field, MultilineField):
                texts[name] = field.toPlainText().strip()
        return texts

    def _misread(self) -> bool:
        fields = [self.form.field(name) for name in self._names]
        unread = [
            field
            for field in fields
            if isinstance(field, ReadField) and field.text().strip() and field.value() is None
        ]
        for field in unread:
            field.commit()
            field.setFocus()
        return bool(unread)

    def _look_through(self, name: str, value: object) -> None:
        if isinstance(value, str):
            try:
                refuse(**{name: value})
            except UserError as error:
                self.form.show_error(error)


class Steps(QWidget):
    """What can be done with one thing: a button each, which unfolds its entry beneath or does it at once.

    Args:
        across: whether the buttons stand beside one another, with what unfolds beneath them all.
    """

    def __init__(self, *, across: bool = False) -> None:
        super().__init__()
        self._bar = Flow() if across else None
        self._entries: dict[str, Entry] = {}
        self._buttons: dict[str, QPushButton] = {}
        self._begin: dict[str, Callable[[], Values]] = {}
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(theme.NEAR)
        if self._bar is not None:
            self._column.addLayout(self._bar)
        self._opened = ""
        #: Which have been unfolded, and not left, for the thing that is shown.
        self._drafted: set[str] = set()

    def add(self, key: str, text: str, entry: Entry, begin: Callable[[], Values]) -> None:
        """Add something that can be done.

        Args:
            key: what it is called in the code.
            text: what its button says.
            entry: what unfolds.
            begin: returns what the fields hold to begin with.
        """
        pressed = button(text, lambda: self.unfold(key))
        self._buttons[key], self._entries[key], self._begin[key] = pressed, entry, begin
        entry.done.connect(self.fold)
        entry.left.connect(lambda: self._leave(key))
        entry.hide()
        self._put(pressed)
        if self._bar is not None:
            entry.setMaximumWidth(_ACROSS)
        self._column.addWidget(entry)

    def add_act(self, key: str, text: str, act: Callable[[], object]) -> None:
        """Add something that is done at once, when its button is pressed.

        Args:
            key: what it is called in the code.
            text: what its button says.
            act: does it.
        """
        self._buttons[key] = button(text, act)
        self._put(self._buttons[key])

    def _put(self, pressed: QPushButton) -> None:
        if self._bar is not None:
            self._bar.addWidget(pressed)
        else:
            self._column.addWidget(pressed, 0, Qt.AlignmentFlag.AlignLeft)

    def offer(self, *keys: str) -> None:
        """Say what can be done now; what is unfolded or written stays so while it still can.

        Nothing is offered before another thing is shown: what was written for the last one is let go.
        """
        self._offered = keys
        for key, entry in self._entries.items():
            if key not in keys and key in self._drafted:
                self._drafted.discard(key)
                entry.abandon()
        if self._opened not in keys:
            self._opened = ""
        self._show()

    def unfold(self, key: str) -> None:
        """Open one of them, with what was written in it for the same thing."""
        self._opened = key
        self._show()
        if key in self._drafted and self._entries[key].draft():
            self._entries[key].go_on()
        else:
            self._entries[key].begin(self._begin[key]())
            self._drafted.add(key)
        reveal(self._entries[key])

    def fold(self) -> None:
        """Close what is open."""
        left, self._opened = self._opened, ""
        self._show()
        if left in self._offered:
            self._buttons[left].setFocus()

    def _leave(self, key: str) -> None:
        self._drafted.discard(key)
        self.fold()

    def _show(self) -> None:
        for key, entry in self._entries.items():
            entry.setVisible(key == self._opened)
        for key, pressed in self._buttons.items():
            pressed.setVisible(key in self._offered and key != self._opened)

    _offered: tuple[str, ...] = ()
