"""Holidays in which nobody is expected to meet, so that a rhythm does not break over them.

The agreements say nothing of holidays: these stretches are a default of the program, from midsummer to
the week in which schools begin, and from Christmas to Epiphany.
"""

from datetime import date, timedelta
from functools import lru_cache

_SUMMER, _CHRISTMAS = ((6, 20), (8, 15)), ((12, 20), (1, 6))
_DAY = timedelta(days=1)
_MONDAY_TO_FRIDAY = 5


def is_holiday(day: date) -> bool:
    """Say whether a day lies in a holiday."""
    at = (day.month, day.day)
    return _SUMMER[0] <= at <= _SUMMER[1] or at >= _CHRISTMAS[0] or at <= _CHRISTMAS[1]


@lru_cache(maxsize=4096)
def is_free(first: date, last: date) -> bool:
    """Say whether most working days from first to last are holidays: nobody is asked to meet then."""
    days = (first + _DAY * place for place in range((last - first).days + 1))
    working = [is_holiday(day) for day in days if day.weekday() < _MONDAY_TO_FRIDAY]
    return 2 * sum(working) > len(working)
