"""Attendance of a year, function by function: a vacancy is never an absence."""

from collections.abc import Mapping, Sequence

from sqlalchemy import select
from sqlalchemy.orm import Session

from samverkan_desktop.documents.follow_up import SeatAttendanceLine
from samverkan_desktop.i18n import tr
from samverkan_desktop.models.group import Seat
from samverkan_desktop.models.meeting import Meeting
from samverkan_desktop.models.organisation import Party
from samverkan_desktop.services import attendance
from samverkan_desktop.services.attendance import AttendanceRow
from samverkan_desktop.services.meeting import MeetingRow
from samverkan_desktop.services.presence import counted, is_represented
from samverkan_desktop.vocabulary import AttendanceStatus, MeetingKind, MeetingStatus

_HELD = (MeetingStatus.HELD, MeetingStatus.FINISHED, MeetingStatus.SENT)


def presence(session: Session, meeting_id: int) -> tuple[int, int]:
    """Return how many seats were represented, and how many were called and held by somebody."""
    rows = attendance.rows_in(session, session.get_one(Meeting, meeting_id))
    return counted([row for row in rows if row.seat_id is not None])


def _is_vacant(row: AttendanceRow) -> bool:
    return row.status is AttendanceStatus.VACANT or (
        row.vacant and row.status is not AttendanceStatus.PRESENT
    )


def _cell(row: AttendanceRow | None, rows: Sequence[AttendanceRow], held: bool) -> str:
    """Return the mark of a seat at a meeting; a deputy has one only where it was there."""
    if not held:
        return ""
    if row is None:
        return "–"
    if row.status is AttendanceStatus.PRESENT:
        if row.from_item is not None or row.to_item is not None:
            return tr("D")
        if row.headcount is not None:
            return str(row.headcount)
        return tr("T") if row.acting else tr("N")
    if row.deputy_for_id is not None:
        return "–"
    if is_represented(row, rows):
        return tr("R")
    if _is_vacant(row):
        return tr("V")
    marks = {AttendanceStatus.EXCUSED: tr("F"), AttendanceStatus.ABSENT: tr("E")}
    return marks.get(row.status, "–") if row.status else "–"


def attendance_lines(
    session: Session, group_id: int, meetings: Sequence[MeetingRow]
) -> tuple[SeatAttendanceLine, ...]:
    """Return each seat's attendance at the meetings of a year, by party.

    Args:
        session: where to read.
        group_id: the group.
        meetings: its meetings of the year, in order; only ordinary ones held are counted.
    """
    lists = {row.id: attendance.rows_in(session, session.get_one(Meeting, row.id)) for row in meetings}
    seats = session.execute(
        select(Seat, Party.name)
        .join(Party, Party.id == Seat.party_id)
        .where(Seat.group_id == group_id)
        .order_by(Party.position, Seat.position)
    ).all()
    return tuple(_line(seat, party, meetings, lists) for seat, party in seats)


def _line(
    seat: Seat, party: str, meetings: Sequence[MeetingRow], lists: Mapping[int, Sequence[AttendanceRow]]
) -> SeatAttendanceLine:
    own = {meeting: entry for meeting, rows in lists.items() for entry in rows if entry.seat_id == seat.id}
    counted = [
        (own[row.id], lists[row.id])
        for row in meetings
        if row.kind is MeetingKind.ORDINARY and row.status in _HELD and row.id in own
    ]
    here = [entry for entry, rows in counted if is_represented(entry, rows)]
    # A deputy is never counted absent.
    possible = len(here) if seat.deputy_for_id is not None else len(counted)
    away = [entry for entry, _ in counted if entry not in here]
    return SeatAttendanceLine(
        party=party,
        function=seat.function,
        present=len(here),
        possible=possible,
        vacant=sum(_is_vacant(entry) for entry in away) if seat.deputy_for_id is None else 0,
        partly=sum(entry.from_item is not None or entry.to_item is not None for entry in here),
        cells=tuple(_cell(own.get(row.id), lists[row.id], row.status in _HELD) for row in meetings),
    )
