"""The keys of an editor of notes, and the signs that become lists and headings while one writes."""

import re
from collections.abc import Callable
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent, QTextCursor

from samverkan_desktop.i18n import mark
from samverkan_desktop.ui.widgets.prose_list_marking import ListMarking
from samverkan_desktop.ui.widgets.prose_marking import Marking
from samverkan_desktop.ui.widgets.prose_table_marking import TableMarking

_CONTROL = Qt.KeyboardModifier.ControlModifier
_SHIFT = Qt.KeyboardModifier.ShiftModifier
_ALT = Qt.KeyboardModifier.AltModifier
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
_NUMBER = re.compile(r"([1-9][0-9]{0,2})\. ")
_HEADINGS = {"# ": 1, "## ": 2, "### ": 3}


class ProseKeys:
    """What keys do to the text that is marked up.

    Args:
        marking: marks up the editor.
        lists: changes its lists.
        tables: changes its tables.
    """

    #: Told on the key sheet.
    KEYS = (
        ("Ctrl+B", mark("Fet stil i anteckningarna")),
        ("Ctrl+I", mark("Kursiv stil i anteckningarna")),
        ("Ctrl+Shift+7", mark("Numrerad lista i anteckningarna")),
        ("Ctrl+Shift+8", mark("Punktlista i anteckningarna")),
        ("Ctrl+Alt+1", mark("Rubrik i anteckningarna")),
        ("Ctrl+Alt+2", mark("Underrubrik i anteckningarna")),
        ("Tab, Shift+Tab", mark("Flytta listans rad in eller ut, eller gå till nästa ruta i tabellen")),
        ("Return", mark("Gå vidare i listan eller tabellen")),
        ("Backspace", mark("Lämna listan eller rubriken i radens början")),
    )

    def __init__(self, marking: Marking, lists: ListMarking, tables: TableMarking) -> None:
        self._marking, self._lists, self._tables = marking, lists, tables
        numbered = partial(lists.make, numbered=True)
        bulleted = partial(lists.make, numbered=False)
        #: With shift, the key of a digit is that of the sign above it, which differs between keyboards.
        self._commands: dict[tuple[Qt.KeyboardModifier, Qt.Key], Callable[[], object]] = {
            (_CONTROL, Qt.Key.Key_B): marking.bold,
            (_CONTROL, Qt.Key.Key_I): marking.italic,
            **{(_CONTROL | _SHIFT, key): numbered for key in (Qt.Key.Key_7, Qt.Key.Key_Slash)},
            **{(_CONTROL | _SHIFT, key): bulleted for key in (Qt.Key.Key_8, Qt.Key.Key_ParenLeft)},
            (_CONTROL | _ALT, Qt.Key.Key_1): partial(marking.heading, 1),
            (_CONTROL | _ALT, Qt.Key.Key_2): partial(marking.heading, 2),
        }

    def takes_tab(self) -> bool:
        """Return whether Tab means something where the cursor stands."""
        cursor = self._marking.cursor
        return cursor.currentTable() is not None or cursor.currentList() is not None

    def is_command(self, event: QKeyEvent) -> bool:
        """Return whether a key with those held beside it marks something up."""
        return (event.modifiers(), event.key()) in self._commands

    def pressed(self, event: QKeyEvent) -> bool:
        """Do what a key means; returns whether it means anything but what it writes."""
        if self.is_command(event):
            self._commands[event.modifiers(), Qt.Key(event.key())]()
            return True
        key = event.key()
        if key in (Qt.Key.Key_Tab, Qt.Key.Key_Backtab):
            return self._tab(forward=key == Qt.Key.Key_Tab)
        if key in _ENTER and not event.modifiers() & _CONTROL:
            return self._enter()
        return key == Qt.Key.Key_Backspace and self._backspace()

    def _tab(self, *, forward: bool) -> bool:
        if self._marking.cursor.currentTable() is not None:
            self._tables.step(forward=forward)
        elif self._marking.cursor.currentList() is not None:
            self._lists.nest(deeper=forward)
        return True

    def _enter(self) -> bool:
        cursor = self._marking.cursor
        if cursor.currentTable() is not None:
            self._tables.below()
        elif cursor.currentList() is not None and not cursor.block().text():
            self._lists.end()
        else:
            level = self._marking.level()
            cursor.insertBlock()
            self._marking.put(cursor)
            if level and cursor.atBlockEnd():
                self._marking.plain()
        return True

    def _backspace(self) -> bool:
        cursor = self._marking.cursor
        if cursor.hasSelection() or not cursor.atBlockStart() or cursor.currentTable() is not None:
            return False
        if cursor.currentList() is not None:
            self._lists.end()
        elif self._marking.level():
            self._marking.plain()
        else:
            return False
        return True

    def written(self, text: str) -> None:
        """Make a list or a heading of the sign that has just been finished by a blank."""
        cursor = self._marking.cursor
        if text != " " or cursor.currentList() is not None or cursor.currentTable() is not None:
            return
        sign = cursor.block().text()[: cursor.positionInBlock()]
        if sign == "- " or _NUMBER.fullmatch(sign):
            self._take_away(sign)
            self._lists.make(numbered=sign != "- ")
            self._begin_at(sign)
        elif sign in _HEADINGS and not self._marking.level():
            self._take_away(sign)
            self._marking.heading(_HEADINGS[sign])

    def _begin_at(self, sign: str) -> None:
        number = _NUMBER.fullmatch(sign)
        lines = self._marking.cursor.currentList()
        if number and lines is not None and lines.count() == 1:
            look = lines.format()
            look.setStart(int(number[1]))
            lines.setFormat(look)

    def _take_away(self, sign: str) -> None:
        cursor = self._marking.cursor
        cursor.movePosition(QTextCursor.MoveOperation.StartOfBlock)
        cursor.movePosition(QTextCursor.MoveOperation.Right, QTextCursor.MoveMode.KeepAnchor, len(sign))
        cursor.removeSelectedText()
        self._marking.put(cursor)
