"""Attendance: by seat, never by person; a vacancy is not an absence, and guests have no seat."""

from dataclasses import dataclass

from sqlalchemy import select
from sqlalchemy.orm import Session

from samverkan_desktop.errors import UserError
from samverkan_desktop.i18n import tr
from samverkan_desktop.models.agenda import AgendaItem
from samverkan_desktop.models.attendance import Attendance
from samverkan_desktop.models.group import Seat
from samverkan_desktop.models.meeting import Meeting
from samverkan_desktop.services.group import SeatRow, seat_rows
from samverkan_desktop.services.item_numbers import numbers
from samverkan_desktop.services.privacy import demand, refuse
from samverkan_desktop.services.workspace import Workspace
from samverkan_desktop.vocabulary import AttendanceStatus, HolderState, MeetingStatus, Role, SeatAttendance


@dataclass(frozen=True)
class AttendanceRow:
    """A seat that is called, or a guest, and what is noted of it.

    ``from_item`` and ``to_item`` are numbers of agenda items; None for the whole meeting. ``seat_id``
    is None for a guest, whose ``party`` is the organisation it comes from. ``vacant`` says that nobody held
    the seat that day. A deputy (``deputy_for_id``) is called for information and never counted absent; of a
    ``collective`` seat of ``size`` the ``headcount`` is how many were there. ``substitute`` is the function
    that came instead of the seat's holder this once.
    """

    id: int
    seat_id: int | None
    party: str
    function: str
    short_name: str
    holder: str
    acting: bool
    vacant: bool
    role_names: tuple[str, ...]
    roles: tuple[Role, ...]
    status: AttendanceStatus | None
    from_item: str | None
    to_item: str | None
    from_item_id: int | None
    to_item_id: int | None
    note: str
    deputy_for_id: int | None
    collective: bool
    size: int | None
    headcount: int | None
    ex_officio: str
    substitute: str


def prepare(session: Session, meeting: Meeting, last: bool) -> None:
    """Put everyone who is called on a meeting's attendance list, inside a use case.

    Args:
        session: the use case's session.
        meeting: the meeting.
        last: whether it is the last ordinary one of the year, to which designated seats come (T13).
    """
    known = set(session.scalars(select(Attendance.seat_id).where(Attendance.meeting_id == meeting.id)))
    for seat in called_seats(session, meeting, last):
        if seat.id not in known:
            session.add(Attendance(meeting_id=meeting.id, seat_id=seat.id))
    session.flush()


def withdraw(session: Session, meeting: Meeting, last: bool) -> None:
    """Take off the list whoever a new call does not call, unless something is noted of them.

    Args:
        session: the use case's session.
        meeting: the meeting.
        last: whether it is the last ordinary one of the year: it may have been, and be so no longer.
    """
    called = {seat.id for seat in called_seats(session, meeting, last)}
    listed = select(Attendance).where(Attendance.meeting_id == meeting.id, Attendance.seat_id.is_not(None))
    for entry in session.scalars(listed):
        if entry.seat_id not in called and entry.status is None:
            session.delete(entry)


def called_seats(session: Session, meeting: Meeting, last: bool) -> tuple[SeatRow, ...]:
    """Return the seats that are called to a meeting."""
    return tuple(
        seat
        for seat in seat_rows(session, meeting.group_id, meeting.day)
        if last or seat.attendance is SeatAttendance.EVERY
    )


def rows(work: Workspace, meeting_id: int) -> tuple[AttendanceRow, ...]:
    """Return the attendance list of a meeting: seats by party, then guests."""
    with work.read() as session:
        return rows_in(session, session.get_one(Meeting, meeting_id))


def rows_in(session: Session, meeting: Meeting) -> tuple[AttendanceRow, ...]:
    """Return the attendance list of a meeting as a session sees it."""
    order = select(AgendaItem.id, AgendaItem.parent_id).where(AgendaItem.meeting_id == meeting.id)
    found = session.execute(order.order_by(AgendaItem.position))
    number = numbers((row.id, row.parent_id) for row in found)
    noted = session.scalars(
        select(Attendance).where(Attendance.meeting_id == meeting.id).order_by(Attendance.id)
    ).all()
    by_seat = {entry.seat_id: entry for entry in noted if entry.seat_id is not None}
    seats = [
        _row(by_seat[seat.id], seat, number)
        for seat in seat_rows(session, meeting.group_id, meeting.day)
        if seat.id in by_seat
    ]
    guests = [_row(entry, None, number) for entry in noted if entry.seat_id is None]
    return (*seats, *guests)


