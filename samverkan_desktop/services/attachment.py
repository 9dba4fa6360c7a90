"""Papers for a meeting: kept in the archive, numbered through the meeting."""

import hashlib
from dataclasses import dataclass
from pathlib import Path, PurePath

from sqlalchemy import select
from sqlalchemy.orm import Session

from samverkan_desktop.errors import EnvironmentFault, UserError
from samverkan_desktop.i18n import tr
from samverkan_desktop.models.agenda import AgendaItem, Matter
from samverkan_desktop.models.attachment import Attachment, AttachmentContent
from samverkan_desktop.services.agenda_order import taking_up
from samverkan_desktop.services.meeting import open_meeting
from samverkan_desktop.services.privacy import demand, refuse
from samverkan_desktop.services.wording import slug
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


#: The largest file that the archive takes in, in bytes: what is larger does not go by mail either.
LARGEST = 50 * 1024 * 1024
#: How much of a paper's name its file bears when it goes out.
_NAME = 60


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
        UserError: the title is missing, title or file name holds a personal identity number (R11), the file
            is larger than 50 MB, or the minutes are finished.
        EnvironmentFault: the file cannot be read.
    """
    content = _read(title, file)
    with work.change("attachment.attach", tr("Bilagan {title} lades till", title=title)) as session:
        open_meeting(session, session.get_one(AgendaItem, item_id).meeting_id)
        made = Attachment(item_id=item_id, title=title.strip(), state=state)
        return _keep(session, made, file, content)


def submit(work: Workspace, matter_id: int, title: str, *, file: Path | None = None) -> int:
    """Add a paper to a submitted matter; it follows onto the agenda that takes the matter up (T19).

    Raises:
        UserError: the title is missing, title or file name holds a personal identity number (R11), the file
            is larger than 50 MB, or the matter is on an agenda already.
        EnvironmentFault: the file cannot be read.
    """
    content = _read(title, file)
    with work.change("attachment.submit", tr("Bilagan {title} lades till", title=title)) as session:
        if any(item.matter_id == matter_id for item in taking_up(session)):
            raise UserError(tr("Ärendet står redan på en dagordning. Lägg bilagan till punkten."))
        state = AttachmentState.ENCLOSED if file is not None else AttachmentState.LATER
        made = Attachment(matter_id=session.get_one(Matter, matter_id).id, title=title.strip(), state=state)
        return _keep(session, made, file, content)


def _read(title: str, file: Path | None) -> bytes | None:
    demand(tr("Ange vad bilagan heter."), title=title)
    refuse(title=title, file=file.name if file is not None else "")
    if file is None:
        return None
    try:
        if file.stat().st_size > LARGEST:
            raise UserError(
                tr(
                    "Filen {name} är större än 50 MB. Lägg den där alla når den och länka dit.",
                    name=file.name,
                ),
                field="file",
            )
        return file.read_bytes()
    except OSError as error:
        raise EnvironmentFault(
            tr("Filen {file} går inte att läsa. Se efter att den finns och inte är öppen.", file=file)
        ) from error


def _keep(session: Session, paper: Attachment, file: Path | None, content: bytes | None) -> int:
    """Store a paper, and the bytes of its file once."""
    if file is not None and content is not None:
        paper.file_name, paper.sha256 = file.name, keep_content(session, content)
    session.add(paper)
    session.flush()
    return paper.id


def keep_content(session: Session, content: bytes) -> str:
    """Keep the bytes of a file in the archive, once, inside a use case; return the hash they have."""
    digest = hashlib.sha256(content).hexdigest()
    if session.get(AttachmentContent, digest) is None:
        session.add(AttachmentContent(sha256=digest, content=content))
    return digest


def supply(work: Workspace, attachment_id: int, file: Path) -> None:
    """Add the file of a paper that was only announced, or put another in its place; it is then enclosed.

    Raises:
        UserError: the file name holds a personal identity number (R11), the file is larger than 50 MB, or the
            minutes are finished.
        EnvironmentFault: the file cannot be read.
    """
    content = _read(file.stem, file)
    with work.change("attachment.supply", tr("En bilaga fick sin fil")) as session:
        paper = session.get_one(Attachment, attachment_id)
        _check_open(session, paper)
        if paper.state is AttachmentState.LATER:
            paper.state = AttachmentState.ENCLOSED
        _keep(session, paper, file, content)


def set_state(work: Workspace, attachment_id: int, state: AttachmentState) -> None:
    """Say when a paper reaches the members.

    Raises:
        UserError: the minutes are finished.
    """
    with work.change("attachment.set_state", tr("En bilaga ändrades")) as session:
        paper = session.get_one(Attachment, attachment_id)
        _check_open(session, paper)
        paper.state = state


def remove(work: Workspace, attachment_id: int) -> None:
    """Take a paper off its item or its matter; its bytes stay, so that this can be undone."""
    with work.change("attachment.remove", tr("En bilaga togs bort")) as session:
        paper = session.get_one(Attachment, attachment_id)
        _check_open(session, paper)
        session.delete(paper)


def _check_open(session: Session, paper: Attachment) -> None:
    if paper.item_id is not None:
        open_meeting(session, session.get_one(AgendaItem, paper.item_id).meeting_id)


def follow(session: Session, matter_id: int, item_id: int) -> None:
    """Let the papers of a matter follow it to the item that takes it up, inside a use case.

    Those that it brought to a meeting that was then cancelled come too.
    """
    held = {item.id for item in taking_up(session)} - {item_id}
    for paper in session.scalars(select(Attachment).where(Attachment.matter_id == matter_id)):
        if paper.item_id not in held:
            paper.item_id = item_id
    session.flush()


def drop(session: Session, matter_id: int) -> None:
    """Take away the papers of a matter that goes itself, inside a use case."""
    for paper in session.scalars(select(Attachment).where(Attachment.matter_id == matter_id)):
        session.delete(paper)
    session.flush()


def of_matters(session: Session) -> dict[int, tuple[AttachmentRow, ...]]:
    """Return the papers that submitted matters came with, numbered in each."""
    found: dict[int, list[AttachmentRow]] = {}
    chosen = select(Attachment).where(Attachment.matter_id.is_not(None)).order_by(Attachment.id)
    for a in session.scalars(chosen):
        own = found.setdefault(a.matter_id or 0, [])
        number = len(own) + 1
        own.append(AttachmentRow(a.id, a.item_id or 0, number, a.title, a.state, a.file_name, bool(a.sha256)))
    return {matter_id: tuple(papers) for matter_id, papers in found.items()}


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


def enclosed_in(session: Session, meeting_id: int) -> tuple[tuple[str, bytes], ...]:
    """Return the papers that go with a meeting's call, as the endings of their names and their bytes."""
    found = []
    for row in rows_in(session, meeting_id):
        kept = session.get(AttachmentContent, session.get_one(Attachment, row.id).sha256)
        if row.state is AttachmentState.ENCLOSED and kept is not None:
            name = slug(tr("bilaga {number} {title}", number=row.number, title=row.title))
            end = PurePath(row.file_name).suffix.lower()
            found.append((f"-{name[:_NAME].strip('-')}{end}", kept.content))
    return tuple(found)


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
