"""The recorder: listens to the session of one use case and remembers each row before and after."""

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache

from sqlalchemy import event
from sqlalchemy.orm import ORMExecuteState, Session, SessionTransaction, UOWTransaction

from samverkan_desktop.models.base import Base, Stored
from samverkan_desktop.models.registry import METADATA
from samverkan_desktop.storage import rows
from samverkan_desktop.storage.rows import Row

#: A row's table and identity.
Key = tuple[str, int]


@dataclass
class _Change:
    before: Row | None
    after: Row | None


@cache
def _journalled_tables() -> frozenset[str]:
    return frozenset(
        mapper.class_.__tablename__ for mapper in Base.registry.mappers if issubclass(mapper.class_, Stored)
    )


class Recorder:
    """Remembers every stored row that a session changes, as the database has it before and after."""

    def __init__(self, session: Session) -> None:
        self._session = session
        self._changes: dict[Key, _Change] = {}
        self._before: dict[Key, Row] = {}
        self._added: list[Key] = []
        self._tables = _journalled_tables()
        event.listen(session, "before_flush", self._before_flush)
        event.listen(session, "after_flush", self._after_flush)
        event.listen(session, "do_orm_execute", self._bulk)
        event.listen(session, "after_transaction_create", self._refuse_savepoint)

    def _bulk(self, state: ORMExecuteState) -> None:
        if not (state.is_insert or state.is_update or state.is_delete):
            return
        table = getattr(getattr(state.statement, "table", None), "name", None)
        if table not in self._tables:
            return
        added = state.parameters if state.is_insert and isinstance(state.parameters, list) else []
        if not added or not all("id" in row for row in added):
            raise AssertionError("what is changed in bulk passes the journal by: change objects instead")
        # What is new, under an identity that is known, can be read back in the end.
        for row in added:
            self._changes[table, row["id"]] = _Change(None, None)
            self._added.append((table, row["id"]))

    @staticmethod
    def _refuse_savepoint(_session: Session, transaction: SessionTransaction) -> None:
        if transaction.nested:
            raise AssertionError("a savepoint taken back would still stand in the journal")

    def _before_flush(self, session: Session, _context: UOWTransaction, _instances: object) -> None:
        touched = {
            (thing.__tablename__, thing.id)
            for thing in (*session.dirty, *session.deleted)
            if isinstance(thing, Stored) and (thing in session.deleted or session.is_modified(thing))
        }
        self._before = _read(session, touched)

    def _after_flush(self, session: Session, _context: UOWTransaction) -> None:
        added = [(thing.__tablename__, thing.id) for thing in session.new if isinstance(thing, Stored)]
        # Read back rather than asked of the objects: what they hold may yet change, or be put
        # otherwise than the database puts it.
        after = _read(session, [*added, *self._before])
        for key in (*added, *self._before):
            known = self._changes.setdefault(key, _Change(self._before.get(key), None))
            known.after = after.get(key)
        self._before = {}

    def changes(self) -> list[tuple[str, int, Row | None, Row | None]]:
        """Return every row that really changed, in the order of its first change."""
        for key, row in _read(self._session, self._added).items():
            self._changes[key].after = row
        self._added = []
        return [
            (table, row_id, change.before, change.after)
            for (table, row_id), change in self._changes.items()
            if change.before != change.after
        ]


def _read(session: Session, keys: Iterable[Key]) -> dict[Key, Row]:
    by_table: dict[str, set[int]] = {}
    for table, row_id in keys:
        by_table.setdefault(table, set()).add(row_id)
    return {
        (table, row_id): row
        for table, ids in by_table.items()
        for row_id, row in rows.read(session, METADATA.tables[table], ids).items()
    }
