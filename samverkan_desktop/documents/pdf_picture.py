"""Drawings in PDF files, with the words that say what they show (PDF/UA-1, 7.3)."""

from collections.abc import Iterable

from reportlab.graphics import renderPDF
from reportlab.graphics.shapes import Drawing
from reportlab.platypus import Flowable, Spacer

from samverkan_desktop.documents.bar_chart import Chart
from samverkan_desktop.documents.pdf_structure import Element, TaggedCanvas


class Picture(Flowable):
    """A drawing that stands in the text.

    Args:
        drawing: what is drawn.
        alternative: what it shows, in words, for whoever does not see it.
    """

    def __init__(self, drawing: Drawing, alternative: str) -> None:
        super().__init__()
        self.drawing, self.alternative = drawing, alternative
        self.width, self.height = drawing.width, drawing.height

    def wrap(self, _available_width: float, _available_height: float) -> tuple[float, float]:
        """Return the width and height it takes."""
        return self.width, self.height

    def draw(self) -> None:
        """Draw it, as one figure of the document's structure."""
        canvas = self.canv
        if not isinstance(canvas, TaggedCanvas):
            renderPDF.draw(self.drawing, canvas, 0, 0)
            return
        corners = (*canvas.absolutePosition(0, 0), *canvas.absolutePosition(self.width, self.height))
        with canvas.marked(Element("Figure", alternative=self.alternative, attributes={"BBox": corners})):
            renderPDF.draw(self.drawing, canvas, 0, 0)


def pictures(charts: Iterable[Chart], space: float = 6) -> list[Flowable]:
    """Return charts under one another, each with so many points of room after it."""
    return [
        part for chart in charts for part in (Picture(chart.drawing, chart.alternative), Spacer(0, space))
    ]
