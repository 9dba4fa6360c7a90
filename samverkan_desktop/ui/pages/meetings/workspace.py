"""A meeting as a place to work in: its steps, and what each step shows."""

from collections.abc import Callable

from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from samverkan_desktop.i18n import clock_span, long_date, tr
from samverkan_desktop.ui import theme
from samverkan_desktop.ui.page import PageContext
from samverkan_desktop.ui.pages.meetings import state as meeting_state
from samverkan_desktop.ui.pages.meetings import words
from samverkan_desktop.ui.pages.meetings.call_view import CallView
from samverkan_desktop.ui.pages.meetings.finish_view import FinishView
from samverkan_desktop.ui.pages.meetings.history_view import tell_history
from samverkan_desktop.ui.pages.meetings.in_place import attempt
from samverkan_desktop.ui.pages.meetings.mending import Mending
from samverkan_desktop.ui.pages.meetings.notes_pane import NotesPane
from samverkan_desktop.ui.pages.meetings.panes import Panes
from samverkan_desktop.ui.pages.meetings.plan_view import PlanView
from samverkan_desktop.ui.pages.meetings.projector import Projector
from samverkan_desktop.ui.pages.meetings.send_view import SendView
from samverkan_desktop.ui.pages.meetings.state import MeetingState, with_notes
from samverkan_desktop.ui.pages.meetings.steps import At, next_step, steps
from samverkan_desktop.ui.widgets.chip import Chip
from samverkan_desktop.ui.widgets.flow import Flow
from samverkan_desktop.ui.widgets.parts import button, icon_button
from samverkan_desktop.ui.widgets.stepper import Stepper
from samverkan_desktop.vocabulary import MeetingStatus


