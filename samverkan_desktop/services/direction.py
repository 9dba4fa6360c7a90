"""Directions (styrning): from a superior group into the inbox of one that answers to it (L03)."""

from dataclasses import dataclass
from datetime import date

from sqlalchemy import select
from sqlalchemy.orm import Session

from samverkan_desktop.errors import UserError
from samverkan_desktop.i18n import tr
from samverkan_desktop.models.agenda import Matter
from samverkan_desktop.models.decision import Decision
from samverkan_desktop.models.direction import Direction
from samverkan_desktop.models.group import Group
from samverkan_desktop.models.meeting import Meeting
from samverkan_desktop.services import attachment
from samverkan_desktop.services.agenda_order import taking_up
from samverkan_desktop.services.hierarchy import superiors_in
from samverkan_desktop.services.privacy import demand, refuse, refuse_future
from samverkan_desktop.services.workspace import Workspace
from samverkan_desktop.vocabulary import ItemKind


@dataclass(frozen=True)
class DirectionRow:
    """A direction with what has come of it.

    Args:
        id: identity.
        superior_id: the group that gave it.
        superior: its name.
        group_id: the group that received it.
        group: its name.
        given_on: the day it was given.
        text: what it says.
        decision_id: the superior group's decision behind it; None where there is none.
        decision: that decision's number.
        matter_id: its place in the receiver's inbox; None where it has none.
        meeting_id: the meeting whose agenda takes it up; None until one does.
        meeting_day: that meeting's day.
        declined: why the receiver does not take it up; empty where it has not declined.
    """

    id: int
    superior_id: int
    superior: str
    group_id: int
    group: str
    given_on: date
    text: str
    decision_id: int | None
    decision: str
    matter_id: int | None
    meeting_id: int | None
    meeting_day: date | None
    declined: str


def listing(
    work: Workspace, agreement_id: int, *, group_id: int | None = None, superior_id: int | None = None
) -> tuple[DirectionRow, ...]:
    """Return an agreement's directions, oldest first.

    Args:
        work: the open archive.
        agreement_id: the agreement.
        group_id: only those this group has received; those of every group where None.
        superior_id: only those this group has given; those of every group where None.
    """
    with work.read() as session:
        return tuple(
            row
            for row in rows_in(session, agreement_id)
            if group_id in (None, row.group_id) and superior_id in (None, row.superior_id)
        )


def rows_in(session: Session, agreement_id: int) -> tuple[DirectionRow, ...]:
    """Return an agreement's directions as a session sees them, oldest first."""
    names = {
        row.id: row.name
        for row in session.execute(select(Group.id, Group.name).where(Group.agreement_id == agreement_id))
    }
    chosen = select(Direction, Decision.number, Matter.declined)
    joined = chosen.outerjoin(Decision, Decision.id == Direction.decision_id).outerjoin(
        Matter, Matter.id == Direction.matter_id
    )
    found = joined.where(Direction.group_id.in_(names)).order_by(Direction.given_on, Direction.id)
    meetings = _taken_up(session)
    rows = []
    for direction, number, declined in session.execute(found):
        meeting = meetings.get(direction.matter_id or 0)
        rows.append(
            DirectionRow(
                id=direction.id,
                superior_id=direction.superior_id,
                superior=names[direction.superior_id],
                group_id=direction.group_id,
                group=names[direction.group_id],
                given_on=direction.given_on,
                text=direction.text,
                decision_id=direction.decision_id,
                decision=number or "",
                matter_id=direction.matter_id,
                meeting_id=meeting.id if meeting else None,
                meeting_day=meeting.day if meeting else None,
                declined=declined or "",
            )
        )
    return tuple(rows)


def _taken_up(session: Session) -> dict[int, Meeting]:
    """Return the first meeting whose agenda takes up each matter."""
    meetings: dict[int, Meeting] = {}
    for item in taking_up(session):
        meeting = session.get_one(Meeting, item.meeting_id)
        if item.matter_id is not None:
            first = meetings.setdefault(item.matter_id, meeting)
            meetings[item.matter_id] = min(first, meeting, key=lambda each: each.day)
    return meetings


