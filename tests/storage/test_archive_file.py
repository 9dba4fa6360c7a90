"""Archives made, examined and opened; whatever is refused is left as it was."""

import os
import sqlite3
import subprocess
import sys
from collections.abc import Callable
from contextlib import closing
from datetime import date, timedelta
from pathlib import Path

import pytest

from samverkan_desktop.errors import EnvironmentFault, UserError
from samverkan_desktop.storage import archive_file, backup, engine, revisions
from samverkan_desktop.storage.archive_file import ReadOnlyPlace
from samverkan_desktop.storage.examination import DamagedArchive, NotAnArchive
from tests.storage import archives


def pragma(path: Path, name: str) -> object:
    with closing(sqlite3.connect(path)) as connection:
        return connection.execute(f"PRAGMA {name}").fetchone()[0]


def test_a_new_archive_bears_our_mark_and_keeps_a_log(tmp_path: Path):
    path = archives.made(tmp_path)

    assert pragma(path, "application_id") == engine.APPLICATION_ID
    assert pragma(path, "journal_mode") == "wal"


def test_a_new_archive_leaves_nothing_beside_itself(tmp_path: Path):
    path = archives.made(tmp_path)

    assert list(tmp_path.iterdir()) == [path]


def test_a_missing_folder_is_made(tmp_path: Path):
    path = archives.made(tmp_path / "Ny mapp" / "2018")

    assert path.is_file()


def test_a_new_archive_never_replaces_a_file(tmp_path: Path):
    path = tmp_path / "a.samverkan"
    path.write_text("något annat")

    with pytest.raises(UserError, match=r"finns redan en fil som heter a\.samverkan"):
        archive_file.create(path)

    assert path.read_text() == "något annat"


def test_a_new_archive_is_not_made_where_the_log_of_another_was_left(tmp_path: Path):
    left = tmp_path / "a.samverkan-wal"
    left.write_bytes(b"logg")

    with pytest.raises(UserError, match=r"rester av ett annat arkiv \(a\.samverkan-wal\)"):
        archive_file.create(tmp_path / "a.samverkan")

    assert list(tmp_path.iterdir()) == [left]


def test_an_archive_that_cannot_be_made_leaves_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    def fail(_part: Path) -> None:
        raise sqlite3.OperationalError("nej")

    monkeypatch.setattr(archive_file, "_fill", fail)
    with pytest.raises(sqlite3.OperationalError):
        archives.made(tmp_path)

    assert list(tmp_path.iterdir()) == []


@pytest.mark.skipif(os.name != "posix", reason="rights as Unix has them")
def test_a_new_archive_may_be_read_by_whom_the_folder_is_shared_with(tmp_path: Path):
    before = os.umask(0o022)
    try:
        path = archives.made(tmp_path)
    finally:
        os.umask(before)

    assert path.stat().st_mode & 0o777 == 0o644


def test_a_new_archive_opens_empty(tmp_path: Path):
    store = archives.opened(archives.made(tmp_path))

    assert archives.titles(store) == []
    store.close()


def test_what_is_written_is_there_when_it_is_opened_again(tmp_path: Path):
    path = archives.made(tmp_path)
    first = archives.opened(path)
    archives.add_agreement(first, "Avtal å ä ö")
    first.close()

    second = archives.opened(path)

    assert archives.titles(second) == ["Avtal å ä ö"]
    second.close()


def test_a_closed_archive_is_one_file(tmp_path: Path):
    path = archives.made(tmp_path)
    store = archives.opened(path)
    archives.add_agreement(store)
    store.close()

    assert list(tmp_path.iterdir()) == [path]


def another_database(path: Path) -> None:
    archives.run_sql(path, "CREATE TABLE agreement (id INTEGER)")


OTHER_FILES: dict[str, Callable[[Path], object]] = {
    "empty": lambda path: path.write_bytes(b""),
    "random": lambda path: path.write_bytes(bytes(range(256)) * 40),
    "text": lambda path: path.write_text("Minnesanteckningar", encoding="utf-8"),
    "another database": another_database,
}


@pytest.mark.parametrize("write", OTHER_FILES.values(), ids=OTHER_FILES.keys())
def test_another_kind_of_file_is_refused_and_left_alone(tmp_path: Path, write: Callable[[Path], object]):
    path = tmp_path / "fil.samverkan"
    write(path)
    before = archives.state_of(tmp_path)

    with pytest.raises(NotAnArchive, match=r"fil\.samverkan är inte ett arkiv från Samverkan"):
        archives.opened(path)

    assert archives.state_of(tmp_path) == before


def test_a_missing_archive_is_refused_and_not_made(tmp_path: Path):
    with pytest.raises(UserError, match="finns inte"):
        archives.opened(tmp_path / "borta.samverkan")

    assert list(tmp_path.iterdir()) == []


def test_a_folder_is_refused(tmp_path: Path):
    with pytest.raises(UserError, match=r"är en mapp\. Välj en arkivfil"):
        archives.opened(tmp_path)


def drop_version(path: Path) -> None:
    archives.run_sql(path, "DROP TABLE alembic_version")


def break_off_in_the_header(path: Path) -> None:
    path.write_bytes(path.read_bytes()[:60])


DAMAGES = {
    "overwritten": archives.overwrite_pages,
    "truncated": archives.truncate,
    "cut in the header": break_off_in_the_header,
    "without version": drop_version,
}


