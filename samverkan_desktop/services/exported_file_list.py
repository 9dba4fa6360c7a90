"""What has been written as files: where each lies, whether it is as it was left, and making it again."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from pathlib import Path

from sqlalchemy import func, select
from sqlalchemy.exc import NoResultFound
from sqlalchemy.orm import Session

from samverkan_desktop.errors import EnvironmentFault, UserError
from samverkan_desktop.i18n import tr
from samverkan_desktop.models.agenda import AgendaItem
from samverkan_desktop.models.exported_file import ExportedFile
from samverkan_desktop.services import export, minutes, renderers
from samverkan_desktop.services.exported_file import Subject, WhenChanged, Written, sha256_of
from samverkan_desktop.services.workspace import Workspace
from samverkan_desktop.storage import journal
from samverkan_desktop.vocabulary import DocumentKind

_VERSION = "version"


class FileState(StrEnum):
    """How a file stands to what the program wrote."""

    AS_LEFT = "as_left"
    CHANGED = "changed"
    MISSING = "missing"


@dataclass(frozen=True)
class ExportedFileRow:
    """A file that was written.

    Args:
        id: its identity.
        path: where it lies, or lay.
        written_at: when.
        document: which document it is.
        state: how it stands to what was written.
        older: whether the archive says something else since.
        can_be_made: whether it can be made again: what goes with a sending is not.
    """

    id: int
    path: Path
    written_at: datetime
    document: DocumentKind
    state: FileState
    older: bool
    can_be_made: bool

    @property
    def said(self) -> str:
        """How it stands, in words."""
        words = {
            FileState.AS_LEFT: "",
            FileState.CHANGED: tr("Ändrad för hand"),
            FileState.MISSING: tr("Saknas"),
        }
        older = tr("Äldre än uppgifterna") if self.older and self.state is not FileState.MISSING else ""
        return ", ".join(filter(None, (words[self.state], older))) or tr("Aktuell")


def listing(
    work: Workspace, *, agreement_id: int | None = None, meeting_id: int | None = None
) -> tuple[ExportedFileRow, ...]:
    """Return the files that were written, newest first, each as it lies on the disk now.

    Args:
        work: the open archive.
        agreement_id: only what is of this agreement.
        meeting_id: only what is of this meeting.
    """
    with work.read() as session:
        last = journal.next_to_undo(session)
        found = list(_latest(session, agreement_id, meeting_id))
    newest = last.id if last else 0
    known: dict[tuple[object, ...], str] = {}
    return tuple(
        ExportedFileRow(
            row.id,
            Path(row.path),
            row.written_at,
            row.document,
            _state(row),
            row.entry_id != newest and bool(row.content) and _says(work, row, known) != row.content,
            _can_be_made(row),
        )
        for row in found
    )


def _latest(session: Session, agreement_id: int | None, meeting_id: int | None) -> Iterator[ExportedFile]:
    last = select(func.max(ExportedFile.id)).group_by(ExportedFile.path)
    chosen = select(ExportedFile).where(ExportedFile.id.in_(last))
    if agreement_id is not None:
        chosen = chosen.where(ExportedFile.agreement_id == agreement_id)
    rows = session.scalars(chosen.order_by(ExportedFile.written_at.desc(), ExportedFile.id.desc()))
    if meeting_id is None:
        yield from rows
        return
    items = set(session.scalars(select(AgendaItem.id).where(AgendaItem.meeting_id == meeting_id)))
    for row in rows:
        if row.subject.get("meeting_id") == meeting_id or row.subject.get("item_id") in items:
            yield row


def _state(row: ExportedFile) -> FileState:
    try:
        there = sha256_of(Path(row.path))
    except EnvironmentFault:  # a drive that is not connected: as gone as a file that is
        there = None
    if there is None:
        return FileState.MISSING
    return FileState.AS_LEFT if there == row.sha256 else FileState.CHANGED


def _says(work: Workspace, row: ExportedFile, known: dict[tuple[object, ...], str]) -> str:
    """Return what a document would have said, had it been made when it was of what the archive says now."""
    key = (row.document, row.written_at, *sorted(row.subject.items()))
    if key not in known:
        try:
            known[key] = export.said(work.as_of(row.written_at), row.document, row.subject)
        except (UserError, NoResultFound):  # what it is of has been undone
            known[key] = ""
    return known[key]


def _can_be_made(row: ExportedFile) -> bool:
    return row.format in renderers.formats(row.document)


def make_again(work: Workspace, exported_id: int, changed: WhenChanged = WhenChanged.BESIDE) -> Written:
    """Write a document anew into the folder where it was written, of what the archive says now.

    Args:
        work: the open archive.
        exported_id: the file.
        changed: what is done where it was changed by hand.

    Raises:
        UserError: it goes with a sending, or what it is of is no more.
        ChangedByHand: it was changed by hand, and it is to be asked.
        EnvironmentFault: it cannot be written.
    """
    with work.read() as session:
        row = session.get_one(ExportedFile, exported_id)
    subject: Subject = row.subject
    folder = Path(row.path).parent
    if not _can_be_made(row):
        raise UserError(tr("{name} skapas när dokumentet skickas.", name=Path(row.path).name))
    if _VERSION in subject:
        return minutes.save_version(work, subject["meeting_id"], subject[_VERSION], folder, changed)
    return export.export(work, row.document, folder, **subject, file_format=row.format, changed=changed)
