"""Everything that can be searched: what each kind of thing is called, what it says, and where it opens."""

from collections.abc import Callable, Iterator, Mapping, Sequence, Set
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from sqlalchemy import Select, select
from sqlalchemy.orm import InstrumentedAttribute, Session

from samverkan_desktop import prose
from samverkan_desktop.i18n import tr
from samverkan_desktop.models.activity import Activity, ActivityPlan, PlannedActivity, Strategy
from samverkan_desktop.models.agenda import AgendaItem, Matter
from samverkan_desktop.models.agreement import Agreement, Clause, RelatedAgreement
from samverkan_desktop.models.attachment import Attachment
from samverkan_desktop.models.base import Stored
from samverkan_desktop.models.board_report import BoardMatter, BoardReport
from samverkan_desktop.models.commission import Commission
from samverkan_desktop.models.commitment import Commitment, ExpectedResult
from samverkan_desktop.models.coverage import CoverageEntry
from samverkan_desktop.models.decision import Decision
from samverkan_desktop.models.deviation import Deviation
from samverkan_desktop.models.group import Group, Holding, Seat
from samverkan_desktop.models.indicator import Indicator, Measurement
from samverkan_desktop.models.meeting import Meeting
from samverkan_desktop.models.organisation import Area
from samverkan_desktop.models.routine import Routine, RoutineStep
from samverkan_desktop.models.task import Task
from samverkan_desktop.register_vocabulary import RoutineKind
from samverkan_desktop.rules.wording import form_name
from samverkan_desktop.services.agreement import version_on
from samverkan_desktop.storage.text_index import Entry

#: The identities that are wanted of a source; None for all.
Wanted = Set[int] | None


@dataclass(frozen=True)
class Source:
    """One kind of thing that can be found.

    Args:
        model: the stored class whose rows they are.
        read: yields those that are wanted, as they are now.
        others: the columns of other classes by which a row there belongs to one of them, whose words are then
            read anew; None where a row there may change the words of all.
        newest_first: whether the last that was noted is found first.
        standing: returns the identities of those that can be found on a day; None for all.
    """

    model: type[Stored]
    read: Callable[[Session, Wanted], Iterator[Entry]]
    others: Mapping[type[Stored], InstrumentedAttribute[Any] | None] = field(default_factory=dict)
    newest_first: bool = False
    standing: Callable[[Session, date], Set[int]] | None = None


def _chosen(
    model: type[Stored], wanted: Wanted, *columns: InstrumentedAttribute[Any] | type[Stored]
) -> Select[Any]:
    chosen = select(*columns) if columns else select(model)
    return chosen if wanted is None else chosen.where(model.id.in_(wanted))


def _meetings(session: Session, wanted: Wanted) -> Iterator[Entry]:
    names = {row.id: row.name for row in session.execute(select(Group.id, Group.name))}
    for meeting in session.scalars(_chosen(Meeting, wanted)):
        label = tr("Möte {day}", day=meeting.day)
        if len(names) > 1:
            label = f"{label}, {names[meeting.group_id]}"
        yield Entry(meeting.id, label, f"{meeting.place} {meeting.reason}", f"meeting:{meeting.id}")


def _items(session: Session, wanted: Wanted) -> Iterator[Entry]:
    columns = (AgendaItem.id, AgendaItem.meeting_id, AgendaItem.heading, AgendaItem.notes, Meeting.day)
    chosen = _chosen(AgendaItem, wanted, *columns).join(Meeting, Meeting.id == AgendaItem.meeting_id)
    for row in session.execute(chosen):
        target = f"meeting:{row.meeting_id}/item:{row.id}"
        yield Entry(row.id, f"{row.heading} ({row.day})", prose.plain(row.notes), target)


def _papers(session: Session, wanted: Wanted) -> Iterator[Entry]:
    columns = (
        Attachment.id,
        Attachment.title,
        Attachment.file_name,
        Attachment.matter_id,
        Attachment.item_id,
    )
    chosen = _chosen(Attachment, wanted, *columns, AgendaItem.meeting_id)
    for row in session.execute(chosen.outerjoin(AgendaItem, AgendaItem.id == Attachment.item_id)):
        target = f"meeting:{row.meeting_id}/item:{row.item_id}" if row.item_id else f"matter:{row.matter_id}"
        yield Entry(row.id, tr("Bilaga {title}", title=row.title), row.file_name, target)


