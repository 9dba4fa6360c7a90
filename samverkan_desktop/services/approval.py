"""How minutes are approved: at the group's next meeting, or by functions named for it, each with its day."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from sqlalchemy import select
from sqlalchemy.orm import Session

from samverkan_desktop.errors import UserError
from samverkan_desktop.i18n import tr
from samverkan_desktop.models.agenda import AgendaItem
from samverkan_desktop.models.decision import Decision
from samverkan_desktop.models.group import Group, Seat
from samverkan_desktop.models.meeting import Meeting, MinutesApproval
from samverkan_desktop.services import decision
from samverkan_desktop.services.group import seat_rows
from samverkan_desktop.services.meeting import open_meeting
from samverkan_desktop.services.privacy import refuse_future
from samverkan_desktop.services.workspace import Workspace
from samverkan_desktop.vocabulary import Approval, MeetingStatus, Topic

_FINISHED = (MeetingStatus.FINISHED, MeetingStatus.SENT)


@dataclass(frozen=True)
class ApproverRow:
    """A function that is to approve; ``name`` who held it the day it did, None while it has not."""

    id: int
    seat_id: int
    function: str
    name: str
    approved_on: date | None


@dataclass(frozen=True)
class Standing:
    """How far the approval of a meeting's minutes has come.

    ``approved_on`` is the day of the last approval that was needed, None while one is left; ``decision`` the
    number of the decision by which a later meeting approved them.
    """

    how: Approval
    approvers: tuple[ApproverRow, ...] = ()
    approved_on: date | None = None
    decision: str = ""

    @property
    def sentence(self) -> str:
        """What is said of it; empty where the group approves nothing."""
        if self.how is Approval.NONE:
            return ""
        if self.approved_on is not None and self.decision:
            return tr("Godkända {day}, beslut {number}.", day=self.approved_on, number=self.decision)
        if self.approved_on is not None:
            return tr("Justerade {day}.", day=self.approved_on)
        if self.how is Approval.NEXT_MEETING:
            return tr("Godkänns vid nästa möte.")
        done = sum(row.approved_on is not None for row in self.approvers)
        if not self.approvers:
            return tr("Ingen är vald att justera.")
        return tr("{done} av {count} har justerat.", done=done, count=len(self.approvers))


def standing(work: Workspace, meeting_id: int) -> Standing:
    """Return how far the approval of a meeting's minutes has come."""
    with work.read() as session:
        return standing_in(session, session.get_one(Meeting, meeting_id))


def standing_in(session: Session, meeting: Meeting) -> Standing:
    """Return how far the approval of a meeting's minutes has come, as a session sees it."""
    how = session.get_one(Group, meeting.group_id).approval
    if how is Approval.NEXT_MEETING:
        return _by_meeting(session, meeting)
    if how is Approval.NONE:
        return Standing(how)
    found = session.execute(
        select(MinutesApproval, Seat.function)
        .join(Seat, Seat.id == MinutesApproval.seat_id)
        .where(MinutesApproval.meeting_id == meeting.id)
        .order_by(Seat.position, MinutesApproval.id)
    )
    rows = tuple(
        ApproverRow(each.id, each.seat_id, function, each.name, each.approved_on) for each, function in found
    )
    days = [row.approved_on for row in rows if row.approved_on is not None]
    return Standing(how, rows, max(days) if days and len(days) == len(rows) else None)


def _by_meeting(session: Session, meeting: Meeting) -> Standing:
    """Find the decision under a later meeting's item on the minutes before."""
    chosen = (
        select(Decision.id, Meeting.day)
        .join(AgendaItem, AgendaItem.id == Decision.item_id)
        .join(Meeting, Meeting.id == AgendaItem.meeting_id)
        .where(
            AgendaItem.topic == Topic.PREVIOUS_NOTES,
            Meeting.group_id == meeting.group_id,
            Meeting.day > meeting.day,
            Meeting.status != MeetingStatus.CANCELLED,
        )
        .order_by(Meeting.day, Decision.id)
    )
    taken = session.execute(chosen.limit(1)).first()
    if taken is None:
        return Standing(Approval.NEXT_MEETING)
    rows = decision.rows_in(session, group_id=meeting.group_id)
    number = next(row.number for row in rows if row.id == taken.id)
    return Standing(Approval.NEXT_MEETING, (), taken.day, number)


def name_approvers(work: Workspace, meeting_id: int, seat_ids: Sequence[int]) -> None:
    """Choose the functions that are to approve a meeting's minutes; before these are finished.

    Raises:
        UserError: the group has its minutes approved in another way or not at all, a seat is another
            group's, or the minutes are finished.
    """
    with work.change("approval.name_approvers", tr("De som justerar valdes")) as session:
        meeting = open_meeting(session, meeting_id)
        if session.get_one(Group, meeting.group_id).approval is not Approval.NAMED:
            raise UserError(tr("Gruppens anteckningar justeras inte. Ändra det i avtalets grupper först."))
        if any(session.get_one(Seat, each).group_id != meeting.group_id for each in seat_ids):
            raise UserError(tr("Välj en funktion som ingår i gruppen."), field="seat_ids")
        chosen = select(MinutesApproval).where(MinutesApproval.meeting_id == meeting_id)
        present = {each.seat_id: each for each in session.scalars(chosen)}
        for seat_id, gone in present.items():
            if seat_id not in seat_ids:
                session.delete(gone)
        for seat_id in dict.fromkeys(seat_ids):
            if seat_id not in present:
                session.add(MinutesApproval(meeting_id=meeting_id, seat_id=seat_id))


def approve(work: Workspace, approval_id: int, on: date) -> None:
    """Note the day on which a function approved finished minutes, with who held it then.

    Raises:
        UserError: the minutes are not finished, or the day is to come or before the meeting.
    """
    with work.change("approval.approve", tr("Anteckningarna justerades")) as session:
        row = session.get_one(MinutesApproval, approval_id)
        meeting = session.get_one(Meeting, row.meeting_id)
        if meeting.status not in _FINISHED:
            raise UserError(tr("Färdigställ anteckningarna innan de justeras."))
        refuse_future(work.today, on=on)
        if on < meeting.day:
            raise UserError(
                tr("Mötet var {day}. Ange en dag som inte är tidigare.", day=meeting.day), field="on"
            )
        row.approved_on = on
        seats = seat_rows(session, meeting.group_id, on)
        row.name = next((seat.holder for seat in seats if seat.id == row.seat_id), "")


def take_back(work: Workspace, approval_id: int) -> None:
    """Take back that a function has approved minutes."""
    with work.change("approval.take_back", tr("Justeringen togs tillbaka")) as session:
        row = session.get_one(MinutesApproval, approval_id)
        row.approved_on, row.name = None, ""
