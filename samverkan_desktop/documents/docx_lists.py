"""Numbered lists in a Word document: numbering that Word itself counts, and that each list begins anew."""

from docx.document import Document
from docx.oxml.ns import qn
from docx.oxml.xmlchemy import BaseOxmlElement
from docx.text.paragraph import Paragraph

from samverkan_desktop.documents.docx_style import element

#: How lists are numbered, by the identifier that the lists refer to.
_SCHEME = 90
#: For each level: where its text begins and how far its number stands out, in twentieths of a point.
_LEVELS = ((340, 340), (794, 454))


def lay_on(numbering: BaseOxmlElement) -> None:
    """Add the way in which lists are numbered to a document's numbering."""
    scheme = element("abstractNum", abstractNumId=_SCHEME)
    scheme.append(element("multiLevelType", val="multilevel"))
    for level, (left, hanging) in enumerate(_LEVELS):
        own, layout = element("lvl", ilvl=level), element("pPr")
        layout.append(element("ind", left=left, hanging=hanging))
        own.extend(
            (
                element("start", val=1),
                element("numFmt", val="decimal"),
                element("lvlText", val=f"%{level + 1}."),
                element("lvlJc", val="left"),
                layout,
            )
        )
        scheme.append(own)
    # All ways come before all lists: the schema's order.
    numbering.find(qn("w:num")).addprevious(scheme)


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
