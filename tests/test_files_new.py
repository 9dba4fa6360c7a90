"""Files and folders that are made whole and take nobody's place."""

import errno
import os
from pathlib import Path

import pytest

from samverkan_desktop.errors import EnvironmentFault
from samverkan_desktop.files_new import new


def fill(part: Path, *, folder: bool, content: bytes = b"nytt") -> None:
    if folder:
        (part / "fil").write_bytes(content)
    else:
        part.write_bytes(content)


def content_of(path: Path) -> bytes:
    return (path / "fil" if path.is_dir() else path).read_bytes()


@pytest.mark.parametrize("folder", [True, False])
def test_what_is_made_gets_its_name_and_leaves_nothing_beside_it(tmp_path: Path, folder: bool):
    with new(tmp_path / "paket.zip", folder=folder) as made:
        fill(made.part, folder=folder)
        assert not (tmp_path / "paket.zip").exists()
    assert content_of(made.target) == b"nytt"
    assert list(tmp_path.iterdir()) == [tmp_path / "paket.zip"]


@pytest.mark.parametrize("folder", [True, False])
def test_a_name_that_is_taken_is_left_to_who_has_it(tmp_path: Path, folder: bool):
    for content in (b"ett", b"tre"):
        with new(tmp_path / "paket.zip", folder=folder) as made:
            fill(made.part, folder=folder, content=content)
    (tmp_path / "paket-3.zip").mkdir()  # also an empty folder is somebody's
    with new(tmp_path / "paket.zip", folder=folder) as made:
        fill(made.part, folder=folder, content=b"fyra")
    assert made.target.name == "paket-4.zip"
    assert content_of(tmp_path / "paket.zip") == b"ett"
    assert content_of(tmp_path / "paket-2.zip") == b"tre"
    assert list((tmp_path / "paket-3.zip").iterdir()) == []


@pytest.mark.parametrize("folder", [True, False])
def test_what_is_not_finished_leaves_nothing(tmp_path: Path, folder: bool):
    with pytest.raises(KeyError), new(tmp_path / "paket", folder=folder) as made:
        fill(made.part, folder=folder)
        raise KeyError
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("folder", [True, False])
def test_a_full_disk_is_said_and_leaves_nothing(tmp_path: Path, folder: bool):
    with (
        pytest.raises(EnvironmentFault, match="Disken är full, så paket kunde inte sparas"),
        new(tmp_path / "paket", folder=folder) as made,
    ):
        fill(made.part, folder=folder)
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("folder", [True, False])
def test_a_swap_that_is_refused_leaves_no_empty_name(
    tmp_path: Path, folder: bool, monkeypatch: pytest.MonkeyPatch
):
    def refuse(_self: Path, _target: Path) -> Path:
        raise OSError(errno.EROFS, os.strerror(errno.EROFS))

    monkeypatch.setattr(Path, "replace", refuse)
    with pytest.raises(EnvironmentFault, match="skrivskyddat"), new(tmp_path / "p", folder=folder) as made:
        fill(made.part, folder=folder)
    assert list(tmp_path.iterdir()) == []


def test_a_folder_that_is_missing_is_said(tmp_path: Path):
    with pytest.raises(EnvironmentFault, match="finns inte"), new(tmp_path / "x" / "p", folder=True):
        pass
