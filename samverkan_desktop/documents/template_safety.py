"""What a municipality's template may not hold: declarations and entities, and what is fetched from elsewhere.

A template is opened at every export, and the result is sent to others: nothing in it may reach out of the
file.
"""

import re
from xml.etree.ElementTree import Element, ParseError

from defusedxml import DefusedXmlException
from defusedxml.ElementTree import fromstring

from samverkan_desktop.documents.template_file import refused
from samverkan_desktop.i18n import mark

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_STRICT = b"http://purl.oclc.org/ooxml/"
_DOCUMENT = "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"
_TEMPLATE = "application/vnd.openxmlformats-officedocument.wordprocessingml.template.main+xml"
_LINKS = ("http:", "https:", "mailto:")
#: Fields that fetch from other files and programs when they are updated, by their first word.
_FETCHING = re.compile(
    r"^\s*(DDEAUTO|DDE|INCLUDEPICTURE|INCLUDETEXT|INCLUDE|IMPORT|LINK|DATABASE)\b", re.IGNORECASE
)


def made_safe(name: str, parts: dict[str, bytes]) -> dict[str, bytes]:
    """Return the parts as those of a plain document that reaches for nothing outside it.

    Args:
        name: the file's name, for what is said of it.
        parts: its parts, as they were unpacked.

    Raises:
        UserError: it declares entities, fetches pictures or text from elsewhere, or is not well-formed.
    """
    safe = {}
    for part, data in parts.items():
        if part.endswith("/"):
            continue
        if part.endswith((".xml", ".rels")):
            root = _parsed(name, data)
            if part.endswith(".rels"):
                _check_relations(name, root)
            elif part.startswith("word/"):
                _check_fields(name, root)
        safe[part] = data
    types = "[Content_Types].xml"
    safe[types] = safe[types].replace(_TEMPLATE.encode(), _DOCUMENT.encode())
    return safe


def _parsed(name: str, data: bytes) -> Element:
    if _STRICT in data:
        strict = mark("{name} är sparad i formatet Strict. Spara den som vanligt Word-dokument (.docx).")
        raise refused(strict, name)
    try:
        return fromstring(data, forbid_dtd=True)
    except DefusedXmlException as error:
        declares = mark("{name} innehåller deklarationer som Word inte skriver och läses inte.")
        raise refused(declares, name) from error
    except (ParseError, ValueError, LookupError) as error:
        damaged = mark("{name} är skadad. Öppna den i Word, spara den på nytt och välj den igen.")
        raise refused(damaged, name) from error


def _check_relations(name: str, root: Element) -> None:
    for relation in root:
        kind, target = relation.get("Type", ""), relation.get("Target", "")
        # Word itself notes which template a document was made from; that is let go of later.
        if relation.get("TargetMode") != "External" or kind.endswith("/attachedTemplate"):
            continue
        if kind.endswith("/hyperlink"):
            if not target.lower().startswith(_LINKS):
                text = mark("{name} har en länk till {target}. Ta bort länken i Word först.")
                raise refused(text, name, target=target[:80])
        elif kind.endswith("/image"):
            text = mark("{name} hämtar en bild från {target}. Infoga bilden i filen i stället för att länka.")
            raise refused(text, name, target=target[:80])
        else:
            text = mark("{name} hämtar innehåll från {target}. Ta bort kopplingen i Word först.")
            raise refused(text, name, target=target[:80])


def _check_fields(name: str, root: Element) -> None:
    """Refuse fields that fetch; a field's instruction may be cut into several runs."""
    said = [field.get(f"{_W}instr", "") for field in root.iter(f"{_W}fldSimple")]
    for each in root.iter():
        if each.tag == f"{_W}fldChar" and each.get(f"{_W}fldCharType") == "begin":
            said.append("")
        elif each.tag == f"{_W}instrText" and said:
            said[-1] += each.text or ""
    fetching = next(filter(None, map(_FETCHING.match, said)), None)
    if fetching:
        text = mark("{name} har ett fält ({field}) som hämtar från andra filer. Ta bort fältet i Word först.")
        raise refused(text, name, field=fetching[1].upper())
