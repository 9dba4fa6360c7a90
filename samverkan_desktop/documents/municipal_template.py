"""A municipality's own Word template: its letterhead, styles and page stay, our content goes into it."""

import io
from functools import lru_cache

import docx
from docx.document import Document
from docx.opc.exceptions import OpcError
from docx.oxml.ns import qn
from docx.shared import Cm

from samverkan_desktop.documents import (
    docx_lists,
    docx_looks,
    docx_package,
    docx_style,
    template_fields,
    template_file,
    template_place,
    template_safety,
    template_styles,
)
from samverkan_desktop.documents.docx_looks import Hand
from samverkan_desktop.documents.docx_package import Properties
from samverkan_desktop.documents.docx_parts import Margins
from samverkan_desktop.documents.docx_style import element
from samverkan_desktop.documents.template_file import refused
from samverkan_desktop.documents.word_template import WordTemplate
from samverkan_desktop.i18n import language_tag, mark

#: What a document that is in nobody's hands yet should not tell, and what would lock it.
_LOCKS = ("attachedTemplate", "documentProtection", "writeProtection", "removePersonalInformation")
_TRACES = ("/attachedTemplate", "/thumbnail")
#: What Word takes for the size of letters where nothing says one, in half points.
_HALF_POINTS = 20
#: The styles of what stands in tables, and how much smaller than our own they may be.
_CELLS = (docx_style.CELL, docx_style.CELL_HEADING, docx_style.CELL_NOTE)
_SMALLEST = 0.85
#: What lies behind text in a template whose colours we do not know.
_TINT = "F2F2F2"


class MunicipalTemplate(WordTemplate):
    """A template that has been read and made ready.

    Args:
        ready: the file that every document begins as.
    """

    def __init__(self, ready: bytes) -> None:
        self._ready = ready
        body = self.open().element.body
        self._own = len(body) - 1
        self._room = template_place.room(body)

    def open(self) -> Document:
        """Return the template as a document to write content at the end of."""
        document = docx.Document(io.BytesIO(self._ready))
        for language in document.styles.element.findall(f"{qn('w:docDefaults')}//{qn('w:lang')}"):
            language.set(qn("w:val"), language_tag())
        return document

    def close(self, document: Document, properties: Properties, margins: Margins) -> bytes:
        """Return the file: the content in its place, and what the template asks for in its fields."""
        body = document.element.body
        content = template_place.move_to_place(body, self._own)
        template_place.fit(content, self._room, Cm(docx_style.PAGE.text_width).twips)
        title = template_place.first_title(content, docx_style.identifier_of("Title"))
        heading = properties.title if title is None else title.text
        if title is not None and template_fields.asks_for(body, template_fields.TITLE):
            body.remove(title)
        template_fields.fill(document, template_fields.values(heading, properties, margins))
        docx_package.describe(document, properties)
        return docx_package.to_bytes(document)


@lru_cache(maxsize=8)
def read(name: str, data: bytes) -> MunicipalTemplate:
    """Read a template.

    Args:
        name: the file's name, for what is said of it.
        data: the file.

    Raises:
        UserError: it is no Word file, harmful, or without what is needed; says what to do.
    """
    parts = template_safety.made_safe(name, template_file.unpacked(name, data))
    if template_styles.STYLES not in parts:
        styleless = mark("{name} saknar formatmallar. Spara filen på nytt i Word och välj den igen.")
        raise refused(styleless, name)
    try:
        document = docx.Document(io.BytesIO(template_file.packed(template_styles.renamed(parts))))
        _make_ready(name, document)
        return MunicipalTemplate(docx_package.to_bytes(document))
    except (OpcError, KeyError, ValueError, TypeError, AttributeError, IndexError) as error:
        strange = mark("{name} är inte uppbyggd som en Word-fil. Spara den på nytt i Word och välj den igen.")
        raise refused(strange, name) from error


def _make_ready(name: str, document: Document) -> None:
    body = document.element.body
    if body.find(qn("w:sectPr")) is None:
        body.append(element("sectPr"))
    _let_go(document)
    template_place.make_place(name, document)
    if template_place.room(body) < template_place.NARROWEST:
        narrow = mark("Texten i {name} är smalare än 8 cm. Gör marginalerna mindre eller spalterna färre.")
        raise refused(narrow, name)
    _add_styles(document)


def _let_go(document: Document) -> None:
    """Let go of where the template came from, and of what would keep its documents from being written in."""
    for tag in _LOCKS:
        for found in document.settings.element.findall(qn(f"w:{tag}")):
            document.settings.element.remove(found)
    package = document.part.package
    for part in (package, *package.iter_parts()):
        for key in [key for key, found in part.rels.items() if found.reltype.endswith(_TRACES)]:
            part.rels.pop(key)


def _add_styles(document: Document) -> None:
    """Add what the template has no style for, in its own letters and colour."""
    numbering = docx_lists.numbering_of(document)
    docx_lists.lay_on(numbering)
    styles = document.styles
    there = {style.style_id for style in styles}
    hand = _hand(document)
    # What stands in tables is as small as they are narrow: else no day would be whole in its column.
    narrowed = template_place.room(document.element.body) / Cm(docx_style.PAGE.text_width).twips
    cells = hand._replace(scale=max(min(1.0, hand.scale, narrowed), _SMALLEST))
    bullets = 0
    for look in docx_style.LOOKS:
        identifier = docx_style.identifier_of(look.name)
        if identifier in there:
            continue
        made = docx_looks.add_style(document, look)
        if look.name != docx_style.NORMAL:
            made.base_style = styles[docx_style.NORMAL]
        docx_looks.set_look(made, look, cells if look.name in _CELLS else hand)
        if look.name.startswith("List Bullet"):
            bullets = bullets or docx_lists.bulleted(numbering)
            docx_lists.let_bullet(made.element, bullets, int(look.name.endswith("2")))
        if look.name.startswith("Heading"):
            made.element.get_or_add_pPr().append(element("outlineLvl", val=int(look.name[-1]) - 1))
    if docx_style.TABLE_IDENTIFIER not in there:
        docx_looks.add_table_style(document, hand)


def _hand(document: Document) -> Hand:
    """Return the letters of a template's own text, and the colour of its headings."""
    styles = document.styles.element
    own = {each.get(qn("w:styleId")): each for each in styles.iterchildren(qn("w:style"))}
    sizes = [own[key].find(f"{qn('w:rPr')}/{qn('w:sz')}") for key in ("Normal",) if key in own]
    sizes += styles.findall(f"{qn('w:docDefaults')}//{qn('w:sz')}")
    size = next((int(each.get(qn("w:val"))) for each in sizes if each is not None), _HALF_POINTS)
    colours = [own[key].find(f"{qn('w:rPr')}/{qn('w:color')}") for key in ("Heading1", "Title") if key in own]
    said = (each.get(qn("w:val")) for each in colours if each is not None)
    accent = next((colour for colour in said if colour not in (None, "auto")), docx_style.GREY)
    return Hand("", size / 2 / docx_style.LOOKS[0].size, accent, _TINT)
