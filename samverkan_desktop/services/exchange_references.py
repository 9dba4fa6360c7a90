"""Whether the things of an exchange file hang together: each id its own, each reference leading there."""

import hashlib
from base64 import b64decode
from binascii import Error as NotBase64
from collections.abc import Iterator, Mapping

from samverkan_desktop.i18n import tr
from samverkan_desktop.models.attachment import Attachment, AttachmentContent
from samverkan_desktop.models.base import Stored
from samverkan_desktop.models.group import Group, GroupSuperior
from samverkan_desktop.models.word_template import StoredTemplate
from samverkan_desktop.services.exchange_text import Source
from samverkan_desktop.storage.exchange import Content, Kind, kinds

#: For each list, where in it each thing stands, by the thing's key.
_Index = Mapping[str, Mapping[int | str, int]]


def name_of(model: type[Stored | AttachmentContent]) -> str:
    """Return what the list of a stored class is called in the file."""
    return next(kind.name for kind in kinds() if kind.model is model)


def check(source: Source, content: Content) -> None:
    """Refuse a file whose things do not hang together.

    Raises:
        UserError: they do not; names the place.
    """
    index = {kind.name: _keys(source, kind, content) for kind in kinds()}
    for kind in kinds():
        for column, referred in kind.references.items():
            for place, row in enumerate(content[kind.name]):
                if row.get(column) is not None and row[column] not in index[referred]:
                    sentence = tr("{id} finns inte i {list}", id=row[column], list=referred)
                    source.refuse((kind.name, place, column), sentence)
    _check_papers(source, content, index)
    _check_belonging(source, content, index)
    for kind in kinds():
        _check_names(source, kind, content)
        for column in (name for name, referred in kind.references.items() if referred == kind.name):
            _check_circle(source, kind.name, column, _own(kind, column, content))
    _check_circle(source, name_of(GroupSuperior), "superior_id", _superiors(content))


def _keys(source: Source, kind: Kind, content: Content) -> dict[int | str, int]:
    """Return where each thing of a kind stands; refuses a key that two of them share."""
    found: dict[int | str, int] = {}
    for place, row in enumerate(content[kind.name]):
        key = row[kind.key]
        if key in found:
            source.refuse((kind.name, place, kind.key), tr("{id} finns redan i listan", id=key))
        found[key] = place
    return found


def _check_papers(source: Source, content: Content, index: _Index) -> None:
    kept = name_of(AttachmentContent)
    for place, row in enumerate(content[kept]):
        try:
            data = b64decode(row["content"], validate=True)
        except (NotBase64, ValueError):
            source.refuse((kept, place, "content"), tr("innehållet ska vara skrivet i base64"))
        if hashlib.sha256(data).hexdigest() != row["sha256"]:
            source.refuse((kept, place, "sha256"), tr("summan stämmer inte med filens innehåll"))
    for name in (name_of(Attachment), name_of(StoredTemplate)):
        for place, row in enumerate(content[name]):
            if row.get("sha256") and row["sha256"] not in index[kept]:
                source.refuse((name, place, "sha256"), tr("filens innehåll finns inte i {list}", list=kept))


def _required(kind: Kind) -> list[str]:
    """Return the columns that refer to what a thing of a kind is a part of."""
    return [column.name for column in kind.columns if column.name in kind.references and not column.nullable]


def _check_belonging(source: Source, content: Content, index: _Index) -> None:
    """Refuse what is a part of two agreements; a group may answer to one in another agreement (L01)."""
    groups = name_of(Group)
    owner: dict[str, list[int]] = {}
    for kind in kinds():
        columns = _required(kind)
        owner[kind.name] = []
        for place, row in enumerate(content[kind.name]):
            if not columns:
                owner[kind.name].append(place)
                continue
            owners = {
                column: owner[kind.references[column]][index[kind.references[column]][row[column]]]
                for column in columns
            }
            first = owners[columns[0]]
            for column, other in owners.items():
                if other != first and kind.references[column] != groups:
                    sentence = tr(
                        "{id} hör till ett annat avtal än {column}", id=row[column], column=columns[0]
                    )
                    source.refuse((kind.name, place, column), sentence)
            owner[kind.name].append(first)


def _check_names(source: Source, kind: Kind, content: Content) -> None:
    """Refuse two things of a kind that bear the same key in what they are a part of."""
    if "key" not in {column.name for column in kind.columns}:
        return
    around = _required(kind)[:1]
    known = set()
    for place, row in enumerate(content[kind.name]):
        name = (row["key"], *(row[column] for column in around))
        if name in known:
            source.refuse((kind.name, place, "key"), tr("nyckeln är redan tagen"))
        known.add(name)


#: For each thing, those it points to, each with the place where it does.
_Arrows = dict[int, list[tuple[int, int]]]


def _own(kind: Kind, column: str, content: Content) -> _Arrows:
    return {
        row["id"]: [(row[column], place)]
        for place, row in enumerate(content[kind.name])
        if row.get(column) is not None
    }


def _superiors(content: Content) -> _Arrows:
    found: _Arrows = {}
    for place, row in enumerate(content[name_of(GroupSuperior)]):
        found.setdefault(row["group_id"], []).append((row["superior_id"], place))
    return found


def _check_circle(source: Source, name: str, column: str, arrows: _Arrows) -> None:
    """Refuse arrows that lead back to where they began."""
    done: set[int] = set()
    for start in arrows:
        around: set[int] = {start}
        way: list[tuple[int, Iterator[tuple[int, int]]]] = [(start, iter(arrows[start]))]
        while way:
            thing, onward = way[-1]
            target, place = next(onward, (None, 0))
            if target is None:
                way.pop()
                around.discard(thing)
                done.add(thing)
            elif target in around:
                source.refuse((name, place, column), tr("hänvisningen går runt i en cirkel"))
            elif target not in done:
                around.add(target)
                way.append((target, iter(arrows.get(target, ()))))
