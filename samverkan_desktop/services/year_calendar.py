"""The days of a working year as one plans them: meetings, holidays, breaks and clashes, each day in words."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, time

from sqlalchemy.orm import Session

from samverkan_desktop.i18n import clock_span, short_date
from samverkan_desktop.models.agreement import Agreement
from samverkan_desktop.public_holidays import eve_name, holiday_name
from samverkan_desktop.services import school_break
from samverkan_desktop.services.clash import clashes
from samverkan_desktop.services.meeting import MeetingRow
from samverkan_desktop.services.period import year_labelled
from samverkan_desktop.services.workspace import Workspace
from samverkan_desktop.vocabulary import MeetingKind, MeetingStatus

_TO_COME = (MeetingStatus.PLANNED, MeetingStatus.CALLED)


@dataclass(frozen=True)
class DayMeeting:
    """A meeting on a day.

    Args:
        id: identity.
        title: which it is: ``Möte 3 av 6``.
        group: whose.
        starts: when it begins; None where not known.
        ends: when it ends.
        extra: whether it is an extra one.
        movable: whether it has not been held, so that it can be moved.
        clashes: what it clashes with, a sentence each.
    """

    id: int
    title: str
    group: str
    starts: time | None
    ends: time | None
    extra: bool
    movable: bool
    clashes: tuple[str, ...]

    @property
    def text(self) -> str:
        """What is said of it: ``Möte 3 av 6, Styrgruppen, kl. 13.00–15.00``, and what it clashes with."""
        told = (self.title, self.group, clock_span(self.starts, self.ends))
        return " ".join([", ".join(filter(None, told)) + ".", *self.clashes])


@dataclass(frozen=True)
class CalendarDay:
    """A day, and all that is to be known of it where a meeting is planned."""

    day: date
    holiday: str = ""
    eve: str = ""
    breaks: tuple[str, ...] = ()
    meetings: tuple[DayMeeting, ...] = ()

    @property
    def clashes(self) -> bool:
        """Whether a meeting on it clashes with another group's."""
        return any(each.clashes for each in self.meetings)

    @property
    def text(self) -> str:
        """The day in words, as a screen reader says it."""
        calendar = ", ".join(filter(None, (short_date(self.day), self.holiday or self.eve, *self.breaks)))
        if not self.meetings:
            return calendar
        return f"{calendar}: {' '.join(each.text for each in self.meetings)}"


@dataclass(frozen=True)
class YearCalendar:
    """A working year: its days of which there is something to say, and today."""

    label: str
    starts: date
    ends: date
    today: date
    days: Mapping[date, CalendarDay] = field(default_factory=dict)

    def of(self, day: date) -> CalendarDay:
        """Return a day."""
        known = self.days.get(day)
        return known or CalendarDay(day, holiday_name(day), eve_name(day))

    def months(self) -> tuple[date, ...]:
        """Return the first day of each month that the year touches."""
        found, month = [], self.starts.replace(day=1)
        while month <= self.ends:
            found.append(month)
            month = date(month.year + month.month // 12, month.month % 12 + 1, 1)
        return tuple(found)


def year_calendar(
    work: Workspace, agreement_id: int, period: str, rows: Sequence[MeetingRow]
) -> YearCalendar:
    """Return the calendar of a working year.

    Args:
        work: the open archive.
        agreement_id: the agreement.
        period: label of the working year.
        rows: the year's meetings to show, as they are listed. Clashes are with any group's.
    """
    with work.read() as session:
        year = year_labelled(session.get_one(Agreement, agreement_id), period)
        breaks = school_break.rows_in(session, agreement_id, year)
        meetings: dict[date, list[DayMeeting]] = {}
        for row in rows:
            if row.status is not MeetingStatus.CANCELLED:
                meetings.setdefault(row.day, []).append(_meeting(session, row))
    days = {
        day: CalendarDay(
            day,
            holiday_name(day),
            eve_name(day),
            tuple(each.title for each in breaks if day in each),
            tuple(meetings.get(day, ())),
        )
        for day in {*meetings, *_days_of(breaks)}
    }
    return YearCalendar(year.label, year.starts, year.ends, work.today, days)


def _meeting(session: Session, row: MeetingRow) -> DayMeeting:
    to_come = row.status in _TO_COME
    found = clashes(session, row.group_id, row.day, row.starts, row.ends, row.id) if to_come else ()
    extra = row.kind is MeetingKind.EXTRA
    told = tuple(each.text for each in found)
    return DayMeeting(row.id, row.title, row.group, row.starts, row.ends, extra, to_come, told)


def _days_of(breaks: tuple[school_break.BreakRow, ...]) -> Iterator[date]:
    for each in breaks:
        for ordinal in range(each.starts.toordinal(), each.ends.toordinal() + 1):
            yield date.fromordinal(ordinal)
