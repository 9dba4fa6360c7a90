"""The pieces that PDF documents are made of: letterhead, headings, facts, tables, lists."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from reportlab.lib.styles import ParagraphStyle
from reportlab.pdfbase.pdfmetrics import getAscentDescent, stringWidth
from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import CondPageBreak, Flowable, Table

from samverkan_desktop.documents import pdf_style as style
from samverkan_desktop.documents.pdf_list import ListLine
from samverkan_desktop.documents.pdf_page import DocumentCanvas, page_of
from samverkan_desktop.documents.pdf_picture import Picture
from samverkan_desktop.documents.pdf_structure import Element
from samverkan_desktop.documents.pdf_table import KEPT_WHOLE, LEFT_EMPTY, SplitTable, plain_table
from samverkan_desktop.documents.pdf_text import Text, text, words

#: So much of a page, and no heading that fits on one is left over.
_WHOLE = 0.7


@dataclass(frozen=True)
class Section:
    """A numbered section of a document: its heading without the number, and what stands under it."""

    heading: str
    parts: list[Flowable]


class Heading(Text):
    """A paragraph that also stands in the document's outline, and is not split where a page can hold it."""

    def __init__(self, text: str, look: ParagraphStyle, level: int) -> None:
        super().__init__(None, look, frags=words(text, look))
        self.element = Element(f"H{level + 1}")
        self.outline_text = text
        self.outline_level = level

    def draw(self) -> None:
        """Draw it, and add it to the outline where the canvas keeps one."""
        if isinstance(self.canv, DocumentCanvas):
            self.canv.add_heading(self.outline_text, self.outline_level, self.height)
        super().draw()

    def split(self, available_width: float, available_height: float) -> list[Flowable]:
        """Return nothing, which moves all of it to the next page; the parts where no page can hold it."""
        if available_height < style.PAGE_HEIGHT * _WHOLE:
            return []
        plain = Text(None, self.style, frags=self.frags)
        plain.element = self.element
        plain.wrap(available_width, available_height)
        return [
            _Outlined(self.outline_text, self.outline_level),
            *plain.split(available_width, available_height),
        ]


class _Outlined(Flowable):
    """Stands in the outline for a heading that is split."""

    def __init__(self, text: str, level: int) -> None:
        super().__init__()
        self._text, self._level = text, level

    def wrap(self, _available_width: float, _available_height: float) -> tuple[float, float]:
        """Take no room."""
        return 0, 0

    def draw(self) -> None:
        """Add the heading to the outline."""
        if isinstance(self.canv, DocumentCanvas):
            self.canv.add_heading(self._text, self._level, 0)


class _Room(CondPageBreak):
    """Begins the next page where what follows has too little room on this one.

    Args:
        least: the height without which it is not begun.
        whole: the height it would rather have, where not much of the page is left empty for it.
    """

    def __init__(self, least: float, whole: float) -> None:
        super().__init__(least)
        self.least, self.whole = least, whole

    def wrap(self, available_width: float, available_height: float) -> tuple[float, float]:
        """Take no room, and leave the page where there is too little of it."""
        self.height = self.whole if available_height < LEFT_EMPTY else self.least
        width, height = super().wrap(available_width, available_height)
        return width, height


def sentence(content: str) -> str:
    """Return a text with a capital letter first, the rest as it stands."""
    return content[:1].upper() + content[1:]


def section(
    heading: str, parts: Sequence[Flowable], look: ParagraphStyle = style.HEADING, level: int = 1
) -> list[Flowable]:
    """Return a heading and what stands under it, begun on the next page where too little fits on this.

    A paragraph's own ``keepWithNext`` would push a whole table to the next page with it.

    Args:
        heading: the heading.
        parts: what stands under it.
        look: how the heading looks.
        level: its level in the outline.
    """
    own = look.spaceBefore + look.leading + look.spaceAfter
    least, whole = _opening(parts)
    return [_Room(own + least, own + whole), Heading(heading, look, level), *parts]


def _opening(parts: Sequence[Flowable]) -> tuple[float, float]:
    """Return the heights that must and should stand with a heading: to its first table, picture, section."""
    above = 0.0
    for part in parts:
        if isinstance(part, SplitTable):
            least, whole = part.opening()
            return above + least, above + whole
        if isinstance(part, _Room):
            return above + part.least, above + part.whole
        if isinstance(part, Picture):
            return above + part.height, above + part.height
        if isinstance(part, ListLine):
            least = above + 2 * float(style.ITEM.leading)
            return least, least
        _, own = part.wrap(style.MEASURE, style.PAGE_HEIGHT)
        above += float(own + part.getSpaceBefore() + part.getSpaceAfter())
        if above > KEPT_WHOLE:
            return KEPT_WHOLE / 4, KEPT_WHOLE / 4
    return min(above, KEPT_WHOLE / 4), above


class _DocumentName(Flowable):
    """What kind of document it is, with page 1 (N) after it, against the right edge."""

    def __init__(self, name: str) -> None:
        super().__init__()
        self._name = name
        self.width, self.height = 0.0, style.DOCUMENT_NAME.leading

    def wrap(self, available_width: float, _available_height: float) -> tuple[float, float]:
        """Return the width and height it takes."""
        self.width = available_width
        return self.width, self.height

    def draw(self) -> None:
        """Leave room for it until the number of pages is known."""
        canvas = self.canv
        if isinstance(canvas, DocumentCanvas):
            with canvas.marked(Element("P")):
                canvas.complete(self._complete)

    def _complete(self, canvas: Canvas, pages: int) -> None:
        look = style.DOCUMENT_NAME
        ascent, _ = getAscentDescent(look.fontName, look.fontSize)
        line = self.height - ascent
        number = page_of(1, pages)
        before = self.width - stringWidth(f"   {number}", style.REGULAR, look.fontSize)
        canvas.setFont(look.fontName, look.fontSize)
        canvas.setFillColor(look.textColor)
        canvas.drawRightString(before, line, self._name)
        canvas.setFont(style.REGULAR, look.fontSize)
        canvas.setFillColor(style.MUTED)
        canvas.drawRightString(self.width, line, number)


def letterhead(organisation: str, parties: Iterable[str], name: str, issued: date) -> Table:
    """Return the head of the first page: who writes, what it is, page 1 (N), and the day."""
    left = [text(organisation, style.LETTERHEAD), text(" · ".join(parties), style.LETTERHEAD_NOTE)]
    right = [_DocumentName(name), text(issued.isoformat(), style.DOCUMENT_NOTE)]
    return plain_table(
        [[left, right]],
        [style.MEASURE - 170, 170],
        [
            ("LINEBELOW", (0, 0), (-1, -1), 1.2, style.ACCENT),
            ("BOTTOMPADDING", (0, 0), (-1, -1), 8),
        ],
    )


def facts(rows: Iterable[tuple[str, Sequence[str]]], label_width: float = 92) -> Table:
    """Return labels with their values beside them, a paragraph a line; rows without lines are left out."""
    cells = [
        [text(label, style.LABEL), [text(line, style.ITEM) for line in lines]]
        for label, lines in rows
        if any(lines)
    ]
    widths = [label_width, style.MEASURE - label_width]
    return plain_table(cells, widths, [("BOTTOMPADDING", (0, 0), (-1, -1), 5)])
