"""What each instance does with a matter for boards: noted, corrected, sent out, taken away (B01, ST03)."""

from datetime import date

from sqlalchemy import select
from sqlalchemy.orm import Session

from samverkan_desktop.errors import UserError
from samverkan_desktop.i18n import tr
from samverkan_desktop.models.agreement import Agreement
from samverkan_desktop.models.board_report import BoardMatter, BoardReport
from samverkan_desktop.register_vocabulary import BoardOutcome, Instance, MatterSubject
from samverkan_desktop.rules.board_matters import same_board
from samverkan_desktop.services import own_words
from samverkan_desktop.services.board_rows import BoardReportRow, report_row
from samverkan_desktop.services.privacy import demand, refuse, refuse_future
from samverkan_desktop.services.values import looked_through, set_values
from samverkan_desktop.services.workspace import Workspace

_FIELDS = (
    "board", "instance", "clause", "reported_on", "paragraph", "page", "outcome", "text", "delegation",
    "rider", "attested_on", "notice_up_on", "notice_down_on", "distributed_on",
)  # fmt: skip
#: What a committee can do: it prepares, and never settles (B19).
_PREPARING = (BoardOutcome.PROPOSED, BoardOutcome.REFERRED_BACK, BoardOutcome.TABLED)
#: The days that come one after another, the first one being the instance's own.
_IN_ORDER = ("reported_on", "attested_on", "notice_up_on", "notice_down_on")


def note(work: Workspace, matter_id: int, board: str, **values: object) -> int:
    """Note what an instance is to do, or has done, with a matter.

    Args:
        work: the open archive.
        matter_id: the matter.
        board: the board; also where its committee or a delegate is the instance.
        values: further fields, as `change` takes them; the instance is the board itself where left out.

    Returns:
        The identity of what was noted.

    Raises:
        UserError: as `change` does.
    """
    given = {"instance": Instance.BOARD, **values, "board": board}
    with work.change("board_report.note", tr("Behandling i {board} antecknades", board=board)) as session:
        report = BoardReport(matter_id=matter_id, paragraph="", page="", text="", delegation="", rider="")
        _set(work, session, report, given)
        session.add(report)
        session.flush()
        return report.id


def change(work: Workspace, report_id: int, **values: object) -> None:
    """Change or correct what is noted of an instance.

    Args:
        work: the open archive.
        report_id: what was noted.
        values: those to change: ``board``, ``instance`` (an `Instance`), ``clause`` (the number of the
            clause decided on, None for all), ``reported_on``, ``paragraph`` (``§ 60:1``), ``page``,
            ``outcome`` (a `BoardOutcome`), ``text``, ``delegation``, ``rider``, ``attested_on``,
            ``notice_up_on``, ``notice_down_on``, ``distributed_on``.

    Raises:
        UserError: the board is missing, a day is to come or before the one it follows, there is an outcome
            without a day, a committee decides or a board only proposes, a delegate has no delegation, the
            clause is none of the matter's, or a text holds a personal identity number (R11).
    """
    key = f"board-report:{report_id}:{','.join(sorted(values))}"
    label = tr("Behandlingen i en nämnd ändrades")
    with work.change("board_report.change", label, merge_key=key) as session:
        _set(work, session, session.get_one(BoardReport, report_id), values)


def _set(work: Workspace, session: Session, report: BoardReport, values: dict[str, object]) -> None:
    set_values(report, looked_through(values, _FIELDS))
    matter = session.get_one(BoardMatter, report.matter_id)
    demand(tr("Ange vilken nämnd."), board=report.board)
    _check_days(work, matter, report)
    _check_outcome(report)
    _check_clause(matter, report)


def _check_days(work: Workspace, matter: BoardMatter, report: BoardReport) -> None:
    days = {name: day for name in (*_IN_ORDER, "distributed_on") if (day := getattr(report, name))}
    refuse_future(work.today, **days)
    if not days:
        return
    if report.reported_on is None:
        raise UserError(tr("Ange först vilken dag ärendet behandlades."), field="reported_on")
    if report.reported_on < matter.opened_on:
        sentence = tr("Ärendet öppnades {day}. Välj den dagen eller en senare.", day=matter.opened_on)
        raise UserError(sentence, field="reported_on")
    before = report.reported_on
    for name in _IN_ORDER[1:]:
        if name in days and days[name] < before:
            raise UserError(tr("Välj {day} eller en senare dag.", day=before), field=name)
        before = days.get(name, before)
    if report.distributed_on is not None and report.distributed_on < report.reported_on:
        raise UserError(tr("Välj {day} eller en senare dag.", day=report.reported_on), field="distributed_on")


