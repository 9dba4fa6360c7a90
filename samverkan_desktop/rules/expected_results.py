"""That the results expected are stated, in the short and the long run (R41). Source: L02."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from samverkan_desktop.i18n import mark, tr
from samverkan_desktop.register_vocabulary import Horizon
from samverkan_desktop.rules.facts import Facts
from samverkan_desktop.rules.finding import Evidence, Finding, Status
from samverkan_desktop.rules.obligation import Obligation, RuleKind
from samverkan_desktop.rules.parameter_fault import not_empty
from samverkan_desktop.rules.wording import horizon_name, noun


@dataclass(frozen=True)
class ExpectedResults:
    """Parameters.

    Args:
        horizons: for which horizons at least one result is to be stated.
    """

    horizons: tuple[Horizon, ...] = tuple(Horizon)

    def __post_init__(self) -> None:
        not_empty("horizons", self.horizons)


def _finding(obligation: Obligation, horizon: Horizon, facts: Facts, on: date) -> Finding:
    stated = [each for each in facts.expected_results if each.horizon is horizon]
    name, ends = horizon_name(horizon), facts.agreement.ends
    if stated:
        status = Status.FULFILLED
        message = tr(
            "Förväntade resultat {horizon}: {n} {stated}.",
            horizon=name,
            n=len(stated),
            stated=noun(len(stated), mark("angivet"), mark("angivna")),
        )
    else:
        status = Status.BREACHED if ends is not None and on > ends else Status.AT_RISK
        message = tr("Förväntade resultat {horizon} är inte angivna.", horizon=name)
    return obligation.finding(
        "R41",
        status,
        message,
        group=obligation.sole_group(facts),
        required=tr("minst ett"),
        actual=len(stated),
        evidence=[Evidence("expected_result", each.id, each.text, each.stated_on) for each in stated],
        mend=tr("Ange vilka resultat som förväntas {horizon}.", horizon=name)
        if status is Status.AT_RISK
        else "",
    )


def evaluate(
    obligation: Obligation, parameters: ExpectedResults, facts: Facts, on: date
) -> Iterator[Finding]:
    """Yield, for each horizon, whether a result is stated."""
    if on < facts.agreement.starts or not obligation.covers(on):
        return
    for horizon in Horizon:
        if horizon in parameters.horizons:
            yield _finding(obligation, horizon, facts, on)


KIND = RuleKind("expected_results", ExpectedResults, evaluate, mark("Förväntade resultat"))
