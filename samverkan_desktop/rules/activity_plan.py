"""That a group draws up a plan of activities every year, out of the strategies (R18). Source: L08."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from samverkan_desktop.i18n import mark, tr
from samverkan_desktop.periods import Period
from samverkan_desktop.rules.facts import Facts, GroupFact
from samverkan_desktop.rules.finding import Evidence, Finding, Status
from samverkan_desktop.rules.obligation import Obligation, RuleKind
from samverkan_desktop.rules.register_facts import ActivityPlanFact, PlannedActivityFact
from samverkan_desktop.rules.wording import listed
from samverkan_desktop.rules.years import has_ended, years_of


@dataclass(frozen=True)
class ActivityPlan:
    """Parameters.

    Args:
        linked: whether each activity is to follow from a strategy.
    """

    linked: bool = True


def _plan_of(facts: Facts, group: GroupFact, period: Period) -> ActivityPlanFact | None:
    own = (each for each in facts.activity_plans if each.group_id == group.id)
    return next((plan for plan in own if plan.period == period.label), None)


def _evidence(plan: ActivityPlanFact) -> Evidence:
    label = tr("aktivitetsplan {period}", period=plan.period)
    return Evidence("activity_plan", plan.id, label, plan.adopted_on)


def _message(plan: ActivityPlanFact | None, period: Period) -> tuple[str, str]:
    """Return what is to be said of a year's plan, and what would mend it."""
    label = period.label
    if plan is None:
        return (
            tr("Aktivitetsplan för {period} saknas.", period=label),
            tr("Lägg upp en aktivitetsplan för {period}.", period=label),
        )
    if not plan.activities:
        return (
            tr("Aktivitetsplanen för {period} har inga aktiviteter.", period=label),
            tr("Lägg in aktiviteter i planen för {period}.", period=label),
        )
    if plan.adopted_on is None:
        return (
            tr("Aktivitetsplanen för {period} är inte antagen.", period=label),
            tr("Anta aktivitetsplanen för {period}.", period=label),
        )
    if plan.adopted_on > period.ends:
        sentence = tr(
            "Aktivitetsplanen för {period} antogs först {day}, efter årets slut.",
            period=label,
            day=plan.adopted_on,
        )
        return sentence, ""
    return tr("Aktivitetsplanen för {period} antogs {day}.", period=label, day=plan.adopted_on), ""


def _plan(
    obligation: Obligation, group: GroupFact, period: Period, plan: ActivityPlanFact | None, on: date
) -> Finding:
    adopted = plan.adopted_on if plan and plan.activities else None
    message, mend = _message(plan, period)
    if adopted is not None and adopted <= period.ends:
        status = Status.FULFILLED
    else:
        status = Status.BREACHED if has_ended(group, period, on) else Status.AT_RISK
    draft = tr("utkast") if plan else tr("saknas")
    return obligation.finding(
        "R18",
        status,
        message,
        group=group,
        period=period.label,
        required=tr("antagen"),
        actual=tr("antagen {day}", day=adopted) if adopted else draft,
        evidence=[_evidence(plan)] if plan else [],
        mend=mend if status is Status.AT_RISK else "",
    )


def _links(
    obligation: Obligation, group: GroupFact, period: Period, plan: ActivityPlanFact, on: date
) -> Finding:
    loose = [each for each in plan.activities if each.strategy_id is None]
    linked = len(plan.activities) - len(loose)
    if not loose:
        status = Status.FULFILLED
        message = tr("Varje aktivitet i planen för {period} följer av en strategi.", period=period.label)
    else:
        status = Status.BREACHED if has_ended(group, period, on) else Status.AT_RISK
        message = tr(
            "Aktiviteter utan strategi i planen för {period}: {titles}.",
            period=period.label,
            titles=listed([each.title for each in loose]),
        )
    return obligation.finding(
        "R18",
        status,
        message,
        group=group,
        period=period.label,
        required=len(plan.activities),
        actual=linked,
        evidence=[_evidence(plan), *map(_activity, loose)],
        mend=tr("Ange vilken strategi varje aktivitet följer av.") if loose else "",
    )


def _activity(fact: PlannedActivityFact) -> Evidence:
    return Evidence("planned_activity", fact.id, tr("aktivitet {title}", title=fact.title), fact.due)


def evaluate(obligation: Obligation, parameters: ActivityPlan, facts: Facts, on: date) -> Iterator[Finding]:
    """Yield, for each working year begun, whether its plan is adopted and what its activities follow from."""
    for group in obligation.groups(facts):
        for period in years_of(obligation, facts, group, on):
            plan = _plan_of(facts, group, period)
            yield _plan(obligation, group, period, plan, on)
            if parameters.linked and plan is not None and plan.activities:
                yield _links(obligation, group, period, plan, on)


KIND = RuleKind("activity_plan", ActivityPlan, evaluate, mark("Aktivitetsplan varje år"))
