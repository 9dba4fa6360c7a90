r"""Notes as they are kept: Markdown, of which this much is known and no more.

- ``# ``, ``## `` and ``### `` begin a heading;
- ``- `` begins a bullet, ``1. `` a numbered line; two blanks before it put it under the line above;
- lines between bars, the second of which is ``| --- | --- |``, are a table, and the first line its heading;
- asterisks make words bold and italic (`prose_runs`);
- any other line is a paragraph.

Whatever else stands there is text: HTML, links, pictures, code. A backslash says that the sign at the
beginning of a line, or the stop after its number, begins nothing. Lists go on over blank lines, and a number
that does not follow on the one before begins a list of its own.

A general reader of Markdown would not do. It joins lines that notes of earlier builds had as paragraphs,
takes a year and a stop for a list, and drops what stands in too many cells or too deep in lists; here no word
is lost.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache
from itertools import takewhile

from samverkan_desktop import prose_runs
from samverkan_desktop.prose_blocks import (
    HIGHEST_START,
    Block,
    Gathering,
    Heading,
    ListBlock,
    Paragraph,
    Row,
    Table,
    in_order,
    said_by,
    table_of,
)

_HEADING = re.compile(r"(#{1,3}) +(.+)")
_NUMBERED = re.compile(r"([1-9][0-9]{0,8})\. +(.+)")
_BULLET = "- "
_BAR = re.compile(r"(?<!\\)\|")
_DASHES = re.compile(r":?-+:?")
#: What would begin a block, but for the backslashes that say that it does not.
_SIGN = re.compile(r"(\\*)(?:#{1,3} |- |\|)")
_NUMBER = re.compile(r"([1-9][0-9]{0,8})(\\*)\. ")
#: What may be markup anywhere in a text.
_MARKED = re.compile(r"[*\\|#]|^[^\S\n]*(?:- |[1-9][0-9]{0,8}\. )", re.MULTILINE)


def parse(text: str) -> tuple[Block, ...]:
    """Return the blocks of a text, whatever it is."""
    gathering = Gathering()
    lines = text.splitlines()
    place = 0
    while place < len(lines):
        rows = _rows(lines, place)
        if rows:
            gathering.add(table_of(rows))
            place += len(rows) + 1
        else:
            _add(gathering, lines[place])
            place += 1
    return gathering.done()


def plain(text: str) -> str:
    """Return what a text says without its markup, as one searches it and looks for numbers in it."""
    if not _MARKED.search(text):
        return "\n".join(filter(None, map(str.strip, text.splitlines())))
    return "\n".join(said for block in parse(text) for said in said_by(block))


def write(blocks: Iterable[Block]) -> str:
    """Return blocks as a text that is read as the same blocks, put in order."""
    return write_in_order(in_order(blocks))


def write_in_order(blocks: Iterable[Block]) -> str:
    """Return blocks that are in order already, as `parse` and `in_order` give them, as a text."""
    parts: list[str] = []
    above: Block | None = None
    for block in blocks:
        if above is not None:
            # Other readers of Markdown need a blank line around whatever is no paragraph.
            both = isinstance(above, Paragraph) and isinstance(block, Paragraph)
            parts.append("\n" if both else "\n\n")
        parts.append("\n".join(_lines(block)))
        above = block
    return "".join(parts)


def _add(gathering: Gathering, line: str) -> None:
    text = line.strip()
    nested = len(line[: len(line) - len(line.lstrip())].expandtabs()) >= len(_BULLET)
    if found := _HEADING.fullmatch(text):
        gathering.add(Heading(len(found[1]), prose_runs.read(found[2])))
    elif text.startswith(_BULLET):
        gathering.add_line(_words(text.removeprefix(_BULLET).lstrip()), numbered=False, nested=nested)
    elif (found := _NUMBERED.fullmatch(text)) and _may_begin(gathering, int(found[1]), nested):
        gathering.add_line(_words(found[2]), numbered=True, nested=nested, number=int(found[1]))
    elif text:
        gathering.add(Paragraph(_words(text)))


def _may_begin(gathering: Gathering, number: int, nested: bool) -> bool:
    return number <= HIGHEST_START or number == gathering.following(nested=nested)


def _words(text: str) -> prose_runs.Runs:
    """Return the runs of a line without the backslash that says that it begins nothing."""
    if _SIGN.match(text) and text.startswith("\\"):
        text = text[1:]
    elif (found := _NUMBER.match(text)) and found[2]:
        text = text[: found.end(1)] + text[found.end(1) + 1 :]
    return prose_runs.read(text)


def _rows(lines: Sequence[str], place: int) -> list[Row]:
    """Return the rows of the table that begins at a line, its heading first; nothing where none does."""
    heading = _cells(lines[place])
    dashes = _cells(lines[place + 1]) if heading and place + 1 < len(lines) else []
    if not heading or len(dashes) != len(heading) or not all(map(_DASHES.fullmatch, dashes)):
        return []
    below = (_cells(lines[at]) for at in range(place + 2, len(lines)))
    rows = [heading, *takewhile(bool, below)]
    return [tuple(prose_runs.read(cell.replace("\\|", "|")) for cell in row) for row in rows]


def _cells(line: str) -> list[str]:
    """Return what stands between the bars of a line; nothing where it does not begin with one."""
    text = line.strip()
    if not text.startswith("|"):
        return []
    cells = [cell.strip() for cell in _BAR.split(text[1:])]
    return cells[:-1] if len(cells) > 1 and not cells[-1] else cells


def _lines(block: Block) -> Iterator[str]:
    match block:
        case Paragraph(runs):
            yield _escaped(runs)
        case Heading(level, runs):
            yield f"{'#' * level} {prose_runs.write(runs)}"
        case ListBlock():
            yield from _list_lines(block, "")
        case Table(heading, rows):
            yield _bars(_cell(cell) for cell in heading)
            yield _bars("---" for _ in heading)
            yield from (_bars(_cell(cell) for cell in row) for row in rows)


def _list_lines(block: ListBlock, indent: str) -> Iterator[str]:
    for number, entry in enumerate(block.entries, block.start):
        sign = f"{number}. " if block.numbered else _BULLET
        yield f"{indent}{sign}{_escaped(entry.runs)}"
        for each in entry.below:
            yield from _list_lines(each, " " * len(sign))


# While one writes, all lines but one are as they were a word ago.
@lru_cache(maxsize=4096)
def _escaped(runs: prose_runs.Runs) -> str:
    text = prose_runs.write(runs)
    if _SIGN.match(text):
        return f"\\{text}"
    if found := _NUMBER.match(text):
        return f"{text[: found.end(1)]}\\{text[found.end(1) :]}"
    return text


def _bars(cells: Iterable[str]) -> str:
    return f"| {' | '.join(cells)} |"


def _cell(runs: prose_runs.Runs) -> str:
    return prose_runs.write(runs).replace("|", "\\|")
