"""When each item of an agenda begins and ends, counted from when the meeting does."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import time

from samverkan_desktop.services.agenda import ItemRow

_DAY = 24 * 60


@dataclass(frozen=True)
class AgendaTimes:
    """The planned course of a meeting.

    Args:
        minutes: the sum of what is planned.
        spans: beginning and end of each item that time is planned for, by identity; empty where the meeting
            has no time of day.
        ends: when the last of them ends; None where nothing is planned or the meeting has no time of day.
        over: how many minutes after the set end that is; negative before it, None where no end is set.
    """

    minutes: int = 0
    spans: Mapping[int, tuple[time, time]] | None = None
    ends: time | None = None
    over: int | None = None

    def span(self, item_id: int) -> tuple[time | None, time | None]:
        """Return when an item begins and ends; None and None where that is not known."""
        return (self.spans or {}).get(item_id, (None, None))


def times(items: Sequence[ItemRow], starts: time | None, ends: time | None) -> AgendaTimes:
    """Return when each item begins and ends.

    Args:
        items: the agenda in order; an item's minutes are its own, beside those of what stands under it.
        starts: when the meeting begins; None where not decided.
        ends: when it is to end; None where not decided.
    """
    total = sum(item.minutes or 0 for item in items)
    if starts is None or not total:
        return AgendaTimes(total, {})
    at = _minute(starts)
    spans = {}
    for item in items:
        if item.minutes:
            spans[item.id] = (_clock(at), _clock(at + item.minutes))
            at += item.minutes
    over = at - _minute(ends) if ends is not None else None
    return AgendaTimes(total, spans, _clock(at), over)


def _minute(at: time) -> int:
    return at.hour * 60 + at.minute


def _clock(minute: int) -> time:
    return time(minute % _DAY // 60, minute % 60)
