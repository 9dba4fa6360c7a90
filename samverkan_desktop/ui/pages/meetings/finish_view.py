"""The step Färdigställ: what stops it and where that is mended; and how finished minutes are corrected."""

from collections.abc import Callable, Sequence

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from samverkan_desktop.i18n import tr
from samverkan_desktop.services import minutes, minutes_checks
from samverkan_desktop.services.minutes_checks import CheckRow
from samverkan_desktop.ui import icons, theme
from samverkan_desktop.ui.page import PageContext
from samverkan_desktop.ui.pages.meetings.approval_card import ApprovalCard
from samverkan_desktop.ui.pages.meetings.checks_list import ChecksList
from samverkan_desktop.ui.pages.meetings.in_place import attempt, save
from samverkan_desktop.ui.pages.meetings.protocol_card import ProtocolCard
from samverkan_desktop.ui.pages.meetings.state import MeetingState
from samverkan_desktop.ui.pages.meetings.versions_list import VersionsList
from samverkan_desktop.ui.widgets.form import Field, Form
from samverkan_desktop.ui.widgets.parts import Card, button, scrolling
from samverkan_desktop.vocabulary import MeetingStatus

_FINISHED = (MeetingStatus.FINISHED, MeetingStatus.SENT)
_SIGN = 20


class FinishView(QWidget):
    """A checklist of what stops the minutes, the button that finishes them, and their versions.

    Args:
        context: what the page is given.
        mend: goes to where what was found is mended.
    """

    def __init__(self, context: PageContext, mend: Callable[[CheckRow], object]) -> None:
        super().__init__()
        self._context = context
        self._meeting_id = 0
        self._card = Card(tr("Färdigställ anteckningarna"))
        self._ready = _Ready()
        self.checks = ChecksList(self._leave)
        self.checks.gone.connect(mend)
        self.checks.insisted.connect(self._insist)
        self._reason = Form(
            [Field("reason", tr("Varför rättas anteckningarna?"), help=tr("Skälet följer med rättelsen."))]
        )
        self._public = theme.label(
            tr(
                "När anteckningarna har färdigställts kan de inte ändras, bara rättas. "
                "När de skickas ut blir de normalt allmän handling."
            ),
            "small",
            wrap=True,
        )
        self.finish = button(tr("Färdigställ"), self.carry_out, "primary", "check")
        self.reopen = button(tr("Öppna för rättelse"), self._reopen, "", "pencil")
        self.versions = VersionsList(context)
        self.approval = ApprovalCard(context)
        self.protocol = ProtocolCard(context)
        self._lay_out()

    def _lay_out(self) -> None:
        body = self._card.body
        body.addWidget(self._ready)
        body.addWidget(self.checks)
        body.addWidget(self._reason)
        body.addWidget(self._public)
        row = QHBoxLayout()
        row.addWidget(self.finish)
        row.addWidget(self.reopen)
        row.addStretch(1)
        body.addLayout(row)
        body.addWidget(self.versions)
        self.approval.setMaximumWidth(180 * theme.GRID)
        self.protocol.setMaximumWidth(180 * theme.GRID)
        self._card.setMaximumWidth(180 * theme.GRID)
        inside = QWidget()
        column = QVBoxLayout(inside)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._card)
        column.addWidget(self.approval)
        column.addWidget(self.protocol)
        column.addStretch(1)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(scrolling(inside))

    def show_state(self, state: MeetingState) -> None:
        """Show what stops a meeting's minutes."""
        work = self._context.workspace
        if state.meeting.id != self._meeting_id:
            self._reason.show_values({"reason": ""})
            self._reason.clear_errors()
        self._meeting_id = state.meeting.id
        finished = state.meeting.status in _FINISHED
        rows = minutes_checks.checks(work, self._meeting_id)
        if finished:  # what was left is remembered; what stops is behind
            rows = tuple(row for row in rows if row.reason)
        stopped = any(row.stops for row in rows)
        versions = minutes.versions(work, self._meeting_id)
        said = tr("Inget saknas. Anteckningarna kan färdigställas.")
        if any(row.reason for row in rows):
            said = tr("Anteckningarna kan färdigställas.")
        self._ready.say("" if stopped else tr("Anteckningarna är färdigställda.") if finished else said)
        self.checks.show_rows(rows, editable=state.editable)
        self._reason.setVisible(bool(versions) and not finished)
        self._public.setVisible(not finished)
        self.finish.setVisible(not finished)
        self.finish.setEnabled(not stopped)
        self.reopen.setVisible(finished)
        self.approval.show_state(state, finished=finished)
        self.protocol.show_state(state)
        self.versions.show_rows(self._meeting_id, versions)

    def begin(self) -> None:
        """Put the cursor where one goes on: at what is found, or at the button that finishes."""
        if self.finish.isVisible() and self.finish.isEnabled():
            self.finish.setFocus()
        elif not self.checks.begin():
            self.reopen.setFocus()

    def _leave(self, rows: Sequence[CheckRow], reason: str) -> None:
        left = [(row.check, row.place) for row in rows]
        minutes_checks.waive(self._context.workspace, self._meeting_id, left, reason)

    def _insist(self, row: CheckRow) -> None:
        work, meeting_id = self._context.workspace, self._meeting_id
        attempt(self._context, lambda: minutes_checks.insist(work, meeting_id, row.check, row.place))

    def carry_out(self) -> None:
        """Finish the minutes."""
        work, meeting_id = self._context.workspace, self._meeting_id
        reason = str(self._reason.value("reason"))
        if save(self._context, self._reason, lambda: minutes.finish(work, meeting_id, reason)):
            self._reason.show_values({"reason": ""})
            self._context.messages.say(tr("Anteckningarna är färdigställda."), undo=True)

    def _reopen(self) -> None:
        attempt(self._context, lambda: minutes.reopen(self._context.workspace, self._meeting_id))


class _Ready(QWidget):
    """The line that says that nothing is in the way."""

    def __init__(self) -> None:
        super().__init__()
        self._words = theme.label("", wrap=True)
        sign = theme.label("")
        sign.setPixmap(icons.icon("check", "accent").pixmap(_SIGN))
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(theme.NEAR)
        row.addWidget(sign)
        row.addWidget(self._words, 1)

    def say(self, text: str) -> None:
        """Say something, or nothing."""
        self._words.setText(text)
        self.setHidden(not text)
