"""The command line's word on mail: look at one, open it, send it; choose the mail server and try it."""

import argparse
import getpass
import sys
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from samverkan_desktop import paths
from samverkan_desktop.errors import UserError
from samverkan_desktop.i18n import tr
from samverkan_desktop.vocabulary import DocumentKind, Receipt

if TYPE_CHECKING:
    from samverkan_desktop.services.mail_server import MailServer
    from samverkan_desktop.services.mailing import Mailed
    from samverkan_desktop.services.outgoing import Outgoing
    from samverkan_desktop.services.workspace import Workspace

OK, NOT_WELL = 0, 1
#: What goes by mail; a calendar entry alone is the notice that a meeting is cancelled.
_DOCUMENTS = (DocumentKind.CALL, DocumentKind.MINUTES, DocumentKind.CALENDAR)


def add(command: Callable[..., argparse.ArgumentParser]) -> None:
    """Add the command to the command line, by what adds one: its name, what carries it out, what for."""
    whole = command("mail", _try, tr("Visa, öppna eller skicka ett mejl, och välj mejlserver."))
    verbs = whole.add_subparsers(required=True, metavar=tr("VAD"))
    for name, run, text in (
        ("show", _show, tr("Visa ett mejl som det skulle gå iväg; inget skickas.")),
        ("open", _open, tr("Öppna ett mejl färdigt i ditt mejlprogram; du skickar det där.")),
        ("send", _send, tr("Skicka ett mejl via mejlservern.")),
    ):
        verb = verbs.add_parser(name, help=text, description=text)
        verb.set_defaults(run=run)
        verb.add_argument("archive", type=Path, metavar=tr("ARKIV"))
        verb.add_argument("meeting", type=int, metavar=tr("MÖTE"))
        verb.add_argument(
            "--document", metavar=tr("SLAG"), default=DocumentKind.CALL.value, help=", ".join(_DOCUMENTS)
        )
        verb.add_argument("--more", metavar=tr("ADRESSER"), default="", help=tr("fler som får kopia"))
    text = tr("Visa vilken mejlserver som är vald, eller välj en.")
    chosen = verbs.add_parser("server", help=text, description=text)
    chosen.set_defaults(run=_server)
    for name in ("host", "port", "security", "user", "sender", "sender-name", "blind-copy"):
        chosen.add_argument(f"--{name}", metavar=tr("VÄRDE"))
    text = tr("Prova anslutningen till mejlservern; inget skickas.")
    verbs.add_parser("try", help=text, description=text).set_defaults(run=_try)


def _out(text: str) -> None:
    sys.stdout.write(text + "\n")


@contextmanager
def _composed(given: argparse.Namespace) -> Iterator[tuple["Workspace", "Outgoing"]]:
    """Open the archive, and give the mail as it would go."""
    from samverkan_desktop.clock import SystemClock
    from samverkan_desktop.services import archive, mailing, meeting
    from samverkan_desktop.services.recipients import pasted

    if given.document not in _DOCUMENTS:
        allowed = ", ".join(_DOCUMENTS)
        raise UserError(
            tr(
                "Slaget {kind} skickas inte som mejl. Välj bland {allowed}.",
                kind=given.document,
                allowed=allowed,
            )
        )
    more = pasted(given.more)
    with closing(archive.open_archive(given.archive, SystemClock(), author=paths.user_name())) as work:
        if given.meeting not in [row.id for row in meeting.listing(work)]:
            raise UserError(tr("Det finns inget möte {id} i arkivet.", id=given.meeting))
        outgoing = mailing.compose(work, given.meeting, DocumentKind(given.document))
        yield work, mailing.with_more(outgoing, more)


def _show(given: argparse.Namespace) -> int:
    from samverkan_desktop.services import mail_words, mailing
    from samverkan_desktop.services.recipients import without_address

    with _composed(given) as (_, outgoing):
        titles = (
            (tr("Till"), Receipt.TO),
            (tr("Kopia"), Receipt.COPY),
            (tr("Endast för kännedom"), Receipt.INFORMATION),
        )
        parts = [
            f"{title}:\n{named}"
            for title, receipt in titles
            if (named := mail_words.recipients(outgoing.recipients, receipt))
        ]
        parts += [without_address(outgoing.recipients), f"{tr('Ämne')}: {outgoing.subject}", outgoing.body]
        parts += [f"{tr('Bilagor')}:\n{mail_words.enclosed(outgoing)}", mailing.warning(outgoing)]
    _out("\n\n".join(filter(None, parts)))
    return OK


def _open(given: argparse.Namespace) -> int:
    from samverkan_desktop.services import mailing

    with _composed(given) as (work, outgoing):
        return _told(mailing.open_in_program(work, outgoing))


def _send(given: argparse.Namespace) -> int:
    from samverkan_desktop.services import mailing

    server = _chosen()
    with _composed(given) as (work, outgoing):
        return _told(mailing.send_by_server(work, outgoing, server, _password(server)))


def _told(mailed: "Mailed") -> int:
    """Tell what became of a mail; it is not well where somebody did not get it."""
    from samverkan_desktop.services import mail_words

    for line in (*mailed.notices, *map(mail_words.outcome, mailed.deliveries)):
        _out(line)
    troubled = any(each.outcome in mail_words.TROUBLES for each in mailed.deliveries)
    return NOT_WELL if troubled or mailed.sending_id is None else OK


def _chosen() -> "MailServer":
    from samverkan_desktop.services import mail_server

    server = mail_server.load()
    if not server.is_chosen:
        raise UserError(tr("Ingen mejlserver är vald. Välj den med mail server --host, eller i fönstret."))
    return server


def _password(server: "MailServer") -> str:
    """Return the password that is kept, or ask for it where somebody sits there."""
    from samverkan_desktop.services import mail_password

    if not server.user or (kept := mail_password.kept(server)):
        return kept if server.user else ""
    if not sys.stdin.isatty():
        raise UserError(tr("Lösenordet till {host} finns inte i datorns nyckelring.", host=server.host))
    return getpass.getpass(tr("Lösenord för {user}: ", user=server.user))


def _server(given: argparse.Namespace) -> int:
    from samverkan_desktop.services import mail_server
    from samverkan_desktop.services.mail_server import Security

    names = ("host", "port", "security", "user", "sender", "sender_name", "blind_copy")
    values = {name: getattr(given, name) for name in names if getattr(given, name) is not None}
    if values:
        port = str(values.get("port", mail_server.load().port))
        if not port.isdecimal():
            raise UserError(tr("Skriv porten som ett tal, oftast 587 eller 465."))
        security = values.get("security", mail_server.load().security)
        if security not in list(Security):
            raise UserError(tr("Krypteringen är starttls eller tls."))
        changed = {**values, "port": int(port), "security": Security(security)}
        mail_server.save(replace(mail_server.load(), **changed))
    server = mail_server.load()
    if not server.is_chosen:
        _out(tr("Mejl öppnas i ditt mejlprogram."))
        return OK
    _out(
        f"{server.host}:{server.port}\t{server.security}\t{server.user}\t{server.sender}\t{server.blind_copy}"
    )
    return OK


def _try(_given: argparse.Namespace) -> int:
    from samverkan_desktop.services import mail_smtp

    server = _chosen()
    _out(mail_smtp.probe(server, _password(server)))
    return OK
