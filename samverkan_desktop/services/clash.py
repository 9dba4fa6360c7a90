"""Meetings of groups that share seats and meet at the same time: said at once, never refused."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, time

from sqlalchemy import select
from sqlalchemy.orm import Session

from samverkan_desktop.i18n import clock_span, tr
from samverkan_desktop.models.group import Group
from samverkan_desktop.models.meeting import Meeting
from samverkan_desktop.services.group import SeatRow, seat_rows
from samverkan_desktop.services.meeting import is_last
from samverkan_desktop.services.wording import listed
from samverkan_desktop.vocabulary import HolderState, MeetingStatus, SeatAttendance

_WHOLE_DAY = (time.min, time.max)


@dataclass(frozen=True)
class Clash:
    """Another group's meeting at the same time, and the seats that would have to be at both.

    Args:
        meeting_id: the other meeting.
        group: what the other group is called.
        starts: when the other begins; None where not known.
        ends: when it ends.
        certain: whether the times of both are known; else they are only on the same day.
        seats: the functions, each with who holds it where that is how they are known to be the same.
    """

    meeting_id: int
    group: str
    starts: time | None
    ends: time | None
    certain: bool
    seats: tuple[str, ...]

    @property
    def text(self) -> str:
        """What is said: ``Krockar med Lokala gruppen kl. 13.00–15.00: Rektor ska vara på båda mötena``."""
        who = listed(list(self.seats))
        if not self.certain:
            return tr("{group} möts samma dag: {who} ska vara på båda mötena.", group=self.group, who=who)
        when = clock_span(self.starts, self.ends)
        return tr(
            "Krockar med {group} {when}: {who} ska vara på båda mötena.", group=self.group, when=when, who=who
        )


def clashes(
    session: Session,
    group_id: int,
    day: date,
    starts: time | None = None,
    ends: time | None = None,
    meeting_id: int | None = None,
) -> tuple[Clash, ...]:
    """Return the meetings of other groups that share seats with one, on a day and at a time.

    Seats are shared that have the same holder, or the same function of the same party. A deputy, and a seat
    that nobody fills, is not awaited at two places; a seat that is called to the year's last meeting only
    counts there.

    Args:
        session: where to read.
        group_id: the group.
        day: the day.
        starts: when its meeting begins; None where not known: then the whole day counts.
        ends: when it ends.
        meeting_id: the meeting itself, where it is on the calendar already.
    """
    others = _others(session, group_id, day)
    if not others:
        return ()
    own_meeting = session.get(Meeting, meeting_id) if meeting_id is not None else None
    last = own_meeting is not None and is_last(session, own_meeting)
    own = _awaited(seat_rows(session, group_id, day), last=last)
    found = []
    for other, name in others:
        if not _overlap((starts, ends), (other.starts, other.ends)):
            continue
        rows = seat_rows(session, other.group_id, day)
        shared = tuple(dict.fromkeys(_shared(own, _awaited(rows, last=is_last(session, other)))))
        if shared:
            certain = starts is not None and other.starts is not None
            found.append(Clash(other.id, name, other.starts, other.ends, certain, shared))
    return tuple(found)


def _others(session: Session, group_id: int, day: date) -> list[tuple[Meeting, str]]:
    chosen = (
        select(Meeting, Group.name)
        .join(Group, Group.id == Meeting.group_id)
        .where(Meeting.day == day, Meeting.group_id != group_id, Meeting.status != MeetingStatus.CANCELLED)
        .order_by(Meeting.starts, Meeting.id)
    )
    return [(meeting, name) for meeting, name in session.execute(chosen)]


def _overlap(one: tuple[time | None, time | None], other: tuple[time | None, time | None]) -> bool:
    (begins, stops), (starts, ends) = _span(*one), _span(*other)
    return begins < ends and starts < stops


def _span(starts: time | None, ends: time | None) -> tuple[time, time]:
    return (starts, ends or time.max) if starts is not None else _WHOLE_DAY


def _awaited(rows: Sequence[SeatRow], *, last: bool) -> list[SeatRow]:
    return [
        row
        for row in rows
        if row.deputy_for_id is None
        and row.state is not HolderState.VACANT
        and (last or row.attendance is SeatAttendance.EVERY)
    ]


def _shared(own: Sequence[SeatRow], others: Sequence[SeatRow]) -> Iterator[str]:
    """Yield each seat that is also one of the others': by its holder, else by function and party."""
    holders = {_plain(row.holder) for row in others if row.holder and not row.empty}
    functions = {(_plain(row.function), _plain(row.party)) for row in others}
    for row in own:
        if (_plain(row.function), _plain(row.party)) in functions:
            yield row.function
        elif row.holder and not row.empty and _plain(row.holder) in holders:
            yield tr("{function} ({holder})", function=row.function, holder=row.holder)


def _plain(text: str) -> str:
    return " ".join(text.casefold().split())
