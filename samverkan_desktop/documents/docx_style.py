"""How every Word document looks: page, colours and styles, written as data and laid on in one go.

The built-in styles are python-docx's own, whose names are English in the file whatever language
the user's Word speaks; the program's own styles bear Swedish names, as the user meets them in
Word's list of styles, and ASCII identifiers.
"""

from typing import NamedTuple, cast

from docx.document import Document
from docx.enum.style import WD_STYLE_TYPE
from docx.enum.text import WD_TAB_ALIGNMENT
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.oxml.xmlchemy import BaseOxmlElement
from docx.shared import Cm, Pt, RGBColor
from docx.styles.style import ParagraphStyle

FONT = "Calibri"
#: The one accent colour, the same as in the PDF files, and its tint for what lies behind text.
ACCENT = "1F5A7A"
TINT = "EEF3F6"
#: For what is read second: still 6 to 1 against white.
GREY = "56626A"
RULE = "C5CFD5"

#: What a paragraph is that names no style.
NORMAL = "Normal"
OCCASION = "Tillfälle"
MARK = "Dokumentstatus"
FACT = "Uppgift"
PARTY = "Part"
ATTENDEE = "Deltagare"
ORIGIN = "Ursprung"
REFERENCE = "Bilagehänvisning"
DECISION = "Beslut"
COMMISSION = "Uppdrag"
CELL = "Tabelltext"
CELL_HEADING = "Tabellrubrik"
TABLE = "Samverkanstabell"


class Page(NamedTuple):
    """A page and its margins, in centimetres: A4."""

    width: float = 21.0
    height: float = 29.7
    side: float = 2.5
    top: float = 2.8
    bottom: float = 2.4
    edge: float = 1.2

    @property
    def text_width(self) -> float:
        """The width that is left for text."""
        return self.width - 2 * self.side


PAGE = Page()


class Border(NamedTuple):
    """One border of a paragraph: its side, eighths of a point, distance in points, colour."""

    side: str
    size: int
    space: int
    colour: str


class Look(NamedTuple):
    """What one paragraph style looks like: points for type and spacing, centimetres for indents.

    Args:
        name: the style's name in the file.
        identifier: its identifier, for the program's own styles; empty for built-in ones.
        size: type size.
        bold: whether it is bold.
        colour: text colour; empty for the reader's own.
        before: space before.
        after: space after.
        left: left indent.
        hanging: how far the first line hangs out of it; a tab stop stands where the text begins.
        right_tab: whether a right tab stands at the edge of the text.
        keep_next: whether it stays on the page of what follows.
        keep_lines: whether it is never split over pages.
        border: a border.
        fill: colour behind it; empty for none.
    """

    name: str
    identifier: str = ""
    size: float = 10.5
    bold: bool = False
    colour: str = ""
    before: float = 0
    after: float = 6
    left: float = 0
    hanging: float = 0
    right_tab: bool = False
    keep_next: bool = False
    keep_lines: bool = False
    border: Border | None = None
    fill: str = ""


LOOKS = (
    Look(NORMAL),
    Look("Title", size=24, bold=True, colour=ACCENT, after=2, keep_next=True),
    Look("Subtitle", size=13, after=2, keep_next=True),
    Look(
        "Heading 1",
        size=14,
        bold=True,
        colour=ACCENT,
        before=16,
        after=6,
        keep_next=True,
        border=Border("bottom", 4, 2, RULE),
    ),
    Look("Heading 2", size=11.5, bold=True, before=10, after=3, keep_next=True),
    Look("Heading 3", size=10.5, bold=True, before=8, after=3, keep_next=True),
    Look("Heading 4", size=10.5, bold=True, colour=GREY, before=6, after=3, keep_next=True),
    Look("Heading 5", size=9.5, bold=True, colour=GREY, before=6, after=3, keep_next=True),
    Look("List Bullet", left=0.6, hanging=0.6, after=3),
    Look("List Bullet 2", left=1.2, hanging=0.6, after=3),
    Look("List Number", left=0.6, hanging=0.6, after=3),
    Look("List Number 2", left=1.4, hanging=0.8, after=3),
    Look("Header", size=8.5, colour=GREY, after=0, right_tab=True),
    Look("Footer", size=8.5, colour=GREY, after=0, right_tab=True),
    Look(OCCASION, "SamvOccasion", colour=GREY, after=10),
    Look(
        MARK,
        "SamvMark",
        size=11,
        bold=True,
        before=6,
        after=12,
        left=0.35,
        keep_lines=True,
        border=Border("left", 36, 7, ACCENT),
        fill=TINT,
    ),
    Look(FACT, "SamvFact", left=3.6, hanging=3.6, after=2, keep_lines=True),
    Look(PARTY, "SamvParty", bold=True, before=3, after=1, keep_next=True),
    Look(ATTENDEE, "SamvAttendee", left=1.1, hanging=0.5, after=1, keep_lines=True),
    Look(ORIGIN, "SamvOrigin", size=9.5, colour=GREY, after=3, keep_next=True),
    Look(REFERENCE, "SamvReference", size=9.5, colour=GREY, after=3, keep_lines=True),
    Look(
        DECISION,
        "SamvDecision",
        before=7,
        after=10,
        left=0.35,
        keep_lines=True,
        border=Border("left", 24, 7, ACCENT),
        fill=TINT,
    ),
    Look(
        COMMISSION,
        "SamvCommission",
        after=2,
        left=1.75,
        hanging=1.4,
        keep_lines=True,
        border=Border("left", 24, 7, RULE),
    ),
    Look(CELL, "SamvCell", size=9.5, after=0),
    Look(CELL_HEADING, "SamvCellHeading", size=9.5, bold=True, after=0, keep_next=True),
)

