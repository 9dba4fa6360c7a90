"""What came out of the item that is open: decisions, commissions, tasks, and the form open in place."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from samverkan_desktop.i18n import tr
from samverkan_desktop.services import role
from samverkan_desktop.services.commission import CommissionRow
from samverkan_desktop.services.decision import DecisionRow
from samverkan_desktop.services.task import TaskRow
from samverkan_desktop.ui import theme
from samverkan_desktop.ui.page import PageContext
from samverkan_desktop.ui.pages.meetings.commission_card import CommissionCard, report_form
from samverkan_desktop.ui.pages.meetings.commission_form import CommissionForm
from samverkan_desktop.ui.pages.meetings.decision_card import Choice, DecisionCard
from samverkan_desktop.ui.pages.meetings.effects import Asked, Effect, effects
from samverkan_desktop.ui.pages.meetings.in_place import InPlaceForm
from samverkan_desktop.ui.pages.meetings.state import MeetingState
from samverkan_desktop.ui.pages.meetings.task_card import TaskCard, task_form

_Row = DecisionRow | CommissionRow | TaskRow
_Card = DecisionCard | CommissionCard | TaskCard


class Outcomes(QWidget):
    """Cards under the notes, in the order things were decided.

    Args:
        context: what the page is given.
    """

    #: The form that was open in place is gone, with the passage of the notes that became something.
    closed = Signal(str)
    #: A form opened in place, above the cards.
    opened = Signal()

    def __init__(self, context: PageContext) -> None:
        super().__init__()
        self._context = context
        self._state: MeetingState | None = None
        self._item_id: int | None = None
        self._cards: dict[tuple[str, int], _Card] = {}
        self.open_form: InPlaceForm | None = None
        self._from_notes = ""
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(theme.NEAR)
        self._column.addStretch(1)

    @property
    def empty(self) -> bool:
        """Whether there is nothing to see."""
        return not self._cards and self.open_form is None

    def show_state(self, state: MeetingState, item_id: int) -> None:
        """Show what came out of an item."""
        if item_id != self._item_id or not state.editable:
            self.leave_form()
        self._state, self._item_id = state, item_id
        wanted = _wanted(state, item_id)
        if list(wanted) != list(self._cards):
            self._rebuild(wanted)
        for key, card in self._cards.items():
            match card, wanted[key]:
                case DecisionCard(), DecisionRow() as decision:
                    card.show_row(decision, state.editable)
                case CommissionCard(), CommissionRow() as commission:
                    card.show_row(commission, state.editable)
                case TaskCard(), TaskRow() as task:
                    card.show_row(task, state.editable)

    def _rebuild(self, wanted: dict[tuple[str, int], _Row]) -> None:
        for key in [key for key in self._cards if key not in wanted]:
            gone = self._cards.pop(key)
            gone.hide()
            gone.deleteLater()
        kept, self._cards = self._cards, {}
        before = 1 if self.open_form else 0
        for index, (key, row) in enumerate(wanted.items(), before):
            card = kept.get(key) or self._card(row)
            self._cards[key] = card
            self._column.insertWidget(index, card)

    def _card(self, row: _Row) -> _Card:
        if isinstance(row, TaskRow):
            return TaskCard(self._context, row)
        if isinstance(row, CommissionRow):
            return CommissionCard(self._context, row)
        functions = [seat.function for seat in self._state.group.seats] if self._state else []
        return DecisionCard(self._context, row, self._choices(), functions)

    def _choices(self) -> list[Choice]:
        given: list[Choice] = [(tr("Ett uppdrag"), lambda row: self.give_commission(row.text, row.id))]
        words, roles = None, []
        if self._state is not None:
            meeting, words = self._state.meeting, self._state.group.words
            found = role.choices(self._context.workspace, meeting.group_id, meeting.day)
            roles = [each.role for each in found]
        return given + [
            (effect.label, lambda row, effect=effect: self.take_effect(effect, row))
            for effect in effects(words, roles)
        ]

    def commit(self) -> None:
        """Save what is being written on the cards."""
        for card in tuple(self._cards.values()):
            card.commit()

    def give_commission(self, title: str, decision_id: int | None = None) -> None:
        """Ask in place for a commission."""
        if self._state and self._item_id is not None:
            self._show(CommissionForm(self._context, self._state, self._item_id, title, decision_id))
            self._from_notes = title if decision_id is None else ""

    def note_task(self, title: str) -> None:
        """Ask in place for a task."""
        if self._state and self._item_id is not None:
            self._show(task_form(self._context, self._item_id, title))
            self._from_notes = title

    def report(self) -> None:
        """Ask in place which commission was reported under the item."""
        if self._state and self._item_id is not None:
            self._show(report_form(self._context, self._state, self._item_id))

    def take_effect(self, effect: Effect, row: DecisionRow) -> None:
        """Ask in place for what a decision does beyond its words."""
        if self._state:
            self._show(effect.form(Asked(self._context.workspace, self._state, row)))

    def card(self, decision_id: int) -> QWidget | None:
        """Return the card of a decision."""
        return self._cards.get(("decision", decision_id))

    def leave_form(self) -> None:
        """Take the open form away."""
        if self.open_form:
            self.open_form.hide()
            self.open_form.deleteLater()
            self.open_form = None
        self._from_notes = ""

    def _show(self, form: InPlaceForm) -> None:
        self.leave_form()
        self.open_form = form
        form.closed.connect(self._closed)
        self._column.insertWidget(0, form)
        self.opened.emit()
        form.begin()

    def _closed(self) -> None:
        became, form = self._from_notes, self.open_form
        # Rewritten in the form, the words of the notes are nowhere else: they stay.
        lives_on = became and form and form.carried and form.form.value("title") == became
        self.leave_form()
        self.closed.emit(became if lives_on else "")


def _wanted(state: MeetingState, item_id: int) -> dict[tuple[str, int], _Row]:
    wanted: dict[tuple[str, int], _Row] = {}
    for decision in state.decisions:
        if decision.item_id != item_id:
            continue
        wanted["decision", decision.id] = decision
        for commission in state.commissions:
            if commission.decision_id == decision.id:
                wanted["commission", commission.id] = commission
    wanted |= {("task", task.id): task for task in state.tasks if task.item_id == item_id}
    return wanted
