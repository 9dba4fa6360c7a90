"""What a municipality's template asks for by content controls: date, registry number, title and the like."""

from collections.abc import Collection, Iterator, Mapping
from typing import cast

from docx.document import Document
from docx.oxml.ns import qn
from docx.oxml.text.paragraph import CT_P
from docx.oxml.text.run import CT_R
from docx.oxml.xmlchemy import BaseOxmlElement
from docx.parts.hdrftr import FooterPart, HeaderPart

from samverkan_desktop.documents.docx_package import Properties
from samverkan_desktop.documents.docx_parts import Margins, clean
from samverkan_desktop.documents.docx_style import element

#: Fields that Word counts itself, by the instruction that counts them.
_COUNTED = {"PAGE": ("sida", "page"), "NUMPAGES": ("sidor", "antal sidor", "pages")}
#: The names of the field with the document's title.
TITLE = ("titel", "rubrik", "title")
#: What only the letters to be replaced look like.
_PLACEHOLDER_STYLES = ("PlaceholderText", "Platshllartext")


def values(title: str, properties: Properties, margins: Margins) -> dict[str, str]:
    """Return what each field says, by every name it may have, in small letters.

    Args:
        title: the document's title as it stands at its top.
        properties: what the document says of itself.
        margins: what would stand in its own header and footer.
    """
    said = (
        (TITLE, title),
        (("datum", "dag", "date"), properties.day.isoformat()),
        (("diarienummer", "dnr", "diarienr", "case number"), properties.case_number),
        (("dokument", "dokumenttyp", "document"), properties.category[:1].upper() + properties.category[1:]),
        (("grupp", "group"), margins.group),
        (("avtal", "agreement"), margins.agreement),
        (("kommun", "organisation", "municipality"), margins.organisation),
        (("parter", "förvaltningar", "parties"), ", ".join(margins.parties)),
        (("plats", "place"), properties.place),
        (("tid", "time"), properties.time),
        (("status",), margins.draft),
    )
    return {name: clean(text) for names, text in said for name in names}


def names_of(control: BaseOxmlElement) -> set[str]:
    """Return what a content control is called, by its tag and by its title, in small letters."""
    found = control.findall(f"{qn('w:sdtPr')}/{qn('w:tag')}") + control.findall(
        f"{qn('w:sdtPr')}/{qn('w:alias')}"
    )
    return {(each.get(qn("w:val")) or "").strip().casefold() for each in found} - {""}


def asks_for(root: BaseOxmlElement, names: Collection[str]) -> bool:
    """Say whether some control in a part bears one of the names."""
    return any(names_of(control) & set(names) for control in root.iter(qn("w:sdt")))


def fill(document: Document, said: Mapping[str, str]) -> None:
    """Put what is said into the controls of those names, in the text and in every header and footer."""
    for root in roots(document):
        for control in list(root.iter(qn("w:sdt"))):
            names = names_of(control)
            counted = next((code for code, own in _COUNTED.items() if names & set(own)), "")
            known = sorted(names & set(said))
            if counted:
                _put(control, element("fldSimple", instr=counted), "1")
            elif known:
                _put(control, None, said[known[0]])


def roots(document: Document) -> Iterator[BaseOxmlElement]:
    """Yield the text of a document, and each of its headers and footers."""
    yield document.element
    for related in document.part.related_parts.values():
        if isinstance(related, HeaderPart | FooterPart):
            yield related.element


def unwrap(control: BaseOxmlElement) -> None:
    """Leave what a control holds in its place."""
    content = control.find(qn("w:sdtContent"))
    for inside in [] if content is None else list(content):
        control.addprevious(inside)
    _drop(control)


def _put(control: BaseOxmlElement, field: BaseOxmlElement | None, text: str) -> None:
    """Put a text, in a field where one is given, in a control's place, in the letters that it had."""
    content = control.find(qn("w:sdtContent"))
    if content is None:
        _drop(control)
        return
    run = _run_like(control, content)
    run.text = text
    paragraph = next(content.iter(qn("w:p")), None)
    if paragraph is None:  # within a line
        for inside in list(content):
            content.remove(inside)
        _add(cast("BaseOxmlElement", content), field, run, text)
    else:
        first = cast("CT_P", paragraph)
        for other in list(content.iter(qn("w:p")))[1:]:
            _drop(other)
        for inside in list(first):
            if inside.tag != qn("w:pPr"):
                first.remove(inside)
        _add(first, field, run, text)
    unwrap(control)


def _add(holder: BaseOxmlElement, field: BaseOxmlElement | None, run: CT_R, text: str) -> None:
    if field is not None:
        field.append(run)
        holder.append(field)
    elif text:
        holder.append(run)


def _run_like(control: BaseOxmlElement, content: BaseOxmlElement) -> CT_R:
    """Return an empty run in the letters of a control's first, which only placeholders lose."""
    run = cast("CT_R", element("r"))
    look = control.find(f"{qn('w:sdtPr')}/{qn('w:rPr')}")
    first = content.find(f".//{qn('w:r')}/{qn('w:rPr')}")
    chosen = first if first is not None else look
    if chosen is not None:
        for style in chosen.findall(qn("w:rStyle")):
            if style.get(qn("w:val")) in _PLACEHOLDER_STYLES:
                chosen.remove(style)
        run.append(chosen)
    return run


def _drop(gone: BaseOxmlElement) -> None:
    around = gone.getparent()
    if around is not None:
        around.remove(gone)
