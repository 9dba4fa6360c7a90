"""Who is to approve the minutes, and the day each did: at the step Färdigställ, where the group has it so."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from samverkan_desktop.i18n import tr
from samverkan_desktop.services import approval
from samverkan_desktop.services.approval import ApproverRow, Standing
from samverkan_desktop.ui import theme
from samverkan_desktop.ui.page import PageContext
from samverkan_desktop.ui.pages.meetings.in_place import attempt, save
from samverkan_desktop.ui.pages.meetings.sent_day import SentDay
from samverkan_desktop.ui.pages.meetings.state import MeetingState
from samverkan_desktop.ui.widgets.form import Field, Form, Kind
from samverkan_desktop.ui.widgets.parts import Card, button
from samverkan_desktop.vocabulary import Approval


class ApprovalCard(Card):
    """How the minutes are approved; hidden where they are not.

    Args:
        context: what the page is given.
    """

    def __init__(self, context: PageContext) -> None:
        super().__init__(tr("Godkännande"))
        self._context = context
        self._meeting_id = 0
        self._shown: tuple[int, Standing, bool] | None = None
        self.sentence = theme.label("", wrap=True)
        self.who = Form([Field("seat_ids", tr("Vilka justerar anteckningarna?"), Kind.CHECKS)])
        self.who.committed.connect(lambda _name, value: self._choose(value))
        self._rows = QVBoxLayout()
        self._rows.setSpacing(theme.NEAR)
        self.body.addWidget(self.sentence)
        self.body.addWidget(self.who)
        self.body.addLayout(self._rows)

    def show_state(self, state: MeetingState, *, finished: bool) -> None:
        """Show how a meeting's minutes are approved."""
        self._meeting_id = state.meeting.id
        found = approval.standing(self._context.workspace, self._meeting_id)
        self.setVisible(found.how is not Approval.NONE)
        self.sentence.setText(found.sentence)
        self.who.setVisible(found.how is Approval.NAMED and state.editable)
        seats = [(seat.id, seat.function) for seat in state.group.seats]
        self.who.offer("seat_ids", seats)
        self.who.show_values({"seat_ids": [row.seat_id for row in found.approvers]})
        if self._shown == (self._meeting_id, found, finished):
            return
        self._shown = (self._meeting_id, found, finished)
        while entry := self._rows.takeAt(0):
            if (gone := entry.widget()) is not None:
                gone.hide()
                gone.deleteLater()
        for row in found.approvers if finished else ():
            self._rows.addWidget(self._line(row))

    def _line(self, row: ApproverRow) -> QWidget:
        work = self._context.workspace
        line = QWidget()
        beside = QHBoxLayout(line)
        beside.setContentsMargins(0, 0, 0, 0)
        if row.approved_on is None:
            # The name stays beside the button when the form opens under that.
            beside.addWidget(theme.label(row.function, wrap=True), 1, Qt.AlignmentFlag.AlignTop)
            name = tr("{function} justerade den…", function=row.function)
            ask = SentDay(
                tr("Justerade…"),
                tr("Justerade den"),
                lambda on: approval.approve(work, row.id, on),
                name,
            )
            beside.addWidget(ask, 0, Qt.AlignmentFlag.AlignTop)
            return line
        said = tr("{function}, justerade {day}", function=row.function, day=row.approved_on)
        beside.addWidget(theme.label(said, wrap=True), 1)
        back = button(tr("Ta tillbaka"), lambda: self._take_back(row), "link")
        back.setAccessibleName(tr("Ta tillbaka justeringen av {function}", function=row.function))
        beside.addWidget(back)
        return line

    def _take_back(self, row: ApproverRow) -> None:
        attempt(self._context, lambda: approval.take_back(self._context.workspace, row.id))

    def _choose(self, value: object) -> None:
        seats = [int(str(each)) for each in value] if isinstance(value, (list, tuple)) else []
        work, meeting_id = self._context.workspace, self._meeting_id
        save(self._context, self.who, lambda: approval.name_approvers(work, meeting_id, seats))
