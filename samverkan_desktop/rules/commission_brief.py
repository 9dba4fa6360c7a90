"""That a commission is put in writing with what the agreement demands (R08). Source: T22."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from samverkan_desktop.i18n import mark, tr
from samverkan_desktop.rules import evidence
from samverkan_desktop.rules.commissions import commissions_of
from samverkan_desktop.rules.facts import Facts, GroupFact
from samverkan_desktop.rules.finding import Finding, Status
from samverkan_desktop.rules.obligation import Obligation, RuleKind
from samverkan_desktop.rules.outcome_facts import (
    CommissionFact,
)
from samverkan_desktop.rules.parameter_fault import not_empty
from samverkan_desktop.rules.wording import listed


class BriefPart(StrEnum):
    """What a commission states: how and when it is reported, and who carries it."""

    HOW = "how"
    WHEN = "when"
    RESPONSIBLE = "responsible"


_NAMES = {
    BriefPart.HOW: mark("hur uppdraget ska redovisas"),
    BriefPart.WHEN: mark("när uppdraget ska redovisas"),
    BriefPart.RESPONSIBLE: mark("vem som ansvarar för uppdraget"),
}


@dataclass(frozen=True)
class CommissionBrief:
    """Parameters.

    Args:
        requires: what every commission states.
    """

    requires: tuple[BriefPart, ...]

    def __post_init__(self) -> None:
        not_empty("requires", self.requires)


def _states(commission: CommissionFact, part: BriefPart) -> bool:
    match part:
        case BriefPart.HOW:
            return bool(commission.how.strip())
        case BriefPart.WHEN:
            return bool(commission.dues)
        case BriefPart.RESPONSIBLE:
            return any(name.strip() for name in commission.responsible)


def _named(parts: list[BriefPart]) -> str:
    if parts == [BriefPart.HOW, BriefPart.WHEN]:
        return tr("hur och när uppdraget ska redovisas")
    return listed([tr(_NAMES[part]) for part in parts])


def _finding(
    obligation: Obligation,
    requires: tuple[BriefPart, ...],
    group: GroupFact,
    commission: CommissionFact,
    period: str,
) -> Finding:
    missing = [part for part in requires if not _states(commission, part)]
    if missing:
        message = tr("Uppdraget {number}: ange {what}.", number=commission.number, what=_named(missing))
    else:
        message = tr(
            "Uppdraget {number} anger {what}.", number=commission.number, what=_named(list(requires))
        )
    return obligation.finding(
        "R08",
        Status.BREACHED if missing else Status.FULFILLED,
        message,
        group=group,
        period=period,
        required=_named(list(requires)),
        actual=tr("saknas: {what}", what=_named(missing)) if missing else tr("angivet"),
        evidence=[evidence.commission(commission)],
        mend=tr("Ange {what}.", what=_named(missing)) if missing else "",
    )


def evaluate(
    obligation: Obligation,
    parameters: CommissionBrief,
    facts: Facts,
    on: date,  # noqa: ARG001  a brief is whole or not, whatever the day
) -> Iterator[Finding]:
    """Yield, for each commission, whether it states what it is to state."""
    for group, commission in commissions_of(obligation, facts):
        period = facts.agreement.calendar.of(commission.given_on).label
        yield _finding(obligation, parameters.requires, group, commission, period)


KIND = RuleKind("commission_brief", CommissionBrief, evaluate, mark("Uppdragets innehåll"))
