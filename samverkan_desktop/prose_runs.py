r"""Text within a block of notes: stretches that are bold or italic, and how they are written.

``*italic*``, ``**bold**``, ``***both***``. A row of asterisks turns bold or italic on where a letter follows
it, off where one stands before it; what is never turned off is no markup but asterisks. A backslash takes the
meaning from an asterisk, and from nothing else, so that ``\\server\share`` is read as it stands.

CommonMark itself would leave asterisks between a letter and a punctuation mark as they are, so that a bold
word before a bracket could not be written.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

_ROW = re.compile(r"(\*+)")
_ITALIC, _BOLD = 1, 2
#: Where a line ends, as `str.splitlines` has it.
_LINE_END = re.compile("\r\n|[\n\r\x0b\x0c\x1c-\x1e\x85\u2028\u2029]")


@dataclass(frozen=True)
class Run:
    """A stretch of text within a line, and whether it is bold or italic."""

    text: str
    bold: bool = False
    italic: bool = False


Runs = tuple[Run, ...]


@dataclass
class _Row:
    """A row of asterisks: how many, whether something stands against it on either side, what it turns."""

    length: int
    closes: bool
    opens: bool
    turns: int = 0

    @property
    def literal(self) -> str:
        """The asterisks of it that are no markup."""
        return "*" * (self.length - self.turns)


def read(line: str) -> Runs:
    """Return the runs of a line, tidied."""
    if "*" not in line:
        return tidied((Run(line),))
    pieces = list(_pieces(line))
    _turn([each for each in pieces if isinstance(each, _Row)])
    found, state = [], 0
    for piece in pieces:
        if isinstance(piece, _Row):
            found.append(_run(piece.literal, state))
            state ^= piece.turns
        else:
            found.append(_run(piece, state))
    return tidied(found)


def _pieces(line: str) -> Iterator[str | _Row]:
    parts = _ROW.split(line)
    for place in range(0, len(parts) - 1, 2):
        text, length, after = parts[place], len(parts[place + 1]), parts[place + 2]
        slashes = len(_slashes(text))
        text = text[: len(text) - slashes] + "\\" * (slashes // 2) + "*" * (slashes % 2)
        length -= slashes % 2
        yield text
        if length:
            yield _Row(length, bool(text[-1:].strip()), bool(after[:1].strip()))
    yield parts[-1]


def _turn(rows: Iterable[_Row]) -> None:
    """Say of each row what it turns on or off."""
    opened: dict[int, _Row] = {}
    for row in rows:
        if row.length > _BOLD + _ITALIC:
            continue
        turned = [flag for flag in (_BOLD, _ITALIC) if row.length & flag]
        if all(row.closes if flag in opened else row.opens for flag in turned):
            row.turns = row.length
            for flag in turned:
                if opened.pop(flag, None) is None:
                    opened[flag] = row
    for flag, row in opened.items():
        row.turns -= flag


def _state(run: Run) -> int:
    return _BOLD * run.bold + _ITALIC * run.italic


def _run(text: str, state: int) -> Run:
    return Run(text, bool(state & _BOLD), bool(state & _ITALIC))


def write(runs: Iterable[Run]) -> str:
    """Return tidied runs as a line that `read` reads as the same runs."""
    line: list[str] = []
    state = 0
    for run in (*runs, Run("")):
        turns = state ^ _state(run)
        if turns and line:
            line.append(_slashes(line[-1]))
        line.append("*" * turns)
        *before, last = run.text.split("*")
        line.append("".join(rf"{each}{_slashes(each)}\*" for each in before) + last)
        state ^= turns
    return "".join(line)


def _slashes(text: str) -> str:
    """Return the backslashes that a text ends with."""
    return text[len(text.rstrip("\\")) :]


def text_of(runs: Iterable[Run]) -> str:
    """Return what runs say."""
    return "".join(run.text for run in runs)


def tidied(runs: Iterable[Run]) -> Runs:
    """Return runs as `read` gives them.

    On one line and without blanks at its ends; none is empty, none like the one before it; blanks between two
    runs are bold or italic only where both of them are.
    """
    merged: list[tuple[int, list[str]]] = []
    for text, state in _apart(runs):
        if not merged or merged[-1][0] != state:
            merged.append((state, []))
        merged[-1][1].append(text)
    return tuple(_run("".join(texts), state) for state, texts in merged)


def _apart(runs: Iterable[Run]) -> Iterator[tuple[str, int]]:
    """Yield words and the blanks between them, each with what it is."""
    blanks: list[str] = []
    before: int | None = None
    for run in runs:
        text, state = _LINE_END.sub(" ", run.text), _state(run)
        words = text.strip()
        if not words:
            blanks.append(text)
            continue
        start = text.index(words[0])
        blank = "".join((*blanks, text[:start]))
        if blank and before is not None:
            yield blank, before & state
        yield words, state
        blanks, before = [text[start + len(words) :]], state
