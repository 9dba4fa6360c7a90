"""The municipality's mail server, as it is chosen on this computer; its password lies elsewhere."""

from dataclasses import asdict, dataclass
from enum import StrEnum

from samverkan_desktop import settings
from samverkan_desktop.errors import UserError
from samverkan_desktop.i18n import tr
from samverkan_desktop.mail_address import MailAddress, parse, parse_list
from samverkan_desktop.services.privacy import demand, refuse


class Security(StrEnum):
    """How the connection is encrypted: from its beginning, or once both have said hello. It always is."""

    STARTTLS = "starttls"
    TLS = "tls"


#: The port each is usual at (RFC 6409, RFC 8314).
USUAL_PORT = {Security.STARTTLS: 587, Security.TLS: 465}


@dataclass(frozen=True)
class MailServer:
    """A mail server.

    Args:
        host: its name.
        port: its port.
        security: how the connection is encrypted.
        user: whom one logs in as; empty where one does not.
        sender: the address mail comes from.
        sender_name: the name it comes from; may be empty.
        blind_copy: addresses that get a copy nobody sees, such as the registrar's; may be empty.
    """

    host: str = ""
    port: int = USUAL_PORT[Security.STARTTLS]
    security: Security = Security.STARTTLS
    user: str = ""
    sender: str = ""
    sender_name: str = ""
    blind_copy: str = ""

    @property
    def is_chosen(self) -> bool:
        """Whether there is a server to send by."""
        return bool(self.host)

    @property
    def from_address(self) -> MailAddress:
        """Whom mail comes from."""
        return MailAddress(self.sender, self.sender_name)

    @property
    def blind(self) -> tuple[MailAddress, ...]:
        """Who gets a copy that nobody sees."""
        return parse_list(self.blind_copy)


def load() -> MailServer:
    """Return the server that is chosen; one that is not whole is the same as none."""
    stored = settings.load().mail_server
    try:
        return checked(MailServer(**{**stored, "security": Security(stored.get("security", "starttls"))}))
    except (AttributeError, TypeError, ValueError, UserError):
        return MailServer()


def save(server: MailServer) -> None:
    """Choose a server; one without a name is none.

    Raises:
        UserError: something is missing or has not the form it must have; says at which field.
        EnvironmentFault: it could not be stored.
    """
    sound = checked(server) if server.host.strip() else MailServer()
    settings.change(mail_server=asdict(sound) if sound.is_chosen else {})


def checked(server: MailServer) -> MailServer:
    """Return a server as it is kept, without what surrounds its texts.

    Raises:
        UserError: something is missing or has not the form it must have; says at which field.
    """
    host, user = server.host.strip(), server.user.strip()
    refuse(user=user, sender_name=server.sender_name)
    demand(tr("Skriv adressen som mejlen ska komma från."), sender=server.sender)
    if not host or any(letter.isspace() or letter in "/:@" for letter in host):
        raise UserError(tr("Skriv serverns namn, till exempel smtp.kommun.se."), field="host")
    if not 1 <= server.port <= 65535:
        raise UserError(tr("Porten ska vara ett tal mellan 1 och 65535, oftast 587 eller 465."), field="port")
    parse_list(server.blind_copy, "blind_copy")
    sender = parse(server.sender, "sender").address
    name = " ".join(server.sender_name.split())
    return MailServer(host, server.port, server.security, user, sender, name, server.blind_copy.strip())
