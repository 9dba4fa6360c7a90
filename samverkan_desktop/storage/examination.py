"""What a file is, found out before anything opens it in earnest; it is left exactly as it was."""

import shutil
import sqlite3
from collections.abc import Iterator
from contextlib import ExitStack, closing, contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory

from samverkan_desktop.errors import EnvironmentFault, UserError
from samverkan_desktop.i18n import tr
from samverkan_desktop.storage import faults, revisions
from samverkan_desktop.storage.engine import APPLICATION_ID, sidecars, uri

_MAGIC = b"SQLite format 3\x00"
_HEADER_LENGTH = 100
_APPLICATION_ID_AT = slice(68, 72)


class NotAnArchive(UserError):
    """A file that is something else."""


class DamagedArchive(EnvironmentFault):
    """An archive that cannot be read whole.

    Args:
        path: the damaged file, left as it was.
        backup: its newest usable backup; None where there is none.
    """

    def __init__(self, path: Path, backup: Path | None = None) -> None:
        if backup is None:
            message = tr(
                "Arkivet {name} är skadat och kan inte läsas helt. Filen är orörd. Återställ en "
                "säkerhetskopia, eller be den som sköter datorn om en äldre kopia av mappen {folder}.",
                name=path.name,
                folder=path.parent,
            )
        else:
            message = tr(
                "Arkivet {name} är skadat. Filen är orörd. Återställ säkerhetskopian {backup} "
                "för att fortsätta.",
                name=path.name,
                backup=backup.name,
            )
        super().__init__(message)
        self.path = path
        self.backup = backup


@contextmanager
def looking_at(path: Path) -> Iterator[sqlite3.Connection]:
    """Give a connection that changes nothing, and leaves nothing behind."""
    wal, shared = sidecars(path)
    with ExitStack() as stack:
        if shared.exists():
            # In use, or left in the middle of something: whole only together with its log.
            options = "mode=ro"
        elif wal.exists() and wal.stat().st_size > 0:
            # SQLite would make an index of the log beside it; so that happens to a copy. Nobody has
            # the archive open, for then the index would be there.
            folder = Path(stack.enter_context(TemporaryDirectory()))
            for part in (path, wal):
                shutil.copyfile(part, folder / part.name)
            path, options = folder / path.name, "mode=ro"
        else:
            options = "mode=ro&immutable=1"
        connection = sqlite3.connect(uri(path.absolute(), options), uri=True, isolation_level=None)
        yield stack.enter_context(closing(connection))


def _header(path: Path) -> bytes:
    if path.is_dir():
        raise UserError(tr("{path} är en mapp. Välj en arkivfil.", path=path))
    if not path.exists():
        raise UserError(
            tr(
                "Arkivet {path} finns inte. Har det flyttats, eller är en disk eller ett nätverk "
                "inte anslutet?",
                path=path,
            )
        )
    with faults.explained(path), path.open("rb") as file:
        return file.read(_HEADER_LENGTH)


def revision(path: Path) -> str:
    """Return the schema version of an archive that is sound.

    Raises:
        UserError: there is no archive there, or it is made by a newer program.
        DamagedArchive: it is an archive, but cannot be read whole.
        EnvironmentFault: the file cannot be read at all.
    """
    header = _header(path)
    if not header.startswith(_MAGIC) or (
        len(header) == _HEADER_LENGTH and int.from_bytes(header[_APPLICATION_ID_AT], "big") != APPLICATION_ID
    ):
        raise NotAnArchive(
            tr("Filen {name} är inte ett arkiv från Samverkan. Välj en annan fil.", name=path.name)
        )
    found = _read_revision(path)
    if found not in revisions.REVISIONS:
        raise UserError(
            tr(
                "Arkivet är skapat med en nyare version av Samverkan. "
                "Uppdatera programmet för att öppna {name}.",
                name=path.name,
            )
        )
    return found


def _read_revision(path: Path) -> str:
    with faults.explained(path):
        try:
            with looking_at(path) as connection:
                check = connection.execute("PRAGMA quick_check(1)").fetchall()
                versions = connection.execute("SELECT version_num FROM alembic_version").fetchall()
        except sqlite3.Error as error:
            # SQLITE_ERROR: what every archive has is missing in this one.
            if faults.primary_code(error) in (*faults.DAMAGED, sqlite3.SQLITE_ERROR):
                raise DamagedArchive(path) from error
            raise
    if check != [("ok",)] or len(versions) != 1:
        raise DamagedArchive(path)
    return str(versions[0][0])
