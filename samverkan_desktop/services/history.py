"""The history: what was done, when, newest first."""

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import select

from samverkan_desktop.models.journal import JournalEntry
from samverkan_desktop.services.workspace import Workspace


@dataclass(frozen=True)
class EntryRow:
    """One use case; ``undone`` says that it is not in force."""

    id: int
    at: datetime
    use_case: str
    label: str
    undone: bool


def entries(work: Workspace, limit: int = 200) -> tuple[EntryRow, ...]:
    """Return the latest use cases, newest first.

    Args:
        work: the open archive.
        limit: how many at the most, 1 or more.
    """
    with work.read() as session:
        found = session.scalars(select(JournalEntry).order_by(JournalEntry.id.desc()).limit(limit))
        return tuple(EntryRow(e.id, e.at, e.use_case, e.label, e.undone) for e in found)
