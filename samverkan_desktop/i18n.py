"""Texts the user sees: written in Swedish in the code, looked up in a catalogue for other languages."""

import math
import re
import unicodedata
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from contextvars import ContextVar
from datetime import date, time
from functools import cache

from samverkan_desktop import paths

SOURCE_LANGUAGE = "sv"
#: Every language that the program can speak, and what each calls itself.
LANGUAGES = {SOURCE_LANGUAGE: "Svenska", "en": "English"}
_LOCALES = {SOURCE_LANGUAGE: "sv", "en": "en_GB"}
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
def catalogue(code: str) -> Mapping[tuple[str, str], str]:
    """Return the translations of a language, by what a text is there and the Swedish text.

    None where none ship; none either where the file is damaged, for the program then speaks Swedish.
    """
    if code == SOURCE_LANGUAGE:
        return {}
    from babel.messages.pofile import PoFileError, read_po

    try:
        with paths.resource("translations", f"{code}.po").open("rb") as file:
            found = read_po(file, locale=code, abort_invalid=True)
            return {(m.context or "", str(m.id)): str(m.string) for m in found if m.id and m.string}
    except FileNotFoundError:
        return {}
    except (OSError, ValueError, PoFileError) as error:
        import logging

        logging.getLogger(__name__).warning("the translations into %s cannot be read: %s", code, error)
        return {}


def tr(text: str, /, **values: object) -> str:
    """Return a text in the language in use, its ``{names}`` filled in.

    Args:
        text: the Swedish text, a literal, so that it can be collected for translation.
        values: what its names stand for.
    """
    return _said("", text, values)


def tr_as(role: str, text: str, /, **values: object) -> str:
    """Return a text that other languages have several words for, by what it is here.

    Swedish says *beslut* of one decision and of many: ``tr_as("several", "Beslut")`` is the many.

    Args:
        role: what the text is here, a literal; the same text without a role is another text.
        text: the Swedish text, a literal.
        values: what its names stand for.
    """
    return _said(role, text, values)


def _said(role: str, text: str, values: Mapping[str, object]) -> str:
    code = current_language()
    translated = text if code == SOURCE_LANGUAGE else catalogue(code).get((role, text), text)
    return translated.format(**values) if values else translated


def mark(text: str) -> str:
    """Return a text as it is, marked for translation: for tables made at import, shown with `tr` later."""
    return text


def mark_as(role: str, text: str) -> str:  # noqa: ARG001  read by those who collect the texts
    """Return a text as it is, marked for translation by what it is there: shown with `tr_as` later."""
    return text


def locale() -> str:
    """Return the locale of the language in use, as Babel names it: ``sv`` or ``en_GB``."""
    return _LOCALES.get(current_language(), SOURCE_LANGUAGE)


def language_tag() -> str:
    """Return the language in use as files are tagged with it: ``sv-SE`` or ``en-GB``."""
    return "en-GB" if current_language() == "en" else "sv-SE"


def long_date(day: date) -> str:
    """Return a day as it stands in a call: ``tisdagen den 4 september 2018``."""
    from babel.dates import format_date

    if current_language() == "en":
        return format_date(day, "EEEE d MMMM y", locale="en_GB")
    return format_date(day, "EEEE'en' 'den' d MMMM y", locale="sv")


def short_date(day: date) -> str:
    """Return a day with its weekday: ``tis 4 sep. 2018``."""
    from babel.dates import format_date

    return format_date(day, "EEE d MMM y", locale=locale())


def month_name(month: int) -> str:
    """Return the short name of a month, 1 to 12: ``sep``."""
    from babel.dates import get_month_names

    names = get_month_names("abbreviated", "stand-alone", locale=locale())
    return str(names[month]).rstrip(".")


def decimal(value: float) -> str:
    """Return a number as it is written, three decimals at the most: ``1 234,5``, in English ``1,234.5``."""
    from babel.numbers import format_decimal

    return str(format_decimal(value, locale=locale()))


def exact_decimal(value: float) -> str:
    """Return a number with all its decimals, as one writes it oneself: ``1234,5678``."""
    from babel.numbers import format_decimal

    text = str(format_decimal(value, locale=locale(), decimal_quantization=False, group_separator=False))
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
    """Return a key that sorts as the language in use does, case apart only at a tie.

    In Swedish å, ä, ö come last; in English they are a and o with a mark, which counts only at a tie.
    """
    if current_language() == "en":
        bare = unicodedata.normalize("NFKD", text.casefold())
        return ("".join(letter for letter in bare if not unicodedata.combining(letter)), text)
    order = {"å": "{", "ä": "|", "ö": "}", "é": "e", "ü": "y", "æ": "|", "ø": "}"}
    return ("".join(order.get(letter, letter) for letter in text.casefold()), text)
