"""The text of an exchange file: written row by row, read strictly, and where in it each value stands."""

import json
import math
import re
from codecs import BOM_UTF8, BOM_UTF16_BE, BOM_UTF16_LE
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from io import TextIOBase
from typing import Any, NoReturn

from samverkan_desktop.errors import UserError
from samverkan_desktop.i18n import tr

#: Where in a file a value stands: the keys and numbers that lead to it.
Place = tuple[str | int, ...]

#: Whole numbers with more digits than this are not read at all: no column takes them.
_DIGITS = 20
#: How much of a key from a file is shown.
_SHOWN = 40
_TOKEN = re.compile(r'"[^"\\]*(?:\\.[^"\\]*)*"|[{}\[\],:]|[^\s{}\[\],:"]+')
#: One half of a letter that JSON writes as two: alone it is no letter, and no database takes it.
_HALF = re.compile("[\ud800-\udfff]")
#: What stands between the members of a row.
_BETWEEN = ",\n      "
_SCALAR = json.JSONEncoder(ensure_ascii=False, allow_nan=False)
_ROW = json.JSONEncoder(ensure_ascii=False, allow_nan=False, separators=(_BETWEEN, ": "))
_NESTED = json.JSONEncoder(ensure_ascii=False, allow_nan=False, indent=2)
_ARCHIVE = b"SQLite format 3\x00"


class _TwiceError(Exception):
    """An object has a key twice."""


class _NumberError(Exception):
    """A number that cannot be kept."""


def short(name: str) -> str:
    """Return a key as it can be shown in a sentence: no longer than a line, and nothing but letters."""
    shown = "".join(letter if letter.isprintable() else "?" for letter in name[:_SHOWN])
    return shown + "…" if len(name) > _SHOWN else shown


def pointer(place: Place) -> str:
    """Return a place as a JSON pointer: ``/meetings/3/day``."""
    return "".join(f"/{short(str(step)).replace('~', '~0').replace('/', '~1')}" for step in place)


@dataclass(frozen=True)
class _Value:
    """A value in a text: where it leads, where it begins, and the sign it begins with."""

    place: Place
    offset: int
    sign: str


def _values(text: str) -> Iterator[_Value]:
    """Yield every value of a text that is JSON, keys apart, in the order it stands."""
    here: list[str | int] = []
    key_next = False
    for token in _TOKEN.finditer(text):
        sign = token[0]
        if sign in ("}", "]"):
            here.pop()
            key_next = False
        elif sign == ",":
            last = here[-1]
            key_next = isinstance(last, str)
            if isinstance(last, int):
                here[-1] = last + 1
        elif key_next:
            here[-1] = str(json.loads(sign))
            key_next = False
        elif sign != ":":
            yield _Value(tuple(here), token.start(), sign)
            key_next = sign == "{"
            if sign in ("{", "["):
                here.append("" if key_next else 0)


class Source:
    """The text of a file, and where in it each value stands.

    Args:
        name: what the file is called.
        text: what it holds.
    """

    def __init__(self, name: str, text: str) -> None:
        self.name = name
        self.text = text

    def refuse(self, place: Place, sentence: str) -> NoReturn:
        """Refuse the file for what stands at a place in it; the sentence has no full stop.

        Raises:
            UserError: always.
        """
        found = next((each.offset for each in _values(self.text) if each.place == place), 0)
        self._refuse(found, place, sentence)

    def _refuse(self, offset: int, place: Place, sentence: str) -> NoReturn:
        line = self.text.count("\n", 0, offset) + 1
        if not place:
            raise UserError(
                tr("Filen {name}, rad {line}: {sentence}.", name=self.name, line=line, sentence=sentence)
            )
        raise UserError(
            tr(
                "Filen {name}, rad {line} ({place}): {sentence}.",
                name=self.name,
                line=line,
                place=pointer(place),
                sentence=sentence,
            )
        )

    def read(self) -> Any:  # noqa: ANN401  whatever JSON holds
        """Return what the text holds, strictly: what other readers take differently is refused.

        Raises:
            UserError: it is no JSON, or has a key twice, a number that cannot be kept, or half a letter.
        """
        try:
            found = json.loads(
                self.text,
                object_pairs_hook=_object,
                parse_constant=_no_number,
                parse_float=_decimal,
                parse_int=_whole,
            )
        except json.JSONDecodeError as error:
            self._refuse(error.pos, (), self._unreadable(error))
        except RecursionError:
            self._refuse(0, (), tr("filen har för många nivåer inuti varandra"))
        except _TwiceError:
            self._refuse_twice()
        except _NumberError:
            self._refuse_number()
        self._refuse_half_letters()
        return found

    def _unreadable(self, error: json.JSONDecodeError) -> str:
        if not self.text.strip():
            return tr("filen är tom")
        if error.pos >= len(self.text.rstrip()):
            return tr("filen slutar mitt i; den är inte hel, så hämta den på nytt")
        if error.msg.startswith("Unterminated string"):
            return tr("texten som börjar vid tecken {column} slutar aldrig", column=error.colno)
        return tr(
            "det går inte att läsa som JSON vid tecken {column}; se efter komma, citattecken och klamrar",
            column=error.colno,
        )

    def _refuse_twice(self) -> NoReturn:
        known: set[Place] = set()
        for each in _values(self.text):
            if each.place in known:
                self._refuse(each.offset, each.place, tr("nyckeln står två gånger"))
            known.add(each.place)
        raise AssertionError("no key stands twice")

    def _refuse_number(self) -> NoReturn:
        for each in _values(self.text):
            try:
                if each.sign[0] not in '"[{':
                    json.loads(each.sign, parse_constant=_no_number, parse_float=_decimal, parse_int=_whole)
            except _NumberError:
                self._refuse(each.offset, each.place, tr("talet går inte att spara"))
        raise AssertionError("every number can be kept")

    def _refuse_half_letters(self) -> None:
        # Only an escape can make one: the text itself has been decoded.
        if not re.search(r"\\u[dD][89a-fA-F]", self.text):
            return
        for token in _TOKEN.finditer(self.text):
            if token[0].startswith('"') and _HALF.search(json.loads(token[0])):
                self._refuse(token.start(), (), tr("texten innehåller ett halvt tecken (\\ud800–\\udfff)"))


