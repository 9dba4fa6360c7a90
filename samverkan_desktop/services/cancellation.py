"""Telling those who were called that their meeting is cancelled, and taking it out of their calendars."""

from collections.abc import Sequence

from sqlalchemy import select
from sqlalchemy.orm import Session

from samverkan_desktop.clock import today
from samverkan_desktop.errors import UserError
from samverkan_desktop.i18n import long_date, tr
from samverkan_desktop.models.distribution import Distribution
from samverkan_desktop.models.meeting import Meeting
from samverkan_desktop.services import call, distribution
from samverkan_desktop.services.distribution import DeliveryRow
from samverkan_desktop.services.outgoing import Outgoing, Sending
from samverkan_desktop.services.workspace import Workspace
from samverkan_desktop.vocabulary import DocumentKind, MeetingStatus, SendingWay


def is_wanted(work: Workspace, meeting_id: int) -> bool:
    """Tell whether somebody was called to a meeting that is cancelled now."""
    with work.read() as session:
        return _is_wanted(session, session.get_one(Meeting, meeting_id))


def _is_wanted(session: Session, meeting: Meeting) -> bool:
    called = select(Distribution.id).where(
        Distribution.meeting_id == meeting.id, Distribution.document == DocumentKind.CALL
    )
    return meeting.status is MeetingStatus.CANCELLED and session.scalar(called.limit(1)) is not None


def compose(work: Workspace, meeting_id: int) -> Outgoing:
    """Return the notice that a meeting is cancelled, with a calendar file that takes it out of calendars.

    Raises:
        UserError: the meeting is not cancelled, or nobody was called to it.
    """
    from samverkan_desktop.documents import calendar_ics

    with work.read() as session:
        meeting = session.get_one(Meeting, meeting_id)
        if not _is_wanted(session, meeting):
            raise UserError(tr("Ingen är kallad till ett möte som är inställt, så ingen behöver besked."))
        content = call.content_in(session, meeting_id, today(work.clock))
        told = tr("Mötet {day} är inställt.", day=long_date(meeting.day))
        body = "\n\n".join(filter(None, (tr("Hej!"), told, meeting.reason, content.sender)))
        subject = tr("Inställt {day}: {group}", group=content.group, day=meeting.day)
        sending = Sending(
            DocumentKind.CALENDAR, content.sender, subject, body, tr("Inställt möte"), ".ics",
            calendar_ics.render((content,), work.clock.now(), asks=True),
            method=calendar_ics.method_of((content,), asks=True),
        )  # fmt: skip
        return distribution.made_ready(session, meeting, sending)


def note_mailed(
    work: Workspace, outgoing: Outgoing, way: SendingWay, deliveries: Sequence[DeliveryRow]
) -> int:
    """Note that the notice has gone out, and what became of it to each; returns the sending's identity."""
    with work.change("cancellation.note_mailed", tr("Besked om inställt möte skickades")) as session:
        return distribution.record(work, session, outgoing, way, deliveries)
