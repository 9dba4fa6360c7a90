"""The file around a Word document: a blank one made ready, its properties, and its bytes.

The same content gives the same bytes whenever and wherever it is rendered, so that a file which
has not changed can be told from one that somebody has edited by hand.
"""

import io
from datetime import UTC, date, datetime, time
from functools import cache
from typing import NamedTuple
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

import docx
from docx.document import Document
from docx.oxml.ns import qn
from docx.oxml.xmlchemy import BaseOxmlElement

from samverkan_desktop.documents import docx_lists, docx_looks, docx_style
from samverkan_desktop.documents.docx_style import element
from samverkan_desktop.i18n import language_tag

#: The oldest time a zip file can state; the document's own day stands in its properties.
_ZIP_EPOCH = (1980, 1, 1, 0, 0, 0)
#: What the blank document carries that says nothing of ours: a picture of an empty page, the name
#: of another program, a second copy of all styles for Word 2010, an empty bibliography.
_BALLAST = ("/thumbnail", "/extended-properties", "/stylesWithEffects", "/customXml")
_KEPT_TABLE_STYLES = ("TableNormal",)


class Properties(NamedTuple):
    """What a document says of itself to those who search for it.

    Args:
        title: its title, which a screen reader speaks first.
        subject: what it belongs to.
        keywords: words to find it by.
        author: the organisation that answers for it.
        category: what kind of document it is.
        day: the day it concerns, which is also the day it states as its own.
        status: ``Utkast`` where it is not finished; else empty.
        case_number: its registry number (dnr); empty where there is none.
        place: of a meeting, where; else empty.
        time: of a meeting, from when to when; else empty.
    """

    title: str
    subject: str
    keywords: tuple[str, ...]
    author: str
    category: str
    day: date
    status: str = ""
    case_number: str = ""
    place: str = ""
    time: str = ""


def blank() -> Document:
    """Return an empty A4 document in the language in use that has every style and nothing else."""
    return docx.Document(io.BytesIO(_prepared(language_tag())))


@cache
def _prepared(language: str) -> bytes:
    """Return the file that every document of a language begins as.

    Made once, for it takes longer than the document itself.
    """
    document = docx.Document()
    _drop_ballast(document)
    _set_defaults(document.styles.element, language)
    _set_settings(document.settings.element, language)
    docx_looks.lay_on(document)
    docx_lists.lay_on(document.part.numbering_part.element)
    return to_bytes(document)


def describe(document: Document, properties: Properties) -> None:
    """Write a document's properties."""
    # Noon, so that no reader's time zone makes another day of it.
    moment = datetime.combine(properties.day, time(12), tzinfo=UTC)
    core = document.core_properties
    core.title, core.subject = properties.title[:255], properties.subject[:255]
    core.keywords = ", ".join(word for word in properties.keywords if word)[:255]
    core.author = core.last_modified_by = properties.author[:255]
    core.category, core.content_status = properties.category[:255], properties.status[:255]
    core.identifier = properties.case_number[:255]
    core.comments = ""
    core.language = language_tag()
    core.created = core.modified = moment
    core.revision = 1


def to_bytes(document: Document) -> bytes:
    """Return a document as a file whose bytes depend on its content alone."""
    saved, packed = io.BytesIO(), io.BytesIO()
    document.save(saved)
    with ZipFile(saved) as source, ZipFile(packed, "w") as target:
        for name in source.namelist():
            entry = ZipInfo(name, _ZIP_EPOCH)
            entry.compress_type = ZIP_DEFLATED
            # Python states the system it runs on unless told otherwise.
            entry.create_system = 0
            target.writestr(entry, source.read(name))
    return packed.getvalue()


def _drop_ballast(document: Document) -> None:
    for relations in (document.part.rels, document.part.package.rels):
        for key in [key for key, found in relations.items() if found.reltype.endswith(_BALLAST)]:
            relations.pop(key)
    styles = document.styles.element
    for style in styles.findall(qn("w:style")):
        table = style.get(qn("w:type")) == "table"
        if table and style.get(qn("w:styleId")) not in _KEPT_TABLE_STYLES:
            styles.remove(style)


def _set_defaults(styles: BaseOxmlElement, tag: str) -> None:
    """Set what holds for all text: its language and its font."""
    for language in styles.findall(f"{qn('w:docDefaults')}//{qn('w:lang')}"):
        language.set(qn("w:val"), tag)
        language.set(qn("w:eastAsia"), tag)
    for fonts in styles.findall(f"{qn('w:docDefaults')}//{qn('w:rFonts')}"):
        fonts.attrib.clear()
        for script in ("ascii", "hAnsi", "eastAsia", "cs"):
            fonts.set(qn(f"w:{script}"), docx_style.FONT)


def _set_settings(settings: BaseOxmlElement, language: str) -> None:
    """Say what language the document is in, and that it is of today's Word, which else calls it old."""
    point, comma = (",", ";") if language == "sv-SE" else (".", ",")
    stated = {
        "zoom": {"percent": "100"},
        "themeFontLang": {"val": language},
        "decimalSymbol": {"val": point},
        "listSeparator": {"val": comma},
    }
    for tag, attributes in stated.items():
        for found in settings.findall(qn(f"w:{tag}")):
            found.attrib.clear()
            for name, value in attributes.items():
                found.set(qn(f"w:{name}"), value)
    for preview in settings.findall(qn("w:savePreviewPicture")):
        settings.remove(preview)
    for compatibility in settings.findall(qn("w:compat")):
        compatibility.clear()
        uri = "http://schemas.microsoft.com/office/word"
        compatibility.append(element("compatSetting", name="compatibilityMode", uri=uri, val=15))