def _row(entry: Attendance, seat: SeatRow | None, number: dict[int, str]) -> AttendanceRow:
    return AttendanceRow(
        entry.id,
        entry.seat_id,
        seat.party if seat else entry.organisation,
        seat.function if seat else entry.function,
        seat.short_name if seat else entry.function,
        seat.holder if seat else "",
        seat is not None and seat.state is HolderState.ACTING,
        seat is not None and seat.empty,
        seat.role_names if seat else (),
        seat.roles if seat else (),
        entry.status,
        number.get(entry.from_item_id or 0),
        number.get(entry.to_item_id or 0),
        entry.from_item_id,
        entry.to_item_id,
        entry.note,
        seat.deputy_for_id if seat else None,
        seat is not None and seat.collective,
        seat.size if seat else None,
        entry.headcount,
        seat.ex_officio if seat else "",
        entry.substitute,
    )


def _open_entry(session: Session, attendance_id: int) -> Attendance:
    entry = session.get_one(Attendance, attendance_id)
    check_open(session.get_one(Meeting, entry.meeting_id))
    return entry


def check_open(meeting: Meeting) -> None:
    """Refuse to change a meeting whose minutes are finished, or that is cancelled.

    Raises:
        UserError: it is so.
    """
    if meeting.status is MeetingStatus.CANCELLED:
        raise UserError(tr("Mötet är inställt, så inget kan ändras i det. Använd ett annat möte."))
    if meeting.status in (MeetingStatus.FINISHED, MeetingStatus.SENT):
        raise UserError(tr("Anteckningarna är färdigställda. Öppna dem för rättelse innan något ändras."))


def note(
    work: Workspace,
    attendance_id: int,
    status: AttendanceStatus | None,
    *,
    from_item_id: int | None = None,
    to_item_id: int | None = None,
) -> None:
    """Note whether a seat or guest was there, and for which items.

    Args:
        work: the open archive.
        attendance_id: the entry on the attendance list.
        status: None takes the note away.
        from_item_id: the first item it took part in, or whoever came in its place; None from the beginning.
        to_item_id: the last item it took part in, or whoever came in its place; None to the end.

    Raises:
        UserError: it would have left before it came, or the minutes are finished.
    """
    with work.change("attendance.note", tr("Närvaro noterades")) as session:
        entry = _open_entry(session, attendance_id)
        _check_items(session, entry.meeting_id, from_item_id=from_item_id, to_item_id=to_item_id)
        if from_item_id is not None and to_item_id is not None:
            first, last = session.get_one(AgendaItem, from_item_id), session.get_one(AgendaItem, to_item_id)
            if last.position < first.position:
                raise UserError(tr("Deltagaren kan inte gå innan den har kommit."), field="to_item_id")
        entry.status = status
        here = status is AttendanceStatus.PRESENT
        entry.substitute = "" if here or status is None else entry.substitute
        there = here or bool(entry.substitute)
        entry.from_item_id = from_item_id if there else None
        entry.to_item_id = to_item_id if there else None
        entry.headcount = entry.headcount if here else None


def set_substitute(work: Workspace, attendance_id: int, function: str) -> None:
    """Note which function came instead of a seat's holder this once (ersättare).

    The party is represented by it, though not the seat itself: a seat that is demanded in person is away.

    Args:
        work: the open archive.
        attendance_id: the entry on the attendance list; one that was noted as there is now excused.
        function: the function that came; empty takes the note away.

    Raises:
        UserError: it is a guest or a collective seat, the text holds a personal identity number, or the
            minutes are finished.
    """
    refuse(function=function)
    with work.change("attendance.set_substitute", tr("Ersättare noterades")) as session:
        entry = _open_entry(session, attendance_id)
        seat = session.get(Seat, entry.seat_id) if entry.seat_id is not None else None
        if seat is None or seat.collective:
            raise UserError(tr("Ersättare noteras bara för en funktion som är kallad."), field="function")
        entry.substitute = function.strip()
        away = entry.status not in (None, AttendanceStatus.PRESENT)
        if entry.substitute and not away:
            entry.status = AttendanceStatus.EXCUSED
        if not (entry.substitute and away):
            entry.from_item_id = entry.to_item_id = None


