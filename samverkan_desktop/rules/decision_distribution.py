"""That what a board has decided is sent to those who are to have it (R47). Source: B20."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from samverkan_desktop.i18n import mark, tr
from samverkan_desktop.rules import board_matters
from samverkan_desktop.rules.facts import Facts
from samverkan_desktop.rules.finding import Finding, Status
from samverkan_desktop.rules.obligation import Obligation, RuleKind
from samverkan_desktop.rules.register_facts import BoardMatterFact, BoardReportFact


@dataclass(frozen=True)
class DecisionDistribution:
    """Takes no parameters: what is decided is sent to those on the matter's distribution list.

    The agreement sets no day for it, so a decision not sent is a risk and never a breach; not before its
    minutes are attested, or should have been.
    """


def _verdict(matter: BoardMatterFact, report: BoardReportFact, decided: date, on: date) -> tuple[Status, str]:
    told = {"board": report.board, "day": decided, "title": matter.title}
    if report.distributed_on is not None:
        sent = report.distributed_on
        text = tr("Beslutet i {board} {day} om {title} expedierades {sent}.", **told, sent=sent)
        return Status.FULFILLED, text
    if not matter.distribution:
        text = tr("Beslutet i {board} {day} om {title} har ingen sändlista.", **told)
        return Status.AT_RISK, text
    text = tr("Beslutet i {board} {day} om {title} är inte expedierat.", **told)
    waiting = report.attested_on is None and on <= decided + board_matters.ATTESTED_WITHIN
    return Status.UPCOMING if waiting else Status.AT_RISK, text


def _finding(
    obligation: Obligation, facts: Facts, matter: BoardMatterFact, report: BoardReportFact, on: date
) -> Finding:
    decided = report.reported_on or matter.opened_on
    status, message = _verdict(matter, report, decided, on)
    return obligation.finding(
        "R47",
        status,
        message,
        period=facts.agreement.calendar.of(decided).label,
        required=matter.distribution,
        actual=str(report.distributed_on) if report.distributed_on else tr("inte expedierat"),
        evidence=board_matters.evidence(matter, report),
        mend=tr("Skicka beslutet till dem som står på sändlistan och anteckna dagen.")
        if status is Status.AT_RISK
        else "",
    )


def evaluate(
    obligation: Obligation,
    parameters: DecisionDistribution,  # noqa: ARG001  there are none
    facts: Facts,
    on: date,
) -> Iterator[Finding]:
    """Yield, for each decision in a matter for boards, whether it has been sent."""
    for matter in facts.board_matters:
        for report in board_matters.decisions(matter):
            if report.reported_on is not None and obligation.covers(report.reported_on):
                yield _finding(obligation, facts, matter, report, on)


KIND = RuleKind("decision_distribution", DecisionDistribution, evaluate, mark("Expediering av beslut"))
