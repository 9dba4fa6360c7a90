"""A group's meetings in any stretch of time, whether or not it is a working year."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from operator import attrgetter

from samverkan_desktop.rules.facts import Facts, MeetingFact
from samverkan_desktop.rules.once import grouped, once
from samverkan_desktop.vocabulary import MeetingKind

#: A group's meetings in order of day, with their days beside them to look in.
_Row = tuple[Sequence[date], tuple[MeetingFact, ...]]


def _in_order(meetings: Iterable[MeetingFact]) -> Mapping[int, _Row]:
    by_group = grouped(sorted(meetings, key=attrgetter("day", "id")), "group_id")
    return {group: ([meeting.day for meeting in those], tuple(those)) for group, those in by_group.items()}


@once
def _of_any_kind(facts: Facts) -> Mapping[int, _Row]:
    return _in_order(facts.meetings)


@once
def _ordinary(facts: Facts) -> Mapping[int, _Row]:
    return _in_order(meeting for meeting in facts.meetings if meeting.kind is MeetingKind.ORDINARY)


def _cut(row: _Row | None, first: date, last: date) -> tuple[MeetingFact, ...]:
    if row is None:
        return ()
    days, meetings = row
    return meetings[bisect_left(days, first) : bisect_right(days, last)]


def ordinary(
    facts: Facts, group_id: int, first: date = date.min, last: date = date.max
) -> tuple[MeetingFact, ...]:
    """Return a group's ordinary meetings from a first to a last day, in order of day."""
    return _cut(_ordinary(facts).get(group_id), first, last)


def of_any_kind(
    facts: Facts, group_id: int, first: date = date.min, last: date = date.max
) -> tuple[MeetingFact, ...]:
    """Return a group's meetings from a first to a last day, extra ones too, in order of day."""
    return _cut(_of_any_kind(facts).get(group_id), first, last)


@once
def _last_held(facts: Facts) -> Mapping[int, date]:
    found: dict[int, date] = {}
    for meeting in facts.meetings:
        if meeting.held:
            found[meeting.group_id] = max(meeting.day, found.get(meeting.group_id, meeting.day))
    return found


def last_held(facts: Facts, group_id: int) -> date:
    """Return the day of the latest meeting that a group has held, extra ones too; long ago where none."""
    return _last_held(facts).get(group_id, date.min)
