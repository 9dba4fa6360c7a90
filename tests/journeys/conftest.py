"""A user at the program as it is shipped: the real window over real archives, on a day that is set."""

from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QWindow
from PySide6.QtWidgets import QApplication, QFileDialog, QWidget
from pytestqt.qtbot import QtBot

from samverkan_desktop.app import Archives
from samverkan_desktop.clock import FixedClock
from samverkan_desktop.services import demo
from samverkan_desktop.ui.main_window import MainWindow
from samverkan_desktop.ui.program import assemble
from samverkan_desktop.ui.theme import Theme
from tests.journeys.user import User
from tests.ui.conftest import _light, _qt_is_silent, shown, theme

__all__ = ["_light", "_qt_is_silent", "shown", "theme"]


@pytest.fixture
def start(
    theme: Theme,
    shown: Callable[[QWidget], QWidget],
    qtbot: QtBot,
    monkeypatch: pytest.MonkeyPatch,
    tmp_path: Path,
) -> Iterator[Callable[[Path | None], User]]:
    """Return what starts the program; the system's own dialog for folders answers with the user's choice."""
    clock = FixedClock(datetime(2018, 8, 20, 10, tzinfo=UTC))
    chosen = [tmp_path / "filer"]
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *_args: str(chosen[0]))
    started: list[User] = []

    def begin(archive: Path | None = None) -> User:
        program = assemble(MainWindow(), Archives(clock))
        program.messages.asker = lambda *_question: True
        program.window.resize(1366, 768)
        shown(program.window)
        program.window.activateWindow()
        program.opening.begin(archive)
        user = User(program, clock, qtbot, chosen)
        started.append(user)
        return user

    yield begin
    for user in started:
        user.program.opening.current.close()


@pytest.fixture(autouse=True)
def _nothing_flashes_by(qapp: QApplication) -> Iterator[None]:
    """Fail where a part of a page is for a moment a window of its own: on a screen it flashes by."""
    taken: list[str] = []

    def note(window: QWindow | None) -> None:
        name = window.objectName() if window else ""
        popup = window is not None and window.type() in (Qt.WindowType.Popup, Qt.WindowType.ToolTip)
        if name and not name.startswith(("MainWindow", "KeySheet")) and not popup:
            taken.append(name)

    qapp.focusWindowChanged.connect(note)
    yield
    qapp.focusWindowChanged.disconnect(note)
    assert taken == []


@pytest.fixture(scope="session")
def example(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return the folder of the played example, built once."""
    folder = tmp_path_factory.mktemp("exempel")
    demo.build(folder)
    return folder
