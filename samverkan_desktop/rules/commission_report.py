"""That commissions are reported when they are due (R09). Source: T22."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from samverkan_desktop.i18n import mark, tr
from samverkan_desktop.rules import evidence
from samverkan_desktop.rules.commissions import commissions_of
from samverkan_desktop.rules.facts import Facts, GroupFact
from samverkan_desktop.rules.finding import Finding, Status
from samverkan_desktop.rules.meetings import of_any_kind
from samverkan_desktop.rules.obligation import Obligation, RuleKind
from samverkan_desktop.rules.outcome_facts import (
    CommissionFact,
    DueFact,
)
from samverkan_desktop.rules.skipped import is_skipped, told
from samverkan_desktop.rules.wording import shall, should_have
from samverkan_desktop.vocabulary import Grade

#: How near a due date comes before a missing meeting is a worry: the program's habit, no agreement's.
NEAR = timedelta(days=14)


@dataclass(frozen=True)
class CommissionReport:
    """Takes no parameters: each commission carries its own date."""


@dataclass(frozen=True)
class _Verdict:
    status: Status
    message: str
    mend: str = ""


def _in_force(commission: CommissionFact) -> tuple[DueFact, str] | None:
    """Return the date that counted when it was reported, or counts now, and how it came about."""
    until = commission.reported_on or date.max
    decided = [due for due in commission.dues if due.decided_on <= until]
    if not decided:
        return None
    return decided[-1], tr(" efter beslutad ny tid") if len(decided) > 1 else ""


def _reported(commission: CommissionFact, reported: date, due: DueFact, grade: Grade, after: str) -> _Verdict:
    if reported <= due.due:
        text = tr(
            "Uppdraget {number} redovisades {day}{after}.",
            number=commission.number,
            day=reported,
            after=after,
        )
        return _Verdict(Status.FULFILLED, text)
    text = tr(
        "Uppdraget {number} {should} redovisas {due}{after}, men redovisades {day}.",
        number=commission.number,
        should=should_have(grade),
        due=due.said,
        after=after,
        day=reported,
    )
    return _Verdict(Status.BREACHED, text)


def _ahead(commission: CommissionFact, due: date, text: str, facts: Facts, on: date) -> _Verdict:
    """Return the verdict where the day has not passed: is there a meeting, and is it on the agenda?"""
    there = of_any_kind(facts, commission.group_id, due, due)
    on_agenda = any(
        item.commission_id == commission.id for meeting in there for item in facts.items_of(meeting.id)
    )
    if on_agenda:
        return _Verdict(Status.UPCOMING, text)
    if any(
        meeting.called_on or meeting.held or is_skipped(meeting, "commission", commission.id)
        for meeting in there
    ):
        missing = tr("{text} Punkten saknas på dagordningen.", text=text)
        for meeting in there:
            missing = told(missing, meeting, "commission", commission.id)
        return _Verdict(Status.AT_RISK, missing, tr("Lägg till redovisningen på dagordningen."))
    planned = of_any_kind(facts, commission.group_id, on, due)
    if not planned and due - on <= NEAR:
        missing = tr("{text} Inget möte är planerat till dess.", text=text)
        return _Verdict(Status.AT_RISK, missing, tr("Planera ett möte, eller besluta om en ny tid."))
    return _Verdict(Status.UPCOMING, text)


def _verdict(
    commission: CommissionFact, due: DueFact, grade: Grade, after: str, facts: Facts, on: date
) -> _Verdict:
    if commission.reported_on:
        return _reported(commission, commission.reported_on, due, grade, after)
    ahead = due.due >= on
    text = tr(
        "Uppdraget {number} {shall} redovisas {due}{after}.",
        number=commission.number,
        shall=shall(grade) if ahead else should_have(grade),
        due=due.said,
        after=after,
    )
    if ahead:
        return _ahead(commission, due.due, text, facts, on)
    return _Verdict(
        Status.BREACHED, text, tr("Ta upp redovisningen på nästa möte, eller besluta om en ny tid.")
    )


def _finding(
    obligation: Obligation,
    group: GroupFact,
    commission: CommissionFact,
    facts: Facts,
    on: date,
) -> Finding:
    in_force = _in_force(commission)
    if in_force is None:
        day = commission.given_on
        text = tr("Uppdraget {number} har ingen tid för redovisning.", number=commission.number)
        verdict = _Verdict(Status.NOT_COUNTABLE, text, tr("Ange när uppdraget ska redovisas."))
    else:
        due, after = in_force
        day = due.due
        verdict = _verdict(commission, due, obligation.grade, after, facts, on)
    return obligation.finding(
        "R09",
        verdict.status,
        verdict.message,
        group=group,
        period=facts.agreement.calendar.of(day).label,
        required=tr("redovisat {due}", due=in_force[0].said) if in_force else "",
        actual=tr("redovisat {day}", day=commission.reported_on)
        if commission.reported_on
        else tr("inte redovisat"),
        evidence=[
            evidence.commission(commission),
            *map(evidence.meeting, of_any_kind(facts, group.id, day, day)),
        ],
        mend=verdict.mend,
    )


def evaluate(
    obligation: Obligation,
    parameters: CommissionReport,  # noqa: ARG001  there are none
    facts: Facts,
    on: date,
) -> Iterator[Finding]:
    """Yield, for each commission, whether it is reported in time."""
    for group, commission in commissions_of(obligation, facts):
        yield _finding(obligation, group, commission, facts, on)


KIND = RuleKind("commission_report", CommissionReport, evaluate, mark("Redovisning av uppdrag"))
