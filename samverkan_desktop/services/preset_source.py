"""The text of a preset file, and where in it each table and key stands."""

import re
import tomllib
from collections.abc import Iterator, Mapping
from typing import Any, NoReturn

from samverkan_desktop.errors import UserError
from samverkan_desktop.i18n import mark, tr

#: What begins a text, is a whole one, or makes the rest of a line a comment.
_MARKS = re.compile(r"""\"{3}|'{3}|"(?:\\.|[^"\\])*"|'[^']*'|\#""")
#: What ends a text of several lines, by the mark that began it; in one of them a mark can be written out.
_ENDS = {'"""': re.compile(r'"""|\\.'), "'''": re.compile("'''")}

#: A number with more digits than Python reads.
_TOO_LONG = re.compile(r"\d{4000}")
#: What the TOML library says in English, and the mend in Swedish; the last fits everything.
_TROUBLES = (
    (r"Cannot overwrite a value|Cannot declare .* twice|Cannot mutate|Duplicate",
     mark("samma sak står två gånger; ta bort den ena")),
    (r"Invalid date or datetime", mark("datumet finns inte; skriv det som 2018-07-01")),
    (r"string conversion", mark("talet är för långt")),
    (r"Invalid value", mark("värdet går inte att läsa; skriv text inom citattecken, som \"så här\"")),
    (r"Illegal character", mark("raden går inte att läsa; citattecken saknas, eller ett tecken är osynligt")),
    (r"escap|Unescaped|hex value", mark(r"skriv \\ där texten ska ha ett omvänt snedstreck")),
    (r"", mark("raden går inte att läsa; se efter att citattecken och klamrar är avslutade")),
)  # fmt: skip


class Source:
    """The text of a preset, and where in it each table and key stands.

    Args:
        name: the file's name, for sentences about it.
        text: what it holds.
    """

    def __init__(self, name: str, text: str) -> None:
        self.name = name
        self.lines = text.splitlines()
        self._outside = tuple(_outside_texts(self.lines))

    def line_of(self, table: str, index: int, key: str = "") -> int:
        """Return the line of a table's nth occurrence, or of a key in it.

        Where the table is not written under a header of its own, it is the line of the table around it.

        Args:
            table: its name as in a header: ``clause.obligation``; empty for what stands before any table.
            index: which of those of that name, counted from 0.
            key: the key; empty for the table itself.
        """
        starts = [0] if not table else self._headers(table)
        if index >= len(starts):
            outer = table.rpartition(".")[0]
            around = self._headers(outer) if outer else []
            return self._key_below(around[-1], table.rpartition(".")[2]) if around else 1
        return self._key_below(starts[index], key) if key else starts[index]

    def _headers(self, table: str) -> list[int]:
        name = r"\s*\.\s*".join(re.escape(part) for part in table.split("."))
        header = re.compile(rf"^\s*\[+\s*{name}\s*\]+")
        return [number for number, line in self._outside if header.match(line)]

    def _key_below(self, start: int, key: str) -> int:
        """Return the line of a key in the table whose header stands on a line; that line without one."""
        written = re.compile(rf"^\s*[\"\']?{re.escape(key)}[\"\']?\s*[=.]")
        for number, line in self._outside:
            if number <= start:
                continue
            if line.lstrip().startswith("["):
                own = re.match(rf"^\s*\[+[^\]]*\.\s*{re.escape(key)}\s*\]+", line)
                return number if own else start or 1
            if written.match(line):
                return number
        return start or 1

    def has(self, table: str) -> bool:
        """Return whether the file has a table of a name."""
        return bool(self._headers(table))

    def longest_number(self) -> int:
        """Return the line of a number too long to be read; 0 where there is none."""
        found = (number for number, line in self._outside if _TOO_LONG.search(line))
        return next(found, 0)

    def refuse(self, table: str, index: int, key: str, sentence: str) -> NoReturn:
        """Refuse the file for what stands at a place in it."""
        self.refuse_line(self.line_of(table, index, key), sentence)

    def refuse_line(self, line: int, sentence: str) -> NoReturn:
        """Refuse the file for what stands on a line of it."""
        raise UserError(
            tr("Avtalsfilen {name}, rad {line}: {sentence}.", name=self.name, line=line, sentence=sentence)
        )


def toml(source: Source, text: str) -> Mapping[str, Any]:
    """Return what the text of a preset holds as plain data.

    Raises:
        UserError: it is no TOML; says the line.
    """
    try:
        return tomllib.loads(text)
    except RecursionError:
        source.refuse_line(1, tr("listor och tabeller ligger för djupt i varandra"))
    except ValueError as error:  # also a number with more digits than Python reads
        said = str(error)
        found = re.search(r"at line (\d+)", said)
        line = int(found[1]) if found else source.longest_number() or len(source.lines) or 1
        sentence = next(mend for pattern, mend in _TROUBLES if re.search(pattern, said))
        source.refuse_line(line, tr(sentence))


def _outside_texts(lines: list[str]) -> Iterator[tuple[int, str]]:
    """Yield the lines that do not begin inside a text of several lines, with their numbers."""
    inside = ""
    for number, line in enumerate(lines, 1):
        if not inside:
            yield number, line
        inside = _inside_after(line, inside)


def _inside_after(line: str, inside: str) -> str:
    """Return the mark of the text that goes on after a line, where it began inside one or not."""
    place = 0
    while found := (_ENDS[inside] if inside else _MARKS).search(line, place):
        place = found.end()
        if inside:
            inside = "" if found[0] == inside else inside
        elif found[0] == "#":
            break
        elif found[0] in _ENDS:
            inside = found[0]
    return inside
