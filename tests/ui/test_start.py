"""The program as it is started: a process of its own, the real archives."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

#: Runs the program, and calls `seen` at its first paint and `ready` when an archive or the welcome is shown.
SCRIPT = """
import sys
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication
from samverkan_desktop import app
from samverkan_desktop.ui.main_window import MainWindow
from pathlib import Path

class Seen(MainWindow):
    def __init__(self):
        super().__init__()
        self.painted.connect(lambda: print("database", "sqlalchemy" in sys.modules))
        self.turned.connect(lambda: QTimer.singleShot(0, self.ready))
    def ready(self):
        page = self.page()
        print("page", type(page).__name__ if page else None)
        print("title", self.windowTitle())
        print("trouble", self.banner.text.text())
        self.close()

import samverkan_desktop.ui.main_window as main_window
main_window.MainWindow = Seen
raise SystemExit(app.run_window(Path(sys.argv[1]) if len(sys.argv) > 1 else None))
"""


def started(home: Path, *arguments: Path) -> dict[str, str]:
    surroundings = {**os.environ, "SAMVERKAN_HOME": str(home), "QT_QPA_PLATFORM": "offscreen"}
    command = [sys.executable, "-c", SCRIPT, *map(str, arguments)]
    result = subprocess.run(
        command, env=surroundings, capture_output=True, text=True, timeout=60, check=False
    )
    assert result.returncode == 0, result.stderr
    return dict(line.split(" ", 1) for line in result.stdout.splitlines())


def test_the_window_is_seen_before_the_database_is_imported(tmp_path: Path):
    assert started(tmp_path)["database"] == "False"


def test_the_first_start_shows_the_ways_to_begin(tmp_path: Path):
    assert started(tmp_path)["page"] == "None"


def test_an_archive_that_is_missing_is_told(tmp_path: Path):
    assert "saknas.samverkan" in started(tmp_path, tmp_path / "saknas.samverkan")["trouble"]


@pytest.mark.parametrize("content", [b"", b"no archive"])
def test_a_file_that_is_no_archive_is_told(tmp_path: Path, content: bytes):
    path = tmp_path / "fel.samverkan"
    path.write_bytes(content)
    assert "fel.samverkan" in started(tmp_path, path)["trouble"]
    assert path.read_bytes() == content
