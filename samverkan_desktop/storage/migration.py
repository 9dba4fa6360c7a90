"""Bringing an older archive up to the present schema; alembic is imported only here.

A change of the models needs a revision, whose number is added to ``revisions.REVISIONS``. Its tables are
written by ``packaging/renew_migration.py``; what rows of an older archive hold in what is new is written by
hand.
"""

import sqlite3
from pathlib import Path

from alembic import command
from alembic.config import Config
from sqlalchemy import Connection, event

from samverkan_desktop.storage import faults
from samverkan_desktop.storage.engine import open_engine

#: Where the revisions lie: also in an installed package.
FOLDER = Path(__file__).parent / "migrations"


def configuration(connection: Connection, folder: Path) -> Config:
    """Return what alembic is to know: where the revisions are, and which connection it works on."""
    config = Config()
    config.set_main_option("script_location", str(folder).replace("%", "%%"))
    # A frozen program holds its modules compiled.
    config.set_main_option("sourceless", "true")
    config.attributes["connection"] = connection
    return config


def upgrade(path: Path, revision: str = "head") -> None:
    """Bring an archive up to a revision: all the way, or it is as it was.

    Args:
        path: the archive, which nobody has open.
        revision: the revision; the newest unless another is named.

    Raises:
        EnvironmentFault: disk or database failed.
    """
    engine = open_engine(path)
    event.listen(engine, "connect", _leave_references_alone)
    try:
        with faults.explained(path), engine.begin() as connection:
            command.upgrade(configuration(connection, FOLDER), revision)
            broken = connection.exec_driver_sql("PRAGMA foreign_key_check").all()
            if broken:
                raise AssertionError(f"the revision left rows that refer to nothing: {broken[:5]}")
    finally:
        engine.dispose()


def _leave_references_alone(connection: sqlite3.Connection, _record: object) -> None:
    # SQLite changes a table by making it anew, which removes the old one and all that refers to it.
    connection.execute("PRAGMA foreign_keys = OFF")
