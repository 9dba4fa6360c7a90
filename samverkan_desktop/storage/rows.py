"""A row as plain data, as the journal and the exchange file keep it: read from its table, and put back."""

from base64 import b64decode, b64encode
from collections.abc import Collection, Mapping, Sequence
from datetime import UTC, date, datetime, time
from enum import Enum
from functools import cache
from typing import Any

from sqlalchemy import Table, TypeDecorator, bindparam, delete, insert, select, update
from sqlalchemy.orm import Session
from sqlalchemy.types import TypeEngine

Row = dict[str, Any]

#: How many rows are asked for at once: below the number of variables that any database takes.
_BATCH = 500


def plain(value: object) -> object:
    """Return a value as JSON has it: days and times in ISO 8601, instants in UTC, bytes in base64."""
    if isinstance(value, Enum):
        return value.value
    if isinstance(value, datetime):
        return value.astimezone(UTC).isoformat()
    if isinstance(value, date | time):
        return value.isoformat()
    if isinstance(value, bytes):
        return b64encode(value).decode()
    return value


def kind_of(column_type: TypeEngine[Any]) -> type:
    """Return the class of the values that a column of a type holds."""
    # A type of our own tells what it is by the one it is made of.
    inner = column_type.impl_instance if isinstance(column_type, TypeDecorator) else column_type
    return inner.python_type


@cache
def kinds(table: Table) -> dict[str, type]:
    """Return the class of the values that each column of a table holds."""
    return {column.name: kind_of(column.type) for column in table.c}


def typed(table: Table, row: Row) -> Row:
    """Return a row with the types its table's columns take; a column that is no more is left out."""
    known = kinds(table)
    return {name: _typed(value, known[name]) for name, value in row.items() if name in known}


def _typed(value: Any, kind: type) -> Any:  # noqa: ANN401  plain data in, a column's value out
    if value is None or kind is str:
        return value
    if isinstance(value, str) and kind in (date, time, datetime):
        return kind.fromisoformat(value)
    if isinstance(value, str) and kind is bytes:
        return b64decode(value)
    return kind(value) if issubclass(kind, Enum) else value


def read(session: Session, table: Table, ids: Collection[int]) -> dict[int, Row]:
    """Return rows as they stand in the database just now, by their identities."""
    wanted = sorted(ids)
    found: dict[int, Row] = {}
    for first in range(0, len(wanted), _BATCH):
        chosen = select(table).where(table.c.id.in_(wanted[first : first + _BATCH]))
        for row in session.connection().execute(chosen).mappings():
            found[row["id"]] = {name: plain(value) for name, value in row.items()}
    return found


def put(session: Session, table: Table, wanted: Mapping[int, Row | None]) -> None:
    """Make rows what they were, wherever they stand now; None takes one away."""
    connection = session.connection()
    gone = [row_id for row_id, row in wanted.items() if row is None]
    for first in range(0, len(gone), _BATCH):
        connection.execute(delete(table).where(table.c.id.in_(gone[first : first + _BATCH])))
    there = _there(session, table, [row_id for row_id, row in wanted.items() if row is not None])
    changed: dict[tuple[str, ...], list[Row]] = {}
    added: dict[tuple[str, ...], list[Row]] = {}
    for row_id, row in wanted.items():
        if row is not None:
            values = typed(table, row)
            (changed if row_id in there else added).setdefault(tuple(values), []).append(values)
    for those in changed.values():
        # The one chosen and what it is set to may not go by the same name.
        chosen = update(table).where(table.c.id == bindparam("row_id"))
        connection.execute(chosen, [{**values, "row_id": values["id"]} for values in those])
    for those in added.values():
        connection.execute(insert(table), those)


def _there(session: Session, table: Table, ids: Sequence[int]) -> set[int]:
    found: set[int] = set()
    for first in range(0, len(ids), _BATCH):
        chosen = select(table.c.id).where(table.c.id.in_(ids[first : first + _BATCH]))
        found.update(session.connection().scalars(chosen))
    return found
