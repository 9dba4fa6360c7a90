"""The step Skicka: the finished minutes as files to send, and what has been sent to whom (T20)."""

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from samverkan_desktop.clock import LOCAL_ZONE
from samverkan_desktop.i18n import tr
from samverkan_desktop.services import call, distribution, minutes
from samverkan_desktop.services.distribution import DistributionRow
from samverkan_desktop.ui import theme
from samverkan_desktop.ui.page import PageContext
from samverkan_desktop.ui.pages.meetings.files_written import FilesWritten
from samverkan_desktop.ui.pages.meetings.state import MeetingState
from samverkan_desktop.ui.widgets.parts import Card, scrolling
from samverkan_desktop.vocabulary import DocumentKind, MeetingStatus


class SendView(QWidget):
    """Files to attach, the recipients, and the log of everything sent for the meeting.

    Args:
        context: what the page is given.
    """

    def __init__(self, context: PageContext) -> None:
        super().__init__()
        self._context = context
        self._meeting_id = 0
        self._about = theme.label("", "muted", wrap=True)
        self.files = FilesWritten(
            context,
            tr("Skapa filer att skicka…"),
            tr("Skapar anteckningarna"),
            lambda folder: minutes.send(context.workspace, self._meeting_id, folder),
        )
        self.recipients = theme.label("", wrap=True)
        self.log = theme.label("", wrap=True)
        self._lay_out()

    def _lay_out(self) -> None:
        send = Card(tr("Skicka anteckningarna"))
        send.body.addWidget(self._about)
        send.body.addWidget(self.files)
        whom = Card(tr("Mottagare"))
        whom.body.addWidget(self.recipients)
        sent = Card(tr("Utskickat"))
        sent.body.addWidget(self.log)
        left, right = QVBoxLayout(), QVBoxLayout()
        for column, cards in ((left, (send, whom)), (right, (sent,))):
            column.setSpacing(theme.APART)
            for card in cards:
                card.setMaximumWidth(150 * theme.GRID)
                column.addWidget(card)
            column.addStretch(1)
        inside = QWidget()
        row = QHBoxLayout(inside)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(theme.APART)
        row.addLayout(left, 1)
        row.addLayout(right, 1)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(scrolling(inside))

    def show_state(self, state: MeetingState) -> None:
        """Show what can be sent for a meeting, and what has been."""
        if state.meeting.id != self._meeting_id:
            self.files.clear()
        self._meeting_id = state.meeting.id
        ready = state.meeting.status in (MeetingStatus.FINISHED, MeetingStatus.SENT)
        self.files.go.setEnabled(ready and not self._context.tasks.busy)
        ready_text = tr("Anteckningarna sparas som Word-fil och mejlutkast. Du skickar mejlet själv.")
        self._about.setText(ready_text if ready else tr("Färdigställ anteckningarna innan de skickas."))
        work = self._context.workspace
        self.recipients.setText("\n".join(call.recipients(work, self._meeting_id)))
        sent = distribution.log(work, self._meeting_id)
        self.log.setText("\n\n".join(_entry(row) for row in sent) or tr("Inget är skickat än."))


def _entry(row: DistributionRow) -> str:
    names = {DocumentKind.CALL: tr("Kallelse"), DocumentKind.MINUTES: tr("Anteckningar")}
    at = f"{row.sent_at.astimezone(LOCAL_ZONE):%Y-%m-%d %H.%M}"
    return "\n".join(
        [
            f"{at}  {names.get(row.document, row.document.value)}",
            tr("Från {sender} till {recipients}", sender=row.sender, recipients=", ".join(row.recipients)),
            row.file_name,
        ]
    )
