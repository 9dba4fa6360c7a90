"""The convenor's inbox: matters submitted to a group, taken up at a meeting or declined (T19, T04)."""

from dataclasses import dataclass
from datetime import date

from sqlalchemy import select

from samverkan_desktop.errors import UserError
from samverkan_desktop.i18n import tr
from samverkan_desktop.models.agenda import Matter
from samverkan_desktop.models.direction import Direction
from samverkan_desktop.models.group import Group
from samverkan_desktop.services import attachment
from samverkan_desktop.services.agenda_builder import matter_item
from samverkan_desktop.services.agenda_order import insert, taking_up
from samverkan_desktop.services.attachment import AttachmentRow
from samverkan_desktop.services.meeting import open_meeting
from samverkan_desktop.services.privacy import demand, refuse, refuse_future
from samverkan_desktop.services.scope import of_groups
from samverkan_desktop.services.workspace import Workspace
from samverkan_desktop.vocabulary import ItemKind


@dataclass(frozen=True)
class MatterRow:
    """A submitted matter; ``meeting_id`` is the meeting that takes it up, ``declined`` why none does.

    ``direction_id`` is the direction of a superior group that it holds (L03); None for any other matter.
    ``papers`` are what it came with.
    """

    id: int
    group_id: int
    received_on: date
    sender: str
    title: str
    text: str
    kind: ItemKind
    meeting_id: int | None
    declined: str
    direction_id: int | None
    papers: tuple[AttachmentRow, ...] = ()


def submit(
    work: Workspace,
    group_id: int,
    title: str,
    sender: str,
    *,
    text: str = "",
    kind: ItemKind = ItemKind.DISCUSSION,
    received_on: date | None = None,
) -> int:
    """Receive a matter to a group, from a function.

    Raises:
        UserError: title or sender is missing, the day is to come, or a text holds a personal identity
            number.
    """
    demand(tr("Ange vad ärendet gäller."), title=title)
    demand(tr("Ange vilken funktion ärendet kommer från."), sender=sender)
    refuse(title=title, sender=sender, text=text)
    refuse_future(work.today, received_on=received_on or work.today)
    with work.change("inbox.submit", tr("Ärendet {title} togs emot", title=title)) as session:
        matter = Matter(
            group_id=group_id,
            received_on=received_on or work.today,
            sender=sender.strip(),
            title=title.strip(),
            text=text,
            kind=kind,
        )
        session.add(matter)
        session.flush()
        return matter.id


def take_up(work: Workspace, matter_id: int, meeting_id: int) -> int:
    """Put a submitted matter on a meeting's agenda, also one declined before; returns the item.

    Its papers follow it there.

    Raises:
        UserError: it is on an agenda already, was submitted to another group, or the minutes are finished.
    """
    with work.change("inbox.take_up", tr("Ett ärende togs upp på dagordningen")) as session:
        matter = session.get_one(Matter, matter_id)
        if any(item.matter_id == matter_id for item in taking_up(session)):
            raise UserError(tr("Ärendet står redan på en dagordning."))
        meeting = open_meeting(session, meeting_id)
        if meeting.group_id != matter.group_id:
            raise UserError(
                tr("Ärendet är inlämnat till en annan grupp. Välj ett av dess möten."), field="meeting_id"
            )
        matter.declined = ""
        item = insert(session, meeting_id, matter_item(session, meeting, matter), None)
        attachment.follow(session, matter_id, item.id)
        return item.id


def decline(work: Workspace, matter_id: int, reason: str) -> None:
    """Decline a matter with a reason, such as that another agreement governs it (T04).

    Raises:
        UserError: the reason is missing, or the matter is on an agenda.
    """
    demand(tr("Ange varför ärendet inte tas upp."), reason=reason)
    refuse(reason=reason)
    with work.change("inbox.decline", tr("Ett ärende avböjdes")) as session:
        if any(item.matter_id == matter_id for item in taking_up(session)):
            raise UserError(tr("Ärendet står på en dagordning. Ta bort punkten först."))
        session.get_one(Matter, matter_id).declined = reason.strip()


def matters(
    work: Workspace, agreement_id: int | None = None, group_id: int | None = None
) -> tuple[MatterRow, ...]:
    """Return submitted matters, newest first.

    Args:
        work: the open archive.
        agreement_id: only those to this agreement's groups; to every one's where None.
        group_id: only those to this group; to every group where None.
    """
    submitted = select(Matter).join(Group, Group.id == Matter.group_id)
    chosen = submitted.where(*of_groups(agreement_id, group_id))
    with work.read() as session:
        taken = {item.matter_id: item.meeting_id for item in taking_up(session)}
        papers = attachment.of_matters(session)
        directed = select(Direction).where(Direction.matter_id.is_not(None))
        directions = {each.matter_id: each.id for each in session.scalars(directed)}
        return tuple(
            MatterRow(
                m.id,
                m.group_id,
                m.received_on,
                m.sender,
                m.title,
                m.text,
                m.kind,
                taken.get(m.id),
                m.declined,
                directions.get(m.id),
                papers.get(m.id, ()),
            )
            for m in session.scalars(chosen.order_by(Matter.received_on.desc(), Matter.id.desc()))
        )
