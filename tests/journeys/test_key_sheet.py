"""The key sheet tells every key that does something, and only those; it is searched as one types."""

import ast
from collections.abc import Callable
from datetime import date
from pathlib import Path
from shutil import copy

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from samverkan_desktop.services import demo
from samverkan_desktop.ui import key_sheet
from samverkan_desktop.ui.key_sheet import KeyRow, KeySheet
from tests.journeys.tree import faults
from tests.journeys.user import User
from tests.ui.hands import ROOT, picture, type_text

Start = Callable[[Path | None], User]
UI = ROOT / "samverkan_desktop" / "ui"
#: Keys that are named for another reason than that the module's own widget takes them: they are left to
#: commands, or take away a letter as anywhere.
OTHERWISE = {
    "notes_editor.py": {
        "Key_D",
        "Key_U",
        "Key_T",
        "Key_Up",
        "Key_Down",
        "Key_Z",
        "Key_Y",
    },
    "phrase_list.py": {"Key_Backspace"},
}
#: Other names for a key that is told.
SAME = {"Key_Enter": "Key_Return", "Key_Backtab": "Key_Tab", "Key_Slash": "Key_7", "Key_ParenLeft": "Key_8"}


@pytest.fixture
def user(start: Start, example: Path, tmp_path: Path) -> User:
    user = start(Path(copy(example / demo.ARCHIVE, tmp_path)))
    user.it_is(date(2019, 6, 10))
    return user


def told_in(tree: ast.Module) -> set[str]:
    """Return the keys that the widgets of a module tell in ``KEYS``, as Qt names them."""
    said: set[str] = set()
    for node in ast.walk(tree):
        match node:
            case (
                ast.Assign(targets=[ast.Name(id="KEYS")], value=ast.Tuple(elts=pairs))
                | ast.AnnAssign(target=ast.Name(id="KEYS"), value=ast.Tuple(elts=pairs))
            ):
                keys = [pair.elts[0] for pair in pairs if isinstance(pair, ast.Tuple)]
                said |= {str(each.value) for each in keys if isinstance(each, ast.Constant)}
    return {QKeySequence(one)[0].key().name for each in said for one in each.split(", ")}


def taken_in(tree: ast.Module) -> set[str]:
    """Return the keys that a module names, as Qt names them."""
    names = {node.attr for node in ast.walk(tree) if isinstance(node, ast.Attribute)}
    return {SAME.get(name, name) for name in names if name.startswith("Key_")}


MODULES = [path for path in sorted(UI.rglob("*.py")) if "Key_" in path.read_text(encoding="utf-8")]


@pytest.mark.parametrize("path", MODULES, ids=lambda path: path.stem)
def test_a_widget_that_takes_keys_itself_tells_each_and_no_other(path: Path):
    tree = ast.parse(path.read_text(encoding="utf-8"))
    assert told_in(tree) == taken_in(tree) - OTHERWISE.get(path.name, set())


@pytest.mark.journey
def test_the_sheet_tells_the_keys_of_menus_pages_and_widgets(user: User):
    told = key_sheet.rows(user.window)
    for row in (
        KeyRow("Överallt", "Ctrl+K", "Sök eller gå till"),
        KeyRow("Överallt", "F1", "Tangenter"),
        KeyRow("Möten", "Ctrl+D", "Gör raden till ett beslut"),
        KeyRow("Möten", "N", "Notera närvarande"),
    ):
        assert row in told
    assert len({(row.place, row.keys, row.does) for row in told}) == len(told)


@pytest.mark.journey
def test_a_new_command_is_on_the_sheet_by_itself(user: User):
    user.window.menuBar().actions()[0].menu().addAction("Prova").setShortcut("Ctrl+Alt+P")
    assert KeyRow("Överallt", "Ctrl+Alt+P", "Prova") in key_sheet.rows(user.window)


@pytest.mark.journey
def test_no_key_does_two_things_at_one_place(user: User):
    told = [row for row in key_sheet.rows(user.window) if "+" in row.keys or row.keys.startswith("F")]
    everywhere = {row.keys: row.does for row in told if row.place == "Överallt"}
    assert [row for row in told if row.place != "Överallt" and row.keys in everywhere] == []


def test_the_sheet_is_opened_by_key_searched_and_left(user: User):
    QTest.keyClick(user.window, Qt.Key.Key_F1)
    (sheet,) = user.window.findChildren(KeySheet)
    assert faults(sheet) == []
    type_text(sheet.table.filter, "projektor")
    assert {sheet.table.view.model().index(row, 0).data() for row in range(2)} == {"F5", "Esc, F5"}
    sheet.table.clear_filter()
    picture(sheet, "key-sheet")
    QTest.keyClick(sheet, Qt.Key.Key_Escape)
    QApplication.processEvents()
    assert not user.window.findChildren(KeySheet)


def test_without_an_archive_the_sheet_tells_the_menus(start: Start):
    user = start(None)
    assert {row.place for row in key_sheet.rows(user.window)} == {"Överallt"}
