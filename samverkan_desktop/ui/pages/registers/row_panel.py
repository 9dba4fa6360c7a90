"""The chosen row of a register: a form that saves itself, what more is known, and what can be done."""

from typing import Generic, TypeVar

from samverkan_desktop.errors import EnvironmentFault, UserError
from samverkan_desktop.i18n import tr
from samverkan_desktop.ui.page import PageContext
from samverkan_desktop.ui.pages.registers.doings import Doings
from samverkan_desktop.ui.pages.registers.register import Register
from samverkan_desktop.ui.widgets.facts import Facts
from samverkan_desktop.ui.widgets.flow import Flow
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
        self.part = register.part() if register.part else None
        self.steps: Doings[R] = Doings(register.doings, context.messages)
        self.content.addWidget(self.facts)
        if self.part is not None:
            self.content.addWidget(self.part)
        self.content.addWidget(self.steps)
        self.content.addWidget(self.form)
        self.content.addLayout(self._last())

    def _last(self) -> Flow:
        """Return what stands last: moving the row, and taking it away."""
        last = Flow()
        self.remove = button(tr("Ta bort"), self._remove, "quiet", "trash-2")
        last.addWidget(self.remove)
        if self._register.remove is None:  # shown, it would be a window for a moment: it has no parent yet
            self.remove.hide()
        up = button(tr("Flytta upp"), lambda: self._move(-1), "quiet", "chevron-up")
        down = button(tr("Flytta ned"), lambda: self._move(1), "quiet", "chevron-down")
        for moves in (up, down):
            moves.setHidden(self._register.move is None)
            last.addWidget(moves)
        return last

    def _shown(self) -> R:
        if self._row is None:
            raise LookupError("nothing is chosen")
        return self._row

    def show_row(self, row: R) -> None:
        """Show a row; what is being written of the same one is kept."""
        register = self._register
        other = self._row is None or register.identity(self._row) != register.identity(row)
        if other:
            self.form.clear_errors()
        self._row = row
        self.set_title(register.heading(row))
        self.facts.show_facts(register.known(row))
        self.facts.setVisible(bool(register.known(row)))
        if self.part is not None:
            self.part.show_row(row)
        for name, choices in register.row_choices(row).items():
            self.form.offer(name, choices)
            self.form.show_field(name, shown=bool(choices))
        self.form.show_values(register.values(row))
        self.steps.show_thing(row, other=other)

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

    def _move(self, steps: int) -> None:
        if self._register.move is None:
            return
        try:
            self._register.move(self._shown(), steps)
        except (UserError, EnvironmentFault) as error:
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
