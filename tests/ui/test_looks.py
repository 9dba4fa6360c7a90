"""The window and every shared widget, painted in each look: pictures to be looked at."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QWidget

from samverkan_desktop.ui import navigation
from samverkan_desktop.ui.colours import Look
from samverkan_desktop.ui.main_window import MainWindow
from samverkan_desktop.ui.program import Program, assemble
from samverkan_desktop.ui.theme import Theme
from tests.ui.fake_archives import FakeArchives
from tests.ui.hands import picture, type_text
from tests.ui.sample_page import SamplePage

pytestmark = pytest.mark.journey


@pytest.fixture
def program(
    theme: Theme,
    tmp_path: Path,
    shown: Callable[[QWidget], QWidget],
    monkeypatch: pytest.MonkeyPatch,
) -> Iterator[Program]:
    monkeypatch.setattr(navigation, "page_class", lambda _place: SamplePage)
    made = assemble(MainWindow(), FakeArchives(tmp_path, adopted="exempel"))  # type: ignore[arg-type]
    made.window.resize(1366, 768)
    shown(made.window)
    return made


@pytest.mark.parametrize("look", [Look.LIGHT, Look.DARK, Look.HIGH_CONTRAST])
def test_everything_is_painted_in_every_look(program: Program, theme: Theme, look: Look, tmp_path: Path):
    theme.wear(look)
    program.opening.open(tmp_path / "a.samverkan")
    picture(program.window, f"shell-{look.value}")
    program.window.page().form.field("heading").setFocus()
    program.messages.say("Mötet flyttades till 2019-02-12.", undo=True)
    program.messages.bug("rapport")
    program.tasks.started.emit("Bygger exemplet")
    program.tasks.progressed.emit(3, 7, "möte 3 av 7")
    picture(program.window, f"shell-notices-{look.value}")
    assert program.window.toast.isVisible()


def test_the_command_box_lies_over_the_page(program: Program, tmp_path: Path):
    program.opening.open(tmp_path / "a.samverkan")
    program.window.box.setFocus()
    type_text(program.window.box, "ö")
    program.window.box.offer()
    picture(program.window, "command-box")
    assert program.window.box.list.isVisible()


@pytest.mark.parametrize("look", [Look.LIGHT, Look.DARK])
def test_the_welcome_is_painted(program: Program, theme: Theme, look: Look):
    theme.wear(look)
    program.opening.greet()
    picture(program.window, f"welcome-{look.value}")
    assert program.window.stack.currentWidget().isVisible()
