"""Swedish days on which the law moves a last day to the next working day.

Source: lag (1989:253) om allmänna helgdagar; lag (1930:173) om beräkning av lagstadgad tid, which adds
Saturdays and the eves of midsummer, Christmas and New Year.
"""

from datetime import date, timedelta
from functools import lru_cache

_DAY = timedelta(days=1)
_SATURDAY, _FRIDAY = 5, 4
_FIXED = ((1, 1), (1, 6), (5, 1), (6, 6), (12, 24), (12, 25), (12, 26), (12, 31))
#: Days after Easter Sunday: Good Friday, Easter, Ascension, Whit Sunday.
_AFTER_EASTER = (-2, 0, 1, 39, 49)


def easter(year: int) -> date:
    """Return Easter Sunday of a year, by the Gregorian reckoning (Meeus, Jones and Butcher)."""
    golden, century, of_century = year % 19, year // 100, year % 100
    skipped = century // 4
    moon = (century - (century + 8) // 25 + 1) // 3
    epact = (19 * golden + century - skipped - moon + 15) % 30
    sunday = (32 + 2 * (century % 4) + 2 * (of_century // 4) - epact - of_century % 4) % 7
    late = (golden + 11 * epact + 22 * sunday) // 451
    months, days = divmod(epact + sunday - 7 * late + 114, 31)
    return date(year, months, days + 1)


def _first(weekday: int, since: date) -> date:
    """Return the first of a weekday from a day on."""
    return since + _DAY * ((weekday - since.weekday()) % 7)


@lru_cache(maxsize=64)
def days_off(year: int) -> frozenset[date]:
    """Return the days of a year that are no working days, Saturdays and Sundays apart."""
    fixed = [date(year, month, day) for month, day in _FIXED]
    moving = [easter(year) + _DAY * days for days in _AFTER_EASTER]
    midsummer_eve = _first(_FRIDAY, date(year, 6, 19))
    all_saints = _first(_SATURDAY, date(year, 10, 31))
    return frozenset((*fixed, *moving, midsummer_eve, midsummer_eve + _DAY, all_saints))


def is_working_day(day: date) -> bool:
    """Say whether a day is one on which the law expects things to be done."""
    return day.weekday() < _SATURDAY and day not in days_off(day.year)


def working_day_from(day: date) -> date:
    """Return a day where it is a working day, else the next one that is."""
    while not is_working_day(day):
        day += _DAY
    return day
