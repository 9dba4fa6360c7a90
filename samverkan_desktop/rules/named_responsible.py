"""That each party answers for its own task: a commission names who carries it (R29). Source: T03."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from samverkan_desktop.i18n import mark, tr
from samverkan_desktop.rules import evidence
from samverkan_desktop.rules.commissions import commissions_of
from samverkan_desktop.rules.facts import Facts
from samverkan_desktop.rules.finding import Finding, Status
from samverkan_desktop.rules.obligation import Obligation, RuleKind
from samverkan_desktop.rules.wording import listed


@dataclass(frozen=True)
class NamedResponsible:
    """Takes no parameters: every commission is carried by somebody who is named."""


def evaluate(
    obligation: Obligation,
    parameters: NamedResponsible,  # noqa: ARG001  there are none
    facts: Facts,
    on: date,  # noqa: ARG001  somebody is named or not, whatever the day
) -> Iterator[Finding]:
    """Yield, for each commission, whether it names who carries it."""
    for group, commission in commissions_of(obligation, facts):
        names = listed([name for name in commission.responsible if name.strip()])
        number = commission.number
        yield obligation.finding(
            "R29",
            Status.FULFILLED if names else Status.BREACHED,
            tr("Uppdraget {number} utförs av {names}.", number=number, names=names)
            if names
            else tr("Uppdraget {number} saknar ansvarig funktion.", number=number),
            group=group,
            period=facts.agreement.calendar.of(commission.given_on).label,
            required=tr("ansvarig funktion"),
            actual=names or tr("saknas"),
            evidence=[evidence.commission(commission)],
            mend="" if names else tr("Ange vilken funktion som ansvarar för uppdraget."),
        )


KIND = RuleKind("named_responsible", NamedResponsible, evaluate, mark("Namngiven ansvarig"))
