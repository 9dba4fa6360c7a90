"""Linux: the desktop portal org.freedesktop.portal.Email over D-Bus, which takes enclosures as open files."""

import os
from collections.abc import Iterator, Sequence
from contextlib import ExitStack, contextmanager
from pathlib import Path

from jeepney import DBusAddress, HeaderFields, MatchRule, Message, MessageType, message_bus, new_method_call
from jeepney.io.blocking import DBusConnection, Proxy, open_dbus_connection

from samverkan_desktop.documents.mail import Mail, folded
from samverkan_desktop.i18n import tr
from samverkan_desktop.services.mail_ways import Opened, WayFailed

PORTAL = "org.freedesktop.portal.Desktop"
_EMAIL = DBusAddress("/org/freedesktop/portal/desktop", PORTAL, "org.freedesktop.portal.Email")
_REQUEST = "org.freedesktop.portal.Request"
#: What the one request of a connection is called.
_REQUESTED = "samverkan"
#: How long the portal may take to answer, in seconds; it answers once the mail program has been asked.
_PATIENCE = 30
#: What the portal answers when the mail program was opened.
_DONE = 0


def open_mail(mail: Mail, files: Sequence[Path]) -> Opened:
    """Open a mail through the portal.

    Raises:
        WayFailed: there is no portal, or it has no mail program to give the mail to.
    """
    try:
        with _bus() as bus:
            if _ask(bus, mail, files) != _DONE:
                raise WayFailed(tr("den fann inget mejlprogram"))
    except (OSError, TimeoutError, KeyError, ValueError) as error:
        raise WayFailed(tr("den finns inte på datorn eller svarar inte")) from error
    return Opened.SHOWN


@contextmanager
def _bus() -> Iterator[DBusConnection]:
    with open_dbus_connection(bus="SESSION", enable_fds=True) as bus:
        yield bus


def _ask(bus: DBusConnection, mail: Mail, files: Sequence[Path]) -> int:
    """Ask the portal, and return what it answers."""
    handle = f"/org/freedesktop/portal/desktop/request/{_sender(bus)}/{_REQUESTED}"
    rule = MatchRule(type="signal", interface=_REQUEST, member="Response", path=handle)
    Proxy(message_bus, bus, timeout=_PATIENCE).AddMatch(rule)
    with ExitStack() as opened, bus.filter(rule) as answers:
        handles = [opened.enter_context(path.open("rb")) for path in files]
        asked = new_method_call(_EMAIL, "ComposeEmail", "sa{sv}", ("", _options(mail, handles)))
        _refuse_error(bus.send_and_get_reply(asked, timeout=_PATIENCE))
        answer = bus.recv_until_filtered(answers, timeout=_PATIENCE)
    return int(answer.body[0])


def _sender(bus: DBusConnection) -> str:
    return str(bus.unique_name).removeprefix(":").replace(".", "_")


def _options(mail: Mail, handles: Sequence[object]) -> dict[str, tuple[str, object]]:
    """Return a mail as the portal is told it (version 3 of its interface)."""
    return {
        "handle_token": ("s", _REQUESTED),
        "addresses": ("as", [each.wire for each in mail.to]),
        "cc": ("as", [each.wire for each in mail.copy]),
        "subject": ("s", folded(mail.subject)),
        "body": ("s", mail.body),
        "attachment_fds": ("ah", list(handles)),
    }


def _refuse_error(reply: Message) -> None:
    if reply.header.message_type is MessageType.error:
        raise OSError(reply.header.fields.get(HeaderFields.error_name, os.strerror(0)))
