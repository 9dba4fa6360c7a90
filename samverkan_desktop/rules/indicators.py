"""That each indicator is measured every working year (R42). Source: ST10."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from samverkan_desktop.i18n import mark, tr
from samverkan_desktop.periods import Period
from samverkan_desktop.rules.facts import Facts
from samverkan_desktop.rules.finding import Evidence, Finding, Status
from samverkan_desktop.rules.obligation import Obligation, RuleKind
from samverkan_desktop.rules.register_facts import IndicatorFact
from samverkan_desktop.rules.wording import listed
from samverkan_desktop.rules.years import years_in_force


@dataclass(frozen=True)
class Indicators:
    """Takes no parameters: each indicator is measured each working year; one on trial is only shown."""


def is_measured_in(fact: IndicatorFact, period: Period) -> bool:
    """Say whether an indicator is to be measured in a year: in use when it ends, and not on trial."""
    begun = fact.since is None or fact.since <= period.ends
    return begun and not fact.on_trial and (fact.until is None or fact.until > period.ends)


def _evidence(fact: IndicatorFact) -> Evidence:
    return Evidence("indicator", fact.id, tr("indikator {name}", name=fact.name))


def _year(
    obligation: Obligation, facts: Facts, period: Period, indicators: list[IndicatorFact], on: date
) -> Finding:
    lacking = [each for each in indicators if period.label not in {value.period for value in each.values}]
    measured = len(indicators) - len(lacking)
    if not lacking:
        status = Status.FULFILLED
        message = tr("Alla {n} indikatorer är mätta för {period}.", n=measured, period=period.label)
        if len(indicators) == 1:
            message = tr("Indikatorn är mätt för {period}.", period=period.label)
    else:
        status = Status.BREACHED if on > period.ends else Status.UPCOMING
        message = tr(
            "{measured} av {all} indikatorer är mätta för {period}. Saknas: {names}.",
            measured=measured,
            all=len(indicators),
            period=period.label,
            names=listed([each.name for each in lacking]),
        )
    return obligation.finding(
        "R42",
        status,
        message,
        group=obligation.sole_group(facts),
        period=period.label,
        required=len(indicators),
        actual=measured,
        evidence=map(_evidence, lacking or indicators),
        mend=tr("Ange värdena för {period}.", period=period.label) if lacking else "",
    )


def _trial(obligation: Obligation, facts: Facts, indicators: list[IndicatorFact]) -> Finding:
    return obligation.finding(
        "R42",
        Status.NOT_COUNTABLE,
        tr("Under utprövning: {names}.", names=listed([each.name for each in indicators])),
        group=obligation.sole_group(facts),
        evidence=map(_evidence, indicators),
    )


def evaluate(
    obligation: Obligation,
    parameters: Indicators,  # noqa: ARG001  there are none
    facts: Facts,
    on: date,
) -> Iterator[Finding]:
    """Yield, for each working year begun, whether its indicators are measured; and which are on trial."""
    for period in years_in_force(obligation, facts, on):
        wanted = [each for each in facts.indicators if is_measured_in(each, period)]
        if wanted:
            yield _year(obligation, facts, period, wanted, on)
    if on < facts.agreement.starts or not obligation.covers(on):
        return
    on_trial = [each for each in facts.indicators if each.on_trial and each.until is None]
    if on_trial:
        yield _trial(obligation, facts, on_trial)
    if not facts.indicators:
        yield obligation.finding(
            "R42",
            Status.NOT_COUNTABLE,
            tr("Inga indikatorer är upplagda."),
            group=obligation.sole_group(facts),
            mend=tr("Lägg upp indikatorerna i registret."),
        )


KIND = RuleKind("indicators", Indicators, evaluate, mark("Indikatorer"))
