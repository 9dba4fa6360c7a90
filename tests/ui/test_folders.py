"""Where dialogs for files begin."""

from pathlib import Path

import pytest
from PySide6.QtCore import QStandardPaths
from PySide6.QtWidgets import QApplication, QFileDialog, QWidget

from samverkan_desktop.ui import folders


@pytest.fixture(autouse=True)
def nothing_used_yet(qapp: QApplication, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(folders, "_last", [])


@pytest.fixture
def begins(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> list[str]:
    """Let every dialog choose the same folder; return where each one began."""
    shown: list[str] = []

    def choose(_parent: object, _title: str, first: str) -> str:
        shown.append(first)
        return str(tmp_path)

    monkeypatch.setattr(QFileDialog, "getExistingDirectory", choose)
    return shown


def test_the_first_dialog_begins_among_the_users_documents(begins: list[str], tmp_path: Path):
    assert folders.ask_for_folder(QWidget(), "Välj mapp") == tmp_path
    documents = QStandardPaths.StandardLocation.DocumentsLocation
    assert begins == [QStandardPaths.writableLocation(documents)]


def test_the_next_dialog_begins_where_the_last_one_ended(begins: list[str], tmp_path: Path):
    folders.ask_for_folder(QWidget(), "Välj mapp")
    folders.ask_for_folder(QWidget(), "Välj mapp")
    assert begins[-1] == str(tmp_path)


def test_a_dialog_that_is_left_changes_nothing(monkeypatch: pytest.MonkeyPatch):
    before = folders.first_shown()
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_args: ("", ""))
    assert folders.ask_for_file(QWidget(), "Välj bilaga") is None
    assert folders.first_shown() == before
