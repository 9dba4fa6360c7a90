"""Gathering the facts that the registers beside the meetings hold."""

from collections import defaultdict
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from samverkan_desktop.models.activity import Activity, ActivityPlan, PlannedActivity, Strategy
from samverkan_desktop.models.agenda import AgendaItem
from samverkan_desktop.models.agreement import RenegotiationRequest
from samverkan_desktop.models.board_report import BoardMatter, BoardReport
from samverkan_desktop.models.commitment import Commitment, ExpectedResult
from samverkan_desktop.models.coverage import CoverageEntry
from samverkan_desktop.models.direction import Direction, LevelReport
from samverkan_desktop.models.indicator import Indicator, Measurement
from samverkan_desktop.models.meeting import Meeting
from samverkan_desktop.models.official_report import OfficialReport, OfficialReportVariant
from samverkan_desktop.models.organisation import Area, Party, Unit
from samverkan_desktop.models.routine import Dissemination, Routine
from samverkan_desktop.rules.outcome_facts import (
    DecisionFact,
)
from samverkan_desktop.rules.register_facts import (
    ActivityFact,
    ActivityPlanFact,
    AreaFact,
    BoardMatterFact,
    BoardReportFact,
    CommitmentFact,
    CoverageFact,
    DirectionFact,
    ExpectedResultFact,
    IndicatorFact,
    KnownFact,
    LevelReportFact,
    MeasurementFact,
    PlannedActivityFact,
    RenegotiationFact,
    RoutineFact,
    StrategyFact,
    UnitFact,
)
from samverkan_desktop.vocabulary import MeetingStatus


def registers(
    session: Session, agreement_id: int, groups: list[int], decided: dict[int, DecisionFact]
) -> dict[str, Any]:
    """Return what `Facts` is to hold of each register of an agreement.

    Args:
        session: where to read.
        agreement_id: the agreement.
        groups: its groups.
        decided: the decisions of its groups, by identity.
    """
    return {
        "units": _units(session, agreement_id),
        "areas": _areas(session, agreement_id),
        "routines": _routines(session, agreement_id, decided),
        "activities": _activities(session, agreement_id),
        "strategies": _strategies(session, agreement_id),
        "activity_plans": _activity_plans(session, groups),
        "commitments": _commitments(session, agreement_id),
        "expected_results": _expected_results(session, agreement_id),
        "indicators": _indicators(session, agreement_id),
        "coverage": _coverage(session, agreement_id),
        "directions": _directions(session, groups),
        "level_reports": _level_reports(session, groups),
        "board_matters": board_matters(session, agreement_id),
        "renegotiations": _renegotiations(session, agreement_id),
    }


def _units(session: Session, agreement_id: int) -> tuple[UnitFact, ...]:
    chosen = select(Unit.id, Unit.party_id, Unit.name).join(Party, Party.id == Unit.party_id)
    found = session.execute(chosen.where(Party.agreement_id == agreement_id).order_by(Unit.id))
    return tuple(UnitFact(*row) for row in found)


def _areas(session: Session, agreement_id: int) -> tuple[AreaFact, ...]:
    columns = select(
        Area.id, Area.kind, Area.key, Area.name, Area.documented, Area.policy, Area.since, Area.until
    )
    found = session.execute(columns.where(Area.agreement_id == agreement_id).order_by(Area.position))
    return tuple(AreaFact(*row) for row in found)


def _routines(
    session: Session, agreement_id: int, decided: dict[int, DecisionFact]
) -> tuple[RoutineFact, ...]:
    known: defaultdict[int, list[KnownFact]] = defaultdict(list)
    for each in session.scalars(select(Dissemination).order_by(Dissemination.id)):
        known[each.routine_id].append(KnownFact(each.unit_id, each.made_known_on))
    chosen = select(Routine).where(Routine.agreement_id == agreement_id).order_by(Routine.id)
    return tuple(
        RoutineFact(
            id=routine.id,
            kind=routine.kind,
            title=routine.title,
            number=routine.number,
            decided_on=decided[routine.decision_id].decided_on if routine.decision_id in decided else None,
            due=routine.due,
            due_words=routine.due_words,
            presented_on=routine.presented_on,
            updated_on=routine.updated_on,
            review_by=routine.review_by,
            reviewed_on=routine.reviewed_on,
            known_by=routine.known_by,
            made_known_on=routine.made_known_on,
            known=tuple(known[routine.id]),
            withdrawn_on=routine.withdrawn_on,
        )
        for routine in session.scalars(chosen)
    )


