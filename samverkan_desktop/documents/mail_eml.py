"""A mail draft with its enclosures, as a file that mail programs open ready to send."""

from dataclasses import replace

from samverkan_desktop.documents.mail import Mail, message


def render(mail: Mail) -> bytes:
    """Return a draft as an .eml file; the header ``X-Unsent`` makes Outlook open it for sending."""
    return message(replace(mail, sender=None, blind=()))
