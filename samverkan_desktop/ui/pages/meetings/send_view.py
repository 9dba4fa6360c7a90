"""The step Skicka: the finished minutes as files to send, and what has been sent to whom (T20)."""

from collections.abc import Sequence
from datetime import time
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from samverkan_desktop.clock import LOCAL_ZONE
from samverkan_desktop.i18n import clock_span, tr
from samverkan_desktop.services import call, distribution, exported_file_list, mail_words, minutes
from samverkan_desktop.services.distribution import DistributionRow
from samverkan_desktop.services.exported_file import Paper, WhenChanged, Written
from samverkan_desktop.services.minutes import VersionRow
from samverkan_desktop.services.renderers import FileFormat
from samverkan_desktop.ui import theme
from samverkan_desktop.ui.exported_files import ExportedFiles
from samverkan_desktop.ui.hand_out import in_other_language
from samverkan_desktop.ui.page import PageContext
from samverkan_desktop.ui.pages.meetings.files_written import FilesWritten
from samverkan_desktop.ui.pages.meetings.mail_panel import MailPanel
from samverkan_desktop.ui.pages.meetings.other_language import InOtherLanguage
from samverkan_desktop.ui.pages.meetings.sent_day import SentDay
from samverkan_desktop.ui.pages.meetings.state import MeetingState
from samverkan_desktop.ui.widgets.expander import Expander
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
            lambda folder, changed: minutes.send(context.workspace, self._meeting_id, folder, changed),
            role="",
            icon="download",
            gather=self._gather,
            keeps=False,
        )
        self.mail = MailPanel(context, DocumentKind.MINUTES, tr("Skicka…"))
        self.as_pdf = FilesWritten(
            context,
            tr("Spara som PDF…"),
            tr("Skapar anteckningarna"),
            self._write_pdf,
            role="quiet",
            icon="download",
        )
        self.translated = InOtherLanguage(
            context,
            tr("Spara anteckningarna {language}…", language=in_other_language()),
            tr("Skapar anteckningarna"),
            DocumentKind.MINUTES,
            lambda: self._meeting_id,
        )
        self.elsewhere = SentDay(
            tr("Anteckningarna skickades på annat sätt…"),
            tr("Anteckningarna skickades den"),
            lambda on: minutes.note_sent(context.workspace, self._meeting_id, on),
        )
        self.standing = theme.label("", "strong", wrap=True)
        self.recipients = theme.label("", wrap=True)
        self.written = ExportedFiles(context, 64 * theme.GRID)
        self.log = QVBoxLayout()
        self.log.setSpacing(theme.APART)
        self._logged: tuple[DistributionRow, ...] = ()
        self._lay_out()

    def _write_pdf(self, folder: Path, changed: WhenChanged) -> Written:
        from samverkan_desktop.services.export import export

        work, kind, own = self._context.workspace, DocumentKind.MINUTES, self._meeting_id
        return export(work, kind, folder, meeting_id=own, file_format=FileFormat.PDF, changed=changed)

    def _gather(self) -> Paper:
        from samverkan_desktop.services.export import preview

        return preview(self._context.workspace, DocumentKind.MINUTES, meeting_id=self._meeting_id)

    def _lay_out(self) -> None:
        send = Card(tr("Skicka anteckningarna"))
        send.body.addWidget(self.standing)
        send.body.addWidget(self.mail)
        send.body.addWidget(self._about)
        send.body.addWidget(self.files)
        send.body.addWidget(self.as_pdf)
        send.body.addWidget(self.translated)
        send.body.addWidget(self.elsewhere)
        whom = Card(tr("Mottagare"))
        whom.body.addWidget(self.recipients)
        sent = Card(tr("Utskickat"))
        sent.body.addLayout(self.log)
        written = Card(tr("Utskrivna filer"))
        written.body.addWidget(self.written)
        left, right = QVBoxLayout(), QVBoxLayout()
        for column, cards in ((left, (send, whom)), (right, (sent, written))):
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
            self.as_pdf.clear()
            self.translated.clear()
            self.elsewhere.close_form()
        self._meeting_id = state.meeting.id
        ready = state.meeting.status in (MeetingStatus.FINISHED, MeetingStatus.SENT)
        self.mail.show_meeting(self._meeting_id, ready=ready)
        self.files.go.setEnabled(ready and not self._context.tasks.busy)
        ready_text = tr("Eller spara anteckningarna som Word-fil och mejlutkast, och skicka dem själv.")
        self._about.setText(ready_text if ready else tr("Färdigställ anteckningarna innan de skickas."))
        self.elsewhere.setVisible(ready)
        work = self._context.workspace
        sent = distribution.log(work, self._meeting_id)
        self.standing.setText(_standing(minutes.versions(work, self._meeting_id), sent, ready=ready))
        self.recipients.setText("\n".join(call.recipients(work, self._meeting_id)))
        self._show_log(sent)
        self.written.show_rows(exported_file_list.listing(work, meeting_id=self._meeting_id))

    def _show_log(self, sent: Sequence[DistributionRow]) -> None:
        if self._logged == tuple(sent) and self.log.count():
            return
        self._logged = tuple(sent)
        while entry := self.log.takeAt(0):
            if (gone := entry.widget()) is not None:
                gone.hide()
                gone.deleteLater()
        for row in sent:
            self.log.addWidget(_entry(row, self._redating(row)))
        if not sent:
            self.log.addWidget(theme.label(tr("Inget är skickat än."), wrap=True))

    def _redating(self, row: DistributionRow) -> SentDay:
        return SentDay(
            tr("Ändra dagen…"),
            tr("Skickades den"),
            lambda on: distribution.redate(self._context.workspace, row.id, on),
            tr("Ändra dagen för {document} {day}", document=_name(row), day=_day(row)),
        )


