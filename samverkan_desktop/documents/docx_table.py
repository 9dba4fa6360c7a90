"""A table in a Word document, written as elements: python-docx searches the whole table for each cell."""

import re
from collections.abc import Iterable, Sequence
from typing import NamedTuple, TypeAlias

from docx.document import Document
from docx.oxml.text.paragraph import CT_P
from docx.oxml.xmlchemy import BaseOxmlElement
from docx.shared import Cm

from samverkan_desktop.documents import docx_style
from samverkan_desktop.documents.docx_parts import Field, clean, field_of, printable
from samverkan_desktop.documents.docx_style import element
from samverkan_desktop.documents.docx_text import paragraph_of, run_of
from samverkan_desktop.prose_runs import Run, Runs, text_of

#: Stands in a table cell that has nothing to say, so that none is empty.
NOTHING = "–"
#: A day or a decision's number, which Word would part at its hyphens in a narrow column.
_NUMBER_WITH_HYPHEN = re.compile(r"(\d+(?:/\d+)?(?:-\d+)+)")


#: What stands in a cell: a text in the table's own style, runs of which some are bold, a field, or `lines`.
Cell: TypeAlias = str | Runs | Field | list[CT_P]


class Column(NamedTuple):
    """A column of a table: its heading, and its width in centimetres."""

    heading: str
    width: float


def add_table(
    document: Document, caption: str, columns: Sequence[Column], rows: Iterable[Sequence[Cell]]
) -> None:
    """Add a table at the end of a document; see `make_table`."""
    document.element.body[-1].addprevious(make_table(caption, columns, rows))


def make_table(caption: str, columns: Sequence[Column], rows: Iterable[Sequence[Cell]]) -> BaseOxmlElement:
    """Return a table whose heading is repeated on each page and whose rows are never split.

    Args:
        caption: what it shows, for those who do not see it.
        columns: its columns.
        rows: its rows, a cell a column, or one cell across all of them.
    """
    widths = [Cm(column.width).twips for column in columns]
    table = element("tbl")
    grid = element("tblGrid")
    grid.extend(element("gridCol", w=width) for width in widths)
    # No value: one that is written out is taken for a fault by Microsoft's own validator.
    heading = [element("cantSplit"), element("tblHeader")]
    table.extend((_properties(caption, Cm(sum(column.width for column in columns)).twips), grid))
    table.append(_row([column.heading for column in columns], widths, docx_style.CELL_HEADING, heading))
    table.extend(_row(row, widths, docx_style.CELL, [element("cantSplit")]) for row in rows)
    return table


def _properties(caption: str, width: int) -> BaseOxmlElement:
    """Return the table's style, its whole width, that its first row is a heading, and what it shows."""
    properties = element("tblPr")
    properties.extend(
        (
            element("tblStyle", val=docx_style.TABLE_IDENTIFIER),
            element("tblW", type="dxa", w=width),
            element("jc", val="left"),
            element("tblLayout", type="fixed"),
            element("tblLook", val="0620", firstRow=1, noHBand=1, noVBand=1),
            element("tblCaption", val=caption),
        )
    )
    return properties


def _row(
    texts: Sequence[Cell], widths: Sequence[int], style: str, properties: Sequence[BaseOxmlElement]
) -> BaseOxmlElement:
    row, own = element("tr"), element("trPr")
    own.extend(properties)
    row.append(own)
    if len(texts) == 1 < len(widths):
        whole = _cell(texts[0], sum(widths), style)
        whole[0].append(element("gridSpan", val=len(widths)))
        row.append(whole)
        return row
    row.extend(_cell(text, width, style) for text, width in zip(texts, widths, strict=True))
    return row


def lines(style: str, *said: str | Runs) -> list[CT_P]:
    """Return what stands in a cell, a paragraph for each that says anything, in a style."""
    return [_line(each, style) for each in said if (clean(each) if isinstance(each, str) else text_of(each))]


def _cell(cell: Cell, width: int, style: str) -> BaseOxmlElement:
    made, own = element("tc"), element("tcPr")
    own.append(element("tcW", type="dxa", w=width))
    made.append(own)
    if isinstance(cell, list):
        made.extend(cell or [_line("", style)])
    else:
        made.append(_line(cell, style))
    return made


def _line(text: str | Runs | Field, style: str) -> CT_P:
    paragraph = paragraph_of(style)
    if isinstance(text, Field):
        paragraph.append(field_of(text))
        return paragraph
    runs = (Run(clean(text)),) if isinstance(text, str) else text
    for run in runs if text_of(runs) else (Run(NOTHING),):
        _add_unparted(paragraph, run)
    return paragraph


def _add_unparted(paragraph: CT_P, whole: Run) -> None:
    """Add text to a narrow cell so that no day or number is parted at a hyphen.

    Only in cells: in running text a day keeps its ordinary hyphens, so that Word's search finds it.
    """
    for place, piece in enumerate(_NUMBER_WITH_HYPHEN.split(printable(whole.text))):
        if place % 2 == 0:
            if piece:
                paragraph.append(run_of(piece, bold=whole.bold, italic=whole.italic))
            continue
        first, *others = piece.split("-")
        run = run_of(first, bold=whole.bold, italic=whole.italic)
        for part in others:
            run.append(element("noBreakHyphen"))
            run.append(run_of(part)[0])
        paragraph.append(run)
