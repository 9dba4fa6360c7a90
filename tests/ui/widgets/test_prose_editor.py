"""The editor of notes: Markdown in and out, keys and signs that mark up, tables filled in with Tab."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent, QTextCursor, QTextDocument
from PySide6.QtWidgets import QApplication, QLineEdit, QToolButton, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from samverkan_desktop import prose
from samverkan_desktop.ui.theme import Look, Theme
from samverkan_desktop.ui.widgets import prose_document
from samverkan_desktop.ui.widgets.prose_editor import ProseEditor
from samverkan_desktop.ui.widgets.prose_tools import ProseTools
from tests.ui import hands

CONTROL = Qt.KeyboardModifier.ControlModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier
ALT = Qt.KeyboardModifier.AltModifier
WHOLE = """# Stort

Läget **just nu** och *framåt*, ***båda***.
En rad till.

- ett
- två
  1. inuti
  2. en till
- tre

1. först
2. sedan

4. fyra

## Tabell

| Enhet | Antal |
| --- | --- |
| Förskola | **12** |
|  | 2019-03-26 |

### Till sist

Slut."""


@pytest.fixture
def editor(shown: Callable[[QWidget], QWidget]) -> ProseEditor:
    made = ProseEditor()
    made.resize(600, 400)
    shown(made)
    made.setFocus()
    return made


def press(editor: ProseEditor, key: Qt.Key, modifiers: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier):
    for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
        QApplication.sendEvent(editor, QKeyEvent(kind, key, modifiers, ""))


@pytest.mark.parametrize("look", [Look.LIGHT, Look.DARK])
def test_everything_is_shown_and_read_back_as_it_was(editor: ProseEditor, theme: Theme, look: Look):
    theme.wear(look)
    editor.show_text(WHOLE)
    assert editor.value() == WHOLE
    assert prose.write(prose_document.read(editor.document())) == WHOLE
    hands.picture(editor, f"prose-{look}")


def test_what_is_only_shown_stays_as_it_was_given(editor: ProseEditor):
    editor.show_text("Ett\n\n\nTvå * tre\n")
    assert editor.value() == "Ett\n\n\nTvå * tre\n"
    hands.type_text(editor, "!")
    assert editor.value() == "Ett\nTvå \\* tre!"


def test_what_is_typed_is_plain_text(editor: ProseEditor):
    hands.type_text(editor, "# nej\n*åäö*\n1) ja")
    assert prose.plain(editor.value()) == "nej\n*åäö*\n1) ja"


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        ("- ett\ntvå\n\nslut", "- ett\n- två\n\nslut"),
        ("1. ett\ntvå\n\nslut", "1. ett\n2. två\n\nslut"),
        ("3. tre\nfyra", "3. tre\n4. fyra"),
        ("## Rubrik\ntext", "## Rubrik\n\ntext"),
        ("2018 - ett", "2018 - ett"),
    ],
)
def test_signs_at_the_beginning_of_a_line_mark_it_up(editor: ProseEditor, typed: str, kept: str):
    hands.type_text(editor, typed)
    assert editor.value() == kept


def test_ctrl_b_and_ctrl_i_mark_what_is_written_next(editor: ProseEditor):
    hands.type_text(editor, "Ett ")
    press(editor, Qt.Key.Key_B, CONTROL)
    hands.type_text(editor, "två")
    press(editor, Qt.Key.Key_B, CONTROL)
    press(editor, Qt.Key.Key_I, CONTROL)
    hands.type_text(editor, " tre")
    assert editor.value() == "Ett **två** *tre*"


def test_ctrl_b_marks_what_is_selected_and_takes_it_back(editor: ProseEditor):
    editor.show_text("Ett två")
    editor.selectAll()
    press(editor, Qt.Key.Key_B, CONTROL)
    assert editor.value() == "**Ett två**"
    press(editor, Qt.Key.Key_B, CONTROL)
    assert editor.value() == "Ett två"


@pytest.mark.parametrize(
    ("key", "modifiers", "kept"),
    [
        (Qt.Key.Key_7, CONTROL | SHIFT, "1. Ett\n2. **Två**"),
        (Qt.Key.Key_Slash, CONTROL | SHIFT, "1. Ett\n2. **Två**"),
        (Qt.Key.Key_8, CONTROL | SHIFT, "- Ett\n- **Två**"),
        (Qt.Key.Key_ParenLeft, CONTROL | SHIFT, "- Ett\n- **Två**"),
        (Qt.Key.Key_1, CONTROL | ALT, "# Ett\n\n# Två"),
        (Qt.Key.Key_2, CONTROL | ALT, "## Ett\n\n## Två"),
    ],
)
def test_keys_make_lists_and_headings_and_paragraphs_again(
    editor: ProseEditor, key: Qt.Key, modifiers: Qt.KeyboardModifier, kept: str
):
    editor.show_text("Ett\n**Två**")
    editor.selectAll()
    press(editor, key, modifiers)
    assert editor.value() == kept
    press(editor, key, modifiers)
    assert prose.plain(editor.value()) == "Ett\nTvå"
    assert "#" not in editor.value() and "1." not in editor.value() and "-" not in editor.value()


def test_one_kind_of_list_becomes_the_other(editor: ProseEditor):
    editor.show_text("- ett\n- två")
    editor.selectAll()
    press(editor, Qt.Key.Key_7, CONTROL | SHIFT)
    assert editor.value() == "1. ett\n2. två"


def test_tab_puts_a_line_under_the_one_above_and_shift_tab_takes_it_out(editor: ProseEditor):
    hands.type_text(editor, "- ett\ntvå\ntre")
    press(editor, Qt.Key.Key_Tab)
    assert editor.value() == "- ett\n- två\n  - tre"
    press(editor, Qt.Key.Key_Backtab, SHIFT)
    assert editor.value() == "- ett\n- två\n- tre"


def test_the_first_line_of_a_list_stands_under_nothing(editor: ProseEditor):
    hands.type_text(editor, "- ett")
    press(editor, Qt.Key.Key_Tab)
    assert editor.value() == "- ett"


def test_enter_in_an_empty_line_goes_out_of_the_list_one_level_at_a_time(editor: ProseEditor):
    hands.type_text(editor, "- ett\ntvå")
    press(editor, Qt.Key.Key_Tab)
    hands.type_text(editor, "\n\ntre\n\nslut")
    assert editor.value() == "- ett\n  - två\n- tre\n\nslut"


def test_backspace_at_the_beginning_takes_the_markup_away(editor: ProseEditor):
    editor.show_text("- ett")
    editor.moveCursor(QTextCursor.MoveOperation.StartOfBlock)
    press(editor, Qt.Key.Key_Backspace)
    assert editor.value() == "ett"


def test_tab_elsewhere_leaves_the_editor(qtbot: QtBot, shown: Callable[[QWidget], QWidget]):
    window = QWidget()
    column = QVBoxLayout(window)
    editor, after = ProseEditor(), QLineEdit()
    column.addWidget(editor)
    column.addWidget(after)
    shown(window)
    window.activateWindow()
    editor.setFocus()
    hands.type_text(editor, "Text")
    press(editor, Qt.Key.Key_Tab)
    assert after.hasFocus()


def test_escape_leaves_the_editor_where_tab_means_something(
    qtbot: QtBot, shown: Callable[[QWidget], QWidget]
):
    window = QWidget()
    column = QVBoxLayout(window)
    editor, after = ProseEditor(), QLineEdit()
    column.addWidget(editor)
    column.addWidget(after)
    shown(window)
    window.activateWindow()
    editor.setFocus()
    hands.type_text(editor, "- ett")
    press(editor, Qt.Key.Key_Escape)
    assert after.hasFocus()
    assert editor.value() == "- ett"


def test_a_table_is_filled_in_with_tab_and_grows_by_it(editor: ProseEditor):
    hands.type_text(editor, "Före")
    editor.tables.insert(2, 2)
    for word in ("A", "B", "1", "2", "3", "4"):
        hands.type_text(editor, word)
        press(editor, Qt.Key.Key_Tab)
    assert editor.value() == "Före\n\n| A | B |\n| --- | --- |\n| 1 | 2 |\n| 3 | 4 |\n|  |  |"


def test_enter_goes_down_in_a_table_and_out_of_it(editor: ProseEditor):
    editor.tables.insert(2, 1)
    hands.type_text(editor, "A\nett\nefter")
    assert editor.value() == "| A |\n| --- |\n| ett |\n\nefter"


def test_a_table_is_removed(editor: ProseEditor):
    editor.show_text("Före\n\n| a |\n| --- |\n| b |\n\nEfter")
    editor.find("b", QTextDocument.FindFlag.FindBackward)
    editor.tables.remove()
    assert editor.value() == "Före\nEfter"


def test_another_text_leaves_the_cursor_where_it_differs(editor: ProseEditor):
    editor.show_text("Mötet genast öppnas\n- ett")
    editor.show_text("Mötet öppnas\n- ett")
    assert editor.textCursor().position() == len("Mötet ")


def test_the_cursor_stays_where_only_the_markup_differs(editor: ProseEditor):
    editor.show_text("Ett **två**\n- tre")
    cursor = editor.textCursor()
    cursor.setPosition(5)
    editor.setTextCursor(cursor)
    editor.show_text("Ett två\n- tre")
    assert editor.textCursor().position() == 5


def test_a_key_in_a_long_text_turns_nothing_into_markdown(
    editor: ProseEditor, monkeypatch: pytest.MonkeyPatch
):
    editor.show_text("Frågan **föredrogs** och diskuterades utifrån underlaget.\n" * 1700)
    monkeypatch.setattr(prose_document, "read", lambda _document: pytest.fail("the whole text was read"))
    editor.moveCursor(QTextCursor.MoveOperation.End)
    hands.type_text(editor, "abc")


@pytest.fixture
def tools(editor: ProseEditor, shown: Callable[[QWidget], QWidget]) -> ProseTools:
    return shown(ProseTools(editor))  # type: ignore[return-value]


def test_every_button_has_a_name_and_does_what_it_says(editor: ProseEditor, tools: ProseTools):
    buttons = tools.findChildren(QToolButton)
    assert all(button.accessibleName() and button.toolTip() for button in buttons)
    editor.show_text("Ord")
    for button, kept in (
        (tools.larger, "# Ord"),
        (tools.smaller, "## Ord"),
        (tools.bullets, "- Ord"),
        (tools.numbers, "1. Ord"),
        (tools.numbers, "Ord"),
    ):
        button.click()
        assert editor.value() == kept
    editor.selectAll()
    tools.bold.click()
    tools.italic.click()
    assert editor.value() == "***Ord***"


def test_buttons_show_how_the_words_at_the_cursor_are_marked(editor: ProseEditor, tools: ProseTools):
    shown = (tools.bold, tools.bullets, tools.larger)
    editor.show_text("- **fet**\n\n# Rubrik")
    editor.moveCursor(QTextCursor.MoveOperation.Start)
    editor.moveCursor(QTextCursor.MoveOperation.Right)
    assert [each.isChecked() for each in shown] == [True, True, False]
    editor.moveCursor(QTextCursor.MoveOperation.End)
    assert [each.isChecked() for each in shown] == [False, False, True]


def test_tables_are_made_and_changed_from_the_menu(editor: ProseEditor, tools: ProseTools):
    def choose(text: str) -> None:
        tools.table.menu().aboutToShow.emit()
        next(each for each in tools.table.menu().actions() if each.text() == text).trigger()

    choose("Infoga tabell")
    hands.type_text(editor, "A")
    assert editor.value() == "| A |  |  |\n| --- | --- | --- |\n|  |  |  |\n|  |  |  |"
    choose("Lägg till kolumn")
    choose("Ta bort raden")
    hands.type_text(editor, "B")
    assert editor.value().startswith("| ")
    assert editor.value().splitlines()[1] == "| --- | --- | --- | --- |"
    choose("Ta bort tabellen")
    assert editor.value() == ""


def test_nothing_is_marked_up_where_nothing_may_be_written(editor: ProseEditor, tools: ProseTools):
    editor.show_text("Ord")
    editor.setReadOnly(True)
    tools.bullets.click()
    press(editor, Qt.Key.Key_7, CONTROL | SHIFT)
    assert editor.value() == "Ord"
