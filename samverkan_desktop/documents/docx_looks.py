"""Laying the program's styles on a Word document: all on its own sheet, those that are missing on another."""

from typing import NamedTuple

from docx.document import Document
from docx.enum.style import WD_STYLE_TYPE
from docx.enum.text import WD_TAB_ALIGNMENT
from docx.oxml.ns import qn
from docx.shared import Cm, Pt, RGBColor
from docx.styles.style import ParagraphStyle

from samverkan_desktop.documents.docx_style import (
    ACCENT,
    FONT,
    LOOKS,
    PAGE,
    RULE,
    TABLE,
    TABLE_IDENTIFIER,
    TINT,
    Look,
    element,
    identifier_of,
)

#: What follows borders, shading and tabs in a paragraph's properties: the schema's order.
_AFTER_SHADING = ("w:tabs", "w:spacing", "w:ind", "w:contextualSpacing", "w:jc", "w:outlineLvl")
_THEMED = ("asciiTheme", "hAnsiTheme", "eastAsiaTheme", "cstheme")


class Hand(NamedTuple):
    """What the looks are written in.

    Args:
        font: the font; empty for that of the style they are based on.
        scale: how much larger the letters, and what stands in from the margin, are than the looks say.
        accent: the one accent colour.
        tint: what lies behind text.
    """

    font: str = FONT
    scale: float = 1.0
    accent: str = ACCENT
    tint: str = TINT

    def colour(self, colour: str) -> str:
        """Return a colour of the program's own sheet as it is here."""
        return {ACCENT: self.accent, TINT: self.tint}.get(colour, colour)


OWN_HAND = Hand()


def lay_on(document: Document) -> None:
    """Set up the page and every style of a document."""
    _set_page(document)
    for look in LOOKS:
        set_look(_style_of(document, look), look)
    add_table_style(document)


def _set_page(document: Document) -> None:
    section = document.sections[0]
    section.page_width, section.page_height = Cm(PAGE.width), Cm(PAGE.height)
    section.left_margin = section.right_margin = Cm(PAGE.side)
    section.top_margin, section.bottom_margin = Cm(PAGE.top), Cm(PAGE.bottom)
    section.header_distance = section.footer_distance = Cm(PAGE.edge)


def _style_of(document: Document, look: Look) -> ParagraphStyle:
    if look.identifier:
        return add_style(document, look)
    found = document.styles[look.name]
    if not isinstance(found, ParagraphStyle):
        raise TypeError(look.name)
    return found


def add_style(document: Document, look: Look) -> ParagraphStyle:
    """Add the style of a look to a document that has none of its name; it looks like nothing yet."""
    built_in = not look.identifier
    made = document.styles.add_style(look.name, WD_STYLE_TYPE.PARAGRAPH, builtin=built_in)
    if not isinstance(made, ParagraphStyle):
        raise TypeError(look.name)
    made.style_id = identifier_of(look.name)
    made.quick_style = True
    return made


def set_look(style: ParagraphStyle, look: Look, hand: Hand = OWN_HAND) -> None:
    """Let a style look so."""
    _set_type(style, look, hand)
    layout = style.paragraph_format
    layout.space_before, layout.space_after = Pt(look.before), Pt(look.after)
    layout.line_spacing = 1.1
    layout.widow_control = True
    layout.keep_with_next = look.keep_next or None
    layout.keep_together = look.keep_lines or look.keep_next or None
    left = Cm(look.left * hand.scale)
    layout.left_indent = left
    layout.first_line_indent = Cm(-look.hanging * hand.scale)
    layout.tab_stops.clear_all()
    if look.hanging:
        layout.tab_stops.add_tab_stop(left)
    if look.right_tab:
        layout.tab_stops.add_tab_stop(Cm(PAGE.text_width), WD_TAB_ALIGNMENT.RIGHT)
    _set_frame(style, look, hand)


def _set_type(style: ParagraphStyle, look: Look, hand: Hand) -> None:
    font = style.font
    font.size, font.bold, font.italic = Pt(round(look.size * hand.scale * 2) / 2), look.bold, False
    font.color.rgb = RGBColor.from_string(hand.colour(look.colour)) if look.colour else None
    properties = style.element.get_or_add_rPr()
    if hand.font:
        font.name = hand.font
        fonts = properties.find(qn("w:rFonts"))
        # A theme's font wins over a named one, so the theme's must go.
        for themed in _THEMED:
            fonts.attrib.pop(qn(f"w:{themed}"), None)
    for stray in ("w:spacing", "w:kern"):
        for found in properties.findall(qn(stray)):
            properties.remove(found)


def _set_frame(style: ParagraphStyle, look: Look, hand: Hand) -> None:
    properties = style.element.get_or_add_pPr()
    for stray in ("w:pBdr", "w:shd"):
        for found in properties.findall(qn(stray)):
            properties.remove(found)
    if look.border is not None:
        side, size, space, colour = look.border
        borders = element("pBdr")
        drawn = {side: element(side, val="single", sz=size, space=space, color=hand.colour(colour))}
        if look.fill:
            # Borders in the colour of the filling are the only padding that Word knows.
            for edge in ("top", "bottom"):
                drawn[edge] = element(edge, val="single", sz=4, space=3, color=hand.colour(look.fill))
        borders.extend(drawn[at] for at in ("top", "left", "bottom") if at in drawn)
        properties.insert_element_before(borders, *_AFTER_SHADING)
    if look.fill:
        shading = element("shd", val="clear", color="auto", fill=hand.colour(look.fill))
        properties.insert_element_before(shading, *_AFTER_SHADING)


def add_table_style(document: Document, hand: Hand = OWN_HAND) -> None:
    """Add the style of tables to a document that has none."""
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
    edges.append(element("bottom", val="single", sz=12, space=0, color=hand.accent))
    cell.extend((edges, element("shd", val="clear", color="auto", fill=hand.tint)))
    first_row.append(cell)
    style.element.extend((properties, first_row))
