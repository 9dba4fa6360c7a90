"""That what a board has decided is sent to those who are to have it (R47). Source: B20."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from samverkan_desktop.i18n import mark, tr
from samverkan_desktop.register_vocabulary import MatterSubject
from samverkan_desktop.rules import board_matters
from samverkan_desktop.rules.facts import Facts
from samverkan_desktop.rules.finding import Finding, Status
from samverkan_desktop.rules.obligation import Obligation, RuleKind
from samverkan_desktop.rules.register_facts import BoardMatterFact, BoardReportFact


@dataclass(frozen=True)
class DecisionDistribution:
    """Takes no parameters: what is decided is sent to those on the matter's distribution list.

    The agreement sets no day for it, so a decision not sent is a risk and never a breach; not before its
    minutes are attested, or should have been. That a board has been told of a meeting is sent to nobody
    unless there is a list.
    """


_Decided = tuple[BoardMatterFact, BoardReportFact]


def _concerned(obligation: Obligation, facts: Facts) -> dict[str, list[_Decided]]:
    """Return what has been decided and is to be sent, by the label of the working year, oldest first."""
    by_year: dict[str, list[_Decided]] = {}
    for matter in facts.board_matters:
        if matter.subject is MatterSubject.MEETING and not matter.distribution:
            continue
        for report in board_matters.decisions(matter):
            if report.reported_on is not None and obligation.covers(report.reported_on):
                label = facts.agreement.calendar.of(report.reported_on).label
                by_year.setdefault(label, []).append((matter, report))
    return by_year


def _waiting(
    obligation: Obligation, period: str, matter: BoardMatterFact, report: BoardReportFact, on: date
) -> Finding:
    decided = report.reported_on or matter.opened_on
    told = {"board": report.board, "day": decided, "title": matter.title}
    status = Status.AT_RISK
    if not matter.distribution:
        message = tr("Beslutet i {board} {day} om {title} har ingen sändlista.", **told)
    else:
        message = tr("Beslutet i {board} {day} om {title} är inte expedierat.", **told)
        if report.attested_on is None and on <= decided + board_matters.ATTESTED_WITHIN:
            status = Status.UPCOMING
    return obligation.finding(
        "R47",
        status,
        message,
        period=period,
        required=matter.distribution,
        actual=tr("inte expedierat"),
        evidence=board_matters.evidence(matter, report),
        mend=tr("Skicka beslutet till dem som står på sändlistan och anteckna dagen.")
        if status is Status.AT_RISK
        else "",
    )


def _all_sent(obligation: Obligation, period: str, decided: list[_Decided]) -> Finding:
    message = (
        tr("Nämndernas {count} beslut {period} är expedierade.", count=len(decided), period=period)
        if len(decided) > 1
        else tr("Nämndens beslut {period} är expedierat.", period=period)
    )
    return obligation.finding(
        "R47",
        Status.FULFILLED,
        message,
        period=period,
        required=len(decided),
        actual=len(decided),
        evidence=[board_matters.evidence(*each)[-1] for each in decided],
    )


def evaluate(
    obligation: Obligation,
    parameters: DecisionDistribution,  # noqa: ARG001  there are none
    facts: Facts,
    on: date,
) -> Iterator[Finding]:
    """Yield, for each working year with decisions by boards, those not sent; or that every one has been."""
    for period, decided in _concerned(obligation, facts).items():
        left = [each for each in decided if each[1].distributed_on is None]
        for matter, report in left:
            yield _waiting(obligation, period, matter, report, on)
        if not left:
            yield _all_sent(obligation, period, decided)


KIND = RuleKind("decision_distribution", DecisionDistribution, evaluate, mark("Expediering av beslut"))
