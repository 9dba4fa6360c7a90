"""Gathering an agreement's facts and obligations from the archive, for the rules to judge.

Columns are read rather than objects: a check runs after every change, and rows are enough.
"""

from collections import defaultdict
from datetime import date, timedelta

from sqlalchemy import select
from sqlalchemy.orm import Session

from samverkan_desktop.models.agreement import (
    Agreement,
    AgreementEvent,
    AgreementVersion,
    Clause,
    StoredObligation,
)
from samverkan_desktop.models.follow_up import FollowUp
from samverkan_desktop.models.group import Group, GroupSuperior, Holding, RoleTerm, Seat
from samverkan_desktop.models.organisation import Party
from samverkan_desktop.models.year_plan import YearPlan
from samverkan_desktop.register_vocabulary import AgreementChange
from samverkan_desktop.rules.agreement_facts import AgreementFact, EarlierTermFact
from samverkan_desktop.rules.facts import (
    Facts,
    GroupFact,
    HoldingFact,
    PartyFact,
    PlanFact,
    RoleFact,
    SeatFact,
)
from samverkan_desktop.rules.obligation import Obligation
from samverkan_desktop.rules.outcome_facts import (
    FollowUpFact,
)
from samverkan_desktop.services import facts_of_meetings, facts_of_outcomes, facts_of_registers
from samverkan_desktop.services.agreement import calendar_of, last_day
from samverkan_desktop.vocabulary import PlanStatus
from samverkan_desktop.words import words_of


def obligations(session: Session, agreement_id: int) -> list[Obligation]:
    """Return what an agreement demands, in every version of it, each for the time it is in force."""
    spans = _spans(session, agreement_id)
    found = session.execute(
        select(StoredObligation, Clause.reference, Clause.text, Clause.version_id)
        .join(Clause, Clause.id == StoredObligation.clause_id)
        .where(StoredObligation.agreement_id == agreement_id)
        .order_by(Clause.version_id, StoredObligation.position)
    )
    return [
        Obligation(
            stored.id, stored.kind, reference, text, stored.parameters, stored.group_key, stored.group_kind,
            stored.grade, *spans[version_id],
        )
        for stored, reference, text, version_id in found
    ]  # fmt: skip


def _spans(session: Session, agreement_id: int) -> dict[int, tuple[date | None, date | None]]:
    """Return the first and last day of each version; None where it has no other before or after it."""
    chosen = select(AgreementVersion).where(AgreementVersion.agreement_id == agreement_id)
    versions = session.scalars(chosen.order_by(AgreementVersion.since, AgreementVersion.number)).all()
    ends = [each.since - timedelta(days=1) for each in versions[1:]]
    return {
        version.id: (version.since if place else None, ends[place] if place < len(ends) else None)
        for place, version in enumerate(versions)
    }


def in_force(session: Session, agreement_id: int, day: date) -> list[Obligation]:
    """Return what the version of an agreement that is in force on a day demands."""
    return [each for each in obligations(session, agreement_id) if each.covers(day)]


def demanded_of(session: Session, group: Group, day: date) -> list[Obligation]:
    """Return what the version of the agreement that is in force on a day demands of a group."""
    return [
        each for each in in_force(session, group.agreement_id, day) if each.concerns(group.key, group.kind)
    ]


def groups_demanded(session: Session, agreement_id: int, kind: str, day: date) -> frozenset[int]:
    """Return the groups of which the version of an agreement in force on a day demands a kind of thing."""
    asked = [each for each in in_force(session, agreement_id, day) if each.kind == kind]
    groups = session.execute(
        select(Group.id, Group.key, Group.kind).where(Group.agreement_id == agreement_id)
    )
    return frozenset(
        group.id for group in groups if any(each.concerns(group.key, group.kind) for each in asked)
    )


def gather(session: Session, agreement: Agreement) -> Facts:
    """Return all that is known of an agreement."""
    calendar = calendar_of(agreement)
    groups = _groups(session, agreement.id)
    own = [group.id for group in groups]
    meetings = facts_of_meetings.meetings(session, own, calendar)
    decisions = facts_of_outcomes.decisions(session, own)
    decided = {decision.id: decision for decision in decisions}
    return Facts(
        agreement=AgreementFact(
            agreement.id,
            agreement.title,
            agreement.starts,
            last_day(agreement),
            calendar,
            agreement.evaluation_begun_on,
            agreement.evaluated_on,
            agreement.signed_on,
            words_of(agreement.kind, agreement.words).own,
            _earlier_terms(session, agreement),
        ),
        parties=tuple(
            PartyFact(*row)
            for row in session.execute(
                select(Party.id, Party.key, Party.name, Party.kind, Party.signs)
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
        items=facts_of_meetings.items(session, own),
        attendances=facts_of_meetings.attendances(session, own),
        decisions=decisions,
        commissions=facts_of_outcomes.commissions(session, own, decided),
        deviations=facts_of_outcomes.deviations(session, agreement.id),
        follow_ups=_follow_ups(session, agreement.id),
        **facts_of_registers.registers(session, agreement.id, own, decided),
    )


def _follow_ups(session: Session, agreement_id: int) -> tuple[FollowUpFact, ...]:
    columns = select(
        FollowUp.id, FollowUp.period, FollowUp.approved_on, FollowUp.meeting_id, FollowUp.undocumented,
        FollowUp.underreporting,
    )  # fmt: skip
    found = session.execute(columns.where(FollowUp.agreement_id == agreement_id))
    return tuple(FollowUpFact(*row) for row in found)


def _earlier_terms(session: Session, agreement: Agreement) -> tuple[EarlierTermFact, ...]:
    """Return the terms an agreement had before it was prolonged or ended, oldest first."""
    chosen = select(AgreementEvent).where(
        AgreementEvent.agreement_id == agreement.id,
        AgreementEvent.kind.in_([AgreementChange.PROLONGED, AgreementChange.ENDED]),
    )
    begun, evaluated = agreement.evaluation_begun_on, agreement.evaluated_on
    terms: list[EarlierTermFact] = []
    for event in session.scalars(chosen.order_by(AgreementEvent.day.desc(), AgreementEvent.id.desc())):
        if event.kind is AgreementChange.PROLONGED:
            begun, evaluated = event.evaluation_begun_on, event.evaluated_on
        terms.insert(0, EarlierTermFact(event.day, event.ends_before, begun, evaluated))
    return tuple(terms)


def _groups(session: Session, agreement_id: int) -> tuple[GroupFact, ...]:
    superiors: defaultdict[int, list[int]] = defaultdict(list)
    for each in session.scalars(select(GroupSuperior).order_by(GroupSuperior.id)):
        superiors[each.group_id].append(each.superior_id)
    columns = select(
        Group.id, Group.key, Group.name, Group.kind, Group.parent_id, Group.created_on,
        Group.decision_id, Group.need, Group.closed_on,
    )  # fmt: skip
    return tuple(
        GroupFact(*row, superior_ids=tuple(superiors[row.id]))
        for row in session.execute(columns.where(Group.agreement_id == agreement_id).order_by(Group.id))
    )


def _seats(session: Session, groups: list[int]) -> tuple[SeatFact, ...]:
    columns = select(
        Seat.id, Seat.group_id, Seat.party_id, Seat.function, Seat.attendance, Seat.since, Seat.until,
        Seat.grade, Seat.collective, Seat.size, Seat.deputy_for_id, Seat.key,
    )  # fmt: skip
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