_IDENTIFIERS = {look.name: look.identifier or look.name.replace(" ", "") for look in LOOKS}
TABLE_IDENTIFIER = "SamvTable"

#: What follows borders, shading and tabs in a paragraph's properties: the schema's order.
_AFTER_SHADING = ("w:tabs", "w:spacing", "w:ind", "w:contextualSpacing", "w:jc", "w:outlineLvl")
_THEMED = ("asciiTheme", "hAnsiTheme", "eastAsiaTheme", "cstheme")


def element(tag: str, **attributes: str | int) -> BaseOxmlElement:
    """Return a new element of the word processing namespace, its attributes in the same."""
    made = cast("BaseOxmlElement", OxmlElement(f"w:{tag}"))
    for name, value in attributes.items():
        made.set(qn(f"w:{name}"), str(value))
    return made


def identifier_of(style: str) -> str:
    """Return the identifier that a paragraph names its style by.

    python-docx would look for it through all styles of the document, once for each paragraph.
    """
    return _IDENTIFIERS[style]


def lay_on(document: Document) -> None:
    """Set up the page and every style of a document."""
    _set_page(document)
    for look in LOOKS:
        _set_look(_style_of(document, look), look)
    _add_table_style(document)


def _set_page(document: Document) -> None:
    section = document.sections[0]
    section.page_width, section.page_height = Cm(PAGE.width), Cm(PAGE.height)
    section.left_margin = section.right_margin = Cm(PAGE.side)
    section.top_margin, section.bottom_margin = Cm(PAGE.top), Cm(PAGE.bottom)
    section.header_distance = section.footer_distance = Cm(PAGE.edge)


def _style_of(document: Document, look: Look) -> ParagraphStyle:
    if not look.identifier:
        found = document.styles[look.name]
    else:
        found = document.styles.add_style(look.name, WD_STYLE_TYPE.PARAGRAPH)
        found.style_id = look.identifier
        found.quick_style = True
    if not isinstance(found, ParagraphStyle):
        raise TypeError(look.name)
    return found


def _set_look(style: ParagraphStyle, look: Look) -> None:
    _set_type(style, look)
    layout = style.paragraph_format
    layout.space_before, layout.space_after = Pt(look.before), Pt(look.after)
    layout.line_spacing = 1.1
    layout.widow_control = True
    layout.keep_with_next = look.keep_next or None
    layout.keep_together = look.keep_lines or look.keep_next or None
    layout.left_indent = Cm(look.left)
    layout.first_line_indent = Cm(-look.hanging)
    layout.tab_stops.clear_all()
    if look.hanging:
        layout.tab_stops.add_tab_stop(Cm(look.left))
    if look.right_tab:
        layout.tab_stops.add_tab_stop(Cm(PAGE.text_width), WD_TAB_ALIGNMENT.RIGHT)
    _set_frame(style, look)


def _set_type(style: ParagraphStyle, look: Look) -> None:
    font = style.font
    font.name, font.size, font.bold, font.italic = FONT, Pt(look.size), look.bold, False
    font.color.rgb = RGBColor.from_string(look.colour) if look.colour else None
    properties = style.element.get_or_add_rPr()
    fonts = properties.find(qn("w:rFonts"))
    # A theme's font wins over a named one, so the theme's must go.
    for themed in _THEMED:
        fonts.attrib.pop(qn(f"w:{themed}"), None)
    for stray in ("w:spacing", "w:kern"):
        for found in properties.findall(qn(stray)):
            properties.remove(found)


def _set_frame(style: ParagraphStyle, look: Look) -> None:
    properties = style.element.get_or_add_pPr()
    for stray in ("w:pBdr", "w:shd"):
        for found in properties.findall(qn(stray)):
            properties.remove(found)
    if look.border is not None:
        side, size, space, colour = look.border
        borders = element("pBdr")
        drawn = {side: element(side, val="single", sz=size, space=space, color=colour)}
        if look.fill:
            # Borders in the colour of the filling are the only padding that Word knows.
            for edge in ("top", "bottom"):
                drawn[edge] = element(edge, val="single", sz=4, space=3, color=look.fill)
        borders.extend(drawn[at] for at in ("top", "left", "bottom") if at in drawn)
        properties.insert_element_before(borders, *_AFTER_SHADING)
    if look.fill:
        shading = element("shd", val="clear", color="auto", fill=look.fill)
        properties.insert_element_before(shading, *_AFTER_SHADING)


def _add_table_style(document: Document) -> None:
    style = document.styles.add_style(TABLE, WD_STYLE_TYPE.TABLE)
    style.style_id = TABLE_IDENTIFIER
    properties = element("tblPr")
    borders = element("tblBorders")
    for side in ("top", "bottom", "insideH"):
        borders.append(element(side, val="single", sz=4, space=0, color=RULE))
    margins = element("tblCellMar")
    for side, width in (("top", 50), ("left", 85), ("bottom", 50), ("right", 85)):
        margins.append(element(side, w=width, type="dxa"))
    properties.extend((borders, margins))
    first_row = element("tblStylePr", type="firstRow")
    cell = element("tcPr")
    edges = element("tcBorders")
    edges.append(element("bottom", val="single", sz=12, space=0, color=ACCENT))
    cell.extend((edges, element("shd", val="clear", color="auto", fill=TINT)))
    first_row.append(cell)
    style.element.extend((properties, first_row))
