"""A mail to look at before it goes: whom it goes to, what it says and holds, and the last click."""

from dataclasses import replace

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from samverkan_desktop.errors import UserError
from samverkan_desktop.i18n import tr
from samverkan_desktop.services import mail_words, mailing, recipients
from samverkan_desktop.services.mail_server import MailServer
from samverkan_desktop.services.outgoing import Outgoing
from samverkan_desktop.ui import theme
from samverkan_desktop.ui.widgets.address_field import AddressField
from samverkan_desktop.ui.widgets.expander import Expander
from samverkan_desktop.ui.widgets.flow import Flow
from samverkan_desktop.ui.widgets.form import Field, Form, Kind
from samverkan_desktop.ui.widgets.parts import Card, button
from samverkan_desktop.vocabulary import Receipt

#: How many recipients of a kind stand there without being asked for.
_SHOWN = 8


def _fields() -> tuple[Field, ...]:
    return (
        Field(
            "more",
            tr("Fler som får kopia"),
            Kind.ADDRESS,
            help=tr("Skriv eller klistra in adresser, med komma eller semikolon emellan."),
        ),
        Field("subject", tr("Ämne")),
        Field("body", tr("Text"), Kind.MULTILINE, lines=8),
        Field("password", tr("Lösenord till mejlservern"), Kind.SECRET),
    )


class MailLetter(Card):
    """One mail that has been composed.

    Args:
        outgoing: what is to go.
        server: the municipality's mail server; one without a name is none.
        needs_password: whether the password of its user has to be asked for.
    """

    #: Carries what is to be opened in the mail program.
    opened = Signal(object)
    #: Carries what is to be sent by the server, and the password; empty where it is known.
    sent = Signal(object, str)
    #: The user leaves it.
    left = Signal()
    #: The user goes elsewhere to mend something: carries where.
    going = Signal(str)

    def __init__(self, outgoing: Outgoing, server: MailServer, *, needs_password: bool) -> None:
        super().__init__(tr("Granska mejlet"))
        self._outgoing = outgoing
        self.form = Form(_fields())
        self.form.show_values({"subject": outgoing.subject, "body": outgoing.body})
        self.form.show_field("password", shown=server.is_chosen and needs_password)
        for receipt, title in (
            (Receipt.TO, tr("Till")),
            (Receipt.COPY, tr("Kopia")),
            (Receipt.INFORMATION, tr("Endast för kännedom")),
        ):
            self._add(title, mail_words.recipients(outgoing.recipients, receipt))
        self._warn(recipients.without_address(outgoing.recipients), "persons", tr("Öppna Personer"))
        self.body.addWidget(self.form)
        self._add(tr("Bilagor"), mail_words.enclosed(outgoing))
        self._warn(mailing.warning(outgoing))
        by_server = server.is_chosen
        self.open_it = button(tr("Öppna i mejlprogrammet"), self._open, "" if by_server else "primary")
        self.send_it = button(tr("Skicka nu via {host}", host=server.host), self._send, "primary", "send")
        self.send_it.setVisible(by_server)
        told = tr("Mejlet öppnas färdigt i ditt mejlprogram. Du skickar det själv där.")
        if by_server:
            told = tr("Mejlet går iväg när du trycker på Skicka nu, från {sender}.", sender=server.sender)
        self.body.addWidget(theme.label(told, "small", wrap=True))
        row = Flow()
        for each in (self.send_it, self.open_it, button(tr("Avbryt"), self.left.emit, "quiet")):
            row.addWidget(each)
        self.body.addLayout(row)
        settings = button(tr("Inställningar för mejl…"), lambda: self.going.emit("settings:mail"), "link")
        self.body.addWidget(settings, 0, Qt.AlignmentFlag.AlignLeft)
        self.setFocusProxy(self.form.field("more"))

    def _add(self, title: str, text: str) -> None:
        """Add a text under its title; nothing where there is none."""
        if not text:
            return
        count = text.count("\n") + 1
        if count > _SHOWN:
            many = tr("{title}: {count} stycken", title=title, count=count)
            self.body.addWidget(Expander(many, lambda: theme.label(text, wrap=True)))
            return
        inside = QWidget()
        column = QVBoxLayout(inside)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.GRID)
        column.addWidget(theme.label(title, "strong"))
        column.addWidget(shown := theme.label(text, wrap=True))
        shown.setAccessibleName(title)
        shown.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.body.addWidget(inside)

    def _warn(self, text: str, where: str = "", verb: str = "") -> None:
        if not text:
            return
        self.body.addWidget(theme.label(text, "error", wrap=True))
        if where:
            go = button(verb, lambda: self.going.emit(where), "link")
            self.body.addWidget(go, 0, Qt.AlignmentFlag.AlignLeft)

    def allow(self, *, allowed: bool) -> None:
        """Let the last click be made, or not while another is carried out."""
        for each in (self.open_it, self.send_it):
            each.setEnabled(allowed)

    def _written(self) -> Outgoing | None:
        """Return the mail as it stands; None where something is wrong with it, which is said at its field."""
        self.form.clear_errors()
        values = self.form.values()
        field = self.form.field("more")
        try:
            more = recipients.pasted(field.text() if isinstance(field, AddressField) else "")
        except UserError as error:
            self.form.show_error(error)
            return None
        changed = replace(self._outgoing, subject=str(values["subject"]), body=str(values["body"]))
        return mailing.with_more(changed, more)

    def _open(self) -> None:
        if (outgoing := self._written()) is not None:
            self.opened.emit(outgoing)

    def _send(self) -> None:
        if (outgoing := self._written()) is not None:
            self.sent.emit(outgoing, str(self.form.value("password") or ""))
