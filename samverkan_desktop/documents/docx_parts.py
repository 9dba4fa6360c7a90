"""The parts that Word documents are put together from: text, facts, lists, tables, header, footer."""

import re
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from docx.document import Document
from docx.enum.table import WD_TABLE_ALIGNMENT
from docx.oxml.ns import qn
from docx.oxml.xmlchemy import BaseOxmlElement
from docx.shared import Cm, Pt
from docx.table import Table, _Row
from docx.text.paragraph import Paragraph
from docx.text.run import Run

from samverkan_desktop.documents import docx_style
from samverkan_desktop.documents.docx_style import element
from samverkan_desktop.i18n import tr

#: Stands in a table cell that has nothing to say, so that none is empty.
NOTHING = "–"
_BULLET = "- "
#: What XML cannot hold, and what text pasted from elsewhere brings all the same.
_UNPRINTABLE = re.compile(r"[\x00-\x08\x0e-\x1f\x7f\ufffe\uffff]")
_LINE_BREAK = re.compile(r"\r\n?|[\x0b\x0c\x85\u2028\u2029]")
#: A day or a decision's number, which Word would part at its hyphens in a narrow column.
_NUMBER_WITH_HYPHEN = re.compile(r"\d+(?:/\d+)?(?:-\d+)+")
_PAGE, _PAGES = "\ue000", "\ue001"


class Column(NamedTuple):
    """A column of a table: its heading, and its width in centimetres."""

    heading: str
    width: float


class Margins(NamedTuple):
    """What stands in the header and the footer of every page.

    Args:
        organisation: left in the header.
        parties: below it; may be empty.
        label: right in the header: what the document is, and its day.
        draft: below that, where it is not finished; else empty.
        group: left in the footer.
        agreement: below it.
    """

    organisation: str
    parties: tuple[str, ...]
    label: str
    draft: str
    group: str
    agreement: str


def clean(text: str) -> str:
    """Return a text without what a Word file cannot hold, and without blanks at its ends."""
    return _UNPRINTABLE.sub("", _LINE_BREAK.sub("\n", text)).strip()


def write(document: Document, style: str, text: str, *, lead: str = "") -> Paragraph | None:
    """Add a paragraph; nothing where it would be empty.

    Args:
        document: the document.
        style: name of the paragraph's style.
        text: what it says.
        lead: what stands before it in bold.
    """
    text, lead = clean(text), clean(lead)
    if not text and not lead:
        return None
    paragraph = document.add_paragraph(style=style)
    if lead:
        paragraph.add_run(f"{lead} " if text else lead).bold = True
    if text:
        paragraph.add_run(text)
    return paragraph


def write_fact(
    document: Document, label: str, text: str, *, style: str = docx_style.FACT
) -> Paragraph | None:
    """Add a label with what it stands for beside it; nothing where there is nothing to say."""
    text = clean(text)
    if not text:
        return None
    paragraph = document.add_paragraph(style=style)
    paragraph.add_run(label).bold = True
    paragraph.add_run(f"\t{text}")
    return paragraph


def write_notes(document: Document, paragraphs: Iterable[str]) -> None:
    """Add what was noted: each line a paragraph, those that begin with ``- `` a bullet."""
    above: Paragraph | None = None
    for line in (line.strip() for text in paragraphs for line in clean(text).split("\n")):
        bullet = line.startswith(_BULLET)
        written = write(document, "List Bullet" if bullet else "Normal", line.removeprefix(_BULLET))
        if bullet and above is not None:
            # The line that leads a list in is not left at the foot of a page.
            above.paragraph_format.keep_with_next = True
        above = None if bullet else written


def write_section(document: Document, heading: str, lines: Iterable[str], *, style: str = "Normal") -> None:
    """Add a main heading with a paragraph a line below it; neither where there are no lines."""
    said = [line for line in lines if clean(line)]
    if said:
        write(document, "Heading 1", heading)
        hold_ends([write(document, style, line) for line in said])


def hold_ends(paragraphs: Sequence[Paragraph | None]) -> None:
    """Hold the first two and the last two of a list together, so that none stands alone on a page."""
    hold(paragraphs[:2])
    hold(paragraphs[-2:])


def hold(paragraphs: Sequence[Paragraph | None], *, before: float = 0, after: float = 0) -> None:
    """Hold paragraphs together on one page, with points of space around the whole."""
    said = [paragraph for paragraph in paragraphs if paragraph is not None]
    for paragraph in said[:-1]:
        paragraph.paragraph_format.keep_with_next = True
    if said and before:
        said[0].paragraph_format.space_before = Pt(before)
    if said and after:
        said[-1].paragraph_format.space_after = Pt(after)


