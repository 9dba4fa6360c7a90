"""The styles of a municipality's template, found whatever they are called, under the identifiers we write.

Word writes the names of its built-in styles in English in every file, but their identifiers in the language
of whoever made the template: ``heading 1`` is ``Rubrik1`` in Sweden. A style is looked for by name, then by
identifier, then by what it is for; it is then given the identifier that the renderers write, which nobody
sees.
"""

from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from docx.opc.oxml import serialize_part_xml
from docx.oxml.ns import qn
from docx.oxml.parser import parse_xml
from docx.oxml.xmlchemy import BaseOxmlElement

from samverkan_desktop.documents.docx_style import LOOKS, NORMAL, TABLE, TABLE_IDENTIFIER, identifier_of

#: What else the built-in styles are called, by people and by programs.
_ALSO: Mapping[str, Sequence[str]] = {
    NORMAL: ("Standard", "Standardstycke"),
    "Title": ("Rubrik", "Titel", "Dokumentrubrik", "Dokumenttitel"),
    "Subtitle": ("Underrubrik", "Undertitel"),
    **{f"Heading {level}": (f"Rubrik {level}",) for level in range(1, 6)},
    "List Bullet": ("Punktlista", "Punktlista 1", "Punktuppställning"),
    "List Bullet 2": ("Punktlista 2",),
    "List Number": ("Numrerad lista", "Numrerad lista 1", "Nummerlista"),
    "List Number 2": ("Numrerad lista 2", "Nummerlista 2"),
    "Header": ("Sidhuvud",),
    "Footer": ("Sidfot",),
    TABLE: ("Table Grid", "Tabellrutnät", "Tabell"),
}
#: What in a file names a style by its identifier.
_REFERRING = (
    "pStyle", "rStyle", "tblStyle", "basedOn", "next", "link", "numStyleLink", "styleLink",
    "clickAndTypeStyle", "defaultTableStyle",
)  # fmt: skip
STYLES, _NUMBERING = "word/styles.xml", "word/numbering.xml"


class _Wanted(NamedTuple):
    """A style that the renderers write: its kind, name and identifier."""

    kind: str
    name: str
    identifier: str


_WANTED = (
    *(_Wanted("paragraph", look.name, identifier_of(look.name)) for look in LOOKS),
    _Wanted("table", TABLE, TABLE_IDENTIFIER),
)


def renamed(parts: Mapping[str, bytes]) -> dict[str, bytes]:
    """Return a template's parts in which every style that we write has the identifier that we write."""
    styles = parse_xml(parts[STYLES])
    numbering = parse_xml(parts[_NUMBERING]) if _NUMBERING in parts else None
    new = _new_identifiers(list(styles.iterchildren(qn("w:style"))), numbering)
    if not new:
        return dict(parts)
    return {
        part: _with_identifiers(data, new, defines=part == STYLES) if _refers(part) else data
        for part, data in parts.items()
    }


def _refers(part: str) -> bool:
    return part.startswith("word/") and part.endswith(".xml") and not part.startswith("word/glossary/")


def _new_identifiers(styles: Sequence[BaseOxmlElement], numbering: BaseOxmlElement | None) -> dict[str, str]:
    """Return for each identifier that is to change what it is to be."""
    new: dict[str, str] = {}
    taken = {_identifier(style) for style in styles}
    for wanted in _WANTED:
        same = [style for style in styles if style.get(qn("w:type")) == wanted.kind]
        found = _found(wanted, [style for style in same if _identifier(style) not in new], numbering)
        if found == wanted.identifier:
            new[found] = found
        elif found is not None:
            if wanted.identifier in taken and wanted.identifier not in new:
                new[wanted.identifier] = f"{wanted.identifier}Other"
            new[found] = wanted.identifier
        elif wanted.identifier in taken and wanted.identifier not in new:
            new[wanted.identifier] = f"{wanted.identifier}Other"
    return {old: to for old, to in new.items() if old != to}


