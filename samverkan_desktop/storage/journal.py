"""The journal: one entry a use case, row by row before and after; and from it undo and redo.

Nothing else in the program implements undo, history, or what has changed since something was sent.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, date, datetime, time
from enum import Enum
from typing import Any

from sqlalchemy import Table, delete, event, insert, inspect, select, text, update
from sqlalchemy.orm import ORMExecuteState, Session, UOWTransaction

from samverkan_desktop.models.base import Stored
from samverkan_desktop.models.journal import JournalChange, JournalEntry
from samverkan_desktop.models.registry import METADATA

Row = dict[str, Any]


def _plain(value: object) -> object:
    if isinstance(value, Enum):
        return value.value
    if isinstance(value, datetime):
        return value.astimezone(UTC).isoformat()
    if isinstance(value, date | time):
        return value.isoformat()
    return value


def _typed(table: Table, row: Row) -> Row:
    """Return a journalled row with the types its table's columns take."""
    result: Row = {}
    for name, value in row.items():
        kind = table.c[name].type.python_type if value is not None else None
        if isinstance(value, str) and kind in (date, time, datetime):
            result[name] = kind.fromisoformat(value)
        elif kind is not None and issubclass(kind, Enum):
            result[name] = kind(value)
        else:
            result[name] = value
    return result


@dataclass
class _Change:
    before: Row | None
    after: Row | None


class Recorder:
    """Listens to one session and remembers every stored row before and after."""

    def __init__(self, session: Session) -> None:
        self._changes: dict[tuple[str, int], _Change] = {}
        event.listen(session, "before_flush", self._before_flush)
        event.listen(session, "after_flush", self._after_flush)
        event.listen(session, "do_orm_execute", self._refuse_bulk)
        self._before: dict[Stored, Row] = {}

    @staticmethod
    def _refuse_bulk(state: ORMExecuteState) -> None:
        if state.is_update or state.is_delete:
            raise AssertionError("bulk statements pass the journal by: change objects instead")

    def _before_flush(self, session: Session, _context: UOWTransaction, _instances: object) -> None:
        self._before = {
            thing: self._stored_row(session, thing)
            for thing in (*session.dirty, *session.deleted)
            if isinstance(thing, Stored) and (thing in session.deleted or session.is_modified(thing))
        }

    @staticmethod
    def _stored_row(session: Session, thing: Stored) -> Row:
        table = METADATA.tables[thing.__tablename__]
        row = session.connection().execute(select(table).where(table.c.id == thing.id)).mappings().one()
        return {name: _plain(value) for name, value in row.items()}

    def _after_flush(self, session: Session, _context: UOWTransaction) -> None:
        for thing in session.new:
            if isinstance(thing, Stored):
                self._note(thing, None, self._current_row(thing))
        for thing, before in self._before.items():
            self._note(thing, before, None if thing in session.deleted else self._current_row(thing))
        self._before = {}

    @staticmethod
    def _current_row(thing: Stored) -> Row:
        mapper = inspect(thing).mapper
        return {
            column.name: _plain(getattr(thing, mapper.get_property_by_column(column).key))
            for column in mapper.local_table.columns
        }

    def _note(self, thing: Stored, before: Row | None, after: Row | None) -> None:
        key = (thing.__tablename__, thing.id)
        known = self._changes.get(key)
        if known is None:
            self._changes[key] = _Change(before, after)
        else:
            known.after = after

    def changes(self) -> list[tuple[str, int, Row | None, Row | None]]:
        """Return every row that really changed, in the order of its first change."""
        return [
            (table, row_id, change.before, change.after)
            for (table, row_id), change in self._changes.items()
            if change.before != change.after
        ]


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
        and (entry.at - last.at).total_seconds() <= merge_within
    )
    if merges and last is not None:
        last.at = entry.at
        _merge(session, last, recorder)
        return
    session.add(entry)
    session.flush()
    for table, row_id, before, after in recorder.changes():
        session.add(JournalChange(entry_id=entry.id, table=table, row_id=row_id, before=before, after=after))


def _merge(session: Session, entry: JournalEntry, recorder: Recorder) -> None:
    known = {(change.table, change.row_id): change for change in _changes_of(session, entry)}
    for table, row_id, before, after in recorder.changes():
        change = known.get((table, row_id))
        if change is None:
            session.add(
                JournalChange(entry_id=entry.id, table=table, row_id=row_id, before=before, after=after)
            )
        else:
            change.after = after


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


def _put(session: Session, table: Table, row_id: int, wanted: Row | None) -> None:
    connection = session.connection()
    if wanted is None:
        connection.execute(delete(table).where(table.c.id == row_id))
        return
    values = _typed(table, wanted)
    changed = connection.execute(update(table).where(table.c.id == row_id).values(values))
    if changed.rowcount == 0:
        connection.execute(insert(table).values(values))


def _apply(session: Session, states: Iterable[tuple[str, int, Row | None]]) -> frozenset[str]:
    # Rows go back one by one, so their references are whole only when the last one is in place.
    session.execute(text("PRAGMA defer_foreign_keys = ON"))
    rooms = set()
    for name, row_id, wanted in states:
        _put(session, METADATA.tables[name], row_id, wanted)
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