@pytest.mark.parametrize("damage", DAMAGES.values(), ids=DAMAGES.keys())
def test_a_damaged_archive_is_refused_and_left_alone(tmp_path: Path, damage: Callable[[Path], None]):
    path = archives.filled(tmp_path)
    damage(path)
    before = archives.state_of(tmp_path)

    with pytest.raises(DamagedArchive, match="är skadat och kan inte läsas helt") as caught:
        archives.opened(path)

    assert archives.state_of(tmp_path) == before
    assert (caught.value.path, caught.value.backup) == (path, None)


def test_a_damaged_archive_tells_of_its_newest_usable_backup(tmp_path: Path):
    path, folder = archives.filled(tmp_path), tmp_path / "kopior"
    for day in (date(2018, 9, 2), date(2018, 9, 3)):
        backup.rotate(path, folder, day)
    archives.overwrite_pages(folder / "samverkan-2018-09-03.samverkan")
    archives.overwrite_pages(path)

    with pytest.raises(DamagedArchive, match=r"Återställ säkerhetskopian samverkan-2018-09-02") as caught:
        archives.opened(path, backups=folder)

    assert caught.value.backup == folder / "samverkan-2018-09-02.samverkan"


def test_an_emptied_file_that_has_backups_was_an_archive(tmp_path: Path):
    path, folder = archives.filled(tmp_path), tmp_path / "kopior"
    kept = backup.rotate(path, folder, date(2018, 9, 3))
    path.write_bytes(b"")

    with pytest.raises(DamagedArchive) as caught:
        archives.opened(path, backups=folder)

    assert caught.value.backup == kept


def test_a_damaged_archive_with_a_log_left_beside_it_is_left_alone(tmp_path: Path):
    path = archives.filled(tmp_path)
    archives.overwrite_pages(path)
    path.with_name(path.name + "-wal").write_bytes(b"rest")
    before = archives.state_of(tmp_path)

    with pytest.raises(DamagedArchive):
        archives.opened(path)

    assert archives.state_of(tmp_path) == before


def test_an_archive_of_a_newer_program_is_refused_and_left_alone(tmp_path: Path):
    path = archives.made(tmp_path)
    archives.run_sql(path, "UPDATE alembic_version SET version_num = '9999'")
    before = archives.state_of(tmp_path)

    with pytest.raises(UserError, match=r"nyare version av Samverkan\. Uppdatera programmet"):
        archives.opened(path)

    assert archives.state_of(tmp_path) == before


def test_an_archive_where_nothing_may_be_written_can_be_opened_for_reading(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    path = archives.filled(tmp_path, count=1)
    before = archives.state_of(tmp_path)
    monkeypatch.setattr(engine.os, "access", lambda _path, mode: mode != os.W_OK)

    with pytest.raises(ReadOnlyPlace, match="Öppna det för läsning"):
        archives.opened(path)
    store = archives.opened(path, read_only=True)

    assert len(archives.titles(store)) == 1
    store.close()
    assert archives.state_of(tmp_path) == before


def test_an_archive_that_may_not_be_read_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    path = archives.made(tmp_path)

    def refuse(*_arguments: object, **_options: object) -> None:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(Path, "open", refuse)
    with pytest.raises(EnvironmentFault, match="Du saknar behörighet"):
        archives.opened(path)


def test_an_older_archive_is_not_upgraded_when_it_is_only_read(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    path = archives.made(tmp_path)
    monkeypatch.setattr(revisions, "REVISIONS", (*revisions.REVISIONS, "9999"))
    monkeypatch.setattr(revisions, "HEAD", "9999")

    with pytest.raises(UserError, match="Öppna det en gång för skrivning"):
        archives.opened(path, read_only=True)


def test_a_damaged_archive_is_moved_aside_with_what_lies_beside_it(tmp_path: Path):
    path = archives.made(tmp_path, "a.samverkan")
    path.with_name("a.samverkan-wal").write_bytes(b"logg")

    aside = archive_file.move_damaged_aside(path, archives.NOW)

    assert aside.name == "a.samverkan.skadad-2018-09-04-133000"
    assert {found.name for found in tmp_path.iterdir()} == {aside.name, aside.name + "-wal"}


def test_moving_aside_never_overwrites(tmp_path: Path):
    asides = []
    for _ in range(3):
        path = archives.made(tmp_path, "a.samverkan")
        asides.append(archive_file.move_damaged_aside(path, archives.NOW))

    assert len(set(asides)) == 3
    assert all(aside.is_file() for aside in asides)


def test_moving_aside_that_is_refused_leaves_everything_in_place(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    path = archives.made(tmp_path, "a.samverkan")
    path.with_name("a.samverkan-wal").write_bytes(b"logg")
    before, rename = archives.state_of(tmp_path), Path.rename

    def refuse_the_archive(old: Path, new: Path) -> Path:
        if old == path:
            raise PermissionError(13, "öppen")
        return rename(old, new)

    monkeypatch.setattr(Path, "rename", refuse_the_archive)
    with pytest.raises(EnvironmentFault):
        archive_file.move_damaged_aside(path, archives.NOW + timedelta(hours=1))

    assert archives.state_of(tmp_path) == before


def test_neither_making_nor_opening_an_archive_loads_the_migration_machinery(tmp_path: Path):
    script = (
        "import sys\nfrom tests.storage import archives\nfrom pathlib import Path\n"
        f"archives.opened(archives.made(Path({str(tmp_path)!r}))).close()\n"
        "assert 'alembic' not in sys.modules"
    )
    result = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=False)

    assert result.returncode == 0, result.stderr
