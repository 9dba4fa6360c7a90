"""Working years: the stretches of time in which an agreement counts its meetings."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from samverkan_desktop.vocabulary import WorkingYear

#: The first day (month, day) of a school year where the agreement does not say: a default of
#: the program, not a rule of law; each agreement may set another.
SCHOOL_YEAR_START = (7, 1)


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
        while period.starts <= last:
            yield period
            period = self.after(period)
