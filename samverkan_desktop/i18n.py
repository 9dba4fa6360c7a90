"""Texts the user sees: written in Swedish in the code, looked up in a catalogue for other languages."""

import math
import re
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from contextvars import ContextVar
from datetime import date, time
from functools import cache

from samverkan_desktop import paths

SOURCE_LANGUAGE = "sv"
#: A number as people write it: thousands apart or not, decimals after a comma or a point.
_DECIMAL = re.compile(r"[-+]?([0-9]+|[0-9]{1,3}(\s[0-9]{3})+)([.,][0-9]+)?")

_process_language: list[str] = [SOURCE_LANGUAGE]
_override: ContextVar[str | None] = ContextVar("language", default=None)


def use_language(code: str) -> None:
    """Set the language of the whole program: ``"sv"`` or ``"en"``."""
    _process_language[0] = code


@contextmanager
def in_language(code: str) -> Iterator[None]:
    """Speak another language inside the block: a document's need not be the window's."""
    token = _override.set(code)
    try:
        yield
    finally:
        _override.reset(token)


def current_language() -> str:
    """Return the code of the language in use here."""
    return _override.get() or _process_language[0]


@cache
def catalogue(code: str) -> Mapping[str, str]:
    """Return the translations of a language, Swedish text to that language's text; none where none ship."""
    if code == SOURCE_LANGUAGE:
        return {}
    from babel.messages.pofile import read_po

    file_path = paths.resource("translations", f"{code}.po")
    if not file_path.exists():
        return {}
    with file_path.open("rb") as file:
        return {str(m.id): str(m.string) for m in read_po(file, locale=code) if m.id and m.string}


def tr(text: str, /, **values: object) -> str:
    """Return a text in the language in use, its ``{names}`` filled in.

    Args:
        text: the Swedish text, a literal, so that it can be collected for translation.
        values: what its names stand for.
    """
    code = current_language()
    translated = text if code == SOURCE_LANGUAGE else catalogue(code).get(text, text)
    return translated.format(**values) if values else translated


def mark(text: str) -> str:
    """Return a text as it is, marked for translation: for tables made at import, shown with `tr` later."""
    return text


def long_date(day: date) -> str:
    """Return a day as it stands in a call: ``tisdagen den 4 september 2018``."""
    from babel.dates import format_date

    if current_language() == "en":
        return format_date(day, "EEEE d MMMM y", locale="en_GB")
    return format_date(day, "EEEE'en' 'den' d MMMM y", locale="sv")


def short_date(day: date) -> str:
    """Return a day with its weekday: ``tis 4 sep. 2018``."""
    from babel.dates import format_date

    return format_date(day, "EEE d MMM y", locale="en_GB" if current_language() == "en" else "sv")


def month_name(month: int) -> str:
    """Return the short name of a month, 1 to 12: ``sep``."""
    from babel.dates import get_month_names

    locale = "en_GB" if current_language() == "en" else "sv"
    names = get_month_names("abbreviated", "stand-alone", locale=locale)
    return str(names[month]).rstrip(".")


def decimal(value: float) -> str:
    """Return a number as it is written, three decimals at the most: ``1 234,5``."""
    from babel.numbers import format_decimal

    return str(format_decimal(value, locale="en_GB" if current_language() == "en" else "sv"))


def exact_decimal(value: float) -> str:
    """Return a number with all its decimals, as one writes it oneself: ``1234,5678``."""
    from babel.numbers import format_decimal

    locale = "en_GB" if current_language() == "en" else "sv"
    text = str(format_decimal(value, locale=locale, decimal_quantization=False, group_separator=False))
    return text.replace("\N{MINUS SIGN}", "-")


def read_decimal(text: str) -> float:
    """Return the number of ``72,5``, ``72.5`` or ``1 234,5``.

    Raises:
        ValueError: it is no number.
    """
    plain = text.strip().replace("\N{MINUS SIGN}", "-")
    if not _DECIMAL.fullmatch(plain):
        raise ValueError(text)
    value = float(re.sub(r"\s", "", plain).replace(",", "."))
    if not math.isfinite(value):
        raise ValueError(text)
    return value


def clock_span(start: time | None, end: time | None) -> str:
    """Return times of day as Swedish writing rules have them: ``kl. 13.00–15.00``."""
    if start is None:
        return ""
    prefix = "" if current_language() == "en" else "kl. "
    text = f"{prefix}{start:%H.%M}"
    return f"{text}–{end:%H.%M}" if end else text


def numbered(number: str, heading: str) -> str:
    """Return an item of an agenda as one writes it: ``4. Budget``, and under it ``4.1 Lokaler``."""
    return f"{number}. {heading}" if number.isdecimal() else f"{number} {heading}"


def sort_key(text: str) -> tuple[object, ...]:
    """Return a key that sorts as Swedish does: å, ä, ö last, case apart only at a tie."""
    order = {"å": "{", "ä": "|", "ö": "}", "é": "e", "ü": "y", "æ": "|", "ø": "}"}
    return ("".join(order.get(letter, letter) for letter in text.casefold()), text)
