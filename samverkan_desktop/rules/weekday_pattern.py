"""Days that follow a pattern: every Tuesday, the first Tuesday of a month."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date, timedelta

_DAY, _WEEK = timedelta(days=1), timedelta(weeks=1)
#: How many days from the one that is wished for another is looked for.
_FAR = 70


@dataclass(frozen=True)
class Pattern:
    """On which days meetings are held.

    Args:
        weekdays: 0 for Monday to 6 for Sunday; none for any.
        nth: only the first (1) to the fourth of them in a month, or the last (-1); None for all.
    """

    weekdays: frozenset[int] = frozenset()
    nth: int | None = None

    def __bool__(self) -> bool:
        return bool(self.weekdays) or self.nth is not None

    def __contains__(self, day: date) -> bool:
        if self.weekdays and day.weekday() not in self.weekdays:
            return False
        if self.nth is None:
            return True
        if self.nth < 0:
            return (day + _WEEK).month != day.month
        return (day.day - 1) // 7 + 1 == self.nth


def nearest(day: date, fits: Callable[[date], bool], pattern: Pattern) -> date | None:
    """Return the day that fits nearest to one that is wished for; None where none is near.

    Without a pattern it is one of the same week where that has one, else the same day of another week, so
    that a rhythm holds. With a pattern it is one of the same month where that has one; else one of the same
    weekdays in that month, as the second Tuesday where the first is New Year's Day.

    Args:
        day: the day wished for.
        fits: whether a day can be had.
        pattern: which days are looked among.
    """
    if not pattern:
        return day if fits(day) else _in_the_week(day, fits)
    near = _near(day)
    month = [each for each in near if (each.year, each.month) == (day.year, day.month)]
    any_of_month = replace(pattern, nth=None)
    for days, wanted in ((month, pattern), (month, any_of_month), (near, pattern)):
        found = next((each for each in days if each in wanted and fits(each)), None)
        if found is not None:
            return found
    return None


def _in_the_week(day: date, fits: Callable[[date], bool]) -> date | None:
    def how_far(each: date) -> tuple[bool, bool]:
        other = each.isocalendar()[:2] != day.isocalendar()[:2]
        return other, other and each.weekday() != day.weekday()

    return next((each for each in sorted(_near(day), key=how_far) if fits(each)), None)


def _near(day: date) -> list[date]:
    """Return the days around a day, the nearest first."""
    return [day + shift * _DAY for shift in sorted(range(-_FAR, _FAR + 1), key=abs)]
