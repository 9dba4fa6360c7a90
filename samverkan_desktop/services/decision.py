"""Decisions: taken under an item, numbered as their group numbers, and read in one log."""

from collections.abc import Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass
from datetime import date

from sqlalchemy import ColumnElement, and_, false, func, or_, select
from sqlalchemy.orm import Session

from samverkan_desktop.errors import UserError
from samverkan_desktop.i18n import mark, tr
from samverkan_desktop.models.activity import Activity, ActivityPlan
from samverkan_desktop.models.agenda import AgendaItem
from samverkan_desktop.models.agreement import Agreement
from samverkan_desktop.models.board_report import BoardMatter
from samverkan_desktop.models.commission import Commission, CommissionDue
from samverkan_desktop.models.decision import Decision
from samverkan_desktop.models.direction import Direction
from samverkan_desktop.models.follow_up import FollowUp
from samverkan_desktop.models.group import Group, RoleTerm
from samverkan_desktop.models.meeting import Meeting
from samverkan_desktop.models.routine import Routine
from samverkan_desktop.models.year_plan import YearPlan
from samverkan_desktop.periods import Calendar
from samverkan_desktop.services.agreement import calendar_of
from samverkan_desktop.services.due import shown, stored
from samverkan_desktop.services.meeting import open_meeting
from samverkan_desktop.services.numbering import is_last, next_number
from samverkan_desktop.services.privacy import demand, refuse
from samverkan_desktop.services.scope import of_groups
from samverkan_desktop.services.supersession import Link, supersede_in
from samverkan_desktop.services.values import looked_through, set_values
from samverkan_desktop.services.workspace import Workspace
from samverkan_desktop.vocabulary import DecisionKind, Supersession

#: What each kind of decision is called.
_KINDS: Mapping[DecisionKind, str] = {
    DecisionKind.DECISION: mark("beslut"),
    DecisionKind.ELECTION: mark("val"),
    DecisionKind.PLAN: mark("plan"),
    DecisionKind.COMMISSION: mark("uppdrag"),
    DecisionKind.ROUTINE: mark("rutin"),
    DecisionKind.REFERRAL: mark("hänvisning"),
    DecisionKind.REPORT: mark("redovisning"),
    DecisionKind.NEW_DATE: mark("ändrad tid"),
    DecisionKind.FOLLOW_UP: mark("uppföljning"),
    DecisionKind.CONSULTATION: mark("remiss"),
    DecisionKind.ACTIVITY: mark("aktivitet"),
    DecisionKind.TABLED: mark("bordläggning"),
    DecisionKind.FILED: mark("läggs till handlingarna"),
    DecisionKind.REFERRED_BACK: mark("återremiss"),
    DecisionKind.REJECTED: mark("avslag"),
}
#: What can be changed of a decision that has been taken.
_FIELDS = ("text", "kind", "responsible", "proposal", "due", "distribution")


@dataclass(frozen=True)
class DecisionRow:
    """A decision with where it was taken; see `models.decision.Decision` for what its fields mean.

    ``superseded_by`` is the later decision that replaced or revoked it, ``supersedes`` the earlier ones that
    it has replaced or revoked.
    """

    id: int
    number: str
    day: date
    period: str
    group_id: int
    group: str
    meeting_id: int
    item_id: int
    item: str
    kind: DecisionKind
    text: str
    responsible: str
    proposal: str
    due: date | None
    due_words: str
    distribution: tuple[str, ...]
    superseded_by: Link | None
    supersedes: tuple[Link, ...]

    @property
    def when(self) -> str:
        """When it is to be carried out, as it was decided; empty where nothing was said."""
        return shown(self.due, self.due_words)

    @property
    def cited(self) -> str:
        """Its number, as it is referred to from elsewhere."""
        return Link(self.id, self.number, self.day, Supersession.REPLACED).cited

    @property
    def standing(self) -> str:
        """What a later decision has done to it, and it to earlier ones, in words; empty for nothing."""
        later = [self.superseded_by.by_later] if self.superseded_by else []
        return ", ".join([*later, *(each.of_earlier for each in self.supersedes)])


def kind_label(kind: DecisionKind) -> str:
    """Return what a decision does, in words."""
    return tr(_KINDS[kind])


