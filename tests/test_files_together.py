"""Several files written as one, on real folders; what the system would refuse is faked where it is asked."""

import errno
import os
import stat
from pathlib import Path

import pytest

from samverkan_desktop import files
from samverkan_desktop.errors import EnvironmentFault
from samverkan_desktop.files_together import write_together
from tests.test_files import refuse


def there(folder: Path) -> dict[str, bytes]:
    return {file.name: file.read_bytes() for file in folder.iterdir()}


@pytest.fixture
def two(tmp_path: Path) -> tuple[Path, Path]:
    """Return a file that is there, and one that is not."""
    first, second = tmp_path / "forsta.docx", tmp_path / "andra.pdf"
    first.write_bytes(b"gammalt")
    return first, second


def test_all_are_written_and_nothing_is_left_beside_them(two: tuple[Path, Path], tmp_path: Path):
    first, second = two
    write_together({first: b"ny 1", second: b"ny 2"})

    assert there(tmp_path) == {"forsta.docx": b"ny 1", "andra.pdf": b"ny 2"}


def test_where_the_second_fits_no_more_none_is_written(
    two: tuple[Path, Path], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    first, second = two
    flush = files.flush

    def full(part: Path) -> None:
        if "andra" in part.name:
            raise refuse(errno.ENOSPC)
        flush(part)

    monkeypatch.setattr(files, "flush", full)
    with pytest.raises(EnvironmentFault, match=r"Disken är full, så andra\.pdf kunde inte sparas"):
        write_together({first: b"ny 1", second: b"ny 2"})

    assert there(tmp_path) == {"forsta.docx": b"gammalt"}


@pytest.mark.parametrize("known", [True, False], ids=["second names", "copies"])
def test_where_the_last_is_held_open_those_before_it_are_put_back(
    two: tuple[Path, Path], tmp_path: Path, monkeypatch: pytest.MonkeyPatch, *, known: bool
):
    first, second = two
    third = tmp_path / "tredje.docx"
    third.write_bytes(b"det tredje")
    replace = Path.replace

    def held(part: Path, target: Path) -> Path:
        if target == third:
            raise refuse(errno.EACCES, winerror=32)
        return replace(part, target)

    def unknown(_kept: Path, _target: Path) -> None:
        raise refuse(errno.EPERM)

    monkeypatch.setattr(Path, "replace", held)
    if not known:
        monkeypatch.setattr(Path, "hardlink_to", unknown)
    with pytest.raises(EnvironmentFault, match=r"^Filen tredje\.docx är öppen .* försök igen\.$"):
        write_together({first: b"ny 1", second: b"ny 2", third: b"ny 3"})

    assert there(tmp_path) == {"forsta.docx": b"gammalt", "tredje.docx": b"det tredje"}


def test_what_cannot_be_put_back_is_named(
    two: tuple[Path, Path], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    first, second = two
    replace, calls = Path.replace, []

    def once(part: Path, target: Path) -> Path:
        calls.append(target)
        if len(calls) > 1:
            raise refuse(errno.EIO)
        return replace(part, target)

    monkeypatch.setattr(Path, "replace", once)
    with pytest.raises(EnvironmentFault, match=r"Dessa filer hann bytas ut: forsta\.docx\."):
        write_together({first: b"ny 1", second: b"ny 2"})

    assert there(tmp_path) == {"forsta.docx": b"ny 1"}


@pytest.mark.parametrize(
    ("name", "owner"),
    [
        ("2018-12-04-protokoll.docx", "~$18-12-04-protokoll.docx"),
        ("abcdefgh.docx", "~$cdefgh.docx"),
        ("abcdefg.docx", "~$bcdefg.docx"),
        ("abcdef.docx", "~$abcdef.docx"),
        ("abcdef.docx", ".~lock.abcdef.docx#"),
    ],
)
def test_a_file_open_in_a_word_processor_is_left(tmp_path: Path, name: str, owner: str):
    path = tmp_path / name
    path.write_bytes(b"gammalt")
    (tmp_path / owner).touch()
    with pytest.raises(EnvironmentFault) as caught:
        write_together({tmp_path / "annan.docx": b"ny", path: b"ny"})

    assert f"Filen {name} är öppen i ett annat program. Stäng den och försök igen" in caught.value.message
    assert owner in caught.value.message
    assert there(tmp_path) == {name: b"gammalt", owner: b""}


def test_an_owner_file_of_a_file_that_is_gone_stops_nothing(tmp_path: Path):
    (tmp_path / "~$abcdef.docx").touch()
    write_together({tmp_path / "abcdef.docx": b"ny"})

    assert (tmp_path / "abcdef.docx").read_bytes() == b"ny"


@pytest.mark.skipif(os.name != "posix" or os.geteuid() == 0, reason="rights, which root is above")
def test_a_folder_that_may_only_be_read_is_told_of(tmp_path: Path):
    tmp_path.chmod(stat.S_IRUSR | stat.S_IXUSR)
    try:
        with pytest.raises(EnvironmentFault, match="Du saknar behörighet"):
            write_together({tmp_path / "a.docx": b"ny"})
    finally:
        tmp_path.chmod(stat.S_IRWXU)


def test_a_name_of_three_hundred_letters_is_told_of_in_short(tmp_path: Path):
    with pytest.raises(EnvironmentFault, match=r"^Namnet a{40}… är för långt\. Välj ett kortare") as caught:
        write_together({tmp_path / ("a" * 300): b"ny"})

    assert len(caught.value.message) < 120


def test_a_folder_in_the_place_of_a_file_is_told_of_before_anything_is_written(
    two: tuple[Path, Path], tmp_path: Path
):
    first, _ = two
    (tmp_path / "mapp.pdf").mkdir()
    with pytest.raises(EnvironmentFault, match=r"mapp\.pdf är en mapp"):
        write_together({first: b"ny", tmp_path / "mapp.pdf": b"ny"})

    assert first.read_bytes() == b"gammalt"


@pytest.mark.parametrize("below", ["", "under"])
def test_a_file_in_the_place_of_a_folder_is_told_of(tmp_path: Path, below: str):
    (tmp_path / "fil").write_bytes(b"")
    with pytest.raises(EnvironmentFault, match=r"en fil är i vägen för mappen\. Välj en annan mapp"):
        files.make_folder(tmp_path / "fil" / below)
