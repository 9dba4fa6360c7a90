"""Who was expected at a meeting, and who was there: by seat, never by person (T07, T13, ST14).

A seat is expected where it was called and somebody held it. A vacancy is no absence; a seat is represented
where its deputy was there; of a collective seat the heads are counted.
"""

from collections.abc import Iterator, Mapping
from datetime import date
from typing import NamedTuple

from samverkan_desktop.i18n import tr
from samverkan_desktop.rules import evidence
from samverkan_desktop.rules.facts import AttendanceFact, Facts, MeetingFact, SeatFact
from samverkan_desktop.rules.once import grouped, once
from samverkan_desktop.vocabulary import AttendanceStatus, HolderState


class Expected(NamedTuple):
    """A seat that was expected at a meeting.

    Args:
        seat: the seat.
        there: whether it was represented, of a collective seat all of it; None where that is not noted.
        heads: how many of a collective seat were there, where that is counted.
    """

    seat: SeatFact
    there: bool | None
    heads: int | None = None

    def named(self, facts: Facts) -> str:
        """Return the seat with how many came of a collective one: ``Rektorer (9 av 12)``."""
        label = evidence.seat_label(self.seat, facts)
        if self.heads is None or self.seat.size is None:
            return label
        return tr("{seat} ({heads} av {size})", seat=label, heads=self.heads, size=self.seat.size)


@once
def _deputies(facts: Facts) -> Mapping[int, list[int]]:
    deputies = grouped(facts.seats, "deputy_for_id")
    return {seat_id: [each.id for each in those] for seat_id, those in deputies.items() if seat_id}


@once
def _held_seats(facts: Facts) -> frozenset[int]:
    """Return the seats of which it is noted how they are held."""
    return frozenset(holding.seat_id for holding in facts.holdings)


def is_vacant(facts: Facts, seat_id: int, day: date) -> bool:
    """Say whether nobody held a seat on a day: it was vacant, or the day lies outside every holder's term.

    Of a seat about whose holders nothing is noted at all, nothing is known: it counts as held.
    """
    state = facts.state_of(seat_id, day)
    return state is HolderState.VACANT or (state is None and seat_id in _held_seats(facts))


def expected(facts: Facts, meeting: MeetingFact) -> Iterator[Expected]:
    """Yield each seat that was expected at a meeting that was held, and whether it was there."""
    noted = {each.seat_id: each for each in facts.attendances_of(meeting.id)}
    for seat in facts.seats_of(meeting.group_id, meeting.day):
        if seat.deputy_for_id is not None or seat.id not in meeting.called_seat_ids:
            continue
        if represented(facts, seat, noted):
            yield Expected(seat, there=True)
            continue
        own = noted.get(seat.id)
        vacant = own is not None and own.status is AttendanceStatus.VACANT
        if not vacant and not is_vacant(facts, seat.id, meeting.day):
            yield _expected(seat, own)


def _expected(seat: SeatFact, noted: AttendanceFact | None) -> Expected:
    if noted is None:
        return Expected(seat, there=None)
    if noted.status is not AttendanceStatus.PRESENT:
        return Expected(seat, there=False, heads=0 if seat.collective else None)
    # Of a collective seat somebody was there, though not all, or nobody knows how many.
    return Expected(seat, None if noted.headcount is None else False, noted.headcount)


def represented(facts: Facts, seat: SeatFact, noted: Mapping[int, AttendanceFact]) -> bool:
    """Say whether a seat was represented at a meeting: by itself, or by one that stands in for it.

    Args:
        facts: what is known.
        seat: the seat.
        noted: what was noted at the meeting, by seat.
    """
    own = noted.get(seat.id)
    if own is not None and own.status is AttendanceStatus.PRESENT:
        return not seat.collective or seat.size is None or (own.headcount or 0) >= seat.size
    return any(represented(facts, facts.seat(deputy), noted) for deputy in _deputies(facts).get(seat.id, ()))
