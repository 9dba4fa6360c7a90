"""The order of an agenda: items put in, sorted, set under one another and taken away.

An agenda is one list; an item with a parent stands under the nearest one before it that has none. Whatever
moves takes what stands under it along.
"""

from sqlalchemy import select
from sqlalchemy.orm import Session

from samverkan_desktop.errors import UserError
from samverkan_desktop.i18n import tr
from samverkan_desktop.models.agenda import AgendaItem
from samverkan_desktop.models.attachment import Attachment
from samverkan_desktop.models.attendance import Attendance
from samverkan_desktop.models.commission import CommissionReport
from samverkan_desktop.models.decision import Decision
from samverkan_desktop.models.meeting import Meeting
from samverkan_desktop.models.task import Task
from samverkan_desktop.services import position as places
from samverkan_desktop.services.meeting import open_meeting
from samverkan_desktop.services.workspace import Workspace
from samverkan_desktop.vocabulary import MeetingStatus, Topic

#: What ends an agenda; other items come before.
CLOSING = frozenset({Topic.OTHER_BUSINESS, Topic.NEXT_MEETING, Topic.CLOSING})


def ordered(session: Session, meeting_id: int) -> list[AgendaItem]:
    """Return the stored items of a meeting, in order."""
    chosen = select(AgendaItem).where(AgendaItem.meeting_id == meeting_id)
    return list(session.scalars(chosen.order_by(AgendaItem.position, AgendaItem.id)))


def taking_up(session: Session) -> list[AgendaItem]:
    """Return the items that take up escalated questions and submitted matters, at meetings not cancelled."""
    chosen = select(AgendaItem).join(Meeting, Meeting.id == AgendaItem.meeting_id)
    return list(
        session.scalars(
            chosen.where(
                AgendaItem.deviation_id.is_not(None) | AgendaItem.matter_id.is_not(None),
                Meeting.status != MeetingStatus.CANCELLED,
            )
        )
    )


def insert(session: Session, meeting_id: int, item: AgendaItem, position: int | None) -> AgendaItem:
    """Put an item on an agenda inside a use case.

    Args:
        session: the use case's session.
        meeting_id: the meeting.
        item: the item, not yet stored.
        position: its place in the list, from 1; None puts it last, before the closing items. What stands
            under another item is not parted from it.
    """
    blocks = _blocks(ordered(session, meeting_id))
    if position is None:
        before = [at for at, block in enumerate(blocks) if block[0].topic in CLOSING]
        at = before[0] if before and item.topic not in CLOSING else len(blocks)
    else:
        at = _block_at(blocks, position - 1)
    blocks.insert(at, [item])
    session.add(item)
    _place(blocks)
    session.flush()
    return item


def move_item(work: Workspace, item_id: int, position: int) -> None:
    """Move an item to another place on its agenda, with what stands under it.

    Args:
        work: the open archive.
        item_id: the item.
        position: its place in the list, from 1. A sub-item stands under whatever whole item is before it
            there; a whole item stays beside another's sub-items, never among them.
    """
    with work.change("agenda_order.move_item", tr("En punkt flyttades")) as session:
        item = session.get_one(AgendaItem, item_id)
        open_meeting(session, item.meeting_id)
        present = ordered(session, item.meeting_id)
        place = max(0, min(position - 1, len(present) - 1))
        if item.parent_id is None:
            _move_block(present, item, place)
        else:
            present.remove(item)
            # Nothing can stand under what is not before it.
            present.insert(max(place, 1), item)
            _adopt(present)


def shift_item(work: Workspace, item_id: int, by: int) -> None:
    """Move an item one step up (-1) or down (1): a whole item past its neighbour with all under it.

    Nothing happens where there is nothing to pass.
    """
    with work.change("agenda_order.shift_item", tr("En punkt flyttades")) as session:
        item = session.get_one(AgendaItem, item_id)
        open_meeting(session, item.meeting_id)
        present = ordered(session, item.meeting_id)
        if item.parent_id is None:
            blocks = _blocks(present)
            at = next(at for at, block in enumerate(blocks) if block[0] is item)
            if 0 <= at + by < len(blocks):
                blocks.insert(at + by, blocks.pop(at))
                _place(blocks)
            return
        at = present.index(item)
        if 1 <= at + by < len(present):
            present.insert(at + by, present.pop(at))
            _adopt(present)


def nest_item(work: Workspace, item_id: int) -> None:
    """Set an item, and what stands under it, under the whole item before it.

    Raises:
        UserError: it is the first on the agenda, or the minutes are finished.
    """
    with work.change("agenda_order.nest_item", tr("En punkt blev underpunkt")) as session:
        item = session.get_one(AgendaItem, item_id)
        open_meeting(session, item.meeting_id)
        present = ordered(session, item.meeting_id)
        if present[0] is item:
            raise UserError(tr("Den första punkten kan inte vara underpunkt. Flytta ned den först."))
        if item.parent_id is None:
            parent = _blocks(present[: present.index(item)])[-1][0]
            for each in present:
                if each is item or each.parent_id == item.id:
                    each.parent_id = parent.id


