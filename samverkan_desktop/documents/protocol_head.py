"""The heads and feet of a protokoll's pages in a Word file: each leaf is a section with a table of its own.

In a municipality's template the letterhead stays where it is; on the front page the table stands under it.
"""

from collections.abc import Iterator
from typing import cast

from docx.document import Document
from docx.enum.section import WD_SECTION
from docx.enum.text import WD_TAB_ALIGNMENT
from docx.oxml.ns import qn
from docx.oxml.xmlchemy import BaseOxmlElement
from docx.section import Section, _Header
from docx.shared import Cm, Length, Pt
from docx.text.paragraph import Paragraph

from samverkan_desktop.documents import docx_parts, docx_style
from samverkan_desktop.documents import protocol_parts as parts
from samverkan_desktop.documents.docx_parts import Field
from samverkan_desktop.documents.docx_style import element
from samverkan_desktop.documents.docx_table import Cell, Column, make_table
from samverkan_desktop.documents.minutes import Minutes
from samverkan_desktop.documents.protocol_parts import Leaf
from samverkan_desktop.i18n import tr

#: Widths of the columns of the table, in centimetres of a text of our own width.
WIDTHS = (6.9, 4.0, 3.4, 1.7)


def number_pages(section: Section, first: int) -> None:
    """Let the pages be numbered from one on (B02)."""
    properties = _settings_of(section)
    _let_go(properties, "pgNumType")
    properties.insert_element_before(element("pgNumType", start=first), *_AFTER_NUMBERING)


#: What follows the numbering in a section's settings: the schema's order.
_AFTER_NUMBERING = (
    "w:cols", "w:formProt", "w:vAlign", "w:noEndnote", "w:titlePg", "w:textDirection", "w:bidi",
    "w:rtlGutter", "w:docGrid", "w:printerSettings", "w:sectPrChange",
)  # fmt: skip


def next_section(document: Document) -> Section:
    """Begin a section on a new page, whose pages are numbered on and all look alike."""
    section: Section = document.add_section(WD_SECTION.NEW_PAGE)
    # It begins as a copy of the one before.
    _let_go(_settings_of(section), "pgNumType", "titlePg")
    return section


def _settings_of(section: Section) -> BaseOxmlElement:
    return cast("BaseOxmlElement", section._sectPr)  # noqa: SLF001  python-docx has no public way to it


def _let_go(settings: BaseOxmlElement, *tags: str) -> None:
    for tag in tags:
        for found in settings.findall(qn(f"w:{tag}")):
            settings.remove(found)


def set_head(document: Document, section: Section, minutes: Minutes, leaf: Leaf) -> None:
    """Write the table that stands at the head of every page of a leaf; a letterhead stays above it."""
    for header in _headers(document, section):
        bare = header.is_linked_to_previous
        header.is_linked_to_previous = False
        if bare:
            above = header.paragraphs[0]
            above.add_run(docx_parts.clean(minutes.organisation)).bold = True
            above.add_run(f"\t{tr('SAMMANTRÄDESPROTOKOLL')}").bold = True
            _tab_to_the_edge(above, section)
        below = header.add_paragraph(parts.state(minutes))
        _look(below, "Header")
        below.paragraph_format.space_before, below.paragraph_format.space_after = Pt(3), Pt(14)
        xml = cast("BaseOxmlElement", below._p)  # noqa: SLF001  as above
        xml.addprevious(_table(section, minutes, leaf))


def _headers(document: Document, section: Section) -> Iterator[_Header]:
    """Yield the headers that pages of a section can have."""
    yield section.header
    if section.different_first_page_header_footer:
        yield section.first_page_header
    if document.settings.odd_and_even_pages_header_footer:
        yield section.even_page_header


def _look(paragraph: Paragraph, style: str) -> None:
    paragraph._p.style = docx_style.identifier_of(style)  # noqa: SLF001  as above


def _tab_to_the_edge(paragraph: Paragraph, section: Section) -> None:
    """Let the one tab of a line lead to the right edge of the text, where a template's own tabs do not."""
    edge = Length(_text_width(section))
    style = paragraph.style
    stops = list(style.paragraph_format.tab_stops) if style is not None else []
    if [stop.position for stop in stops] == [Cm(docx_style.PAGE.text_width)]:
        return
    own = paragraph.paragraph_format.tab_stops
    for stop in stops:
        own.add_tab_stop(stop.position, WD_TAB_ALIGNMENT.CLEAR)
    own.add_tab_stop(edge, WD_TAB_ALIGNMENT.RIGHT)


def _table(section: Section, minutes: Minutes, leaf: Leaf) -> BaseOxmlElement:
    own, *before = parts.head_rows(minutes, leaf)
    rows: list[tuple[Cell, ...]] = [(*own[:-1], Field("PAGE")), *before]
    scale = _text_width(section) / Cm(docx_style.PAGE.text_width)
    columns = [Column(name, width * scale) for name, width in zip(parts.head_columns(), WIDTHS, strict=True)]
    return make_table(tr("Beslutsdatum, paragraf och sida"), columns, rows)


def _text_width(section: Section) -> int:
    whole = section.page_width or Cm(docx_style.PAGE.width)
    sides = (section.left_margin, section.right_margin)
    return int(whole) - sum(int(side if side is not None else Cm(docx_style.PAGE.side)) for side in sides)


def set_foot(section: Section) -> None:
    """Write where those who attest put their marks, and whoever certifies an extract a name."""
    line = "_" * 10
    marks = f"{tr('Justerandes sign')} {line}\t{tr('Utdragsbestyrkande')} {line}"
    bare = section.footer.is_linked_to_previous
    section.footer.is_linked_to_previous = False
    paragraph = section.footer.paragraphs[0] if bare else section.footer.add_paragraph()
    _look(paragraph, "Footer")
    paragraph.add_run(marks)
    _tab_to_the_edge(paragraph, section)
