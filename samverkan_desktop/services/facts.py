"""Gathering an agreement's facts and obligations from the archive, for the rules to judge.

Columns are read rather than objects: a check runs after every change, and rows are enough.
"""

from sqlalchemy import select
from sqlalchemy.orm import Session

from samverkan_desktop.models.agreement import Agreement, Clause, StoredObligation
from samverkan_desktop.models.board_report import BoardReport
from samverkan_desktop.models.follow_up import FollowUp
from samverkan_desktop.models.group import Group, Holding, RoleTerm, Seat
from samverkan_desktop.models.organisation import Party
from samverkan_desktop.models.year_plan import YearPlan
from samverkan_desktop.rules.facts import (
    AgreementFact,
    BoardReportFact,
    Facts,
    FollowUpFact,
    GroupFact,
    HoldingFact,
    PartyFact,
    PlanFact,
    RoleFact,
    SeatFact,
)
from samverkan_desktop.rules.obligation import Obligation
from samverkan_desktop.services import facts_of_meetings, facts_of_outcomes
from samverkan_desktop.services.agreement import calendar_of
from samverkan_desktop.vocabulary import (
    PlanStatus,
)


def obligations(session: Session, agreement_id: int) -> list[Obligation]:
    """Return what an agreement demands."""
    found = session.execute(
        select(StoredObligation, Clause.reference, Clause.text)
        .join(Clause, Clause.id == StoredObligation.clause_id)
        .where(StoredObligation.agreement_id == agreement_id)
        .order_by(StoredObligation.position)
    )
    return [
        Obligation(
            stored.id, stored.kind, reference, text, stored.parameters, stored.group_key, stored.group_kind
        )
        for stored, reference, text in found
    ]


def gather(session: Session, agreement: Agreement) -> Facts:
    """Return all that is known of an agreement."""
    calendar = calendar_of(agreement)
    groups = _groups(session, agreement.id)
    own = [group.id for group in groups]
    meetings = facts_of_meetings.meetings(session, own, calendar)
    meeting_ids = {meeting.id for meeting in meetings}
    decisions = facts_of_outcomes.decisions(session, own)
    decided = {decision.id: decision for decision in decisions}
    return Facts(
        agreement=AgreementFact(
            agreement.id,
            agreement.title,
            agreement.starts,
            agreement.ends,
            calendar,
            agreement.evaluation_begun_on,
            agreement.evaluated_on,
        ),
        parties=tuple(
            PartyFact(*row)
            for row in session.execute(
                select(Party.id, Party.key, Party.name)
                .where(Party.agreement_id == agreement.id)
                .order_by(Party.position)
            )
        ),
        groups=groups,
        seats=_seats(session, own),
        holdings=_holdings(session, own),
        roles=_roles(session, own),
        plans=_plans(session, own),
        meetings=meetings,
        items=facts_of_meetings.items(session, meeting_ids),
        attendances=facts_of_meetings.attendances(session, meeting_ids),
        decisions=decisions,
        commissions=facts_of_outcomes.commissions(session, own, decided),
        deviations=facts_of_outcomes.deviations(session, agreement.id),
        follow_ups=tuple(
            FollowUpFact(*row)
            for row in session.execute(
                select(FollowUp.id, FollowUp.period, FollowUp.approved_on, FollowUp.meeting_id).where(
                    FollowUp.agreement_id == agreement.id
                )
            )
        ),
        board_reports=tuple(
            BoardReportFact(*row)
            for row in session.execute(
                select(
                    BoardReport.id,
                    BoardReport.board,
                    BoardReport.subject,
                    BoardReport.period,
                    BoardReport.reported_on,
                ).where(BoardReport.agreement_id == agreement.id)
            )
        ),
    )


def _groups(session: Session, agreement_id: int) -> tuple[GroupFact, ...]:
    columns = select(
        Group.id, Group.key, Group.name, Group.kind, Group.parent_id, Group.created_on,
        Group.decision_id, Group.need, Group.closed_on,
    )  # fmt: skip
    return tuple(
        GroupFact(*row)
        for row in session.execute(columns.where(Group.agreement_id == agreement_id).order_by(Group.id))
    )


def _seats(session: Session, groups: list[int]) -> tuple[SeatFact, ...]:
    columns = select(
        Seat.id, Seat.group_id, Seat.party_id, Seat.function, Seat.attendance, Seat.since, Seat.until
    )
    found = session.execute(columns.where(Seat.group_id.in_(groups)).order_by(Seat.group_id, Seat.position))
    return tuple(SeatFact(*row) for row in found)


def _holdings(session: Session, groups: list[int]) -> tuple[HoldingFact, ...]:
    columns = select(Holding.id, Holding.seat_id, Holding.state, Holding.since, Holding.until)
    found = columns.join(Seat, Seat.id == Holding.seat_id).where(Seat.group_id.in_(groups))
    return tuple(HoldingFact(*row) for row in session.execute(found.order_by(Holding.since, Holding.id)))


def _roles(session: Session, groups: list[int]) -> tuple[RoleFact, ...]:
    columns = select(
        RoleTerm.id, RoleTerm.group_id, RoleTerm.role, RoleTerm.seat_id, RoleTerm.since, RoleTerm.until,
        RoleTerm.decided_on,
    )  # fmt: skip
    found = session.execute(columns.where(RoleTerm.group_id.in_(groups)).order_by(RoleTerm.since))
    return tuple(RoleFact(*row) for row in found)


def _plans(session: Session, groups: list[int]) -> tuple[PlanFact, ...]:
    return tuple(
        PlanFact(
            plan.id,
            plan.group_id,
            plan.period,
            plan.drafted_on,
            plan.decided_on if plan.status is PlanStatus.DECIDED else None,
            plan.meeting_id,
        )
        for plan in session.scalars(select(YearPlan).where(YearPlan.group_id.in_(groups)))
    )
