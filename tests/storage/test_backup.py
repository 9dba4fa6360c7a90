"""Backups are whole, never overwrite what matters, and are kept in rotation."""

import sqlite3
from contextlib import closing
from datetime import date, timedelta
from pathlib import Path

import pytest

from samverkan_desktop import files
from samverkan_desktop.errors import EnvironmentFault, UserError
from samverkan_desktop.storage import backup
from samverkan_desktop.storage.examination import DamagedArchive
from samverkan_desktop.storage.unit_of_work import Store
from tests.storage import archives

TODAY = date(2018, 9, 4)


def titles_in(path: Path) -> list[str]:
    store = archives.opened(path, read_only=True)
    try:
        return archives.titles(store)
    finally:
        store.close()


def names(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir())


def test_a_backup_holds_what_was_written_while_the_archive_is_open(store: Store, tmp_path: Path):
    archives.add_agreement(store, "Avtalet")
    backup.back_up(store.path, tmp_path / "kopia.samverkan")

    assert titles_in(tmp_path / "kopia.samverkan") == ["Avtalet"]


def test_a_backup_of_a_closed_archive_leaves_nothing_beside_either(archive: Path, tmp_path: Path):
    backup.back_up(archive, tmp_path / "kopia.samverkan")

    assert names(tmp_path) == sorted([archive.name, "kopia.samverkan"])


def test_a_backup_can_be_made_in_the_middle_of_a_use_case(store: Store, tmp_path: Path):
    archives.add_agreement(store, "Före")
    with store.transaction("x", "x", archives.NOW) as transaction:
        transaction.session.add(archives.agreement("Inte klar"))
        transaction.session.flush()
        backup.back_up(store.path, tmp_path / "kopia.samverkan")

    assert titles_in(tmp_path / "kopia.samverkan") == ["Före"]


def test_a_backup_replaces_an_older_one_of_the_same_name(store: Store, tmp_path: Path):
    target = tmp_path / "kopia.samverkan"
    backup.back_up(store.path, target)
    archives.add_agreement(store, "Avtalet")
    backup.back_up(store.path, target)

    assert titles_in(target) == ["Avtalet"]


def test_an_archive_is_not_backed_up_over_itself(archive: Path):
    with pytest.raises(UserError, match="arkivet självt"):
        backup.back_up(archive, archive)


def test_a_backup_never_replaces_an_archive_in_use(archive: Path, tmp_path: Path):
    other = archives.opened(archives.made(tmp_path, "annat.samverkan"))
    archives.add_agreement(other, "Annat")

    with pytest.raises(EnvironmentFault, match=r"annat\.samverkan är öppet"):
        backup.back_up(archive, other.path)

    assert archives.titles(other) == ["Annat"]
    other.close()


def test_a_damaged_archive_is_not_backed_up(tmp_path: Path):
    path = archives.filled(tmp_path)
    archives.overwrite_pages(path)

    with pytest.raises(DamagedArchive):
        backup.back_up(path, tmp_path / "kopia.samverkan")

    assert names(tmp_path) == [path.name]


def test_a_backup_into_a_missing_folder_is_told_of(archive: Path, tmp_path: Path):
    with pytest.raises(EnvironmentFault, match="Kontrollera att mappen finns"):
        backup.back_up(archive, tmp_path / "borta" / "kopia.samverkan")