def _object(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    found = dict(pairs)
    if len(found) != len(pairs):
        raise _TwiceError
    return found


def _no_number(_text: str) -> NoReturn:
    raise _NumberError


def _decimal(text: str) -> float:
    found = float(text)
    if not math.isfinite(found):
        raise _NumberError
    return found


def _whole(text: str) -> int:
    if len(text) > _DIGITS:
        raise _NumberError
    return int(text)


def decoded(name: str, data: bytes) -> Source:
    """Return the text of a file.

    Raises:
        UserError: it is an archive, or not written in UTF-8.
    """
    if data.startswith(_ARCHIVE):
        raise UserError(tr("{name} är ett arkiv, ingen JSON-fil. Öppna det i stället.", name=name))
    if data.startswith((BOM_UTF16_LE, BOM_UTF16_BE)) or data[:2] in (b"{\x00", b"\x00{"):
        raise UserError(tr("Filen {name} är skriven i UTF-16. Spara den i UTF-8.", name=name))
    try:
        return Source(name, data.removeprefix(BOM_UTF8).decode("utf-8"))
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        raise UserError(
            tr(
                "Filen {name}, rad {line}: tecknen går inte att läsa. Spara filen i UTF-8.",
                name=name,
                line=line,
            )
        ) from error


def write(
    file: TextIOBase, head: dict[str, Any], lists: Iterable[tuple[str, Iterable[dict[str, Any]]]]
) -> None:
    """Write an object of scalars and lists just as ``json.dumps(…, ensure_ascii=False, indent=2)`` would.

    Row by row, since an archive with its papers may be larger than the memory.

    Args:
        file: where; its line ends are to be left as they are.
        head: keys with a scalar each.
        lists: keys with rows each.
    """
    file.write("{")
    between = "\n"
    for key, value in head.items():
        file.write(f'{between}  "{key}": {_SCALAR.encode(value)}')
        between = ",\n"
    for key, rows in lists:
        file.write(f'{between}  "{key}": ')
        _write_rows(file, rows)
        between = ",\n"
    file.write("\n}\n")


def _write_rows(file: TextIOBase, rows: Iterable[dict[str, Any]]) -> None:
    begun = "["
    for row in rows:
        file.write(f"{begun}\n    {{\n      {_members(row)}\n    }}")
        begun = ","
    file.write("[]" if begun == "[" else "\n  ]")


def _members(row: dict[str, Any]) -> str:
    if not any(isinstance(value, dict | list) and value for value in row.values()):
        return _ROW.encode(row)[1:-1]  # all of it at once, for most rows are so
    return _BETWEEN.join(f'"{name}": {_value(value)}' for name, value in row.items())


def _value(value: object) -> str:
    # A newline inside a text is escaped, so what is left ends a line.
    text = _NESTED.encode(value) if isinstance(value, dict | list) and value else _SCALAR.encode(value)
    return text.replace("\n", "\n      ")
