"""The journal: one entry a use case, row by row before and after; and from it undo and redo.

Nothing else in the program implements undo, history, or what has changed since something was sent.
"""

from collections.abc import Iterable
from itertools import groupby

from sqlalchemy import insert, select
from sqlalchemy.orm import Session

from samverkan_desktop.errors import UserError
from samverkan_desktop.i18n import tr
from samverkan_desktop.models.journal import JournalChange, JournalEntry
from samverkan_desktop.models.registry import METADATA
from samverkan_desktop.storage import rows
from samverkan_desktop.storage.recorder import Recorder
from samverkan_desktop.storage.rows import Row


def write_entry(session: Session, entry: JournalEntry, recorder: Recorder, merge_within: float) -> None:
    """Write the changes of a use case into the journal; what had been undone can no longer be redone.

    Args:
        session: the session of the use case, flushed.
        entry: the entry to write, not yet added.
        recorder: what listened to the session.
        merge_within: seconds within which an entry of the same merge key takes the changes up.
    """
    last = _last_in_force(session)
    for undone in session.scalars(select(JournalEntry).where(JournalEntry.undone, ~JournalEntry.discarded)):
        undone.discarded = True
        last = None
    merges = (
        last is not None
        and bool(entry.merge_key)
        and last.merge_key == entry.merge_key
        and 0 <= (entry.at - last.at).total_seconds() <= merge_within
    )
    if merges and last is not None:
        last.at = entry.at
        _merge(session, last, recorder)
        return
    session.add(entry)
    session.flush()
    session.execute(
        insert(JournalChange),
        [
            {"entry_id": entry.id, "table": table, "row_id": row_id, "before": before, "after": after}
            for table, row_id, before, after in recorder.changes()
        ],
        execution_options={"render_nulls": True},
    )


def _merge(session: Session, entry: JournalEntry, recorder: Recorder) -> None:
    """Take changes up into an entry; what has come back to where it began leaves no trace."""
    known = {(change.table, change.row_id): change for change in _changes_of(session, entry)}
    for table, row_id, before, after in recorder.changes():
        change = known.get((table, row_id))
        if change is None:
            change = JournalChange(entry_id=entry.id, table=table, row_id=row_id, before=before)
            session.add(change)
        change.after = after
        known[table, row_id] = change
    idle = [change for change in known.values() if change.before == change.after]
    for change in idle:
        session.delete(change)
    if len(idle) == len(known):
        session.flush()
        session.delete(entry)


def _changes_of(session: Session, entry: JournalEntry) -> list[JournalChange]:
    chosen = select(JournalChange).where(JournalChange.entry_id == entry.id).order_by(JournalChange.id)
    return list(session.scalars(chosen))


def _last_in_force(session: Session) -> JournalEntry | None:
    chosen = select(JournalEntry).where(~JournalEntry.undone).order_by(JournalEntry.id.desc()).limit(1)
    return session.scalar(chosen)


def next_to_undo(session: Session) -> JournalEntry | None:
    """Return the entry that undo would take back; None where there is none."""
    return _last_in_force(session)


def next_to_redo(session: Session) -> JournalEntry | None:
    """Return the entry that redo would put in force again; None where there is none."""
    chosen = (
        select(JournalEntry)
        .where(JournalEntry.undone, ~JournalEntry.discarded)
        .order_by(JournalEntry.id)
        .limit(1)
    )
    return session.scalar(chosen)


def _apply(session: Session, states: Iterable[tuple[str, int, Row | None]]) -> frozenset[str]:
    rooms = set()
    for name, those in groupby(states, lambda state: state[0]):
        table = METADATA.tables.get(name)
        if table is None:
            raise UserError(
                tr("Ändringen gjordes i en äldre version av programmet och kan inte längre ångras.")
            )
        rows.put(session, table, {row_id: wanted for _, row_id, wanted in those})
        rooms.add(name)
    session.expire_all()
    return frozenset(rooms)


def undo(session: Session) -> tuple[JournalEntry, frozenset[str]] | None:
    """Take the last use case in force back; returns it with the tables changed, or None."""
    entry = next_to_undo(session)
    if entry is None:
        return None
    states = [(c.table, c.row_id, c.before) for c in reversed(_changes_of(session, entry))]
    rooms = _apply(session, states)
    entry.undone = True
    return entry, rooms


def redo(session: Session) -> tuple[JournalEntry, frozenset[str]] | None:
    """Put the use case last taken back in force again; returns it with the tables changed, or None."""
    entry = next_to_redo(session)
    if entry is None:
        return None
    states = [(c.table, c.row_id, c.after) for c in _changes_of(session, entry)]
    rooms = _apply(session, states)
    entry.undone = False
    return entry, rooms
