"""Decisions: taken under an item, numbered as their group numbers, and read in one log."""

from dataclasses import dataclass
from datetime import date

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from samverkan_desktop.errors import UserError
from samverkan_desktop.i18n import tr
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
from samverkan_desktop.services.agreement import calendar_of
from samverkan_desktop.services.meeting import open_meeting
from samverkan_desktop.services.numbering import is_last, next_number
from samverkan_desktop.services.privacy import demand, refuse
from samverkan_desktop.services.scope import of_groups
from samverkan_desktop.services.workspace import Workspace
from samverkan_desktop.vocabulary import DecisionKind


@dataclass(frozen=True)
class DecisionRow:
    """A decision with where it was taken; ``superseded_by`` and ``supersedes`` are numbers."""

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
    superseded_by: str
    supersedes: str


def kind_label(kind: DecisionKind) -> str:
    """Return what a decision does, in words."""
    return {
        DecisionKind.DECISION: tr("beslut"),
        DecisionKind.ELECTION: tr("val"),
        DecisionKind.PLAN: tr("plan"),
        DecisionKind.COMMISSION: tr("uppdrag"),
        DecisionKind.ROUTINE: tr("rutin"),
        DecisionKind.REFERRAL: tr("hänvisning"),
        DecisionKind.REPORT: tr("redovisning"),
        DecisionKind.NEW_DATE: tr("ändrad tid"),
        DecisionKind.FOLLOW_UP: tr("uppföljning"),
        DecisionKind.CONSULTATION: tr("remiss"),
        DecisionKind.ACTIVITY: tr("aktivitet"),
        DecisionKind.TABLED: tr("bordläggning"),
        DecisionKind.FILED: tr("läggs till handlingarna"),
        DecisionKind.REFERRED_BACK: tr("återremiss"),
        DecisionKind.REJECTED: tr("avslag"),
    }[kind]


def take(
    work: Workspace,
    item_id: int,
    text: str,
    *,
    kind: DecisionKind = DecisionKind.DECISION,
    responsible: str = "",
    supersedes_id: int | None = None,
) -> int:
    """Take a decision under an item; numbered as the group numbers.

    Args:
        work: the open archive.
        item_id: the item.
        text: the decision's words.
        kind: what it does.
        responsible: the function that carries it out (T03); may be empty.
        supersedes_id: an earlier decision whose place it takes.

    Raises:
        UserError: the text is missing or holds a personal identity number, the minutes are finished, or
            the earlier decision has been replaced already.
    """
    demand(tr("Skriv vad gruppen beslutar."), text=text)
    refuse(text=text, responsible=responsible)
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
        )
        session.add(decision)
        session.flush()
        if supersedes_id is not None:
            _supersede(session, supersedes_id, decision)
        return decision.id


def _supersede(session: Session, earlier_id: int, decision: Decision) -> None:
    earlier = session.get_one(Decision, earlier_id)
    if earlier.superseded_by_id is not None:
        newer = session.get_one(Decision, earlier.superseded_by_id)
        raise UserError(
            tr("Beslut {number} är redan ersatt av {newer}. Ersätt det i stället.",
               number=earlier.number, newer=newer.number),
            field="supersedes_id",
        )  # fmt: skip
    earlier.superseded_by_id = decision.id


def change(work: Workspace, decision_id: int, **values: object) -> None:
    """Change a decision's ``text``, ``kind`` or ``responsible`` while the minutes are open.

    Raises:
        UserError: the text is missing or holds a personal identity number, or the minutes are finished.
    """
    assert values.keys() <= {"text", "kind", "responsible"}, values  # noqa: S101  the caller's mistake
    refuse(**{name: value for name, value in values.items() if isinstance(value, str)})
    if "text" in values:
        demand(tr("Skriv vad gruppen beslutar."), text=str(values["text"]))
    key = f"decision:{decision_id}:{','.join(sorted(values))}"
    with work.change("decision.change", tr("Ett beslut ändrades"), merge_key=key) as session:
        decision = session.get_one(Decision, decision_id)
        open_meeting(session, decision.meeting_id)
        for name, value in values.items():
            setattr(decision, name, value)


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
            other.superseded_by_id = None
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
        return tuple(
            row
            for row in rows_in(session, agreement_id, group_id)
            if (period is None or row.period == period)
            and (meeting_id is None or row.meeting_id == meeting_id)
        )


def rows_in(
    session: Session, agreement_id: int | None = None, group_id: int | None = None
) -> tuple[DecisionRow, ...]:
    """Return decisions as a session sees it, in order: an agreement's, a group's, or every one."""
    calendars = {agreement.id: calendar_of(agreement) for agreement in session.scalars(select(Agreement))}
    found = session.execute(
        select(Decision, Meeting, AgendaItem.heading, Group)
        .join(Meeting, Meeting.id == Decision.meeting_id)
        .join(AgendaItem, AgendaItem.id == Decision.item_id)
        .join(Group, Group.id == Meeting.group_id)
        .where(*of_groups(agreement_id, group_id))
        .order_by(Meeting.day, Decision.id)
    ).all()
    numbers = {decision.id: decision.number for decision, *_ in found}
    superseded = {d.superseded_by_id: d.number for d, *_ in found if d.superseded_by_id is not None}
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
            numbers.get(decision.superseded_by_id or 0, ""),
            superseded.get(decision.id, ""),
        )
        for decision, meeting, heading, group in found
    )