def _matters(session: Session, wanted: Wanted) -> Iterator[Entry]:
    for matter in session.scalars(_chosen(Matter, wanted)):
        yield Entry(
            matter.id, tr("Inkommet ärende {title}", title=matter.title), matter.text, f"matter:{matter.id}"
        )


def _decisions(session: Session, wanted: Wanted) -> Iterator[Entry]:
    for decision in session.scalars(_chosen(Decision, wanted)):
        body = " ".join([decision.text, decision.proposal, decision.responsible, *decision.distribution])
        label = tr("Beslut {number}", number=decision.number)
        yield Entry(decision.id, label, body, f"decision:{decision.id}")


def _commissions(session: Session, wanted: Wanted) -> Iterator[Entry]:
    for commission in session.scalars(_chosen(Commission, wanted)):
        label = tr("Uppdrag {number}", number=commission.number)
        body = f"{commission.title} {commission.how} {commission.responsible} {commission.background}"
        yield Entry(commission.id, label, body, f"commission:{commission.id}")


def _tasks(session: Session, wanted: Wanted) -> Iterator[Entry]:
    for task in session.scalars(_chosen(Task, wanted)):
        yield Entry(task.id, tr("Uppgift"), f"{task.text} {task.responsible}", f"task:{task.id}")


def _deviations(session: Session, wanted: Wanted) -> Iterator[Entry]:
    for deviation in session.scalars(_chosen(Deviation, wanted)):
        label = tr("Avvikelse {number}", number=deviation.number)
        body = f"{deviation.description} {deviation.arose_in} {deviation.handling}"
        yield Entry(deviation.id, label, body, f"deviation:{deviation.id}")


def _clauses(session: Session, wanted: Wanted) -> Iterator[Entry]:
    for clause in session.scalars(_chosen(Clause, wanted)):
        yield Entry(clause.id, f"{clause.reference} {clause.heading}", clause.text, f"clause:{clause.id}")


def _clauses_in_force(session: Session, today: date) -> Set[int]:
    agreements = session.scalars(select(Agreement.id)).all()
    in_force = [version_on(session, agreement_id, today).id for agreement_id in agreements]
    return set(session.scalars(select(Clause.id).where(Clause.version_id.in_(in_force))))


def _routines(session: Session, wanted: Wanted) -> Iterator[Entry]:
    for routine in session.scalars(_chosen(Routine, wanted)):
        kind = tr("Stödmaterial") if routine.kind is RoutineKind.SUPPORT_MATERIAL else tr("Rutin")
        steps = select(RoutineStep).where(RoutineStep.routine_id == routine.id)
        told = [f"{step.activity} {step.responsible}" for step in session.scalars(steps)]
        label = f"{kind} {routine.title}"
        yield Entry(routine.id, label, " ".join([routine.owner, *told]), f"routine:{routine.id}")


def _activities(session: Session, wanted: Wanted) -> Iterator[Entry]:
    for activity in session.scalars(_chosen(Activity, wanted)):
        label = tr("Aktivitet {day}", day=activity.day)
        yield Entry(activity.id, label, f"{activity.title} {activity.demand}", f"activity:{activity.id}")


def _related(session: Session, wanted: Wanted) -> Iterator[Entry]:
    for related in session.scalars(_chosen(RelatedAgreement, wanted)):
        body = f"{related.note} {related.parties} {related.level}"
        yield Entry(related.id, related.title, body, f"related_agreement:{related.id}")


def _board_matters(session: Session, wanted: Wanted) -> Iterator[Entry]:
    for matter in session.scalars(_chosen(BoardMatter, wanted)):
        noted = session.scalars(select(BoardReport).where(BoardReport.matter_id == matter.id))
        told = [f"{each.board} {each.paragraph} {each.text} {each.rider}" for each in noted]
        body = " ".join([matter.case_number, matter.statement, *matter.clauses, *told])
        label = tr("Nämndärende {title}", title=matter.title)
        yield Entry(matter.id, label, body, f"board_matter:{matter.id}")


