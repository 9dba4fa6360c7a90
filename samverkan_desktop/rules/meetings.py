"""A group's ordinary meetings in any stretch of time, whether or not it is a working year."""

from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Mapping
from datetime import date

from samverkan_desktop.rules.facts import Facts, MeetingFact
from samverkan_desktop.rules.once import once
from samverkan_desktop.vocabulary import MeetingKind


@once
def _in_order(facts: Facts) -> Mapping[int, tuple[list[date], tuple[MeetingFact, ...]]]:
    found: defaultdict[int, list[MeetingFact]] = defaultdict(list)
    for meeting in facts.meetings:
        if meeting.kind is MeetingKind.ORDINARY:
            found[meeting.group_id].append(meeting)
    for those in found.values():
        those.sort(key=lambda meeting: (meeting.day, meeting.id))
    return {group: ([meeting.day for meeting in those], tuple(those)) for group, those in found.items()}


def ordinary(
    facts: Facts, group_id: int, first: date = date.min, last: date = date.max
) -> tuple[MeetingFact, ...]:
    """Return a group's ordinary meetings from a first to a last day, in order of day."""
    days, meetings = _in_order(facts).get(group_id, ([], ()))
    return meetings[bisect_left(days, first) : bisect_right(days, last)]


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
