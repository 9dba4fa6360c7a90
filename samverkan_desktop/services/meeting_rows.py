"""The rows that are of one meeting, also those that are gone, and what changed them in the history."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass

from sqlalchemy import and_, null, or_, select
from sqlalchemy.orm import Session

from samverkan_desktop.models.journal import JournalChange, JournalEntry
from samverkan_desktop.models.registry import METADATA

#: Tables whose rows are of a meeting: by which column, and of a row of which table.
_BELONG = (
    ("agenda_item", "meeting_id", "meeting"),
    ("attendance", "meeting_id", "meeting"),
    ("decision", "meeting_id", "meeting"),
    ("commission_report", "meeting_id", "meeting"),
    ("minutes_version", "meeting_id", "meeting"),
    ("minutes_approval", "meeting_id", "meeting"),
    ("distribution", "meeting_id", "meeting"),
    ("skipped_item", "meeting_id", "meeting"),
    ("waiver", "meeting_id", "meeting"),
    ("attachment", "item_id", "agenda_item"),
    ("task", "item_id", "agenda_item"),
    ("commission", "decision_id", "decision"),
)


@dataclass(frozen=True)
class Changes:
    """One entry in force, with its changes: all of them, or those of the rows asked for."""

    entry: JournalEntry
    changes: Sequence[JournalChange]


def rows_of(session: Session, meeting_id: int) -> dict[str, set[int]]:
    """Return the identities of a meeting's rows by their tables, those that have been removed too."""
    found: dict[str, set[int]] = {"meeting": {meeting_id}}
    for name, column, above in _BELONG:
        table, owners = METADATA.tables[name], found[above]
        there = select(table.c.id).where(table.c[column].in_(owners))
        gone = select(JournalChange.row_id).where(
            JournalChange.table == name,
            JournalChange.after.is_(null()),
            JournalChange.before[column].as_integer().in_(owners),
        )
        found[name] = {*session.scalars(there), *session.scalars(gone)}
    return found


def entries_of(
    session: Session, owned: Mapping[str, Collection[int]], *, since: int = 0, whole: bool = False
) -> list[Changes]:
    """Return the entries in force that changed some rows, newest first.

    Args:
        session: where to read.
        owned: the rows, by table.
        since: only entries after this one.
        whole: whether the other rows that an entry changed are told too.
    """
    touching = or_(
        *(and_(JournalChange.table == name, JournalChange.row_id.in_(ids)) for name, ids in owned.items())
    )
    later = select(JournalChange).where(JournalChange.entry_id > since).order_by(JournalChange.id)
    by_entry: dict[int, list[JournalChange]] = {}
    for change in session.scalars(later.where(touching)):
        if _is_done_here(change, owned):
            by_entry.setdefault(change.entry_id, []).append(change)
    if whole:
        touched = select(JournalChange.entry_id).where(touching)
        kept, by_entry = set(by_entry), {}
        for change in session.scalars(later.where(JournalChange.entry_id.in_(touched))):
            if change.entry_id in kept:
                by_entry.setdefault(change.entry_id, []).append(change)
    in_force = select(JournalEntry).where(JournalEntry.id > since, ~JournalEntry.undone)
    found = session.scalars(in_force.order_by(JournalEntry.id.desc()))
    return [Changes(entry, by_entry[entry.id]) for entry in found if entry.id in by_entry]


def _is_done_here(change: JournalChange, owned: Mapping[str, Collection[int]]) -> bool:
    """Return whether a change of a meeting's row was made at that meeting.

    A commission is of the meeting that gave it, and reported and approved at others.
    """
    before, after = change.before, change.after
    if change.table != "commission" or before is None or after is None:
        return True
    if before.get("status") == after.get("status"):
        return True
    return after.get("approval_decision_id") in owned["decision"]
