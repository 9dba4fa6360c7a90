from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from samverkan_desktop import paths
from samverkan_desktop.clock import FixedClock
from samverkan_desktop.errors import EnvironmentFault, UserError
from samverkan_desktop.services import adoption, agreement, archive

CLOCK = FixedClock(datetime(2018, 8, 20, 10, tzinfo=UTC))


@pytest.fixture
def path(tmp_path: Path) -> Path:
    made = tmp_path / "vårt.samverkan"
    archive.create_archive(made)
    return made


def test_an_archive_bears_its_ending(tmp_path: Path):
    with pytest.raises(UserError, match=r"vårt\.db är inget arkivnamn\. Arkiv slutar på \.samverkan\."):
        archive.create_archive(tmp_path / "vårt.db")


def test_an_archive_is_not_made_over_another(path: Path):
    before = path.read_bytes()
    with pytest.raises(UserError, match=r"vårt\.samverkan finns redan\."):
        archive.create_archive(path)
    assert path.read_bytes() == before


def test_an_opened_archive_is_backed_up_once_a_day(path: Path):
    for _ in range(2):
        archive.open_archive(path, CLOCK).close()
    folder = archive.backup_folder(path)
    assert [file.name for file in folder.iterdir()] == ["vårt-2018-08-20.samverkan"]
    assert archive.newest_backup(path) == folder / "vårt-2018-08-20.samverkan"
    assert folder.is_relative_to(paths.data_folder())


def test_two_archives_of_one_name_have_their_own_backups(path: Path, tmp_path: Path):
    assert archive.backup_folder(path) != archive.backup_folder(tmp_path / "annan" / path.name)


def test_an_archive_that_is_not_there_is_not_opened(tmp_path: Path):
    path = tmp_path / "saknas.samverkan"
    with pytest.raises(UserError, match="finns inte"):
        archive.open_archive(path, CLOCK)
    assert list(tmp_path.iterdir()) == []
    assert archive.newest_backup(path) is None


def test_a_damaged_archive_names_its_newest_backup(path: Path):
    archive.open_archive(path, CLOCK).close()
    path.write_bytes(b"SQLite format 3\x00" + b"\xff" * 8192)
    with pytest.raises((UserError, EnvironmentFault), match=r"Återställ säkerhetskopian vårt-2018-08-20"):
        archive.open_archive(path, CLOCK)
    assert not archive.is_open(path)


def test_a_damaged_archive_can_be_set_aside(path: Path):
    path.write_bytes(b"skadat")
    aside = archive.set_aside(path, CLOCK)
    assert not path.exists()
    assert aside.read_bytes() == b"skadat"
    assert aside.name == "vårt.samverkan.skadad-2018-08-20-120000"


def test_an_archive_is_restored_from_its_backup(path: Path, tmp_path: Path):
    copy = tmp_path / "kopia.samverkan"
    archive.back_up(path, copy)
    work = archive.open_archive(path, CLOCK)
    adoption.adopt(work, "trelleborg")
    work.close()
    kept = archive.restore(copy, path, CLOCK)
    assert kept is not None
    reader = archive.open_to_read(path, CLOCK)
    assert agreement.listing(reader) == ()
    reader.close()
    assert archive.verify(kept) == []


def test_an_archive_that_is_open_is_not_restored(path: Path, tmp_path: Path):
    copy = tmp_path / "kopia.samverkan"
    archive.back_up(path, copy)
    work = archive.open_archive(path, CLOCK)
    with pytest.raises(UserError, match="Arkivet är redan öppet"):
        archive.restore(copy, path, CLOCK)
    work.close()


def test_an_archive_is_removed_with_what_lies_beside_it(path: Path):
    archive.open_to_read(path, CLOCK).close()
    archive.remove(path)
    assert list(path.parent.iterdir()) == []


def test_a_day_is_read_as_it_is_written():
    assert archive.parse_day("2018-09-04") == date(2018, 9, 4)


@pytest.mark.parametrize("text", ["", "i dag", "2018-02-30", "4/9 2018"])
def test_what_is_no_day_is_refused(text: str):
    with pytest.raises(UserError, match=r"är inget datum\. Skriv som 2018-09-04\."):
        archive.parse_day(text)
