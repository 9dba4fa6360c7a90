"""What stands in a PDF file, said in a Word document: its headings, text, lists, tables and pictures.

A report of many parts is put together once, for the PDF file; here each piece of it is written in the Word
style that means the same, so that the two files can neither say nor show different things.
"""

from collections.abc import Iterable, Iterator, Sequence

from docx.document import Document
from docx.oxml.ns import qn
from docx.oxml.text.paragraph import CT_P
from docx.shared import Cm, Pt
from docx.text.paragraph import Paragraph
from reportlab.graphics.shapes import Drawing
from reportlab.platypus import CondPageBreak, Flowable, KeepTogether, Spacer

from samverkan_desktop.documents import docx_style, pdf_style
from samverkan_desktop.documents.docx_lists import Numbering
from samverkan_desktop.documents.docx_parts import write, write_fact, write_runs
from samverkan_desktop.documents.docx_picture import add_picture, put_picture
from samverkan_desktop.documents.docx_style import PAGE, element
from samverkan_desktop.documents.docx_table import Cell, Column, add_table, lines
from samverkan_desktop.documents.docx_text import paragraph_of
from samverkan_desktop.documents.pdf_list import ListLine
from samverkan_desktop.documents.pdf_parts import Heading
from samverkan_desktop.documents.pdf_picture import Picture
from samverkan_desktop.documents.pdf_table import SplitTable
from samverkan_desktop.documents.pdf_text import Text
from samverkan_desktop.prose_runs import Run, Runs, text_of

#: The style of a heading, by its level in the PDF file's outline.
_HEADINGS = ("Title", "Heading 1", "Heading 2")
#: What is read second, by the name of its style in the PDF file.
_ASIDE = {pdf_style.NOTE.name, pdf_style.QUOTE.name, pdf_style.NOTE_CENTRED.name}
_BOLD = {pdf_style.BOLD, pdf_style.BOLD_ITALIC}
_ITALIC = {pdf_style.ITALIC, pdf_style.BOLD_ITALIC}
#: How a paragraph stands in a cell, by reportlab's number of it.
_ALIGNED = {1: "center", 2: "right"}
#: A drawing no wider than this, in points, marks what the words beside it say.
_MARK = 20.0
#: Space between a table and what follows it, in points.
_AFTER_TABLE = 8
#: Room at the edges of a cell, in centimetres.
_EDGES = 0.4


def write_story(document: Document, story: Iterable[Flowable]) -> None:
    """Write the pieces of a PDF file at the end of a Word document."""
    _Story(document).write(story)
    # Those in tables were numbered before they had their place among the others.
    for number, about in enumerate(document.element.iter(qn("wp:docPr")), 1):
        about.set("id", str(number))


