"""Gathering the facts that meetings leave: decisions, commissions, and the deviations raised."""

from collections import defaultdict
from collections.abc import Iterable
from datetime import date

from sqlalchemy import select
from sqlalchemy.orm import Session

from samverkan_desktop.models.commission import Commission, CommissionDue, CommissionReport
from samverkan_desktop.models.decision import Decision
from samverkan_desktop.models.deviation import Deviation
from samverkan_desktop.models.meeting import Meeting
from samverkan_desktop.rules.outcome_facts import (
    CommissionFact,
    DecisionFact,
    DeviationFact,
    DueFact,
)
from samverkan_desktop.vocabulary import ReportKind


def decisions(session: Session, groups: list[int]) -> tuple[DecisionFact, ...]:
    """Return the decisions of groups, on the days of their meetings."""
    found = session.execute(
        select(
            Decision.id,
            Decision.number,
            Decision.kind,
            Decision.meeting_id,
            Decision.item_id,
            Meeting.group_id,
            Meeting.day,
            Decision.text,
        )
        .join(Meeting, Meeting.id == Decision.meeting_id)
        .where(Meeting.group_id.in_(groups))
        .order_by(Meeting.day, Decision.sequence)
    )
    return tuple(DecisionFact(*row) for row in found)


def commissions(
    session: Session, groups: list[int], decided: dict[int, DecisionFact]
) -> tuple[CommissionFact, ...]:
    """Return the commissions of groups with every date decided for them."""
    dues: defaultdict[int, list[CommissionDue]] = defaultdict(list)
    given = select(Commission.id).where(Commission.group_id.in_(groups))
    chosen = select(CommissionDue).where(CommissionDue.commission_id.in_(given))
    for due in session.scalars(chosen.order_by(CommissionDue.id)):
        dues[due.commission_id].append(due)
    reports = session.execute(
        select(CommissionReport.commission_id, Meeting.day)
        .join(Meeting, Meeting.id == CommissionReport.meeting_id)
        .where(CommissionReport.kind == ReportKind.FINAL, CommissionReport.commission_id.in_(given))
        .order_by(Meeting.day)
    )
    reported = {report.commission_id: report.day for report in reports}
    return tuple(
        CommissionFact(
            id=commission.id,
            number=commission.number,
            title=commission.title,
            group_id=commission.group_id,
            given_on=decided[commission.decision_id].decided_on,
            how=commission.how,
            responsible=tuple(name.strip() for name in commission.responsible.split(";") if name.strip()),
            dues=_due_facts(dues[commission.id], decided),
            interim=tuple(due.due for due in dues[commission.id] if due.kind is ReportKind.INTERIM),
            reported_on=reported.get(commission.id),
            approved_on=_decided_on(commission.approval_decision_id, decided),
            work_group_id=commission.work_group_id,
        )
        for commission in session.scalars(
            select(Commission).where(Commission.group_id.in_(groups)).order_by(Commission.id)
        )
    )


def _due_facts(dues: Iterable[CommissionDue], decided: dict[int, DecisionFact]) -> tuple[DueFact, ...]:
    return tuple(
        DueFact(decided[due.decision_id].decided_on, due.due, due.decision_id, due.words)
        for due in dues
        if due.kind is ReportKind.FINAL
    )


def _decided_on(decision_id: int | None, decided: dict[int, DecisionFact]) -> date | None:
    return decided[decision_id].decided_on if decision_id is not None else None


def deviations(session: Session, agreement_id: int) -> tuple[DeviationFact, ...]:
    """Return the deviations of an agreement."""
    columns = select(
        Deviation.id, Deviation.number, Deviation.reported_on, Deviation.arose_in, Deviation.line_manager,
        Deviation.description, Deviation.handled_on, Deviation.escalated_on, Deviation.ground,
        Deviation.group_id, Deviation.reported_by,
    )  # fmt: skip
    found = session.execute(
        columns.where(Deviation.agreement_id == agreement_id).order_by(Deviation.sequence)
    )
    return tuple(DeviationFact(*tuple(row)) for row in found)
