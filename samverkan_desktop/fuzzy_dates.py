"""A time as people decide it: ``första kvartalet 2010``, ``ht 2019``, ``mars 2010``, or a day."""

import re
from collections.abc import Callable
from datetime import date, timedelta

from samverkan_desktop.i18n import tr
from samverkan_desktop.periods import MONTHS, Calendar, Period
from samverkan_desktop.vocabulary import Per, WorkingYear

_YEARS = range(1900, 2200)
_ORDINALS = {"första": 1, "1:a": 1, "andra": 2, "2:a": 2, "tredje": 3, "3:e": 3, "fjärde": 4, "4:e": 4}
#: The same in English, as one writes it where the program speaks it.
_ENGLISH = {"first": 1, "second": 2, "third": 3, "fourth": 4}
_ORDINAL, _IN_ENGLISH = "|".join(_ORDINALS), "|".join(_ENGLISH)
_ENGLISH_MONTHS = (
    "january", "february", "march", "april", "may", "june", "july", "august", "september", "october",
    "november", "december",
)  # fmt: skip
_NAMES = (*MONTHS, *_ENGLISH_MONTHS)
_MONTH = "|".join((*_NAMES, *(month[:3] for month in _NAMES), "sept"))
_COMMON = Calendar(WorkingYear.CALENDAR_YEAR)


def read(text: str, calendar: Calendar = _COMMON) -> Period:
    """Return the time that is meant: what it is called, its first and its last day.

    Args:
        text: a day (``2010-03-01``), a week (``v. 36 2019``), a month (``mars 2010``, ``2010-03``), a
            quarter (``första kvartalet 2010``, ``kvartal 1 2010``, ``2010-Q1``), half a year (``första
            halvåret 2010``), a term (``ht 2019``, ``hösten 2019``), a year, or a school year
            (``läsåret 2018/2019``); ``under``, ``i`` and ``senast`` before it do not matter.
        calendar: how the agreement divides time: where its terms and school years begin.

    Raises:
        ValueError: it is no time that can be understood.
    """
    plain = re.sub(
        r"^(?:under|i|senast|during|in|by)\s+", "", " ".join(text.casefold().replace(",", " ").split())
    )
    for pattern, meant in _FORMS:
        found = re.fullmatch(pattern, plain)
        if found is not None:
            try:
                return meant(found, calendar)
            except ValueError as error:
                raise ValueError(text) from error
    raise ValueError(text)


def _year(digits: str) -> int:
    if int(digits) not in _YEARS:
        raise ValueError
    return int(digits)


def _at(per: Per, day: date, calendar: Calendar) -> Period:
    return next(calendar.cut(per, day, day))


def _day(found: re.Match[str], _calendar: Calendar) -> Period:
    day = date(_year(found[1]), int(found[2]), int(found[3]))
    return Period(day, day, day.isoformat())


def _week(found: re.Match[str], _calendar: Calendar) -> Period:
    week, year = (found[1], found[2]) if found[1] else (found[4], found[3])
    monday = date.fromisocalendar(_year(year), int(week), 1)
    return Period(monday, monday + timedelta(days=6), f"v. {int(week)} {year}")


def _month(found: re.Match[str], calendar: Calendar) -> Period:
    names = next(each for each in (MONTHS, _ENGLISH_MONTHS) if found[1][:3] in [m[:3] for m in each])
    number = [month[:3] for month in names].index(found[1][:3]) + 1
    return _at(Per.MONTH, date(_year(found[2]), number, 1), calendar)


def _numbered_month(found: re.Match[str], calendar: Calendar) -> Period:
    return _at(Per.MONTH, date(_year(found[1]), int(found[2]), 1), calendar)


def _quarter(found: re.Match[str], calendar: Calendar) -> Period:
    told = found.groupdict()
    number = (_ORDINALS | _ENGLISH).get(told["number"]) or int(told["number"])
    return _at(Per.QUARTER, date(_year(told["year"]), 3 * number - 2, 1), calendar)


def _half(found: re.Match[str], _calendar: Calendar) -> Period:
    year, first = _year(found[2]), (_ORDINALS | _ENGLISH)[found[1]] == 1
    starts, ends = (date(year, 1, 1), date(year, 6, 30)) if first else (date(year, 7, 1), date(year, 12, 31))
    label = tr("första halvåret {year}", year=year) if first else tr("andra halvåret {year}", year=year)
    return Period(starts, ends, label)


def _term(found: re.Match[str], calendar: Calendar) -> Period:
    month = 12 if found[1].startswith(("h", "a")) else 1
    return _at(Per.TERM, date(_year(found[2]), month, 1), calendar)


def _whole_year(found: re.Match[str], calendar: Calendar) -> Period:
    return _at(Per.CALENDAR_YEAR, date(_year(found[1]), 1, 1), calendar)


def _school_year(found: re.Match[str], calendar: Calendar) -> Period:
    first = _year(found[1])
    if int(found[2][-2:]) != (first + 1) % 100:
        raise ValueError
    return _at(Per.SCHOOL_YEAR, date(first, 12, 31), calendar)


#: Every way of writing it, and what it means.
_FORMS: tuple[tuple[str, Callable[[re.Match[str], Calendar], Period]], ...] = (
    (r"(\d{4})-(\d{2})-(\d{2})", _day),
    (r"(?:v\.?|vecka) ?(\d{1,2}) (\d{4})|(\d{4})-w(\d{2})", _week),
    (rf"({_MONTH})\.? (\d{{4}})", _month),
    (r"(\d{4})-(\d{2})", _numbered_month),
    (rf"(?P<number>{_ORDINAL}) kvartalet (?P<year>\d{{4}})", _quarter),
    (r"(?:kvartal|kv\.?|q) ?(?P<number>[1-4]) (?P<year>\d{4})", _quarter),
    (r"(?P<year>\d{4})[- ]?q(?P<number>[1-4])", _quarter),
    (r"(första|andra) halvåret (\d{4})", _half),
    (r"(ht|vt|hösten|våren|höstterminen|vårterminen) (\d{4})", _term),
    (r"(?:week|wk) (\d{1,2}) (\d{4})", _week),
    (rf"(?P<number>{_IN_ENGLISH}) quarter (?:of )?(?P<year>\d{{4}})", _quarter),
    (r"quarter (?P<number>[1-4]) (?:of )?(?P<year>\d{4})", _quarter),
    (r"(first|second) half of (\d{4})", _half),
    (r"(autumn|spring)(?: term)? (\d{4})", _term),
    (r"(?:år |året |kalenderåret |(?:the )?year )?(\d{4})", _whole_year),
    (r"(?:läsåret |(?:the )?school year )?(\d{4})/(\d{4}|\d{2})", _school_year),
)