def test_a_full_disk_leaves_the_older_backup(store: Store, tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    target = tmp_path / "kopior" / "kopia.samverkan"
    target.parent.mkdir()
    backup.back_up(store.path, target)
    before = target.read_bytes()
    archives.add_agreement(store)

    def full(_path: Path) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(files, "flush", full)
    with pytest.raises(EnvironmentFault, match="Disken är full"):
        backup.back_up(store.path, target)

    assert target.read_bytes() == before
    assert names(target.parent) == [target.name]


def test_restoring_brings_back_what_the_backup_holds_and_keeps_the_present(archive: Path, tmp_path: Path):
    copy = tmp_path / "kopia.samverkan"
    store = archives.opened(archive)
    archives.add_agreement(store, "Då")
    backup.back_up(archive, copy)
    archives.add_agreement(store, "Nu")
    store.close()

    kept = backup.restore(copy, archive, archives.NOW)

    assert titles_in(archive) == ["Då"]
    assert kept is not None
    assert kept.name == f"{archive.name}.ersatt-2018-09-04-133000"
    assert titles_in(kept) == ["Då", "Nu"]


def test_restoring_where_there_is_no_archive_keeps_nothing(archive: Path, tmp_path: Path):
    assert backup.restore(archive, tmp_path / "ny.samverkan", archives.NOW) is None
    assert titles_in(tmp_path / "ny.samverkan") == []


def test_restoring_over_a_damaged_archive_keeps_the_damaged_one_as_it_is(tmp_path: Path):
    path = archives.filled(tmp_path)
    backup.back_up(path, tmp_path / "kopia.samverkan")
    archives.overwrite_pages(path)
    damaged = path.read_bytes()

    kept = backup.restore(tmp_path / "kopia.samverkan", path, archives.NOW)

    assert kept is not None
    assert kept.read_bytes() == damaged
    assert len(titles_in(path)) == 40


def test_a_log_left_by_the_replaced_archive_is_not_played_back_into_the_restored(
    archive: Path, tmp_path: Path
):
    copy = tmp_path / "kopia.samverkan"
    backup.back_up(archive, copy)
    with closing(sqlite3.connect(archive)) as crashed:
        crashed.execute("CREATE TABLE efter (x)")
        left = {path.name: path.read_bytes() for path in tmp_path.glob(archive.name + "*")}
    for name, content in left.items():
        (tmp_path / name).write_bytes(content)

    backup.restore(copy, archive, archives.NOW)

    assert not archive.with_name(archive.name + "-wal").exists()
    with closing(sqlite3.connect(archive)) as connection:
        assert connection.execute("SELECT 1 FROM sqlite_master WHERE name = 'efter'").fetchone() is None


def test_a_log_left_by_an_archive_that_is_gone_is_not_played_back_into_the_restored(
    archive: Path, tmp_path: Path
):
    (tmp_path / "ny.samverkan-wal").write_bytes(b"logg")

    assert backup.restore(archive, tmp_path / "ny.samverkan", archives.NOW) is None
    assert not (tmp_path / "ny.samverkan-wal").exists()


def test_a_damaged_backup_is_refused_and_the_archive_kept(archive: Path, tmp_path: Path):
    copy = archives.filled(tmp_path / "kopior")
    archives.truncate(copy)
    before = archive.read_bytes()

    with pytest.raises(UserError, match="Välj en äldre säkerhetskopia"):
        backup.restore(copy, archive, archives.NOW)

    assert archive.read_bytes() == before


def test_a_restore_that_cannot_be_swapped_in_leaves_the_archive_in_its_place(
    archive: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    copy = tmp_path / "kopia.samverkan"
    backup.back_up(archive, copy)
    before = archives.state_of(tmp_path)

    def refuse(_part: Path, _target: Path) -> Path:
        raise OSError(5, "I/O error")

    monkeypatch.setattr(Path, "replace", refuse)
    with pytest.raises(EnvironmentFault):
        backup.restore(copy, archive, archives.NOW)

    assert archives.state_of(tmp_path) == before


def test_one_backup_a_day(archive: Path, tmp_path: Path):
    folder = tmp_path / "kopior"

    made = backup.rotate(archive, folder, TODAY)

    assert made == folder / f"{archive.stem}-2018-09-04.samverkan"
    assert backup.rotate(archive, folder, TODAY) is None


def test_the_rotation_keeps_the_last_days_and_the_last_of_each_month(archive: Path, tmp_path: Path):
    folder = tmp_path / "kopior"
    folder.mkdir()
    for number in range(1, 100):
        day = TODAY - timedelta(days=number)
        (folder / f"{archive.stem}-{day}.samverkan").write_bytes(b"gammal")
    backup.rotate(archive, folder, TODAY, keep_daily=3, keep_monthly=3)

    # June's last backup is out; September's last is today's.
    days = ("2018-07-31", "2018-08-31", "2018-09-02", "2018-09-03", "2018-09-04")
    assert names(folder) == [f"{archive.stem}-{day}.samverkan" for day in days]


def test_the_rotation_touches_no_other_file(archive: Path, tmp_path: Path):
    folder = tmp_path / "kopior"
    folder.mkdir()
    others = [
        "annat-2001-01-01.samverkan",
        f"{archive.stem}-2001-01-01-120000.samverkan",
        f"{archive.stem}-2001-01-01.samverkan.txt",
        f"{archive.stem}-2001-13-45.samverkan",
        f"{archive.stem}-min kopia.samverkan",
        f"x{archive.stem}-2001-01-01.samverkan",
    ]
    for name in others:
        (folder / name).write_bytes(b"annat")
    backup.rotate(archive, folder, TODAY, keep_daily=1, keep_monthly=1)

    assert set(others) < set(names(folder))


def test_nothing_is_removed_when_todays_backup_cannot_be_made(tmp_path: Path):
    path, folder = archives.filled(tmp_path), tmp_path / "kopior"
    for number in range(5):
        backup.rotate(path, folder, TODAY - timedelta(days=number))
    archives.overwrite_pages(path)

    with pytest.raises(DamagedArchive):
        backup.rotate(path, folder, TODAY + timedelta(days=1), keep_daily=1, keep_monthly=1)

    assert len(names(folder)) == 5


def test_the_newest_backup_is_the_newest_that_is_whole(tmp_path: Path):
    path, folder = archives.filled(tmp_path), tmp_path / "kopior"
    first = backup.rotate(path, folder, TODAY)
    second = backup.rotate(path, folder, TODAY + timedelta(days=1))
    assert second is not None
    archives.truncate(second)

    assert backup.newest(path.name, folder) == first


def test_a_backup_made_before_an_upgrade_is_newer_than_that_mornings(tmp_path: Path):
    path, folder = archives.filled(tmp_path), tmp_path / "kopior"
    backup.rotate(path, folder, TODAY)
    upgrade = backup.timed(path, folder, archives.NOW)
    backup.back_up(path, upgrade)

    assert backup.newest(path.name, folder) == upgrade


def test_there_is_no_newest_backup_where_there_is_none(tmp_path: Path):
    assert backup.newest("a.samverkan", tmp_path) is None
    assert backup.newest("a.samverkan", tmp_path / "borta") is None
