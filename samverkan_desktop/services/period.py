"""Which working year a window shows first."""

from sqlalchemy import func, select

from samverkan_desktop.models.meeting import Meeting
from samverkan_desktop.services.agreement import calendar_of, the_only
from samverkan_desktop.services.workspace import Workspace
from samverkan_desktop.vocabulary import MeetingStatus

_TOOK_PLACE = (MeetingStatus.HELD, MeetingStatus.FINISHED, MeetingStatus.SENT)


def to_show(work: Workspace, labels: tuple[str, ...]) -> str:
    """Return the label of today's working year; outside the agreement's term, that of the last meeting held.

    Args:
        work: the open archive.
        labels: the years to choose from, oldest first; not empty.
    """
    with work.read() as session:
        calendar = calendar_of(the_only(session))
        current = calendar.of(work.today).label
        if current in labels:
            return current
        last = session.scalar(select(func.max(Meeting.day)).where(Meeting.status.in_(_TOOK_PLACE)))
        label = calendar.of(last).label if last else ""
        return label if label in labels else labels[-1 if current > labels[-1] else 0]
