"""The parts that Word documents are put together from: text, facts, lists, header, footer."""

import re
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from docx.document import Document
from docx.oxml.ns import qn
from docx.oxml.xmlchemy import BaseOxmlElement
from docx.shared import Pt
from docx.text.paragraph import Paragraph
from docx.text.run import Run

from samverkan_desktop.documents import docx_style
from samverkan_desktop.documents.docx_style import element
from samverkan_desktop.documents.docx_text import add_text, append
from samverkan_desktop.i18n import tr
from samverkan_desktop.prose_runs import Runs

#: What XML cannot hold, and what text pasted from elsewhere brings all the same.
_UNPRINTABLE = re.compile(r"[\x00-\x08\x0e-\x1f\x7f\ud800-\udfff\ufffe\uffff]")
_LINE_BREAK = re.compile(r"\r\n?|[\x0b\x0c\x85\u2028\u2029]")
_PAGE, _PAGES = "\ue000", "\ue001"


class Field(NamedTuple):
    """Something that Word itself fills in.

    Args:
        instruction: what: ``PAGE``, ``PAGEREF item5``.
        shown: what stands there until it has.
    """

    instruction: str
    shown: str = "1"


class Margins(NamedTuple):
    """What stands in the header and the footer of every page.

    Args:
        organisation: left in the header.
        parties: below it; may be empty.
        label: right in the header: what the document is, and its day.
        draft: below that, where it is not finished; else empty.
        group: left in the footer.
        agreement: below it.
        written: whether the document has written the heads and feet of its pages itself.
    """

    organisation: str
    parties: tuple[str, ...]
    label: str
    draft: str
    group: str
    agreement: str
    written: bool = False


def clean(text: str) -> str:
    """Return a text without what a Word file cannot hold, and without blanks at its ends."""
    return printable(text).strip()


def printable(text: str) -> str:
    """Return a text without what a Word file cannot hold."""
    return _UNPRINTABLE.sub("", _LINE_BREAK.sub("\n", text))


def write(document: Document, style: str, text: str, *, lead: str = "") -> Paragraph | None:
    """Add a paragraph; nothing where it would be empty.

    Args:
        document: the document.
        style: name of the paragraph's style.
        text: what it says.
        lead: what stands before it in bold.
    """
    text, lead = clean(text), clean(lead)
    if not text and not lead:
        return None
    paragraph = append(document, style)
    if lead:
        add_text(paragraph, f"{lead} " if text else lead, bold=True)
    if text:
        add_text(paragraph, text)
    return paragraph


def write_fact(
    document: Document, label: str, text: str, *, style: str = docx_style.FACT
) -> Paragraph | None:
    """Add a label with what it stands for beside it; nothing where there is nothing to say."""
    text = clean(text)
    if not text:
        return None
    paragraph = append(document, style)
    add_text(paragraph, label, bold=True)
    add_text(paragraph, f"\t{text}")
    return paragraph


def write_runs(document: Document, style: str, runs: Runs) -> Paragraph:
    """Add a paragraph of which some words are bold or italic."""
    paragraph = append(document, style)
    for run in runs:
        add_text(paragraph, printable(run.text), bold=run.bold, italic=run.italic)
    return paragraph


def write_section(document: Document, heading: str, lines: Iterable[str], *, style: str = "Normal") -> None:
    """Add a main heading with a paragraph a line below it; neither where there are no lines."""
    said = [line for line in lines if clean(line)]
    if said:
        write(document, "Heading 1", heading)
        hold_ends([write(document, style, line) for line in said])


def hold_ends(paragraphs: Sequence[Paragraph | None]) -> None:
    """Hold the first two and the last two of a list together, so that none stands alone on a page."""
    hold(paragraphs[:2])
    hold(paragraphs[-2:])


def hold(paragraphs: Sequence[Paragraph | None], *, before: float = 0, after: float = 0) -> None:
    """Hold paragraphs together on one page, with points of space around the whole."""
    said = [paragraph for paragraph in paragraphs if paragraph is not None]
    for paragraph in said[:-1]:
        paragraph.paragraph_format.keep_with_next = True
    if said and before:
        said[0].paragraph_format.space_before = Pt(before)
    if said and after:
        said[-1].paragraph_format.space_after = Pt(after)


def set_margins(document: Document, margins: Margins) -> None:
    """Write the header and the footer of every page, unless that is done."""
    if margins.written:
        return
    section = document.sections[0]
    header = section.header.paragraphs[0]
    header.add_run(clean(margins.organisation)).bold = True
    header.add_run(f"\t{clean(margins.label)}")
    if margins.parties or margins.draft:
        second = section.header.add_paragraph(style="Header")
        second.add_run(" · ".join(clean(party) for party in margins.parties))
        if margins.draft:
            second.add_run(f"\t{margins.draft}").bold = True
    footer = section.footer.paragraphs[0]
    footer.add_run(f"{clean(margins.group)}\t")
    _add_page_number(footer)
    if clean(margins.agreement):
        section.footer.add_paragraph(clean(margins.agreement), style="Footer")


def mark_place(paragraph: Paragraph | None, name: str) -> None:
    """Let a paragraph be a place that fields can refer to by name: letters and digits, another for each."""
    if paragraph is None:
        return
    first = _xml_of(paragraph.runs[0])
    number = len(paragraph.part.element.findall(f".//{qn('w:bookmarkStart')}"))
    first.addprevious(element("bookmarkStart", id=number, name=name))
    _xml_of(paragraph).append(element("bookmarkEnd", id=number))


def _xml_of(part: Paragraph | Run) -> BaseOxmlElement:
    return part._element  # noqa: SLF001  python-docx names no public way to what it does not know


def field_of(field: Field) -> BaseOxmlElement:
    """Return a field; one that refers to another place is filled in anew when the document is opened."""
    made = element("fldSimple", instr=field.instruction)
    if field.instruction.startswith("PAGEREF"):
        made.set(qn("w:dirty"), "true")
    run, text = element("r"), element("t")
    text.text = field.shown
    run.append(text)
    made.append(run)
    return made


def _add_page_number(paragraph: Paragraph) -> None:
    text = tr("Sida {sida} av {sidor}", sida=_PAGE, sidor=_PAGES)
    for piece in re.split(f"([{_PAGE}{_PAGES}])", text):
        if piece in (_PAGE, _PAGES):
            _xml_of(paragraph).append(field_of(Field("PAGE" if piece == _PAGE else "NUMPAGES")))
        else:
            paragraph.add_run(piece)
