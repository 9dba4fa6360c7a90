"""Paragraphs and text of a Word document written as elements: python-docx seeks a place for each of them."""

import re
from typing import cast

from docx.document import Document
from docx.oxml.text.paragraph import CT_P
from docx.oxml.xmlchemy import BaseOxmlElement
from docx.text.paragraph import Paragraph

from samverkan_desktop.documents import docx_style
from samverkan_desktop.documents.docx_style import element

#: What is an element of its own within a text.
_BREAKS = {"\t": "tab", "\n": "br"}
_BREAK = re.compile(r"([\t\n])")
_SPACE = "{http://www.w3.org/XML/1998/namespace}space"


def paragraph_of(style: str) -> CT_P:
    """Return an empty paragraph of a style, by its name."""
    made = cast("CT_P", element("p"))
    if style != docx_style.NORMAL:
        properties = element("pPr")
        properties.append(element("pStyle", val=docx_style.identifier_of(style)))
        made.append(properties)
    return made


def run_of(text: str, *, bold: bool = False, italic: bool = False) -> BaseOxmlElement:
    """Return a stretch of text; what ends a line or leads to a tab stop in it does so in Word too."""
    run = element("r")
    if bold or italic:
        properties = element("rPr")
        properties.extend(element(tag) for tag, on in (("b", bold), ("i", italic)) if on)
        run.append(properties)
    for piece in _BREAK.split(text):
        if piece in _BREAKS:
            run.append(element(_BREAKS[piece]))
        elif piece:
            run.append(_text(piece))
    return run


def _text(text: str) -> BaseOxmlElement:
    made = element("t")
    made.text = text
    if text != text.strip():
        made.set(_SPACE, "preserve")
    return made


def append(document: Document, style: str) -> Paragraph:
    """Add an empty paragraph of a style, by its name, at the end of a document."""
    made = paragraph_of(style)
    # The settings of the last page always stand last.
    document.element.body[-1].addprevious(made)
    return Paragraph(made, document._body)  # noqa: SLF001  python-docx names no public way to it


def add_text(paragraph: Paragraph, text: str, *, bold: bool = False, italic: bool = False) -> None:
    """Add text to the end of a paragraph."""
    paragraph._p.append(run_of(text, bold=bold, italic=italic))  # noqa: SLF001  as above
