"""Documents written as files: the one way out, which knows what it wrote and never takes a hand's work.

A file that is as the program left it is replaced. One that was changed by hand since, or that the program has
not written, is left: the new version is laid beside it, or not written at all.
"""

import hashlib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from itertools import count
from pathlib import Path
from typing import Any, Self

from sqlalchemy import select
from sqlalchemy.orm import Session

from samverkan_desktop.errors import UserError
from samverkan_desktop.events import ArchiveChanged
from samverkan_desktop.files import explained, make_folder
from samverkan_desktop.files_together import write_together
from samverkan_desktop.i18n import tr
from samverkan_desktop.models.agenda import AgendaItem
from samverkan_desktop.models.commission import Commission
from samverkan_desktop.models.exported_file import ExportedFile
from samverkan_desktop.models.group import Group
from samverkan_desktop.models.meeting import Meeting
from samverkan_desktop.services.wording import listed
from samverkan_desktop.services.workspace import Workspace
from samverkan_desktop.storage import journal
from samverkan_desktop.vocabulary import DocumentKind

#: What a document is made of, as `export.export` is asked for it: ``{"meeting_id": 3}``.
Subject = Mapping[str, Any]


class WhenChanged(StrEnum):
    """What is done where a file was changed by hand, or is not ours."""

    #: The new version is laid beside it, its name ending in -2.
    BESIDE = "beside"
    #: It is kept, and no new version is written.
    KEEP = "keep"
    #: Nothing at all is written: `ChangedByHand` is raised, for somebody to choose.
    ASK = "ask"


@dataclass(frozen=True)
class Paper:
    """A file to be written.

    Args:
        name: its name.
        data: its bytes.
        document: which document it is.
        subject: of what.
        content: SHA-256 of what it says, as `digest` gives it; empty where that never changes.
    """

    name: str
    data: bytes
    document: DocumentKind
    subject: Subject
    content: str = ""


class Written(tuple[Path, ...]):
    """The files of what was asked for, with what is to be told of those that were there already."""

    notices: tuple[str, ...]

    def __new__(cls, paths: Sequence[Path], notices: Sequence[str] = ()) -> Self:
        """Return files with what is to be told of them."""
        made = super().__new__(cls, paths)
        made.notices = tuple(notices)
        return made


class ChangedByHand(UserError):
    """Files that are there were changed by hand, or are not ours; nothing has been written.

    Args:
        names: their names.
    """

    def __init__(self, names: Sequence[str]) -> None:
        super().__init__(
            tr(
                "{names} är ändrad för hand, eller inte skriven av programmet. "
                "Välj om den nya versionen ska läggas bredvid.",
                names=listed(list(names)),
            )
        )
        self.names = tuple(names)


def digest(content: object) -> str:
    """Return the SHA-256 of what a document says: its frozen content says the same as text."""
    return hashlib.sha256(repr(content).encode()).hexdigest()


def sha256_of(path: Path) -> str | None:
    """Return the SHA-256 of a file as it is now; None where there is none.

    Raises:
        EnvironmentFault: it cannot be read.
    """
    with explained(path):
        try:
            return hashlib.sha256(path.read_bytes()).hexdigest()
        except FileNotFoundError:
            return None


def papers(
    files: Mapping[str, bytes], document: DocumentKind, subject: Subject, content: str = ""
) -> tuple[Paper, ...]:
    """Return the files of one document: the document itself and what goes with it."""
    return tuple(Paper(name, data, document, subject, content) for name, data in files.items())


def write(
    work: Workspace, folder: Path, made: Sequence[Paper], changed: WhenChanged = WhenChanged.BESIDE
) -> Written:
    """Write documents into a folder, all or none, and record them.

    Args:
        work: the open archive; where it is open for reading only, what is written cannot be recorded.
        folder: where; made when missing.
        made: the documents.
        changed: what is done where a file was changed by hand.

    Raises:
        ChangedByHand: one was, and it is to be asked.
        EnvironmentFault: one is open elsewhere or cannot be written.
    """
    if work.read_only:
        with work.read() as session:
            written = _write(session, folder, made, changed)
        told = tr("Arkivet är öppet för läsning, så filerna kunde inte antecknas som utskrivna.")
        return Written(written, (*written.notices, told))
    label = tr("Dokument skrevs ut")
    with work.change("exported_file.write", label) as session:
        written = write_in(work, session, folder, made, changed)
    work.events.publish(ArchiveChanged(label, frozenset({ExportedFile.__tablename__})))
    return written


