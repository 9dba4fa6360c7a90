"""Lists in a Word document: numbering that Word itself counts, and that each list begins anew."""

from collections.abc import Iterable
from typing import cast

from docx.document import Document
from docx.opc.constants import CONTENT_TYPE, RELATIONSHIP_TYPE
from docx.opc.packuri import PackURI
from docx.oxml.ns import nsdecls, qn
from docx.oxml.parser import parse_xml
from docx.oxml.xmlchemy import BaseOxmlElement
from docx.parts.numbering import NumberingPart
from docx.text.paragraph import Paragraph

from samverkan_desktop.documents.docx_style import element

#: How lists are numbered, and what stands before the lines of others, by the identifiers that lists refer to.
_SCHEME, _BULLETS = 90, 91
#: For each level: where its text begins and how far its number stands out, in twentieths of a point.
_LEVELS = ((340, 340), (794, 454))


_DOTS = ("•", "–")


def lay_on(numbering: BaseOxmlElement) -> None:
    """Add the way in which lists are numbered to a document's numbering."""
    _free(numbering, _SCHEME)
    levels = [("decimal", f"%{level + 1}.", *places) for level, places in enumerate(_LEVELS)]
    _add_scheme(numbering, _SCHEME, levels)


def bulleted(numbering: BaseOxmlElement) -> int:
    """Add dots and dashes before lines to a document's numbering; return the number of such a list."""
    _free(numbering, _BULLETS)
    levels = [("bullet", dot, *places) for dot, places in zip(_DOTS, _LEVELS, strict=True)]
    _add_scheme(numbering, _BULLETS, levels)
    used = [int(each.get(qn("w:numId")) or 0) for each in numbering.iterchildren(qn("w:num"))]
    made = element("num", numId=max(used, default=0) + 1)
    made.append(element("abstractNumId", val=_BULLETS))
    numbering.append(made)
    return max(used, default=0) + 1


def numbering_of(document: Document) -> BaseOxmlElement:
    """Return a document's numbering; made where there is none."""
    part = document.part
    if not any(each.reltype == RELATIONSHIP_TYPE.NUMBERING for each in part.rels.values()):
        empty = parse_xml(f"<w:numbering {nsdecls('w')}/>")
        name = PackURI("/word/numbering.xml")
        made = NumberingPart(name, CONTENT_TYPE.WML_NUMBERING, empty, part.package)
        part.relate_to(made, RELATIONSHIP_TYPE.NUMBERING)
    return cast("BaseOxmlElement", part.numbering_part.element)


def _add_scheme(
    numbering: BaseOxmlElement, identifier: int, levels: Iterable[tuple[str, str, int, int]]
) -> None:
    scheme = element("abstractNum", abstractNumId=identifier)
    scheme.append(element("multiLevelType", val="multilevel"))
    for number, (written, text, left, hanging) in enumerate(levels):
        own, layout = element("lvl", ilvl=number), element("pPr")
        layout.append(element("ind", left=left, hanging=hanging))
        own.extend(
            (
                element("start", val=1),
                element("numFmt", val=written),
                element("lvlText", val=text),
                element("lvlJc", val="left"),
                layout,
            )
        )
        scheme.append(own)
    # All ways come before all lists: the schema's order.
    first = numbering.find(qn("w:num"))
    if first is None:
        numbering.append(scheme)
    else:
        first.addprevious(scheme)


def _free(numbering: BaseOxmlElement, identifier: int) -> None:
    """Give a way of numbering that has an identifier of ours another one, and all that refers to it."""
    used = {
        int(each.get(qn("w:abstractNumId"))): each for each in numbering.iterchildren(qn("w:abstractNum"))
    }
    another = max((_BULLETS, *used)) + 1
    if identifier in used:
        used[identifier].set(qn("w:abstractNumId"), str(another))
        for naming in numbering.iter(qn("w:abstractNumId")):
            if naming.get(qn("w:val")) == str(identifier):
                naming.set(qn("w:val"), str(another))


class Numbering:
    """The numbers of one list, which begin anew.

    Args:
        document: the document.
        start: the first number.
        level: 0 for a list of its own, 1 for one under a line of another.
    """

    def __init__(self, document: Document, start: int, level: int) -> None:
        self._level = level
        made = document.part.numbering_part.element.add_num(_SCHEME)
        made.add_lvlOverride(ilvl=level).add_startOverride(start)
        self._identifier = int(made.numId)

    def number(self, paragraph: Paragraph) -> None:
        """Make a paragraph the next line of the list."""
        properties = paragraph._p.get_or_add_pPr().get_or_add_numPr()  # noqa: SLF001  no public way to it
        properties.get_or_add_ilvl().val = self._level
        properties.get_or_add_numId().val = self._identifier


def let_bullet(style: BaseOxmlElement, number: int, level: int) -> None:
    """Let the paragraphs of a style be lines of a bulleted list."""
    properties = style.get_or_add_pPr().get_or_add_numPr()
    properties.get_or_add_ilvl().val = level
    properties.get_or_add_numId().val = number
