"""That the follow-up made every so many years is reported to chosen boards (R20). Source: S18."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from samverkan_desktop.i18n import mark, tr
from samverkan_desktop.periods import Period
from samverkan_desktop.register_vocabulary import MatterSubject
from samverkan_desktop.rules import board_matters
from samverkan_desktop.rules.facts import Facts
from samverkan_desktop.rules.finding import Finding, Status
from samverkan_desktop.rules.obligation import Obligation, RuleKind
from samverkan_desktop.rules.parameter_fault import at_least_one
from samverkan_desktop.rules.register_facts import BoardMatterFact, BoardReportFact
from samverkan_desktop.rules.wording import shall


@dataclass(frozen=True)
class FollowUpReport:
    """Parameters.

    Args:
        boards: the names of the boards that are to have it. An agreement that says "nämnden" without
            saying which names none: it must be chosen.
        every: after how many working years, counted from the agreement's start; 2 is every second year.
    """

    boards: tuple[str, ...]
    every: int

    def __post_init__(self) -> None:
        board_matters.check_boards(self.boards)
        at_least_one("every", self.every)


def _rounds(facts: Facts, every: int, on: date) -> tuple[tuple[Period, ...], ...]:
    """Return the working years begun, cut into rounds of which the last year is the one it is due in."""
    begun = facts.periods(on)
    return tuple(begun[last - every + 1 : last + 1] for last in range(every - 1, len(begun), every))


def _found(
    facts: Facts, board: str, round_of_years: Sequence[Period]
) -> tuple[BoardMatterFact, BoardReportFact] | None:
    """Return the report of a round of years: of a matter on its last year, or on none but made in it."""
    due = round_of_years[-1]
    for matter in board_matters.matters_about(facts, MatterSubject.FOLLOW_UP):
        report = board_matters.reported(matter, board)
        if report is None or report.reported_on is None:
            continue
        within = round_of_years[0].starts <= report.reported_on <= due.ends
        if matter.period == due.label or (not matter.period and within):
            return matter, report
    return None


def _finding(
    obligation: Obligation, board: str, facts: Facts, round_of_years: Sequence[Period], on: date
) -> Finding:
    due = round_of_years[-1]
    found = _found(facts, board, round_of_years)
    told = {"period": due.label, "board": board}
    if found:
        day = found[1].reported_on
        status = Status.FULFILLED
        message = tr("Uppföljningen {period} redovisades för {board} {day}.", **told, day=day)
    elif on > due.ends:
        status = Status.BREACHED
        message = tr("Uppföljningen {period} är inte redovisad för {board}.", **told)
    else:
        status = Status.UPCOMING
        message = tr(
            "Uppföljningen {shall} redovisas för {board} under {period}.",
            **told,
            shall=shall(obligation.grade),
        )
    return obligation.finding(
        "R20",
        status,
        message,
        period=due.label,
        required=board,
        actual=str(found[1].reported_on) if found else tr("inte redovisad"),
        evidence=board_matters.evidence(*found) if found else (),
        mend=tr("Redovisa uppföljningen för {board} och anteckna dagen.", board=board)
        if status is Status.BREACHED
        else "",
    )


def evaluate(obligation: Obligation, parameters: FollowUpReport, facts: Facts, on: date) -> Iterator[Finding]:
    """Yield, for each working year begun whose turn it is, whether each board has had it."""
    for round_of_years in _rounds(facts, parameters.every, on):
        if obligation.covers(max(round_of_years[-1].starts, facts.agreement.starts)):
            for board in parameters.boards:
                yield _finding(obligation, board, facts, round_of_years, on)


KIND = RuleKind(
    "follow_up_report", FollowUpReport, evaluate, mark("Uppföljningen redovisas för valda nämnder")
)
