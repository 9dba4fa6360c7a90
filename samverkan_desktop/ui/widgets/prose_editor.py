"""An editor of notes: headings, lists, tables, bold and italic, by keys, signs and pasting."""

from PySide6.QtCore import QEvent, QMimeData, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QWidget

from samverkan_desktop import prose
from samverkan_desktop.i18n import mark, tr
from samverkan_desktop.prose_blocks import Block, Paragraph, said_by
from samverkan_desktop.ui import theme
from samverkan_desktop.ui.widgets import prose_document, prose_paste
from samverkan_desktop.ui.widgets.growing_text import GrowingText
from samverkan_desktop.ui.widgets.prose_keys import ProseKeys
from samverkan_desktop.ui.widgets.prose_list_marking import ListMarking
from samverkan_desktop.ui.widgets.prose_marking import Marking
from samverkan_desktop.ui.widgets.prose_table_marking import TableMarking
from samverkan_desktop.ui.widgets.text_change import place_of_change

#: The most letters that are pasted at once.
MOST_PASTED = 200_000
#: The longest HTML that is read at all: it is mostly how things look.
_MOST_HTML = 4_000_000


class ProseEditor(GrowingText):
    """Text with the little markup that notes know, as Markdown in and out (`prose`).

    What is written is turned into Markdown when it is asked for, never for a key alone. The document keeps
    no undo of its own.

    Args:
        lines: how many lines it is high at least; it grows to three times as many.
    """

    #: It is left, or read from elsewhere: what is written is to be stored.
    left = Signal()
    #: Why something was not pasted, and what to do instead.
    refused = Signal(str)

    #: Told on the key sheet.
    KEYS = (
        ("Esc", mark("Gå vidare från en lista eller tabell i anteckningarna")),
        *ProseKeys.KEYS,
    )

    def __init__(self, lines: int = 4, parent: QWidget | None = None) -> None:
        super().__init__(lines, parent)
        self._text, self._stale = "", False
        self._written_lines = prose_document.Lines(self.document())
        self.setUndoRedoEnabled(False)
        self.setAcceptRichText(True)
        self.setTabChangesFocus(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.document().setDocumentMargin(0)
        self.document().setIndentWidth(5 * theme.GRID)
        self.marking = Marking(self)
        self.lists, self.tables = ListMarking(self.marking), TableMarking(self.marking)
        self._keys = ProseKeys(self.marking, self.lists, self.tables)
        self.document().contentsChange.connect(self._written)
        theme.current().changed.connect(self._dress)

    def value(self) -> str:
        """Return what is written, as Markdown; what is only shown stays as it was given."""
        if self._stale:
            blocks = prose_document.read(self.document(), self._written_lines.said)
            self._text, self._stale = prose.write_in_order(blocks), False
        return self._text

    def show_text(self, text: str) -> None:
        """Show another text, given as Markdown; the cursor goes where it differs."""
        before, place = self.toPlainText(), self.textCursor().position()
        prose_document.fill(self.document(), prose.parse(text))
        self._text, self._stale = text, False
        cursor = self.textCursor()
        after = self.toPlainText()
        # Where only the markup differs, it stays.
        cursor.setPosition(place if before == after else place_of_change(before, after))
        self.setTextCursor(cursor)

    def word_ended(self) -> bool:
        """Return whether what stands before the cursor ends a word."""
        # The document's own sign between paragraphs counts as space.
        return self.document().characterAt(self.textCursor().position() - 1).isspace()

    def commit(self) -> None:
        """Have what is written stored."""
        self.left.emit()

    def event(self, event: QEvent) -> bool:
        """Keep the keys that mark up from being taken for commands of the window."""
        asks = event.type() == QEvent.Type.ShortcutOverride
        if asks and isinstance(event, QKeyEvent) and self._keys.is_command(event):
            event.accept()
            return True
        return super().event(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Have what was written stored when one leaves."""
        super().focusOutEvent(event)
        self.commit()

    def focusNextPrevChild(self, forward: bool) -> bool:
        """Leave it with Tab, but not from a list or a table, where Tab means something."""
        return False if self._keys.takes_tab() else super().focusNextPrevChild(forward)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Mark up, go on with lists and tables, or write; Escape leaves where Tab means something."""
        if event.key() == Qt.Key.Key_Escape and self._keys.takes_tab():
            onward = True
            super().focusNextPrevChild(onward)
            return
        if self.isReadOnly() or not self._keys.pressed(event):
            super().keyPressEvent(event)
            if not self.isReadOnly():
                self._keys.written(event.text())

    def canInsertFromMimeData(self, source: QMimeData) -> bool:
        """Say that anything may be pasted: what may not is refused in words."""
        return source.hasText() or source.hasHtml() or source.hasImage() or source.hasUrls()

    def insertFromMimeData(self, source: QMimeData) -> None:
        """Paste the words, lists and tables of what was copied, cleaned; refuse what is no text."""
        # A file's name is text too, and a table from Excel a picture too.
        files = [url for url in source.urls() if url.isLocalFile()]
        if files or (source.hasImage() and not (source.hasText() or source.hasHtml())):
            self.refused.emit(
                tr(
                    "Bilder och filer kan inte klistras in i anteckningarna. "
                    "Lägg till dem som bilaga i stället."
                )
            )
            return
        too_much = len(source.text()) > MOST_PASTED or len(source.html()) > _MOST_HTML
        blocks = () if too_much else _blocks_of(source)
        if too_much or prose_paste.letters(blocks) > MOST_PASTED:
            self.refused.emit(
                tr(
                    "Texten är för lång för att klistras in på en gång. "
                    "Dela upp den, eller lägg till den som bilaga."
                )
            )
            return
        self.insert(blocks)

    def insert(self, blocks: tuple[Block, ...]) -> None:
        """Put blocks where the cursor stands, instead of what is selected."""
        cursor = self.textCursor()
        cursor.beginEditBlock()
        cursor.removeSelectedText()
        look = cursor.charFormat()
        match blocks:
            case (Paragraph(runs),):
                for run in runs:
                    own = prose_document.char_format(
                        cursor.blockFormat().headingLevel(), bold=run.bold, italic=run.italic
                    )
                    cursor.insertText(run.text, own if run.bold or run.italic else look)
            case _ if cursor.currentTable() is not None:
                cursor.insertText(" ".join(said for block in blocks for said in said_by(block)))
            case _:
                prose_document.insert_blocks(cursor, blocks)
        cursor.endEditBlock()
        self.setTextCursor(cursor)
        self.setCurrentCharFormat(look if len(blocks) == 1 else prose_document.char_format())
        self.ensureCursorVisible()

    def _written(self, position: int, removed: int, added: int) -> None:
        self._stale = True
        self._written_lines.changed(position, removed, added)

    def _dress(self) -> None:
        stale = self._stale
        for table in prose_document.tables(self.document()):
            table.setFormat(prose_document.table_format(table.columns()))
        self._stale = stale


def _blocks_of(source: QMimeData) -> tuple[Block, ...]:
    return prose_paste.from_html(source.html()) if source.hasHtml() else prose_paste.from_text(source.text())
