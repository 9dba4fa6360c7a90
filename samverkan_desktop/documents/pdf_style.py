"""How the program's PDF files look: one type family, one accent colour, one scale of sizes."""

from functools import cache
from typing import Final

from reportlab.graphics import shapes
from reportlab.lib.colors import Color, HexColor, white
from reportlab.lib.enums import TA_CENTER, TA_RIGHT
from reportlab.lib.pagesizes import A4
from reportlab.lib.styles import ParagraphStyle
from reportlab.lib.units import mm
from reportlab.pdfbase import pdfmetrics

from samverkan_desktop import paths
from samverkan_desktop.documents.pdf_font import SparingFont

REGULAR: Final = "SourceSans3-Regular"
ITALIC: Final = "SourceSans3-Italic"
BOLD: Final = "SourceSans3-SemiBold"
BOLD_ITALIC: Final = "SourceSans3-SemiBoldItalic"

ACCENT: Final[Color] = HexColor(0x1F5A7A)
INK: Final[Color] = HexColor(0x1E2427)
MUTED: Final[Color] = HexColor(0x56626A)
RULE: Final[Color] = HexColor(0xC5CFD5)
RULE_LIGHT: Final[Color] = HexColor(0xDCE5EA)
TINT: Final[Color] = HexColor(0xEEF3F6)
PAPER: Final[Color] = white

PAGE_WIDTH, PAGE_HEIGHT = A4
MARGIN_SIDE: Final = 22 * mm
MARGIN_TOP: Final = 20 * mm
MARGIN_BOTTOM: Final = 24 * mm
#: Width of the text on the page.
MEASURE: Final = PAGE_WIDTH - 2 * MARGIN_SIDE


@cache
def register_fonts() -> None:
    """Make the shipped fonts known, once; they are embedded in every file that uses them."""
    for name in (REGULAR, ITALIC, BOLD, BOLD_ITALIC):
        pdfmetrics.registerFont(SparingFont(name, str(paths.resource("fonts", f"{name}.ttf"))))
    pdfmetrics.registerFontFamily(REGULAR, REGULAR, BOLD, ITALIC, BOLD_ITALIC)
    # Every drawing begins by naming a font, which would else be a Helvetica that is not embedded.
    shapes.STATE_DEFAULTS["fontName"] = REGULAR


def _style(name: str, size: float, leading: float, **settings: object) -> ParagraphStyle:
    known: dict[str, object] = {
        "fontName": REGULAR,
        "bulletFontName": REGULAR,
        "textColor": INK,
        "fontSize": size,
        "leading": leading,
        "allowWidows": 0,
        "allowOrphans": 0,
    }
    return ParagraphStyle(name, **{**known, **settings})


BODY: Final = _style("body", 10, 14.5, spaceAfter=5)
TITLE: Final = _style("title", 21, 26, fontName=BOLD, spaceBefore=20, spaceAfter=3)
SUBTITLE: Final = _style("subtitle", 12.5, 17, textColor=ACCENT, spaceAfter=14)
HEADING: Final = _style("heading", 14, 18, fontName=BOLD, textColor=ACCENT, spaceBefore=20, spaceAfter=7)
SUBHEADING: Final = _style("subheading", 10.5, 14, fontName=BOLD, spaceBefore=11, spaceAfter=4)
LABEL: Final = _style("label", 10, 14.5, fontName=BOLD)
CELL: Final = _style("cell", 9, 12)
CELL_LISTED: Final = _style("cell-listed", 9, 12, leftIndent=10, bulletIndent=10, spaceAfter=1)
CELL_BOLD: Final = _style("cell-bold", 9, 12, fontName=BOLD)
CELL_CENTRED: Final = _style("cell-centred", 9, 12, alignment=TA_CENTER)
CELL_CENTRED_BOLD: Final = _style("cell-centred-bold", 9, 12, fontName=BOLD, alignment=TA_CENTER)
CELL_RIGHT: Final = _style("cell-right", 9, 12, alignment=TA_RIGHT)
COLUMN: Final = _style("column", 8.5, 11, fontName=BOLD, textColor=ACCENT)
COLUMN_CENTRED: Final = _style(
    "column-centred", 8.5, 11, fontName=BOLD, textColor=ACCENT, alignment=TA_CENTER
)
COLUMN_RIGHT: Final = _style("column-right", 8.5, 11, fontName=BOLD, textColor=ACCENT, alignment=TA_RIGHT)
NOTE: Final = _style("note", 8.5, 11.5, textColor=MUTED)
NOTE_CENTRED: Final = _style("note-centred", 7.5, 10, textColor=MUTED, alignment=TA_CENTER)
QUOTE: Final = _style("quote", 8.5, 11.5, fontName=ITALIC, textColor=MUTED)
ITEM: Final = _style("item", 10, 13.5)
ITEM_BOLD: Final = _style("item-bold", 10, 13.5, fontName=BOLD, spaceBefore=3, spaceAfter=3)
LISTED: Final = _style("listed", 10, 13.5, leftIndent=14, bulletIndent=14, spaceAfter=4)
NUMBERED: Final = _style("numbered", 10, 13.5, leftIndent=18, bulletIndent=18, spaceAfter=4)
#: Lines of a list in notes, and of one within it.
LISTED_LEVELS: Final = tuple(
    _style(f"listed-{level}", 10, 14, leftIndent=14 * level, bulletIndent=14, spaceAfter=3)
    for level in (1, 2, 3)
)
NUMBERED_LEVELS: Final = tuple(
    _style(f"numbered-{level}", 10, 14, leftIndent=18 * level, bulletIndent=18, spaceAfter=3)
    for level in (1, 2, 3)
)
FIGURE: Final = _style("figure", 20, 24, fontName=BOLD, textColor=ACCENT)
LETTERHEAD: Final = _style("letterhead", 11, 15, fontName=BOLD)
LETTERHEAD_NOTE: Final = _style("letterhead-note", 9, 12.5, textColor=MUTED)
DOCUMENT_NAME: Final = _style("document-name", 11, 15, fontName=BOLD, textColor=ACCENT, alignment=TA_RIGHT)
DOCUMENT_NOTE: Final = _style("document-note", 9, 12.5, textColor=MUTED, alignment=TA_RIGHT)