def _check_outcome(report: BoardReport) -> None:
    if report.instance is Instance.DELEGATE:
        sentence = tr("Ange vem som beslutar, och punkten i delegationsordningen.")
        demand(sentence, delegation=report.delegation)
    if report.outcome is None:
        return
    if report.reported_on is None:
        raise UserError(tr("Ange vilken dag beslutet fattades."), field="reported_on")
    if report.instance is Instance.COMMITTEE and report.outcome not in _PREPARING:
        raise UserError(
            tr("Utskottet bereder ärendet. Välj Föreslår, eller Delegat om det beslutar på delegation."),
            field="outcome",
        )
    if report.instance is not Instance.COMMITTEE and report.outcome is BoardOutcome.PROPOSED:
        raise UserError(tr("Bara ett utskott föreslår. Välj vad som beslutades."), field="outcome")


def _check_clause(matter: BoardMatter, report: BoardReport) -> None:
    if report.clause is not None and not 1 <= report.clause <= len(matter.clauses):
        sentence = (
            tr("Välj en punkt från 1 till {last}.", last=len(matter.clauses))
            if matter.clauses
            else tr("Ärendet har inga numrerade punkter. Lämna punkten tom.")
        )
        raise UserError(sentence, field="clause")


def distribute(work: Workspace, matter_id: int, board: str, day: date) -> int:
    """Note that what a board has decided has been sent to those on the distribution list (B20).

    Args:
        work: the open archive.
        matter_id: the matter.
        board: the board.
        day: the day it was sent.

    Returns:
        How many decisions were noted as sent: those not sent before.

    Raises:
        UserError: there is nobody on the list, nothing has been decided by that day, or the day is to come.
    """
    refuse_future(work.today, day=day)
    with work.change("board_report.distribute", tr("Beslut i {board} expedierades", board=board)) as session:
        matter = session.get_one(BoardMatter, matter_id)
        if not matter.distribution:
            raise UserError(tr("Skriv först vilka beslutet ska skickas till."), field="distribution")
        waiting = [
            report
            for report in session.scalars(select(BoardReport).where(BoardReport.matter_id == matter_id))
            if same_board(report.board, board)
            and report.instance is not Instance.COMMITTEE
            and report.distributed_on is None
            and report.outcome is not None
            and report.reported_on is not None
            and report.reported_on <= day
        ]
        if not waiting:
            raise UserError(
                tr("{board} har inget beslut att skicka {day}.", board=board, day=day), field="day"
            )
        for report in waiting:
            report.distributed_on = day
        return len(waiting)


def matter_of(work: Workspace, report_id: int) -> int | None:
    """Return the matter that something noted of an instance belongs to; None where it is not there."""
    with work.read() as session:
        report = session.get(BoardReport, report_id)
        return report.matter_id if report is not None else None


def remove(work: Workspace, report_id: int) -> None:
    """Take away what was noted of an instance."""
    with work.change("board_report.remove", tr("Behandlingen i en nämnd togs bort")) as session:
        session.delete(session.get_one(BoardReport, report_id))


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
            words = own_words.of_agreement(session.get_one(Agreement, agreement_id))
            matter = BoardMatter(
                agreement_id=agreement_id,
                subject=MatterSubject.EVALUATION,
                title=tr("Utvärdering av {agreement}", agreement=words.the_agreement),
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
    """Return everything that instances have done with an agreement's matters, as it was noted."""
    with work.read() as session:
        found = session.execute(
            select(BoardReport, BoardMatter.subject)
            .join(BoardMatter, BoardMatter.id == BoardReport.matter_id)
            .where(BoardMatter.agreement_id == agreement_id)
            .order_by(BoardReport.id)
        )
        return tuple(report_row(report, subject) for report, subject in found)
