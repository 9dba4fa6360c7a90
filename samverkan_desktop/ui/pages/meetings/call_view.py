"""The step Kalla: what the call says, to whom it goes, and the files to send (T19)."""

from html import escape
from pathlib import Path

from PySide6.QtWidgets import QHBoxLayout, QTextBrowser, QVBoxLayout, QWidget

from samverkan_desktop.documents.call import Call, CallItem, when
from samverkan_desktop.i18n import clock_span, numbered, tr
from samverkan_desktop.services import call, cancellation, export
from samverkan_desktop.services.exported_file import Paper, WhenChanged, Written
from samverkan_desktop.services.renderers import FileFormat
from samverkan_desktop.ui import theme
from samverkan_desktop.ui.hand_out import in_other_language
from samverkan_desktop.ui.page import PageContext
from samverkan_desktop.ui.pages.meetings.files_written import FilesWritten
from samverkan_desktop.ui.pages.meetings.mail_panel import MailPanel
from samverkan_desktop.ui.pages.meetings.other_language import InOtherLanguage
from samverkan_desktop.ui.pages.meetings.sent_day import SentDay
from samverkan_desktop.ui.pages.meetings.state import MeetingState
from samverkan_desktop.ui.widgets.parts import Card, scrolling
from samverkan_desktop.vocabulary import DocumentKind, MeetingStatus


class CallView(QWidget):
    """The call as it will be, and its recipients.

    Args:
        context: what the page is given.
    """

    def __init__(self, context: PageContext) -> None:
        super().__init__()
        self._context = context
        self._meeting_id = 0
        self.preview = QTextBrowser()
        # What is bolder than the font has would be smeared.
        self.preview.document().setDefaultStyleSheet("b, h3 { font-weight: 600; }")
        self.preview.setAccessibleName(tr("Kallelsens innehåll"))
        self.recipients = theme.label("", wrap=True)
        self._sent = theme.label("", "muted", wrap=True)
        self.files = FilesWritten(
            context,
            tr("Skapa kallelse…"),
            tr("Skapar kallelsen"),
            lambda folder, changed: call.send(context.workspace, self._meeting_id, folder, changed),
            role="",
            icon="download",
            gather=lambda: export.preview(context.workspace, DocumentKind.CALL, meeting_id=self._meeting_id),
            keeps=False,
        )
        self.mail = MailPanel(context, DocumentKind.CALL, tr("Skicka…"))
        self.off = MailPanel(context, DocumentKind.CALENDAR, tr("Skicka besked om inställt möte…"))
        self.elsewhere = SentDay(
            tr("Kallelsen skickades på annat sätt…"),
            tr("Kallelsen skickades den"),
            lambda on: call.note_sent(context.workspace, self._meeting_id, on),
        )
        self.script = self._for_the_meeting(
            tr("Skapa körschema…"), tr("Skapar körschemat"), DocumentKind.SCRIPT, "clock"
        )
        self.short = self._for_the_meeting(
            tr("Skapa kort dagordning…"), tr("Skapar dagordningen"), DocumentKind.AGENDA, "file-text"
        )
        self.as_word = self._as_word(tr("Skapar kallelsen"), DocumentKind.CALL)
        self.short_as_word = self._as_word(tr("Skapar dagordningen"), DocumentKind.AGENDA)
        for widget, name in (
            (self.as_word, tr("Spara kallelsen som Word-fil…")),
            (self.short_as_word, tr("Spara den korta dagordningen som Word-fil…")),
        ):
            widget.go.setAccessibleName(name)
        self.translated = InOtherLanguage(
            context,
            tr("Spara kallelsen {language}…", language=in_other_language()),
            tr("Skapar kallelsen"),
            DocumentKind.CALL,
            lambda: self._meeting_id,
        )
        self._hint = theme.label(
            tr("Eller spara kallelsen som PDF, kalenderfil och mejlutkast, och skicka den själv."),
            "small",
            wrap=True,
        )
        self._lay_out()

    def _for_the_meeting(
        self, verb: str, label: str, kind: DocumentKind, icon: str, wanted: FileFormat = FileFormat.PDF
    ) -> FilesWritten:
        work = self._context.workspace

        def write(folder: Path, changed: WhenChanged) -> Written:
            own = self._meeting_id
            return export.export(work, kind, folder, meeting_id=own, file_format=wanted, changed=changed)

        def gather() -> Paper:
            return export.preview(work, kind, meeting_id=self._meeting_id)

        seen = gather if wanted is FileFormat.PDF else None
        return FilesWritten(self._context, verb, label, write, "", icon, gather=seen)

    def _as_word(self, label: str, kind: DocumentKind) -> FilesWritten:
        verb = tr("Spara som Word-fil…")
        return self._for_the_meeting(verb, label, kind, "download", FileFormat.WORD)

    def _lay_out(self) -> None:
        going = Card(tr("Skicka kallelsen"))
        going.body.addWidget(self._sent)
        going.body.addWidget(self.mail)
        going.body.addWidget(self.off)
        going.body.addWidget(self._hint)
        going.body.addWidget(self.files)
        going.body.addWidget(self.as_word)
        going.body.addWidget(self.translated)
        going.body.addWidget(self.elsewhere)
        there = Card(tr("Till mötet"))
        there.body.addWidget(
            theme.label(
                tr("Körschemat visar den som leder mötet vad som kommer när, och vem som ska ha ordet."),
                "small",
                wrap=True,
            )
        )
        there.body.addWidget(self.script)
        there.body.addWidget(theme.label(tr("Den korta dagordningen ryms på en sida."), "small", wrap=True))
        there.body.addWidget(self.short)
        there.body.addWidget(self.short_as_word)
        whom = Card(tr("Mottagare"))
        whom.body.addWidget(self.recipients)
        inside = QWidget()
        right = QVBoxLayout(inside)
        right.setContentsMargins(0, 0, 0, 0)
        right.setSpacing(theme.APART)
        right.addWidget(going)
        right.addWidget(there)
        right.addWidget(whom)
        right.addStretch(1)
        side = scrolling(inside)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(theme.APART)
        row.addWidget(self.preview, 3)
        row.addWidget(side, 2)

    def show_state(self, state: MeetingState) -> None:
        """Show the call to a meeting."""
        if state.meeting.id != self._meeting_id:
            files = (self.files, self.as_word, self.translated)
            for each in (*files, self.script, self.short, self.short_as_word):
                each.clear()
            self.elsewhere.close_form()
        self._meeting_id = state.meeting.id
        at = self.preview.verticalScrollBar().value()
        self.preview.setHtml(as_html(call.content(self._context.workspace, self._meeting_id)))
        self.preview.verticalScrollBar().setValue(at)
        self.recipients.setText("\n".join(call.recipients(self._context.workspace, self._meeting_id)))
        can_send = state.meeting.status in (MeetingStatus.PLANNED, MeetingStatus.CALLED)
        self.files.go.setVisible(can_send)
        self.mail.setVisible(can_send)
        self.mail.show_meeting(self._meeting_id, ready=can_send)
        cancelled = cancellation.is_wanted(self._context.workspace, self._meeting_id)
        self.off.setVisible(cancelled)
        self.off.show_meeting(self._meeting_id, ready=cancelled)
        self._hint.setVisible(can_send)
        called = state.meeting.called_on
        self.elsewhere.setVisible(called is None and state.meeting.status is not MeetingStatus.CANCELLED)
        text = tr("Kallelsen skapades {day}.", day=called) if called else tr("Ingen kallelse är skapad än.")
        if called and can_send:
            text = tr("Kallelsen skapades {day}. En ny kallelse ersätter den.", day=called)
        self._sent.setText(text)


