"""One meeting as its workspace shows it, read in one go."""

from dataclasses import dataclass, replace

from samverkan_desktop.services import (
    agenda,
    attachment,
    attendance,
    commission,
    decision,
    group,
    meeting,
    privacy,
    role,
    task,
)
from samverkan_desktop.services.agenda import ItemRow
from samverkan_desktop.services.attachment import AttachmentRow
from samverkan_desktop.services.attendance import AttendanceRow
from samverkan_desktop.services.commission import CommissionRow
from samverkan_desktop.services.decision import DecisionRow
from samverkan_desktop.services.group import GroupRow
from samverkan_desktop.services.meeting import MeetingRow
from samverkan_desktop.services.task import TaskRow
from samverkan_desktop.services.workspace import Workspace
from samverkan_desktop.vocabulary import MeetingStatus, Role

_CLOSED = (MeetingStatus.FINISHED, MeetingStatus.SENT, MeetingStatus.CANCELLED)


@dataclass(frozen=True)
class MeetingState:
    """Everything the panes show of one meeting.

    Args:
        meeting: the meeting.
        groups: every group of the agreement with its seats as they are on the meeting's day.
        items: its agenda.
        decisions: what was decided at it.
        commissions: every commission the group has given, at whatever meeting.
        attendance: its attendance list.
        papers: its attachments.
        tasks: every task of the group, noted at whatever meeting.
        leads: the role that leads the group's meetings.
    """

    meeting: MeetingRow
    groups: tuple[GroupRow, ...]
    items: tuple[ItemRow, ...]
    decisions: tuple[DecisionRow, ...]
    commissions: tuple[CommissionRow, ...]
    attendance: tuple[AttendanceRow, ...]
    papers: tuple[AttachmentRow, ...]
    tasks: tuple[TaskRow, ...]
    leads: Role = Role.CONVENOR

    @property
    def editable(self) -> bool:
        """Whether the meeting can be changed: its minutes are open, and it is not cancelled."""
        return self.meeting.status not in _CLOSED

    @property
    def group(self) -> GroupRow:
        """The group that meets."""
        return next(each for each in self.groups if each.id == self.meeting.group_id)

    def item(self, item_id: int | None) -> ItemRow | None:
        """Return an item of the agenda; None where it is not there."""
        return next((item for item in self.items if item.id == item_id), None)


def read(work: Workspace, meeting_id: int) -> MeetingState:
    """Return a meeting as it is now."""
    row = meeting.details(work, meeting_id)
    every = group.groups(work, row.day)
    own = next(each.agreement_id for each in every if each.id == row.group_id)
    return MeetingState(
        row,
        tuple(each for each in every if each.agreement_id == own),
        agenda.items(work, meeting_id),
        decision.log(work, meeting_id=meeting_id, group_id=row.group_id),
        commission.listing(work, group_id=row.group_id),
        attendance.rows(work, meeting_id),
        attachment.rows(work, meeting_id),
        task.listing(work, group_id=row.group_id),
        role.leading(work, row.group_id, row.day),
    )


def with_notes(state: MeetingState, item_id: int | None, notes: str) -> MeetingState:
    """Return a meeting with other notes under one of its items: those that have just been stored."""
    known = state.item(item_id)
    if known is None or known.notes == notes:
        return state
    changed = replace(known, notes=notes, warning=privacy.warning(f"{known.heading}\n{notes}"))
    return replace(state, items=tuple(changed if item.id == item_id else item for item in state.items))


def noted_anew(before: MeetingState, now: MeetingState) -> tuple[int, ...]:
    """Return the items under which other notes stand than before."""
    earlier = {item.id: item.notes for item in before.items}
    return tuple(item.id for item in now.items if earlier.get(item.id, item.notes) != item.notes)


def exists(work: Workspace, meeting_id: int) -> bool:
    """Tell whether a meeting is there: one that was just made may have been taken back."""
    return any(row.id == meeting_id for row in meeting.listing(work))
