"""How often a group meets: enough meetings planned (R04) and held (R05). Source: T14."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from samverkan_desktop.i18n import mark, tr
from samverkan_desktop.periods import Period
from samverkan_desktop.rules import evidence
from samverkan_desktop.rules.facts import Facts, GroupFact, MeetingFact
from samverkan_desktop.rules.finding import Finding, Status
from samverkan_desktop.rules.obligation import Obligation, RuleKind
from samverkan_desktop.rules.parameter_fault import at_least_one
from samverkan_desktop.rules.years import years_of
from samverkan_desktop.vocabulary import MeetingKind


@dataclass(frozen=True)
class MeetingFrequency:
    """Parameters.

    Args:
        count: how many ordinary meetings a working year demands, 1 or more. More are shown, never
            failed; extra meetings do not count.
    """

    count: int

    def __post_init__(self) -> None:
        at_least_one("count", self.count)


def _planned(
    obligation: Obligation,
    count: int,
    group: GroupFact,
    period: Period,
    meetings: tuple[MeetingFact, ...],
    on: date,
) -> Finding:
    actual = len(meetings)
    short = Status.BREACHED if on > period.ends else Status.AT_RISK
    status = Status.FULFILLED if actual >= count else short
    return obligation.finding(
        "R04",
        status,
        tr(
            "{actual} av {count} möten är planerade för {period}.",
            actual=actual,
            count=count,
            period=period.label,
        ),
        group=group,
        period=period.label,
        required=count,
        actual=actual,
        evidence=map(evidence.meeting, meetings),
        mend=tr("Lägg in fler möten i årsplanen.") if status is Status.AT_RISK else "",
    )


def _held(
    obligation: Obligation,
    count: int,
    group: GroupFact,
    period: Period,
    meetings: tuple[MeetingFact, ...],
    on: date,
) -> Finding:
    held = [meeting for meeting in meetings if meeting.held]
    coming = sum(not meeting.held and meeting.day >= on for meeting in meetings)
    if len(held) >= count:
        status = Status.FULFILLED
    elif on > period.ends:
        status = Status.BREACHED
    else:
        status = Status.UPCOMING if len(held) + coming >= count else Status.AT_RISK
    return obligation.finding(
        "R05",
        status,
        tr(
            "{held} av {count} fastlagda möten har hållits {period}.",
            held=len(held),
            count=count,
            period=period.label,
        ),
        group=group,
        period=period.label,
        required=count,
        actual=len(held),
        evidence=map(evidence.meeting, held),
        mend=tr("Håll eller planera de möten som återstår.") if status is Status.AT_RISK else "",
    )


def evaluate(
    obligation: Obligation, parameters: MeetingFrequency, facts: Facts, on: date
) -> Iterator[Finding]:
    """Yield, for each working year begun, whether enough meetings are planned and held."""
    for group in obligation.groups(facts):
        for period in years_of(obligation, facts, group, on):
            meetings = facts.meetings_of(group.id, period.label, MeetingKind.ORDINARY)
            yield _planned(obligation, parameters.count, group, period, meetings, on)
            yield _held(obligation, parameters.count, group, period, meetings, on)


KIND = RuleKind("meeting_frequency", MeetingFrequency, evaluate, mark("Antal möten per arbetsår"))