def set_headcount(work: Workspace, attendance_id: int, heads: int | None) -> None:
    """Note how many of a collective seat were there (ST14); none at all is an absence.

    Args:
        work: the open archive.
        attendance_id: the entry on the attendance list.
        heads: how many, 0 or more; None takes the number away.

    Raises:
        UserError: the seat is not collective, there are not so many of it, or the minutes are finished.
    """
    with work.change("attendance.set_headcount", tr("Antal närvarande noterades")) as session:
        entry = _open_entry(session, attendance_id)
        seat = session.get(Seat, entry.seat_id) if entry.seat_id is not None else None
        if seat is None or not seat.collective:
            raise UserError(tr("Antal noteras bara för en samlad funktion."), field="heads")
        if heads is not None and heads < 0:
            raise UserError(tr("Antalet kan inte vara mindre än noll."), field="heads")
        if heads is not None and seat.size is not None and heads > seat.size:
            raise UserError(
                tr("Det är {size} som ingår i {function}.", size=seat.size, function=seat.function),
                field="heads",
            )
        entry.headcount = heads or None
        if heads is not None:
            entry.status = AttendanceStatus.PRESENT if heads else AttendanceStatus.ABSENT


def _check_items(session: Session, meeting_id: int, **items: int | None) -> None:
    for field, item_id in items.items():
        if item_id is not None and session.get_one(AgendaItem, item_id).meeting_id != meeting_id:
            raise UserError(tr("Välj en punkt på mötets egen dagordning."), field=field)


def note_everyone_present(work: Workspace, meeting_id: int) -> None:
    """Note everyone not yet noted: present, or vacant where the function has no holder that day.

    Of a collective seat of known size everybody is there; a deputy is left for whoever it stands in for.
    """
    with work.change("attendance.note_everyone_present", tr("Alla noterades som närvarande")) as session:
        meeting = session.get_one(Meeting, meeting_id)
        check_open(meeting)
        seats = {seat.id: seat for seat in seat_rows(session, meeting.group_id, meeting.day)}
        chosen = select(Attendance).where(Attendance.meeting_id == meeting_id, Attendance.status.is_(None))
        for entry in session.scalars(chosen):
            seat = seats.get(entry.seat_id or 0)
            if seat is not None and seat.deputy_for_id is not None:
                continue
            empty = seat is not None and seat.empty
            entry.status = AttendanceStatus.VACANT if empty else AttendanceStatus.PRESENT
            if seat is not None and seat.collective and not empty:
                entry.headcount = seat.size


def invite(
    work: Workspace, meeting_id: int, function: str, organisation: str, *, item_id: int | None = None
) -> int:
    """Put a guest (adjungerad) on the attendance list, for one item or for the whole meeting."""
    demand(tr("Ange vilken funktion som adjungeras."), function=function)
    refuse(function=function, organisation=organisation)
    with work.change("attendance.invite", tr("{function} adjungerades", function=function)) as session:
        check_open(session.get_one(Meeting, meeting_id))
        _check_items(session, meeting_id, item_id=item_id)
        entry = Attendance(
            meeting_id=meeting_id,
            function=function.strip(),
            organisation=organisation.strip(),
            status=AttendanceStatus.PRESENT,
            from_item_id=item_id,
            to_item_id=item_id,
        )
        session.add(entry)
        session.flush()
        return entry.id


def remove_guest(work: Workspace, attendance_id: int) -> None:
    """Take a guest off the attendance list."""
    with work.change("attendance.remove_guest", tr("Adjungerad togs bort")) as session:
        entry = _open_entry(session, attendance_id)
        if entry.seat_id is not None:
            raise UserError(tr("Platsen är kallad och kan inte tas bort. Notera den som frånvarande."))
        session.delete(entry)
