"""The journal: one entry a use case, row by row before and after; and from it undo and redo.

Nothing else in the program implements undo, history, or what has changed since something was sent.
"""

from collections.abc import Iterable
from itertools import groupby

from sqlalchemy import Select, Table, insert, select
from sqlalchemy.orm import Session

from samverkan_desktop.errors import UserError
from samverkan_desktop.i18n import tr
from samverkan_desktop.models.journal import JournalChange, JournalEntry
from samverkan_desktop.models.registry import METADATA
from samverkan_desktop.storage import difference, rows
from samverkan_desktop.storage.recorder import Key, Recorder
from samverkan_desktop.storage.rows import Row

#: A table, a row of it, how it is to be, and how it stands as far as the change knows.
_State = tuple[str, int, Row | None, Row | None]


def write_entry(session: Session, entry: JournalEntry, recorder: Recorder, merge_within: float) -> None:
    """Write the changes of a use case into the journal; what had been undone can no longer be redone.

    Args:
        session: the session of the use case, flushed.
        entry: the entry to write, not yet added.
        recorder: what listened to the session.
        merge_within: seconds within which an entry of the same merge key takes the changes up. A clock that
            has been set back tells nothing of the pause: then they are taken up.
    """
    last = _last_in_force(session)
    for undone in session.scalars(_redoable(last)):
        undone.discarded = True
        last = None
    merges = (
        last is not None
        and bool(entry.merge_key)
        and (last.merge_key, last.author) == (entry.merge_key, entry.author)
        and (entry.at - last.at).total_seconds() <= merge_within
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
            {"entry_id": entry.id, "table": table, "row_id": row_id, **_kept(table, before, after)}
            for table, row_id, before, after in recorder.changes()
        ],
        execution_options={"render_nulls": True},
    )


def _kept(name: str, before: Row | None, after: Row | None) -> dict[str, Row | None]:
    sides = difference.pack(METADATA.tables[name], before, after)
    return dict(zip(("before", "after"), sides, strict=True))


def _merge(session: Session, entry: JournalEntry, recorder: Recorder) -> None:
    """Take changes up into an entry; what has come back to where it began leaves no trace."""
    known = {(change.table, change.row_id): change for change in _changes_of(session, entry)}
    for table, row_id, before, after in recorder.changes():
        change = known.get((table, row_id))
        if change is None:
            known[table, row_id] = change = JournalChange(entry_id=entry.id, table=table, row_id=row_id)
            session.add(change)
            first = before
        else:
            first = earlier(change, before)
        kept = _kept(table, first, after)
        change.before, change.after = kept["before"], kept["after"]
    idle = [change for change in known.values() if change.before == change.after]
    for change in idle:
        session.delete(change)
    if len(idle) == len(known):
        session.flush()
        session.delete(entry)


def earlier(change: JournalChange, standing: Row | None) -> Row | None:
    """Return a row, whole, as it was before a change after which it stands as given.

    Raises:
        UserError: a text in it no longer stands as the change left it.
    """
    if change.before is None or change.after is None or standing is None:
        return change.before
    table = METADATA.tables[change.table]
    return standing | difference.unpack(table, change.before, change.after, standing)


def _changes_of(session: Session, entry: JournalEntry) -> list[JournalChange]:
    chosen = select(JournalChange).where(JournalChange.entry_id == entry.id).order_by(JournalChange.id)
    return list(session.scalars(chosen))


def _redoable(last: JournalEntry | None) -> Select[JournalEntry]:
    # What can be redone was done after all that is in force: the rest need not be looked through.
    after = last.id if last else 0
    chosen = select(JournalEntry).where(JournalEntry.id > after, JournalEntry.undone, ~JournalEntry.discarded)
    return chosen.order_by(JournalEntry.id)


def _last_in_force(session: Session) -> JournalEntry | None:
    chosen = select(JournalEntry).where(~JournalEntry.undone).order_by(JournalEntry.id.desc()).limit(1)
    return session.scalar(chosen)


def next_to_undo(session: Session) -> JournalEntry | None:
    """Return the entry that undo would take back; None where there is none."""
    return _last_in_force(session)


def next_to_redo(session: Session) -> JournalEntry | None:
    """Return the entry that redo would put in force again; None where there is none."""
    return session.scalar(_redoable(_last_in_force(session)).limit(1))


def _apply(session: Session, states: Iterable[_State]) -> frozenset[Key]:
    changed: set[Key] = set()
    for name, those in groupby(states, lambda state: state[0]):
        table = METADATA.tables.get(name)
        if table is None:
            raise UserError(
                tr("Ändringen gjordes i en äldre version av programmet och kan inte längre ångras.")
            )
        wanted = _wanted(session, table, list(those))
        rows.put(session, table, wanted)
        changed.update((name, row_id) for row_id in wanted)
    session.expire_all()
    return frozenset(changed)


def next_steps(session: Session) -> tuple[JournalEntry | None, JournalEntry | None]:
    """Return the entries that undo and that redo would take, in one go."""
    last = _last_in_force(session)
    return last, session.scalar(_redoable(last).limit(1))


def _wanted(session: Session, table: Table, states: list[_State]) -> dict[int, Row | None]:
    """Return rows as they are to be put; of texts that are kept in part, whole."""
    part = [row_id for _, row_id, row, _ in states if row is not None and difference.has_stretch(table, row)]
    standing = rows.read(session, table, part)
    return {
        row_id: difference.unpack(table, row, other, standing[row_id])
        if row is not None and other is not None and row_id in standing
        else row
        for _, row_id, row, other in states
    }


def undo(session: Session) -> tuple[JournalEntry, frozenset[Key]] | None:
    """Take the last use case in force back; returns it with the rows changed, or None."""
    entry = next_to_undo(session)
    if entry is None:
        return None
    changed = _apply(
        session, [(c.table, c.row_id, c.before, c.after) for c in reversed(_changes_of(session, entry))]
    )
    entry.undone = True
    return entry, changed


def redo(session: Session) -> tuple[JournalEntry, frozenset[Key]] | None:
    """Put the use case last taken back in force again; returns it with the rows changed, or None."""
    entry = next_to_redo(session)
    if entry is None:
        return None
    changed = _apply(session, [(c.table, c.row_id, c.after, c.before) for c in _changes_of(session, entry)])
    entry.undone = False
    return entry, changed
