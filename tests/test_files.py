"""Files written beside their target and swapped in; refusals in plain words."""

import errno
import os
from pathlib import Path

import pytest

from samverkan_desktop import files
from samverkan_desktop.errors import EnvironmentFault


def refuse(number: int, **more: object) -> OSError:
    error = OSError(number, os.strerror(number))
    for name, value in more.items():
        setattr(error, name, value)
    return error


def test_a_file_is_written(tmp_path: Path):
    files.write_atomically(tmp_path / "a.docx", b"nytt")

    assert (tmp_path / "a.docx").read_bytes() == b"nytt"


def test_a_file_that_was_there_is_replaced_and_nothing_is_left_beside_it(tmp_path: Path):
    path = tmp_path / "a.docx"
    path.write_bytes(b"gammalt")
    files.write_atomically(path, b"nytt")

    assert path.read_bytes() == b"nytt"
    assert list(tmp_path.iterdir()) == [path]


@pytest.mark.parametrize(
    ("number", "advice"),
    [
        (errno.ENOSPC, "Disken är full, så a.docx kunde inte sparas. Frigör utrymme"),
        (errno.EDQUOT, "lagringsutrymme är slut"),
        (errno.EACCES, "Du saknar behörighet"),
        (errno.EPERM, "Du saknar behörighet"),
        (errno.EROFS, "skrivskyddat ställe. Välj en mapp där du får skriva"),
        (errno.ENOENT, "Kontrollera att mappen finns"),
        (errno.EBUSY, "öppen i ett annat program. Stäng den"),
        (errno.EIO, "Disken svarade med ett fel"),
        (errno.EXDEV, "kunde inte läsas eller skrivas"),
    ],
)
def test_what_the_system_refuses_is_advised_on(tmp_path: Path, number: int, advice: str):
    with pytest.raises(EnvironmentFault) as caught, files.explained(tmp_path / "a.docx"):
        raise refuse(number)

    assert advice in caught.value.message


def test_a_full_disk_leaves_the_old_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    path = tmp_path / "a.docx"
    path.write_bytes(b"gammalt")

    def full(_part: Path, _data: bytes) -> int:
        raise refuse(errno.ENOSPC)

    monkeypatch.setattr(Path, "write_bytes", full)
    with pytest.raises(EnvironmentFault, match="Disken är full"):
        files.write_atomically(path, b"nytt")

    assert path.read_bytes() == b"gammalt"
    assert list(tmp_path.iterdir()) == [path]


@pytest.mark.parametrize(
    "error", [refuse(errno.EACCES), refuse(errno.EACCES, winerror=32)], ids=["denied", "shared"]
)
def test_a_file_open_in_word_is_told_of_and_kept(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, error: OSError
):
    path = tmp_path / "a.docx"
    path.write_bytes(b"gammalt")

    def locked(_part: Path, _target: Path) -> Path:
        raise error

    monkeypatch.setattr(Path, "replace", locked)
    with pytest.raises(EnvironmentFault, match=r"Filen a\.docx är öppen i ett annat program\. Stäng den"):
        files.write_atomically(path, b"nytt")

    assert path.read_bytes() == b"gammalt"
    assert list(tmp_path.iterdir()) == [path]


def test_a_missing_folder_is_told_of(tmp_path: Path):
    with pytest.raises(EnvironmentFault, match="Kontrollera att mappen finns"):
        files.write_atomically(tmp_path / "borta" / "a.docx", b"nytt")


def test_a_folder_in_the_way_is_told_of(tmp_path: Path):
    (tmp_path / "a.docx").mkdir()

    with pytest.raises(EnvironmentFault, match="är en mapp"):
        files.write_atomically(tmp_path / "a.docx", b"nytt")


@pytest.mark.skipif(os.name != "posix", reason="rights as Unix has them")
def test_a_written_file_has_the_rights_of_any_new_file(tmp_path: Path):
    before = os.umask(0o027)
    try:
        files.write_atomically(tmp_path / "a.docx", b"nytt")
    finally:
        os.umask(before)

    assert (tmp_path / "a.docx").stat().st_mode & 0o777 == 0o640