def _strategies(session: Session, wanted: Wanted) -> Iterator[Entry]:
    for strategy in session.scalars(_chosen(Strategy, wanted)):
        label = tr("Strategi {title}", title=strategy.title)
        yield Entry(strategy.id, label, strategy.text, f"strategy:{strategy.id}")


def _planned_activities(session: Session, wanted: Wanted) -> Iterator[Entry]:
    chosen = _chosen(PlannedActivity, wanted, PlannedActivity, ActivityPlan.period)
    for planned, period in session.execute(
        chosen.join(ActivityPlan, ActivityPlan.id == PlannedActivity.plan_id)
    ):
        label = tr("Planerad aktivitet {period}", period=period)
        body = f"{planned.title} {planned.responsible}"
        yield Entry(planned.id, label, body, f"planned_activity:{planned.id}")


def _commitments(session: Session, wanted: Wanted) -> Iterator[Entry]:
    for commitment in session.scalars(_chosen(Commitment, wanted)):
        label = tr("Åtagande {title}", title=commitment.title)
        yield Entry(commitment.id, label, commitment.responsible, f"commitment:{commitment.id}")


def _expected_results(session: Session, wanted: Wanted) -> Iterator[Entry]:
    for result in session.scalars(_chosen(ExpectedResult, wanted)):
        label = tr("Förväntat resultat")
        yield Entry(result.id, label, f"{result.text} {result.board}", f"expected_result:{result.id}")


def _areas(session: Session, wanted: Wanted) -> Iterator[Entry]:
    for area in session.scalars(_chosen(Area, wanted)):
        yield Entry(area.id, tr("Område {name}", name=area.name), area.note, f"area:{area.id}")


def _schools(session: Session, wanted: Wanted) -> Iterator[Entry]:
    for school in session.scalars(_chosen(CoverageEntry, wanted)):
        yield Entry(school.id, school.name, form_name(school.form), f"coverage:{school.id}")


def _indicators(session: Session, wanted: Wanted) -> Iterator[Entry]:
    for indicator in session.scalars(_chosen(Indicator, wanted)):
        measured = session.scalars(select(Measurement.note).where(Measurement.indicator_id == indicator.id))
        body = " ".join([indicator.definition, indicator.source, *measured])
        label = tr("Indikator {name}", name=indicator.name)
        yield Entry(indicator.id, label, body, f"indicator:{indicator.id}")


def _seats(session: Session, wanted: Wanted) -> Iterator[Entry]:
    for seat in session.scalars(_chosen(Seat, wanted)):
        names = session.scalars(select(Holding.name).where(Holding.seat_id == seat.id).order_by(Holding.id))
        yield Entry(seat.id, seat.function, " ".join(names), f"seat:{seat.id}")


#: In the order in which they are shown.
SOURCES: Sequence[Source] = (
    Source(Meeting, _meetings, {Group: None}, newest_first=True),
    Source(AgendaItem, _items, {Meeting: AgendaItem.meeting_id}, newest_first=True),
    Source(Attachment, _papers, newest_first=True),
    Source(Matter, _matters, newest_first=True),
    Source(Decision, _decisions, newest_first=True),
    Source(Commission, _commissions, newest_first=True),
    Source(Task, _tasks, newest_first=True),
    Source(Deviation, _deviations, newest_first=True),
    Source(Clause, _clauses, standing=_clauses_in_force),
    Source(Routine, _routines, {RoutineStep: None}),
    Source(Activity, _activities, newest_first=True),
    Source(RelatedAgreement, _related),
    Source(BoardMatter, _board_matters, {BoardReport: None}, newest_first=True),
    Source(Strategy, _strategies),
    Source(PlannedActivity, _planned_activities, {ActivityPlan: None}, newest_first=True),
    Source(Commitment, _commitments),
    Source(ExpectedResult, _expected_results),
    Source(Area, _areas),
    Source(CoverageEntry, _schools),
    Source(Indicator, _indicators, {Measurement: None}),
    Source(Seat, _seats, {Holding: None}),
)
