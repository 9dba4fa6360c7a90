"""What notes consist of: headings, paragraphs, lists, tables; and how they are put in order."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from itertools import chain

from samverkan_desktop.prose_runs import Runs, text_of, tidied

LEVELS = 3
#: The highest number that a list may begin with: a year and a full stop are taken for text.
HIGHEST_START = 999


@dataclass(frozen=True)
class Paragraph:
    """One line of text."""

    runs: Runs


@dataclass(frozen=True)
class Heading:
    """A heading within the notes, of level 1, 2 or 3."""

    level: int
    runs: Runs


@dataclass(frozen=True)
class Entry:
    """One line of a list, and the lists under it; under those there are none."""

    runs: Runs
    below: tuple["ListBlock", ...] = ()


@dataclass(frozen=True)
class ListBlock:
    """A list; ``start`` is the number of its first line, 1–999, where it is numbered."""

    numbered: bool
    entries: tuple[Entry, ...]
    start: int = 1


Row = tuple[Runs, ...]


@dataclass(frozen=True)
class Table:
    """A table; every row, its heading too, has as many cells."""

    heading: Row
    rows: tuple[Row, ...] = ()


Block = Paragraph | Heading | ListBlock | Table


def said_by(block: Block) -> Iterator[str]:
    """Yield what a block says, line by line, without bullets and numbers; tabs part the cells of a table."""
    match block:
        case Paragraph(runs) | Heading(_, runs):
            yield text_of(runs)
        case ListBlock(_, entries):
            for entry in entries:
                yield text_of(entry.runs)
                yield from chain.from_iterable(said_by(each) for each in entry.below)
        case Table(heading, rows):
            yield from ("\t".join(text_of(cell) for cell in row) for row in (heading, *rows))


def in_order(blocks: Iterable[Block]) -> tuple[Block, ...]:
    """Return blocks as they are read back when they have been written.

    Runs are tidied, what says nothing is left out, and lists that go on from one another are one.
    """
    gathering = Gathering()
    for block in blocks:
        match block:
            case Paragraph(runs):
                gathering.add(Paragraph(tidied(runs)))
            case Heading(level, runs):
                gathering.add(Heading(min(max(level, 1), LEVELS), tidied(runs)))
            case ListBlock():
                _add_list(gathering, block, nested=False)
            case Table(heading, rows):
                gathering.add(table_of((heading, *rows)))
    return gathering.done()


def table_of(rows: Iterable[Row]) -> Table:
    """Return rows as a table, the first as its heading; each gets as many cells as the longest."""
    heading, *others = rows
    width = max(len(row) for row in (heading, *others))
    padding: Row = ((),) * width
    tidy = [tuple(tidied(cell) for cell in (*row, *padding)[:width]) for row in (heading, *others)]
    return Table(tidy[0], tuple(tidy[1:]))


def _add_list(gathering: "Gathering", block: ListBlock, *, nested: bool) -> None:
    number: int | None = min(max(block.start, 1), HIGHEST_START) if block.numbered else None
    for entry in block.entries:
        if runs := tidied(entry.runs):
            gathering.add_line(runs, numbered=block.numbered, nested=nested, number=number)
            number = None
        for each in entry.below:
            _add_list(gathering, each, nested=True)


@dataclass
class _Growing:
    """A list that lines are still added to."""

    numbered: bool
    start: int
    entries: list[tuple[Runs, list["_Growing"]]] = field(default_factory=list)

    @property
    def following(self) -> int:
        return self.start + len(self.entries)

    def done(self) -> ListBlock:
        entries = (Entry(runs, tuple(each.done() for each in below)) for runs, below in self.entries)
        return ListBlock(self.numbered, tuple(entries), self.start)


class Gathering:
    """Blocks being gathered one after the other, and lists line by line."""

    def __init__(self) -> None:
        self._blocks: list[Block] = []
        self._open: list[_Growing] = []

    def add(self, block: Block) -> None:
        """Add a block that is no list, unless it says nothing; it ends the list before it."""
        if any(said.strip() for said in said_by(block)):
            self._close()
            self._blocks.append(block)

    def add_line(self, runs: Runs, *, numbered: bool, nested: bool, number: int | None = None) -> None:
        """Add a line of a list.

        Args:
            runs: what it says, tidied.
            numbered: whether it has a number, else a bullet.
            nested: whether it stands under the line before.
            number: its number, 1 or more; None where it goes on from the one before.
        """
        lists = self._lists(nested)
        goes_on = bool(lists) and lists[-1].numbered == numbered
        if not goes_on or (numbered and number not in (None, lists[-1].following)):
            lists.append(_Growing(numbered, number or 1))
        lists[-1].entries.append((runs, []))

    def following(self, *, nested: bool) -> int:
        """Return the number that a numbered list would go on with; 0 where there is none."""
        lists = self._lists(nested)
        return lists[-1].following if lists and lists[-1].numbered else 0

    def _lists(self, nested: bool) -> list[_Growing]:
        return self._open[-1].entries[-1][1] if nested and self._open else self._open

    def _close(self) -> None:
        self._blocks += [each.done() for each in self._open]
        self._open = []

    def done(self) -> tuple[Block, ...]:
        """Return the blocks; nothing can be added after that."""
        self._close()
        return tuple(self._blocks)
