"""That each board decides on every clause of what is put before it (R46). Source: ST03, ST07."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from samverkan_desktop.i18n import mark, tr
from samverkan_desktop.register_vocabulary import BoardOutcome, MatterSubject
from samverkan_desktop.rules import board_matters
from samverkan_desktop.rules.facts import Facts
from samverkan_desktop.rules.finding import Finding, Status
from samverkan_desktop.rules.obligation import Obligation, RuleKind
from samverkan_desktop.rules.register_facts import BoardMatterFact, BoardReportFact
from samverkan_desktop.rules.wording import listed, shall
from samverkan_desktop.vocabulary import Grade


@dataclass(frozen=True)
class BoardDecisions:
    """Parameters.

    Args:
        boards: the names of the boards that each decide.
        subject: what the matters are about.
    """

    boards: tuple[str, ...]
    subject: MatterSubject

    def __post_init__(self) -> None:
        board_matters.check_boards(self.boards)


def _left_open(report: BoardReportFact) -> str:
    """Return what a board did that leaves a clause open: ``återremitterades 2008-06-12 med tillägget …``."""
    match report.outcome:
        case BoardOutcome.REFERRED_BACK:
            said = tr("återremitterades {day}", day=report.reported_on)
        case BoardOutcome.TABLED:
            said = tr("bordlades {day}", day=report.reported_on)
        case _:
            said = tr("avslogs {day}", day=report.reported_on)
    rider = report.rider.strip().rstrip(".")
    return tr("{said} med tillägget ”{rider}”", said=said, rider=rider) if rider else said


def _verdict(
    grade: Grade, board: str, matter: BoardMatterFact, decided: dict[int | None, BoardReportFact | None]
) -> tuple[Status, str]:
    numbers = [number for number in decided if number is not None]
    open_ones = {
        number: report
        for number, report in decided.items()
        if report is not None and not board_matters.is_settled(report)
    }
    missing = [number for number, report in decided.items() if report is None]
    if open_ones:
        told = [
            tr("punkt {number} {said}", number=number, said=_left_open(report))
            if number is not None and len(open_ones) < len(numbers)
            else _left_open(report)
            for number, report in open_ones.items()
        ]
        said = listed(list(dict.fromkeys(told)))
        return Status.AT_RISK, tr("{title}: {said} av {board}.", title=matter.title, said=said, board=board)
    if not missing:
        last = max(report.reported_on or date.min for report in decided.values() if report)
        text = tr("{title} är beslutad av {board} {day}.", title=matter.title, board=board, day=last)
        return Status.FULFILLED, text
    if len(missing) == len(decided):
        text = tr("{title} {shall} beslutas av {board}.", title=matter.title, shall=shall(grade), board=board)
        return Status.UPCOMING, text
    left = listed([str(number) for number in missing])
    text = tr(
        "{title}: {board} har inte beslutat om punkt {left}.", title=matter.title, board=board, left=left
    )
    return Status.AT_RISK, text


def _finding(obligation: Obligation, board: str, facts: Facts, matter: BoardMatterFact) -> Finding:
    decided = {
        number: board_matters.decision_by(matter, board, number) for number in board_matters.clauses(matter)
    }
    status, message = _verdict(obligation.grade, board, matter, decided)
    return obligation.finding(
        "R46",
        status,
        message,
        period=facts.agreement.calendar.of(matter.opened_on).label,
        required=len(decided),
        actual=sum(board_matters.is_settled(report) for report in decided.values()),
        evidence=board_matters.evidence(matter, *decided.values()),
        mend=tr("Ta upp ärendet på nytt i {board} och anteckna beslutet.", board=board)
        if status is Status.AT_RISK
        else "",
    )


def evaluate(
    obligation: Obligation,
    parameters: BoardDecisions,
    facts: Facts,
    on: date,  # noqa: ARG001  the facts are already those of the day
) -> Iterator[Finding]:
    """Yield, for each matter and board, whether the board has decided on every numbered clause."""
    for matter in board_matters.matters_about(facts, parameters.subject):
        if obligation.covers(matter.opened_on):
            for board in parameters.boards:
                yield _finding(obligation, board, facts, matter)


KIND = RuleKind("board_decisions", BoardDecisions, evaluate, mark("Beslut i varje nämnd"))
