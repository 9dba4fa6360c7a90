"""Attendance of a year, function by function: a vacancy is never an absence."""

from collections.abc import Sequence

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
from samverkan_desktop.vocabulary import AttendanceStatus, MeetingKind, MeetingStatus

_HELD = (MeetingStatus.HELD, MeetingStatus.FINISHED, MeetingStatus.SENT)


def presence(session: Session, meeting_id: int) -> tuple[int, int]:
    """Return how many seats were there, and how many were called and not vacant."""
    rows = [
        row
        for row in attendance.rows_in(session, session.get_one(Meeting, meeting_id))
        if row.seat_id is not None
    ]
    present = sum(row.status is AttendanceStatus.PRESENT for row in rows)
    return present, sum(row.status is not AttendanceStatus.VACANT for row in rows)


def _cell(row: AttendanceRow | None, held: bool) -> str:
    if not held:
        return ""
    if row is None or row.status is None:
        return "–"
    if row.status is AttendanceStatus.PRESENT:
        if row.from_item is not None or row.to_item is not None:
            return tr("D")
        return tr("T") if row.acting else tr("N")
    return {
        AttendanceStatus.EXCUSED: tr("F"),
        AttendanceStatus.ABSENT: tr("E"),
        AttendanceStatus.VACANT: tr("V"),
    }[row.status]


def attendance_lines(
    session: Session, group_id: int, meetings: Sequence[MeetingRow]
) -> tuple[SeatAttendanceLine, ...]:
    """Return each seat's attendance at the meetings of a year, by party.

    Args:
        session: where to read.
        group_id: the group.
        meetings: its meetings of the year, in order; only ordinary ones held are counted.
    """
    lists = {
        row.id: {
            entry.seat_id: entry
            for entry in attendance.rows_in(session, session.get_one(Meeting, row.id))
            if entry.seat_id is not None
        }
        for row in meetings
    }
    seats = session.execute(
        select(Seat, Party.name)
        .join(Party, Party.id == Seat.party_id)
        .where(Seat.group_id == group_id)
        .order_by(Party.position, Seat.position)
    ).all()
    lines = []
    for seat, party in seats:
        counted = [
            lists[row.id][seat.id]
            for row in meetings
            if row.kind is MeetingKind.ORDINARY and row.status in _HELD and seat.id in lists[row.id]
        ]
        here = [entry for entry in counted if entry.status is AttendanceStatus.PRESENT]
        cells = tuple(_cell(lists[row.id].get(seat.id), row.status in _HELD) for row in meetings)
        lines.append(
            SeatAttendanceLine(
                party=party,
                function=seat.function,
                present=len(here),
                possible=len(counted),
                vacant=sum(entry.status is AttendanceStatus.VACANT for entry in counted),
                partly=sum(entry.from_item is not None or entry.to_item is not None for entry in here),
                cells=cells,
            )
        )
    return tuple(lines)