def _activities(session: Session, agreement_id: int) -> tuple[ActivityFact, ...]:
    columns = select(Activity.id, Activity.title, Activity.day, Activity.held, Activity.demand)
    found = session.execute(columns.where(Activity.agreement_id == agreement_id).order_by(Activity.day))
    return tuple(ActivityFact(*row) for row in found)


def _strategies(session: Session, agreement_id: int) -> tuple[StrategyFact, ...]:
    columns = select(Strategy.id, Strategy.title).where(Strategy.agreement_id == agreement_id)
    return tuple(StrategyFact(*row) for row in session.execute(columns.order_by(Strategy.position)))


def _activity_plans(session: Session, groups: list[int]) -> tuple[ActivityPlanFact, ...]:
    activities: defaultdict[int, list[PlannedActivityFact]] = defaultdict(list)
    for each in session.scalars(select(PlannedActivity).order_by(PlannedActivity.position)):
        fact = PlannedActivityFact(each.id, each.title, each.strategy_id, each.due, each.done_on)
        activities[each.plan_id].append(fact)
    chosen = select(ActivityPlan).where(ActivityPlan.group_id.in_(groups)).order_by(ActivityPlan.period)
    return tuple(
        ActivityPlanFact(plan.id, plan.group_id, plan.period, plan.adopted_on, tuple(activities[plan.id]))
        for plan in session.scalars(chosen)
    )


def _commitments(session: Session, agreement_id: int) -> tuple[CommitmentFact, ...]:
    columns = select(
        Commitment.id, Commitment.title, Commitment.due, Commitment.carried_out_on,
        Commitment.followed_up_on, Commitment.analysed_on, Commitment.acted_on,
    )  # fmt: skip
    chosen = columns.where(Commitment.agreement_id == agreement_id).order_by(Commitment.position)
    return tuple(CommitmentFact(*row) for row in session.execute(chosen))


def _expected_results(session: Session, agreement_id: int) -> tuple[ExpectedResultFact, ...]:
    columns = select(ExpectedResult.id, ExpectedResult.horizon, ExpectedResult.text, ExpectedResult.stated_on)
    chosen = columns.where(ExpectedResult.agreement_id == agreement_id).order_by(ExpectedResult.position)
    return tuple(ExpectedResultFact(*row) for row in session.execute(chosen))


def _indicators(session: Session, agreement_id: int) -> tuple[IndicatorFact, ...]:
    values: defaultdict[int, list[MeasurementFact]] = defaultdict(list)
    for each in session.scalars(select(Measurement).order_by(Measurement.period, Measurement.id)):
        values[each.indicator_id].append(MeasurementFact(each.period, each.value, each.measured_on))
    chosen = select(Indicator).where(Indicator.agreement_id == agreement_id).order_by(Indicator.position)
    return tuple(
        IndicatorFact(
            each.id, each.name, each.unit, each.target, each.on_trial, each.since, each.until,
            tuple(values[each.id]),
        )
        for each in session.scalars(chosen)
    )  # fmt: skip


def _coverage(session: Session, agreement_id: int) -> tuple[CoverageFact, ...]:
    columns = select(
        CoverageEntry.id, CoverageEntry.name, CoverageEntry.form, CoverageEntry.organiser,
        CoverageEntry.area_id, CoverageEntry.agreed_on, CoverageEntry.until,
    )  # fmt: skip
    chosen = columns.where(CoverageEntry.agreement_id == agreement_id).order_by(CoverageEntry.id)
    return tuple(CoverageFact(*row) for row in session.execute(chosen))


