"""The archive as a file: made, opened, and put aside when it is damaged."""

import os
import sqlite3
from contextlib import closing
from datetime import datetime
from pathlib import Path

from sqlalchemy import text

from samverkan_desktop.errors import EnvironmentFault, UserError
from samverkan_desktop.files import beside
from samverkan_desktop.i18n import tr
from samverkan_desktop.models.registry import METADATA
from samverkan_desktop.storage import examination, faults
from samverkan_desktop.storage.engine import APPLICATION_ID, open_engine
from samverkan_desktop.storage.revisions import HEAD
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
        UserError: there is a file of that name already.
        EnvironmentFault: it could not be written.
    """
    if path.exists():
        raise UserError(tr("Det finns redan en fil som heter {name}. Välj ett annat namn.", name=path.name))
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
            connection.execute(text("INSERT INTO alembic_version VALUES (:head)"), {"head": HEAD})
    finally:
        engine.dispose()


def open_store(path: Path, *, read_only: bool = False, backups: Path | None = None, now: datetime) -> Store:
    """Open an archive, once it is known to be sound; one of an older program is brought up first.

    Args:
        path: the archive.
        read_only: whether nothing may be written.
        backups: the folder of its backups; None for the archive's own folder.
        now: the instant, for the name of the backup made before an upgrade.

    Raises:
        UserError: there is no archive there, or it is made by a newer program.
        DamagedArchive: it cannot be read whole; carries the newest usable backup.
        ReadOnlyPlace: it lies where nothing may be written; it can be opened with ``read_only``.
        EnvironmentFault: the surroundings failed.
    """
    examination.revision(path)
    del backups, now
    if not read_only and not (os.access(path, os.W_OK) and os.access(path.parent, os.W_OK)):
        raise ReadOnlyPlace(path)
    return Store(open_engine(path, read_only=read_only))
