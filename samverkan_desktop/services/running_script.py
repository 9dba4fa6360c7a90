"""The convenor's running script: what comes when, who has the floor, and what is to be decided."""

from sqlalchemy.orm import Session

from samverkan_desktop.documents.running_script import RunningScript, ScriptItem
from samverkan_desktop.models.group import Seat
from samverkan_desktop.models.meeting import Meeting
from samverkan_desktop.services import agenda, attachment, call
from samverkan_desktop.services.agenda_times import times
from samverkan_desktop.services.fixed_role import leads
from samverkan_desktop.services.group import seat_rows
from samverkan_desktop.services.workspace import Workspace
from samverkan_desktop.vocabulary import Role


def content(work: Workspace, meeting_id: int) -> RunningScript:
    """Return what the running script of a meeting says now."""
    with work.read() as session:
        return content_in(session, meeting_id, work)


def content_in(session: Session, meeting_id: int, work: Workspace) -> RunningScript:
    """Return what the running script says as a session sees it."""
    meeting = session.get_one(Meeting, meeting_id)
    said = call.content_in(session, meeting_id, work.today)
    rows = agenda.items_in(session, meeting_id)
    planned = times(rows, meeting.starts, meeting.ends)
    papers = attachment.rows_in(session, meeting_id)
    leader = leads(session, meeting.group_id, meeting.day)
    items = tuple(
        ScriptItem(
            number=row.number,
            heading=row.heading,
            kind=told.kind,
            floor=told.presenter,
            starts=planned.span(row.id)[0],
            ends=planned.span(row.id)[1],
            minutes=row.minutes,
            proposal=row.proposal,
            origin=row.origin_text,
            papers=tuple(
                f"{paper.label} ({attachment.state_label(paper.state)})"
                for paper in papers
                if paper.item_id == row.id
            ),
            sub=row.parent_id is not None,
        )
        for row, told in zip(rows, said.items, strict=True)
    )
    return RunningScript(
        agreement=said.agreement,
        group=said.group,
        occasion=said.occasion,
        day=meeting.day,
        starts=meeting.starts,
        ends=meeting.ends,
        place=meeting.place,
        leader=_function(session, meeting, meeting.leader_seat_id, leader),
        recorder=_function(session, meeting, meeting.recorder_seat_id, Role.SECRETARY),
        called=said.called,
        items=items,
        minutes=planned.minutes,
        finish=planned.ends,
        over=planned.over,
    )


def _function(session: Session, meeting: Meeting, chosen: int | None, role: Role) -> str:
    """Return the function chosen for a task at one meeting, else the one that has the role."""
    if chosen is not None:
        return session.get_one(Seat, chosen).function
    seats = seat_rows(session, meeting.group_id, meeting.day)
    return next((seat.function for seat in seats if role in seat.roles), "")
