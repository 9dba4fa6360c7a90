"""The connection: safe settings, and addresses that SQLite understands."""

from pathlib import Path, PurePosixPath, PureWindowsPath

import pytest

from samverkan_desktop.storage import engine
from samverkan_desktop.storage.unit_of_work import Store
from tests.storage import archives


@pytest.mark.parametrize(
    ("path", "address"),
    [
        (PurePosixPath("/hem/å b.samverkan"), "file:///hem/%C3%A5%20b.samverkan?mode=rw"),
        (PurePosixPath("/a%20b?c#d"), "file:///a%2520b%3Fc%23d?mode=rw"),
        (PureWindowsPath(r"C:\Arkiv\a.samverkan"), "file:///C:/Arkiv/a.samverkan?mode=rw"),
        (PureWindowsPath(r"\\server\delad\a.samverkan"), "file:////server/delad/a.samverkan?mode=rw"),
    ],
    ids=["spaces", "marks", "drive", "share"],
)
def test_an_address_is_one_that_sqlite_understands(path: PurePosixPath, address: str):
    assert engine.uri(path, "mode=rw") == address


def test_an_archive_of_any_name_can_be_opened(tmp_path: Path):
    store = archives.opened(archives.made(tmp_path / "50% ö#1 & två?", "å ä ö %41.samverkan"))
    archives.add_agreement(store, "Avtalet")

    assert archives.titles(store) == ["Avtalet"]
    store.close()


@pytest.mark.parametrize(
    ("pragma", "value"), [("foreign_keys", 1), ("synchronous", 2), ("busy_timeout", 3000)]
)
def test_a_connection_is_safe(store: Store, pragma: str, value: int):
    with store.reading() as session:
        assert session.connection().exec_driver_sql(f"PRAGMA {pragma}").scalar() == value


def test_an_engine_never_makes_an_archive(tmp_path: Path):
    made = engine.open_engine(tmp_path / "borta.samverkan")
    with pytest.raises(Exception, match="unable to open"):
        made.connect()

    assert list(tmp_path.iterdir()) == []


def test_an_archive_behind_a_link_is_opened_where_it_lies(tmp_path: Path):
    path = archives.made(tmp_path)
    link = tmp_path / "länk.samverkan"
    try:
        link.symlink_to(path)
    except OSError:
        pytest.skip("links need a right that is not given here")
    store = archives.opened(link)

    assert store.path == path
    store.close()
