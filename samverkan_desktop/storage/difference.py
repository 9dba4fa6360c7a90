"""What differs between a row before and after: only those columns, and of a long text only what changed.

A word that is written into long notes then costs the journal a line, not the notes twice. A stretch is told
by where it begins and what stands there, on each side; put back, it must find the other side in its place,
which it does since undo takes the last change first.
"""

from typing import Any

from sqlalchemy import Table

from samverkan_desktop.errors import UserError
from samverkan_desktop.i18n import tr
from samverkan_desktop.storage.rows import Row, kinds
from samverkan_desktop.stretch import changed

#: From how many characters on only the stretch of a text that changed is kept.
LONG = 200
_START, _TEXT = "start", "text"


def pack(table: Table, before: Row | None, after: Row | None) -> tuple[Row | None, Row | None]:
    """Return both sides of a change as the journal keeps them; a row added or removed is kept whole.

    Args:
        table: what it is a row of.
        before: the whole row before; None for a new one.
        after: the whole row after; None for a removed one.
    """
    if before is None or after is None:
        return before, after
    kept: tuple[Row, Row] = ({"id": before["id"]}, {"id": after["id"]})
    for name in after:
        old, new = before.get(name), after[name]
        if old == new:
            continue
        if kinds(table)[name] is str and old and new and max(len(old), len(new)) > LONG:
            old, new = _stretches(old, new)
        kept[0][name], kept[1][name] = old, new
    return kept


def unpack(table: Table, wanted: Row, instead_of: Row, standing: Row) -> Row:
    """Return one side of a change as values to put into a row that stands as the other side has it.

    Args:
        table: what it is a row of.
        wanted: the side to put back.
        instead_of: the other side.
        standing: the row as it stands.

    Raises:
        UserError: a text no longer stands as the other side has it.
    """
    return {
        name: _spliced(value, instead_of[name], standing[name]) if _is_stretch(table, name, value) else value
        for name, value in wanted.items()
    }


def has_stretch(table: Table, row: Row) -> bool:
    """Return whether one side of a change can only be put back where the row as it stands is known."""
    return any(_is_stretch(table, name, value) for name, value in row.items())


def words_of(value: object) -> str:
    """Return the text that a column of one side of a change tells of: all of it, or its stretch."""
    return str(value[_TEXT]) if isinstance(value, dict) else str(value or "")


def _is_stretch(table: Table, name: str, value: object) -> bool:
    # A column of text holds no table of its own, so that nothing else looks like one.
    return isinstance(value, dict) and kinds(table).get(name) is str


def _stretches(old: str, new: str) -> tuple[dict[str, Any], dict[str, Any]]:
    start, removed, inserted = changed(old, new)
    return {_START: start, _TEXT: removed}, {_START: start, _TEXT: inserted}


def _spliced(wanted: dict[str, Any], instead_of: dict[str, Any], standing: str) -> str:
    start, end = wanted[_START], wanted[_START] + len(instead_of[_TEXT])
    if standing[start:end] != instead_of[_TEXT]:
        raise UserError(tr("Texten har ändrats utanför programmet, så ändringen kan inte längre ångras."))
    return f"{standing[:start]}{wanted[_TEXT]}{standing[end:]}"
