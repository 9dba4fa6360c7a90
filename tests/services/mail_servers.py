"""Real mail servers for the tests: with a certificate made for the test, and moods of their own."""

import socket
import ssl
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path

import pytest
import trustme
from aiosmtpd.controller import Controller
from aiosmtpd.smtp import SMTP, AuthResult, Envelope, LoginPassword, Session

from samverkan_desktop.services.mail_server import MailServer, Security

HOST = "127.0.0.1"
USER, PASSWORD = "sekreterare", "hemligt-åäö"
SENDER = "sekreterare@kommun.example"


@dataclass
class Mood:
    """How a server behaves, and what it has been given.

    Args:
        refusals: by address, what it answers to it.
        final: what it answers when it has been given the whole mail; empty for taking it.
        sender: what it answers to who sends.
        dies: whether it hangs up when it has been given the whole mail.
        got: the mails that it has taken.
    """

    refusals: dict[str, str] = field(default_factory=dict)
    final: str = ""
    sender: str = ""
    dies: bool = False
    got: list[Envelope] = field(default_factory=list)

    async def handle_MAIL(  # noqa: N802  aiosmtpd calls it so
        self, _server: SMTP, _session: Session, envelope: Envelope, address: str, options: list[str]
    ) -> str:
        if not self.sender:
            envelope.mail_from = address
            envelope.mail_options.extend(options)
        return self.sender or "250 OK"

    async def handle_RCPT(  # noqa: N802  aiosmtpd calls it so
        self, _server: SMTP, _session: Session, envelope: Envelope, address: str, _options: list[str]
    ) -> str:
        if address in self.refusals:
            return self.refusals[address]
        envelope.rcpt_tos.append(address)
        return "250 OK"

    async def handle_DATA(self, server: SMTP, _session: Session, envelope: Envelope) -> str:  # noqa: N802
        if self.dies:
            assert server.transport is not None
            server.transport.abort()
        if not self.final:
            self.got.append(envelope)
        return self.final or "250 2.0.0 Tack"


def _knows(
    _server: SMTP, _session: Session, _envelope: Envelope, _mechanism: str, given: LoginPassword
) -> AuthResult:
    known = given.login == USER.encode() and given.password == PASSWORD.encode()
    return AuthResult(success=known, handled=False)


def certificate(folder: Path, monkeypatch: pytest.MonkeyPatch, *, trusted: bool = True) -> ssl.SSLContext:
    """Make a certificate for the server, by an authority that the computer trusts, or does not."""
    authority = trustme.CA()
    if trusted:
        authority.cert_pem.write_to_path(folder / "ca.pem")
        monkeypatch.setenv("SSL_CERT_FILE", str(folder / "ca.pem"))
    context = ssl.create_default_context(ssl.Purpose.CLIENT_AUTH)
    authority.issue_cert(HOST, "localhost").configure_cert(context)
    return context


def free_port() -> int:
    """Return a port that nobody listens at."""
    with socket.socket() as place:
        place.bind((HOST, 0))
        return int(place.getsockname()[1])


@contextmanager
def serving(
    mood: Mood,
    context: ssl.SSLContext | None,
    *,
    security: Security = Security.STARTTLS,
    login: bool = True,
    limit: int = 1_000_000,
    utf8: bool = True,
) -> Iterator[MailServer]:
    """Run a server, and give it as it is chosen in the settings."""
    outside = {"ssl_context": context} if security is Security.TLS else {}
    inside = {"tls_context": context, "require_starttls": True} if security is Security.STARTTLS else {}
    if context is None:
        outside = inside = {}
    port = free_port()
    controller = Controller(
        mood,
        hostname=HOST,
        port=port,
        authenticator=_knows if login else None,
        auth_exclude_mechanism=() if login else ("PLAIN", "LOGIN"),
        auth_require_tls=security is Security.STARTTLS and context is not None,
        data_size_limit=limit,
        enable_SMTPUTF8=utf8,
        **outside,
        **inside,
    )
    controller.start()
    try:
        yield MailServer(HOST, port, security, USER if login else "", SENDER, "Åsa Öberg")
    finally:
        controller.stop()