def add_table(
    document: Document, caption: str, columns: Sequence[Column], rows: Iterable[Sequence[str]]
) -> None:
    """Add a table whose heading is repeated on each page and whose rows are never split.

    Args:
        document: the document.
        caption: what it shows, for those who do not see it.
        columns: its columns.
        rows: its rows, a text a column.
    """
    table = document.add_table(rows=1, cols=len(columns), style=docx_style.TABLE)
    table.alignment = WD_TABLE_ALIGNMENT.LEFT
    table.autofit = False
    _fill(table.rows[0], [column.heading for column in columns], docx_style.CELL_HEADING, heading=True)
    for row in rows:
        _fill(table.add_row(), row, docx_style.CELL)
    for column, made in zip(columns, table.columns, strict=True):
        made.width = Cm(column.width)
        for cell in made.cells:
            cell.width = Cm(column.width)
    _describe(table, caption, sum(column.width for column in columns))


def set_margins(document: Document, margins: Margins) -> None:
    """Write the header and the footer of every page."""
    section = document.sections[0]
    header = section.header.paragraphs[0]
    header.add_run(clean(margins.organisation)).bold = True
    header.add_run(f"\t{clean(margins.label)}")
    if margins.parties or margins.draft:
        second = section.header.add_paragraph(style="Header")
        second.add_run(" · ".join(clean(party) for party in margins.parties))
        if margins.draft:
            second.add_run(f"\t{margins.draft}").bold = True
    footer = section.footer.paragraphs[0]
    footer.add_run(f"{clean(margins.group)}\t")
    _add_page_number(footer)
    if clean(margins.agreement):
        section.footer.add_paragraph(clean(margins.agreement), style="Footer")


def _xml_of(part: Table | _Row | Paragraph | Run) -> BaseOxmlElement:
    return part._element  # noqa: SLF001  python-docx names no public way to what it does not know


def _fill(row: _Row, texts: Sequence[str], style: str, *, heading: bool = False) -> None:
    properties = element("trPr")
    properties.append(element("cantSplit"))
    if heading:
        # No value: one that is written out is taken for a fault by Microsoft's own validator.
        properties.append(element("tblHeader"))
    _xml_of(row).insert(0, properties)
    for cell, text in zip(row.cells, texts, strict=True):
        paragraph = cell.paragraphs[0]
        paragraph.style = style
        _add_unparted(paragraph, clean(text) or NOTHING)


def _add_unparted(paragraph: Paragraph, text: str) -> None:
    """Add text to a narrow cell so that no day or number is parted at a hyphen.

    Only in cells: in running text a day keeps its ordinary hyphens, so that Word's search finds it.
    """
    end = 0
    for found in _NUMBER_WITH_HYPHEN.finditer(text):
        paragraph.add_run(text[end : found.start()])
        for place, part in enumerate(found[0].split("-")):
            run = paragraph.add_run()
            if place:
                _xml_of(run).append(element("noBreakHyphen"))
            run.add_text(part)
        end = found.end()
    paragraph.add_run(text[end:])


def _describe(table: Table, caption: str, width: float) -> None:
    """State the table's whole width, what it shows, and that its first row is a heading."""
    xml = _xml_of(table)
    for total in xml.iter(qn("w:tblW")):
        total.set(qn("w:type"), "dxa")
        total.set(qn("w:w"), str(Cm(width).twips))
    for look in xml.iter(qn("w:tblLook")):
        look.attrib.clear()
        for name, value in (("val", "0620"), ("firstRow", "1"), ("noHBand", "1"), ("noVBand", "1")):
            look.set(qn(f"w:{name}"), value)
        look.addnext(element("tblCaption", val=caption))


def _add_page_number(paragraph: Paragraph) -> None:
    text = tr("Sida {sida} av {sidor}", sida=_PAGE, sidor=_PAGES)
    for piece in re.split(f"([{_PAGE}{_PAGES}])", text):
        if piece in (_PAGE, _PAGES):
            field = element("fldSimple", instr="PAGE" if piece == _PAGE else "NUMPAGES")
            _xml_of(paragraph).append(field)
            field.append(_xml_of(paragraph.add_run("1")))
        else:
            paragraph.add_run(piece)
