"""That the evaluation at the end of the term is reported to each board (R20). Source: T26."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date

from samverkan_desktop.i18n import mark, tr
from samverkan_desktop.register_vocabulary import Instance, MatterSubject
from samverkan_desktop.rules.agreement_facts import AgreementFact, EarlierTermFact
from samverkan_desktop.rules.board_matters import check_boards, matters_about, same_board
from samverkan_desktop.rules.facts import Facts
from samverkan_desktop.rules.finding import Evidence, Finding, Status
from samverkan_desktop.rules.obligation import Obligation, RuleKind
from samverkan_desktop.rules.register_facts import BoardReportFact


@dataclass(frozen=True)
class EvaluationReport:
    """Parameters.

    Args:
        boards: the names of the boards that are to have the evaluation. The agreement sets no last day
            for it, so a report that is missing after the term is a risk and never a breach.
    """

    boards: tuple[str, ...]

    def __post_init__(self) -> None:
        check_boards(self.boards)


@dataclass(frozen=True)
class _Term:
    """A term of the agreement, and the days on which a report is on its evaluation and no other's."""

    ends: date
    since: date
    until: date


def _terms(agreement: AgreementFact) -> list[_Term]:
    """Return the terms whose evaluation is to be reported, oldest first: those evaluated, and the last."""
    own = EarlierTermFact(date.max, agreement.ends, agreement.evaluation_begun_on, agreement.evaluated_on)
    evaluated = [term for term in agreement.earlier_terms if term.evaluated_on]
    terms: list[_Term] = []
    for term in (*evaluated, own):
        if term.ends is None:
            continue
        begun = term.evaluation_begun_on or term.evaluated_on or term.ends
        if terms:
            terms[-1] = replace(terms[-1], until=begun)
        terms.append(_Term(term.ends, begun if terms else date.min, date.max))
    return terms


def _report(facts: Facts, board: str, term: _Term) -> BoardReportFact | None:
    for matter in matters_about(facts, MatterSubject.EVALUATION):
        for report in matter.reports:
            day = report.reported_on if report.instance is Instance.BOARD else None
            if same_board(report.board, board) and day is not None and term.since <= day < term.until:
                return report
    return None


def _verdict(board: str, report: BoardReportFact | None, ends: date, on: date) -> tuple[Status, str]:
    if report:
        text = tr("Utvärderingen redovisades för {board} {day}.", board=board, day=report.reported_on)
        return Status.FULFILLED, text
    if on > ends:
        return Status.AT_RISK, tr("Utvärderingen är inte redovisad för {board}.", board=board)
    text = tr("Utvärderingen redovisas för {board} när avtalet har löpt ut {ends}.", board=board, ends=ends)
    return Status.NOT_DUE, text


def evaluate(
    obligation: Obligation, parameters: EvaluationReport, facts: Facts, on: date
) -> Iterator[Finding]:
    """Yield, for each board, whether it has had the evaluation; nothing for an agreement without an end.

    An agreement that was evaluated and prolonged yields it for each of its terms.
    """
    if not obligation.covers(max(on, facts.agreement.starts)):
        return
    for term in _terms(facts.agreement):
        for board in parameters.boards:
            report = _report(facts, board, term)
            status, message = _verdict(board, report, term.ends, on)
            yield obligation.finding(
                "R20",
                status,
                message,
                period=facts.agreement.calendar.of(term.ends).label,
                required=board,
                actual=str(report.reported_on) if report else tr("inte redovisad"),
                evidence=[Evidence("board_report", report.id, board, report.reported_on)] if report else [],
                mend=tr("Redovisa utvärderingen för {board} och anteckna dagen.", board=board)
                if status is Status.AT_RISK
                else "",
            )


KIND = RuleKind("evaluation_report", EvaluationReport, evaluate, mark("Utvärderingen redovisas för nämnder"))
