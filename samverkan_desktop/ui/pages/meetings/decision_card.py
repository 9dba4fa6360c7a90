"""A decision as a card under the notes: its words, what it does, who carries it out; the rest unfolds."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QCompleter, QHBoxLayout

from samverkan_desktop.errors import UserError
from samverkan_desktop.i18n import tr
from samverkan_desktop.rules.wording import capital
from samverkan_desktop.services import decision
from samverkan_desktop.services.decision import DecisionRow
from samverkan_desktop.ui import theme
from samverkan_desktop.ui.hand_out import HandOut, Of
from samverkan_desktop.ui.page import PageContext
from samverkan_desktop.ui.pages.meetings.decision_more import DecisionMore
from samverkan_desktop.ui.pages.meetings.in_place import attempt
from samverkan_desktop.ui.widgets.expander import Expander
from samverkan_desktop.ui.widgets.fields import ChoiceField, MultilineField, TextField
from samverkan_desktop.ui.widgets.parts import Card, MenuButton, icon_button
from samverkan_desktop.vocabulary import DecisionKind, DocumentKind

#: What is chosen in the menu: a text, and what it does with the decision.
Choice = tuple[str, Callable[[DecisionRow], object]]


class DecisionCard(Card):
    """One decision; each field saves itself.

    Args:
        context: what the page is given.
        row: the decision.
        choices: what stands in the menu *Det här beslutet gäller*.
        functions: those of the group, offered as who carries it out and who is told.
    """

    def __init__(
        self, context: PageContext, row: DecisionRow, choices: list[Choice], functions: Sequence[str] = ()
    ) -> None:
        super().__init__()
        self._context = context
        self._row = row
        self._editable = True
        self._number = theme.label("", "strong")
        self.menu = MenuButton(tr("Gäller …"), icon="chevron-down")
        self.menu.setAccessibleName(tr("Det här beslutet gäller"))
        self.menu.setToolTip(tr("Det här beslutet gäller …"))
        self.menu.offer([(text, self._do(done)) for text, done in choices])
        self.extract = HandOut(
            context, DocumentKind.EXTRACT, tr("Utdrag"), lambda: Of(item_id=self._row.item_id)
        )
        self._remove = icon_button("trash-2", tr("Ta bort beslutet"), self.remove)
        self._proposal = theme.label("", "small", wrap=True)
        self.text = MultilineField(lines=2)
        self.text.setAccessibleName(tr("Beslutets lydelse"))
        self.kind = ChoiceField([(kind, capital(decision.kind_label(kind))) for kind in DecisionKind])
        self.kind.setAccessibleName(tr("Beslutets slag"))
        self.responsible = TextField()
        self.responsible.setPlaceholderText(tr("Ansvarig funktion"))
        self.responsible.setAccessibleName(tr("Ansvarig funktion"))
        self.responsible.setCompleter(_completer(functions, self.responsible))
        self._error = theme.label("", "error", wrap=True)
        self._error.hide()
        self._note = theme.label("", "small", wrap=True)
        self.more: DecisionMore | None = None
        self.unfold = Expander(tr("Förslag, tid, sändlista, ersätter"), lambda: self._build_more(functions))
        self.unfold.opened.connect(lambda _open: self._say_briefly())
        self._lay_out()
        for name, field in (("text", self.text), ("kind", self.kind), ("responsible", self.responsible)):
            field.committed.connect(lambda value, name=name: self._save(name, value))

    def _do(self, done: Callable[[DecisionRow], object]) -> Callable[[], object]:
        return lambda: done(self._row)

    def _lay_out(self) -> None:
        top = QHBoxLayout()
        top.addWidget(self._number)
        top.addStretch(1)
        top.addWidget(self.extract)
        top.addWidget(self.menu)
        top.addWidget(self._remove)
        below = QHBoxLayout()
        below.addWidget(self.kind)
        below.addWidget(self.responsible, 1)
        self.body.addLayout(top)
        self.body.addWidget(self._proposal)
        self.body.addWidget(self.text)
        self.body.addLayout(below)
        self.body.addWidget(self._error)
        self.body.addWidget(self._note)
        self.body.addWidget(self.unfold)

    def _build_more(self, functions: Sequence[str]) -> DecisionMore:
        self.more = DecisionMore(self._context, functions)
        self.more.committed.connect(self._save)
        self.more.show_row(self._row, self._editable)
        return self.more

    def show_row(self, row: DecisionRow, editable: bool) -> None:
        """Show the decision as it is stored."""
        self._row, self._editable = row, editable
        self._number.setText(tr("Beslut {number}", number=row.number))
        self.setAccessibleName(tr("Beslut {number}", number=row.number))
        self._say_briefly()
        self.text.set_value(row.text)
        self.kind.set_value(row.kind)
        self.responsible.set_value(row.responsible)
        self.responsible.setToolTip(row.responsible)
        self.text.setReadOnly(not editable)
        self.responsible.setReadOnly(not editable)
        for widget in (self.kind, self.menu):
            widget.setEnabled(editable)
        self._remove.setVisible(editable)
        if self.more is not None:
            self.more.show_row(row, editable)

    def _say_briefly(self) -> None:
        """Say on the folded card what stands in the fields that unfold."""
        folded, row = not self.unfold.is_open(), self._row
        self._proposal.setText(tr("Förslag: {proposal}", proposal=row.proposal))
        self._proposal.setVisible(folded and bool(row.proposal))
        note = " · ".join(_said(row))
        self._note.setText(note)
        self._note.setVisible(folded and bool(note))

    def commit(self) -> None:
        """Save what is being written."""
        self.text.commit()
        self.responsible.commit()
        if self.more is not None:
            self.more.commit()

    def remove(self) -> None:
        """Take the decision away."""
        if attempt(self._context, lambda: decision.remove(self._context.workspace, self._row.id)):
            self._context.messages.say(tr("Beslutet togs bort."), undo=True)

    def _save(self, name: str, value: object) -> None:
        work, decision_id = self._context.workspace, self._row.id
        self._error.hide()
        if self.more is not None:
            self.more.clear_errors()
        try:
            decision.change(work, decision_id, **{name: value})
        except UserError as error:
            if self.more is None or not self.more.show_error(error):
                self._error.setText(error.message)
                self._error.show()


def _said(row: DecisionRow) -> list[str]:
    """Return what has been said of a decision beside its words, for the folded card."""
    when = tr("Senast {when}", when=row.when) if row.when else ""
    told = tr("Sänds till {names}", names=", ".join(row.distribution)) if row.distribution else ""
    return [part for part in (when, told, capital(row.standing)) if part]


def _completer(texts: Sequence[str], field: TextField) -> QCompleter:
    completer = QCompleter(list(texts), field)
    completer.setFilterMode(Qt.MatchFlag.MatchContains)
    completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
    return completer
