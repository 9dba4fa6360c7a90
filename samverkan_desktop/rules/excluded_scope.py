"""That what another agreement regulates is referred there by decision (R27). Source: T04."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from samverkan_desktop.i18n import mark, tr
from samverkan_desktop.rules import evidence
from samverkan_desktop.rules.facts import Facts, GroupFact, ItemFact, MeetingFact
from samverkan_desktop.rules.finding import Finding, Status
from samverkan_desktop.rules.obligation import Obligation, RuleKind
from samverkan_desktop.rules.outcome_facts import (
    DecisionFact,
)
from samverkan_desktop.rules.parameter_fault import not_empty
from samverkan_desktop.vocabulary import DecisionKind


@dataclass(frozen=True)
class ExcludedScope:
    """Parameters.

    Args:
        agreements: the names of the other agreements that are known. They are examples: an item referred
            to another one needs its decision all the same.
    """

    agreements: tuple[str, ...]

    def __post_init__(self) -> None:
        not_empty("agreements", self.agreements)


def _finding(
    obligation: Obligation,
    group: GroupFact,
    meeting: MeetingFact,
    item: ItemFact,
    decision: DecisionFact | None,
    known: tuple[str, ...],
) -> Finding:
    other = item.referred_agreement
    if decision:
        message = tr(
            "Punkten {heading} hänvisades till {other} genom beslut {number}.",
            heading=item.heading,
            other=other,
            number=decision.number,
        )
    else:
        message = tr(
            "Punkten {heading} hänvisas till {other} men saknar beslut om hänvisning.",
            heading=item.heading,
            other=other,
        )
    return obligation.finding(
        "R27",
        Status.FULFILLED if decision else Status.BREACHED,
        message,
        group=group,
        period=meeting.period,
        required=tr("beslut om hänvisning av det som regleras i {agreements}", agreements=", ".join(known)),
        actual=decision.number if decision else tr("saknas"),
        evidence=[
            evidence.item(item, meeting),
            evidence.meeting(meeting),
            *([evidence.decision(decision)] if decision else []),
        ],
        mend="" if decision else tr("Anteckna beslutet att hänvisa frågan till {other}.", other=other),
    )


def evaluate(
    obligation: Obligation,
    parameters: ExcludedScope,
    facts: Facts,
    on: date,  # noqa: ARG001  the facts are already those of the day
) -> Iterator[Finding]:
    """Yield, for each item of a held meeting that another agreement regulates, whether it was referred."""
    groups = {group.id: group for group in obligation.groups(facts)}
    referrals = {
        decision.item_id: decision for decision in facts.decisions if decision.kind is DecisionKind.REFERRAL
    }
    for meeting in facts.meetings:
        if not meeting.held or meeting.group_id not in groups or not obligation.covers(meeting.day):
            continue
        for item in facts.items_of(meeting.id):
            if item.referred_agreement:
                decision = referrals.get(item.id)
                group = groups[meeting.group_id]
                yield _finding(obligation, group, meeting, item, decision, parameters.agreements)


KIND = RuleKind("excluded_scope", ExcludedScope, evaluate, mark("Det som regleras i andra avtal"))
