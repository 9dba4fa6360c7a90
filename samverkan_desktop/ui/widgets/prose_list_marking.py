"""What can be done to lists in notes: made of lines, put under one another, ended."""

from PySide6.QtGui import QTextBlock, QTextCursor, QTextList

from samverkan_desktop.ui.widgets import prose_document
from samverkan_desktop.ui.widgets.prose_document import list_format
from samverkan_desktop.ui.widgets.prose_marking import Marking


class ListMarking:
    """Changes the lists where the cursor of an editor stands.

    Args:
        marking: marks up the editor.
    """

    def __init__(self, marking: Marking) -> None:
        self._marking = marking

    def kind(self) -> bool | None:
        """Return whether the list here is numbered; None where there is none."""
        lines = self._marking.cursor.currentList()
        return None if lines is None else prose_document.is_numbered(lines)

    def make(self, *, numbered: bool) -> None:
        """Make the lines chosen a list; paragraphs where they are such a list already."""
        cursor = self._marking.cursor
        if cursor.currentTable() is not None:
            return
        chosen = self._marking.chosen()
        lines = cursor.currentList()
        undone = lines is not None and prose_document.is_numbered(lines) == numbered
        cursor.beginEditBlock()
        made = None
        for block in chosen:
            if undone or block.blockFormat().headingLevel() or block.textList() is not None:
                self._marking.become(block, 0)
            if undone:
                continue
            if made is None:
                made = self._list_before(block, numbered=numbered)
            if made is None:
                made = QTextCursor(block).createList(list_format(numbered=numbered))
            else:
                made.add(block)
        cursor.endEditBlock()

    def _list_before(self, block: QTextBlock, *, numbered: bool) -> QTextList | None:
        before = block.previous()
        lines = before.textList() if before.isValid() else None
        if lines is None or prose_document.is_nested(lines):
            return None
        return lines if prose_document.is_numbered(lines) == numbered else None

    def nest(self, *, deeper: bool) -> None:
        """Put the line of a list under the one above, or out again."""
        block = self._marking.cursor.block()
        lines = block.textList()
        if lines is None or prose_document.is_nested(lines) == deeper:
            return
        numbered = prose_document.is_numbered(lines)
        above = block.previous()
        while (other := above.textList()) is not None:
            if prose_document.is_nested(other) == deeper and (
                not deeper or prose_document.is_numbered(other) == numbered
            ):
                other.add(block)
                return
            if deeper and not prose_document.is_nested(other):
                break
            above = above.previous()
        if deeper and not (block.previous().isValid() and block.previous().textList() is not None):
            return
        QTextCursor(block).createList(list_format(numbered=numbered, nested=deeper))

    def end(self) -> None:
        """Let the line be no more a line of its list: of the one around it, or a paragraph."""
        lines = self._marking.cursor.currentList()
        if lines is not None and prose_document.is_nested(lines):
            self.nest(deeper=False)
        else:
            self._marking.plain()
