"""Who was there of those who were to be there: a deputy stands in for its seat, a vacancy is no absence."""

from collections.abc import Sequence

from samverkan_desktop.services.attendance import AttendanceRow
from samverkan_desktop.vocabulary import AttendanceStatus


def is_represented(row: AttendanceRow, rows: Sequence[AttendanceRow]) -> bool:
    """Say whether a seat or guest was there: itself, or by one that stands in for it.

    Args:
        row: the seat or guest.
        rows: the whole attendance list.
    """
    if row.status is AttendanceStatus.PRESENT:
        return True
    deputies = [each for each in rows if row.seat_id is not None and each.deputy_for_id == row.seat_id]
    return any(is_represented(each, rows) for each in deputies)


def expected_rows(rows: Sequence[AttendanceRow]) -> tuple[AttendanceRow, ...]:
    """Return who was to be there: without deputies, and without seats that nobody held that day."""
    return tuple(
        row
        for row in rows
        if row.deputy_for_id is None
        and (is_represented(row, rows) or not (row.vacant or row.status is AttendanceStatus.VACANT))
    )


def counted(rows: Sequence[AttendanceRow]) -> tuple[int, int]:
    """Return how many of those who were to be there were represented, and how many were to be there."""
    expected = expected_rows(rows)
    return sum(is_represented(row, rows) for row in expected), len(expected)
