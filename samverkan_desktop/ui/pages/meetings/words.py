"""What the meetings page calls the field's terms."""

from datetime import time

from samverkan_desktop.i18n import tr
from samverkan_desktop.services.attendance import AttendanceRow
from samverkan_desktop.services.group import SeatRow
from samverkan_desktop.vocabulary import AttendanceStatus, ItemCategory, ItemKind, MeetingStatus


def meeting_status(status: MeetingStatus) -> str:
    """Return how far a meeting has come, in words."""
    return {
        MeetingStatus.PLANNED: tr("Planerat"),
        MeetingStatus.CALLED: tr("Kallat"),
        MeetingStatus.HELD: tr("Pågår"),
        MeetingStatus.FINISHED: tr("Färdigställt"),
        MeetingStatus.SENT: tr("Utskickat"),
        MeetingStatus.CANCELLED: tr("Inställt"),
    }[status]


def status_shape(status: MeetingStatus) -> str:
    """Return the status of findings whose shape and colour a meeting's status borrows."""
    return {
        MeetingStatus.PLANNED: "not_due",
        MeetingStatus.CALLED: "upcoming",
        MeetingStatus.HELD: "upcoming",
        MeetingStatus.FINISHED: "fulfilled",
        MeetingStatus.SENT: "fulfilled",
        MeetingStatus.CANCELLED: "not_countable",
    }[status]


def item_kinds() -> tuple[tuple[ItemKind, str], ...]:
    """Return what can be done with a question, to choose between."""
    return (
        (ItemKind.INFORMATION, tr("Information")),
        (ItemKind.DISCUSSION, tr("Diskussion")),
        (ItemKind.DECISION, tr("Beslut")),
    )


def item_categories() -> tuple[tuple[ItemCategory, str], ...]:
    """Return what a question can be about (T09), to choose between."""
    return (
        (ItemCategory.GOAL, tr("Målfråga")),
        (ItemCategory.STRATEGY, tr("Strategisk fråga")),
        (ItemCategory.FOLLOW_UP, tr("Uppföljning")),
        (ItemCategory.INFORMATION, tr("Information")),
        (ItemCategory.REPORT, tr("Rapport")),
        (ItemCategory.FORMALITY, tr("Formalia")),
    )


def presence(row: AttendanceRow) -> str:
    """Return what is noted of a seat or guest, in words."""
    if row.status is None:
        return tr("inte noterad")
    words = {
        AttendanceStatus.PRESENT: tr("närvarande"),
        AttendanceStatus.EXCUSED: tr("anmält förhinder"),
        AttendanceStatus.ABSENT: tr("ej närvarande"),
        AttendanceStatus.VACANT: tr("vakant"),
    }
    own = part(row) if row.status is AttendanceStatus.PRESENT else ""
    return f"{words[row.status]} {own}".rstrip()


def part(row: AttendanceRow) -> str:
    """Return the items that a seat or guest, or whoever came in its place, took part in; empty for all."""
    first, last = row.from_item, row.to_item
    if first is not None and first == last:
        return tr("punkt {number}", number=first)
    parts = [tr("fr.o.m. punkt {number}", number=first)] if first is not None else []
    parts += [tr("t.o.m. punkt {number}", number=last)] if last is not None else []
    return " ".join(parts)


def holder(row: AttendanceRow) -> str:
    """Return who holds a seat and in what roles: ``tf Kim, sekreterare``."""
    if row.seat_id is None:
        name = row.party
    elif row.vacant:
        name = tr("vakant")
    elif row.acting:
        name = tr("tf {name}", name=row.holder)
    else:
        name = row.holder
    deputy = tr("ersättare") if row.deputy_for_id is not None else ""
    parts = (name, deputy, row.ex_officio, *row.role_names)
    return ", ".join(part for part in parts if part)


def seat(row: SeatRow) -> str:
    """Return a seat as one chooses it: its function and, where that is not enough, its party."""
    return row.function if row.party in row.function else f"{row.function}, {row.party}"


def clock(at: time | None) -> str:
    """Return a time of day: ``13.00``; nothing where there is none."""
    return f"{at:%H.%M}" if at else ""