class MeetingWorkspace(QWidget):
    """One meeting, from plan to distributed minutes.

    Args:
        context: what the page is given.
        back: goes back to the list.
    """

    def __init__(self, context: PageContext, back: Callable[[], object]) -> None:
        super().__init__()
        self._context = context
        self.state: MeetingState | None = None
        self.item_id: int | None = None
        self.here = At.PLAN
        self._title = theme.label("", "title")
        self._when = theme.label("", "muted")
        self._chip = Chip("not_due", " ")
        self._back = button(tr("Alla möten"), back, "link", "chevron-left")
        self.stepper = Stepper()
        self.stepper.chosen.connect(lambda key: self.go(At(key)))
        self.history = button(tr("Historik"), lambda: tell_history(context, self.state), "quiet", "history")
        self.history.setToolTip(tr("Vem som har ändrat vad i mötet, och vägen tillbaka"))
        self._next = button("", self._go_on, "", "arrow-right")
        self.plan = PlanView(context)
        self.panes = Panes(context)
        self.agenda, self.attendance = self.panes.agenda, self.panes.attendance
        self.item, self.notes = self.panes.item, self.panes.notes
        self.agenda.chosen.connect(self.choose)
        self.attendance.begun.connect(self.attendance.margin.open_item)
        self.attendance.escaped.connect(self.notes.editor.text.setFocus)
        self.call = CallView(context)
        self.mending = Mending(self)
        self.finish = FinishView(context, self.mending.go)
        self.send = SendView(context)
        self.projector = Projector(self)
        self._room = icon_button("layout-dashboard", tr("Visa på projektor (F5)"), self.projector.toggle)
        self._lay_out()

    def _lay_out(self) -> None:
        self._stack = QStackedWidget()
        for view in (self.plan, self.panes, self.call, self.finish, self.send):
            self._stack.addWidget(view)
        named = Flow(across=theme.NEAR + theme.GRID)
        for each in (self._back, self._title, self._chip, self._when):
            named.addWidget(each)
        top = QHBoxLayout()
        top.setSpacing(theme.NEAR + theme.GRID)
        top.addLayout(named, 1)
        top.addWidget(self._room)
        top.addWidget(self.history)
        top.addWidget(self._next)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.NEAR + theme.GRID)
        column.addLayout(top)
        column.addWidget(self.stepper)
        column.addWidget(self._stack, 1)

    def open(self, meeting_id: int, item_id: int | None = None) -> None:
        """Open a meeting at its next step, or at one of its items; notes that are not saved stay in sight."""
        self.commit()
        if self.notes.editor.keeper.unsaved:
            return
        self.state = meeting_state.read(self._context.workspace, meeting_id)
        self.here = next_step(self.state.meeting)
        if item_id is not None and self.here not in (At.AGENDA, At.HOLD):
            self.here = At.HOLD if self.state.decisions or not self.state.editable else At.AGENDA
        self.item_id = item_id
        self._show()
        self._begin_here()

    def refresh(self) -> None:
        """Read the meeting again; what is being written is left alone.

        Notes that undo has changed under another item are gone to, or one would not see what it did.
        """
        if self.state is not None:
            before = with_notes(self.state, *self.notes.editor.keeper.kept)
            self.state = meeting_state.read(self._context.workspace, before.meeting.id)
            elsewhere = meeting_state.noted_anew(before, self.state)
            if len(elsewhere) == 1 and self.here in (At.AGENDA, At.HOLD):
                self.item_id = elsewhere[0]
            self._show()

    def go(self, step: At) -> None:
        """Go to a step, unless there are notes that could not be saved."""
        self.commit()
        if self.notes.editor.keeper.unsaved:
            return
        before, self.here = self.here, step
        if attempt(self._context, self.refresh):
            self._begin_here()
        else:
            self.here = before

    def _go_on(self) -> None:
        order = list(At)
        self.go(order[min(order.index(self.here) + 1, len(order) - 1)])

    def choose(self, item_id: int) -> None:
        """Open an item; what is written under the one before is saved first.

        Nothing is read anew: the page has been told of every change but that of the notes just left.
        """
        if self.commit() or self.item_id is None:
            self.item_id = item_id
        if self.state is not None:
            self.state = with_notes(self.state, *self.notes.editor.keeper.kept)
        if attempt(self._context, self._show) and self.here is At.HOLD:
            self.attendance.margin.open_item()

    def commit(self) -> bool:
        """Save what is being written; returns whether all of it could be saved."""
        return self.panes.commit()

    def decide(self) -> None:
        """Make a decision of the line in the notes."""
        if self.here is At.HOLD:
            self.notes.decide()

    def in_notes(self, doing: Callable[[NotesPane], object]) -> None:
        """Do something with the line in the notes, where one writes."""
        if self.here is At.HOLD:
            doing(self.notes)

    def step(self, by: int) -> None:
        """Open the next item, or the one before."""
        if self.here in (At.AGENDA, At.HOLD):
            self.agenda.step(by)

    def _begin_here(self) -> None:
        if self.here is At.FINISH:
            self.finish.begin()
            return
        places: dict[At, QWidget] = {At.AGENDA: self.agenda.view, At.HOLD: self.notes.editor.text}
        places.get(self.here, self.stepper).setFocus()
        if self.here is At.HOLD:
            self.attendance.margin.open_item()

    def _show(self) -> None:
        state = self.state
        if state is None:
            return
        if state.item(self.item_id) is None:
            self.item_id = state.items[0].id if state.items else None
        row = state.meeting
        self._title.setText(row.title)
        self._when.setText(f"{row.group}, {long_date(row.day)} {clock_span(row.starts, row.ends)}".strip())
        self._chip.show_status(words.status_shape(row.status), words.meeting_status(row.status))
        shown = steps(row, self.here)
        self.stepper.show_steps(shown)
        following = list(At).index(self.here) + 1
        sent = row.status is MeetingStatus.SENT
        self._next.setVisible(following < len(shown) and not sent)
        if following < len(shown):
            text = tr("Nästa: {step}", step=shown[following].label)
            self._next.setText(f" {text}")
            self._next.setAccessibleName(text)
        self._show_step(state)
        self._room.setVisible(self.here is At.HOLD)
        self.projector.show_state(state, self.item_id)

    def _show_step(self, state: MeetingState) -> None:
        whole: dict[At, PlanView | CallView | FinishView | SendView] = {
            At.PLAN: self.plan,
            At.CALL: self.call,
            At.FINISH: self.finish,
            At.SEND: self.send,
        }
        view = whole.get(self.here)
        if view is not None:
            view.show_state(state)
            self._stack.setCurrentWidget(view)
            return
        self.panes.show_state(state, self.item_id, holding=self.here is At.HOLD)
        self._stack.setCurrentWidget(self.panes)
