"""Papers for a meeting: kept in the archive, numbered through the meeting."""

import hashlib
from dataclasses import dataclass
from pathlib import Path

from sqlalchemy import select
from sqlalchemy.orm import Session

from samverkan_desktop.errors import EnvironmentFault
from samverkan_desktop.i18n import tr
from samverkan_desktop.models.agenda import AgendaItem
from samverkan_desktop.models.attachment import Attachment, AttachmentContent
from samverkan_desktop.services.meeting import open_meeting
from samverkan_desktop.services.privacy import demand, refuse
from samverkan_desktop.services.workspace import Workspace
from samverkan_desktop.vocabulary import AttachmentState


@dataclass(frozen=True)
class AttachmentRow:
    """A paper: its number in the meeting, and whether its file is in the archive."""

    id: int
    item_id: int
    number: int
    title: str
    state: AttachmentState
    file_name: str
    kept: bool

    @property
    def label(self) -> str:
        """What documents call it: ``Bilaga 1 Balanslista``."""
        return tr("Bilaga {number} {title}", number=self.number, title=self.title)


def state_label(state: AttachmentState) -> str:
    """Return when a paper reaches the members, in words."""
    return {
        AttachmentState.ENCLOSED: tr("bifogas"),
        AttachmentState.LATER: tr("skickas senare"),
        AttachmentState.SENT_BEFORE: tr("tidigare utsänd"),
        AttachmentState.AT_MEETING: tr("delas ut på mötet"),
    }[state]


def attach(
    work: Workspace,
    item_id: int,
    title: str,
    *,
    file: Path | None = None,
    state: AttachmentState = AttachmentState.ENCLOSED,
) -> int:
    """Add a paper to an item; its file, if any, is copied into the archive.

    Raises:
        UserError: the title is missing, title or file name holds a personal identity number (R11), or the
            minutes are finished.
        EnvironmentFault: the file cannot be read.
    """
    demand(tr("Ange vad bilagan heter."), title=title)
    refuse(title=title, file=file.name if file is not None else "")
    try:
        content = file.read_bytes() if file is not None else None
    except OSError as error:
        raise EnvironmentFault(
            tr("Filen {file} går inte att läsa. Se efter att den finns och inte är öppen.", file=file)
        ) from error
    with work.change("attachment.attach", tr("Bilagan {title} lades till", title=title)) as session:
        open_meeting(session, session.get_one(AgendaItem, item_id).meeting_id)
        digest = ""
        if content is not None:
            digest = hashlib.sha256(content).hexdigest()
            if session.get(AttachmentContent, digest) is None:
                session.add(AttachmentContent(sha256=digest, content=content))
        attachment = Attachment(
            item_id=item_id,
            title=title.strip(),
            state=state,
            file_name=file.name if file is not None else "",
            sha256=digest,
        )
        session.add(attachment)
        session.flush()
        return attachment.id


def remove(work: Workspace, attachment_id: int) -> None:
    """Take a paper off its item; its bytes stay, so that this can be undone."""
    with work.change("attachment.remove", tr("En bilaga togs bort")) as session:
        attachment = session.get_one(Attachment, attachment_id)
        open_meeting(session, session.get_one(AgendaItem, attachment.item_id).meeting_id)
        session.delete(attachment)


def rows(work: Workspace, meeting_id: int) -> tuple[AttachmentRow, ...]:
    """Return a meeting's papers, numbered in the order of the agenda."""
    with work.read() as session:
        return rows_in(session, meeting_id)


def rows_in(session: Session, meeting_id: int) -> tuple[AttachmentRow, ...]:
    """Return a meeting's papers as a session sees them."""
    found = session.execute(
        select(Attachment, AgendaItem.id)
        .join(AgendaItem, AgendaItem.id == Attachment.item_id)
        .where(AgendaItem.meeting_id == meeting_id)
        .order_by(AgendaItem.position, Attachment.id)
    )
    return tuple(
        AttachmentRow(a.id, item_id, number, a.title, a.state, a.file_name, bool(a.sha256))
        for number, (a, item_id) in enumerate(found, 1)
    )


def content(work: Workspace, attachment_id: int) -> bytes:
    """Return the bytes of a paper.

    Raises:
        EnvironmentFault: the archive has no file for it.
    """
    with work.read() as session:
        attachment = session.get_one(Attachment, attachment_id)
        kept = session.get(AttachmentContent, attachment.sha256)
        if kept is None:
            raise EnvironmentFault(tr("Bilagan har ingen fil i arkivet."))
        return kept.content