def raise_item(work: Workspace, item_id: int) -> None:
    """Make a whole item of a sub-item: it stands after the one it stood under and the others there."""
    with work.change("agenda_order.raise_item", tr("En underpunkt blev egen punkt")) as session:
        item = session.get_one(AgendaItem, item_id)
        open_meeting(session, item.meeting_id)
        if item.parent_id is None:
            return
        blocks = _blocks(ordered(session, item.meeting_id))
        at = next(at for at, block in enumerate(blocks) if item in block)
        blocks[at].remove(item)
        item.parent_id = None
        blocks.insert(at + 1, [item])
        _place(blocks)


def set_under(session: Session, item: AgendaItem, parent: AgendaItem) -> None:
    """Set an item last under another inside a use case."""
    blocks = [
        [each for each in block if each is not item] for block in _blocks(ordered(session, item.meeting_id))
    ]
    item.parent_id = parent.id
    next(block for block in blocks if block and block[0] is parent).append(item)
    _place(blocks)
    session.flush()


def remove_item(work: Workspace, item_id: int) -> None:
    """Take an item off the agenda, with what stands under it.

    Raises:
        UserError: decisions, reports or tasks rest on it, or on what stands under it.
    """
    with work.change("agenda_order.remove_item", tr("En punkt togs bort")) as session:
        item = session.get_one(AgendaItem, item_id)
        open_meeting(session, item.meeting_id)
        take_off(session, item)


def take_off(session: Session, item: AgendaItem) -> None:
    """Take an item, with what stands under it, off its agenda inside a use case; see `remove_item`."""
    present = ordered(session, item.meeting_id)
    going = [each for each in present if item in (each,) or each.parent_id == item.id]
    ids = [each.id for each in going]
    if _rests(session, ids):
        raise UserError(tr("Punkten har beslut, uppgifter eller redovisningar. Ta bort dem först."))
    _let_go(session, ids)
    # Those under it go before it, since they hold on to it.
    for each in sorted(going, key=lambda each: each is item):
        session.delete(each)
        session.flush()
    places.number([each for each in present if each not in going])


def _rests(session: Session, ids: list[int]) -> bool:
    return any(
        session.scalar(select(model.id).where(model.item_id.in_(ids)).limit(1)) is not None
        for model in (Decision, CommissionReport, Task)
    )


def _let_go(session: Session, ids: list[int]) -> None:
    """Take away what points at items that go: attendance, papers, the item of a later meeting."""
    for entry in session.scalars(
        select(Attendance).where(Attendance.from_item_id.in_(ids) | Attendance.to_item_id.in_(ids))
    ):
        if entry.from_item_id in ids:
            entry.from_item_id = None
        if entry.to_item_id in ids:
            entry.to_item_id = None
    for paper in session.scalars(select(Attachment).where(Attachment.item_id.in_(ids))):
        if paper.matter_id is None:
            session.delete(paper)
        else:
            paper.item_id = None  # it came with the matter, and waits with it
    for later in session.scalars(select(AgendaItem).where(AgendaItem.carried_from_id.in_(ids))):
        later.carried_from_id = None
    session.flush()


def _blocks(present: list[AgendaItem]) -> list[list[AgendaItem]]:
    """Return whole items, each with those under it."""
    blocks: list[list[AgendaItem]] = []
    for item in present:
        if item.parent_id is None or not blocks:
            blocks.append([item])
        else:
            blocks[-1].append(item)
    return blocks


def _block_at(blocks: list[list[AgendaItem]], place: int) -> int:
    """Return before which block a place in the list lies; within a block it is the next one."""
    passed = 0
    for at, block in enumerate(blocks):
        if place <= passed:
            return at
        passed += len(block)
    return len(blocks)


def _place(blocks: list[list[AgendaItem]]) -> None:
    places.number([item for block in blocks for item in block])


def _move_block(present: list[AgendaItem], item: AgendaItem, place: int) -> None:
    blocks = _blocks(present)
    moved = next(block for block in blocks if block[0] is item)
    target = next(at for at, block in enumerate(blocks) if present[place] in block)
    # Down among what stands under an item it goes past all of that, up before it.
    blocks.remove(moved)
    blocks.insert(target, moved)
    _place(blocks)


def _adopt(present: list[AgendaItem]) -> None:
    """Let every sub-item stand under the whole item before it, and number all."""
    for block in _blocks(present):
        for item in block[1:]:
            if item.parent_id != block[0].id:
                item.parent_id = block[0].id
    places.number(present)
