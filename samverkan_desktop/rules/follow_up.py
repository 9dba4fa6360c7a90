"""That the agreement is followed up each year, or every so many years (R20). Source: T24, S18, B12."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from samverkan_desktop.i18n import mark, tr
from samverkan_desktop.periods import Period
from samverkan_desktop.rules import evidence
from samverkan_desktop.rules.facts import Facts, GroupFact, MeetingFact
from samverkan_desktop.rules.finding import Evidence, Finding, Status
from samverkan_desktop.rules.last_meeting import Occasion, Stage, last_meeting
from samverkan_desktop.rules.obligation import Obligation, RuleKind
from samverkan_desktop.rules.outcome_facts import (
    FollowUpFact,
)
from samverkan_desktop.rules.parameter_fault import at_least_one
from samverkan_desktop.rules.wording import shall
from samverkan_desktop.rules.years import years_in_force, years_of
from samverkan_desktop.vocabulary import Grade


@dataclass(frozen=True)
class FollowUp:
    """Parameters.

    Args:
        every: after how many working years the agreement is followed up, counted from its start; 1 is
            every year, 2 every second one.
        at: at which of the year's meetings it is approved; left out where any time of the year will do.
    """

    every: int
    at: Occasion | None = None

    def __post_init__(self) -> None:
        at_least_one("every", self.every)


def _at_last_meeting(stage: Stage, period: Period) -> tuple[Status, str]:
    match stage:
        case Stage.UNKNOWN:
            text = tr("Uppföljningen av {period} görs på årets sista möte.", period=period.label)
            return Status.NOT_DUE, text
        case Stage.AHEAD | Stage.CALLED:
            text = tr("Uppföljningen av {period} görs på årets sista möte.", period=period.label)
            return Status.UPCOMING, text
        case _:
            return Status.BREACHED, tr("Uppföljningen av {period} är inte godkänd.", period=period.label)


def _any_time(period: Period, grade: Grade, on: date) -> tuple[Status, str]:
    if on <= period.ends:
        text = tr(
            "Uppföljningen av {period} {shall} vara godkänd senast {day}.",
            period=period.label,
            shall=shall(grade),
            day=period.ends,
        )
        return Status.UPCOMING, text
    return Status.BREACHED, tr("Uppföljningen av {period} är inte godkänd.", period=period.label)


def _finding(
    obligation: Obligation,
    approved: FollowUpFact | None,
    period: Period,
    verdict: tuple[Status, str],
    group: GroupFact | None,
    meeting: MeetingFact | None = None,
) -> Finding:
    day = approved.approved_on if approved else None
    status, message = verdict
    found = [evidence.meeting(meeting)] if meeting else []
    if approved:
        status = Status.FULFILLED
        message = tr("Uppföljningen av {period} godkändes {day}.", period=period.label, day=day)
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


def _whose_turn(
    obligation: Obligation, every: int, facts: Facts, group: GroupFact | None, on: date
) -> Iterator[Period]:
    """Yield the working years whose turn it is, of those in which the obligation is in force."""
    turns = facts.periods(on)[every - 1 :: every]
    years = years_of(obligation, facts, group, on) if group else years_in_force(obligation, facts, on)
    yield from (period for period in years if period in turns)


def evaluate(obligation: Obligation, parameters: FollowUp, facts: Facts, on: date) -> Iterator[Finding]:
    """Yield, for each working year begun whose turn it is, whether its follow-up is approved.

    The follow-up is the agreement's: it is asked for once a year unless it is tied to meetings of groups.
    """
    approved = {each.period: each for each in facts.follow_ups if each.approved_on}
    groups: tuple[GroupFact | None, ...] = obligation.groups(facts)
    if parameters.at is None and not obligation.group:
        groups = (None,)
    for group in groups:
        for period in _whose_turn(obligation, parameters.every, facts, group, on):
            own = approved.get(period.label)
            if parameters.at is None or group is None:
                yield _finding(obligation, own, period, _any_time(period, obligation.grade, on), group)
            else:
                last = last_meeting(facts, group, period, on)
                verdict = _at_last_meeting(last.stage, period)
                yield _finding(obligation, own, period, verdict, group, last.meeting)


KIND = RuleKind("follow_up", FollowUp, evaluate, mark("Uppföljning av avtalet"))
