"""The chosen row of a register: a form that saves itself, what more is known, and what can be done."""

from typing import Generic, TypeVar

from PySide6.QtCore import Qt

from samverkan_desktop.errors import EnvironmentFault, UserError
from samverkan_desktop.i18n import tr
from samverkan_desktop.ui.page import PageContext
from samverkan_desktop.ui.pages.registers.register import Doing, Register
from samverkan_desktop.ui.widgets.entry import Entry, Steps, Values
from samverkan_desktop.ui.widgets.facts import Facts
from samverkan_desktop.ui.widgets.form import Form
from samverkan_desktop.ui.widgets.parts import button
from samverkan_desktop.ui.widgets.side_panel import SidePanel

R = TypeVar("R")


class RowPanel(SidePanel, Generic[R]):
    """One row of a register.

    Args:
        context: what the page is given.
        register: the register.
    """

    def __init__(self, context: PageContext, register: Register[R]) -> None:
        super().__init__(register.title)
        self._context = context
        self._register = register
        self._row: R | None = None
        self.form = Form(register.fields)
        self.form.committed.connect(self._changed)
        self.facts = Facts(context.navigate)
        self.steps = Steps()
        for doing in register.doings:
            self._add_doing(doing)
        self.content.addWidget(self.facts)
        self.content.addWidget(self.form)
        self.content.addWidget(self.steps)
        self.remove = button(tr("Ta bort"), self._remove, "quiet", "trash-2")
        self.remove.setHidden(register.remove is None)
        self.content.addWidget(self.remove, 0, Qt.AlignmentFlag.AlignLeft)

    def _add_doing(self, doing: Doing[R]) -> None:
        def carry_out(values: Values) -> None:
            doing.carry_out(self._shown(), values)

        entry = Entry(doing.fields, doing.step, carry_out, self._context.messages, tr("Avbryt"))
        self.steps.add(doing.key, doing.text, entry, lambda: doing.begin(self._shown()))

    def _shown(self) -> R:
        if self._row is None:
            raise LookupError("nothing is chosen")
        return self._row

    def show_row(self, row: R) -> None:
        """Show a row; what is being written of the same one is kept."""
        register = self._register
        before = register.identity(self._row) if self._row is not None else None
        if before != register.identity(row):
            self.form.clear_errors()
            self.steps.offer()
        self._row = row
        self.set_title(register.heading(row))
        self.facts.show_facts(register.known(row))
        self.facts.setVisible(bool(register.known(row)))
        self.form.show_values(register.values(row))
        self.steps.offer(*(doing.key for doing in register.doings if doing.offered(row)))

    def _changed(self, name: str, value: object) -> None:
        row = self._shown()
        if self._register.values(row).get(name) == value:
            return
        self.form.clear_errors()
        try:
            self._register.change(row, name, value)
        except UserError as error:
            if not self.form.show_error(error):
                self._context.messages.trouble(error)
        except EnvironmentFault as error:
            self._context.messages.trouble(error)

    def _remove(self) -> None:
        row, remove = self._shown(), self._register.remove
        if remove is None:
            return
        heading = self._register.heading(row)
        try:
            remove(row)
        except (UserError, EnvironmentFault) as error:
            self._context.messages.trouble(error)
        else:
            self._context.messages.say(tr("{what} togs bort.", what=heading), undo=True)
