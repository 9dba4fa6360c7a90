"""Sending by the municipality's mail server: encrypted, and with what it says of each recipient."""

import base64
import re
import smtplib
import socket
import ssl
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager, suppress
from dataclasses import dataclass

from samverkan_desktop.errors import EnvironmentFault, UserError
from samverkan_desktop.i18n import tr
from samverkan_desktop.mail_address import MailAddress
from samverkan_desktop.services.mail_server import MailServer, Security
from samverkan_desktop.vocabulary import DeliveryOutcome

#: How long the server may be silent, in seconds.
TIMEOUT = 30.0
#: How much of what a server says is kept.
_SAID = 200
_OK, _LOGGED_IN, _GO_AHEAD = 250, 235, 354
_LATER, _NEVER = range(400, 500), range(500, 600)


@dataclass(frozen=True)
class Verdict:
    """What became of a mail to one address, and what the server said."""

    address: MailAddress
    outcome: DeliveryOutcome
    said: str = ""


def probe(server: MailServer, password: str, timeout: float = TIMEOUT) -> str:
    """Connect and log in as for sending, and send nothing; returns a sentence on what was found.

    Raises:
        UserError: the server does not take the user, the password or the sender.
        EnvironmentFault: it cannot be reached, or not safely.
    """
    with _session(server, password, timeout) as smtp:
        _from(smtp, server, ())
        limit = _limit(smtp)
    if not limit:
        return tr("Anslutningen till {host} fungerar.", host=server.host)
    return tr(
        "Anslutningen till {host} fungerar. Servern tar emot mejl på högst {limit} MB.",
        host=server.host,
        limit=limit // 1_000_000,
    )