def _found(
    wanted: _Wanted, styles: Sequence[BaseOxmlElement], numbering: BaseOxmlElement | None
) -> str | None:
    """Return the identifier of the style that is the one wanted; None where there is none like it."""
    names = [wanted.name, *_ALSO.get(wanted.name, ())]
    if wanted.name == NORMAL:
        chosen = (style for style in styles if style.get(qn("w:default")) in ("1", "true", "on"))
        if (found := next(chosen, None)) is not None:
            return _identifier(found)
    for name in names:
        for style in styles:
            if name.casefold() in _names(style):
                return _identifier(style)
    plain = {name.replace(" ", "").casefold() for name in names} | {wanted.identifier.casefold()}
    for style in styles:
        if _identifier(style).casefold() in plain:
            return _identifier(style)
    meant = next((style for style in styles if _means(style, wanted.name, numbering)), None)
    return None if meant is None else _identifier(meant)


def _names(style: BaseOxmlElement) -> set[str]:
    said = [each.get(qn("w:val")) or "" for each in style.iterchildren(qn("w:name"))]
    for each in style.iterchildren(qn("w:aliases")):
        said += (each.get(qn("w:val")) or "").split(",")
    return {name.strip().casefold() for name in said}


def _means(style: BaseOxmlElement, name: str, numbering: BaseOxmlElement | None) -> bool:
    """Say whether a style is made for what a built-in one is: a level of headings, or a kind of list."""
    if name.startswith("Heading "):
        level = style.find(f"{qn('w:pPr')}/{qn('w:outlineLvl')}")
        return level is not None and level.get(qn("w:val")) == str(int(name[-1]) - 1)
    if name in ("List Bullet", "List Number"):
        formats = ("bullet",) if name == "List Bullet" else ("decimal",)
        outline = style.find(f"{qn('w:pPr')}/{qn('w:outlineLvl')}")
        return outline is None and _number_format(style, numbering) in formats
    return False


def _number_format(style: BaseOxmlElement, numbering: BaseOxmlElement | None) -> str | None:
    """Return how the lines of a style are numbered: ``bullet``; None where they are not, or further in."""
    own = style.find(f"{qn('w:pPr')}/{qn('w:numPr')}")
    if own is None or numbering is None:
        return None
    level = own.find(qn("w:ilvl"))
    number = own.find(qn("w:numId"))
    if number is None or (level is not None and level.get(qn("w:val")) != "0"):
        return None
    for used in _those(numbering, "num", "numId", number.get(qn("w:val"))):
        scheme = used.find(qn("w:abstractNumId"))
        named = None if scheme is None else scheme.get(qn("w:val"))
        for found in _those(numbering, "abstractNum", "abstractNumId", named):
            said = found.find(f"{qn('w:lvl')}/{qn('w:numFmt')}")
            return None if said is None else said.get(qn("w:val"))
    return None


def _those(around: BaseOxmlElement, tag: str, name: str, value: str | None) -> list[BaseOxmlElement]:
    """Return the parts of a tag whose attribute has a value."""
    return [each for each in around.iterchildren(qn(f"w:{tag}")) if each.get(qn(f"w:{name}")) == value]


def _identifier(style: BaseOxmlElement) -> str:
    return style.get(qn("w:styleId")) or ""


def _with_identifiers(data: bytes, new: Mapping[str, str], *, defines: bool) -> bytes:
    root = parse_xml(data)
    for attribute, each in _places(root, defines=defines):
        if (old := each.get(attribute)) in new:
            each.set(attribute, new[old])
    return serialize_part_xml(root)


def _places(root: BaseOxmlElement, *, defines: bool) -> Iterator[tuple[str, BaseOxmlElement]]:
    """Yield what names a style, and under which attribute."""
    for each in root.iter(*(qn(f"w:{tag}") for tag in _REFERRING)):
        yield qn("w:val"), each
    if defines:
        for each in root.iter(qn("w:style")):
            yield qn("w:styleId"), each
