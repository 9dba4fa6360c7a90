from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible, QAction
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QComboBox,
    QLineEdit,
    QPlainTextEdit,
    QSpinBox,
    QWidget,
)
from pytestqt.qtbot import QtBot

from samverkan_desktop.ui import menus, navigation
from samverkan_desktop.ui.main_window import MainWindow
from samverkan_desktop.ui.program import Program, assemble
from samverkan_desktop.ui.theme import Theme
from tests.ui.fake_archives import FakeArchives, FakePlace, FakeScope, FakeWorkspace
from tests.ui.hands import type_text
from tests.ui.sample_page import SamplePage


@pytest.fixture
def archives(tmp_path: Path) -> FakeArchives:
    return FakeArchives(tmp_path, adopted="exempel")


@pytest.fixture
def program(
    theme: Theme, archives: FakeArchives, shown: Callable[[QWidget], QWidget], monkeypatch: pytest.MonkeyPatch
) -> Iterator[Program]:
    monkeypatch.setattr(navigation, "page_class", lambda _place: SamplePage)
    made = assemble(MainWindow(), archives)  # type: ignore[arg-type]
    made.opening.open(archives.own())
    shown(made.window)
    return made


@pytest.fixture
def workspace(program: Program, archives: FakeArchives) -> FakeWorkspace:
    return archives.opened[0]


def test_the_first_page_is_shown_and_marked(program: Program):
    assert isinstance(program.window.page(), SamplePage)
    assert program.window.sidebar.buttons["overview"].isChecked()


def test_a_page_is_made_once(program: Program):
    first = program.window.page()
    program.window.navigate("decisions")
    assert program.window.page() is not first
    program.window.navigate("overview")
    assert program.window.page() is first


def test_a_page_asked_for_while_it_is_shown_begins_again(program: Program):
    program.window.navigate("meeting:3")
    shown = program.window.page()
    program.window.navigate("decisions")
    program.window.navigate("meetings")
    before = shown.beginnings
    QTest.keyClick(program.window, Qt.Key.Key_2, Qt.KeyboardModifier.ControlModifier)
    assert shown.beginnings == before + 1


