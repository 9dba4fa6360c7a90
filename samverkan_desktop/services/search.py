"""One search over everything that was written."""

import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass

from sqlalchemy import select
from sqlalchemy.orm import Session

from samverkan_desktop.models.agreement import Agreement
from samverkan_desktop.services.place import agreement_of
from samverkan_desktop.services.search_sources import SOURCES, Source, Wanted
from samverkan_desktop.services.workspace import Workspace
from samverkan_desktop.storage.recorder import Key
from samverkan_desktop.storage.text_index import Entry, Reading, unmarked

_SNIPPET = 60


@dataclass(frozen=True)
class Hit:
    """Something found: what it is, the words around, and what opens when it is chosen.

    ``agreement`` is the title of the one it is of, where the archive has several; else empty.
    """

    label: str
    detail: str
    target: str
    agreement: str = ""


def search(work: Workspace, text: str, limit: int = 50) -> tuple[Hit, ...]:
    """Return what holds every word of a text, meetings first, and of each kind the latest first.

    Each word is looked for as a word, or as the beginning of one. Where nothing is found, å, ä, ö and other
    marks above letters are looked past on both sides, so that what was read badly from paper is found too
    (ST21); and where still nothing is, the words may stand inside longer ones.

    Args:
        work: the open archive.
        text: words or beginnings of words; case does not matter.
        limit: how many hits at the most, 1 or more; where there are more, some of each kind.
    """
    words = unicodedata.normalize("NFC", text).split()
    if not words:
        return ()
    with work.index.lock, work.read() as session:
        _bring_up(work, session)
        found = next(filter(None, (_found(work, session, words, how, limit) for how in Reading)), [])
        titles = {row.id: row.title for row in session.execute(select(Agreement.id, Agreement.title))}
        owners = [agreement_of(session, each.target) if len(titles) > 1 else None for each in found]
    return tuple(
        Hit(each.label, _snippet(each.body, words[0]), each.target, titles[owner] if owner else "")
        for each, owner in zip(found, owners, strict=True)
    )


def prepare(work: Workspace) -> None:
    """Read everything that can be searched, so that the first search is as quick as the next."""
    with work.index.lock, work.read() as session:
        _bring_up(work, session)


def _bring_up(work: Workspace, session: Session) -> None:
    """Read anew what has changed since it was last searched."""
    changed = work.index.touched()
    for number, source in enumerate(SOURCES):
        wanted = None if changed is None else _changed(session, source, changed)
        if wanted is None or wanted:
            work.index.put(number, source.read(session, wanted), wanted)


def _changed(session: Session, source: Source, changed: Iterable[Key]) -> Wanted:
    """Return the identities of what is to be read anew; None for all of the source."""
    by_table: dict[str, set[int]] = {}
    for table, identity in changed:
        by_table.setdefault(table, set()).add(identity)
    wanted = by_table.get(source.model.__tablename__, set())
    for other, column in source.others.items():
        there = by_table.get(other.__tablename__)
        if there and column is None:
            return None
        if there and column is not None:
            wanted |= set(session.scalars(select(source.model.id).where(column.in_(there))))
    return wanted


def _found(work: Workspace, session: Session, words: list[str], how: Reading, limit: int) -> list[Entry]:
    by_source: dict[int, list[int]] = {}
    for number, source in enumerate(SOURCES):
        allowed = source.standing(session, work.today) if source.standing else None
        most = limit if allowed is None else None
        found = work.index.find(number, words, how, most, newest_first=source.newest_first)
        by_source[number] = [each for each in found if allowed is None or each in allowed][:limit]
    share = _shares({number: len(identities) for number, identities in by_source.items()}, limit)
    return [
        work.index.entry(number, identity)
        for number, identities in by_source.items()
        for identity in identities[: share[number]]
    ]


def _shares(counts: dict[int, int], limit: int) -> dict[int, int]:
    """Return how many of each are taken: so many in all at the most, and as equal a share as there is."""
    share, left = dict.fromkeys(counts, 0), limit
    while left and (more := [number for number in counts if counts[number] > share[number]]):
        for number in more[:left]:
            share[number] += 1
        left -= min(left, len(more))
    return share


def _snippet(text: str, word: str) -> str:
    flat = " ".join(text.split())
    exact = flat.casefold().find(word.casefold())
    at = max((exact if exact >= 0 else unmarked(flat).find(unmarked(word))) - _SNIPPET // 2, 0)
    cut = flat[at : at + 2 * _SNIPPET]
    return ("…" if at else "") + cut + ("…" if at + 2 * _SNIPPET < len(flat) else "")
