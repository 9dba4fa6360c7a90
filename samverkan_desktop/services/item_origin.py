"""Where agenda items came from and went on to, in words and as places in the window."""

from dataclasses import dataclass

from sqlalchemy import select
from sqlalchemy.orm import Session

from samverkan_desktop.i18n import tr
from samverkan_desktop.models.agenda import AgendaItem, Matter
from samverkan_desktop.models.deviation import Deviation
from samverkan_desktop.models.direction import Direction
from samverkan_desktop.models.group import Group
from samverkan_desktop.models.meeting import Meeting
from samverkan_desktop.rules.obligation import Obligation
from samverkan_desktop.services.facts import demanded_of
from samverkan_desktop.vocabulary import EscalationGround, ItemOrigin, MeetingStatus, Topic

#: The kinds of obligations that give an agenda a question without naming it among its topics.
_KINDS = {Topic.ROLES: "role_term", Topic.YEAR_PLAN: "year_plan"}


@dataclass(frozen=True)
class Origin:
    """Where an item came from: in words, and as a place in the window; both empty for one's own."""

    text: str = ""
    target: str = ""


def ground_label(ground: EscalationGround) -> str:
    """Return why a question was raised, in the agreement's words (T11)."""
    return {
        EscalationGround.GENERAL: tr("övergripande natur"),
        EscalationGround.PRINCIPLE: tr("principiellt intresse"),
    }[ground]


class Origins:
    """Where the items of one meeting came from.

    Args:
        session: where to read.
        meeting: the meeting.
    """

    def __init__(self, session: Session, meeting: Meeting) -> None:
        self._session = session
        self._meeting = meeting
        self._demanded: list[Obligation] | None = None

    def of(self, item: AgendaItem) -> Origin:
        """Return where an item came from."""
        if item.origin is ItemOrigin.CARRIED_OVER:
            return self._carried(item)
        if item.deviation_id is not None:
            ground = self._session.get_one(Deviation, item.deviation_id).ground
            text = tr("lyft fråga, {ground}", ground=ground_label(ground)) if ground else tr("lyft fråga")
            return Origin(text, f"deviation:{item.deviation_id}")
        if item.matter_id is not None:
            return self._submitted(item.matter_id, item.origin)
        if item.origin is ItemOrigin.COMMISSION:
            return Origin(tr("redovisning av uppdrag"), f"commission:{item.commission_id}")
        if item.origin is ItemOrigin.DEMANDED:
            return Origin(tr("krävs av avtalet"), self._demand(item))
        if item.standing_topic and item.origin is ItemOrigin.STANDING:
            return Origin(tr("stående fråga"), self._demand(item))
        return Origin()

    def _carried(self, item: AgendaItem) -> Origin:
        if item.carried_from_id is None:
            return Origin(tr("från föregående möte"))
        before = self._session.get_one(AgendaItem, item.carried_from_id)
        day = self._session.get_one(Meeting, before.meeting_id).day
        return Origin(tr("från mötet {day}", day=day), f"item:{before.id}")

    def _submitted(self, matter_id: int, origin: ItemOrigin) -> Origin:
        sender = self._session.get_one(Matter, matter_id).sender
        if origin is not ItemOrigin.DIRECTION:
            return Origin(tr("inlämnat av {sender}", sender=sender), f"matter:{matter_id}")
        given = self._session.scalar(select(Direction.id).where(Direction.matter_id == matter_id).limit(1))
        target = f"direction:{given}" if given is not None else f"matter:{matter_id}"
        return Origin(tr("styrning från {sender}", sender=sender), target)

    def _demand(self, item: AgendaItem) -> str:
        """Return the place of the obligation that an item answers to; empty where none is found."""
        if self._demanded is None:
            group = self._session.get_one(Group, self._meeting.group_id)
            self._demanded = demanded_of(self._session, group, self._meeting.day)
        for each in self._demanded:
            named = each.kind == "mandatory_items" and item.topic in each.parameters.get("topics", ())
            standing = each.kind == "standing_topics" and item.standing_topic and item.topic is None
            if named or standing:
                return f"obligation:{each.id}"
        usual = _KINDS.get(item.topic) if item.topic is not None else None
        return next((f"obligation:{each.id}" for each in self._demanded if each.kind == usual), "")


def going_on(session: Session, items: list[AgendaItem]) -> dict[int, Origin]:
    """Return, for each item that a later meeting goes on with, where that is."""
    ids = [item.id for item in items]
    chosen = (
        select(AgendaItem.carried_from_id, AgendaItem.id, Meeting.day)
        .join(Meeting, Meeting.id == AgendaItem.meeting_id)
        .where(AgendaItem.carried_from_id.in_(ids), Meeting.status != MeetingStatus.CANCELLED)
        .order_by(Meeting.day)
    )
    return {
        before: Origin(tr("fortsätter på mötet {day}", day=day), f"item:{later}")
        for before, later, day in session.execute(chosen)
        if before is not None
    }
