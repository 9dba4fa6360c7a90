"""What can be done with a row of a register, or with the register as a whole, out of its declaration."""

from collections.abc import Sequence
from typing import Generic, TypeVar

from samverkan_desktop.errors import EnvironmentFault, UserError
from samverkan_desktop.i18n import tr
from samverkan_desktop.ui.messages import Messages
from samverkan_desktop.ui.pages.registers.register import Doing
from samverkan_desktop.ui.widgets.entry import Entry, Steps, Values
from samverkan_desktop.ui.widgets.form import Form

R = TypeVar("R")


class Doings(Steps, Generic[R]):
    """A button for each thing that can be done; says that it is done, with undo.

    Args:
        doings: the declarations.
        messages: where it is told.
        across: whether the buttons stand beside one another.
    """

    def __init__(self, doings: Sequence[Doing[R]], messages: Messages, *, across: bool = False) -> None:
        super().__init__(across=across)
        self._doings = tuple(doings)
        self._messages = messages
        self._shown: R | None = None
        self.forms: list[Form] = []
        for doing in self._doings:
            self._add(doing)
        self.hide()

    def _add(self, doing: Doing[R]) -> None:
        if not doing.fields:
            self.add_act(doing.key, doing.text, lambda: self._act(doing))
            return

        def carry_out(values: Values) -> None:
            doing.carry_out(self.shown(), values)

        entry = Entry(doing.fields, doing.step, carry_out, self._messages, tr("Avbryt"))
        entry.done.connect(self._say)
        self.forms.append(entry.form)
        self.add(doing.key, doing.text, entry, lambda: doing.begin(self.shown()))

    def shown(self) -> R:
        """Return what it is done with."""
        if self._shown is None:
            raise LookupError("nothing is shown")
        return self._shown

    def show_thing(self, thing: R, *, other: bool) -> None:
        """Offer what can be done with a thing now.

        Args:
            thing: the row, or the agreement's identity.
            other: whether it is another thing than before, so that what was begun is let go.
        """
        if other:
            self.offer()
        self._shown = thing
        offered = [doing.key for doing in self._doings if doing.offered(thing)]
        self.offer(*offered)
        self.setVisible(bool(offered))

    def _act(self, doing: Doing[R]) -> None:
        try:
            doing.carry_out(self.shown(), {})
        except (UserError, EnvironmentFault) as error:
            self._messages.trouble(error)
        else:
            self._say()

    def _say(self) -> None:
        self._messages.say(tr("Sparat."), undo=True)
