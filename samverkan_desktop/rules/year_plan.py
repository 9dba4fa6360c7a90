"""That the plan of a working year is decided in time (R04). Source: T15."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from samverkan_desktop.i18n import mark, tr
from samverkan_desktop.periods import Period
from samverkan_desktop.rules.facts import Facts, GroupFact, PlanFact
from samverkan_desktop.rules.finding import Evidence, Finding, Status
from samverkan_desktop.rules.last_meeting import Occasion, Stage, last_meeting
from samverkan_desktop.rules.obligation import Obligation, RuleKind
from samverkan_desktop.rules.years import next_year, years_of
from samverkan_desktop.vocabulary import MeetingKind


@dataclass(frozen=True)
class YearPlan:
    """Parameters.

    Args:
        decided_at: at which meeting of the year before the plan is decided. The agreement's first year
            has no year before: its plan is decided at that year's first meeting.
    """

    decided_at: Occasion


def _plan(facts: Facts, group: GroupFact, period: Period) -> PlanFact | None:
    """Return the plan of a year; of several, one that has been decided."""
    plans = [plan for plan in facts.plans if plan.group_id == group.id and plan.period == period.label]
    return next((plan for plan in plans if plan.decided_on), plans[0] if plans else None)


def _first_year(facts: Facts, group: GroupFact, period: Period, on: date) -> Status:
    meetings = facts.meetings_of(group.id, period.label, MeetingKind.ORDINARY)
    held = any(meeting.held for meeting in meetings)
    return Status.BREACHED if held or on > period.ends else Status.AT_RISK


def _later_year(facts: Facts, group: GroupFact, before: Period, on: date) -> Status:
    match last_meeting(facts, group, before, on).stage:
        case Stage.UNKNOWN:
            return Status.NOT_DUE
        case Stage.AHEAD | Stage.CALLED:
            return Status.UPCOMING
        case _:
            return Status.BREACHED


def _message(status: Status, period: Period, plan: PlanFact | None, *, first: bool) -> str:
    if plan and plan.decided_on:
        return tr("Mötesplanen för {period} beslutades {day}.", period=period.label, day=plan.decided_on)
    if first:
        return tr(
            "Mötesplanen för avtalets första år, {period}, är inte beslutad. "
            "Den beslutas på årets första möte.",
            period=period.label,
        )
    if status is Status.BREACHED:
        return tr("Mötesplanen för {period} beslutades inte på sista mötet året innan.", period=period.label)
    return tr("Mötesplanen för {period} beslutas på sista mötet året innan.", period=period.label)


def _finding(obligation: Obligation, facts: Facts, group: GroupFact, period: Period, on: date) -> Finding:
    plan = _plan(facts, group, period)
    calendar = facts.agreement.calendar
    first = period == calendar.of(facts.agreement.starts)
    if plan and plan.decided_on:
        status = Status.FULFILLED
    elif first:
        status = _first_year(facts, group, period, on)
    else:
        status = _later_year(facts, group, calendar.before(period), on)
    drafted = tr("utkast") if plan else tr("saknas")
    return obligation.finding(
        "R04",
        status,
        _message(status, period, plan, first=first),
        group=group,
        period=period.label,
        required=tr("beslutad"),
        actual=tr("beslutad") if status is Status.FULFILLED else drafted,
        evidence=[Evidence("plan", plan.id, tr("mötesplan {period}", period=period.label), plan.decided_on)]
        if plan
        else [],
        mend=tr("Ta upp mötesplanen för {period} till beslut på nästa möte.", period=period.label)
        if status in (Status.BREACHED, Status.AT_RISK) and on <= period.ends
        else "",
    )


def evaluate(
    obligation: Obligation,
    parameters: YearPlan,  # noqa: ARG001  there is but one occasion to choose
    facts: Facts,
    on: date,
) -> Iterator[Finding]:
    """Yield, for each working year begun and for the coming one, whether its plan is decided."""
    for group in obligation.groups(facts):
        coming = next_year(obligation, facts, group, on)
        for period in (*years_of(obligation, facts, group, on), *([coming] if coming else [])):
            yield _finding(obligation, facts, group, period, on)


KIND = RuleKind("year_plan", YearPlan, evaluate, mark("Mötesplan för arbetsåret"))
