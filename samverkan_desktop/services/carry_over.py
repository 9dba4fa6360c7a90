"""Items that a meeting is not done with: they go on at the next, and each knows the other."""

from collections.abc import Iterator

from sqlalchemy import select
from sqlalchemy.orm import Session

from samverkan_desktop.i18n import tr
from samverkan_desktop.models.agenda import AgendaItem
from samverkan_desktop.models.decision import Decision
from samverkan_desktop.models.meeting import Meeting
from samverkan_desktop.services.agenda_order import insert, ordered, set_under, take_off
from samverkan_desktop.services.meeting import open_meeting
from samverkan_desktop.services.workspace import Workspace
from samverkan_desktop.vocabulary import ItemOrigin, MeetingKind, MeetingStatus

_AHEAD = (MeetingStatus.PLANNED, MeetingStatus.CALLED)
#: What goes with an item to the next meeting; notes, papers and what was decided stay where they were.
_ALONG = (
    "category", "kind", "presenter", "minutes", "proposal", "individual_case", "referred_agreement",
    "standing_topic", "area_id", "consent_on", "consent_kept", "commission_id", "deviation_id", "matter_id",
)  # fmt: skip


def carry_over(work: Workspace, item_id: int, *, on: bool) -> None:
    """Say that an item is not done with and goes on at the next meeting, or that it is done after all.

    Where the next meeting's agenda has been built the item is put there at once, else when it is built. An
    item that is done after all is taken off again, unless something has been written there.

    Raises:
        UserError: the minutes are finished, or the meeting is cancelled.
    """
    label = tr("En punkt fortsätter nästa möte") if on else tr("En punkt fortsätter inte")
    with work.change("carry_over.carry_over", label) as session:
        item = session.get_one(AgendaItem, item_id)
        meeting = open_meeting(session, item.meeting_id)
        item.carries_over = on
        session.flush()
        if on:
            next_one = following(session, meeting)
            if next_one is not None and ordered(session, next_one.id):
                for each in waiting(session, next_one):
                    settle(session, insert(session, next_one.id, each, None))
            return
        for later in _later(session, item):
            if session.get_one(Meeting, later.meeting_id).status in _AHEAD and not _is_used(session, later):
                take_off(session, later)


def waiting(session: Session, meeting: Meeting) -> Iterator[AgendaItem]:
    """Yield an item, not yet stored, for each that an earlier meeting left and none has taken up since."""
    chosen = (
        select(AgendaItem, Meeting)
        .join(Meeting, Meeting.id == AgendaItem.meeting_id)
        .where(
            AgendaItem.carries_over,
            Meeting.group_id == meeting.group_id,
            Meeting.day < meeting.day,
            Meeting.status != MeetingStatus.CANCELLED,
        )
        .order_by(Meeting.day, AgendaItem.position)
    )
    for item, left in session.execute(chosen).all():
        if not _later(session, item):
            yield _carried(session, meeting, item, left)


def settle(session: Session, item: AgendaItem) -> None:
    """Set an item that was carried over under the one that its own went on as, where that came too."""
    before = session.get(AgendaItem, item.carried_from_id) if item.carried_from_id is not None else None
    if before is None or before.parent_id is None:
        return
    chosen = select(AgendaItem).where(
        AgendaItem.meeting_id == item.meeting_id, AgendaItem.carried_from_id == before.parent_id
    )
    parent = session.scalars(chosen).first()
    if parent is not None and parent.parent_id is None:
        set_under(session, item, parent)


def following(session: Session, meeting: Meeting) -> Meeting | None:
    """Return the group's next ordinary meeting that is still to come; None where none is planned."""
    chosen = select(Meeting).where(
        Meeting.group_id == meeting.group_id,
        Meeting.kind == MeetingKind.ORDINARY,
        Meeting.day > meeting.day,
        Meeting.status.in_(_AHEAD),
    )
    return session.scalars(chosen.order_by(Meeting.day).limit(1)).first()


def _later(session: Session, item: AgendaItem) -> list[AgendaItem]:
    """Return the items that go on with one, at meetings not cancelled."""
    chosen = (
        select(AgendaItem)
        .join(Meeting, Meeting.id == AgendaItem.meeting_id)
        .where(AgendaItem.carried_from_id == item.id, Meeting.status != MeetingStatus.CANCELLED)
    )
    return list(session.scalars(chosen))


def _is_used(session: Session, item: AgendaItem) -> bool:
    decided = select(Decision.id).where(Decision.item_id == item.id).limit(1)
    under = select(AgendaItem.id).where(AgendaItem.parent_id == item.id).limit(1)
    return bool(item.notes.strip()) or any(
        session.scalar(each) is not None for each in (decided, under)
    )  # fmt: skip


def _carried(session: Session, meeting: Meeting, item: AgendaItem, left: Meeting) -> AgendaItem:
    heading = tr("Från {day}: {heading}", day=left.day, heading=_bare(session, item))
    along = {name: getattr(item, name) for name in _ALONG}
    return AgendaItem(
        meeting_id=meeting.id,
        position=0,
        heading=heading,
        topic=None,
        origin=ItemOrigin.CARRIED_OVER,
        carried_from_id=item.id,
        **along,
    )


def _bare(session: Session, item: AgendaItem) -> str:
    """Return an item's heading without the day that it was once carried over from."""
    if item.carried_from_id is None:
        return item.heading
    before = session.get_one(AgendaItem, item.carried_from_id)
    day = session.get_one(Meeting, before.meeting_id).day
    return item.heading.removeprefix(tr("Från {day}: {heading}", day=day, heading=""))
