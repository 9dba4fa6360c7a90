"""Notes in a PDF file: headings below the item's own, lists, tables, bold and italic words."""

from collections.abc import Iterator

from reportlab.platypus import Flowable

from samverkan_desktop import prose
from samverkan_desktop.documents import pdf_style as style
from samverkan_desktop.documents.pdf_list import ListLine, list_line
from samverkan_desktop.documents.pdf_parts import Heading
from samverkan_desktop.documents.pdf_structure import Element
from samverkan_desktop.documents.pdf_table import data_table
from samverkan_desktop.documents.pdf_text import Text, escape
from samverkan_desktop.prose_blocks import Block, ListBlock, Paragraph, Row, Table
from samverkan_desktop.prose_blocks import Heading as NotedHeading
from samverkan_desktop.prose_runs import Run, Runs, text_of

#: The least and the most letters that a column of a table is made wide for.
_NARROW, _WIDE = 5, 45


def notes(content: str, under: int) -> list[Flowable]:
    """Return notes as parts of a document.

    Args:
        content: the notes, Markdown as `prose` knows it.
        under: level of the heading that they stand under, 0 for the document's title.
    """
    level = under
    parts: list[Flowable] = []
    for block in prose.parse(content):
        if isinstance(block, NotedHeading):
            # No level is skipped: a screen reader would look for what is not there.
            level = min(under + block.level, level + 1)
            parts.append(Heading(text_of(block.runs), style.SUBHEADING, level))
        else:
            parts += _block(block)
    return parts


def _block(block: Block) -> Iterator[Flowable]:
    match block:
        case Paragraph(runs):
            yield Text(markup(runs), style.BODY)
        case ListBlock():
            yield from _list(block, Element("L"), 0)
        case Table():
            yield _table(block)


def _list(block: ListBlock, whole: Element, level: int) -> Iterator[ListLine]:
    looks = style.NUMBERED_LEVELS if block.numbered else style.LISTED_LEVELS
    for number, entry in enumerate(block.entries, block.start):
        line = list_line(markup(entry.runs), looks[level], f"{number}." if block.numbered else "•", whole)
        yield line
        for below in entry.below:
            yield from _list(below, Element("L", line.element), level + 1)


def _table(table: Table) -> Flowable:
    rows = (table.heading, *table.rows)
    longest = [max(len(text_of(row[column])) for row in rows) for column in range(len(table.heading))]
    shares = [min(max(letters, _NARROW), _WIDE) for letters in longest]
    widths = [style.MEASURE * share / sum(shares) for share in shares]
    heading = [[Text(markup(cell), style.COLUMN)] for cell in table.heading]
    return data_table(heading, [_row(row) for row in table.rows], widths)


def _row(row: Row) -> list[list[Flowable]]:
    return [[Text(markup(cell), style.CELL)] for cell in row]


def markup(runs: Runs) -> str:
    """Return words as reportlab's paragraphs have them, bold and italic where they are."""
    return "".join(_run(run) for run in runs)


def _run(run: Run) -> str:
    said = escape(run.text)
    said = f"<b>{said}</b>" if run.bold else said
    return f"<i>{said}</i>" if run.italic else said