def _standing(versions: Sequence[VersionRow], sent: Sequence[DistributionRow], *, ready: bool) -> str:
    """Say how far the minutes have come: arbetsmaterial, färdigställd, utskickad, with the day of each."""
    if not ready:
        return tr("Arbetsmaterial")
    steps = [tr("Färdigställd {day}", day=f"{versions[-1].finished_at.astimezone(LOCAL_ZONE):%Y-%m-%d}")]
    went = [row for row in sent if row.document is DocumentKind.MINUTES]
    if went:
        count = len(went[0].recipients)
        steps.append(tr("Utskickad {day} till {count} mottagare", day=_day(went[0]), count=count))
    return " → ".join(steps)


def _name(row: DistributionRow) -> str:
    names = {
        DocumentKind.CALL: tr("Kallelse"),
        DocumentKind.MINUTES: tr("Anteckningar"),
        DocumentKind.CALENDAR: tr("Besked om inställt möte"),
    }
    return names.get(row.document, row.document.value)


def _day(row: DistributionRow) -> str:
    return f"{row.sent_at.astimezone(LOCAL_ZONE):%Y-%m-%d}"


def _entry(row: DistributionRow, redating: QWidget | None = None) -> QWidget:
    sent = row.sent_at.astimezone(LOCAL_ZONE)
    # A day that was stated afterwards is kept as its noon: nobody knows when on it.
    at = _day(row) if sent.time() == time(12) else f"{_day(row)} {clock_span(sent.time(), None)}"
    entry = QWidget()
    column = QVBoxLayout(entry)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(theme.GRID)
    column.addWidget(theme.label(_name(row), "strong"))
    sender = tr("Från {sender}", sender=row.sender) if row.sender else ""
    troubles = tuple(
        mail_words.outcome(each) for each in row.deliveries if each.outcome in mail_words.TROUBLES
    )
    for line in filter(None, (at, mail_words.way(row.way), sender, row.file_name, *troubles)):
        column.addWidget(theme.label(line, wrap=True))
    count = len(row.recipients)
    text = tr("Till 1 mottagare") if count == 1 else tr("Till {count} mottagare", count=count)
    column.addWidget(Expander(text, lambda: theme.label("\n".join(row.recipients), wrap=True)))
    if row.deliveries:
        said = "\n".join(map(mail_words.outcome, row.deliveries))
        column.addWidget(Expander(tr("Utfall för varje mottagare"), lambda: theme.label(said, wrap=True)))
    if row.sha256:
        column.addWidget(Expander(tr("Filens kontrollsumma (SHA-256)"), lambda: _hash(row.sha256)))
    if redating is not None:
        column.addWidget(redating)
    return entry


def _hash(sha256: str) -> QWidget:
    half = len(sha256) // 2
    label = theme.label(f"{sha256[:half]}\n{sha256[half:]}", "small")
    label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
    return label
