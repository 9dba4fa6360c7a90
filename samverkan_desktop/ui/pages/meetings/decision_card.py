"""A decision as a card under the notes: its words, what it does, who carries it out."""

from collections.abc import Callable

from PySide6.QtWidgets import QHBoxLayout

from samverkan_desktop.errors import UserError
from samverkan_desktop.i18n import tr
from samverkan_desktop.services import decision
from samverkan_desktop.services.decision import DecisionRow
from samverkan_desktop.ui import theme
from samverkan_desktop.ui.page import PageContext
from samverkan_desktop.ui.pages.meetings.in_place import attempt
from samverkan_desktop.ui.widgets.fields import ChoiceField, MultilineField, TextField
from samverkan_desktop.ui.widgets.parts import Card, MenuButton, icon_button
from samverkan_desktop.vocabulary import DecisionKind

#: What is chosen in the menu: a text, and what it does with the decision.
Choice = tuple[str, Callable[[DecisionRow], object]]


class DecisionCard(Card):
    """One decision; each field saves itself.

    Args:
        context: what the page is given.
        row: the decision.
        choices: what stands in the menu *Det här beslutet gäller*.
    """

    def __init__(self, context: PageContext, row: DecisionRow, choices: list[Choice]) -> None:
        super().__init__()
        self._context = context
        self._row = row
        self._number = theme.label("", "strong")
        self.menu = MenuButton(tr("Gäller …"), icon="chevron-down")
        self.menu.setAccessibleName(tr("Det här beslutet gäller"))
        self.menu.setToolTip(tr("Det här beslutet gäller …"))
        self.menu.offer([(text, self._do(done)) for text, done in choices])
        self._remove = icon_button("trash-2", tr("Ta bort beslutet"), self.remove)
        self.text = MultilineField(lines=2)
        self.text.setAccessibleName(tr("Beslutets lydelse"))
        self.kind = ChoiceField([(kind, decision.kind_label(kind)) for kind in DecisionKind])
        self.kind.setAccessibleName(tr("Beslutets slag"))
        self.responsible = TextField()
        self.responsible.setPlaceholderText(tr("Ansvarig funktion"))
        self.responsible.setAccessibleName(tr("Ansvarig funktion"))
        self._error = theme.label("", "error", wrap=True)
        self._error.hide()
        self._note = theme.label("", "small", wrap=True)
        self._lay_out()
        self.text.committed.connect(lambda value: self._save("text", value))
        self.kind.committed.connect(lambda value: self._save("kind", value))
        self.responsible.committed.connect(lambda value: self._save("responsible", value))

    def _do(self, done: Callable[[DecisionRow], object]) -> Callable[[], object]:
        return lambda: done(self._row)

    def _lay_out(self) -> None:
        top = QHBoxLayout()
        top.addWidget(self._number)
        top.addStretch(1)
        top.addWidget(self.menu)
        top.addWidget(self._remove)
        below = QHBoxLayout()
        below.addWidget(self.kind)
        below.addWidget(self.responsible, 1)
        self.body.addLayout(top)
        self.body.addWidget(self.text)
        self.body.addLayout(below)
        self.body.addWidget(self._error)
        self.body.addWidget(self._note)

    def show_row(self, row: DecisionRow, editable: bool) -> None:
        """Show the decision as it is stored."""
        self._row = row
        self._number.setText(tr("Beslut {number}", number=row.number))
        self.setAccessibleName(tr("Beslut {number}", number=row.number))
        self.text.set_value(row.text)
        self.kind.set_value(row.kind)
        self.responsible.set_value(row.responsible)
        self.text.setReadOnly(not editable)
        self.responsible.setReadOnly(not editable)
        for widget in (self.kind, self.menu):
            widget.setEnabled(editable)
        self._remove.setVisible(editable)
        note = f"{row.standing[:1].upper()}{row.standing[1:]}." if row.standing else ""
        self._note.setText(note)
        self._note.setVisible(bool(note))

    def commit(self) -> None:
        """Save what is being written."""
        self.text.commit()
        self.responsible.commit()

    def remove(self) -> None:
        """Take the decision away."""
        if attempt(self._context, lambda: decision.remove(self._context.workspace, self._row.id)):
            self._context.messages.say(tr("Beslutet togs bort."), undo=True)

    def _save(self, name: str, value: object) -> None:
        work, decision_id = self._context.workspace, self._row.id
        self._error.hide()
        try:
            decision.change(work, decision_id, **{name: value})
        except UserError as error:
            self._error.setText(error.message)
            self._error.show()
