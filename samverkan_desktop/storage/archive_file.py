"""The archive as a file: made, opened, and put aside when it is damaged."""

import sqlite3
from contextlib import closing
from datetime import datetime
from pathlib import Path

from sqlalchemy import text

from samverkan_desktop.errors import EnvironmentFault, UserError
from samverkan_desktop.files import beside
from samverkan_desktop.i18n import tr
from samverkan_desktop.models.registry import METADATA
from samverkan_desktop.storage import backup, examination, faults, revisions
from samverkan_desktop.storage.engine import APPLICATION_ID, open_engine, sidecars, writable
from samverkan_desktop.storage.unit_of_work import Store


class ReadOnlyPlace(EnvironmentFault):
    """An archive that may be read but not written where it lies: it can be opened for reading.

    Args:
        path: the archive.
    """

    def __init__(self, path: Path) -> None:
        message = tr(
            "Arkivet {name} är skrivskyddat. Öppna det för läsning, eller kopiera det till en mapp "
            "där du får skriva.",
            name=path.name,
        )
        super().__init__(message)
        self.path = path


def create(path: Path) -> None:
    """Make a new, empty archive; its folder too where that is missing.

    Raises:
        UserError: there is a file of that name already, or the remains of one.
        EnvironmentFault: it could not be written.
    """
    if path.exists():
        raise UserError(tr("Det finns redan en fil som heter {name}. Välj ett annat namn.", name=path.name))
    for left in sidecars(path):
        if left.exists():
            # SQLite would play that log back into the new archive.
            raise UserError(
                tr(
                    "Här ligger rester av ett annat arkiv ({left}). Välj ett annat namn eller en annan mapp.",
                    left=left.name,
                )
            )
    with faults.explained(path):
        path.parent.mkdir(parents=True, exist_ok=True)
        with beside(path) as part:
            _fill(part)


def _fill(part: Path) -> None:
    with closing(sqlite3.connect(part)) as connection:
        connection.execute("PRAGMA journal_mode = WAL")
        connection.execute(f"PRAGMA application_id = {APPLICATION_ID}")
    engine = open_engine(part)
    try:
        with engine.begin() as connection:
            METADATA.create_all(connection, checkfirst=False)
            # Just as alembic would have made it, without importing alembic.
            connection.execute(
                text(
                    "CREATE TABLE alembic_version (version_num VARCHAR(32) NOT NULL, "
                    "CONSTRAINT alembic_version_pkc PRIMARY KEY (version_num))"
                )
            )
            connection.execute(text("INSERT INTO alembic_version VALUES (:head)"), {"head": revisions.HEAD})
    finally:
        engine.dispose()


def open_store(
    path: Path,
    *,
    read_only: bool = False,
    backups: Path | None = None,
    now: datetime,
    author: str = "",
) -> Store:
    """Open an archive, once it is known to be sound; one of an older program is brought up first.

    Args:
        path: the archive.
        read_only: whether nothing may be written.
        backups: the folder of its backups; None for the archive's own folder.
        now: the instant, for the name of the backup made before an upgrade.
        author: who sits at the computer, for the journal; empty where nobody does.

    Raises:
        UserError: there is no archive there, or it is made by a newer program.
        DamagedArchive: it cannot be read whole; carries the newest usable backup.
        ReadOnlyPlace: it lies where nothing may be written; it can be opened with ``read_only``.
        EnvironmentFault: the surroundings failed.
    """
    if path.is_symlink():
        # What SQLite keeps beside an archive lies beside the file itself.
        path = path.resolve()
    folder = backups or path.parent
    try:
        found = examination.revision(path)
    except examination.DamagedArchive as error:
        raise examination.DamagedArchive(path, backup.newest(path.name, folder)) from error
    except examination.NotAnArchive as error:
        # What has backups was an archive once.
        usable = backup.newest(path.name, folder)
        if usable is None:
            raise
        raise examination.DamagedArchive(path, usable) from error
    if not read_only and not writable(path):
        raise ReadOnlyPlace(path)
    if found != revisions.HEAD:
        _bring_up(path, folder, now, read_only=read_only)
    return Store(open_engine(path, read_only=read_only), author)


def _bring_up(path: Path, folder: Path, now: datetime, *, read_only: bool) -> None:
    if read_only:
        raise UserError(
            tr(
                "Arkivet {name} är skapat med en äldre version av Samverkan. Öppna det en gång för "
                "skrivning, så anpassas det.",
                name=path.name,
            )
        )
    from samverkan_desktop.storage import migration

    with faults.explained(folder):
        folder.mkdir(parents=True, exist_ok=True)
    backup.back_up(path, backup.timed(path, folder, now))
    migration.upgrade(path)


def move_damaged_aside(path: Path, now: datetime) -> Path:
    """Rename a damaged archive, with what lies beside it; only ever on the user's word.

    Args:
        path: the archive, closed.
        now: the instant, for the new name.

    Returns:
        ``<name>.skadad-<when>``, never the name of anything that was there.

    Raises:
        EnvironmentFault: it could not be renamed.
    """
    return backup.set_aside(path, "skadad", now)
