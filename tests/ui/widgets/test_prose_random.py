"""Whatever is done in the editor of notes, it tells what stands in it, and shows what it told."""

from collections.abc import Callable
from random import Random

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent, QTextCursor
from PySide6.QtWidgets import QApplication, QWidget

from samverkan_desktop import prose
from samverkan_desktop.prose_blocks import in_order
from samverkan_desktop.ui.widgets import prose_document, prose_paste
from samverkan_desktop.ui.widgets.prose_editor import ProseEditor
from tests.ui import hands
from tests.ui.widgets.test_prose_editor import ALT, CONTROL, SHIFT, WHOLE

_NONE = Qt.KeyboardModifier.NoModifier
_KEYS = [
    (Qt.Key.Key_B, CONTROL),
    (Qt.Key.Key_I, CONTROL),
    (Qt.Key.Key_7, CONTROL | SHIFT),
    (Qt.Key.Key_8, CONTROL | SHIFT),
    (Qt.Key.Key_1, CONTROL | ALT),
    (Qt.Key.Key_Tab, _NONE),
    (Qt.Key.Key_Backtab, SHIFT),
    (Qt.Key.Key_Return, _NONE),
    (Qt.Key.Key_Backspace, _NONE),
    (Qt.Key.Key_Delete, _NONE),
]
_TEXTS = ["ord ", "- ", "1. ", "## ", "*", "|", "å", "😀", "\n", "\n\n"]
_PASTED = ["<p>en</p><p><b>två</b></p>", "<ul><li>a<ul><li>b</ul></ul>", "<table><tr><td>1<td>2</table>", "x"]


def do_anything(editor: ProseEditor, chance: Random) -> None:
    match chance.randint(1, 8):
        case 1 | 2:
            hands.type_text(editor, chance.choice(_TEXTS))
        case 3 | 4:
            key, modifiers = chance.choice(_KEYS)
            for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
                QApplication.sendEvent(editor, QKeyEvent(kind, key, modifiers, ""))
        case 5 | 6:
            cursor = editor.textCursor()
            last = editor.document().characterCount() - 1
            cursor.setPosition(chance.randint(0, last))
            if chance.random() < 0.5:
                cursor.setPosition(chance.randint(0, last), QTextCursor.MoveMode.KeepAnchor)
            editor.setTextCursor(cursor)
        case 7:
            editor.insert(prose_paste.from_html(chance.choice(_PASTED)))
        case 8:
            tables = editor.tables
            done = [tables.insert, tables.add_row, tables.add_column, tables.remove_row, tables.remove]
            chance.choice(done)()


@pytest.mark.parametrize("seed", range(12))
def test_what_is_told_is_what_stands_there(shown: Callable[[QWidget], QWidget], seed: int):
    chance = Random(seed)  # noqa: S311  no secret
    editor = ProseEditor()
    shown(editor)
    editor.show_text(chance.choice(["", WHOLE]))
    editor.setFocus()
    for _ in range(60):
        do_anything(editor, chance)
        told = editor.value()
        if told != WHOLE:
            blocks = prose_document.read(editor.document())
            assert told == prose.write(blocks)
            assert in_order(blocks) == blocks == prose.parse(told)
    told = editor.value()
    editor.show_text("")
    editor.show_text(told)
    hands.type_text(editor, " ")
    assert prose.parse(editor.value()) == prose.parse(told)
