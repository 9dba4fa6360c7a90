"""At most so long from one meeting to the next: planned (R04) and held (R05).

The next meeting is to be held in the fourth month after (var fjärde månad), or the second week after
(varannan vecka), at the latest: on whichever day of it. A month or week in which most working days are
holidays asks for no meeting; what was due in it is due in the next one.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from functools import lru_cache

from samverkan_desktop.holidays import is_free
from samverkan_desktop.i18n import mark, tr
from samverkan_desktop.periods import Period
from samverkan_desktop.rules import evidence
from samverkan_desktop.rules.facts import Facts, GroupFact, MeetingFact
from samverkan_desktop.rules.finding import SEVERITY, Finding, Status
from samverkan_desktop.rules.meetings import ordinary
from samverkan_desktop.rules.obligation import Obligation
from samverkan_desktop.rules.wording import listed, shall
from samverkan_desktop.rules.years import existed_in
from samverkan_desktop.vocabulary import Grade

_DAY, _WEEK = timedelta(days=1), timedelta(weeks=1)

_MONTHS = (
    mark("varje månad"), mark("varannan månad"), mark("var tredje månad"), mark("var fjärde månad"),
    mark("var femte månad"), mark("var sjätte månad"),
)  # fmt: skip
_WEEKS = (
    mark("varje vecka"), mark("varannan vecka"), mark("var tredje vecka"), mark("var fjärde vecka"),
    mark("var femte vecka"), mark("var sjätte vecka"),
)  # fmt: skip


@dataclass(frozen=True)
class Rhythm:
    """How long there may be from one meeting to the next: in months, or in weeks; the other is 0."""

    months: int
    weeks: int

    @property
    def said(self) -> str:
        """The rhythm in words: ``var fjärde månad``."""
        names, number = (_MONTHS, self.months) if self.months else (_WEEKS, self.weeks)
        if number <= len(names):
            return tr(names[number - 1])
        if self.months:
            return tr("var {number}:e månad", number=number)
        return tr("var {number}:e vecka", number=number)


@dataclass(frozen=True)
class Gap:
    """A day, the last one on which the meeting after it may be held, and that meeting."""

    since: date
    due: date
    meeting: MeetingFact | None

    @property
    def day(self) -> date:
        """The day that it is judged by: the meeting's, or the last one on which it might have been held."""
        return self.meeting.day if self.meeting else self.due


@lru_cache(maxsize=8192)
def last_day(since: date, rhythm: Rhythm) -> date:
    """Return the last day on which the meeting after one on a day may be held."""
    if rhythm.months:
        month = since.year * 12 + since.month - 1 + rhythm.months
        while is_free(date(month // 12, month % 12 + 1, 1), _month_ends(month)):
            month += 1
        return _month_ends(month)
    monday = since - since.weekday() * _DAY + rhythm.weeks * _WEEK
    while is_free(monday, monday + 6 * _DAY):
        monday += _WEEK
    return monday + 6 * _DAY


def _month_ends(month: int) -> date:
    """Return the last day of a month counted from the beginning of time."""
    return date((month + 1) // 12, (month + 1) % 12 + 1, 1) - _DAY


def gaps(meetings: Iterable[MeetingFact], first: date, until: date, rhythm: Rhythm) -> Iterator[Gap]:
    """Yield each stretch within which there is to be a meeting, oldest first.

    One without a meeting is followed by the next: who is silent for a year has missed many.

    Args:
        meetings: in order of day.
        first: the day from which the first meeting is waited for.
        until: where to end.
        rhythm: how long there may be in between.
    """
    coming = [meeting for meeting in meetings if first <= meeting.day <= until]
    since, place = first, 0
    while True:
        due = last_day(since, rhythm)
        if place < len(coming) and coming[place].day <= due:
            yield Gap(since, due, coming[place])
            since = coming[place].day
            place += 1
        elif due <= until:
            yield Gap(since, due, None)
            since = due
        else:
            return


def findings(
    obligation: Obligation, rhythm: Rhythm, facts: Facts, group: GroupFact, on: date
) -> Iterator[Finding]:
    """Yield, for each working year begun, whether no stretch between meetings is, or was, too long."""
    agreement = facts.agreement
    first = max(agreement.starts, obligation.since or date.min, group.created_on or date.min)
    ends = min(agreement.ends or date.max, obligation.until or date.max, group.closed_on or date.max)
    years = [year for year in facts.periods(on) if existed_in(group, year)]
    if not years:
        return
    until = min(years[-1].ends, ends)
    meetings = ordinary(facts, group.id)
    planned = list(gaps(meetings, first, until, rhythm))
    known = [meeting for meeting in meetings if meeting.held or meeting.day >= on]
    held = list(gaps(known, first, until, rhythm))
    for year in years:
        yield from _finding(obligation, "R04", rhythm, group, year, planned, on)
        yield from _finding(obligation, "R05", rhythm, group, year, held, on)


def _status(rule: str, gap: Gap, on: date) -> Status:
    if gap.meeting is not None:
        return Status.FULFILLED if rule == "R04" or gap.meeting.held else Status.UPCOMING
    return Status.BREACHED if gap.due < on else Status.AT_RISK


def _finding(
    obligation: Obligation,
    rule: str,
    rhythm: Rhythm,
    group: GroupFact,
    year: Period,
    found: Sequence[Gap],
    on: date,
) -> Iterator[Finding]:
    own = [(gap, _status(rule, gap, on)) for gap in found if gap.day in year]
    if not own:
        return
    status = min((each for _, each in own), key=SEVERITY.__getitem__)
    meetings = [gap.meeting for gap, each in own if gap.meeting and each is Status.FULFILLED]
    waiting = [gap.due for gap, each in own if each is Status.AT_RISK]
    yield obligation.finding(
        rule,
        status,
        _message(rule, status, obligation.grade, rhythm, year, [gap for gap, each in own if each is status]),
        group=group,
        period=year.label,
        required=rhythm.said,
        actual=len(meetings),
        evidence=map(evidence.meeting, meetings),
        mend=tr("Planera ett möte senast {day}.", day=waiting[0]) if waiting else "",
    )


def _message(
    rule: str, status: Status, grade: Grade, rhythm: Rhythm, year: Period, concerned: Sequence[Gap]
) -> str:
    told = {"rhythm": rhythm.said, "period": year.label, "shall": shall(grade)}
    spans = listed([f"{gap.since}–{gap.due}" for gap in concerned])
    if status is Status.BREACHED:
        if rule == "R04":
            return tr("Möte {shall} hållas {rhythm}, men inget var planerat {spans}.", spans=spans, **told)
        return tr("Möte {shall} hållas {rhythm}, men inget hölls {spans}.", spans=spans, **told)
    if status is Status.AT_RISK and rule == "R05":
        day = concerned[0].due
        return tr("Möte {shall} hållas {rhythm}. Nästa {shall} hållas senast {day}.", day=day, **told)
    if status is Status.AT_RISK:
        return tr("Möte {shall} hållas {rhythm}, men inget är planerat {spans}.", spans=spans, **told)
    if status is Status.UPCOMING:
        day = concerned[0].day
        return tr("Möte {shall} hållas {rhythm}. Nästa är planerat {day}.", day=day, **told)
    if rule == "R04":
        return tr("Möten är planerade {rhythm} {period}.", **told)
    return tr("Möten har hållits {rhythm} {period}.", **told)
