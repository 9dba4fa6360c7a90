"""What the surroundings do to a database, said in plain words: the one place that reads SQLite's errors."""

import errno
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from sqlalchemy.exc import DBAPIError

from samverkan_desktop import files
from samverkan_desktop.errors import EnvironmentFault
from samverkan_desktop.i18n import tr

#: SQLite's primary result codes that tell of the surroundings; every other one is a bug of ours.
_AS_ERRNO = {
    sqlite3.SQLITE_FULL: errno.ENOSPC,
    sqlite3.SQLITE_READONLY: errno.EROFS,
    sqlite3.SQLITE_PERM: errno.EACCES,
    sqlite3.SQLITE_AUTH: errno.EACCES,
    sqlite3.SQLITE_IOERR: errno.EIO,
}
_BUSY = (sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED)
#: The result codes of a file that cannot be read as what it was.
DAMAGED = (sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB)


def primary_code(error: BaseException | None) -> int:
    """Return SQLite's primary result code of an error; 0 where it has none."""
    # The higher bits only tell where in SQLite it happened.
    return int(getattr(error, "sqlite_errorcode", 0)) & 0xFF


def fault(error: BaseException | None, path: Path) -> EnvironmentFault | None:
    """Return a database's error as a fault of the surroundings; None where it is a bug."""
    code = primary_code(error)
    if code in _BUSY:
        return EnvironmentFault(
            tr(
                "Arkivet {name} används just nu av ett annat fönster eller program. "
                "Vänta en stund och försök igen.",
                name=path.name,
            )
        )
    if code in DAMAGED:
        return EnvironmentFault(
            tr(
                "Arkivet {name} är skadat. Stäng det och öppna det igen, så erbjuds den senaste "
                "säkerhetskopian.",
                name=path.name,
            )
        )
    if code == sqlite3.SQLITE_CANTOPEN:
        return EnvironmentFault(files.advice(errno.EACCES if path.exists() else errno.ENOENT, path))
    if code in _AS_ERRNO:
        return EnvironmentFault(files.advice(_AS_ERRNO[code], path))
    return None


@contextmanager
def of_database(path: Path) -> Iterator[None]:
    """Turn what the database refuses inside the block into a fault that says what to do.

    Raises:
        EnvironmentFault: the surroundings failed. A bug goes through as it is.
    """
    try:
        yield
    except DBAPIError as error:
        found = fault(error.orig, path)
        if found is None:
            raise
        raise found from error
    except sqlite3.Error as error:
        found = fault(error, path)
        if found is None:
            raise
        raise found from error


@contextmanager
def explained(path: Path) -> Iterator[None]:
    """Turn what database and disk refuse inside the block into a fault that says what to do.

    Raises:
        EnvironmentFault: the surroundings failed. A bug goes through as it is.
    """
    with files.explained(path), of_database(path):
        yield
