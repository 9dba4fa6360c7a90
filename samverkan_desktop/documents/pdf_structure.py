"""The structure of a PDF file: which drawn words are a heading, a paragraph, a cell, in the order one reads.

Screen readers read by it, and PDF/A-2a and PDF/UA-1 demand it (EN 301 549, 10.1.3.1). A piece of a document
draws itself inside `TaggedCanvas.marked`; whatever is drawn outside is decoration (an artifact).
"""

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field

from reportlab.pdfbase.pdfdoc import (
    PDFArray,
    PDFDictionary,
    PDFDocument,
    PDFName,
    PDFObject,
    PDFPage,
    PDFString,
)
from reportlab.pdfgen.canvas import Canvas

from samverkan_desktop.documents.clean import cleaned

#: What is drawn between these is decoration to whoever listens.
_DECORATION = "/Artifact BMC"
_END = "EMC"

#: A name, a number, or the corners of a rectangle.
Attribute = str | int | tuple[float, ...]


@dataclass(frozen=True)
class _Mark:
    """A stretch of a page's content, by the number it has there."""

    page: int
    number: int


@dataclass(eq=False)
class Element:
    """A part of a document.

    Args:
        role: its standard structure type (ISO 32000-1, 14.8.4): ``P``, ``H1``, ``Table``, ``TD``.
        parent: what it is a part of; None for whatever is open when it is first drawn.
        alternative: words in place of a picture.
        attributes: of cells ``Scope``, ``ColSpan``, ``RowSpan``; of figures ``BBox``, their corners.
    """

    role: str
    parent: "Element | None" = None
    alternative: str = ""
    attributes: Mapping[str, Attribute] = field(default_factory=dict)
    kids: list["Element | _Mark"] = field(default_factory=list, init=False)
    attached: bool = field(default=False, init=False)


class TaggedCanvas(Canvas):
    """A canvas that remembers the structure of what is drawn on it."""

    def __init__(self, *args: object, **keywords: object) -> None:
        self.root = Element("Document")
        self.root.attached = True
        self._open = [self.root]
        self._marks: dict[int, list[Element]] = {}
        self._silent = 0
        super().__init__(*args, **{**keywords, "pdfVersion": (1, 7)})
        self.setPageCallBack(self._page_done)

    @contextmanager
    def inside(self, element: Element) -> Iterator[None]:
        """Let what is drawn meanwhile be a part of an element; it is there also where nothing is drawn."""
        if self._silent:
            yield
            return
        self._attach(element)
        self._open.append(element)
        try:
            yield
        finally:
            self._open.pop()

    @contextmanager
    def silent(self) -> Iterator[None]:
        """Let what is drawn meanwhile be decoration: it has been said before."""
        self._silent += 1
        try:
            yield
        finally:
            self._silent -= 1

    @contextmanager
    def marked(self, element: Element) -> Iterator[None]:
        """Let what is drawn meanwhile be an element's own content, also where it has some on another page."""
        if self._silent:
            yield
            return
        self._attach(element)
        marks = self._marks.setdefault(self.getPageNumber(), [])
        element.kids.append(_Mark(self.getPageNumber(), len(marks)))
        self._code += [_END, f"/{element.role} <</MCID {len(marks)}>> BDC"]
        marks.append(element)
        yield
        self._code += [_END, _DECORATION]

    def _attach(self, element: Element) -> None:
        if element.attached:
            return
        element.parent = element.parent or self._open[-1]
        self._attach(element.parent)
        element.parent.kids.append(element)
        element.attached = True

    def showPage(self) -> None:  # noqa: N802  reportlab's name
        """Close the page, whose content is decoration wherever nothing else is said."""
        self._code[:] = _without_empty([_DECORATION, *self._code, _END])
        super().showPage()

    def _page_done(self, number: int) -> None:
        page: PDFPage = self._doc.Pages.pages[-1]
        # The keys are those that reportlab writes, and these two are not among them.
        page.__NoDefault__ = [*PDFPage.__NoDefault__, "StructParents", "Tabs"]
        page.StructParents = number - 1
        page.Tabs = PDFName("S")

    def write_structure(self) -> None:
        """Put the structure into the file; every page has been drawn."""
        _Writer(self._doc).write(self.root, self._marks)


def _without_empty(code: list[str]) -> list[str]:
    """Return a page's operators without decoration that holds nothing."""
    kept: list[str] = []
    for operator in code:
        if operator == _END and kept and kept[-1] == _DECORATION:
            kept.pop()
        else:
            kept.append(operator)
    return kept


class _Writer:
    """Writes a tree of elements as the objects of a file (ISO 32000-1, 14.7)."""

    def __init__(self, document: PDFDocument) -> None:
        self._document = document
        self._written: dict[int, PDFObject] = {}

    def write(self, root: Element, marks: Mapping[int, list[Element]]) -> None:
        """Write the tree, and for each page which element each of its marks belongs to."""
        tree = PDFDictionary({"Type": PDFName("StructTreeRoot")})
        reference = self._document.Reference(tree)
        tree.dict["K"] = PDFArray([self._element(root, reference)])
        pages = []
        for page, elements in sorted(marks.items()):
            own = PDFArray([self._written[id(element)] for element in elements])
            pages += [page - 1, self._document.Reference(own)]
        tree.dict["ParentTree"] = self._document.Reference(PDFDictionary({"Nums": PDFArray(pages)}))
        tree.dict["ParentTreeNextKey"] = len(self._document.Pages.pages)
        self._document.Catalog.StructTreeRoot = tree
        self._document.Catalog.MarkInfo = PDFDictionary({"Marked": "true"})

    def _element(self, element: Element, parent: PDFObject) -> PDFObject:
        written = PDFDictionary({"Type": PDFName("StructElem"), "S": PDFName(element.role), "P": parent})
        entry = written.dict
        reference = self._document.Reference(written)
        self._written[id(element)] = reference
        pages = [kid.page for kid in element.kids if isinstance(kid, _Mark)]
        if pages:
            entry["Pg"] = self._page(pages[0])
        kids = [self._kid(kid, reference, pages[:1]) for kid in element.kids]
        if kids:
            entry["K"] = kids[0] if len(kids) == 1 else PDFArray(kids)
        if element.alternative:
            entry["Alt"] = PDFString(cleaned(element.alternative))
        if element.attributes:
            owner = "Layout" if "BBox" in element.attributes else "Table"
            entry["A"] = PDFDictionary({"O": PDFName(owner), **_plain(element.attributes)})
        return reference

    def _kid(self, kid: Element | _Mark, parent: PDFObject, page: list[int]) -> object:
        if isinstance(kid, Element):
            return self._element(kid, parent)
        if [kid.page] == page:
            return kid.number
        return PDFDictionary({"Type": PDFName("MCR"), "Pg": self._page(kid.page), "MCID": kid.number})

    def _page(self, number: int) -> PDFObject:
        return self._document.Reference(self._document.Pages.pages[number - 1])


def _plain(attributes: Mapping[str, Attribute]) -> dict[str, object]:
    return {name: _value(value) for name, value in attributes.items()}


def _value(value: Attribute) -> object:
    if isinstance(value, tuple):
        return PDFArray(list(value))
    return PDFName(value) if isinstance(value, str) else value