def take(
    work: Workspace,
    item_id: int,
    text: str,
    *,
    kind: DecisionKind = DecisionKind.DECISION,
    responsible: str = "",
    proposal: str | None = None,
    due: date | str | None = None,
    distribution: Sequence[str] = (),
    supersedes_id: int | None = None,
    supersedes_as: Supersession = Supersession.REPLACED,
) -> int:
    """Take a decision under an item; numbered as the group numbers.

    Args:
        work: the open archive.
        item_id: the item.
        text: the decision's words.
        kind: what it does.
        responsible: the function that carries it out (T03); may be empty.
        proposal: what was proposed; where None the item's proposal, unless a decision under it has it.
        due: when it is to be carried out: a day, or words such as ``första kvartalet 2019``; None for
            nothing said.
        distribution: the functions that are told.
        supersedes_id: an earlier decision that it replaces or revokes.
        supersedes_as: which of the two.

    Raises:
        UserError: the text is missing or holds a personal identity number, the minutes are finished, the
            day is before the meeting's, or the earlier decision cannot be superseded.
    """
    demand(tr("Skriv vad gruppen beslutar."), text=text)
    receivers = _receivers(distribution)
    refuse(text=text, responsible=responsible, proposal=proposal or "", distribution="\n".join(receivers))
    with work.change("decision.take", tr("Ett beslut togs")) as session:
        item = session.get_one(AgendaItem, item_id)
        meeting = open_meeting(session, item.meeting_id)
        sequence, number = next_number(session, meeting, item_id)
        decision = Decision(
            meeting_id=meeting.id,
            item_id=item_id,
            sequence=sequence,
            number=number,
            kind=kind,
            text=text.strip(),
            responsible=responsible.strip(),
            proposal=(_proposed(session, item) if proposal is None else proposal).strip(),
            distribution=receivers,
        )
        decision.due, decision.due_words = _time(session, meeting, due)
        session.add(decision)
        session.flush()
        if supersedes_id is not None:
            supersede_in(session, decision, supersedes_id, supersedes_as)
        return decision.id


def _proposed(session: Session, item: AgendaItem) -> str:
    chosen = select(Decision.id).where(Decision.item_id == item.id, Decision.proposal != "").limit(1)
    return item.proposal if session.scalar(chosen) is None else ""


def _receivers(names: Sequence[str]) -> list[str]:
    """Return those who are told, each once."""
    return list(dict.fromkeys(name.strip() for name in names if name.strip()))


def _time(session: Session, meeting: Meeting, value: date | str | None) -> tuple[date | None, str]:
    if isinstance(value, str):
        refuse(due=value)
    agreement_id = session.get_one(Group, meeting.group_id).agreement_id
    last, words = stored(value, calendar_of(session.get_one(Agreement, agreement_id)))
    if last is not None and last < meeting.day:
        raise UserError(tr("Tiden ligger före mötet. Välj mötesdagen eller en senare."), field="due")
    return last, words


def change(work: Workspace, decision_id: int, **values: object) -> None:
    """Change a decision while its minutes are open.

    Args:
        work: the open archive.
        decision_id: the decision.
        values: ``text``, ``kind``, ``responsible``, ``proposal``, ``due``, ``distribution``: those to change,
            as for `take`.

    Raises:
        UserError: the text is missing or holds a personal identity number, the day is before the meeting's,
            or the minutes are finished.
    """
    given = looked_through(values, _FIELDS)
    if "text" in given:
        demand(tr("Skriv vad gruppen beslutar."), text=str(given["text"]))
    told = given.get("distribution")
    if isinstance(told, (list, tuple)):
        given["distribution"] = _receivers(told)
        refuse(distribution="\n".join(_receivers(told)))
    key = f"decision:{decision_id}:{','.join(sorted(values))}"
    with work.change("decision.change", tr("Ett beslut ändrades"), merge_key=key) as session:
        decision = session.get_one(Decision, decision_id)
        meeting = open_meeting(session, decision.meeting_id)
        if "due" in given:
            due = given["due"]
            last, words = _time(session, meeting, due if isinstance(due, (date, str)) else None)
            given |= {"due": last, "due_words": words}
        set_values(decision, given)


def remove(work: Workspace, decision_id: int) -> None:
    """Take a decision away while the minutes are open and nothing rests on it.

    Raises:
        UserError: a commission, plan, role, routine or other decision rests on it, or it is not the
            last of its run, so that the numbers would have a gap.
    """
    with work.change("decision.remove", tr("Ett beslut togs bort")) as session:
        decision = session.get_one(Decision, decision_id)
        meeting = open_meeting(session, decision.meeting_id)
        if _rests_on(session, decision_id):
            raise UserError(
                tr(
                    "Uppdrag, plan, roller eller annat vilar på beslutet. Ångra det först, eller fatta ett "
                    "nytt beslut som ersätter det här."
                )
            )
        if not is_last(session, decision, meeting):
            raise UserError(tr("Bara det senaste beslutet kan tas bort, annars bryts nummerföljden."))
        for other in session.scalars(select(Decision).where(Decision.superseded_by_id == decision_id)):
            other.superseded_by_id = other.superseded_as = None
        session.flush()
        session.delete(decision)