class _Story:
    """A story being written; remembers the heading it stands under, and the list it is in."""

    def __init__(self, document: Document) -> None:
        self._document = document
        self._heading = ""
        self._numbering: Numbering | None = None
        self._after_table = False

    def write(self, story: Iterable[Flowable]) -> None:
        for part in story:
            if isinstance(part, Spacer | CondPageBreak):
                continue
            match part:
                case Heading():
                    self._heading = part.outline_text
                    write(self._document, _HEADINGS[part.outline_level], self._heading)
                case ListLine():
                    self._list_line(part)
                case Text():
                    self._text(part)
                case Picture():
                    whole = Cm(PAGE.text_width)
                    add_picture(self._document, part.drawing, part.alternative, whole)
                case KeepTogether():
                    self.write(part._content)  # noqa: SLF001  reportlab names no public way to it
                case SplitTable():
                    self._table(part)
            self._after_table = isinstance(part, SplitTable) and part.elements is not None

    def _text(self, part: Text) -> None:
        said = runs_of(part)
        if not text_of(said).strip():
            return
        style = docx_style.REFERENCE if part.style.name in _ASIDE else docx_style.NORMAL
        if part.style.name == pdf_style.SUBTITLE.name:
            style = "Subtitle"
        written = write_runs(self._document, style, said)
        if self._after_table:
            written.paragraph_format.space_before = Pt(_AFTER_TABLE)

    def _list_line(self, part: ListLine) -> None:
        numbered = part.label.rstrip(".").isdecimal()
        written = write_runs(self._document, "List Number" if numbered else "List Bullet", runs_of(part))
        if numbered:
            if self._numbering is None or part.label == "1.":
                self._numbering = Numbering(self._document, 1, 0)
            self._numbering.number(written)

    def _table(self, table: SplitTable) -> None:
        rows = [[_parts_of(cell) for cell in row] for row in table.cells]
        if table.elements is None:
            self._beside(rows)
            return
        # What only marks is left out: in Word nothing is drawn that the words beside it do not say.
        shown = [number for number in range(len(rows[0])) if any(_says(row[number]) for row in rows)]
        widths = [table.widths[number] for number in shown]
        scale = PAGE.text_width / sum(widths)
        columns = [
            Column("\n".join(_words(rows[0][number])), width * scale)
            for number, width in zip(shown, widths, strict=True)
        ]
        body = (self._row([row[number] for number in shown], columns) for row in rows[1:])
        add_table(self._document, self._heading, columns, body)

    def _row(self, row: Sequence[Sequence[Flowable]], columns: Sequence[Column]) -> list[Cell]:
        first, *others = row
        if others and not any(_says(cell) or cell == [""] for cell in others) and _is_bold(first):
            return [_cell_lines(first)]  # a heading across the table
        return [
            self._cell(cell, before, column)
            for cell, before, column in zip(row, ([], *row), columns, strict=False)
        ]

    def _cell(self, cell: Sequence[Flowable], before: Sequence[Flowable], column: Column) -> Cell:
        said = _cell_lines(cell)
        for part in cell:
            if isinstance(part, Drawing) and part.width > _MARK:
                made = paragraph_of(docx_style.CELL)
                holder = Paragraph(made, self._document._body)  # noqa: SLF001  it finds the picture its part
                put_picture(holder, part, " ".join(_words(before)), Cm(column.width - _EDGES))
                said.append(made)
        return said

    def _beside(self, rows: Sequence[Sequence[Sequence[Flowable]]]) -> None:
        """Write what stands beside one another under one another: labels with values, figures, pictures."""
        for row in rows:
            label, *values = row
            if label and isinstance(label[0], Text) and label[0].style.name == pdf_style.LABEL.name:
                write_fact(self._document, " ".join(_words(label)), "\n".join(_words(*values)))
                continue
            for cell in row:
                self._figure(cell)

    def _figure(self, cell: Sequence[Flowable]) -> None:
        """Write a large figure with what it counts, and whatever else a cell holds."""
        first = cell[0] if cell else None
        if isinstance(first, Text) and first.style.name == pdf_style.FIGURE.name:
            figure, *others = _words(cell)
            write(self._document, docx_style.NORMAL, ", ".join(others), lead=figure)
            self.write(part for part in cell if not isinstance(part, Text))
        else:
            self.write(cell)


def runs_of(part: Text) -> Runs:
    """Return what a paragraph of a PDF file says, and what of it is bold or italic."""
    heavy = part.style.fontName in _BOLD
    if part.lines:
        return tuple(Run(each) for line in part.lines for each in ("\n", line))[1:]
    return tuple(
        Run(
            "\n" if getattr(frag, "lineBreak", False) else frag.text,
            bold=frag.fontName in _BOLD and not heavy,
            italic=frag.fontName in _ITALIC and part.style.fontName not in _ITALIC,
        )
        for frag in part.frags
    )


def _parts_of(cell: object) -> list[Flowable]:
    """Return the pieces that stand in a cell, those of tables within it too."""
    found: list[Flowable] = []
    for part in cell if isinstance(cell, list | tuple) else [cell]:
        if isinstance(part, SplitTable):
            found += [inner for row in part.cells for each in row for inner in _parts_of(each)]
        elif isinstance(part, Flowable | Drawing):
            found.append(part)
    return found


def _says(cell: Sequence[Flowable]) -> bool:
    return bool(_words(cell)) or any(isinstance(part, Drawing) and part.width > _MARK for part in cell)


def _words(*cells: Sequence[Flowable]) -> list[str]:
    said = (text_of(runs_of(part)) for cell in cells for part in cell if isinstance(part, Text))
    return [each for each in said if each.strip()]


def _is_bold(cell: Sequence[Flowable]) -> bool:
    return any(isinstance(part, Text) and part.style.fontName in _BOLD for part in cell)


def _cell_lines(cell: Iterable[Flowable]) -> list[CT_P]:
    return [line for part in cell if isinstance(part, Text) for line in _cell_line(part)]


def _cell_line(part: Text) -> Iterator[CT_P]:
    heavy, slanted = part.style.fontName in _BOLD, part.style.fontName in _ITALIC
    said = tuple(Run(run.text, run.bold or heavy, run.italic or slanted) for run in runs_of(part))
    if isinstance(part, ListLine):
        said = (Run(f"{part.label} "), *said)
    style = docx_style.CELL_NOTE if part.style.name in _ASIDE else docx_style.CELL
    for line in lines(style, said):
        if part.style.alignment in _ALIGNED:
            line.get_or_add_pPr().append(element("jc", val=_ALIGNED[part.style.alignment]))
        yield line