def as_html(content: Call) -> str:
    """Return what a call says, as the window shows it."""
    lines = [
        f"<p>{escape(content.organisation)} · {escape(' · '.join(content.parties))}</p>",
        f"<h3>{escape(content.title)}, {escape(content.occasion)}</h3>",
        f"<p><b>{escape(tr('Tid'))}:</b> {escape(when(content))}<br>",
        f"<b>{escape(tr('Plats'))}:</b> {escape(content.place or tr('anges senare'))}</p>",
        f"<p><b>{escape(tr('Kallade'))}:</b><br>{'<br>'.join(escape(line) for line in content.called)}</p>",
    ]
    if content.initiative:
        lines.append(f"<p>{escape(content.initiative)}</p>")
    lines.append(f"<p><b>{escape(tr('Dagordning'))}</b></p>")
    lines += [_item(item) for item in content.items]
    lines += [f"<p>{escape(sentence)}</p>" for sentence in content.reminders]
    lines.append(f"<p><i>{escape(content.sender)}</i></p>")
    return "".join(lines)


def _item(item: CallItem) -> str:
    about = [item.kind, item.presenter, item.origin, clock_span(item.starts, item.ends)]
    second = " · ".join(escape(part) for part in about if part)
    parts = [escape(numbered(item.number, item.heading))]
    if second:
        parts.append(f"<small>{second}</small>")
    if item.proposal:
        parts.append(f"<small>{escape(tr('Förslag: {text}', text=item.proposal))}</small>")
    parts += [f"<small>{escape(paper)}</small>" for paper in item.attachments]
    return f"<p>{'<br>'.join(parts)}</p>"
