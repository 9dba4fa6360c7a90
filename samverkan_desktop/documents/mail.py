"""A mail with its enclosures, as content and as the message that programs and servers are given."""

import mimetypes
from dataclasses import dataclass
from datetime import datetime
from email import policy
from email.header import Header
from email.message import EmailMessage
from email.utils import format_datetime

from samverkan_desktop.documents.clean import clean
from samverkan_desktop.mail_address import MailAddress

_CALENDAR = ".ics"
_BOUNDARY = "samverkan"
#: How long an encoded word may be (RFC 2047 2), less what stands before and after it in its line.
_WORD = 70


@dataclass(frozen=True)
class Mail:
    """A mail.

    Args:
        subject: its subject.
        body: its text.
        to: whom it goes to; may be empty.
        copy: who gets a copy that everybody sees.
        enclosures: file name and bytes of each.
        method: what a calendar file among them asks for: ``REQUEST``, ``CANCEL``, ``PUBLISH``.
        sender: whom it comes from; None for a draft, which the mail program fills in.
        blind: who gets a copy that nobody sees; stands in no header, and is for the server alone.
    """

    subject: str
    body: str
    to: tuple[MailAddress, ...]
    enclosures: tuple[tuple[str, bytes], ...]
    copy: tuple[MailAddress, ...] = ()
    method: str = "PUBLISH"
    sender: MailAddress | None = None
    blind: tuple[MailAddress, ...] = ()

    @property
    def is_plain(self) -> bool:
        """Whether every server can take its addresses (else RFC 6531)."""
        return all(each.is_plain for each in (*self.to, *self.copy, *((self.sender,) if self.sender else ())))


def folded(text: str) -> str:
    """Return a text in one line: what stands in a header may not begin another."""
    return " ".join(text.split())


def message(mail: Mail, *, at: datetime | None = None, identity: str = "") -> bytes:
    """Return a mail as a message; the same mail is the same message to the byte.

    An invitation stands twice in it: beside the text, where calendars look, and as a file. A draft has it as
    a file alone, since mail programs would take the draft for an invitation that has come.

    Args:
        mail: the mail.
        at: the instant it is sent, aware; None for a draft.
        identity: its Message-ID without the brackets; empty for a draft.
    """
    mail = clean(mail)
    made = EmailMessage(policy=policy.SMTP.clone(cte_type="7bit"))
    made["Subject"] = folded(mail.subject)
    if at is not None:
        made["Date"] = format_datetime(at)
    else:
        made["X-Unsent"] = "1"
    if identity:
        made["Message-ID"] = f"<{identity}>"
    made.set_content(mail.body, cte="quoted-printable")
    for name, data in mail.enclosures:
        if at is not None and name.endswith(_CALENDAR) and mail.method != "PUBLISH":
            made.add_alternative(data.decode(), subtype="calendar", params={"method": mail.method})
            made.set_boundary(f"{_BOUNDARY}-invitation")
    for name, data in mail.enclosures:
        _enclose(made, mail.method, name, data)
    if mail.enclosures:
        # A boundary of its own, so that the same mail is the same file.
        made.set_boundary(f"{_BOUNDARY}-enclosures")
    return _addressed(mail) + made.as_bytes()


def _addressed(mail: Mail) -> bytes:
    """Return the headers that hold addresses, one address a line.

    Python's own way of folding them puts addresses into encoded words, where no server finds them.
    """
    sender = (mail.sender,) if mail.sender else ()
    found = (("From", sender), ("To", mail.to), ("Cc", mail.copy))
    lines = [f"{name}: " + ",\r\n ".join(map(_written, each)) + "\r\n" for name, each in found if each]
    return "".join(lines).encode()


def _written(each: MailAddress) -> str:
    """Return an address with its name, encoded where it is not ASCII (RFC 2047)."""
    name = folded(each.name)
    if not name:
        return each.wire
    if name.isascii():
        escaped = name.replace("\\", "\\\\").replace('"', '\\"')
        return f'"{escaped}" <{each.wire}>'
    return Header(name, "utf-8", maxlinelen=_WORD).encode(linesep="\r\n") + f"\r\n <{each.wire}>"


def _enclose(made: EmailMessage, method: str, name: str, data: bytes) -> None:
    name = folded(name)
    if name.endswith(_CALENDAR):
        made.add_attachment(data.decode(), subtype="calendar", filename=name, params={"method": method})
        return
    main, _, sub = (mimetypes.guess_type(name)[0] or "application/octet-stream").partition("/")
    made.add_attachment(data, maintype=main, subtype=sub, filename=name)