def write_in(
    work: Workspace,
    session: Session,
    folder: Path,
    made: Sequence[Paper],
    changed: WhenChanged = WhenChanged.BESIDE,
) -> Written:
    """Write documents inside a use case, which is to end with it: what fails after it finds them written."""
    written = _write(session, folder, made, changed)
    for paper, path in zip(made, written, strict=True):
        sha256 = hashlib.sha256(paper.data).hexdigest()
        if sha256_of(path) == sha256:
            _record(work, session, path, sha256, paper)
    session.flush()
    return written


def _record(work: Workspace, session: Session, path: Path, sha256: str, paper: Paper) -> None:
    """Record a file; one that was recorded with the same bytes is known to be what the archive says now."""
    last, left = journal.next_to_undo(session), _latest(session, path)
    row = ExportedFile(path=str(path), sha256=sha256) if left is None or left.sha256 != sha256 else left
    row.written_at = work.clock.now()
    row.document, row.format = paper.document, path.suffix.lstrip(".")
    row.agreement_id, row.subject = _agreement_of(session, paper.subject), dict(paper.subject)
    row.content, row.entry_id = paper.content, last.id if last else 0
    session.add(row)


def _latest(session: Session, path: Path) -> ExportedFile | None:
    chosen = select(ExportedFile).where(ExportedFile.path == str(path)).order_by(ExportedFile.id.desc())
    return session.scalar(chosen.limit(1))


def _agreement_of(session: Session, subject: Subject) -> int | None:
    """Return the agreement that what a document is made of belongs to."""
    known: int | None = subject.get("agreement_id")
    if known is not None:
        return known
    meeting_id = subject.get("meeting_id")
    if (item_id := subject.get("item_id")) is not None:
        meeting_id = session.get_one(AgendaItem, item_id).meeting_id
    owner: Meeting | Commission | None = None
    if meeting_id is not None:
        owner = session.get_one(Meeting, meeting_id)
    elif (commission_id := subject.get("commission_id")) is not None:
        owner = session.get_one(Commission, commission_id)
    return session.get_one(Group, owner.group_id).agreement_id if owner else None


def _write(session: Session, folder: Path, made: Sequence[Paper], changed: WhenChanged) -> Written:
    with explained(folder):
        folder = folder.resolve()
    make_folder(folder)
    places = _Places(session, folder)
    chosen = [places.choose(paper, changed) for paper in made]
    if changed is WhenChanged.ASK and places.changed:
        raise ChangedByHand(places.changed)
    write_together(
        {path: paper.data for paper, path in zip(made, chosen, strict=True) if path in places.free}
    )
    return Written(chosen, places.notices)


class _Places:
    """Where papers are to stand in a folder.

    Attributes:
        free: the files that are to be written: the others stand as they would be, or are kept.
        changed: names of those that were changed by hand or are not ours.
        notices: what is to be told of them.
    """

    def __init__(self, session: Session, folder: Path) -> None:
        self._session = session
        self._folder = folder
        self._taken: set[Path] = set()
        self.free: set[Path] = set()
        self.changed: list[str] = []
        self.notices: list[str] = []

    def choose(self, paper: Paper, changed: WhenChanged) -> Path:
        """Return where a paper is to stand."""
        wanted = self._folder / paper.name
        if wanted in self._taken or self._may_stand(wanted, paper):
            return self._beside(wanted, paper) if wanted in self._taken else self._take(wanted)
        self.changed.append(wanted.name)
        if changed is WhenChanged.KEEP:
            self.notices.append(
                tr("{name} är ändrad för hand och behölls. Ingen ny version skrevs.", name=wanted.name)
            )
            return self._take(wanted)
        path = self._beside(wanted, paper)
        self.notices.append(
            tr("{name} är ändrad för hand och behölls. Den nya heter {new}.", name=wanted.name, new=path.name)
        )
        return path

    def _beside(self, wanted: Path, paper: Paper) -> Path:
        for number in count(2):
            path = wanted.with_name(f"{wanted.stem}-{number}{wanted.suffix}")
            if path not in self._taken and self._may_stand(path, paper):
                return self._take(path)
        raise AssertionError("numbers have no end")

    def _take(self, path: Path) -> Path:
        self._taken.add(path)
        return path

    def _may_stand(self, path: Path, paper: Paper) -> bool:
        """Say whether a paper may stand in a place: all that is there is what the program left of it."""
        there = sha256_of(path)
        if there == hashlib.sha256(paper.data).hexdigest():
            return True  # and is not written: it is as it would be
        if there is None or there == self._left(path, paper):
            self.free.add(path)
            return True
        return False

    def _left(self, path: Path, paper: Paper) -> str | None:
        """Return the SHA-256 of what the program left in a place, if it is the same document."""
        left = _latest(self._session, path)
        same = left is not None and (left.document, left.subject) == (paper.document, dict(paper.subject))
        return left.sha256 if left is not None and same else None