def deliver(
    server: MailServer,
    password: str,
    message: bytes,
    recipients: Sequence[MailAddress],
    *,
    timeout: float = TIMEOUT,
    go_on: Callable[[], object] = lambda: None,
) -> tuple[Verdict, ...]:
    """Send a message to everybody whom the server takes it for.

    Args:
        server: the server.
        password: its user's.
        message: the message, ready to go.
        recipients: to whom; each address once.
        timeout: how long the server may be silent, in seconds.
        go_on: called between the steps as long as nothing has gone; may raise to stop.

    Returns:
        What became of it to each, in the order given. Where the connection died after all was said, it is
        uncertain.

    Raises:
        UserError: the server does not take the user, the password, the sender or so large a mail.
        EnvironmentFault: it cannot be reached, or not safely. Nothing was sent, whatever is raised.
    """
    with _session(server, password, timeout) as smtp:
        go_on()
        limit = _limit(smtp)
        if limit and len(message) > limit:
            raise UserError(
                tr(
                    "Mejlet är {size} MB och servern tar högst {limit} MB. Ta bort en bilaga, eller lägg den "
                    "där alla når den.",
                    size=-(-len(message) // 1_000_000),
                    limit=limit // 1_000_000,
                )
            )
        _from(smtp, server, recipients)
        verdicts = {each.key: _offer(smtp, each, go_on) for each in recipients}
        taken = [each for each in verdicts.values() if each.outcome is DeliveryOutcome.ACCEPTED]
        if taken:
            go_on()
            outcome, said = _hand_over(smtp, message)
            for each in taken:
                verdicts[each.address.key] = Verdict(each.address, outcome, said)
        return tuple(verdicts[each.key] for each in recipients)


def _offer(smtp: smtplib.SMTP, each: MailAddress, go_on: Callable[[], object]) -> Verdict:
    """Ask whether the server takes a mail for somebody."""
    go_on()
    if not each.is_plain and not smtp.has_extn("smtputf8"):
        said = tr("servern tar inte emot adresser med å, ä och ö före @")
        return Verdict(each, DeliveryOutcome.REFUSED, said)
    return Verdict(each, *_judged(*smtp.rcpt(each.wire)))


def _hand_over(smtp: smtplib.SMTP, message: bytes) -> tuple[DeliveryOutcome, str]:
    """Hand the message over; only what happens after that can leave it uncertain whether it went."""
    code, said = smtp.docmd("DATA")
    if code != _GO_AHEAD:
        return _judged(code, said)
    lines = re.sub(rb"(?m)^\.", b"..", message)  # a line that is a dot would end it (RFC 5321 4.5.2)
    try:
        smtp.send(lines.removesuffix(b"\r\n") + b"\r\n.\r\n")
        return _judged(*smtp.getreply())
    except (OSError, smtplib.SMTPException):
        return DeliveryOutcome.UNCERTAIN, tr("anslutningen bröts innan servern hade svarat")


def _judged(code: int, said: bytes | str) -> tuple[DeliveryOutcome, str]:
    """Return what an answer of the server's means, and its words."""
    text = said.decode("utf-8", "replace") if isinstance(said, bytes) else said
    text = f"{code} {' '.join(text.split())}"[:_SAID]
    if code in _LATER:
        return DeliveryOutcome.DEFERRED, text
    return (DeliveryOutcome.REFUSED if code in _NEVER else DeliveryOutcome.ACCEPTED), text


def _limit(smtp: smtplib.SMTP) -> int:
    """Return how large a mail the server takes, in bytes; 0 where it does not say (RFC 1870)."""
    said = smtp.esmtp_features.get("size", "")
    return int(said) if said.isdecimal() else 0


def _from(smtp: smtplib.SMTP, server: MailServer, recipients: Sequence[MailAddress]) -> None:
    """Say whom the mail comes from."""
    plain = server.from_address.is_plain and all(each.is_plain for each in recipients)
    options = () if plain or not smtp.has_extn("smtputf8") else ("SMTPUTF8", "BODY=8BITMIME")
    smtp.command_encoding = "utf-8" if options else "ascii"
    code, said = smtp.mail(server.from_address.wire, options)
    if code == _OK:
        return
    outcome, text = _judged(code, said)
    if outcome is DeliveryOutcome.DEFERRED:
        raise EnvironmentFault(
            tr("Servern ber att få mejlet senare ({said}). Försök igen om en stund.", said=text)
        )
    raise UserError(
        tr(
            "Servern tar inte emot mejl från {sender} ({said}). Kontrollera avsändaren i inställningarna.",
            sender=server.sender,
            said=text,
        )
    )


@contextmanager
def _session(server: MailServer, password: str, timeout: float) -> Iterator[smtplib.SMTP]:
    """Connect, encrypt and log in; what goes wrong before anything was sent is said in plain words."""
    with _explained(server):
        smtp = _connected(server, timeout)
        try:
            smtp.ehlo_or_helo_if_needed()
            if server.user:
                _log_in(smtp, server.user, password)
            yield smtp
        finally:
            with suppress(OSError, smtplib.SMTPException):
                smtp.quit()
            smtp.close()


def _connected(server: MailServer, timeout: float) -> smtplib.SMTP:
    safe = ssl.create_default_context()
    if server.security is Security.TLS:
        return smtplib.SMTP_SSL(server.host, server.port, timeout=timeout, context=safe)
    smtp = smtplib.SMTP(server.host, server.port, timeout=timeout)
    try:
        smtp.starttls(context=safe)
    except BaseException:
        smtp.close()
        raise
    return smtp


def _log_in(smtp: smtplib.SMTP, user: str, password: str) -> None:
    """Log in: with PLAIN where the server knows it, which takes any letter (RFC 4616), unlike smtplib."""
    ways = set(smtp.esmtp_features.get("auth", "").upper().split())
    if not ways & {"PLAIN", "LOGIN", "CRAM-MD5"}:
        raise smtplib.SMTPNotSupportedError("AUTH")
    if "PLAIN" not in ways:
        try:
            smtp.login(user, password)
        except UnicodeEncodeError as error:
            sentence = tr("Servern tar bara emot lösenord utan å, ä och ö. Byt lösenord hos den.")
            raise UserError(sentence, field="password") from error
        return
    told = base64.b64encode(f"\0{user}\0{password}".encode()).decode("ascii")
    code, said = smtp.docmd("AUTH", f"PLAIN {told}")
    if code != _LOGGED_IN:
        raise smtplib.SMTPAuthenticationError(code, said)


@contextmanager
def _explained(server: MailServer) -> Iterator[None]:
    try:
        yield
    except smtplib.SMTPAuthenticationError as error:
        if error.smtp_code in _LATER:
            raise EnvironmentFault(
                tr("Servern kan inte logga in dig just nu. Försök igen om en stund.")
            ) from error
        sentence = tr("Servern godtog inte användarnamnet eller lösenordet. Rätta dem i inställningarna.")
        raise UserError(sentence, field="password") from error
    except smtplib.SMTPNotSupportedError as error:
        raise UserError(_unsupported(server, str(error))) from error
    except ssl.SSLCertVerificationError as error:
        raise EnvironmentFault(
            tr(
                "Servern som svarade är inte säkert {host} ({reason}), så inget skickades. Kontrollera "
                "namnet, eller fråga it-avdelningen.",
                host=server.host,
                reason=error.verify_message,
            )
        ) from error
    except ssl.SSLError as error:
        raise EnvironmentFault(_not_encrypted(server)) from error
    except socket.gaierror as error:
        raise EnvironmentFault(
            tr("Servern {host} hittas inte. Kontrollera namnet och att datorn har nätverk.", host=server.host)
        ) from error
    except (OSError, smtplib.SMTPException) as error:
        raise EnvironmentFault(
            tr(
                "Servern {host} svarar inte som den ska på port {port}, så inget skickades. Kontrollera "
                "nätverket och porten, och försök igen.",
                host=server.host,
                port=server.port,
            )
        ) from error


def _unsupported(server: MailServer, said: str) -> str:
    if "STARTTLS" in said:
        return _not_encrypted(server)
    return tr(
        "Servern {host} tar inte emot inloggning på port {port}. Töm användarnamnet, eller byt port.",
        host=server.host,
        port=server.port,
    )


def _not_encrypted(server: MailServer) -> str:
    other = Security.TLS if server.security is Security.STARTTLS else Security.STARTTLS
    names = {Security.STARTTLS: "STARTTLS", Security.TLS: "TLS"}
    return tr(
        "Servern {host} krypterar inte med {security} på port {port}, så inget skickades. Pröva {other}.",
        host=server.host,
        security=names[server.security],
        port=server.port,
        other=names[other],
    )
