"""One writer at a time, and nobody locked out by the dead."""

import subprocess
import sys
from pathlib import Path

import pytest

from samverkan_desktop.errors import EnvironmentFault, UserError
from samverkan_desktop.storage.lock import ArchiveLock

HOLD = """
import os, signal, sys
from pathlib import Path
from samverkan_desktop.storage.lock import ArchiveLock
lock = ArchiveLock(Path(sys.argv[1])).acquire()
print("held", flush=True)
sys.stdin.readline()
os.kill(os.getpid(), signal.SIGKILL)
"""
TRY = """
import sys
from pathlib import Path
from samverkan_desktop.errors import UserError
from samverkan_desktop.storage.lock import ArchiveLock
try:
    ArchiveLock(Path(sys.argv[1])).acquire()
except UserError as error:
    sys.exit(error.message)
"""


def test_a_second_window_is_refused(tmp_path: Path):
    path = tmp_path / "a.samverkan"
    with ArchiveLock(path), pytest.raises(UserError, match="redan öppet i ett annat fönster"):
        ArchiveLock(path).acquire()


def test_another_process_is_refused(tmp_path: Path):
    path = tmp_path / "a.samverkan"
    with ArchiveLock(path):
        result = subprocess.run(
            [sys.executable, "-c", TRY, path], capture_output=True, text=True, encoding="utf-8", check=False
        )

    assert result.returncode == 1
    assert "Stäng det där först" in result.stderr


def test_a_refused_window_can_open_it_once_the_first_is_closed(tmp_path: Path):
    first, second = (ArchiveLock(tmp_path / "a.samverkan") for _ in range(2))
    with first, pytest.raises(UserError):
        second.acquire()

    with second:
        assert second.held


def test_the_lock_leaves_no_file(tmp_path: Path):
    with ArchiveLock(tmp_path / "a.samverkan"):
        assert (tmp_path / "a.samverkan.lock").exists()

    assert list(tmp_path.iterdir()) == []


def test_an_acquired_lock_is_used_as_it_is_in_a_block(tmp_path: Path):
    with ArchiveLock(tmp_path / "a.samverkan").acquire() as lock:
        assert lock.held

    assert not lock.held


@pytest.mark.skipif(sys.platform == "win32", reason="no SIGKILL there")
def test_a_killed_process_does_not_keep_the_lock(tmp_path: Path):
    path = tmp_path / "a.samverkan"
    with subprocess.Popen(
        [sys.executable, "-c", HOLD, path], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    ) as holder:
        assert holder.stdout is not None
        assert holder.stdout.readline() == "held\n"
        with pytest.raises(UserError):
            ArchiveLock(path).acquire()
        holder.communicate("\n")

    with ArchiveLock(path) as lock:
        assert lock.held


def test_a_file_left_by_a_killed_process_does_not_lock(tmp_path: Path):
    (tmp_path / "a.samverkan.lock").write_text("annandator 1\n")

    with ArchiveLock(tmp_path / "a.samverkan") as lock:
        assert lock.held


def test_a_missing_folder_is_told_of_and_not_made(tmp_path: Path):
    with pytest.raises(EnvironmentFault, match="Kontrollera att mappen finns"):
        ArchiveLock(tmp_path / "borta" / "a.samverkan").acquire()

    assert list(tmp_path.iterdir()) == []
