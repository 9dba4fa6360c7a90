"""A button that asks in place for the day on which something was sent."""

from collections.abc import Callable
from datetime import date

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from samverkan_desktop.errors import UserError
from samverkan_desktop.i18n import tr
from samverkan_desktop.ui import theme
from samverkan_desktop.ui.pages.meetings.in_place import InPlaceForm, Values
from samverkan_desktop.ui.widgets.form import Field, Kind
from samverkan_desktop.ui.widgets.parts import button


class SentDay(QWidget):
    """The button, and the form that it opens under it.

    Args:
        verb: what the button says.
        label: what the day is called.
        state: the use case, given the day.
        name: what a screen reader calls the button, where several say the same.
    """

    def __init__(self, verb: str, label: str, state: Callable[[date], object], name: str = "") -> None:
        super().__init__()
        self._label = label
        self._state = state
        self._form: InPlaceForm | None = None
        self.ask = button(verb, self.open, "link")
        self.ask.setAccessibleName(name or verb.rstrip("…"))
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(theme.NEAR)
        self._column.addWidget(self.ask, 0, Qt.AlignmentFlag.AlignLeft)

    def open(self) -> None:
        """Ask for the day."""
        self.close_form()
        fields = [Field("on", self._label, Kind.DATE)]
        form = self._form = InPlaceForm("", fields, tr("Notera"), self._carry_out)
        form.closed.connect(self._left)
        self._column.addWidget(form)
        form.show()
        form.begin()

    def close_form(self) -> None:
        """Ask no more: it is done, or another meeting is shown."""
        if self._form is not None:
            self._form.hide()
            self._form.deleteLater()
        self._form = None

    def _left(self) -> None:
        self.close_form()
        self.ask.setFocus()

    def _carry_out(self, values: Values) -> None:
        on = values["on"]
        if not isinstance(on, date):
            raise UserError(tr("Ange en dag."), field="on")
        self._state(on)
