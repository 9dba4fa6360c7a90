"""How mail goes: by the user's own mail program, or by a server of the municipality's that is chosen here."""

from PySide6.QtCore import Qt

from samverkan_desktop.errors import EnvironmentFault, UserError
from samverkan_desktop.i18n import tr
from samverkan_desktop.services import mail_password, mail_server, mail_smtp
from samverkan_desktop.services.mail_server import MailServer, Security
from samverkan_desktop.ui import theme
from samverkan_desktop.ui.page import PageContext
from samverkan_desktop.ui.pages.settings.part import Part
from samverkan_desktop.ui.tasks import Progress
from samverkan_desktop.ui.widgets.entry import Entry, Values
from samverkan_desktop.ui.widgets.flow import Flow
from samverkan_desktop.ui.widgets.form import Field, Kind
from samverkan_desktop.ui.widgets.parts import button, reveal


def _fields() -> tuple[Field, ...]:
    ways = (
        (Security.STARTTLS, tr("STARTTLS (oftast port 587)")),
        (Security.TLS, tr("TLS från början (oftast port 465)")),
    )
    return (
        Field("host", tr("Server"), placeholder=tr("smtp.kommun.se")),
        Field("port", tr("Port"), placeholder="587", beside=True),
        Field(
            "security",
            tr("Kryptering"),
            Kind.CHOICE,
            choices=ways,
            help=tr("Utan kryptering skickas inget."),
        ),
        Field("user", tr("Användarnamn"), help=tr("Lämnas tomt om servern inte kräver inloggning.")),
        Field("password", tr("Lösenord"), Kind.SECRET, beside=True),
        Field("sender", tr("Avsändarens adress"), Kind.ADDRESS, placeholder=tr("namn@kommun.se")),
        Field("sender_name", tr("Avsändarens namn"), beside=True),
        Field(
            "blind_copy",
            tr("Dold kopia till"),
            Kind.ADDRESS,
            help=tr("Till exempel registrator, eller du själv. Ingen mottagare ser den."),
        ),
    )


class MailPart(Part):
    """The municipality's mail server: chosen, tried and given up.

    Args:
        context: what the page is given.
    """

    def __init__(self, context: PageContext) -> None:
        super().__init__(tr("Mejl"))
        self._context = context
        self.standing = theme.label("", "strong", wrap=True)
        self.about = theme.label(
            tr(
                "Utan server öppnas varje mejl färdigt i ditt eget mejlprogram, och du skickar det där. Med "
                "kommunens server kan du skicka härifrån, och loggen visar vad servern svarade för varje "
                "mottagare. Fråga it-avdelningen efter uppgifterna."
            ),
            "muted",
            wrap=True,
        )
        self.keyring = theme.label("", "small", wrap=True)
        self.entry = Entry(_fields(), tr("Spara"), self._save, context.messages)
        self.probe = button(tr("Prova anslutningen"), self._probe)
        self.give_up = button(tr("Ta bort servern"), self._give_up, "quiet", "x")
        self.answer = theme.label("", wrap=True)
        self.answer.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        others = Flow()
        for each in (self.probe, self.give_up):
            others.addWidget(each)
        for widget in (self.standing, self.about, self.entry, self.keyring):
            self.body.addWidget(widget)
        self.body.addLayout(others)
        self.body.addWidget(self.answer)
        self.setFocusProxy(self.entry.form.field("host"))

    def show_stored(self) -> None:
        """Show the server that is chosen, and never its password."""
        server = mail_server.load()
        kept = server.is_chosen and bool(mail_password.kept(server))
        self.entry.form.show_values(
            {
                "host": server.host,
                "port": str(server.port),
                "security": server.security,
                "user": server.user,
                "password": "",
                "sender": server.sender,
                "sender_name": server.sender_name,
                "blind_copy": server.blind_copy,
            }
        )
        known = tr("Mejl kan skickas via {host}.", host=server.host) if server.is_chosen else ""
        self.standing.setText(known or tr("Mejl öppnas i ditt mejlprogram."))
        self.give_up.setVisible(server.is_chosen)
        self.answer.hide()
        told = tr("Lösenordet ligger i datorns nyckelring. Skriv ett nytt för att byta det.") if kept else ""
        if not mail_password.can_be_kept():
            told = mail_password.missing_keyring()
        self.keyring.setText(told)
        self.keyring.setVisible(bool(told))

    def _chosen(self, values: Values) -> MailServer:
        port = str(values["port"] or "").strip()
        if not port.isdecimal():
            raise UserError(tr("Skriv porten som ett tal, oftast 587 eller 465."), field="port")
        return mail_server.checked(
            MailServer(
                str(values["host"]),
                int(port),
                Security(str(values["security"])),
                str(values["user"]),
                str(values["sender"] or ""),
                str(values["sender_name"]),
                str(values["blind_copy"] or ""),
            )
        )

    def _save(self, values: Values) -> None:
        server, password = self._chosen(values), str(values["password"])
        mail_server.save(server)
        if password and mail_password.can_be_kept():
            mail_password.keep(server, password)
        elif password:
            self._context.passwords[server.host] = password
        self.show_stored()
        self._context.messages.say(tr("Inställningarna för mejl är sparade."))

    def _give_up(self) -> None:
        server = mail_server.load()
        if server.user and mail_password.can_be_kept():
            mail_password.keep(server, "")
        self._context.passwords.pop(server.host, None)
        mail_server.save(MailServer())
        self.show_stored()
        self._context.messages.say(tr("Servern är borttagen. Mejl öppnas i ditt mejlprogram."))

    def _probe(self) -> None:
        """Try what stands in the fields, stored or not."""
        form, values = self.entry.form, self.entry.form.values()
        form.clear_errors()
        try:
            server = self._chosen(values)
        except UserError as error:
            form.show_error(error)
            return
        password = str(values["password"]) or self._context.passwords.get(server.host, "")

        def work(progress: Progress) -> str:
            progress.step(0, 0)
            try:
                return mail_smtp.probe(server, password or mail_password.kept(server))
            except (UserError, EnvironmentFault) as error:
                return error.message

        self.probe.setEnabled(False)
        self.answer.hide()
        self._context.tasks.run(work, self._answered, tr("Provar anslutningen"))
        self._context.tasks.idle.connect(self._idle)

    def _idle(self) -> None:
        self._context.tasks.idle.disconnect(self._idle)
        self.probe.setEnabled(True)

    def _answered(self, sentence: str) -> None:
        self.answer.setText(sentence)
        self.answer.show()
        reveal(self.answer)
