"""The page of a PDF file: running head, footer with page n (N), outline, language and metadata."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from io import BytesIO

from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import BaseDocTemplate, Flowable, Frame, PageTemplate

from samverkan_desktop.documents import pdf_archive
from samverkan_desktop.documents import pdf_style as style
from samverkan_desktop.documents.clean import clean, cleaned
from samverkan_desktop.documents.pdf_structure import TaggedCanvas
from samverkan_desktop.documents.pdf_text import text
from samverkan_desktop.i18n import language_tag, tr

#: Height of the running head, from the second page on.
_RUNNING_HEAD = 24
#: Where the rule above the footer stands.
_FOOT = style.MARGIN_BOTTOM - 16


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


#: Draws what could not be drawn before it was known how many pages there are, given their number.
Completion = Callable[[Canvas, int], None]


class DocumentCanvas(TaggedCanvas):
    """A canvas that keeps the outline in step with the headings, and counts pages before it numbers them.

    What depends on the number of pages is a form that its page refers to, and is drawn at the end:
    laying the whole document out once to count and once more to print would take twice the time.
    """

    _headings = 0
    _deepest = -1
    _completions: tuple[Completion, ...] = ()
    #: How many pages come before the first one, where they are numbered through a year.
    pages_before = 0

    def __init__(self, *args: object, **keywords: object) -> None:
        #: On which page something is, by what it is called there.
        self.places: dict[str, int] = {}
        super().__init__(*args, **keywords)

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
        self.addOutlineEntry(cleaned(text), key, level=self._deepest, closed=False)

    def complete(self, drawing: Completion) -> None:
        """Have something drawn here, in the coordinates now in use, when the last page is done."""
        self._completions = (*self._completions, drawing)
        self.doForm(_form(len(self._completions)))

    def save(self) -> None:
        """Draw what waited for the number of pages, and write the file."""
        pages = self.getPageNumber() - 1
        for number, drawing in enumerate(self._completions, 1):
            self.beginForm(_form(number))
            drawing(self, pages)
            self.endForm()
        self.write_structure()
        pdf_archive.declare(self._doc, language_tag())
        super().save()


def _form(number: int) -> str:
    return f"completion-{number}"


def settings_of(sheet: Sheet) -> dict[str, object]:
    """Return what reportlab is told of a file: its page, its properties, its language."""
    return {
        "pagesize": (style.PAGE_WIDTH, style.PAGE_HEIGHT),
        "title": sheet.title,
        "subject": sheet.subject,
        "author": sheet.head,
        "creator": "Samverkan",
        "lang": language_tag(),
        "invariant": 1,
        "initialFontName": style.REGULAR,
        "displayDocTitle": True,
    }


class _Pages(BaseDocTemplate):
    """A document of A4 pages with one column."""

    def __init__(self, target: BytesIO, sheet: Sheet) -> None:
        super().__init__(target, **settings_of(sheet))
        self._sheet = sheet
        self._footer_text = text(sheet.footer, style.NOTE)
        first = PageTemplate("first", _frame(0), onPage=self._first, autoNextPageTemplate="later")
        self.addPageTemplates([first, PageTemplate("later", _frame(_RUNNING_HEAD), onPage=self._later)])

    def _first(self, canvas: DocumentCanvas, _document: BaseDocTemplate) -> None:
        self._footer(canvas)
        canvas.complete(partial(_number, canvas.getPageNumber()))

    def _later(self, canvas: DocumentCanvas, _document: BaseDocTemplate) -> None:
        top = style.PAGE_HEIGHT - style.MARGIN_TOP
        canvas.setFillColor(style.MUTED)
        canvas.setFont(style.REGULAR, 8.5)
        canvas.drawString(style.MARGIN_SIDE, top - 6, self._sheet.head)
        self._rule(canvas, top - 12)
        self._footer(canvas)
        canvas.complete(partial(_number, canvas.getPageNumber(), name=self._sheet.name))

    def _footer(self, canvas: DocumentCanvas) -> None:
        self._rule(canvas, _FOOT)
        _, height = self._footer_text.wrap(style.MEASURE - 70, style.MARGIN_BOTTOM)
        with canvas.silent():
            self._footer_text.drawOn(canvas, style.MARGIN_SIDE, _FOOT - 5.5 - height)

    @staticmethod
    def _rule(canvas: Canvas, height: float) -> None:
        canvas.setStrokeColor(style.RULE)
        canvas.setLineWidth(0.6)
        canvas.line(style.MARGIN_SIDE, height, style.PAGE_WIDTH - style.MARGIN_SIDE, height)


def _frame(head: float) -> Frame:
    """Return where text goes on a page with a running head of that height."""
    height = style.PAGE_HEIGHT - style.MARGIN_TOP - style.MARGIN_BOTTOM - head
    return Frame(style.MARGIN_SIDE, style.MARGIN_BOTTOM, style.MEASURE, height, 0, 0, 0, 0)


def _number(page: int, canvas: Canvas, pages: int, name: str = "") -> None:
    """Draw a page's number in its footer and, after the document's name, in its running head."""
    right = style.PAGE_WIDTH - style.MARGIN_SIDE
    numbered = page_of(page, pages)
    canvas.setFillColor(style.MUTED)
    canvas.setFont(style.REGULAR, 8.5)
    if name:
        canvas.drawRightString(right, style.PAGE_HEIGHT - style.MARGIN_TOP - 6, f"{name}  {numbered}")
    canvas.drawRightString(right, _FOOT - 14, tr("sida {page}", page=numbered))


def page_of(page: int, pages: int) -> str:
    """Return a page number as Swedish documents have it: ``1 (2)``."""
    return f"{page} ({pages})"


def build(sheet: Sheet, story: Callable[[], list[Flowable]]) -> bytes:
    """Return the PDF file.

    Args:
        sheet: what stands on every page.
        story: makes what stands in it, once the fonts are known.
    """
    style.register_fonts()
    target = BytesIO()
    _Pages(target, clean(sheet)).build(story(), canvasmaker=DocumentCanvas)
    return target.getvalue()
