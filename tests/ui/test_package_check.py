"""Archive packages from the menu: to where they are made, and checked also where no archive is open."""

from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path

import pytest
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QFileDialog, QWidget
from pytestqt.qtbot import QtBot

from samverkan_desktop.app import Archives
from samverkan_desktop.clock import FixedClock
from samverkan_desktop.services import archive, archive_package
from samverkan_desktop.ui import navigation
from samverkan_desktop.ui.main_window import MainWindow
from samverkan_desktop.ui.program import Program, assemble
from samverkan_desktop.ui.theme import Theme
from tests.ui.sample_page import SamplePage

MAKE, CHECK = "Gör ett arkivpaket …", "Kontrollera ett arkivpaket …"


@pytest.fixture
def program(theme: Theme, shown: Callable[[QWidget], QWidget], monkeypatch: pytest.MonkeyPatch) -> Program:
    """The window, with no archive open."""
    monkeypatch.setattr(navigation, "page_class", lambda _place: SamplePage)
    made = assemble(MainWindow(), Archives(FixedClock(datetime(2019, 6, 30, tzinfo=UTC))))
    shown(made.window)
    made.opening.greet()
    return made


@pytest.fixture
def package(played_year: Path, tmp_path: Path) -> Path:
    """A package of the played year."""
    work = archive.open_to_read(played_year, FixedClock(datetime(2019, 6, 30, tzinfo=UTC)))
    made = archive_package.make(work, 1, tmp_path, period="2018/2019")
    work.close()
    return made.path


def choose(program: Program, text: str, qtbot: QtBot) -> None:
    (found,) = [each for each in program.window.findChildren(QAction) if each.text() == text]
    found.trigger()
    qtbot.waitUntil(lambda: not program.tasks.busy, timeout=20_000)


def test_a_whole_package_is_said_to_be_so(
    program: Program, package: Path, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
):
    index = str(package / "index.json")
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_args: (index, ""))
    choose(program, CHECK, qtbot)
    assert program.window.toast.text.text().startswith("index.json: Arkivpaketet är helt: ")


def test_the_first_faults_are_named_and_the_rest_counted(
    program: Program, package: Path, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
):
    for path in sorted((package / "data" / "dokument").iterdir())[:5]:
        path.unlink()
    index = str(package / "index.json")
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_args: (index, ""))
    choose(program, CHECK, qtbot)
    said = program.window.banner.text.text()
    assert said.startswith("Arkivpaketet har 5 fel. data/dokument/2018-09-04-kallelse-styrgrupp.pdf saknas.")
    assert said.endswith("Och 2 fel till.")


def test_what_is_no_package_is_told(
    program: Program, tmp_path: Path, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
):
    (tmp_path / "index.json").write_text("{}")
    index = str(tmp_path / "index.json")
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_args: (index, ""))
    choose(program, CHECK, qtbot)
    assert "är inget arkivpaket" in program.window.banner.text.text()


def test_a_dialog_that_is_left_does_nothing(program: Program, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_args: ("", ""))
    choose(program, CHECK, qtbot)
    assert not program.window.banner.isVisible()


def test_without_an_archive_nothing_can_be_packed(program: Program, qtbot: QtBot):
    choose(program, MAKE, qtbot)
    assert program.window.banner.text.text() == (
        "Inget arkiv är öppet. Öppna det som arkivpaketet ska göras av."
    )


def test_the_menu_leads_to_where_packages_are_made(
    program: Program, played_year: Path, tmp_path: Path, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
):
    path = tmp_path / "året.samverkan"
    path.write_bytes(played_year.read_bytes())
    program.opening.open(path)
    targets: list[str] = []
    monkeypatch.setattr(program.window, "navigate", targets.append)
    choose(program, MAKE, qtbot)
    assert targets == ["agreement:archive"]
