"""When and by whom a meeting can be held: what is refused before it is put on the calendar or moved."""

from datetime import date, time

from sqlalchemy import select
from sqlalchemy.orm import Session

from samverkan_desktop.errors import UserError
from samverkan_desktop.i18n import tr
from samverkan_desktop.models.agreement import Agreement
from samverkan_desktop.models.decision import Decision
from samverkan_desktop.models.group import Group, Seat
from samverkan_desktop.models.meeting import Meeting
from samverkan_desktop.models.organisation import Area
from samverkan_desktop.services.agreement import calendar_of
from samverkan_desktop.vocabulary import MeetingKind, MeetingStatus


def check_times(starts: time | None, ends: time | None) -> None:
    """Refuse an end before its start.

    Raises:
        UserError: the end is not after the start.
    """
    if starts is not None and ends is not None and ends <= starts:
        raise UserError(tr("Mötet slutar innan det börjar. Rätta någon av tiderna."), field="ends")


def check_day(session: Session, group_id: int, day: date, field: str = "day") -> None:
    """Refuse a day on which the agreement does not hold.

    Raises:
        UserError: it lies before the agreement was signed, or after its last day.
    """
    agreement = session.get_one(Agreement, session.get_one(Group, group_id).agreement_id)
    begins = agreement.signed_on or agreement.starts
    if day < begins or (agreement.ends is not None and day > agreement.ends):
        raise UserError(
            tr("{day} ligger utanför avtalets tid. Välj ett datum mellan {first} och {last}.",
               day=day, first=begins, last=agreement.ends or tr("tills vidare")),
            field=field,
        )  # fmt: skip


def check_free(
    session: Session, group_id: int, day: date, area_id: int | None, besides: int | None = None
) -> None:
    """Refuse a second ordinary meeting of a group on one day; two areas may have theirs on the same (B11).

    Raises:
        UserError: there is one for the same area, or for none, other than the meeting ``besides``.
    """
    chosen = select(Meeting.id).where(
        Meeting.group_id == group_id,
        Meeting.day == day,
        Meeting.kind == MeetingKind.ORDINARY,
        Meeting.status != MeetingStatus.CANCELLED,
        Meeting.area_id == area_id if area_id is not None else Meeting.area_id.is_(None),
    )
    if any(other != besides for other in session.scalars(chosen)):
        raise UserError(tr("Det finns redan ett möte {day}. Välj en annan dag.", day=day), field="day")


def check_area(session: Session, group_id: int, area_id: int | None) -> None:
    """Refuse an area of another agreement.

    Raises:
        UserError: it is not one of the agreement that the group belongs to.
    """
    if area_id is None:
        return
    own = session.get_one(Group, group_id).agreement_id
    if session.get_one(Area, area_id).agreement_id != own:
        raise UserError(tr("Välj ett område som hör till avtalet."), field="area_id")


def check_move(session: Session, meeting: Meeting, before: date, on: date) -> None:
    """Refuse to move a meeting to where it cannot have been.

    Args:
        session: the use case's session.
        meeting: the meeting, on its new day.
        before: the day it is moved from.
        on: today.

    Raises:
        UserError: the agreement does not hold then, there is a meeting already, a meeting that was held
            would be to come, or its decisions are numbered in another working year.
    """
    check_day(session, meeting.group_id, meeting.day)
    if meeting.kind is MeetingKind.ORDINARY:
        check_free(session, meeting.group_id, meeting.day, meeting.area_id, besides=meeting.id)
    if meeting.status is MeetingStatus.HELD and meeting.day > on:
        raise UserError(tr("Mötet är hållet. Välj en dag som har varit."), field="day")
    agreement = session.get_one(Agreement, session.get_one(Group, meeting.group_id).agreement_id)
    year = calendar_of(agreement).of(before)
    numbered = session.scalar(select(Decision.id).where(Decision.meeting_id == meeting.id).limit(1))
    if numbered is not None and meeting.day not in year:
        raise UserError(
            tr("Mötets beslut är numrerade i {year}. Välj en dag mellan {first} och {last}.",
               year=year.label, first=year.starts, last=year.ends),
            field="day",
        )  # fmt: skip


def check_seats(session: Session, meeting: Meeting) -> None:
    """Refuse that somebody outside the group leads the meeting or takes its notes.

    Raises:
        UserError: the seat is another group's.
    """
    for name in ("leader_seat_id", "recorder_seat_id"):
        seat_id = getattr(meeting, name)
        if seat_id is not None and session.get_one(Seat, seat_id).group_id != meeting.group_id:
            raise UserError(tr("Välj en funktion som ingår i gruppen."), field=name)
