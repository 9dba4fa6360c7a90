"""What is to leave the house: a document and what goes with it, whom it goes to, and the mail around it."""

from dataclasses import dataclass

from samverkan_desktop.documents.mail import Mail, folded
from samverkan_desktop.i18n import tr
from samverkan_desktop.mail_address import MailAddress
from samverkan_desktop.services.recipients import Recipient
from samverkan_desktop.vocabulary import DocumentKind, Receipt


@dataclass(frozen=True)
class Sending:
    """What is to be sent: a document as bytes, and the mail it goes with.

    Args:
        document: its kind.
        sender: the function that sends it.
        subject: the mail's subject.
        body: the mail's text.
        label: what the document is called, for its file name: ``Kallelse``.
        suffix: the file's ending: ``.pdf``.
        data: the file's bytes.
        others: further files to enclose: ending and bytes.
        method: what a calendar file among them asks for.
    """

    document: DocumentKind
    sender: str
    subject: str
    body: str
    label: str
    suffix: str
    data: bytes
    others: tuple[tuple[str, bytes], ...] = ()
    method: str = "PUBLISH"


@dataclass(frozen=True)
class Outgoing:
    """A sending ready to go; its subject, text and recipients may be changed by whoever sends it.

    Args:
        meeting_id: the meeting whose document it is.
        document: its kind.
        sender: the function that sends it.
        stem: the files' common name.
        subject: the mail's subject.
        body: the mail's text.
        files: name and bytes of each, the document first.
        recipients: whom it goes to, those too whose address nobody knows.
        method: what a calendar file among the files asks for.
    """

    meeting_id: int
    document: DocumentKind
    sender: str
    stem: str
    subject: str
    body: str
    files: tuple[tuple[str, bytes], ...]
    recipients: tuple[Recipient, ...]
    method: str = "PUBLISH"

    @property
    def addressed(self) -> tuple[Recipient, ...]:
        """Those whose address is known."""
        return tuple(one for one in self.recipients if one.address)

    @property
    def size(self) -> int:
        """How many bytes the files are."""
        return sum(len(data) for _, data in self.files)

    def mail(self, sender: MailAddress | None = None, blind: tuple[MailAddress, ...] = ()) -> Mail:
        """Return the mail it goes in; without a sender for whoever opens it."""
        informed = [one.function for one in self.recipients if one.receipt is Receipt.INFORMATION]
        told = tr("För kännedom: {functions}.", functions=", ".join(informed)) if informed else ""
        return Mail(
            subject=folded(self.subject),
            body="\n\n".join(filter(None, (self.body.strip(), told))),
            to=tuple(one.to for one in self.addressed if one.receipt is Receipt.TO),
            copy=tuple(one.to for one in self.addressed if one.receipt is not Receipt.TO),
            enclosures=self.files,
            method=self.method,
            sender=sender,
            blind=blind,
        )
