"""Lines pasted from a list or a spreadsheet: their parts, and what is wrong with them told together."""

from collections.abc import Collection, Iterator, Sequence

from samverkan_desktop.i18n import tr

#: How many faults are told at once; the rest are counted.
_TOLD = 5


class Fault(ValueError):
    """What is wrong with one line, in Swedish."""


def lines(text: str, column: int, headings: Collection[str]) -> Iterator[tuple[int, list[str]]]:
    """Yield each line that says something, as its number from 1 and its parts; none of headings.

    Args:
        text: the lines, their parts apart by semicolons, or by tabs as when copied from a spreadsheet.
        column: the part, from 0, by which a line of headings is known.
        headings: what stands there in such a line, in small letters.
    """
    first = True
    for number, line in enumerate(text.splitlines(), 1):
        parts = [part.strip() for part in line.replace("\t", ";").split(";")]
        if not any(parts):
            continue
        heads = first and len(parts) > column and parts[column].casefold() in headings
        first = False
        if not heads:
            yield number, parts


def told(faults: Sequence[tuple[int, str]]) -> str:
    """Return what is wrong with some lines, a line each: the first few, and how many more there are.

    Args:
        faults: the number of each line, and what is wrong with it.
    """
    said = [tr("Rad {number}: {fault}.", number=number, fault=fault) for number, fault in faults]
    more = len(said) - _TOLD
    if more > 0:
        rest = tr("… och en rad till.") if more == 1 else tr("… och {more} rader till.", more=more)
        said = [*said[:_TOLD], rest]
    return "\n".join(said)
