"""Notes in a Word document: headings below the item's own, real lists and tables, bold and italic words."""

from collections.abc import Iterable, Sequence

from docx.document import Document
from docx.shared import Pt
from docx.text.paragraph import Paragraph as WordParagraph

from samverkan_desktop import prose
from samverkan_desktop.documents import docx_parts, docx_style
from samverkan_desktop.documents.docx_lists import Numbering
from samverkan_desktop.documents.docx_table import Column, add_table
from samverkan_desktop.prose_blocks import Block, Heading, ListBlock, Paragraph, Row, Table
from samverkan_desktop.prose_runs import Runs, text_of

#: Names of the styles of list lines, by whether they are numbered: lines of their own, lines under others.
_STYLES = {False: ("List Bullet", "List Bullet 2"), True: ("List Number", "List Number 2")}
#: Space between a table and what follows it, in points.
_AFTER_TABLE = 8
#: The least and the most letters that a column of a table is made wide for.
_NARROW, _WIDE = 5, 45


def write_notes(document: Document, notes: str, *, under: int, caption: str) -> None:
    """Add notes.

    Args:
        document: the document.
        notes: the notes, Markdown as `prose` knows it.
        under: level of the heading that they stand under.
        caption: what their tables are about, for those who do not see them.
    """
    _Notes(document, under, caption).write(prose.parse(notes))


class _Notes:
    """Notes being written; remembers what stands above."""

    def __init__(self, document: Document, under: int, caption: str) -> None:
        self._document = document
        self._under = self._level = under
        self._caption = caption
        self._above: WordParagraph | None = None
        self._after_table = False

    def write(self, blocks: Iterable[Block]) -> None:
        for block in blocks:
            match block:
                case Heading(level, runs):
                    # No level is skipped: a screen reader would look for what is not there.
                    self._level = min(self._under + level, self._level + 1)
                    self._line(f"Heading {self._level}", runs)
                case Paragraph(runs):
                    self._above = self._line(docx_style.NORMAL, runs)
                case ListBlock():
                    if self._above is not None:
                        # The line that leads a list in is not left at the foot of a page.
                        self._above.paragraph_format.keep_with_next = True
                    self._list(block, 0)
                case Table():
                    self._table(block)
            if not isinstance(block, Paragraph):
                self._above = None

    def _line(self, style: str, runs: Runs) -> WordParagraph:
        paragraph = docx_parts.write_runs(self._document, style, runs)
        if self._after_table:
            paragraph.paragraph_format.space_before = Pt(_AFTER_TABLE)
        self._after_table = False
        return paragraph

    def _list(self, block: ListBlock, level: int) -> None:
        numbering = Numbering(self._document, block.start, level) if block.numbered else None
        for entry in block.entries:
            paragraph = self._line(_STYLES[block.numbered][level], entry.runs)
            if numbering is not None:
                numbering.number(paragraph)
            for each in entry.below:
                self._list(each, level + 1)

    def _table(self, table: Table) -> None:
        if self._after_table:
            # Word makes one table of two that nothing stands between.
            self._line(docx_style.NORMAL, ())
        widths = _widths((table.heading, *table.rows))
        columns = [Column(text_of(cell), width) for cell, width in zip(table.heading, widths, strict=True)]
        add_table(self._document, self._caption, columns, table.rows)
        self._after_table = True


def _widths(rows: Sequence[Row]) -> list[float]:
    """Return the width of each column in centimetres, by what stands in it; together that of the text."""
    longest = [max(len(text_of(row[column])) for row in rows) for column in range(len(rows[0]))]
    shares = [min(max(letters, _NARROW), _WIDE) for letters in longest]
    return [docx_style.PAGE.text_width * share / sum(shares) for share in shares]
