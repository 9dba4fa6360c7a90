"""What boards have done with a matter, as every rule on boards asks for it (B01, S11, ST03)."""

from collections.abc import Sequence
from datetime import timedelta

from samverkan_desktop.i18n import tr
from samverkan_desktop.register_vocabulary import BoardOutcome, Instance, MatterSubject
from samverkan_desktop.rules.facts import Facts
from samverkan_desktop.rules.finding import Evidence
from samverkan_desktop.rules.parameter_fault import not_empty
from samverkan_desktop.rules.register_facts import BoardMatterFact, BoardReportFact

#: Within how long a board's minutes are attested, counted from its meeting: kommunallagen (domain 4.7).
ATTESTED_WITHIN = timedelta(days=14)
#: What leaves a matter decided as it was proposed; forwarded, it is the next instance's to decide.
SETTLED = (BoardOutcome.APPROVED, BoardOutcome.FILED, BoardOutcome.FORWARDED)


def check_boards(boards: Sequence[str]) -> None:
    """Refuse a list of boards that is empty, says one twice, or has one without a name."""
    not_empty("boards", boards)
    for board in boards:
        not_empty("boards", board)


def same_board(one: str, other: str) -> bool:
    """Say whether two names are one board's, whatever the capitals."""
    return one.strip().casefold() == other.strip().casefold()


def matters_about(facts: Facts, subject: MatterSubject) -> tuple[BoardMatterFact, ...]:
    """Return the matters on a subject, oldest first."""
    return tuple(matter for matter in facts.board_matters if matter.subject is subject)


def reported(matter: BoardMatterFact, board: str) -> BoardReportFact | None:
    """Return the first time a board itself had a matter before it; None where it has not."""
    return min(
        (
            report
            for report in matter.reports
            if report.instance is Instance.BOARD
            and report.reported_on is not None
            and same_board(report.board, board)
        ),
        key=_order,
        default=None,
    )


def decisions(matter: BoardMatterFact) -> tuple[BoardReportFact, ...]:
    """Return what has been decided in a matter, oldest first.

    A committee only prepares (B19): where it decides by delegation it is noted as a delegate.
    """
    decided = [
        report
        for report in matter.reports
        if report.instance is not Instance.COMMITTEE
        and report.reported_on is not None
        and report.outcome not in (None, BoardOutcome.PROPOSED)
    ]
    return tuple(sorted(decided, key=_order))


def decision_by(matter: BoardMatterFact, board: str, clause: int | None = None) -> BoardReportFact | None:
    """Return a board's latest decision on a clause of a matter, by itself or by its delegate.

    Args:
        matter: the matter.
        board: the board's name.
        clause: the clause's number; None for the matter as a whole. A decision on the whole decides
            every clause.
    """
    own = [
        report
        for report in decisions(matter)
        if same_board(report.board, board) and report.clause in (None, clause)
    ]
    return own[-1] if own else None


def clauses(matter: BoardMatterFact) -> tuple[int | None, ...]:
    """Return the numbers of the clauses a board has to decide on; None alone for the matter as a whole."""
    return tuple(range(1, matter.clauses + 1)) or (None,)


def decisions_by(matter: BoardMatterFact, board: str) -> tuple[BoardReportFact | None, ...]:
    """Return a board's latest decision on each clause, in their order; None for one it has not decided."""
    return tuple(decision_by(matter, board, number) for number in clauses(matter))


def is_settled(report: BoardReportFact | None) -> bool:
    """Say whether a decision leaves nothing to decide."""
    return report is not None and report.outcome in SETTLED


def _order(report: BoardReportFact) -> tuple[object, ...]:
    return (report.reported_on, report.id)


def with_sign(paragraph: str) -> str:
    """Return an instance's paragraph as it is printed, whether or not its sign was written: ``§ 60:1``."""
    bare = paragraph.strip().removeprefix("§").strip()
    return f"§ {bare}" if bare else ""


def evidence(matter: BoardMatterFact, *reports: BoardReportFact | None) -> tuple[Evidence, ...]:
    """Return a matter and what boards have done with it, as evidence: ``Socialnämnden § 85``."""
    found = [Evidence("board_matter", matter.id, tr("ärendet {title}", title=matter.title), matter.opened_on)]
    for report in reports:
        if report is not None:
            label = f"{report.board} {with_sign(report.paragraph)}".strip()
            found.append(Evidence("board_report", report.id, label, report.reported_on))
    return tuple(dict.fromkeys(found))
