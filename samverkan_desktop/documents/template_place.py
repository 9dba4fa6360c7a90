"""Where in a municipality's template the content goes, and how wide it may be there."""

from typing import cast

from docx.document import Document
from docx.oxml.ns import qn
from docx.oxml.text.paragraph import CT_P
from docx.oxml.xmlchemy import BaseOxmlElement

from samverkan_desktop.documents.docx_style import element
from samverkan_desktop.documents.template_fields import names_of, roots
from samverkan_desktop.documents.template_file import refused
from samverkan_desktop.i18n import mark

#: What the control or the bookmark is called.
NAMES = frozenset({"innehåll", "innehall", "content"})
#: The bookmark that stands where the content goes, once a template has been made ready.
_MARK = "SamverkanContent"
#: Its number; templates number theirs from 0.
_MARK_ID = 909090
#: The narrowest column of text, in twentieths of a point, that our tables can be read in: 8 centimetres.
NARROWEST = 4536
#: What a page is where a template does not say: the width of A4, and a margin of Word's.
_WIDTH, _MARGIN = 11906, 1440


def make_place(name: str, document: Document) -> None:
    """Mark where the content goes: where the template says it, else at its end.

    Args:
        name: the file's name, for what is said of it.
        document: the template.

    Raises:
        UserError: it is said twice, or where no content can stand.
    """
    body = document.element.body
    _, *margins = roots(document)
    if any(_places(root) for root in margins):
        aside = mark(
            "Stället som heter innehåll i {name} ligger i sidhuvudet eller sidfoten. Lägg det i texten."
        )
        raise refused(aside, name)
    found = _places(body)
    if len(found) > 1:
        twice = mark("{name} har mer än ett ställe som heter innehåll. Låt det finnas på ett ställe.")
        raise refused(twice, name)
    place = element("p")
    place.append(element("bookmarkStart", id=_MARK_ID, name=_MARK))
    place.append(element("bookmarkEnd", id=_MARK_ID))
    if found:
        _replace(name, body, found[0], place)
        return
    if not _says_anything(body):
        for paragraph in list(body.iterchildren(qn("w:p"))):
            if paragraph.find(f"{qn('w:pPr')}/{qn('w:sectPr')}") is None:
                body.remove(paragraph)
    body.find(qn("w:sectPr")).addprevious(place)


def _places(root: BaseOxmlElement) -> list[BaseOxmlElement]:
    """Return the controls of the name that the place has; where there are none, the bookmarks."""
    controls = [each for each in root.iter(qn("w:sdt")) if names_of(each) & NAMES]
    return controls or [each for each in root.iter(qn("w:bookmarkStart")) if _is_place(each)]


def _is_place(bookmark: BaseOxmlElement) -> bool:
    return (bookmark.get(qn("w:name")) or "").casefold() in NAMES


def _replace(name: str, body: BaseOxmlElement, found: BaseOxmlElement, place: BaseOxmlElement) -> None:
    """Put the place where a control or a bookmark was; what else stands in its paragraph stays."""
    outermost = found
    while (around := outermost.getparent()) is not None and around is not body:
        if around.tag in (qn("w:tc"), qn("w:txbxContent")):
            boxed = mark(
                "Stället som heter innehåll i {name} ligger i en tabell eller en textruta. "
                "Lägg det som ett eget stycke."
            )
            raise refused(boxed, name)
        outermost = around
    outermost.addprevious(place)
    gone = [outermost] if found is outermost and found.tag == qn("w:sdt") else []
    if found.tag == qn("w:bookmarkStart"):
        _end_bookmark(body, found)
        gone = [outermost] if outermost.tag == qn("w:p") else []
    elif found is not outermost:
        found.getparent().remove(found)
        gone = [outermost]
    for each in gone:
        whole_control = each is found
        if each.find(f".//{qn('w:sectPr')}") is not None:
            continue
        if whole_control or not _says_anything(each):
            body.remove(each)


