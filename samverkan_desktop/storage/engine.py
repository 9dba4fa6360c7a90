"""The connection to one archive: a SQLite file, written fully and safely."""

import json
import os
import sqlite3
from functools import partial
from pathlib import Path, PurePath
from urllib.parse import quote

from sqlalchemy import Connection, Engine, QueuePool, create_engine, event

#: Marks a SQLite file as one of ours ("Samv").
APPLICATION_ID = 0x53616D76
#: What an engine knows about itself, as SQLAlchemy's execution options: where its archive is,
#: whether nothing may be written, and whether a connection means to write.
ARCHIVE = "samverkan_archive"
READ_ONLY = "samverkan_read_only"
WRITES = "samverkan_writes"
_BUSY_MILLISECONDS = 3000
_json = partial(json.dumps, ensure_ascii=False)


def _set_pragmas(connection: sqlite3.Connection, _record: object) -> None:
    connection.execute("PRAGMA foreign_keys = ON")
    connection.execute(f"PRAGMA busy_timeout = {_BUSY_MILLISECONDS}")
    connection.execute("PRAGMA synchronous = FULL")


def _begin(connection: Connection) -> None:
    # Who means to write says so at once and waits for its turn; a reader who turned writer halfway
    # would be refused when somebody else had written in between.
    writes = connection.get_execution_options().get(WRITES, False)
    connection.exec_driver_sql("BEGIN IMMEDIATE" if writes else "BEGIN")
    if writes:
        # Rows that refer to each other in a ring come and go one by one: their references are whole
        # only when the last one is in place, and that is asked at the commit.
        connection.exec_driver_sql("PRAGMA defer_foreign_keys = ON")


def _let_go(connection: sqlite3.Connection | None, _record: object) -> None:
    # A commit that fails leaves the transaction open, and SQLAlchemy takes it for ended.
    if connection is not None and connection.in_transaction:
        connection.rollback()


def sidecars(path: Path) -> tuple[Path, Path]:
    """Return the two files that SQLite keeps beside an archive in use: its log, and the log's index."""
    return path.with_name(path.name + "-wal"), path.with_name(path.name + "-shm")


def writable(path: Path) -> bool:
    """Return whether an archive, and the log that SQLite keeps beside it, can be written."""
    return os.access(path, os.W_OK) and os.access(path.parent, os.W_OK)


def uri(path: PurePath, options: str) -> str:
    """Return a file's address as SQLite reads it: a share's server is part of the path, not a host."""
    plain = quote(path.as_posix(), safe="/:")
    return f"file://{'' if plain.startswith('/') else '/'}{plain}?{options}"


def address(path: Path, *, read_only: bool) -> str:
    """Return the address by which SQLite opens an archive that exists, and never makes a new one."""
    mode = "rw"
    if read_only:
        mode = "ro"
        in_use = any(sidecar.exists() for sidecar in sidecars(path))
        if not in_use and not os.access(path.parent, os.W_OK):
            # SQLite would want to lay a log beside the archive even to read it.
            mode = "ro&immutable=1"
    return uri(path.absolute(), f"mode={mode}")


def open_engine(path: Path, *, read_only: bool = False) -> Engine:
    """Return an engine on an archive that exists.

    Args:
        path: the archive.
        read_only: whether nothing may be written, not even by mistake.
    """

    def connect() -> sqlite3.Connection:
        # SQLAlchemy begins transactions itself, so that a rollback also undoes what SQLite would
        # have committed by itself; and its pool hands a connection to one thread at a time.
        #
        # A reader that may, opens as a writer that is forbidden to write: only such a one takes the log
        # and its index away again when it is the last to leave.
        place = address(path, read_only=read_only and not writable(path))
        connection = sqlite3.connect(place, uri=True, isolation_level=None, check_same_thread=False)
        if read_only:
            connection.execute("PRAGMA query_only = ON")
        return connection

    engine = create_engine(
        "sqlite://",
        creator=connect,
        poolclass=QueuePool,
        json_serializer=_json,
        execution_options={ARCHIVE: path, READ_ONLY: read_only},
    )
    event.listen(engine, "connect", _set_pragmas)
    event.listen(engine, "begin", _begin)
    event.listen(engine, "checkin", _let_go)
    return engine
