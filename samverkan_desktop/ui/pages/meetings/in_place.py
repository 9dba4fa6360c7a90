"""A form that opens in place, asks for what a use case needs, and says at the field what is wrong."""

from collections.abc import Callable, Mapping, Sequence
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QWidget

from samverkan_desktop.errors import EnvironmentFault, UserError
from samverkan_desktop.i18n import mark, tr
from samverkan_desktop.ui import theme
from samverkan_desktop.ui.page import PageContext
from samverkan_desktop.ui.widgets.form import Field, Form
from samverkan_desktop.ui.widgets.parts import Card, button

Values = dict[str, Any]


def attempt(context: PageContext, use_case: Callable[[], object]) -> bool:
    """Carry out a use case; what the user can mend is told. Returns whether it was done."""
    try:
        use_case()
    except (UserError, EnvironmentFault) as error:
        context.messages.trouble(error)
        return False
    return True


def save(context: PageContext, form: Form, use_case: Callable[[], object]) -> bool:
    """Carry out a use case; what is wrong with a field of the form is told there. Returns whether done."""
    try:
        use_case()
    except UserError as error:
        if not form.show_error(error):
            context.messages.trouble(error)
        return False
    except EnvironmentFault as error:
        context.messages.trouble(error)
        return False
    return True


class InPlaceForm(Card):
    """A card with fields, and two buttons: do it, or leave it.

    Args:
        title: its heading.
        fields: the declaration.
        verb: what the button that does it says.
        carry_out: the use case, given what stands in the fields by name.
        initial: what stands in the fields at first.
        aliases: fields of the use case that stand here under another name.
        note: a sentence under the heading; empty for none.
    """

    #: Told on the key sheet.
    KEYS = (
        ("Return, Ctrl+Return", mark("Gör det som formuläret gäller")),
        ("Esc", mark("Lämna formuläret")),
    )

    #: It was carried out, or left: `carried` tells which.
    closed = Signal()

    def __init__(
        self,
        title: str,
        fields: Sequence[Field],
        verb: str,
        carry_out: Callable[[Values], object],
        *,
        initial: Mapping[str, object] | None = None,
        aliases: Mapping[str, str] | None = None,
        note: str = "",
    ) -> None:
        super().__init__(title)
        self.carried = False
        self._carry_out = carry_out
        self._aliases = aliases or {}
        if note:
            self.body.addWidget(theme.label(note, "small", wrap=True))
        self.form = Form(fields)
        self.form.show_values(initial or {})
        self.body.addWidget(self.form)
        self._error = theme.label("", "error", wrap=True)
        self._error.hide()
        self.body.addWidget(self._error)
        self.submit = button(verb, self.carry_out, "primary")
        row = QHBoxLayout()
        row.addWidget(self.submit)
        row.addWidget(button(tr("Avbryt"), self.closed.emit, "quiet"))
        row.addStretch(1)
        self.body.addLayout(row)
        self._names = [field.name for field in fields]
        self._forms = [self.form]

    def add_form(self, form: Form) -> None:
        """Put more fields under the first; they are asked for while they can be seen."""
        self._forms.append(form)
        self.body.insertWidget(self.body.indexOf(self._error), form)

    def carry_out(self) -> None:
        """Do it with what stands in the fields; where it cannot be done, say at the field why."""
        self._say("")
        values: Values = {}
        for form in self._forms:
            form.clear_errors()
            if not form.isHidden():
                values |= form.values()
        try:
            self._carry_out(values)
        except UserError as error:
            field = self._aliases.get(error.field or "", error.field)
            if not self.tell(UserError(error.message, field=field, rule=error.rule)):
                self._say(error.message)
        except EnvironmentFault as error:
            self._say(error.message)
        else:
            self.carried = True
            self.closed.emit()

    def tell(self, error: UserError) -> bool:
        """Say at its field what is wrong; returns whether the error concerns a field here."""
        return any(form.show_error(error) for form in self._forms if not form.isHidden())

    def _say(self, text: str) -> None:
        self._error.setText(text)
        self._error.setHidden(not text)

    def begin(self) -> None:
        """Put the cursor in the first field."""
        if self._names:
            self.form.field(self._names[0]).setFocus()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Leave it on Escape, do it on Ctrl+Enter, and on Enter in a line of text."""
        enter = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        control = bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
        if event.key() == Qt.Key.Key_Escape:
            self.closed.emit()
        elif enter and (control or isinstance(self._focused(), QLineEdit)):
            self.carry_out()
        else:
            super().keyPressEvent(event)

    def _focused(self) -> QWidget | None:
        focused = self.focusWidget()
        return focused if isinstance(focused, QWidget) else None
