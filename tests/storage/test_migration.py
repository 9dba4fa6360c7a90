"""The schema's history ends where the models are, and an older archive gets there after a backup."""

import shutil
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import create_engine

from samverkan_desktop.errors import EnvironmentFault
from samverkan_desktop.models.registry import METADATA
from samverkan_desktop.storage import engine, migration, revisions
from tests.storage import archives

RENEW = "the models have changed: run packaging/renew_migration.py, and commit what it wrote"


def schema(path: Path) -> dict[str, str]:
    with closing(sqlite3.connect(path)) as connection:
        chosen = "SELECT name, sql FROM sqlite_master WHERE sql IS NOT NULL"
        return {name: "".join(sql.split()) for name, sql in connection.execute(chosen)}


def bare(folder: Path) -> Path:
    """Return an archive without any table."""
    path = folder / "bar.samverkan"
    archives.run_sql(path, "PRAGMA journal_mode = WAL", f"PRAGMA application_id = {engine.APPLICATION_ID}")
    return path


def test_an_empty_database_brought_up_is_what_the_models_expect(tmp_path: Path):
    path = bare(tmp_path)
    migration.upgrade(path)
    made = engine.open_engine(path)
    with made.connect() as connection:
        differences = compare_metadata(MigrationContext.configure(connection), METADATA)
    made.dispose()

    assert differences == [], RENEW


def test_a_new_archive_is_made_just_as_the_revisions_make_it(tmp_path: Path):
    path = bare(tmp_path)
    migration.upgrade(path)

    assert schema(path) == schema(archives.made(tmp_path)), RENEW


def test_the_known_revisions_are_those_that_there_are():
    with create_engine("sqlite://").connect() as connection:
        config = migration.configuration(connection, migration.FOLDER)
    scripts = ScriptDirectory.from_config(config)
    found = [script.revision for script in scripts.walk_revisions()]

    assert tuple(reversed(found)) == revisions.REVISIONS
    assert scripts.get_heads() == [revisions.HEAD]


NEXT_REVISION = """
import sqlalchemy as sa
from alembic import op

revision = "9999"
down_revision = "{last}"


def upgrade():
    with op.batch_alter_table("agreement") as table:
        table.add_column(sa.Column("added", sa.Text(), nullable=False, server_default=""))
        table.alter_column("title", type_=sa.String(500))
    {more}
"""


LAST = revisions.HEAD


def next_revision(more: str = "") -> str:
    return NEXT_REVISION.format(last=LAST, more=more)


@pytest.fixture
def next_release(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Let the program be a release later, with one more revision; returns where that one lies."""
    folder = tmp_path / "revisions"
    shutil.copytree(migration.FOLDER, folder, ignore=shutil.ignore_patterns("__pycache__"))
    following = folder / "versions" / "9999_next.py"
    following.write_text(next_revision())
    monkeypatch.setattr(migration, "FOLDER", folder)
    monkeypatch.setattr(revisions, "REVISIONS", (*revisions.REVISIONS, "9999"))
    monkeypatch.setattr(revisions, "HEAD", "9999")
    return following


@pytest.fixture
def older(tmp_path: Path) -> Path:
    """Return an archive with rows that refer to one another, made by the present release."""
    path = archives.made(tmp_path / "arkiv", "a.samverkan")
    store = archives.opened(path)
    with store.transaction("x", "x", archives.NOW) as transaction:
        transaction.session.add(thing := archives.agreement("Avtalet"))
        transaction.session.flush()
        transaction.session.add(archives.group(thing.id))
    store.close()
    return path


def test_an_older_archive_is_brought_up_when_it_is_opened(older: Path, next_release: Path):
    store = archives.opened(older)

    assert archives.titles(store) == ["Avtalet"]
    assert "added" in schema(older)["agreement"]
    store.close()


def test_what_referred_to_a_table_made_anew_still_does(older: Path, next_release: Path):
    archives.opened(older).close()

    with closing(sqlite3.connect(older)) as connection:
        assert connection.execute("SELECT count(*) FROM collaboration_group").fetchone() == (1,)
        assert connection.execute("PRAGMA foreign_key_check").fetchall() == []


def test_an_older_archive_is_backed_up_before_it_is_brought_up(
    older: Path, next_release: Path, tmp_path: Path
):
    before = schema(older)
    archives.opened(older, backups=tmp_path / "kopior").close()

    (copy,) = (tmp_path / "kopior").iterdir()
    assert copy.name == "a-2018-09-04-133000.samverkan"
    assert schema(copy) == before


def test_without_a_backup_nothing_is_brought_up(older: Path, next_release: Path, tmp_path: Path):
    (tmp_path / "kopior").write_text("i vägen")
    before = schema(older)

    with pytest.raises(EnvironmentFault):
        archives.opened(older, backups=tmp_path / "kopior")

    assert schema(older) == before


def test_a_revision_that_fails_halfway_leaves_the_archive_as_it_was(older: Path, next_release: Path):
    next_release.write_text(next_revision("op.execute('SELECT * FROM saknas')"))
    before = schema(older)

    with pytest.raises(Exception, match="no such table: saknas"):
        archives.opened(older)

    assert schema(older) == before


def test_a_revision_that_leaves_references_to_nothing_is_taken_back(older: Path, next_release: Path):
    next_release.write_text(next_revision("op.execute('DELETE FROM agreement')"))
    before = schema(older)

    with pytest.raises(AssertionError, match="refer to nothing"):
        archives.opened(older)

    assert schema(older) == before
