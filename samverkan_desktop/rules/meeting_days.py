"""Days that would fulfil how often a group is to meet: the first proposal of a year plan."""

from collections.abc import Callable, Iterator, Sequence
from datetime import date, timedelta

from samverkan_desktop.holidays import is_free, is_holiday
from samverkan_desktop.periods import Calendar, Period
from samverkan_desktop.rules.meeting_frequency import MeetingFrequency, When
from samverkan_desktop.rules.meeting_gaps import Rhythm, last_day
from samverkan_desktop.rules.years import SHORT
from samverkan_desktop.vocabulary import Per, WorkingYear

_DAY, _WEEK = timedelta(days=1), timedelta(weeks=1)
_TUESDAY = 1
#: Weeks at the beginning and the end of a year that a proposal leaves free.
_QUIET = {WorkingYear.SCHOOL_YEAR: (8, 5), WorkingYear.CALENDAR_YEAR: (3, 3)}
#: How many days from another group's meeting a proposal lies, where so many are allowed.
_NEAR = 7


def days_to_meet(
    parameters: MeetingFrequency,
    calendar: Calendar,
    year: Period,
    before: date | None,
    others: Sequence[date],
) -> tuple[date, ...]:
    """Return as many days, in order, as the agreement demands meetings; none where it cannot be counted.

    Args:
        parameters: what the agreement demands.
        calendar: how the agreement divides time.
        year: the working year to plan.
        before: the last meeting before it; None where there is none.
        others: the days in the year on which the group meets that this one is to meet near.
    """
    if parameters.count is not None:
        found: list[date] = []
        for first, last in _parts(parameters.per, calendar, year):
            found += _spread(parameters.count, first, last, found)
        return tuple(found)
    if parameters.relative_to:
        shift = min(parameters.within_days or _NEAR, _NEAR) * _DAY
        return tuple(day - shift if parameters.when is When.BEFORE else day + shift for day in others)
    if parameters.words:
        return ()
    rhythm = Rhythm(parameters.every_months or 0, parameters.every_weeks or 0)
    return tuple(_in_rhythm(rhythm, year, before, _busy(calendar, year)[0]))


def _busy(calendar: Calendar, year: Period) -> tuple[date, date]:
    early, late = _QUIET[calendar.working_year]
    return year.starts + early * _WEEK, year.ends - late * _WEEK


def _parts(per: Per, calendar: Calendar, year: Period) -> Iterator[tuple[date, date]]:
    """Yield the first and last days of what the meetings of a working year are counted in."""
    if per not in SHORT:
        yield _busy(calendar, year)
        return
    for unit in calendar.cut(per, year.starts, year.ends):
        if unit.starts in year and not (per is Per.MONTH and is_free(unit.starts, unit.ends)):
            yield unit.starts, min(unit.ends, year.ends)


def _spread(count: int, first: date, last: date, taken: Sequence[date]) -> Iterator[date]:
    """Yield a Tuesday in the middle of each of so many equal parts of a stretch of time."""
    part = ((last - first).days + 1) / count
    used = set(taken)
    for number in range(count):
        middle = first + timedelta(days=int(part * (number + 0.5)))
        day = _tuesday(middle, lambda day: first <= day <= last and day not in used)
        used.add(day)
        yield day


def _in_rhythm(rhythm: Rhythm, year: Period, before: date | None, first: date) -> Iterator[date]:
    """Yield days that follow each other as closely as the rhythm demands, to the end of the year."""
    if before is not None:
        day = _following(before, rhythm)
    else:
        latest = last_day(year.starts, rhythm)
        day = _tuesday(min(first, latest), lambda day: year.starts <= day <= latest)
    while day <= year.ends:
        if day in year:
            yield day
        day = _following(day, rhythm)


def _following(day: date, rhythm: Rhythm) -> date:
    month = day.month - 1 + rhythm.months
    target = (
        date(day.year + month // 12, month % 12 + 1, min(day.day, 28))
        if rhythm.months
        else day + rhythm.weeks * _WEEK
    )
    last = last_day(day, rhythm)
    return _tuesday(target, lambda each: day < each <= last)


def _tuesday(target: date, allowed: Callable[[date], bool]) -> date:
    """Return the allowed Tuesday nearest to a day that is no holiday; the day itself where there is none."""
    monday = target - target.weekday() * _DAY
    near = sorted(range(-9, 10), key=abs)
    tuesdays = (monday + _TUESDAY * _DAY + weeks * _WEEK for weeks in near)
    return next((day for day in tuesdays if allowed(day) and not is_holiday(day)), target)
