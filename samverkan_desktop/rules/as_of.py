"""Looking back: the facts as they were known at the end of an earlier day."""

from collections.abc import Collection
from dataclasses import replace
from datetime import date
from typing import TypeVar

from samverkan_desktop.rules.agreement_facts import AgreementFact
from samverkan_desktop.rules.facts import AttendanceFact, Facts, ItemFact, MeetingFact, PlanFact
from samverkan_desktop.rules.outcome_facts import (
    CommissionFact,
    DeviationFact,
)
from samverkan_desktop.rules.registers_as_of import registers_as_of

T = TypeVar("T", ItemFact, AttendanceFact)


def _known(day: date | None, on: date) -> date | None:
    return day if day is not None and day <= on else None


def _agreement(agreement: AgreementFact, on: date) -> AgreementFact:
    """Return the agreement with the term that it had then."""
    then = next((term for term in agreement.earlier_terms if term.changed_on > on), None)
    own = then or agreement
    return replace(
        agreement,
        ends=own.ends,
        evaluation_begun_on=_known(own.evaluation_begun_on, on),
        evaluated_on=_known(own.evaluated_on, on),
        signed_on=_known(agreement.signed_on, on),
        earlier_terms=tuple(term for term in agreement.earlier_terms if term.changed_on <= on),
    )


def _plan(plan: PlanFact, on: date) -> PlanFact:
    decided = _known(plan.decided_on, on)
    if decided == plan.decided_on:
        return plan
    return replace(
        plan, decided_on=decided, decided_at_meeting_id=plan.decided_at_meeting_id if decided else None
    )


def _meeting(meeting: MeetingFact, on: date) -> MeetingFact:
    if (
        (meeting.held or meeting.called_on)
        and not (meeting.held and meeting.day > on)
        and not (meeting.called_on and meeting.called_on > on)
        and not (meeting.minutes_finished_on and meeting.minutes_finished_on > on)
        and not (meeting.minutes_sent_on and meeting.minutes_sent_on > on)
    ):
        return meeting  # most meetings lie in the past, and are as they were
    called = _known(meeting.called_on, on)
    held = meeting.held and meeting.day <= on
    return replace(
        meeting,
        called_on=called,
        called_seat_ids=meeting.called_seat_ids if called or held else frozenset(),
        held=held,
        minutes_finished_on=_known(meeting.minutes_finished_on, on),
        minutes_sent_on=_known(meeting.minutes_sent_on, on),
    )


def _commission(commission: CommissionFact, on: date) -> CommissionFact:
    days = (commission.reported_on, commission.approved_on, *(due.decided_on for due in commission.dues))
    if all(day is None or day <= on for day in days):
        return commission
    return replace(
        commission,
        dues=tuple(due for due in commission.dues if due.decided_on <= on),
        reported_on=_known(commission.reported_on, on),
        approved_on=_known(commission.approved_on, on),
    )


def _deviation(deviation: DeviationFact, on: date) -> DeviationFact:
    if all(day is None or day <= on for day in (deviation.handled_on, deviation.escalated_on)):
        return deviation
    escalated = _known(deviation.escalated_on, on)
    return replace(
        deviation,
        handled_on=_known(deviation.handled_on, on),
        escalated_on=escalated,
        ground=deviation.ground if escalated else None,
    )


def _of(
    things: tuple[T, ...], kept: Collection[MeetingFact], meetings: Collection[MeetingFact]
) -> tuple[T, ...]:
    """Return what belongs to the meetings that are kept; everything belongs to one of the meetings."""
    if len(kept) == len(meetings):
        return things
    identities = {meeting.id for meeting in kept}
    return tuple(thing for thing in things if thing.meeting_id in identities)


def as_of(facts: Facts, on: date) -> Facts:
    """Return the facts as they were known at the end of a day.

    Args:
        facts: all that is known now.
        on: the day to look back to, in the local zone.
    """
    meetings = tuple(
        _meeting(meeting, on)
        for meeting in facts.meetings
        # One recorded afterwards was known on its day all the same.
        if meeting.day <= on or meeting.scheduled_on is None or meeting.scheduled_on <= on
    )
    return replace(
        facts,
        agreement=_agreement(facts.agreement, on),
        groups=tuple(
            replace(group, closed_on=None) if group.closed_on and group.closed_on > on else group
            for group in facts.groups
            if group.created_on is None or group.created_on <= on
        ),
        holdings=tuple(h for h in facts.holdings if h.since <= on),
        roles=tuple(r for r in facts.roles if min(r.decided_on or r.since, r.since) <= on),
        plans=tuple(
            _plan(plan, on)
            for plan in facts.plans
            if min(plan.drafted_on, plan.decided_on or plan.drafted_on) <= on
        ),
        meetings=meetings,
        items=_of(facts.items, meetings, facts.meetings),
        attendances=_of(facts.attendances, [each for each in meetings if each.held], facts.meetings),
        decisions=tuple(decision for decision in facts.decisions if decision.decided_on <= on),
        commissions=tuple(_commission(c, on) for c in facts.commissions if c.given_on <= on),
        deviations=tuple(_deviation(d, on) for d in facts.deviations if d.reported_on <= on),
        follow_ups=tuple(
            replace(follow_up, approved_on=None)
            if follow_up.approved_on and follow_up.approved_on > on
            else follow_up
            for follow_up in facts.follow_ups
        ),
        **registers_as_of(facts, on),
    )
