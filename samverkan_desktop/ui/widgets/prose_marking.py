"""What can be done to notes where the cursor stands: bold, italic, headings."""

from PySide6.QtGui import QTextBlock, QTextCharFormat, QTextCursor
from PySide6.QtWidgets import QTextEdit

from samverkan_desktop.ui.widgets import prose_document
from samverkan_desktop.ui.widgets.prose_document import block_format, char_format

_MOVE = QTextCursor.MoveOperation
_KEEP = QTextCursor.MoveMode.KeepAnchor


class Marking:
    """Marks up the text of an editor.

    Args:
        editor: the editor.
    """

    def __init__(self, editor: QTextEdit) -> None:
        self._editor = editor

    @property
    def cursor(self) -> QTextCursor:
        """The editor's cursor, as a copy."""
        return self._editor.textCursor()

    def put(self, cursor: QTextCursor) -> None:
        """Let the editor's cursor stand somewhere else."""
        self._editor.setTextCursor(cursor)

    def is_bold(self) -> bool:
        """Return whether what is written here becomes bold."""
        return self._editor.currentCharFormat().fontWeight() >= prose_document.BOLD

    def is_italic(self) -> bool:
        """Return whether what is written here becomes italic."""
        return self._editor.currentCharFormat().fontItalic()

    def level(self) -> int:
        """Return the level of the heading here; 0 where there is none."""
        return self.cursor.blockFormat().headingLevel()

    def bold(self) -> None:
        """Make what is selected, or what is written next, bold; or no longer so."""
        if not self.level():
            self._merge(bold=not self.is_bold())

    def italic(self) -> None:
        """Make what is selected, or what is written next, italic; or no longer so."""
        self._merge(italic=not self.is_italic())

    def _merge(self, *, bold: bool | None = None, italic: bool | None = None) -> None:
        look = QTextCharFormat()
        if bold is not None:
            look.setFontWeight(char_format(bold=bold).fontWeight())
        if italic is not None:
            look.setFontItalic(italic)
        self._editor.mergeCurrentCharFormat(look)

    def heading(self, level: int) -> None:
        """Make the lines chosen headings of a level; paragraphs where they are that already."""
        if self.cursor.currentTable() is not None:
            return
        wanted = 0 if self.level() == level else level
        cursor = self.cursor
        cursor.beginEditBlock()
        for block in self.chosen():
            self.become(block, wanted)
        cursor.endEditBlock()
        self._editor.setCurrentCharFormat(char_format(wanted))

    def become(self, block: QTextBlock, level: int) -> None:
        """Make a block a heading of a level, or a paragraph, and no line of a list."""
        runs = prose_document.runs_of(block)
        lines = block.textList()
        if lines is not None:
            lines.remove(block)
        cursor = QTextCursor(block)
        cursor.setBlockFormat(block_format(level))
        cursor.setBlockCharFormat(char_format(level))
        cursor.movePosition(_MOVE.EndOfBlock, _KEEP)
        if runs:
            prose_document.insert_runs(cursor, runs, level)

    def plain(self) -> None:
        """Make the line a paragraph."""
        cursor = self.cursor
        place = cursor.positionInBlock()
        self.become(cursor.block(), 0)
        cursor.setPosition(cursor.block().position() + place)
        self.put(cursor)
        self._editor.setCurrentCharFormat(char_format())

    def chosen(self) -> list[QTextBlock]:
        """Return the lines that are selected, or the one that the cursor stands in."""
        cursor = self.cursor
        document = self._editor.document()
        block, last = document.findBlock(cursor.selectionStart()), cursor.selectionEnd()
        chosen = []
        while block.isValid() and block.position() <= last:
            chosen.append(block)
            block = block.next()
        return chosen
