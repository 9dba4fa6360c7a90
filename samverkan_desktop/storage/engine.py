"""The connection to one archive: a SQLite file, written fully and safely."""

import sqlite3
from pathlib import Path
from typing import Any

from sqlalchemy import Engine, QueuePool, create_engine, event

#: Marks a SQLite file as one of ours ("Samv").
APPLICATION_ID = 0x53616D76
_BUSY_MILLISECONDS = 3000


def _set_pragmas(connection: sqlite3.Connection, _record: object) -> None:
    connection.execute("PRAGMA foreign_keys = ON")
    connection.execute(f"PRAGMA busy_timeout = {_BUSY_MILLISECONDS}")
    connection.execute("PRAGMA synchronous = FULL")


def _begin(connection: Any) -> None:  # noqa: ANN401  SQLAlchemy's event hands an untyped connection
    connection.exec_driver_sql("BEGIN")


def open_engine(path: Path, *, read_only: bool = False) -> Engine:
    """Return an engine on an archive that exists.

    Args:
        path: the archive.
        read_only: whether nothing may be written, not even by mistake.
    """

    def connect() -> sqlite3.Connection:
        mode = "ro" if read_only else "rw"
        # SQLAlchemy begins transactions itself, so that a rollback also undoes what SQLite would
        # have committed by itself; and its pool hands a connection to one thread at a time.
        return sqlite3.connect(
            f"{path.resolve().as_uri()}?mode={mode}", uri=True, isolation_level=None, check_same_thread=False
        )

    engine = create_engine("sqlite://", creator=connect, poolclass=QueuePool)
    event.listen(engine, "connect", _set_pragmas)
    event.listen(engine, "begin", _begin)
    return engine