def test_languages_without_a_catalogue_are_not_offered(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(menus.paths, "resource", tmp_path.joinpath)
    assert list(menus.languages()) == ["sv"]
    (tmp_path / "translations").mkdir()
    (tmp_path / "translations" / "en.po").touch()
    assert list(menus.languages()) == ["sv", "en"]


def test_a_target_opens_one_thing_on_its_page(program: Program):
    program.window.navigate("meeting:3")
    assert program.window.sidebar.buttons["meetings"].isChecked()
    assert program.window.page().targets == ["meeting:3"]


def test_the_keys_go_to_the_pages(program: Program):
    QTest.keyClick(program.window, Qt.Key.Key_3, Qt.KeyboardModifier.ControlModifier)
    assert program.window.sidebar.buttons["decisions"].isChecked()


def test_undo_and_redo_say_what_they_would_do(program: Program, workspace: FakeWorkspace):
    window = program.window
    assert not window.undo.isEnabled()
    workspace.do("Mötet flyttades", "meeting")
    assert window.undo.toolTip() == "Ångra: Mötet flyttades (Ctrl+Z)"
    window.undo.click()
    assert window.toast.text.text() == "Ångrade: Mötet flyttades"
    assert window.redo.isEnabled()
    QTest.keyClick(window, Qt.Key.Key_Y, Qt.KeyboardModifier.ControlModifier)
    assert workspace.done == ["Mötet flyttades"]


def test_what_was_done_can_be_undone_from_the_toast(program: Program, workspace: FakeWorkspace):
    workspace.do("Punkten lades till", "meeting")
    program.messages.say("Punkten lades till.", undo=True)
    program.window.toast.button.click()
    assert workspace.undone == ["Punkten lades till"]


def test_a_change_makes_the_page_read_again(program: Program, workspace: FakeWorkspace):
    before = program.window.page().reads
    workspace.do("Mötet flyttades", "meeting")
    assert program.window.page().reads == before + 1


def test_trouble_stands_until_another_page_is_shown(program: Program):
    program.messages.troubled.emit("Disken är full.")
    assert program.window.banner.isVisible()
    program.window.navigate("decisions")
    assert not program.window.banner.isVisible()


def test_a_bug_offers_its_report_to_copy(program: Program, qapp: QApplication):
    program.messages.bug("rapporten")
    program.window.banner.copy.click()
    assert qapp.clipboard().text() == "rapporten"


def test_the_box_finds_pages_commands_and_what_is_stored(program: Program):
    box = program.window.box
    QTest.keyClick(program.window, Qt.Key.Key_K, Qt.KeyboardModifier.ControlModifier)
    box.setFocus()
    type_text(box, "avvikelser")
    box.offer()
    labels = [box.list.model().index(row, 0).data() for row in range(box.list.model().rowCount())]
    assert labels == ["Avvikelser", "Beslut om avvikelser"]


def test_enter_in_the_box_goes_there(program: Program):
    box = program.window.box
    box.setFocus()
    type_text(box, "avvik")
    QTest.keyClick(box, Qt.Key.Key_Return)
    assert program.window.sidebar.buttons["deviations"].isChecked()
    assert box.text() == ""


def test_the_arrow_keys_choose_in_the_box(program: Program):
    box = program.window.box
    box.setFocus()
    type_text(box, "avvik")
    box.offer()
    QTest.keyClick(box, Qt.Key.Key_Down)
    QTest.keyClick(box, Qt.Key.Key_Return)
    assert program.window.page().targets == ["decision:3"]


def test_escape_leaves_the_box_for_the_page(program: Program):
    box = program.window.box
    box.setFocus()
    type_text(box, "x")
    box.offer()
    QTest.keyClick(box, Qt.Key.Key_Escape)
    assert not box.list.isVisible()
    assert box.text() == ""


def test_another_agreement_is_begun_from_anywhere(program: Program):
    assert "Nytt avtal…" in [each.label for each in program.window._offered()]


def test_the_commands_of_the_page_are_found_in_the_box(program: Program):
    box = program.window.box
    box.setFocus()
    type_text(box, "lägg till en")
    QTest.keyClick(box, Qt.Key.Key_Return)
    assert program.window.toast.text.text() == "Punkten lades till."


def test_another_year_is_chosen_at_the_foot_of_the_sidebar(program: Program):
    year = program.window.sidebar.foot.year
    assert [choice.text() for choice in year.menu().actions()] == ["2019/2020", "2018/2019"]
    year.menu().actions()[0].trigger()
    assert program.window.scope.period == "2019/2020"
    assert year.text().strip() == "2019/2020"


def test_only_what_there_is_to_choose_between_is_at_the_foot(program: Program):
    foot = program.window.sidebar.foot
    assert [each.isVisible() for each in (foot.agreement, foot.group, foot.year)] == [False, False, True]


def test_a_narrow_window_has_icons_alone_and_what_is_shown_in_a_menu(program: Program):
    window = program.window
    window.resize(860, 600)
    QApplication.processEvents()
    narrow, button = window.sidebar.width(), window.sidebar.buttons["decisions"]
    assert not window.sidebar.foot.isVisible()
    assert button.toolButtonStyle() is Qt.ToolButtonStyle.ToolButtonIconOnly
    assert button.accessibleName() == "Beslut"
    (year,) = window.sidebar.shown.menu().actions()
    year.trigger()
    assert window.scope.period == "2019/2020"
    window.resize(1280, 760)
    QApplication.processEvents()
    assert window.sidebar.width() > 2 * narrow
    assert window.sidebar.foot.isVisible()


@pytest.fixture
def second(program: Program, archives: FakeArchives, workspace: FakeWorkspace) -> FakeScope:
    """Adopt a second agreement, with a long title and two groups."""
    title = "Överenskommelse mellan kommunen, polisen och regionen om barn och unga"
    made = FakeScope(2, "två", title, ((2, "Styrgruppen"), (3, "Två plus två")), ("2018", "2019"), "2018")
    archives.agreements = (*archives.agreements, made)
    workspace.do("Avtalet lades in", "agreement")
    return made


def test_another_agreement_is_chosen_at_the_foot_and_the_page_reads_anew(program: Program, second: FakeScope):
    foot, page = program.window.sidebar.foot, program.window.page()
    assert [choice.text() for choice in foot.agreement.menu().actions()][1] == second.title
    before = page.reads
    foot.agreement.menu().actions()[1].trigger()
    assert program.window.scope.agreement_id == 2
    assert page.reads == before + 1
    assert foot.year.text().strip() == "2018"
    assert [choice.text() for choice in foot.group.menu().actions()] == [
        "Alla grupper", "Styrgruppen", "Två plus två",
    ]  # fmt: skip


def test_a_title_that_does_not_fit_is_cut_and_told_in_full(program: Program, second: FakeScope):
    program.window.scope.choose_agreement(2)
    agreement = program.window.sidebar.foot.agreement
    assert "…" in agreement.text()
    assert second.title in agreement.toolTip()
    assert agreement.accessibleName() == f"Avtal: {second.title}"


def test_agreements_groups_and_years_are_chosen_in_the_box_too(program: Program, second: FakeScope):
    box = program.window.box
    for written, chosen in (
        ("byt till avtalet över", (2, None, "2018")),
        ("visa gruppen två", (2, 3, "2018")),
        ("visa året 2019", (2, 3, "2019")),
        ("visa alla grupper", (2, None, "2019")),
    ):
        box.setFocus()
        type_text(box, written)
        QTest.keyClick(box, Qt.Key.Key_Return)
        scope = program.window.scope
        assert (scope.agreement_id, scope.group_id, scope.period) == chosen


def test_a_place_in_another_agreement_is_shown_in_that_agreement(
    program: Program, archives: FakeArchives, second: FakeScope
):
    archives.places["decision:7"] = FakePlace(2, 3, "2019")
    program.window.navigate("decision:7")
    assert (program.window.scope.agreement_id, program.window.scope.period) == (2, "2019")
    assert program.window.sidebar.buttons["decisions"].isChecked()


def test_what_is_shown_is_remembered_of_each_archive(
    program: Program, archives: FakeArchives, second: FakeScope
):
    program.window.scope.choose_agreement(2)
    program.window.scope.choose_group(3)
    program.opening.open(archives.folder / "annat.samverkan")
    assert program.window.scope.agreement_id == 1
    program.opening.open(archives.own())
    assert (program.window.scope.agreement_id, program.window.scope.group_id) == (2, 3)


@pytest.mark.parametrize(
    ("day", "away"), [(date(2018, 11, 17), None), (date(2018, 11, 18), date(2018, 8, 20))]
)
def test_a_long_absence_is_told_to_the_pages(
    program: Program, archives: FakeArchives, day: date, away: date | None
):
    program.opening.open(archives.folder / "annat.samverkan")
    archives.today = day
    program.opening.open(archives.own())
    context = program.window.context
    assert context is not None
    assert context.away_since == away


def test_no_two_commands_share_keys(program: Program):
    keys = [
        shortcut.toString()
        for action in program.window.findChildren(QAction)
        for shortcut in action.shortcuts()
        if not shortcut.isEmpty() and action.parent() is program.window
    ]
    assert len(keys) == len(set(keys))


def test_every_control_has_a_name_that_can_be_read_aloud(program: Program):
    kinds = (QAbstractButton, QLineEdit, QPlainTextEdit, QComboBox, QSpinBox)
    nameless = [
        f"{type(widget).__name__} {widget.objectName()} in {widget.parent()}"
        for kind in kinds
        for widget in program.window.findChildren(kind)
        if widget.isVisible()
        and not widget.objectName().startswith("qt_")
        and not QAccessible.queryAccessibleInterface(widget).text(QAccessible.Text.Name)
    ]
    assert nameless == []


def test_background_work_shows_how_far_it_has_come(program: Program, qtbot: QtBot):
    program.window.tasks.started.emit("Skapar PDF")
    program.window.tasks.progressed.emit(2, 5, "sida 2")
    assert program.window.work.text.text() == "Skapar PDF: sida 2"
    assert program.window.work.bar.value() == 2
    program.window.tasks.idle.emit()
    assert not program.window.work.isVisible()


def test_closing_the_window_closes_the_archive_and_remembers_where_it_stood(
    program: Program, workspace: FakeWorkspace
):
    from samverkan_desktop import settings

    program.window.close()
    assert workspace.closed
    assert settings.load().geometry