def _directions(session: Session, groups: list[int]) -> tuple[DirectionFact, ...]:
    on_agenda = (
        select(AgendaItem.matter_id, Meeting.id)
        .join(Meeting, Meeting.id == AgendaItem.meeting_id)
        .where(AgendaItem.matter_id.is_not(None), Meeting.status != MeetingStatus.CANCELLED)
    )
    rows = session.execute(on_agenda.order_by(Meeting.day.desc()))
    taken = {matter_id or 0: meeting_id for matter_id, meeting_id in rows}
    chosen = select(Direction).where(Direction.group_id.in_(groups)).order_by(Direction.given_on)
    return tuple(
        DirectionFact(
            each.id, each.superior_id, each.group_id, each.given_on, each.text, taken.get(each.matter_id or 0)
        )
        for each in session.scalars(chosen)
    )


def _level_reports(session: Session, groups: list[int]) -> tuple[LevelReportFact, ...]:
    columns = select(
        LevelReport.id, LevelReport.group_id, LevelReport.superior_id, LevelReport.reported_on,
        LevelReport.meeting_id, LevelReport.text,
    )  # fmt: skip
    chosen = columns.where(LevelReport.group_id.in_(groups)).order_by(LevelReport.reported_on)
    return tuple(LevelReportFact(*row) for row in session.execute(chosen))


def board_matters(session: Session, agreement_id: int) -> tuple[BoardMatterFact, ...]:
    """Return an agreement's matters for boards, with what each instance has done, oldest first."""
    chosen = select(BoardMatter).where(BoardMatter.agreement_id == agreement_id)
    matters = session.scalars(chosen.order_by(BoardMatter.opened_on, BoardMatter.id)).all()
    own = select(BoardReport).join(BoardMatter, BoardMatter.id == BoardReport.matter_id)
    reports: defaultdict[int, list[BoardReport]] = defaultdict(list)
    found = own.where(BoardMatter.agreement_id == agreement_id).order_by(BoardReport.id)
    for report in session.scalars(found):
        reports[report.matter_id].append(report)
    letters = _letters(session, agreement_id)
    return tuple(_board_matter(matter, reports[matter.id], letters[matter.id]) for matter in matters)


def _letters(session: Session, agreement_id: int) -> defaultdict[int, list[str]]:
    """Return what is written in the letters to boards, by matter."""
    said: defaultdict[int, list[str]] = defaultdict(list)
    for model in (OfficialReport, OfficialReportVariant):
        chosen = select(model).join(BoardMatter, BoardMatter.id == model.board_matter_id)
        for letter in session.scalars(chosen.where(BoardMatter.agreement_id == agreement_id)):
            told = {column.key: getattr(letter, column.key) for column in model.__table__.columns}
            texts = [value for value in told.values() if isinstance(value, str)]
            lists = [value for value in told.values() if isinstance(value, list)]
            said[told["board_matter_id"]] += [*texts, *(line for value in lists for line in value)]
    return said


def _board_matter(matter: BoardMatter, reports: list[BoardReport], letter: list[str]) -> BoardMatterFact:
    said = [text for each in reports for text in (each.text, each.rider, each.delegation)]
    said += letter
    own = (matter.statement, matter.answers, matter.negotiated_with, matter.signing_by)
    listed = (*matter.clauses, *matter.enclosures, *matter.earlier, *matter.distribution)
    return BoardMatterFact(
        matter.id, matter.subject, matter.title, matter.period, matter.opened_on, len(matter.clauses),
        matter.negotiated_on, matter.planning_meeting_id, matter.meeting_id,
        tuple(_board_report(each, matter) for each in reports), matter.negotiation,
        len(matter.distribution), matter.decision_id,
        tuple(text for text in (*own, *listed, *said) if text),
    )  # fmt: skip


def _board_report(report: BoardReport, matter: BoardMatter) -> BoardReportFact:
    return BoardReportFact(
        report.id, report.board, matter.subject, matter.period, report.reported_on, report.instance,
        report.clause, report.outcome, report.distributed_on, matter.id, report.paragraph, report.rider,
        report.attested_on,
    )  # fmt: skip


def _renegotiations(session: Session, agreement_id: int) -> tuple[RenegotiationFact, ...]:
    columns = select(
        RenegotiationRequest.id, RenegotiationRequest.party_id, RenegotiationRequest.requested_on,
        RenegotiationRequest.reason, RenegotiationRequest.closed_on, RenegotiationRequest.outcome,
    )  # fmt: skip
    chosen = columns.where(RenegotiationRequest.agreement_id == agreement_id)
    return tuple(RenegotiationFact(*row) for row in session.execute(chosen))
