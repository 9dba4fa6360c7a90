"""Reading a Word file back: what it says, paragraph by paragraph, and its raw parts."""

import io
from collections.abc import Iterator
from zipfile import ZipFile

import docx
from docx.document import Document
from docx.table import Table
from docx.text.paragraph import Paragraph
from lxml import etree

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"


def opened(file: bytes) -> Document:
    return docx.Document(io.BytesIO(file))


def part(file: bytes, name: str) -> etree._Element:
    """The root element of one part: ``word/settings.xml``."""
    with ZipFile(io.BytesIO(file)) as package:
        return etree.fromstring(package.read(name))


def blocks(document: Document) -> Iterator[tuple[str, str]]:
    """Yield each block's style and text, tables as rows with bars between the cells."""
    for block in document.iter_inner_content():
        if isinstance(block, Paragraph):
            yield str(block.style.name), block.text
        elif isinstance(block, Table):
            for row in block.rows:
                yield str(block.style.name), " | ".join(cell.text for cell in row.cells)


def transcript(file: bytes) -> str:
    """What the document says, header and footer first: a line a block, its style in brackets."""
    document = opened(file)
    section = document.sections[0]
    lines = [
        (str(p.style.name), _with_fields(p)) for p in section.header.paragraphs + section.footer.paragraphs
    ]
    return "".join(f"[{style}] {text}\n" for style, text in [*lines, *blocks(document)])


def texts(file: bytes, style: str) -> list[str]:
    """The texts of all blocks that have a style."""
    return [text for name, text in blocks(opened(file)) if name == style]


def _with_fields(paragraph: Paragraph) -> str:
    said = []
    for found in paragraph._p.iter(f"{W}t", f"{W}tab", f"{W}fldSimple"):
        if found.tag == f"{W}tab":
            said.append("\t")
        elif found.tag == f"{W}fldSimple":
            said.append(f"{{{found.get(f'{W}instr')}}}")
        elif found.getparent().getparent().tag != f"{W}fldSimple":
            said.append(found.text or "")
    return "".join(said)
