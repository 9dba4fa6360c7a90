"""The agenda that builds itself: from what stands, what the agreement demands, and what is waiting."""

from collections.abc import Iterable, Iterator
from datetime import date
from functools import partial

from sqlalchemy import select
from sqlalchemy.orm import Session

from samverkan_desktop.i18n import tr
from samverkan_desktop.models.agenda import AgendaItem, Matter, SkippedItem
from samverkan_desktop.models.agreement import Agreement
from samverkan_desktop.models.commission import Commission, CommissionDue, CommissionReport
from samverkan_desktop.models.deviation import Deviation
from samverkan_desktop.models.direction import Direction
from samverkan_desktop.models.group import Group, RoleTerm
from samverkan_desktop.models.meeting import Meeting
from samverkan_desktop.models.year_plan import YearPlan
from samverkan_desktop.periods import Calendar, Period
from samverkan_desktop.rules.role_terms import TermLength, term_of
from samverkan_desktop.rules.wording import capital, listed, topic_name
from samverkan_desktop.services import attachment, carry_over, own_words
from samverkan_desktop.services.agenda_order import insert, ordered, taking_up
from samverkan_desktop.services.agreement import calendar_of
from samverkan_desktop.services.facts import demanded_of
from samverkan_desktop.services.fixed_role import fixed_roles, term_lengths
from samverkan_desktop.services.item_origin import ground_label
from samverkan_desktop.services.meeting import is_last, open_meeting
from samverkan_desktop.services.standing_topic import topics_to_take_up
from samverkan_desktop.services.workspace import Workspace
from samverkan_desktop.vocabulary import (
    Approval,
    ItemCategory,
    ItemKind,
    ItemOrigin,
    MeetingKind,
    MeetingStatus,
    PlanStatus,
    ReportKind,
    Role,
    Topic,
)
from samverkan_desktop.words import Words

_KINDS = {
    Topic.YEAR_PLAN: (ItemKind.DECISION, ItemCategory.FOLLOW_UP),
    Topic.FOLLOW_UP: (ItemKind.DECISION, ItemCategory.FOLLOW_UP),
    Topic.ROLES: (ItemKind.DECISION, ItemCategory.FORMALITY),
    Topic.REASON_FOR_EXTRA: (ItemKind.INFORMATION, ItemCategory.INFORMATION),
    Topic.OPEN_ITEMS: (ItemKind.INFORMATION, ItemCategory.FOLLOW_UP),
}

#: What a meeting leaves for the next one.
_LEFT = (ItemOrigin.CARRIED_OVER, ItemOrigin.COMMISSION)


def build(work: Workspace, meeting_id: int) -> int:
    """Put on a meeting's agenda whatever belongs there and is not there yet; returns how many items.

    Opening and closing items, last minutes, open commissions, what the agreement demands at this
    meeting (T15, T24), roles and a plan still to be decided, standing topics not yet taken up (S03),
    items carried over from an earlier meeting, commissions due (T22), questions escalated (T11) and matters
    submitted (T19); save what is skipped this time. Run again, it adds only what has come since.
    """
    with work.change("agenda_builder.build", tr("Dagordningen byggdes")) as session:
        meeting = open_meeting(session, meeting_id)
        had = len(ordered(session, meeting_id))
        _fill(session, meeting, wanted(session, meeting))
        return len(ordered(session, meeting_id)) - had


def pass_on(session: Session, meeting: Meeting) -> None:
    """Put what a meeting leaves on the next one's agenda, where that has been built, inside a use case.

    That is the items carried over and the commissions due then; what is skipped there stays away.
    """
    following = carry_over.following(session, meeting)
    if following is not None and ordered(session, following.id):
        left = [item for item in wanted(session, following) if item.origin in _LEFT]
        _fill(session, following, left)


