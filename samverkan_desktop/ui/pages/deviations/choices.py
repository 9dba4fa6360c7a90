"""What one chooses between when a question is raised: groups, and meetings to come."""

from samverkan_desktop.i18n import short_date
from samverkan_desktop.services import group, meeting
from samverkan_desktop.services.workspace import Workspace
from samverkan_desktop.vocabulary import GroupKind, MeetingStatus

Choices = tuple[tuple[object, str], ...]


def groups(work: Workspace, agreement_id: int | None) -> Choices:
    """Return the groups that a question can be raised with: work groups have a commission of their own."""
    return tuple(
        (each.id, each.name)
        for each in group.groups(work, agreement_id=agreement_id)
        if each.kind is not GroupKind.WORK_GROUP and each.closed_on is None
    )


def meetings(work: Workspace, group_id: int | None) -> Choices:
    """Return the meetings to come of a group."""
    ahead = (MeetingStatus.PLANNED, MeetingStatus.CALLED)
    return tuple(
        (row.id, f"{row.title}, {short_date(row.day)}")
        for row in (meeting.listing(work, group_id=group_id) if group_id is not None else ())
        if row.status in ahead and row.day >= work.today
    )


def meeting_name(work: Workspace, meeting_id: int | None) -> str:
    """Return a meeting in words; nothing where there is none."""
    for row in meeting.listing(work) if meeting_id is not None else ():
        if row.id == meeting_id:
            return f"{row.title}, {row.day}"
    return ""
