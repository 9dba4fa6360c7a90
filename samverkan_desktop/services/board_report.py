"""Matters for the political boards: what is put before them, and what each instance does with it."""

from dataclasses import dataclass
from datetime import date

from sqlalchemy import select

from samverkan_desktop.i18n import tr
from samverkan_desktop.models.board_report import BoardMatter, BoardReport
from samverkan_desktop.services.privacy import demand, refuse, refuse_future
from samverkan_desktop.services.workspace import Workspace
from samverkan_desktop.vocabulary import BoardOutcome, MatterSubject


@dataclass(frozen=True)
class BoardReportRow:
    """What a board has had reported to it: what about, when, and under which paragraph."""

    id: int
    board: str
    subject: MatterSubject
    reported_on: date | None
    paragraph: str


def report_evaluation(work: Workspace, agreement_id: int, board: str, day: date, paragraph: str) -> int:
    """Note that the evaluation was reported to a board, on a day, under a paragraph (T26).

    Raises:
        UserError: the board is missing, the day is to come, or a text holds a personal identity number.
    """
    demand(tr("Ange vilken nämnd."), board=board)
    refuse(board=board, paragraph=paragraph)
    refuse_future(work.today, day=day)
    chosen = select(BoardMatter).where(
        BoardMatter.agreement_id == agreement_id, BoardMatter.subject == MatterSubject.EVALUATION
    )
    with work.change("board_report.report_evaluation", tr("Redovisat för {board}", board=board)) as session:
        matter = session.scalar(chosen.order_by(BoardMatter.id.desc()).limit(1))
        if matter is None:
            matter = BoardMatter(
                agreement_id=agreement_id,
                subject=MatterSubject.EVALUATION,
                title=tr("Utvärdering av samverkansavtalet"),
                opened_on=day,
            )
            session.add(matter)
            session.flush()
        matter.opened_on = min(matter.opened_on, day)
        report = BoardReport(
            matter_id=matter.id,
            board=board,
            reported_on=day,
            paragraph=paragraph,
            outcome=BoardOutcome.FILED,
        )
        session.add(report)
        session.flush()
        return report.id


def listing(work: Workspace, agreement_id: int) -> tuple[BoardReportRow, ...]:
    """Return everything that boards have had reported to them, oldest first."""
    with work.read() as session:
        found = session.execute(
            select(BoardReport, BoardMatter.subject)
            .join(BoardMatter, BoardMatter.id == BoardReport.matter_id)
            .where(BoardMatter.agreement_id == agreement_id)
            .order_by(BoardReport.id)
        )
        return tuple(
            BoardReportRow(report.id, report.board, subject, report.reported_on, report.paragraph)
            for report, subject in found
        )