def _fill(session: Session, meeting: Meeting, items: Iterable[AgendaItem]) -> None:
    topics = {item.topic for item in ordered(session, meeting.id)}
    left_out = set(session.scalars(select(SkippedItem.source).where(SkippedItem.meeting_id == meeting.id)))
    for item in items:
        known = item.topic is not None and item.topic in topics
        if not known and source_of(item) not in left_out:
            topics.add(item.topic)
            carry_over.settle(session, insert(session, meeting.id, item, None))
            if item.matter_id is not None and item.origin is not ItemOrigin.CARRIED_OVER:
                attachment.follow(session, item.matter_id, item.id)


def source_of(item: AgendaItem) -> str:
    """Return what makes an item come by itself, as `SkippedItem` notes it; empty where nothing does."""
    marks = (
        ("carried", item.carried_from_id),
        ("commission", item.commission_id),
        ("deviation", item.deviation_id),
        ("matter", item.matter_id),
        ("topic", item.topic.value if item.topic else None),
        ("standing", item.standing_topic or None),
    )
    return next((f"{name}:{value}" for name, value in marks if value is not None), "")


def wanted(session: Session, meeting: Meeting) -> Iterator[AgendaItem]:
    """Yield an item, not yet stored, for whatever belongs on a meeting's agenda, in its order."""
    yield _standing(meeting, Topic.OPENING, tr("Mötet öppnas, närvaro"))
    if meeting.kind is MeetingKind.EXTRA:
        yield _standing(meeting, Topic.REASON_FOR_EXTRA, tr("Skäl till extra möte"))
        yield from _waiting(session, meeting)
        yield _standing(meeting, Topic.CLOSING, tr("Mötet avslutas"))
        return
    yield _standing(meeting, Topic.APPROVE_AGENDA, tr("Godkännande av dagordning"))
    if _earlier(session, meeting):
        record = session.get_one(Group, meeting.group_id).record
        heading = tr("Föregående {record}", record=f"{record[:1].lower()}{record[1:]}")
        item = _standing(meeting, Topic.PREVIOUS_NOTES, heading)
        yield _approving(session, meeting, item)
        yield _standing(meeting, Topic.OPEN_ITEMS, tr("Uppföljning av beslut och uppdrag"))
    yield from _demanded(session, meeting)
    yield from carry_over.waiting(session, meeting)
    for topic in topics_to_take_up(session, meeting):
        yield _standing_topic(meeting, topic)
    yield from _waiting(session, meeting)
    yield _standing(meeting, Topic.OTHER_BUSINESS, tr("Övriga frågor"))
    if is_last(session, meeting):
        yield _standing(meeting, Topic.CLOSING, tr("Mötet avslutas"))
    else:
        yield _standing(meeting, Topic.NEXT_MEETING, tr("Nästa möte"))


def _item(meeting: Meeting, heading: str, origin: ItemOrigin, **values: object) -> AgendaItem:
    defaults: dict[str, object] = {
        "kind": ItemKind.INFORMATION,
        "category": ItemCategory.INFORMATION,
        "topic": None,
    }
    return AgendaItem(
        meeting_id=meeting.id, position=0, heading=heading, origin=origin, **(defaults | values)
    )


def _standing(meeting: Meeting, topic: Topic, heading: str) -> AgendaItem:
    kind, category = _KINDS.get(topic, (ItemKind.INFORMATION, ItemCategory.FORMALITY))
    return _item(meeting, heading, ItemOrigin.STANDING, topic=topic, kind=kind, category=category)


def _approving(session: Session, meeting: Meeting, item: AgendaItem) -> AgendaItem:
    """Make the item on the minutes before one that approves them, where the group has it so."""
    group = session.get_one(Group, meeting.group_id)
    if group.approval is Approval.NEXT_MEETING:
        heading = f"{item.heading[:1].lower()}{item.heading[1:]}"
        item.heading = tr("Godkännande av {previous}", previous=heading)
        item.kind, item.proposal = ItemKind.DECISION, tr("Anteckningarna godkänns.")
    return item


def _standing_topic(meeting: Meeting, topic: str) -> AgendaItem:
    return _item(
        meeting,
        capital(topic),
        ItemOrigin.STANDING,
        standing_topic=topic,
        kind=ItemKind.DISCUSSION,
        category=ItemCategory.FOLLOW_UP,
    )


