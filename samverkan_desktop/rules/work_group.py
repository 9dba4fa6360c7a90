"""That work groups come about and are manned as agreed (R10). Source: T08, T21."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from samverkan_desktop.i18n import mark, tr
from samverkan_desktop.rules import evidence
from samverkan_desktop.rules.facts import Facts, GroupFact
from samverkan_desktop.rules.finding import Evidence, Finding, Status
from samverkan_desktop.rules.obligation import Obligation, RuleKind
from samverkan_desktop.rules.outcome_facts import (
    DecisionFact,
)
from samverkan_desktop.rules.parameter_fault import not_empty
from samverkan_desktop.rules.wording import listed


class WorkGroupDemand(StrEnum):
    """What is asked of a work group: seats from every party, a decision behind it, a need behind that."""

    EVERY_PARTY = "every_party"
    DECISION = "decision"
    NEED = "need"


@dataclass(frozen=True)
class WorkGroup:
    """Parameters.

    Args:
        requires: what is asked; each gives a finding of its own.
    """

    requires: tuple[WorkGroupDemand, ...]

    def __post_init__(self) -> None:
        not_empty("requires", self.requires)


def _parties(obligation: Obligation, group: GroupFact, facts: Facts, on: date) -> Finding:
    day = min(on, group.closed_on) if group.closed_on else on
    seats = facts.seats_of(group.id, day)
    present = {seat.party_id for seat in seats}
    missing = [party.name for party in facts.parties if party.id not in present]
    names = listed(missing)
    return obligation.finding(
        "R10",
        Status.BREACHED if missing else Status.FULFILLED,
        tr("Arbetsgruppen saknar funktion från {parties}.", parties=names)
        if missing
        else tr("Arbetsgruppen {name} har funktioner från alla parter.", name=group.name),
        group=group,
        required=len(facts.parties),
        actual=len(facts.parties) - len(missing),
        evidence=[_group_evidence(group), *(evidence.seat(seat, facts) for seat in seats)],
        mend=tr("Utse en funktion från {parties}.", parties=names) if missing else "",
    )


def _decision(obligation: Obligation, group: GroupFact, decision: DecisionFact | None) -> Finding:
    return obligation.finding(
        "R10",
        Status.FULFILLED if decision else Status.BREACHED,
        tr("Arbetsgruppen {name} tillsattes genom beslut {number}.", name=group.name, number=decision.number)
        if decision
        else tr("Arbetsgruppen saknar beslut om att den tillsatts."),
        group=group,
        required=tr("beslut"),
        actual=decision.number if decision else tr("saknas"),
        evidence=[_group_evidence(group), *([evidence.decision(decision)] if decision else [])],
        mend="" if decision else tr("Ange vilket beslut som tillsatte arbetsgruppen."),
    )


def _need(obligation: Obligation, group: GroupFact) -> Finding:
    need = group.need.strip()
    return obligation.finding(
        "R10",
        Status.FULFILLED if need else Status.BREACHED,
        tr("Arbetsgruppen {name} tillsattes utifrån ett behov: {need}", name=group.name, need=need)
        if need
        else tr("Arbetsgruppen saknar angivet behov."),
        group=group,
        required=tr("angivet behov"),
        actual=need or tr("saknas"),
        evidence=[_group_evidence(group)],
        mend="" if need else tr("Ange vilket behov arbetsgruppen ska möta."),
    )


def _group_evidence(group: GroupFact) -> Evidence:
    return Evidence("group", group.id, group.name, group.created_on)


def evaluate(obligation: Obligation, parameters: WorkGroup, facts: Facts, on: date) -> Iterator[Finding]:
    """Yield, for each group and each demand, whether it is met."""
    decisions = {decision.id: decision for decision in facts.decisions}
    for group in obligation.groups(facts):
        if not obligation.covers(group.created_on or facts.agreement.starts):
            continue
        for demand in parameters.requires:
            match demand:
                case WorkGroupDemand.EVERY_PARTY:
                    yield _parties(obligation, group, facts, on)
                case WorkGroupDemand.DECISION:
                    behind = decisions.get(group.decision_id) if group.decision_id is not None else None
                    yield _decision(obligation, group, behind)
                case WorkGroupDemand.NEED:
                    yield _need(obligation, group)


KIND = RuleKind("work_group", WorkGroup, evaluate, mark("Arbetsgrupper"))
