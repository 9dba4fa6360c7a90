"""Who was at a meeting, with which notes, who kept its record and who signs it: as minutes say it."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from types import MappingProxyType

from sqlalchemy.orm import Session

from samverkan_desktop.documents.minutes import Attendee, PartyAttendees
from samverkan_desktop.documents.protocol import Signer
from samverkan_desktop.i18n import tr
from samverkan_desktop.models.meeting import Meeting
from samverkan_desktop.rules.wording import capital
from samverkan_desktop.services import attendance
from samverkan_desktop.services.attendance import AttendanceRow
from samverkan_desktop.services.group import SeatRow, seat_rows
from samverkan_desktop.vocabulary import AttendanceStatus, Role
from samverkan_desktop.words import Words


def recorder(session: Session, meeting: Meeting) -> str:
    """Return who took the notes: the one named, else the secretary who was there; else nothing."""
    seat = recorder_seat(session, meeting, seat_rows(session, meeting.group_id, meeting.day))
    if seat is None:
        return ""
    own = meeting.recorder_seat_id is None or Role.SECRETARY in seat.roles
    return seat.function if own else tr("{function} (tillfällig)", function=seat.function)


def recorder_seat(session: Session, meeting: Meeting, seats: Sequence[SeatRow]) -> SeatRow | None:
    """Return the seat of whoever took the notes; None where nobody did."""
    if meeting.recorder_seat_id is not None:
        return next((seat for seat in seats if seat.id == meeting.recorder_seat_id), None)
    present = {
        row.seat_id for row in attendance.rows_in(session, meeting) if row.status is AttendanceStatus.PRESENT
    }
    return next((seat for seat in seats if Role.SECRETARY in seat.roles and seat.id in present), None)


def signers(session: Session, meeting: Meeting, seats: Sequence[SeatRow], words: Words) -> list[Signer]:
    """Return who signs a protokoll: who kept it, and who led the meeting."""
    leads = Role.CHAIR if holder_of(Role.CHAIR, seats) else Role.CONVENOR
    kept, led = recorder_seat(session, meeting, seats), None
    if meeting.leader_seat_id is not None:
        led = next((seat for seat in seats if seat.id == meeting.leader_seat_id), None)
    led = led or next((seat for seat in seats if leads in seat.roles), None)
    return [
        Signer(capital(words.role(role)), seat.function, named_holder(seat.holder, seat.function))
        if seat
        else Signer(capital(words.role(role)), "")
        for role, seat in ((Role.SECRETARY, kept), (leads, led))
    ]


def named_holder(holder: str, function: str) -> str:
    """Return who holds a function; empty where only the function is known."""
    # A holder who is called what the function is called is a placeholder, not a name.
    return "" if holder.startswith(function) else holder


def holder_of(role: Role, seats: Iterable[SeatRow]) -> str:
    """Return the function that has a role; empty where none has."""
    return next((seat.function for seat in seats if role in seat.roles), "")


def there(rows: Sequence[AttendanceRow], named: Mapping[str, str]) -> Iterator[tuple[str, Attendee]]:
    """Yield who was there with its party: seats, and whoever came in a holder's place for once."""
    for row in rows:
        if row.status is AttendanceStatus.PRESENT:
            yield row.party, attendee(row, rows, named)
        elif row.substitute:
            notes = (tr("ersätter {function}", function=row.short_name), *_part(row, named))
            yield row.party, Attendee(row.substitute, "", notes)


def told(
    rows: Sequence[AttendanceRow], listed: Sequence[AttendanceRow], states: Sequence[AttendanceStatus]
) -> Iterator[tuple[str, Attendee]]:
    """Return those of whom one of some states is noted, each with its party."""
    return ((row.party, attendee(row, listed)) for row in rows if row.status in states)


def by_party(attendees: Iterable[tuple[str, Attendee]]) -> tuple[PartyAttendees, ...]:
    """Return attendees by party, in the order in which parties first come."""
    parties: dict[str, list[Attendee]] = {}
    for party, attendee in attendees:
        parties.setdefault(party, []).append(attendee)
    return tuple(PartyAttendees(party, tuple(those)) for party, those in parties.items())


def attendee(
    row: AttendanceRow, listed: Sequence[AttendanceRow], named: Mapping[str, str] = MappingProxyType({})
) -> Attendee:
    """Return somebody with what is noted of them.

    Args:
        row: who.
        listed: all on the list, for whom a deputy stood in.
        named: the paragraphs of items that are called by those, by the items' numbers.
    """
    guest = row.seat_id is None and row.party
    notes = [row.party] if guest else list(row.role_names)
    notes += [row.ex_officio] if row.ex_officio else []
    if row.status is AttendanceStatus.EXCUSED:
        notes.append(tr("anmält förhinder"))
    elif row.status is AttendanceStatus.ABSENT:
        notes.append(tr("ej närvarande"))
    elif row.status is AttendanceStatus.PRESENT:
        notes += [tr("tf")] if row.acting else []
        notes += [*_deputy(row, listed), *_heads(row), *_part(row, named)]
    holder = "" if row.vacant else row.holder
    return Attendee(row.function, named_holder(holder, row.function), tuple(notes))


def _deputy(row: AttendanceRow, listed: Sequence[AttendanceRow]) -> list[str]:
    """Return whom a deputy stood in for; only that it is one where nobody was away."""
    for other in listed:
        if other.seat_id == row.deputy_for_id and row.deputy_for_id is not None:
            away = other.status is not AttendanceStatus.PRESENT
            return [tr("ersätter {function}", function=other.short_name) if away else tr("ersättare")]
    return []


def _heads(row: AttendanceRow) -> list[str]:
    if row.headcount is None:
        return []
    if row.size is None:
        return [tr("{heads} personer", heads=row.headcount)]
    return [tr("{heads} av {size}", heads=row.headcount, size=row.size)]


def _part(row: AttendanceRow, named: Mapping[str, str]) -> list[str]:
    """Return for which items somebody was there, by their paragraphs where those are ``named``."""
    first, last = row.from_item, row.to_item
    if first is not None and first == last:
        return [named.get(first) or tr("punkt {number}", number=first)]
    if first is not None and last is not None:
        if first in named and last in named:
            return [tr("{first} till {last}", first=named[first], last=named[last])]
        return [tr("punkt {first}–{last}", first=first, last=last)]
    if first is not None:
        return [tr("fr.o.m. {item}", item=named.get(first) or tr("punkt {number}", number=first))]
    if last is not None:
        return [tr("t.o.m. {item}", item=named.get(last) or tr("punkt {number}", number=last))]
    return []
