"""Swedish public holidays and their eves by name, and the days on which the law moves a last day.

Source: lag (1989:253) om allmänna helgdagar; lag (1930:173) om beräkning av lagstadgad tid, which adds
Saturdays and the eves of midsummer, Christmas and New Year.
"""

from collections.abc import Mapping
from datetime import date, timedelta
from functools import lru_cache

from samverkan_desktop.i18n import mark, tr

_DAY = timedelta(days=1)
_SATURDAY, _FRIDAY = 5, 4
_FIXED = {
    (1, 1): mark("nyårsdagen"),
    (1, 6): mark("trettondedag jul"),
    (5, 1): mark("första maj"),
    (6, 6): mark("Sveriges nationaldag"),
    (12, 24): mark("julafton"),
    (12, 25): mark("juldagen"),
    (12, 26): mark("annandag jul"),
    (12, 31): mark("nyårsafton"),
}
#: By how many days after Easter Sunday they are.
_AFTER_EASTER = {
    -2: mark("långfredagen"),
    0: mark("påskdagen"),
    1: mark("annandag påsk"),
    39: mark("Kristi himmelsfärdsdag"),
    49: mark("pingstdagen"),
}
#: Days off that are eves themselves, so that nobody speaks of the day before.
_NO_HOLIDAYS = (mark("midsommarafton"), mark("julafton"), mark("nyårsafton"))
#: Eves that have a name of their own and are no days off by the law, by the holiday that follows.
_EVES = {
    mark("trettondedag jul"): mark("trettondagsafton"),
    mark("första maj"): mark("valborgsmässoafton"),
    mark("långfredagen"): mark("skärtorsdagen"),
    mark("påskdagen"): mark("påskafton"),
    mark("pingstdagen"): mark("pingstafton"),
}


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
def _named(year: int) -> Mapping[date, str]:
    """Return the days off of a year with what they are called, not yet looked up."""
    midsummer_eve = _first(_FRIDAY, date(year, 6, 19))
    sunday = easter(year)
    return {
        **{sunday + _DAY * days: name for days, name in _AFTER_EASTER.items()},
        **{date(year, month, day): name for (month, day), name in _FIXED.items()},
        midsummer_eve: mark("midsommarafton"),
        midsummer_eve + _DAY: mark("midsommardagen"),
        _first(_SATURDAY, date(year, 10, 31)): mark("alla helgons dag"),
    }


@lru_cache(maxsize=64)
def days_off(year: int) -> frozenset[date]:
    """Return the days of a year that are no working days, Saturdays and Sundays apart."""
    return frozenset(_named(year))


def holiday_name(day: date) -> str:
    """Return what a day off is called: ``Kristi himmelsfärdsdag``; nothing for another day."""
    name = _named(day.year).get(day)
    return tr(name) if name else ""


def eve_name(day: date) -> str:
    """Return what the day before a day off is called, where it is none itself; nothing for another day.

    Its own name where it has one (``skärtorsdagen``), else by what follows: ``dagen före alla helgons dag``.
    """
    following = day + _DAY
    name = _named(following.year).get(following)
    if name is None or name in _NO_HOLIDAYS or day in days_off(day.year):
        return ""
    return tr(_EVES[name]) if name in _EVES else tr("dagen före {holiday}", holiday=tr(name))


def is_working_day(day: date) -> bool:
    """Say whether a day is one on which the law expects things to be done."""
    return day.weekday() < _SATURDAY and day not in days_off(day.year)


def working_day_from(day: date) -> date:
    """Return a day where it is a working day, else the next one that is."""
    while not is_working_day(day):
        day += _DAY
    return day
