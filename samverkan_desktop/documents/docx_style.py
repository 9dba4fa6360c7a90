"""How every Word document looks: page, colours and styles, written as data; `docx_looks` lays them on.

The built-in styles are python-docx's own, whose names are English in the file whatever language
the user's Word speaks; the program's own styles bear Swedish names, as the user meets them in
Word's list of styles, and ASCII identifiers.
"""

from typing import NamedTuple, cast

from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.oxml.xmlchemy import BaseOxmlElement

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
PROTOCOL_FACT = "Protokollsuppgift"
PARTY = "Part"
ATTENDEE = "Deltagare"
ORIGIN = "Ursprung"
REFERENCE = "Bilagehänvisning"
DECISION = "Beslut"
COMMISSION = "Uppdrag"
CELL = "Tabelltext"
CELL_HEADING = "Tabellrubrik"
CELL_NOTE = "Tabellnot"
AGENDA_ITEM = "Dagordningspunkt"
AGENDA_NOTE = "Dagordningsnot"
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
    Look(PROTOCOL_FACT, "SamvProtocolFact", left=5.6, hanging=5.6, after=3),
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
    Look(CELL_NOTE, "SamvCellNote", size=8.5, colour=GREY, after=0),
    Look(AGENDA_ITEM, "SamvAgendaItem", size=14, before=3, after=3),
    Look(AGENDA_NOTE, "SamvAgendaNote", size=10.5, colour=GREY, after=3),
)

_IDENTIFIERS = {look.name: look.identifier or look.name.replace(" ", "") for look in LOOKS}
TABLE_IDENTIFIER = "SamvTable"


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
