"""Drawings in Word documents: the very drawing of the PDF file, as a picture with the words that tell it."""

import io
import threading

import pypdfium2
from docx.document import Document
from docx.shared import Length, Pt
from docx.text.paragraph import Paragraph
from reportlab.graphics import renderPDF
from reportlab.graphics.shapes import Drawing

from samverkan_desktop.documents import pdf_style

#: Dots for each point of the drawing: 216 an inch, which print shows no steps in.
_SHARPNESS = 3
#: How many colours are kept: the few that are drawn in, and those between them at their edges.
_COLOURS = 64
#: What draws is not made for two at once.
_one_at_a_time = threading.Lock()


def as_png(drawing: Drawing) -> bytes:
    """Return a drawing as a PNG file."""
    pdf_style.register_fonts()
    page = renderPDF.drawToString(drawing)
    with _one_at_a_time, pypdfium2.PdfDocument(page) as document:
        image = document[0].render(scale=_SHARPNESS).to_pil()
    file = io.BytesIO()
    image.convert("RGB").quantize(_COLOURS).save(file, "PNG", dpi=(72 * _SHARPNESS, 72 * _SHARPNESS))
    return file.getvalue()


def add_picture(document: Document, drawing: Drawing, alternative: str, most: Length) -> None:
    """Add a drawing as a paragraph of its own.

    Args:
        document: the document.
        drawing: what is drawn.
        alternative: what it shows, in words, for whoever does not see it.
        most: the width that it is made smaller to, where it is wider.
    """
    put_picture(document.add_paragraph(), drawing, alternative, most)


def put_picture(paragraph: Paragraph, drawing: Drawing, alternative: str, most: Length) -> None:
    """Add a drawing to the end of a paragraph; otherwise as `add_picture`."""
    width = min(Pt(drawing.width), most)
    shape = paragraph.add_run().add_picture(io.BytesIO(as_png(drawing)), width=width)
    about = shape._inline.docPr  # noqa: SLF001  python-docx names no public way to a picture's words
    about.set("descr", alternative)
