"""A mail draft with its enclosures, as a file that mail programs open ready to send."""

import mimetypes
from dataclasses import dataclass
from email import policy
from email.message import EmailMessage

_CALENDAR = ".ics"


@dataclass(frozen=True)
class Mail:
    """A mail draft.

    Args:
        subject: its subject.
        body: its text.
        recipients: addresses; may be empty.
        enclosures: file name and bytes of each.
    """

    subject: str
    body: str
    recipients: tuple[str, ...]
    enclosures: tuple[tuple[str, bytes], ...]


def render(mail: Mail) -> bytes:
    """Return a draft as an .eml file; the header ``X-Unsent`` makes Outlook open it for sending."""
    message = EmailMessage(policy=policy.SMTP)
    message["X-Unsent"] = "1"
    message["Subject"] = " ".join(mail.subject.split())
    if mail.recipients:
        message["To"] = ", ".join(mail.recipients)
    message.set_content(mail.body)
    for name, data in mail.enclosures:
        guessed = "text/calendar" if name.endswith(_CALENDAR) else mimetypes.guess_type(name)[0]
        main, _, sub = (guessed or "application/octet-stream").partition("/")
        message.add_attachment(data, maintype=main, subtype=sub, filename=name)
    # A boundary of its own, so that the same mail is the same file.
    message.set_boundary("samverkan-enclosures")
    return message.as_bytes()
