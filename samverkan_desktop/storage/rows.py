"""A row as plain data, as the journal and the exchange file keep it: read from its table, and put back."""

from base64 import b64decode, b64encode
from collections.abc import Collection
from datetime import UTC, date, datetime, time
from enum import Enum
from typing import Any

from sqlalchemy import Table, TypeDecorator, delete, insert, select, update
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


def typed(table: Table, row: Row) -> Row:
    """Return a row with the types its table's columns take; a column that is no more is left out."""
    result: Row = {}
    for name, value in row.items():
        if name not in table.c:
            continue
        kind = kind_of(table.c[name].type) if value is not None else None
        if isinstance(value, str) and kind in (date, time, datetime):
            result[name] = kind.fromisoformat(value)
        elif isinstance(value, str) and kind is bytes:
            result[name] = b64decode(value)
        elif kind is not None and issubclass(kind, Enum):
            result[name] = kind(value)
        else:
            result[name] = value
    return result


def read(session: Session, table: Table, ids: Collection[int]) -> dict[int, Row]:
    """Return rows as they stand in the database just now, by their identities."""
    wanted = sorted(ids)
    found: dict[int, Row] = {}
    for first in range(0, len(wanted), _BATCH):
        chosen = select(table).where(table.c.id.in_(wanted[first : first + _BATCH]))
        for row in session.connection().execute(chosen).mappings():
            found[row["id"]] = {name: plain(value) for name, value in row.items()}
    return found


def put(session: Session, table: Table, row_id: int, wanted: Row | None) -> None:
    """Make a row what it was, wherever it stands now; None takes it away."""
    connection = session.connection()
    if wanted is None:
        connection.execute(delete(table).where(table.c.id == row_id))
        return
    values = typed(table, wanted)
    changed = connection.execute(update(table).where(table.c.id == row_id).values(values))
    if changed.rowcount == 0:
        connection.execute(insert(table).values(values))
