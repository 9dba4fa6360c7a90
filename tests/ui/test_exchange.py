"""The exchange file from the menu: out of the archive that is open, and into it."""

import json
import shutil
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path

import pytest
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QFileDialog, QWidget
from pytestqt.qtbot import QtBot

from samverkan_desktop.app import Archives
from samverkan_desktop.clock import FixedClock
from samverkan_desktop.services import exchange
from samverkan_desktop.ui import navigation
from samverkan_desktop.ui.main_window import MainWindow
from samverkan_desktop.ui.program import Program, assemble
from samverkan_desktop.ui.theme import Theme
from tests.services import exchange_content as content
from tests.ui.sample_page import SamplePage

OUT, IN = "Exportera arkivet som JSON …", "Läs in JSON …"


@pytest.fixture
def program(theme: Theme, shown: Callable[[QWidget], QWidget], monkeypatch: pytest.MonkeyPatch) -> Program:
    """The window with archives of its own, none of them open."""
    monkeypatch.setattr(navigation, "page_class", lambda _place: SamplePage)
    made = assemble(MainWindow(), Archives(FixedClock(datetime(2019, 6, 30, tzinfo=UTC))))
    shown(made.window)
    made.opening.greet()
    return made


@pytest.fixture
def year(played_year: Path, tmp_path: Path) -> Path:
    """The played year in a copy."""
    return Path(shutil.copyfile(played_year, tmp_path / "året.samverkan"))


@pytest.fixture
def chosen(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Let dialogs for files choose the path that is put here; none is a dialog that is left."""
    paths: list[str] = []
    for name in ("getOpenFileName", "getSaveFileName"):
        monkeypatch.setattr(QFileDialog, name, lambda *_args: (paths[-1] if paths else "", ""))
    return paths


def choose(program: Program, text: str) -> None:
    """Choose a command from the menu."""
    (found,) = [each for each in program.window.findChildren(QAction) if each.text() == text]
    found.trigger()


def told(program: Program, qtbot: QtBot) -> str:
    """Wait for the background work and return what was said of it."""
    qtbot.waitUntil(lambda: not program.tasks.busy, timeout=20_000)
    return program.window.toast.text.text()


def test_the_archive_is_written_where_the_user_says(
    program: Program, year: Path, tmp_path: Path, chosen: list[str], qtbot: QtBot
):
    program.opening.open(year)
    chosen.append(str(tmp_path / "ut.json"))
    choose(program, OUT)
    assert told(program, qtbot).startswith("ut.json innehåller arkivet: 1 avtal, 13 möten, ")
    assert json.loads((tmp_path / "ut.json").read_bytes())["format"] == "samverkan-exchange"


def test_the_ending_is_added_to_a_name_without_one(
    program: Program, year: Path, tmp_path: Path, chosen: list[str], qtbot: QtBot
):
    program.opening.open(year)
    chosen.append(str(tmp_path / "ut"))
    choose(program, OUT)
    assert told(program, qtbot).startswith("ut.json innehåller arkivet")


@pytest.mark.parametrize(("answer", "kept"), [(False, True), (True, False)])
def test_a_file_that_gets_the_ending_is_replaced_only_when_asked(
    program: Program, year: Path, tmp_path: Path, chosen: list[str], qtbot: QtBot, answer: bool, kept: bool
):
    questions: list[str] = []
    program.messages.asker = lambda question, _yes, _no: bool(questions.append(question)) or answer
    (tmp_path / "ut.json").write_text("den gamla")
    program.opening.open(year)
    chosen.append(str(tmp_path / "ut"))
    choose(program, OUT)
    told(program, qtbot)
    assert questions == ["ut.json finns redan. Ska filen ersättas?"]
    assert ((tmp_path / "ut.json").read_text(encoding="utf-8") == "den gamla") is kept


def test_without_an_archive_there_is_nothing_to_write(program: Program, chosen: list[str]):
    choose(program, OUT)
    assert program.window.banner.text.text() == "Inget arkiv är öppet. Öppna det som ska exporteras."


@pytest.mark.parametrize("command", [OUT, IN])
def test_a_dialog_that_is_left_does_nothing(
    program: Program, year: Path, chosen: list[str], qtbot: QtBot, command: str
):
    program.opening.open(year)
    choose(program, command)
    assert told(program, qtbot) == ""
    assert not program.window.banner.isVisible()


def test_a_file_is_brought_into_the_users_own_archive_where_none_is_open(
    program: Program, tmp_path: Path, chosen: list[str], qtbot: QtBot
):
    chosen.append(str(content.file(tmp_path, {"agreements": [content.agreement()]})))
    choose(program, IN)
    qtbot.waitUntil(lambda: isinstance(program.window.page(), SamplePage), timeout=20_000)
    assert told(program, qtbot) == "Arkivet har fått 1 avtal, 0 möten, 1 uppgift i allt."
    assert program.opening.current.workspace.path.name == "samverkan.samverkan"


def test_what_was_brought_in_can_be_undone_from_the_toast(
    program: Program, year: Path, tmp_path: Path, chosen: list[str], qtbot: QtBot
):
    program.opening.open(year)
    chosen.append(str(content.file(tmp_path, {"agreements": [content.agreement(key="nytt")]})))
    choose(program, IN)
    assert told(program, qtbot).startswith("Arkivet har fått 1 avtal")
    program.window.toast.button.click()
    assert program.window.toast.text.text() == "Ångrade: Importerade Avtalet nytt"


def test_a_bad_file_is_told_and_makes_no_archive(
    program: Program, tmp_path: Path, chosen: list[str], qtbot: QtBot
):
    chosen.append(str(content.file(tmp_path, {"meetings": 5})))
    choose(program, IN)
    told(program, qtbot)
    sentence = "Filen arkiv.json, rad 4 (/meetings): värdet ska vara en lista."
    assert program.window.banner.text.text() == sentence
    assert program.opening.current.workspace is None
    assert not Archives(FixedClock(datetime(2019, 6, 30, tzinfo=UTC))).own().exists()


def test_a_personal_identity_number_stands_in_the_banner(
    program: Program, tmp_path: Path, chosen: list[str], qtbot: QtBot
):
    agreement = content.agreement(purpose="Om 19121212-1212")
    chosen.append(str(content.file(tmp_path, {"agreements": [agreement]})))
    choose(program, IN)
    qtbot.waitUntil(program.window.banner.isVisible, timeout=20_000)
    assert program.window.banner.text.text().endswith("Ta bort dem: /agreements/0/purpose.")


def test_work_that_is_cancelled_changes_nothing(
    program: Program,
    year: Path,
    tmp_path: Path,
    chosen: list[str],
    qtbot: QtBot,
    monkeypatch: pytest.MonkeyPatch,
):
    program.opening.open(year)
    (tmp_path / "ut.json").write_text("den gamla")
    chosen.append(str(tmp_path / "ut.json"))
    write = exchange.dump

    def slowly(work: object, target: Path, progress: Callable[[int, int, str], None]) -> object:
        program.tasks._current.progress.cancel()
        return write(work, target, progress)  # type: ignore[arg-type]

    monkeypatch.setattr(exchange, "dump", slowly)
    choose(program, OUT)
    assert told(program, qtbot) == ""
    assert (tmp_path / "ut.json").read_text(encoding="utf-8") == "den gamla"
