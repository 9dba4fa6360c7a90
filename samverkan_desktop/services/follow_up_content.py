"""Gathering what the follow-up report of a working year says."""

from collections.abc import Sequence
from datetime import date

from sqlalchemy.orm import Session

from samverkan_desktop.documents.follow_up import (
    CommissionLine,
    Count,
    DecisionLine,
    DeviationLine,
    FindingLine,
    FollowUp,
    TaskLine,
)
from samverkan_desktop.models.agreement import Agreement
from samverkan_desktop.models.decision import Decision
from samverkan_desktop.models.follow_up import FollowUp as StoredFollowUp
from samverkan_desktop.periods import Period
from samverkan_desktop.rules import deviation_reports, escalation
from samverkan_desktop.rules.deviation_reports import per_operation
from samverkan_desktop.rules.wording import status_name
from samverkan_desktop.services import commission, decision, deviation, task
from samverkan_desktop.services.agreement import validity
from samverkan_desktop.services.check import Standing, by_obligation, findings_of_year
from samverkan_desktop.services.deviation import DeviationRow
from samverkan_desktop.services.facts import in_force
from samverkan_desktop.services.follow_up_groups import group_year, groups_of
from samverkan_desktop.services.follow_up_levels import levels
from samverkan_desktop.services.follow_up_plans import plans
from samverkan_desktop.services.follow_up_registers import registers
from samverkan_desktop.services.follow_up_summary import summary
from samverkan_desktop.services.organisation import bound_in
from samverkan_desktop.services.wording import year_words
from samverkan_desktop.services.year_wheel import wheel_of

#: An agreement, and one of its groups or None for every one.
_Own = tuple[int, int | None]


def gather(
    session: Session,
    agreement: Agreement,
    year: Period,
    stored: StoredFollowUp | None,
    today: date,
    group_id: int | None = None,
) -> FollowUp:
    """Return the follow-up of a working year.

    Args:
        session: where to read.
        agreement: the agreement.
        year: the working year.
        stored: what the group has judged itself; None where nothing is written.
        today: the day; findings are of that day, or of the year's last where it is over.
        group_id: only what concerns this group; every group where None.
    """
    groups = groups_of(session, agreement, year, group_id)
    own = (agreement.id, group_id)
    on = min(today, year.ends)
    deviations = [row for row in deviation.rows_in(session, *own) if row.reported_on in year]
    found = findings_of_year(session, agreement, year, today, group_id)
    content = FollowUp(
        organisation=agreement.municipality,
        parties=bound_in(session, agreement.id),
        agreement=agreement.title,
        validity=validity(agreement),
        purpose=agreement.purpose,
        group=groups[0].full_name if groups else "",
        year=year_words(year.label),
        issued=stored.approved_on if stored and stored.approved_on else today,
        summary=(),
        groups=tuple(group_year(session, agreement, group, year) for group in groups),
        decisions=_decisions(session, own, year),
        commissions=_commissions(session, own, year, on),
        deviations=tuple(_deviation_line(row) for row in deviations),
        deviations_by_unit=_by_unit(deviations),
        escalated=sum(d.escalated_on is not None for d in deviations),
        undocumented=stored.undocumented if stored else None,
        findings=tuple(_finding_line(standing) for standing in by_obligation(found)),
        judgement=tuple((stored.judgement if stored else "").splitlines()),
        improvements=tuple(stored.improvements) if stored else (),
        decision=_approving(session, stored),
        wheel=wheel_of(session, agreement.id, year, today, group_id),
        plans=plans(session, agreement, year, today),
        levels=levels(session, agreement, year, today),
        registers=registers(session, agreement, year, found, group_id),
        underreporting=tuple((stored.underreporting if stored else "").splitlines()),
        deviations_told=bool(deviations) or _asks_for_deviations(session, agreement, year),
        tasks=_tasks(session, own, year, on),
    )
    return summary(content, session, own, found)


def _approving(session: Session, stored: StoredFollowUp | None) -> str:
    if stored is None or stored.decision_id is None:
        return ""
    return session.get_one(Decision, stored.decision_id).number


def _decisions(session: Session, own: _Own, year: Period) -> tuple[DecisionLine, ...]:
    return tuple(
        DecisionLine(row.number, row.day, row.text, row.responsible)
        for row in decision.rows_in(session, *own, period=year.label)
    )


def _asks_for_deviations(session: Session, agreement: Agreement, year: Period) -> bool:
    """Say whether the agreement has its deviations reported or raised."""
    kinds = {each.kind for each in in_force(session, agreement.id, max(year.starts, agreement.starts))}
    return bool(kinds & {deviation_reports.KIND.name, escalation.KIND.name})


def _deviation_line(row: DeviationRow) -> DeviationLine:
    return DeviationLine(
        row.number, row.reported_on, row.reported_by, row.arose_in, row.description, row.outcome
    )


def _by_unit(rows: Sequence[DeviationRow]) -> tuple[Count, ...]:
    return tuple(Count(unit, number) for unit, number in per_operation(rows))


def _finding_line(standing: Standing) -> FindingLine:
    first = standing.findings[0]
    messages = dict.fromkeys(f.message for f in standing.findings)
    return FindingLine(
        standing.status.value, status_name(standing.status), first.clause, first.source, "\n".join(messages)
    )


def _commissions(session: Session, own: _Own, year: Period, on: date) -> tuple[CommissionLine, ...]:
    rows = commission.rows_in(session, on, *own)
    return tuple(
        CommissionLine(
            row.number,
            row.title,
            row.responsible.replace(";", ","),
            row.how,
            row.due,
            row.first_due,
            row.reported_on,
            row.outcome,
            row.due_words,
            row.first_words,
        )
        for row in rows
        if row.due is not None
        and row.given_on <= year.ends
        and (row.reported_on is None or row.reported_on >= year.starts)
    )


def _tasks(session: Session, own: _Own, year: Period, on: date) -> tuple[TaskLine, ...]:
    return tuple(
        TaskLine(row.text, row.responsible.replace(";", ","), row.when, row.outcome)
        for row in task.rows_in(session, on, *own)
        if row.noted_on <= year.ends and (row.done_on is None or row.done_on >= year.starts)
    )
