"""Working years and shorter stretches of time: those in which an agreement counts its meetings."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date, timedelta

from samverkan_desktop.i18n import mark, tr
from samverkan_desktop.vocabulary import Per, WorkingYear

#: The first day (month, day) of a school year where the agreement does not say: a default of
#: the program, not a rule of law; each agreement may set another.
SCHOOL_YEAR_START = (7, 1)
#: The first month of an autumn term where the agreement counts calendar years, likewise a default.
AUTUMN_STARTS = 8

#: The months as they are written in a label.
MONTHS = (
    mark("januari"), mark("februari"), mark("mars"), mark("april"), mark("maj"), mark("juni"),
    mark("juli"), mark("augusti"), mark("september"), mark("oktober"), mark("november"), mark("december"),
)  # fmt: skip


def is_year_start(text: str) -> bool:
    """Say whether a text is a day, written ``MM-DD``, on which a working year can begin in every year."""
    return re.fullmatch(r"(0[1-9]|1[0-2])-(0[1-9]|1\d|2[0-8])", text) is not None


@dataclass(frozen=True, order=True)
class Period:
    """A working year.

    Args:
        starts: its first day.
        ends: its last day.
        label: what it is called: ``2018/2019`` or ``2019``.
    """

    starts: date
    ends: date
    label: str

    def __contains__(self, day: date) -> bool:
        return self.starts <= day <= self.ends

    def overlap(self, first: date, last: date) -> int:
        """Return how many of its days lie from first to last, both included."""
        return max((min(self.ends, last) - max(self.starts, first)).days + 1, 0)


#: A year of general elections, and how many years there are from one to the next: vallagen (2005:837)
#: 1 kap. 3 §.
_ELECTION, _BETWEEN_ELECTIONS = 2018, 4


def election_period(day: date) -> Period:
    """Return the term of office (mandatperiod) in which a day lies: ``2019–2022``.

    Four years from 1 January after a general election, as the executive board's term is counted:
    kommunallagen (2017:725) 6 kap. 18 §.
    """
    first = day.year - (day.year - _ELECTION - 1) % _BETWEEN_ELECTIONS
    last = first + _BETWEEN_ELECTIONS - 1
    return Period(date(first, 1, 1), date(last, 12, 31), f"{first}–{last}")


def election_periods(first: date, last: date) -> Iterator[Period]:
    """Yield every term of office that touches the days from first to last, oldest first."""
    while first <= last:
        period = election_period(first)
        yield period
        first = period.ends + timedelta(days=1)


@dataclass(frozen=True)
class Calendar:
    """How an agreement divides time.

    Args:
        working_year: school year or calendar year.
        start: first day (month, day) of a school year.
    """

    working_year: WorkingYear = WorkingYear.SCHOOL_YEAR
    start: tuple[int, int] = SCHOOL_YEAR_START

    def beginning_in(self, year: int) -> Period:
        """Return the working year that begins in a year of the common calendar."""
        if self.working_year is WorkingYear.CALENDAR_YEAR:
            return Period(date(year, 1, 1), date(year, 12, 31), str(year))
        month, day = self.start
        following = date(year + 1, month, day)
        return Period(date(year, month, day), following - timedelta(days=1), f"{year}/{year + 1}")

    def of(self, day: date) -> Period:
        """Return the working year in which a day lies."""
        period = self.beginning_in(day.year)
        return period if day >= period.starts else self.beginning_in(day.year - 1)

    def labelled(self, label: str) -> Period:
        """Return the working year of a label such as ``2018/2019``, ``2018/19`` or ``2019``.

        Raises:
            ValueError: the label names no working year of this kind.
        """
        match = re.fullmatch(r"(\d{4})(?:/(\d{2}|\d{4}))?", label.strip())
        if match is None:
            raise ValueError(label)
        year, second = int(match[1]), match[2]
        school = self.working_year is WorkingYear.SCHOOL_YEAR
        if school != (second is not None):
            raise ValueError(label)
        if second is not None and int(second[-2:]) != (year + 1) % 100:
            raise ValueError(label)
        return self.beginning_in(year)

    def after(self, period: Period) -> Period:
        """Return the working year that follows."""
        return self.of(period.ends + timedelta(days=1))

    def before(self, period: Period) -> Period:
        """Return the working year that came before."""
        return self.of(period.starts - timedelta(days=1))

    def between(self, first: date, last: date) -> Iterator[Period]:
        """Yield every working year that touches the days from first to last."""
        period = self.of(first)
        while first <= last and period.starts <= last:
            yield period
            period = self.after(period)

    def cut(self, per: Per, first: date, last: date) -> Iterator[Period]:
        """Yield every stretch of a kind that touches the days from first to last, oldest first.

        A school year's autumn term begins with it; that of an agreement which counts calendar years in
        August. Both end with December.

        Args:
            per: how time is cut.
            first: the first day.
            last: the last day, not before it.
        """
        if per is Per.WORKING_YEAR:
            yield from self.between(first, last)
            return
        own = WorkingYear.CALENDAR_YEAR if per is Per.CALENDAR_YEAR else WorkingYear.SCHOOL_YEAR
        if per in (Per.CALENDAR_YEAR, Per.SCHOOL_YEAR):
            yield from replace(self, working_year=own).between(first, last)
            return
        starts = [day for year in (first.year - 1, first.year) for day in self._starts(per, year)]
        year, place = first.year, max(n for n, day in enumerate(starts) if day <= first)
        while starts[place] <= last:
            if place + 1 == len(starts):
                year += 1
                starts += self._starts(per, year)
            yield Period(starts[place], starts[place + 1] - timedelta(days=1), _label(per, starts[place]))
            place += 1

    def _starts(self, per: Per, year: int) -> list[date]:
        """Return the first days of the terms, quarters or months of a year of the common calendar."""
        if per is Per.TERM:
            school = self.working_year is WorkingYear.SCHOOL_YEAR and self.start >= SCHOOL_YEAR_START
            month, day = self.start if school else (AUTUMN_STARTS, 1)
            return [date(year, 1, 1), date(year, month, day)]
        return [date(year, month, 1) for month in range(1, 13, 3 if per is Per.QUARTER else 1)]


def _label(per: Per, starts: date) -> str:
    """Return what a term, quarter or month is called: ``vt 2019``, ``kvartal 2 2019``, ``april 2019``."""
    if per is Per.TERM:
        return tr("vt {year}", year=starts.year) if starts.month == 1 else tr("ht {year}", year=starts.year)
    if per is Per.QUARTER:
        return tr("kvartal {number} {year}", number=(starts.month + 2) // 3, year=starts.year)
    return tr("{month} {year}", month=tr(MONTHS[starts.month - 1]), year=starts.year)