def _rests_on(session: Session, decision_id: int) -> bool:
    columns = (
        Commission.decision_id,
        Commission.approval_decision_id,
        CommissionDue.decision_id,
        YearPlan.decision_id,
        RoleTerm.decision_id,
        Routine.decision_id,
        FollowUp.decision_id,
        Group.decision_id,
        Activity.decision_id,
        ActivityPlan.decision_id,
        BoardMatter.decision_id,
        Direction.decision_id,
    )
    return any(session.scalar(select(func.count()).where(column == decision_id)) for column in columns)


def log(
    work: Workspace,
    period: str | None = None,
    meeting_id: int | None = None,
    *,
    agreement_id: int | None = None,
    group_id: int | None = None,
) -> tuple[DecisionRow, ...]:
    """Return decisions in order.

    Args:
        work: the open archive.
        period: only those of this working year; of every year where None.
        meeting_id: only those of this meeting.
        agreement_id: only those of this agreement's groups; of every one's where None.
        group_id: only those of this group; of every group where None.
    """
    with work.read() as session:
        return rows_in(session, agreement_id, group_id, period=period, meeting_id=meeting_id)


def rows_in(
    session: Session,
    agreement_id: int | None = None,
    group_id: int | None = None,
    *,
    period: str | None = None,
    meeting_id: int | None = None,
) -> tuple[DecisionRow, ...]:
    """Return decisions as a session sees it, in order; as `log` chooses them."""
    calendars = {agreement.id: calendar_of(agreement) for agreement in session.scalars(select(Agreement))}
    chosen = [] if period is None else [_within(calendars, period)]
    chosen += [] if meeting_id is None else [Meeting.id == meeting_id]
    found = session.execute(
        select(Decision, Meeting, AgendaItem.heading, Group)
        .join(Meeting, Meeting.id == Decision.meeting_id)
        .join(AgendaItem, AgendaItem.id == Decision.item_id)
        .join(Group, Group.id == Meeting.group_id)
        .where(*of_groups(agreement_id, group_id), *chosen)
        .order_by(Meeting.day, Decision.id)
    ).all()
    links, earlier = _links(session)
    return tuple(
        DecisionRow(
            decision.id,
            decision.number,
            meeting.day,
            calendars[group.agreement_id].of(meeting.day).label,
            group.id,
            group.name,
            meeting.id,
            decision.item_id,
            heading,
            decision.kind,
            decision.text,
            decision.responsible,
            decision.proposal,
            decision.due,
            decision.due_words,
            tuple(decision.distribution),
            _later(decision, links),
            tuple(earlier.get(decision.id, ())),
        )
        for decision, meeting, heading, group in found
    )


def _within(calendars: Mapping[int, Calendar], label: str) -> ColumnElement[bool]:
    """Return the condition that a meeting is in the working year of a label, by its agreement's calendar."""
    years = []
    for agreement_id, calendar in calendars.items():
        with suppress(ValueError):  # another agreement's years are called otherwise
            year = calendar.labelled(label)
            years.append(
                and_(Group.agreement_id == agreement_id, Meeting.day.between(year.starts, year.ends))
            )
    return or_(false(), *years)


def _links(session: Session) -> tuple[dict[int, tuple[str, date]], dict[int, list[Link]]]:
    """Return the number and day of each decision that took another's place, and what it took the place of."""
    superseded = select(Decision.superseded_by_id).where(Decision.superseded_by_id.is_not(None))
    found = session.execute(
        select(Decision, Meeting.day)
        .join(Meeting, Meeting.id == Decision.meeting_id)
        .where(Decision.superseded_by_id.is_not(None) | Decision.id.in_(superseded))
        .order_by(Meeting.day, Decision.id)
    ).all()
    earlier: dict[int, list[Link]] = {}
    for each, day in found:
        if each.superseded_by_id is not None:
            link = Link(each.id, each.number, day, each.superseded_as or Supersession.REPLACED)
            earlier.setdefault(each.superseded_by_id, []).append(link)
    return {each.id: (each.number, day) for each, day in found}, earlier


def _later(decision: Decision, links: dict[int, tuple[str, date]]) -> Link | None:
    if decision.superseded_by_id is None:
        return None
    number, day = links[decision.superseded_by_id]
    return Link(decision.superseded_by_id, number, day, decision.superseded_as or Supersession.REPLACED)


def supersedable(work: Workspace, decision_id: int) -> tuple[DecisionRow, ...]:
    """Return the earlier decisions of its group that a decision can replace or revoke, newest first."""
    with work.read() as session:
        decision = session.get_one(Decision, decision_id)
        meeting = session.get_one(Meeting, decision.meeting_id)
        rows = rows_in(session, group_id=meeting.group_id)
    earlier = [row for row in rows if (row.day, row.id) < (meeting.day, decision_id)]
    return tuple(row for row in reversed(earlier) if row.superseded_by is None)
