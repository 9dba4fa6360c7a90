"""Municipalities' Word templates, made up: as Word makes them in Sweden and elsewhere."""

import io
from collections.abc import Callable
from zipfile import ZIP_DEFLATED, ZipFile

import docx
from docx.document import Document
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Cm, Pt, RGBColor
from lxml import etree

#: What Word's built-in styles are identified by where it speaks Swedish.
SWEDISH = {
    "Title": "Rubrik",
    "Subtitle": "Underrubrik",
    **{f"Heading{level}": f"Rubrik{level}" for level in range(1, 6)},
    "ListBullet": "Punktlista",
    "ListBullet2": "Punktlista2",
    "ListNumber": "Numreradlista",
    "ListNumber2": "Numreradlista2",
    "TableGrid": "Tabellrutnt",
    "Header": "Sidhuvud",
    "Footer": "Sidfot",
}


def bytes_of(document: Document) -> bytes:
    file = io.BytesIO()
    document.save(file)
    return file.getvalue()


def control(text: str, tag: str = "", alias: str = "", *, block: bool = False) -> etree._Element:
    """A content control with its letters to be replaced, as Word writes it."""
    made, about, content = (OxmlElement(f"w:{name}") for name in ("sdt", "sdtPr", "sdtContent"))
    for name, value in (("alias", alias), ("tag", tag)):
        if value:
            each = OxmlElement(f"w:{name}")
            each.set(qn("w:val"), value)
            about.append(each)
    about.append(OxmlElement("w:showingPlcHdr"))
    run, words = OxmlElement("w:r"), OxmlElement("w:t")
    words.text = text
    run.append(words)
    if block:
        paragraph = OxmlElement("w:p")
        paragraph.append(run)
        content.append(paragraph)
    else:
        content.append(run)
    made.append(about)
    made.append(content)
    return made


def bookmark(name: str, number: int = 7) -> tuple[etree._Element, etree._Element]:
    start, end = OxmlElement("w:bookmarkStart"), OxmlElement("w:bookmarkEnd")
    start.set(qn("w:id"), str(number))
    start.set(qn("w:name"), name)
    end.set(qn("w:id"), str(number))
    return start, end


def english() -> Document:
    """A template of Word's own English, with a letterhead, a large serif letter and red headings."""
    document = docx.Document()
    normal = document.styles["Normal"]
    normal.font.name, normal.font.size = "Georgia", Pt(12)
    heading = document.styles["Heading 1"]
    heading.font.color.rgb = RGBColor(0xA0, 0x10, 0x30)
    section = document.sections[0]
    section.page_width, section.page_height = Cm(21), Cm(29.7)
    section.left_margin, section.right_margin = Cm(4), Cm(3)
    head = section.header.paragraphs[0]
    head.text = "Ekköpings kommun"
    head.add_run("\tDatum: ")
    head._p.append(control("Klicka här", tag="datum"))
    head.add_run("\tDnr: ")
    head._p.append(control("Klicka här", alias="Diarienummer"))
    foot = section.footer.paragraphs[0]
    foot.text = "Besöksadress Torget 1 · www.example.se · Sida "
    foot._p.append(control("1", tag="sida"))
    foot.add_run(" av ")
    foot._p.append(control("1", tag="sidor"))
    return document


def swedish(data: bytes) -> bytes:
    """The same template as Word in Swedish would have written it: other identifiers, the same names."""
    parts = {}
    with ZipFile(io.BytesIO(data)) as source:
        for name in source.namelist():
            part = source.read(name)
            if name.startswith("word/") and name.endswith(".xml"):
                part = _in_swedish(part)
            parts[name] = part
    return packed(parts)


def _in_swedish(part: bytes) -> bytes:
    root = etree.fromstring(part)
    for each in root.iter():
        for attribute in (qn("w:styleId"), qn("w:val")):
            named = each.get(attribute)
            tag = etree.QName(each).localname if isinstance(each.tag, str) else ""
            naming = tag in ("style", "pStyle", "basedOn", "next", "link", "tblStyle")
            if naming and named in SWEDISH:
                each.set(attribute, SWEDISH[named])
    return etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True)


def packed(parts: dict[str, bytes]) -> bytes:
    file = io.BytesIO()
    with ZipFile(file, "w", ZIP_DEFLATED) as target:
        for name, part in parts.items():
            target.writestr(name, part)
    return file.getvalue()


def unpacked(data: bytes) -> dict[str, bytes]:
    with ZipFile(io.BytesIO(data)) as source:
        return {name: source.read(name) for name in source.namelist()}


def changed(data: bytes, part: str, change: Callable[[bytes], bytes]) -> bytes:
    """A file of which one part is another."""
    parts = unpacked(data)
    parts[part] = change(parts.get(part, b""))
    return packed(parts)


def with_control(document: Document, name: str = "innehåll") -> Document:
    """A template whose content goes between two sentences of its own."""
    document.add_paragraph("Före innehållet.")
    document.element.body.find(qn("w:sectPr")).addprevious(control("Här skriver du", tag=name, block=True))
    document.add_paragraph("Efter innehållet.")
    return document


def with_bookmark(document: Document) -> Document:
    document.add_paragraph("Före innehållet.")
    start, end = bookmark("innehåll")
    place = document.add_paragraph()
    place._p.append(start)
    place._p.append(end)
    document.add_paragraph("Efter innehållet.")
    return document


def dotx(data: bytes) -> bytes:
    return changed(
        data,
        "[Content_Types].xml",
        lambda part: part.replace(
            b"wordprocessingml.document.main+xml", b"wordprocessingml.template.main+xml"
        ),
    )
