"""Text in PDF files: paragraphs whose words stand as they are, broken into lines no oftener than needed."""

from functools import lru_cache

from reportlab.lib.styles import ParagraphStyle
from reportlab.platypus import Flowable, Paragraph
from reportlab.platypus.paraparser import ParaFrag

from samverkan_desktop.documents import pdf_style as style
from samverkan_desktop.documents.pdf_structure import Element, TaggedCanvas


class Text(Paragraph):
    """A paragraph that is broken into lines once for each width it is laid out in.

    Its parts on several pages are one element of the document's structure.
    """

    #: Each line of several without markup: what reportlab makes of them changes when they are laid out.
    lines: tuple[str, ...] = ()
    _broken: tuple[float, tuple[float, float]] | None = None
    _element: Element | None = None

    @property
    def element(self) -> Element:
        """What it is in the document's structure."""
        if self._element is None:
            self._element = Element("P")
        return self._element

    @element.setter
    def element(self, element: Element) -> None:
        self._element = element

    def wrap(self, available_width: float, available_height: float) -> tuple[float, float]:
        """Return the width and height it takes."""
        # A table asks each cell three times and more: to be measured, to be split, and to be drawn.
        if self._broken is None or self._broken[0] != available_width or not hasattr(self, "blPara"):
            self._broken = available_width, super().wrap(available_width, available_height)
        return self._broken[1]

    def split(self, available_width: float, available_height: float) -> list[Flowable]:
        """Return the parts for this page and the next."""
        parts: list[Flowable] = super().split(available_width, available_height)
        for part in parts:
            if isinstance(part, Text):
                part.element = self.element
        return parts

    def draw(self) -> None:
        """Draw it, as what it is in the document's structure."""
        if self.frags and isinstance(self.canv, TaggedCanvas):
            with self.canv.marked(self.element):
                super().draw()
        else:
            super().draw()


def text(content: str, look: ParagraphStyle = style.BODY) -> Text:
    """Return a paragraph; what looks like markup is shown as it stands."""
    if "\n" in content:
        made = Text(escape(content), look)
        made.lines = tuple(content.split("\n"))
        return made
    return Text(None, look, frags=words(content, look))


def words(content: str, look: ParagraphStyle) -> list[ParaFrag]:
    """Return what reportlab's parser would make of a line without markup, at a fraction of the time."""
    return [_fragment(look).clone(text=content)] if content.strip() else []


def escape(content: str) -> str:
    """Return a text for a paragraph with markup: what looks like markup in it is shown as it stands."""
    safe = content.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
    return safe.replace("\n", "<br/>")


@lru_cache(maxsize=100)
def _fragment(look: ParagraphStyle) -> ParaFrag:
    return Paragraph("x", look).frags[0]
