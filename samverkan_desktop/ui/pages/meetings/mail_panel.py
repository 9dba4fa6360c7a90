"""Sending by mail: composed in the background, looked at, and sent with the user's last click."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from samverkan_desktop.errors import EnvironmentFault, UserError
from samverkan_desktop.i18n import tr
from samverkan_desktop.services import mail_password, mail_server, mail_ways, mail_words, mailing
from samverkan_desktop.services.mail_server import MailServer
from samverkan_desktop.services.mail_ways import Way
from samverkan_desktop.services.mailing import Mailed
from samverkan_desktop.services.outgoing import Outgoing
from samverkan_desktop.ui import theme
from samverkan_desktop.ui.page import PageContext
from samverkan_desktop.ui.pages.meetings.mail_letter import MailLetter
from samverkan_desktop.ui.tasks import Progress
from samverkan_desktop.ui.widgets.parts import button, reveal
from samverkan_desktop.vocabulary import DeliveryOutcome, DocumentKind


class MailPanel(QWidget):
    """A button that composes a mail, the mail beneath it, and what became of it.

    Args:
        context: what the page is given.
        document: what goes: a call, minutes, or that a meeting is cancelled.
        verb: what the button says.
    """

    def __init__(self, context: PageContext, document: DocumentKind, verb: str) -> None:
        super().__init__()
        self._context = context
        self._document = document
        self._meeting_id = 0
        self._gone: tuple[Outgoing, int] | None = None
        #: The ways to the user's mail program.
        self.ways: Callable[[], Sequence[Way]] = mail_ways.ways
        self.letter: MailLetter | None = None
        self.go = button(verb, self.start, "primary", "send")
        self.result = theme.label("", wrap=True)
        self.result.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.again = button(tr("Försök igen med dem som inte nåddes"), self._again)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(theme.NEAR)
        self._column.addWidget(self.go, 0, Qt.AlignmentFlag.AlignLeft)
        self._column.addWidget(self.result)
        self._column.addWidget(self.again, 0, Qt.AlignmentFlag.AlignLeft)
        self.clear()

    def clear(self) -> None:
        """Forget what was composed and what became of it: another meeting is shown."""
        self._close()
        self._gone = None
        self.result.hide()
        self.again.hide()

    def show_meeting(self, meeting_id: int, *, ready: bool) -> None:
        """Say whose document goes, and whether it can."""
        if meeting_id != self._meeting_id:
            self.clear()
        self._meeting_id = meeting_id
        self.go.setEnabled(ready and not self._context.tasks.busy)

    def start(self) -> None:
        """Compose the mail, and show it."""
        work, meeting_id, document = self._context.workspace, self._meeting_id, self._document
        label = tr("Förbereder mejlet")
        self._run(lambda _progress: mailing.compose(work, meeting_id, document), self._composed, label)

    def _run(self, work: Callable[[Progress], object], done: Callable[..., None], label: str) -> None:
        """Do something in the background, with nothing to press meanwhile."""

        def carry_out(progress: Progress) -> object:
            progress.step(0, 0)
            return work(progress)

        self._allow(allowed=False)
        self._context.tasks.run(carry_out, done, label)
        self._context.tasks.idle.connect(self._idle)

    def _idle(self) -> None:
        self._context.tasks.idle.disconnect(self._idle)
        self._allow(allowed=True)

    def _allow(self, *, allowed: bool) -> None:
        for each in (self.go, self.again):
            each.setEnabled(allowed)
        if self.letter is not None:
            self.letter.allow(allowed=allowed)

    def _composed(self, outgoing: Outgoing) -> None:
        if outgoing.meeting_id != self._meeting_id:
            return
        self.clear()
        server = mail_server.load()
        needed = bool(server.user) and not _known_password(self._context, server)
        letter = self.letter = MailLetter(outgoing, server, needs_password=needed)
        letter.opened.connect(self._open)
        letter.sent.connect(self._send)
        letter.left.connect(self._leave)
        letter.going.connect(self._context.navigate)
        self._column.addWidget(letter)
        letter.show()
        reveal(letter)
        letter.setFocus()

    def _leave(self) -> None:
        self._close()
        self.go.setFocus()

    def _close(self) -> None:
        if self.letter is not None:
            self.letter.hide()
            self.letter.deleteLater()
        self.letter = None

    def _open(self, outgoing: Outgoing) -> None:
        work, tried = self._context.workspace, self.ways()
        self._attempt(outgoing, lambda _progress: mailing.open_in_program(work, outgoing, tried))

    def _send(self, outgoing: Outgoing, password: str) -> None:
        work, server = self._context.workspace, mail_server.load()
        known = password or _known_password(self._context, server)

        def send(progress: Progress) -> Mailed:
            return mailing.send_by_server(work, outgoing, server, known, lambda: progress.step(0, 0))

        self._attempt(outgoing, send, password)

    def _again(self) -> None:
        if self._gone is None:
            return
        (outgoing, sending_id), server = self._gone, mail_server.load()
        work, known = self._context.workspace, _known_password(self._context, server)
        self._attempt(
            outgoing,
            lambda progress: mailing.send_again(
                work, sending_id, outgoing, server, known, lambda: progress.step(0, 0)
            ),
        )

    def _attempt(self, outgoing: Outgoing, sends: Callable[[Progress], Mailed], password: str = "") -> None:
        """Send, or say at its field what stands in the way."""

        def work(progress: Progress) -> Mailed | UserError:
            try:
                return sends(progress)
            except UserError as error:
                return error

        def done(answer: Mailed | UserError) -> None:
            if not isinstance(answer, UserError):
                if password:
                    _keep_password(self._context, password)
                self._show(outgoing, answer)
            elif self.letter is None or not self.letter.form.show_error(answer):
                self._context.messages.trouble(answer)

        self._run(work, done, tr("Skickar mejlet"))

    def _show(self, outgoing: Outgoing, mailed: Mailed) -> None:
        if outgoing.meeting_id != self._meeting_id:
            return
        self._close()
        self._gone = (outgoing, mailed.sending_id) if mailed.sending_id is not None else None
        troubles = [row for row in mailed.deliveries if row.outcome in mail_words.TROUBLES]
        lines = [*mailed.notices, _summary(mailed), *map(mail_words.outcome, troubles)]
        self.result.setText("\n".join(filter(None, lines)))
        self.result.show()
        self.again.setVisible(bool(mailed.missed))
        reveal(self.result)
        if mailed.sending_id is not None:
            # What a server has taken is not taken back; a mail that only stands open may never go.
            handed = any(row.outcome is DeliveryOutcome.HANDED_OVER for row in mailed.deliveries)
            self._context.messages.say(tr("Utskicket är noterat."), undo=handed)


def _known_password(context: PageContext, server: MailServer) -> str:
    """Return a server's password, of this session or of the keyring; empty where nobody knows it."""
    return context.passwords.get(server.host, "") or mail_password.kept(server)


def _keep_password(context: PageContext, password: str) -> None:
    """Keep a password that has worked: in the keyring, or for the session where there is none."""
    server = mail_server.load()
    context.passwords[server.host] = password
    try:
        if mail_password.can_be_kept():
            mail_password.keep(server, password)
    except EnvironmentFault as fault:
        context.messages.trouble(fault)


def _summary(mailed: Mailed) -> str:
    """Return how it went as a whole."""
    if mailed.sending_id is None:
        return ""
    gone = [row for row in mailed.deliveries if row.outcome is DeliveryOutcome.ACCEPTED]
    if gone:
        count = len(gone)
        return tr("Skickat till 1 mottagare.") if count == 1 else tr("Skickat till {n} mottagare.", n=count)
    if any(row.outcome is DeliveryOutcome.HANDED_OVER for row in mailed.deliveries):
        return tr("Mejlet öppnades i mejlprogrammet och är noterat. Ångra om du inte skickar det.")
    return ""
