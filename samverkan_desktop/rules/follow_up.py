"""That the agreement is followed up each year (R20). Source: T24."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from samverkan_desktop.i18n import mark, tr
from samverkan_desktop.periods import Period
from samverkan_desktop.rules import evidence
from samverkan_desktop.rules.facts import Facts, FollowUpFact, GroupFact
from samverkan_desktop.rules.finding import Evidence, Finding, Status
from samverkan_desktop.rules.last_meeting import Occasion, Stage, last_meeting
from samverkan_desktop.rules.obligation import Obligation, RuleKind
from samverkan_desktop.rules.parameter_fault import at_least_one
from samverkan_desktop.rules.years import years_of


@dataclass(frozen=True)
class FollowUp:
    """Parameters.

    Args:
        every: after how many working years the agreement is followed up; 1 is every year.
        at: at which of the year's meetings it is approved.
    """

    every: int
    at: Occasion

    def __post_init__(self) -> None:
        at_least_one("every", self.every)


def _verdict(approved: date | None, stage: Stage, period: Period) -> tuple[Status, str]:
    if approved:
        text = tr("Uppföljningen av {period} godkändes {day}.", period=period.label, day=approved)
        return Status.FULFILLED, text
    match stage:
        case Stage.UNKNOWN:
            text = tr("Uppföljningen av {period} görs på årets sista möte.", period=period.label)
            return Status.NOT_DUE, text
        case Stage.AHEAD | Stage.CALLED:
            text = tr("Uppföljningen av {period} görs på årets sista möte.", period=period.label)
            return Status.UPCOMING, text
        case _:
            return Status.BREACHED, tr("Uppföljningen av {period} är inte godkänd.", period=period.label)


def _finding(
    obligation: Obligation,
    approved: FollowUpFact | None,
    facts: Facts,
    group: GroupFact,
    period: Period,
    on: date,
) -> Finding:
    last = last_meeting(facts, group, period, on)
    day = approved.approved_on if approved else None
    status, message = _verdict(day, last.stage, period)
    found = [evidence.meeting(last.meeting)] if last.meeting else []
    if approved:
        label = tr("uppföljning {period}", period=period.label)
        found.insert(0, Evidence("report", approved.id, label, day))
    return obligation.finding(
        "R20",
        status,
        message,
        group=group,
        period=period.label,
        required=tr("godkänd"),
        actual=tr("godkänd {day}", day=day) if day else tr("inte godkänd"),
        evidence=found,
        mend=tr("Gör klart uppföljningen och låt nästa möte godkänna den.")
        if status is Status.BREACHED
        else "",
    )


def evaluate(obligation: Obligation, parameters: FollowUp, facts: Facts, on: date) -> Iterator[Finding]:
    """Yield, for each working year begun whose turn it is, whether its follow-up is approved."""
    approved = {each.period: each for each in facts.follow_ups if each.approved_on}
    whose_turn = facts.periods(on)[parameters.every - 1 :: parameters.every]
    for group in obligation.groups(facts):
        for period in years_of(obligation, facts, group, on):
            if period in whose_turn:
                yield _finding(obligation, approved.get(period.label), facts, group, period, on)


KIND = RuleKind("follow_up", FollowUp, evaluate, mark("Uppföljning av avtalet"))