def give(
    work: Workspace,
    superior_id: int,
    group_id: int,
    text: str,
    *,
    given_on: date | None = None,
    title: str = "",
    kind: ItemKind = ItemKind.DISCUSSION,
    decision_id: int | None = None,
) -> int:
    """Give a direction to a group: it lands in that group's inbox, and so on its agenda.

    Args:
        work: the open archive.
        superior_id: the group that gives it.
        group_id: the group that receives it, and answers to the other.
        text: what it says.
        given_on: the day; today where None, and the day of the meeting where it is a decision.
        title: the heading on the agenda; says whom it comes from where it is empty.
        kind: what the receiver is to do with it.
        decision_id: the superior group's decision behind it; None where there is none.

    Returns:
        The direction's identity.

    Raises:
        UserError: the text is missing, the group does not answer to the other, the decision is another
            group's, the day is to come, or a text holds a personal identity number (R11).
    """
    demand(tr("Skriv vad styrningen går ut på."), text=text)
    refuse(text=text, title=title)
    with work.change("direction.give", tr("En styrning gavs")) as session:
        superior, group = session.get_one(Group, superior_id), session.get_one(Group, group_id)
        _check_answers(session, group, superior)
        meeting = _meeting_of(session, superior_id, decision_id)
        day = given_on or (meeting.day if meeting else work.today)
        refuse_future(work.today, given_on=day)
        matter = Matter(
            group_id=group_id,
            received_on=day,
            sender=superior.name,
            title=title.strip() or tr("Styrning från {superior}", superior=superior.name),
            text=text.strip(),
            kind=kind,
        )
        session.add(matter)
        session.flush()
        direction = Direction(
            superior_id=superior_id,
            group_id=group_id,
            given_on=day,
            text=text.strip(),
            decision_id=decision_id,
            matter_id=matter.id,
        )
        session.add(direction)
        session.flush()
        return direction.id


def _check_answers(session: Session, group: Group, superior: Group) -> None:
    if superior.id not in superiors_in(session, group.agreement_id).get(group.id, ()):
        sentence = tr(
            "{group} svarar inte inför {superior}. Ange det bland gruppens överordnade först.",
            group=group.name,
            superior=superior.name,
        )
        raise UserError(sentence, field="superior_id")


def _meeting_of(session: Session, superior_id: int, decision_id: int | None) -> Meeting | None:
    if decision_id is None:
        return None
    meeting = session.get_one(Meeting, session.get_one(Decision, decision_id).meeting_id)
    if meeting.group_id != superior_id:
        raise UserError(tr("Välj ett beslut av den grupp som ger styrningen."), field="decision_id")
    return meeting


def change(work: Workspace, direction_id: int, *, text: str) -> None:
    """Correct what a direction says, also in the receiver's inbox.

    Raises:
        UserError: the text is missing or holds a personal identity number (R11).
    """
    demand(tr("Skriv vad styrningen går ut på."), text=text)
    refuse(text=text)
    key = f"direction:{direction_id}"
    with work.change("direction.change", tr("En styrning ändrades"), merge_key=key) as session:
        direction = session.get_one(Direction, direction_id)
        direction.text = text.strip()
        if direction.matter_id is not None:
            session.get_one(Matter, direction.matter_id).text = direction.text


def withdraw(work: Workspace, direction_id: int) -> None:
    """Take a direction back, out of the receiver's inbox too.

    Raises:
        UserError: it stands on an agenda.
    """
    with work.change("direction.withdraw", tr("En styrning togs tillbaka")) as session:
        direction = session.get_one(Direction, direction_id)
        matter_id = direction.matter_id
        if matter_id is not None and any(item.matter_id == matter_id for item in taking_up(session)):
            raise UserError(tr("Styrningen står på en dagordning. Ta bort punkten först."))
        session.delete(direction)
        session.flush()
        if matter_id is not None:
            attachment.drop(session, matter_id)
            session.delete(session.get_one(Matter, matter_id))