def _end_bookmark(body: BaseOxmlElement, start: BaseOxmlElement) -> None:
    for end in list(body.iter(qn("w:bookmarkEnd"))):
        if end.get(qn("w:id")) == start.get(qn("w:id")):
            end.getparent().remove(end)
    start.getparent().remove(start)


def _says_anything(part: BaseOxmlElement) -> bool:
    if any((each.text or "").strip() for each in part.iter(qn("w:t"))):
        return True
    shown = (qn(f"w:{tag}") for tag in ("drawing", "pict", "object", "tbl", "sdt"))
    return next(part.iter(*shown), None) is not None


def move_to_place(body: BaseOxmlElement, own: int) -> list[BaseOxmlElement]:
    """Move what was written after a template's own parts to its place, and return it.

    Args:
        body: the text.
        own: how many parts it had when it was opened, the page's own settings not counted.
    """
    content = [each for each in list(body)[own:] if each.tag != qn("w:sectPr")]
    place = _place(body)
    for each in content:
        place.addprevious(each)
    body.remove(place)
    return content


def _place(body: BaseOxmlElement) -> BaseOxmlElement:
    for start in body.iter(qn("w:bookmarkStart")):
        if start.get(qn("w:name")) == _MARK:
            return cast("BaseOxmlElement", start.getparent())
    raise LookupError(_MARK)


def room(body: BaseOxmlElement) -> int:
    """Return how wide text may be at the place, in twentieths of a point."""
    page = _section_of(body, _place(body))
    size, margins, columns = (page.find(qn(f"w:{tag}")) for tag in ("pgSz", "pgMar", "cols"))
    width = _number(size, "w", _WIDTH)
    width -= sum(_number(margins, side, default) for side, default in _SIDES)
    count = _number(columns, "num", 1)
    if count > 1:
        width = (width - (count - 1) * _number(columns, "space", 720)) // count
    return width


_SIDES = (("left", _MARGIN), ("right", _MARGIN), ("gutter", 0))


def _section_of(body: BaseOxmlElement, place: BaseOxmlElement) -> BaseOxmlElement:
    """Return the settings of the page that something stands on: they stand after it."""
    for following in place.itersiblings():
        ends = following.find(f"{qn('w:pPr')}/{qn('w:sectPr')}")
        if ends is not None:
            return cast("BaseOxmlElement", ends)
    return cast("BaseOxmlElement", body.find(qn("w:sectPr")))


def _number(part: BaseOxmlElement | None, name: str, default: int) -> int:
    said = None if part is None else part.get(qn(f"w:{name}"))
    return default if said is None else int(float(said))


def fit(content: list[BaseOxmlElement], have: int, drawn_for: int) -> None:
    """Make tables as much narrower or wider as the text is, and pictures no wider than it.

    Args:
        content: what was written.
        have: how wide the text is, in twentieths of a point.
        drawn_for: how wide it was written for.
    """
    for part in content:
        for each in part.iter(*(qn(f"w:{tag}") for tag in ("tblW", "gridCol", "tcW"))):
            each.set(qn("w:w"), str(round(int(each.get(qn("w:w"))) * have / drawn_for)))
        for picture in part.iter(qn("wp:inline")):
            _shrink(picture, have * 635)


def _shrink(picture: BaseOxmlElement, most: int) -> None:
    """Make a picture no wider than so many English metric units."""
    width = int(picture.find(qn("wp:extent")).get("cx"))
    if width <= most:
        return
    for extent in picture.iter(qn("wp:extent"), qn("a:ext")):
        for side in ("cx", "cy"):
            if extent.get(side) is not None:
                extent.set(side, str(int(extent.get(side)) * most // width))


def first_title(content: list[BaseOxmlElement], identifier: str) -> CT_P | None:
    """Return the first paragraph of a style, by its identifier; None where there is none."""
    found = (each for each in content if each.tag == qn("w:p") and cast("CT_P", each).style == identifier)
    return cast("CT_P | None", next(found, None))