def _demand(meeting: Meeting, topic: Topic, heading: str) -> AgendaItem:
    kind, category = _KINDS.get(topic, (ItemKind.DISCUSSION, ItemCategory.FOLLOW_UP))
    return _item(meeting, heading, ItemOrigin.DEMANDED, topic=topic, kind=kind, category=category)


def _earlier(session: Session, meeting: Meeting) -> bool:
    chosen = select(Meeting.id).where(
        Meeting.group_id == meeting.group_id,
        Meeting.day < meeting.day,
        Meeting.status != MeetingStatus.CANCELLED,
    )
    return session.scalar(chosen.limit(1)) is not None


def _demanded(session: Session, meeting: Meeting) -> Iterator[AgendaItem]:
    group = session.get_one(Group, meeting.group_id)
    agreement = session.get_one(Agreement, group.agreement_id)
    calendar = calendar_of(agreement)
    year = calendar.of(meeting.day)
    last = is_last(session, meeting)
    words = own_words.of_agreement(agreement)
    kinds = demanded_of(session, group, meeting.day)
    if last:
        following = calendar.after(year).label
        headings = {
            Topic.FOLLOW_UP: tr(
                "Uppföljning av {agreement} {period}", agreement=words.the_agreement, period=year.label
            ),
            Topic.YEAR_PLAN: tr("Planering av {period}", period=following),
        }
        demanded = {Topic(t) for o in kinds if o.kind == "mandatory_items" for t in o.parameters["topics"]}
        usual = partial(topic_name, year=agreement.working_year, words=words)
        # What the program itself has a heading for comes first, and the plan after the follow-up.
        for topic in sorted(demanded, key=lambda t: (list(headings).index(t) if t in headings else 9, t)):
            yield _demand(meeting, topic, headings.get(topic) or usual(topic))
    coming = calendar.after(year) if last else year
    elected = _election(session, meeting, calendar, words, coming.starts if last else meeting.day)
    if elected:
        yield _demand(meeting, Topic.ROLES, elected)
    if not last and _plan_is_draft(session, group.id, year):
        heading = tr("Mötesplan {period}", period=year.label)
        item = _demand if any(each.kind == "year_plan" for each in kinds) else _standing
        yield item(meeting, Topic.YEAR_PLAN, heading)


def _election(session: Session, meeting: Meeting, calendar: Calendar, words: Words, day: date) -> str:
    """Return the heading under which roles are given for the terms in which a day lies; empty for none.

    The terms are said where they are the same for all: a school year, a calendar year, an election period.
    """
    roles: dict[Role, str] = {}
    for role, length in term_lengths(session, meeting.group_id, meeting.day).items():
        term = term_of(length, calendar, day)
        if not _is_given(session, meeting.group_id, role, day, term):
            label = term.label if term else ""
            if length is TermLength.ELECTION_PERIOD:
                label = tr("för mandatperioden {period}", period=label)
            roles[role] = label
    if not roles:
        return ""
    names = listed([words.role(role) for role in roles])
    period = next(iter(roles.values())) if len(set(roles.values())) == 1 else ""
    return tr("Val av {roles} {period}", roles=names, period=period).strip()


def _is_given(session: Session, group_id: int, role: Role, day: date, term: Period | None) -> bool:
    """Say whether somebody has a role in a term, counted from a day in it; without a term, on the day."""
    chosen = select(RoleTerm.id).where(
        RoleTerm.group_id == group_id,
        RoleTerm.role == role,
        RoleTerm.since <= (term.ends if term else day),
        (RoleTerm.until.is_(None)) | (RoleTerm.until >= day),
    )
    if session.scalar(chosen.limit(1)) is not None:
        return True
    return any(each.role is role and each.covers(day) for each in fixed_roles(session, group_id))


