from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QFileDialog, QWidget
from pytestqt.qtbot import QtBot

from samverkan_desktop import settings
from samverkan_desktop.ui import navigation
from samverkan_desktop.ui.main_window import MainWindow
from samverkan_desktop.ui.program import Program, assemble
from samverkan_desktop.ui.theme import Theme
from samverkan_desktop.ui.widgets.drop_down import DropDown
from tests.ui.fake_archives import FakeArchives
from tests.ui.hands import press
from tests.ui.sample_page import SamplePage


@pytest.fixture
def archives(tmp_path: Path) -> FakeArchives:
    return FakeArchives(tmp_path)


@pytest.fixture
def program(
    theme: Theme, archives: FakeArchives, shown: Callable[[QWidget], QWidget], monkeypatch: pytest.MonkeyPatch
) -> Iterator[Program]:
    monkeypatch.setattr(navigation, "page_class", lambda _place: SamplePage)
    made = assemble(MainWindow(), archives)  # type: ignore[arg-type]
    shown(made.window)
    return made


def test_without_an_archive_the_ways_to_begin_are_shown(program: Program):
    program.opening.begin(None)
    assert program.window.page() is None
    press(program.window, "Exempelkommun")
    assert isinstance(program.window.page(), SamplePage)


def test_a_template_makes_the_users_own_archive(program: Program, archives: FakeArchives):
    program.opening.begin(None)
    press(program.window, "Exempelkommun")
    assert archives.adopted == "exempel"
    page = program.window.page()
    assert isinstance(page, SamplePage)
    assert page.targets == ["adopted"]
    assert archives.opened[0].path == archives.own()
    assert settings.load().last_archive == str(archives.own())


def test_an_agreement_of_ones_own_is_begun_in_the_users_own_archive(program: Program, archives: FakeArchives):
    program.opening.begin(None)
    press(program.window, "Skriv avtalet")
    assert archives.opened[0].path == archives.own()
    page = program.window.page()
    assert isinstance(page, SamplePage)
    assert page.targets == ["new"]


def test_an_agreement_file_makes_the_users_own_archive(
    program: Program, archives: FakeArchives, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    file = tmp_path / "eget.toml"
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_args: (str(file), ""))
    program.opening.begin(None)
    press(program.window, "Välj en avtalsfil …")
    assert archives.adopted == str(file)
    assert isinstance(program.window.page(), SamplePage)


def test_the_example_is_built_in_the_background_and_opened(
    program: Program, archives: FakeArchives, qtbot: QtBot
):
    program.opening.begin(None)
    press(program.window, "Öppna exemplet")
    qtbot.waitUntil(lambda: isinstance(program.window.page(), SamplePage))
    assert archives.opened[0].path.name == "exempel.samverkan"


def test_another_example_can_be_chosen(program: Program, archives: FakeArchives, qtbot: QtBot):
    program.opening.begin(None)
    program.window.findChild(DropDown).setCurrentText("Den andra modellen")
    press(program.window, "Öppna exemplet")
    qtbot.waitUntil(lambda: isinstance(program.window.page(), SamplePage))
    assert archives.opened[0].path.name == "annat.samverkan"


def test_an_archive_without_an_agreement_asks_for_one(program: Program, archives: FakeArchives):
    archives.own().touch()
    program.opening.begin(None)
    assert program.window.page() is None
    press(program.window, "Exempelkommun")
    assert len(archives.opened) == 1
    assert isinstance(program.window.page(), SamplePage)


def test_the_archive_that_was_open_last_is_opened(program: Program, archives: FakeArchives, tmp_path: Path):
    last = tmp_path / "förra.samverkan"
    last.touch()
    archives.own().touch()
    settings.change(last_archive=str(last))
    program.opening.begin(None)
    assert archives.opened[0].path == last


def test_an_archive_is_chosen_and_opened(
    program: Program, archives: FakeArchives, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    archives.adopted = "exempel"
    chosen = tmp_path / "grannens.samverkan"
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_args: (str(chosen), ""))
    program.opening.ask()
    assert program.window.windowTitle() == "grannens – Samverkan"


def test_a_new_archive_gets_the_ending_that_archives_have(
    program: Program, archives: FakeArchives, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_args: (str(tmp_path / "nytt"), ""))
    program.opening.create()
    assert archives.opened[0].path == tmp_path / "nytt.samverkan"


def test_an_archive_that_is_in_use_is_told_and_the_one_that_is_open_stays(
    program: Program, archives: FakeArchives, tmp_path: Path
):
    archives.adopted = "exempel"
    archives.busy = tmp_path / "upptaget.samverkan"
    program.opening.open(tmp_path / "a.samverkan")
    program.opening.open(archives.busy)
    assert program.window.banner.text.text() == "Arkivet är öppet i ett annat fönster."
    assert isinstance(program.window.page(), SamplePage)


def test_a_damaged_archive_is_replaced_by_its_backup_only_when_asked(
    program: Program, archives: FakeArchives, tmp_path: Path
):
    archives.adopted = "exempel"
    archives.damaged, archives.backup = tmp_path / "a.samverkan", tmp_path / "a-2018-10-17.samverkan"
    program.opening.open(archives.damaged)
    assert archives.restored is None
    press(program.window, "Återställ")
    assert archives.restored == archives.backup
    assert isinstance(program.window.page(), SamplePage)


def test_a_damaged_archive_is_set_aside_only_when_asked(
    program: Program, archives: FakeArchives, tmp_path: Path
):
    damaged = archives.damaged = tmp_path / "a.samverkan"
    damaged.touch()
    program.opening.open(damaged)
    assert damaged.exists()
    press(program.window, "Lägg undan")
    assert not damaged.exists()
    assert program.window.toast.text.text() == "Filen heter nu skadat.samverkan."


def test_opening_the_archive_that_is_open_opens_nothing_anew(
    program: Program, archives: FakeArchives, tmp_path: Path
):
    archives.adopted = "exempel"
    program.opening.open(tmp_path / "a.samverkan")
    program.opening.open(tmp_path / "a.samverkan")
    assert len(archives.opened) == 1
