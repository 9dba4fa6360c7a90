"""The handbook: a short chapter for each place in the program, opened where one stands (Shift+F1)."""

from pathlib import Path

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import (
    QFont,
    QKeyEvent,
    QTextBlock,
    QTextBlockFormat,
    QTextCharFormat,
    QTextCursor,
    QTextDocument,
    QTextFormat,
)
from PySide6.QtWidgets import QHBoxLayout, QListWidget, QTextBrowser, QVBoxLayout, QWidget

from samverkan_desktop import paths
from samverkan_desktop.i18n import SOURCE_LANGUAGE, current_language, mark, tr
from samverkan_desktop.ui import theme
from samverkan_desktop.ui.widgets.fields import TextField

#: Its chapters, in the order one reads them; each is a file of Markdown that begins with its heading.
CHAPTERS = (
    "begin", "overview", "plan", "agenda", "call", "hold", "finish", "send", "decisions", "commissions",
    "deviations", "follow_up", "agreement", "registers", "persons", "documents",
    "accessibility",
)  # fmt: skip
_SIZE = QSize(220 * theme.GRID, 160 * theme.GRID)
_LIST = 62 * theme.GRID


def chapter(key: str) -> str:
    """Return a chapter as Markdown, in the language in use, or in Swedish where it is not there in it."""
    file = _file(current_language(), key)
    return (file if file.exists() else _file(SOURCE_LANGUAGE, key)).read_text(encoding="utf-8")


def _file(language: str, key: str) -> Path:
    return paths.resource("help", language, f"{key}.md")


class Handbook(QWidget):
    """A window of its own beside the program's: chapters at the left, the one that is read at the right.

    Args:
        owner: the program's window; it lives no longer.
    """

    #: Told on the key sheet.
    KEYS = (("Esc", mark("Stäng handboken")),)

    def __init__(self, owner: QWidget) -> None:
        super().__init__(owner, Qt.WindowType.Window)
        self.setWindowTitle(tr("Handbok"))
        self.setProperty("role", "page")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.resize(_SIZE)
        self._texts = {key: chapter(key) for key in CHAPTERS}
        self.search = TextField()
        self.search.setPlaceholderText(tr("Sök i handboken"))
        self.search.setAccessibleName(tr("Sök i handboken"))
        self.search.textEdited.connect(self._narrow)
        self.contents = QListWidget()
        self.contents.setAccessibleName(tr("Kapitel"))
        self.contents.setProperty("role", "contents")
        self.contents.setFixedWidth(_LIST)
        self.contents.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        for text in self._texts.values():
            self.contents.addItem(text.partition("\n")[0].lstrip("# "))
        self.text = QTextBrowser()
        self.text.setAccessibleName(tr("Kapitlets text"))
        self.text.setOpenExternalLinks(False)
        self.contents.currentRowChanged.connect(self._show)
        self._lay_out()

    def _lay_out(self) -> None:
        left = QVBoxLayout()
        left.setSpacing(theme.NEAR)
        left.addWidget(self.search)
        left.addWidget(self.contents, 1)
        across = QHBoxLayout(self)
        across.setContentsMargins(theme.APART, theme.APART, theme.APART, theme.APART)
        across.setSpacing(theme.APART)
        across.addLayout(left)
        across.addWidget(self.text, 1)

    def open(self, key: str) -> None:
        """Show a chapter, the first where there is none of that name, and come to the front."""
        self.search.clear()
        self._narrow("")
        self.contents.setCurrentRow(CHAPTERS.index(key) if key in CHAPTERS else 0)
        self.show()
        self.raise_()
        self.activateWindow()
        self.text.setFocus()

    def _show(self, row: int) -> None:
        if row >= 0:
            self.text.setMarkdown(self._texts[CHAPTERS[row]])
            _set_type(self.text.document())
            self.text.moveCursor(QTextCursor.MoveOperation.Start)
            self.text.setAccessibleName(self.contents.item(row).text())

    def _narrow(self, sought: str) -> None:
        """Leave the chapters that hold every word, and go to the first of them."""
        words = sought.casefold().split()
        found = [all(word in text.casefold() for word in words) for text in self._texts.values()]
        for row, holds in enumerate(found):
            self.contents.item(row).setHidden(not holds)
        if words and True in found and not found[max(self.contents.currentRow(), 0)]:
            self.contents.setCurrentRow(found.index(True))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Leave with Escape."""
        if event.key() == Qt.Key.Key_Escape:
            self.close()
        else:
            super().keyPressEvent(event)


def _set_type(document: QTextDocument) -> None:
    """Give headings, paragraphs and lists the sizes and the air of the program's own texts."""
    document.setDocumentMargin(theme.APART)
    cursor = QTextCursor(document)
    block = document.begin()
    while block.isValid():
        level = block.blockFormat().headingLevel()
        _set_weight(block, level)
        cursor.setPosition(block.position())
        if cursor.currentTable() is None:
            air = QTextBlockFormat()
            air.setTopMargin(theme.APART if level > 1 else 0)
            air.setBottomMargin(theme.GRID if block.textList() else theme.NEAR)
            cursor.mergeBlockFormat(air)
        elif (table := cursor.currentTable()).format().cellPadding() < theme.GRID:
            form = table.format()
            form.setCellPadding(theme.GRID)
            form.setBorderCollapse(True)
            table.setFormat(form)
        block = block.next()


def _set_weight(block: QTextBlock, level: int) -> None:
    """Let what is bold be in the weight that the program's font has, and headings in its sizes."""
    cursor = QTextCursor(block)
    ranges = [(each.start, each.length, QTextCharFormat(each.format)) for each in block.textFormats()]
    for start, length, form in ranges:
        if not level and form.fontWeight() <= QFont.Weight.Normal:
            continue
        strong = QTextCharFormat()
        strong.setFontWeight(QFont.Weight.DemiBold)
        if level:
            strong.clearProperty(QTextFormat.Property.FontSizeAdjustment)
            strong.setFont(theme.font(theme.TITLE if level == 1 else theme.LARGE, strong=True))
        cursor.setPosition(block.position() + start)
        cursor.setPosition(block.position() + start + length, QTextCursor.MoveMode.KeepAnchor)
        cursor.mergeCharFormat(strong)
