"""The pages of a protokoll as a PDF file: each with the table Beslutsdatum, Paragraf, Sida (B01, B02).

A protokoll is a row of leaves: the front page, then each paragraph from a page of its own, so that one can be
taken out alone. The pages are numbered through the year.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from io import BytesIO

from reportlab.platypus import (
    BaseDocTemplate,
    Flowable,
    Frame,
    NextPageTemplate,
    PageBreak,
    PageTemplate,
    Table,
)

from samverkan_desktop.documents import pdf_page
from samverkan_desktop.documents import pdf_style as style
from samverkan_desktop.documents import protocol_parts as parts
from samverkan_desktop.documents.minutes import Minutes
from samverkan_desktop.documents.pdf_page import DocumentCanvas, Sheet
from samverkan_desktop.documents.pdf_table import data_table
from samverkan_desktop.documents.pdf_text import text
from samverkan_desktop.documents.protocol_parts import Leaf
from samverkan_desktop.i18n import tr

#: Height of the line above the table.
_LINE = 16
#: Between the table and the text.
_BELOW = 10
_FOOT = style.MARGIN_BOTTOM - 10


@dataclass
class LeafPages:
    """A leaf with what stands on its pages."""

    leaf: Leaf
    story: list[Flowable]


@dataclass(frozen=True)
class Made:
    """A protokoll as a PDF file: how many pages it has, and on which of them each item begins."""

    file: bytes
    pages: int
    places: Mapping[str, int]


class _Pages(BaseDocTemplate):
    """A document whose pages bear the table of the leaf they belong to."""

    def __init__(self, target: BytesIO, sheet: Sheet, minutes: Minutes, leaves: Sequence[Leaf]) -> None:
        super().__init__(target, **pdf_page.settings_of(sheet))
        self._sheet = sheet
        self._minutes = minutes
        self._told: set[int] = set()
        self.addPageTemplates([self._template(number, leaf) for number, leaf in enumerate(leaves)])

    def _template(self, number: int, leaf: Leaf) -> PageTemplate:
        _, high = self._table(leaf, 0).wrap(style.MEASURE, style.PAGE_HEIGHT)
        height = style.PAGE_HEIGHT - style.MARGIN_TOP - style.MARGIN_BOTTOM - _LINE - high - _BELOW
        frame = Frame(style.MARGIN_SIDE, style.MARGIN_BOTTOM, style.MEASURE, height, 0, 0, 0, 0)
        return PageTemplate(_name(number), frame, onPage=partial(self._dress, number, leaf))

    def _table(self, leaf: Leaf, page: int) -> Table:
        own, *before = parts.head_rows(self._minutes, leaf)
        rows = [(*own[:-1], str(page)), *before]
        return data_table(parts.head_columns(), rows, (None, 84, 84, 44))

    def _dress(self, number: int, leaf: Leaf, canvas: DocumentCanvas, _document: BaseDocTemplate) -> None:
        """Draw the head and the foot; the table is read out on a leaf's first page, and decoration after."""
        first = parts.front_of(self._minutes).first_page
        canvas.pages_before = first - 1
        top = style.PAGE_HEIGHT - style.MARGIN_TOP
        canvas.setFont(style.BOLD, 9)
        canvas.setFillColor(style.MUTED)
        canvas.drawString(style.MARGIN_SIDE, top - 8, self._sheet.head)
        canvas.drawRightString(style.PAGE_WIDTH - style.MARGIN_SIDE, top - 8, self._sheet.name)
        table = self._table(leaf, canvas.getPageNumber() + first - 1)
        _, high = table.wrapOn(canvas, style.MEASURE, style.PAGE_HEIGHT)
        if number in self._told:
            with canvas.silent():
                table.drawOn(canvas, style.MARGIN_SIDE, top - _LINE - high)
        else:
            self._told.add(number)
            table.drawOn(canvas, style.MARGIN_SIDE, top - _LINE - high)
        self._foot(canvas)

    def _foot(self, canvas: DocumentCanvas) -> None:
        """Draw where those who attest put their marks, and whoever certifies an extract a name."""
        half = style.MEASURE / 2
        canvas.setStrokeColor(style.RULE)
        canvas.setLineWidth(0.6)
        for place, label in enumerate((tr("Justerandes sign"), tr("Utdragsbestyrkande"))):
            left = style.MARGIN_SIDE + place * half
            canvas.line(left, _FOOT, left + half - (12 if place == 0 else 0), _FOOT)
            note = text(label, style.NOTE)
            _, high = note.wrap(half, style.MARGIN_BOTTOM)
            with canvas.silent():
                note.drawOn(canvas, left, _FOOT - 3 - high)
        state = text(parts.state(self._minutes), style.DOCUMENT_NOTE)
        _, high = state.wrap(style.MEASURE, style.MARGIN_BOTTOM)
        with canvas.silent():
            state.drawOn(canvas, style.MARGIN_SIDE, _FOOT - 30 - high)


def _name(number: int) -> str:
    return f"leaf-{number}"


def build(sheet: Sheet, minutes: Minutes, make_leaves: Callable[[], list[LeafPages]]) -> Made:
    """Return the PDF file, and what is on which of its pages.

    Args:
        sheet: what stands on every page, and in the file's properties.
        minutes: the protokoll.
        make_leaves: makes its leaves, once the fonts are known.
    """
    style.register_fonts()
    leaves = make_leaves()
    story: list[Flowable] = []
    for number, pages in enumerate(leaves):
        if number:
            story += [NextPageTemplate(_name(number)), PageBreak()]
        story += pages.story
    target = BytesIO()
    document = _Pages(target, sheet, minutes, [pages.leaf for pages in leaves])
    document.build(story, canvasmaker=DocumentCanvas)
    return Made(target.getvalue(), document.page, document.canv.places)
