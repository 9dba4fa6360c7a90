"""The year wheel (årshjul), as content and as geometry that any painter can follow."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum


class MarkKind(StrEnum):
    """What a mark on the wheel stands for; each has a shape of its own, not only a colour."""

    HELD = "held"
    PLANNED = "planned"
    MISSING = "missing"
    EXTRA = "extra"
    FOLLOW_UP = "follow_up"
    REPORT = "report"
    COMMISSION = "commission"
    REVIEW = "review"
    MATERIAL = "material"
    ACTIVITY = "activity"


@dataclass(frozen=True)
class Mark:
    """One thing on the wheel.

    Args:
        day: when.
        kind: what kind of thing.
        label: what it is, in a few words: ``Möte 3``.
        target: what opens when it is chosen: ``meeting:3``; empty for nothing.
        group: letters of the group that meets, where several do: ``TPT``; else empty.
    """

    day: date
    kind: MarkKind
    label: str
    target: str = ""
    group: str = ""


@dataclass(frozen=True)
class YearWheel:
    """A working year as a ring of months.

    Args:
        label: ``2018/2019``.
        starts: first day of the year; its month stands at the top.
        ends: last day.
        marks: what happens, in order of day.
        today: the day to point at; None where it lies outside.
        groups: letters and names of the groups that meet, where they are several.
    """

    label: str
    starts: date
    ends: date
    marks: tuple[Mark, ...]
    today: date | None = None
    groups: tuple[tuple[str, str], ...] = ()

    def turn(self, day: date) -> float:
        """Return where a day lies on the ring: 0 at the top, clockwise, up to but not including 1."""
        days = (self.ends - self.starts).days + 1
        return max(0, min((day - self.starts).days, days - 1)) / days

    def months(self) -> tuple[date, ...]:
        """Return the first day of each month of the year, in order."""
        result = []
        year, month = self.starts.year, self.starts.month
        while (first := date(year, month, 1)) <= self.ends:
            result.append(first)
            year, month = (year + 1, 1) if month == 12 else (year, month + 1)
        return tuple(result)
