"""Lists in PDF files."""

from collections.abc import Iterable

from reportlab.lib.styles import ParagraphStyle
from reportlab.pdfbase.pdfmetrics import getAscentDescent
from reportlab.platypus import Flowable

from samverkan_desktop.documents import pdf_style as style
from samverkan_desktop.documents.pdf_structure import Element, TaggedCanvas
from samverkan_desktop.documents.pdf_text import Text, escape, words


class ListLine(Text):
    """One entry of a list, its dot or number against the left edge of its first line."""

    label = ""

    def split(self, available_width: float, available_height: float) -> list[Flowable]:
        """Return the parts for this page and the next, of which only the first has the dot or number."""
        parts = super().split(available_width, available_height)
        for part in parts[:1]:
            part.label = self.label
        return parts

    def draw(self) -> None:
        """Draw the dot or number, then the text."""
        if self.label:
            self._draw_label()
        super().draw()

    def _draw_label(self) -> None:
        canvas = self.canv
        left = self.style.leftIndent - self.style.bulletIndent
        ascent, _ = getAscentDescent(self.style.fontName, self.style.fontSize)
        canvas.saveState()
        canvas.setFont(style.REGULAR, self.style.fontSize)
        canvas.setFillColor(style.ACCENT)
        if isinstance(canvas, TaggedCanvas):
            with canvas.marked(Element("Lbl", self.element.parent)):
                canvas.drawString(left, self.height - ascent, self.label)
        else:
            canvas.drawString(left, self.height - ascent, self.label)
        canvas.restoreState()


def bullets(lines: Iterable[str], look: ParagraphStyle = style.LISTED) -> list[Flowable]:
    """Return the lines of a list, a dot before each."""
    return _list(((line, "•") for line in lines), look)


def numbered(lines: Iterable[str]) -> list[Flowable]:
    """Return the lines of a list, numbered from 1."""
    return _list(((line, f"{number}.") for number, line in enumerate(lines, 1)), style.NUMBERED)


def _list(lines: Iterable[tuple[str, str]], look: ParagraphStyle) -> list[Flowable]:
    whole = Element("L")
    return [list_line(escape(content), look, label, whole) for content, label in lines]


def list_line(markup: str, look: ParagraphStyle, label: str, whole: Element) -> ListLine:
    """Return one line of a list.

    Args:
        markup: what it says, as reportlab's paragraphs have it.
        look: how it looks.
        label: its dot or number.
        whole: the list, in the document's structure.
    """
    plain = not any(sign in markup for sign in "<&")
    line = ListLine(None, look, frags=words(markup, look)) if plain else ListLine(markup, look)
    line.label = label
    line.element = Element("LBody", Element("LI", whole))
    return line
