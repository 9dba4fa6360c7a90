"""The page of a PDF file: running head, footer with page n (N), outline, language and metadata."""

from collections.abc import Callable
from dataclasses import dataclass
from io import BytesIO

from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import BaseDocTemplate, Flowable, Frame, PageTemplate, Paragraph

from samverkan_desktop.documents import pdf_style as style
from samverkan_desktop.i18n import current_language, tr

#: Height of the running head, from the second page on.
_RUNNING_HEAD = 24


@dataclass(frozen=True)
class Sheet:
    """What stands on every page and in the file's properties.

    Args:
        title: the file's title.
        subject: what it concerns.
        head: left half of the running head, from the second page on.
        name: what kind of document it is, in the running head: ``KALLELSE``.
        footer: left half of the footer.
    """

    title: str
    subject: str
    head: str
    name: str
    footer: str


class OutlineCanvas(Canvas):
    """A canvas that keeps the outline in step with the headings drawn on it."""

    _headings = 0
    _deepest = -1

    def add_heading(self, text: str, level: int, top: float) -> None:
        """Add a bookmark to the outline.

        Args:
            text: the heading.
            level: 0 for the document's title; a level is never skipped.
            top: the heading's upper edge, in the coordinates now in use.
        """
        self._headings += 1
        key = f"heading-{self._headings}"
        self.bookmarkHorizontal(key, 0, top)
        self._deepest = min(level, self._deepest + 1)
        self.addOutlineEntry(text, key, level=self._deepest, closed=False)


#: Makes the flowables of a document, anew at each call, given how many pages it has.
StoryMaker = Callable[[int], list[Flowable]]


class _Pages(BaseDocTemplate):
    """A document of A4 pages with one column."""

    def __init__(self, target: BytesIO, sheet: Sheet, pages: int) -> None:
        super().__init__(
            target,
            pagesize=(style.PAGE_WIDTH, style.PAGE_HEIGHT),
            title=sheet.title,
            subject=sheet.subject,
            author=sheet.head,
            creator="Samverkan",
            lang="en-GB" if current_language() == "en" else "sv-SE",
            invariant=1,
            initialFontName=style.REGULAR,
            displayDocTitle=True,
        )
        self._sheet = sheet
        self._total = pages
        first = PageTemplate("first", _frame(0), onPage=self._first, autoNextPageTemplate="later")
        self.addPageTemplates([first, PageTemplate("later", _frame(_RUNNING_HEAD), onPage=self._later)])

    def _first(self, canvas: Canvas, _document: BaseDocTemplate) -> None:
        self._footer(canvas)

    def _later(self, canvas: Canvas, _document: BaseDocTemplate) -> None:
        top = style.PAGE_HEIGHT - style.MARGIN_TOP
        right = style.PAGE_WIDTH - style.MARGIN_SIDE
        canvas.setFillColor(style.MUTED)
        canvas.setFont(style.REGULAR, 8.5)
        canvas.drawString(style.MARGIN_SIDE, top - 6, self._sheet.head)
        page = page_of(canvas.getPageNumber(), self._total)
        canvas.drawRightString(right, top - 6, f"{self._sheet.name}  {page}")
        self._rule(canvas, top - 12)
        self._footer(canvas)

    def _footer(self, canvas: Canvas) -> None:
        top = style.MARGIN_BOTTOM - 16
        self._rule(canvas, top)
        page = tr("sida {page}", page=page_of(canvas.getPageNumber(), self._total))
        canvas.setFillColor(style.MUTED)
        canvas.setFont(style.REGULAR, 8.5)
        canvas.drawRightString(style.PAGE_WIDTH - style.MARGIN_SIDE, top - 14, page)
        text = Paragraph(escape(self._sheet.footer), style.NOTE)
        _, height = text.wrap(style.MEASURE - 70, style.MARGIN_BOTTOM)
        text.drawOn(canvas, style.MARGIN_SIDE, top - 5.5 - height)

    @staticmethod
    def _rule(canvas: Canvas, height: float) -> None:
        canvas.setStrokeColor(style.RULE)
        canvas.setLineWidth(0.6)
        canvas.line(style.MARGIN_SIDE, height, style.PAGE_WIDTH - style.MARGIN_SIDE, height)


def _frame(head: float) -> Frame:
    """Return where text goes on a page with a running head of that height."""
    height = style.PAGE_HEIGHT - style.MARGIN_TOP - style.MARGIN_BOTTOM - head
    return Frame(style.MARGIN_SIDE, style.MARGIN_BOTTOM, style.MEASURE, height, 0, 0, 0, 0)


def escape(text: str) -> str:
    """Return a text for a paragraph: what looks like markup in it is shown as it stands."""
    safe = text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
    return safe.replace("\n", "<br/>")


def page_of(page: int, pages: int) -> str:
    """Return a page number as Swedish documents have it: ``1 (2)``."""
    return f"{page} ({pages})"


def build(sheet: Sheet, story: StoryMaker) -> bytes:
    """Return the PDF file: laid out once to count its pages and once more to print their number.

    Args:
        sheet: what stands on every page.
        story: makes the flowables; told 1 page at first, and then the right number.
    """
    style.register_fonts()
    count = 1
    for _ in range(2):
        target = BytesIO()
        document = _Pages(target, sheet, count)
        document.build(story(count), canvasmaker=OutlineCanvas)
        count = document.page
    return target.getvalue()