def _plan_is_draft(session: Session, group_id: int, year: Period) -> bool:
    chosen = select(YearPlan.id).where(
        YearPlan.group_id == group_id,
        YearPlan.period == year.label,
        YearPlan.status == PlanStatus.DRAFT,
    )
    return session.scalar(chosen.limit(1)) is not None


def _waiting(session: Session, meeting: Meeting) -> Iterator[AgendaItem]:
    yield from _due_commissions(session, meeting)
    yield from _escalated(session, meeting)
    yield from _submitted(session, meeting)


def _due_commissions(session: Session, meeting: Meeting) -> Iterator[AgendaItem]:
    here = set(session.scalars(select(AgendaItem.commission_id).where(AgendaItem.meeting_id == meeting.id)))
    reports = session.scalars(select(CommissionReport)).all()
    final = {report.commission_id for report in reports if report.kind is ReportKind.FINAL}
    interim = [report.commission_id for report in reports if report.kind is ReportKind.INTERIM]
    dues = session.scalars(
        select(CommissionDue)
        .join(Commission, Commission.id == CommissionDue.commission_id)
        .where(Commission.group_id == meeting.group_id)
        .order_by(CommissionDue.id)
    ).all()
    for commission in session.scalars(
        select(Commission).where(Commission.group_id == meeting.group_id).order_by(Commission.id)
    ):
        if commission.id in final or commission.id in here:
            continue
        own = [due for due in dues if due.commission_id == commission.id]
        last = [due.due for due in own if due.kind is ReportKind.FINAL][-1:]
        partly = [due.due for due in own if due.kind is ReportKind.INTERIM and due.due <= meeting.day]
        if last and last[0] <= meeting.day:
            heading = tr("Redovisning {number}: {title}", number=commission.number, title=commission.title)
        elif len(partly) > interim.count(commission.id):
            heading = tr("Delredovisning {number}: {title}", number=commission.number, title=commission.title)
        else:
            continue
        yield _item(
            meeting,
            heading,
            ItemOrigin.COMMISSION,
            commission_id=commission.id,
            kind=ItemKind.DECISION,
            category=ItemCategory.REPORT,
            presenter=commission.responsible,
        )


def _escalated(session: Session, meeting: Meeting) -> Iterator[AgendaItem]:
    taken = {item.deviation_id for item in taking_up(session)}
    chosen = select(Deviation).where(
        Deviation.group_id == meeting.group_id, Deviation.escalated_on.is_not(None)
    )
    for deviation in session.scalars(chosen.order_by(Deviation.id)):
        if deviation.id in taken or deviation.ground is None:
            continue
        yield escalated_item(meeting, deviation)


def escalated_item(meeting: Meeting, deviation: Deviation) -> AgendaItem:
    """Return an item for an escalated question (T11), not yet on the agenda."""
    ground = ground_label(deviation.ground) if deviation.ground else ""
    return _item(
        meeting,
        tr("Lyft fråga {number}, {ground}", number=deviation.number, ground=ground),
        ItemOrigin.DEVIATION,
        deviation_id=deviation.id,
        kind=ItemKind.DECISION,
        category=ItemCategory.STRATEGY,
        presenter=deviation.line_manager,
    )


def _submitted(session: Session, meeting: Meeting) -> Iterator[AgendaItem]:
    taken = {item.matter_id for item in taking_up(session)}
    chosen = select(Matter).where(Matter.group_id == meeting.group_id, Matter.declined == "")
    for matter in session.scalars(chosen.order_by(Matter.id)):
        if matter.id not in taken:
            yield matter_item(session, meeting, matter)


def matter_item(session: Session, meeting: Meeting, matter: Matter) -> AgendaItem:
    """Return an item for a submitted matter (T19) or a direction (L03), not yet on the agenda."""
    directed = session.scalar(select(Direction.id).where(Direction.matter_id == matter.id).limit(1))
    return _item(
        meeting,
        matter.title,
        ItemOrigin.INBOX if directed is None else ItemOrigin.DIRECTION,
        matter_id=matter.id,
        kind=matter.kind,
        presenter=matter.sender,
    )
