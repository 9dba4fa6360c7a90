"""Finding what looks like a Swedish personal identity number in a text (R11).

Both personnummer and samordningsnummer, whose day is 60 higher. `stdnum.se.personnummer` needs today's
date to guess a century and does not know samordningsnummer, so only its check digit is used here.
"""

import re
from calendar import monthrange
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from stdnum import luhn

#: A cheap question to a text: is there anything at all to look at more closely?
_WORTH_A_LOOK = re.compile(r"[0-9]{6}[ \u00a0+\-\u2010-\u2013\u2212]{0,3}[0-9]{4}")

#: A sieve: six or eight digits, perhaps a sign, four digits, and no digit beside them.
_SIEVE = re.compile(
    r"(?<!\d)"
    r"(?P<century>19|20)?(?P<year>\d\d)(?P<month>[01]\d)(?P<day>\d\d)"
    r"[ \u00a0]?[-+\u2010\u2011\u2012\u2013\u2212]?[ \u00a0]?"
    r"(?P<serial>\d{4})"
    r"(?!\d)",
    re.ASCII,
)
_COORDINATION = 60

#: The cheapest question, to many texts at once: are there six digits in a row? Every digit is made a nought,
#: and all else a blank, so that they can be looked for as one word.
_NOUGHTS = bytes(ord("0") if each in b"0123456789" else ord(" ") for each in range(256))
_SIX, _AT_ONCE = b"000000", 64


@dataclass(frozen=True)
class Span:
    """Where in a text a number stands, as indexes of its first character and the one after its last."""

    start: int
    end: int


def _is_day(match: re.Match[str]) -> bool:
    month, day = int(match["month"]), int(match["day"])
    if day > _COORDINATION:
        day -= _COORDINATION
    if not 1 <= month <= 12:
        return False
    # Without a century 29 February is let through in any year that may be a leap year.
    year = int((match["century"] or "20") + match["year"])
    return 1 <= day <= monthrange(year, month)[1]


def worth_a_look(texts: Sequence[str]) -> Iterator[str]:
    """Yield the texts that may hold a number, and some beside them: a sieve for very many texts."""
    # A number has a month, and a month's first digit is a nought or a one: most texts have neither.
    dated = [text for text in texts if "0" in text or "1" in text]
    for start in range(0, len(dated), _AT_ONCE):
        some = dated[start : start + _AT_ONCE]
        if _SIX in "\n".join(some).encode("latin-1", "replace").translate(_NOUGHTS):
            yield from some


def find(text: str) -> tuple[Span, ...]:
    """Return where a text holds what looks like a personal identity number.

    With or without century; with a hyphen, plus sign, dash, space or nothing before the last four digits.
    """
    if not _WORTH_A_LOOK.search(text):
        return ()
    return tuple(
        Span(match.start(), match.end())
        for match in _SIEVE.finditer(text)
        if _is_day(match) and luhn.is_valid(match["year"] + match["month"] + match["day"] + match["serial"])
    )
