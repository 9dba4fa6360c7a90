"""That deviations are counted by operation, and what was never reported is judged (R38). Source: B13, B15."""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Protocol

from samverkan_desktop.i18n import mark, tr
from samverkan_desktop.periods import Period
from samverkan_desktop.rules import evidence
from samverkan_desktop.rules.facts import Facts
from samverkan_desktop.rules.finding import Evidence, Finding, Status
from samverkan_desktop.rules.obligation import Obligation, RuleKind
from samverkan_desktop.rules.outcome_facts import (
    DeviationFact,
    FollowUpFact,
)
from samverkan_desktop.rules.wording import listed, noun
from samverkan_desktop.rules.years import years_in_force


@dataclass(frozen=True)
class DeviationReports:
    """Parameters.

    Args:
        judgement: whether the year's follow-up is to say what is thought never to have been reported.
    """

    judgement: bool = False


class Reported(Protocol):
    """A deviation, whether fact or row."""

    @property
    def reported_by(self) -> str:
        """The operation that reported it."""


def per_operation(deviations: Iterable[Reported]) -> tuple[tuple[str, int], ...]:
    """Return how many deviations each operation has reported, most first (B15)."""
    return tuple(Counter(each.reported_by for each in deviations).most_common())


def is_judged(follow_up: FollowUpFact | None) -> bool:
    """Say whether a follow-up judges what was never reported, in a number or in words."""
    return follow_up is not None and (follow_up.undocumented is not None or bool(follow_up.underreporting))


def _counted(deviations: Sequence[DeviationFact], year: Period) -> str:
    if not deviations:
        return tr("Inga avvikelser har rapporterats {period}.", period=year.label)
    counted = per_operation(deviations)
    each = listed([tr("{n} från {operation}", n=number, operation=name) for name, number in counted])
    if len(deviations) == 1:
        return tr("En avvikelse har rapporterats {period}: {each}.", period=year.label, each=each)
    return tr(
        "{n} avvikelser har rapporterats {period}: {each}.", n=len(deviations), period=year.label, each=each
    )


def _judged(follow_up: FollowUpFact | None, year: Period, on: date) -> tuple[Status, str]:
    """Return how it stands where a judgement is demanded, and what is said of it."""
    if follow_up is not None and is_judged(follow_up):
        number = follow_up.undocumented
        if number is None:
            return Status.FULFILLED, tr("Det som inte har rapporterats är bedömt.")
        if number == 0:
            return Status.FULFILLED, tr("Alla kända avvikelser bedöms ha rapporterats.")
        text = noun(
            number,
            mark("Ytterligare en bedöms vara känd men inte rapporterad."),
            mark("Ytterligare {n} bedöms vara kända men inte rapporterade."),
        )
        return Status.FULFILLED, text.format(n=number)
    text = tr("Det är inte bedömt om alla avvikelser har rapporterats.")
    approved = follow_up is not None and follow_up.approved_on is not None
    return (Status.BREACHED if on > year.ends or approved else Status.UPCOMING), text


def _evidence(deviations: Sequence[DeviationFact], follow_up: FollowUpFact | None) -> list[Evidence]:
    found = [evidence.deviation(each) for each in deviations]
    if follow_up is not None:
        label = tr("uppföljning {period}", period=follow_up.period)
        found.append(Evidence("report", follow_up.id, label, follow_up.approved_on))
    return found


def evaluate(
    obligation: Obligation, parameters: DeviationReports, facts: Facts, on: date
) -> Iterator[Finding]:
    """Yield, for each working year begun, how many deviations came from where, and whether it is judged."""
    follow_ups = {each.period: each for each in facts.follow_ups}
    for year in years_in_force(obligation, facts, on):
        deviations = [each for each in facts.deviations if each.reported_on in year]
        follow_up = follow_ups.get(year.label) if parameters.judgement else None
        status, message = Status.FULFILLED, _counted(deviations, year)
        if parameters.judgement:
            status, judged = _judged(follow_up, year, on)
            message = f"{message} {judged}"
        yield obligation.finding(
            "R38",
            status,
            message,
            group=obligation.sole_group(facts),
            period=year.label,
            required=tr("bedömt") if parameters.judgement else "",
            actual=len(deviations),
            evidence=_evidence(deviations, follow_up),
            mend=tr("Skriv i uppföljningen hur många som är kända men inte rapporterade.")
            if status is Status.BREACHED
            else "",
        )


KIND = RuleKind("deviation_reports", DeviationReports, evaluate, mark("Avvikelserapporter"))
