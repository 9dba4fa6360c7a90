"""Gathering what the follow-up report of a working year says."""

from collections.abc import Sequence
from datetime import date

from sqlalchemy import select
from sqlalchemy.orm import Session

from samverkan_desktop.documents.follow_up import (
    CommissionLine,
    Count,
    DecisionLine,
    DeviationLine,
    FindingLine,
    FollowUp,
    MeetingLine,
)
from samverkan_desktop.i18n import tr
from samverkan_desktop.models.agreement import Agreement
from samverkan_desktop.models.decision import Decision
from samverkan_desktop.models.follow_up import FollowUp as StoredFollowUp
from samverkan_desktop.models.group import Group, RoleTerm, Seat
from samverkan_desktop.models.organisation import Party
from samverkan_desktop.periods import Period
from samverkan_desktop.rules import deviation_reports, escalation
from samverkan_desktop.rules.deviation_reports import per_operation
from samverkan_desktop.rules.wording import role_name, status_name
from samverkan_desktop.services import commission, decision, deviation, meeting
from samverkan_desktop.services.agreement import validity
from samverkan_desktop.services.attendance_summary import attendance_lines, presence
from samverkan_desktop.services.check import Standing, by_obligation, findings_of_year
from samverkan_desktop.services.deviation import DeviationRow
from samverkan_desktop.services.facts import in_force
from samverkan_desktop.services.fixed_role import fixed_roles
from samverkan_desktop.services.follow_up_levels import levels
from samverkan_desktop.services.follow_up_plans import plans
from samverkan_desktop.services.follow_up_registers import registers
from samverkan_desktop.services.follow_up_summary import summary
from samverkan_desktop.services.meeting import MeetingRow
from samverkan_desktop.services.wording import initiative, year_words
from samverkan_desktop.services.year_plan import required
from samverkan_desktop.services.year_wheel import wheel_of
from samverkan_desktop.vocabulary import MeetingKind, MeetingStatus

_HELD = (MeetingStatus.HELD, MeetingStatus.FINISHED, MeetingStatus.SENT)


def gather(
    session: Session, agreement: Agreement, year: Period, stored: StoredFollowUp | None, today: date
) -> FollowUp:
    """Return the follow-up of a working year.

    Args:
        session: where to read.
        agreement: the agreement.
        year: the working year.
        stored: what the group has judged itself; None where nothing is written.
        today: the day; findings are of that day, or of the year's last where it is over.
    """
    group = _main_group(session, agreement)
    on = min(today, year.ends)
    rows = [
        row
        for row in meeting.rows_in(session, agreement.id, group.id)
        if row.day in year and row.status is not MeetingStatus.CANCELLED
    ]
    held = [row for row in rows if row.status in _HELD]
    deviations = [row for row in deviation.rows_in(session, agreement.id) if row.reported_on in year]
    found = findings_of_year(session, agreement, year, today)
    content = FollowUp(
        organisation=agreement.municipality,
        parties=_parties(session, agreement),
        agreement=agreement.title,
        validity=validity(agreement),
        purpose=agreement.purpose,
        group=group.full_name,
        year=year_words(year.label),
        issued=stored.approved_on if stored and stored.approved_on else today,
        summary=(),
        required=required(session, group.id, year),
        held=sum(row.kind is MeetingKind.ORDINARY for row in held),
        extra=sum(row.kind is MeetingKind.EXTRA for row in held),
        meetings=tuple(_meeting_line(session, row) for row in rows),
        attendance=attendance_lines(session, group.id, rows),
        roles=_roles(session, group.id, year),
        decisions=_decisions(session, agreement, year),
        commissions=_commissions(session, agreement, year, on),
        deviations=tuple(_deviation_line(row) for row in deviations),
        deviations_by_unit=_by_unit(deviations),
        escalated=sum(d.escalated_on is not None for d in deviations),
        undocumented=stored.undocumented if stored else None,
        findings=tuple(_finding_line(standing) for standing in by_obligation(found)),
        judgement=tuple((stored.judgement if stored else "").splitlines()),
        improvements=tuple(stored.improvements) if stored else (),
        decision=_approving(session, stored),
        wheel=wheel_of(session, agreement.id, year, today),
        plans=plans(session, agreement, year, today),
        levels=levels(session, agreement, year, today),
        registers=registers(session, agreement, year, found),
        underreporting=tuple((stored.underreporting if stored else "").splitlines()),
        deviations_told=bool(deviations) or _asks_for_deviations(session, agreement, year),
    )
    return summary(content, session, agreement.id, found)


def _main_group(session: Session, agreement: Agreement) -> Group:
    chosen = select(Group).where(Group.agreement_id == agreement.id, Group.parent_id.is_(None))
    return session.scalars(chosen.order_by(Group.id).limit(1)).one()


def _parties(session: Session, agreement: Agreement) -> tuple[str, ...]:
    own = Party.agreement_id == agreement.id
    return tuple(session.scalars(select(Party.name).where(own).order_by(Party.position)))


def _approving(session: Session, stored: StoredFollowUp | None) -> str:
    if stored is None or stored.decision_id is None:
        return ""
    return session.get_one(Decision, stored.decision_id).number


def _decisions(session: Session, agreement: Agreement, year: Period) -> tuple[DecisionLine, ...]:
    return tuple(
        DecisionLine(row.number, row.day, row.text, row.responsible)
        for row in decision.rows_in(session, agreement.id)
        if row.day in year
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


def _meeting_line(session: Session, row: MeetingRow) -> MeetingLine:
    extra = row.kind is MeetingKind.EXTRA
    kind = tr("extra") if extra else tr("ordinarie")
    if row.last:
        kind = tr("ordinarie (sista, uppföljning)")
    held = row.status in _HELD
    present, called = presence(session, row.id)
    sent = row.minutes_sent_on
    return MeetingLine(
        number=tr("Extra") if extra else str(row.number),
        day=row.day,
        kind=kind,
        state=tr("hållet") if held else tr("planerat"),
        present=present if held else None,
        called=called,
        call_sent=row.called_on,
        minutes_sent=sent,
        minutes_days=(sent - row.day).days if sent else None,
        remark=initiative(row),
    )


def _roles(session: Session, group_id: int, year: Period) -> tuple[str, ...]:
    found = session.execute(
        select(RoleTerm, Seat.function, Party.name)
        .join(Seat, Seat.id == RoleTerm.seat_id)
        .join(Party, Party.id == Seat.party_id)
        .where(
            RoleTerm.group_id == group_id,
            RoleTerm.since <= year.ends,
            (RoleTerm.until.is_(None)) | (RoleTerm.until >= year.starts),
        )
        .order_by(RoleTerm.role, RoleTerm.since)
    )
    fixed = tuple(
        tr(
            "{role}: {function} ({party}), enligt {clause}",
            role=role_name(each.role).capitalize(),
            function=each.function,
            party=each.party,
            clause=each.clause,
        )
        for each in fixed_roles(session, group_id)
        if each.since <= year.ends and (each.until is None or each.until >= year.starts)
    )
    return fixed + tuple(
        tr(
            "{role}: {function} ({party})",
            role=role_name(term.role).capitalize(),
            function=function,
            party=party,
        )
        for term, function, party in found
    )


def _commissions(
    session: Session, agreement: Agreement, year: Period, on: date
) -> tuple[CommissionLine, ...]:
    rows = commission.rows_in(session, on, agreement.id)
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
        )
        for row in rows
        if row.due is not None
        and row.given_on <= year.ends
        and (row.reported_on is None or row.reported_on >= year.starts)
    )
