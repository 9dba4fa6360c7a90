"""Matters for the political boards: opened, changed, signed for, taken away (T26, B01, S11, S22, ST03)."""

from collections.abc import Iterable
from datetime import date

from sqlalchemy import select
from sqlalchemy.orm import Session

from samverkan_desktop.errors import UserError
from samverkan_desktop.i18n import tr
from samverkan_desktop.models.agenda import AgendaItem
from samverkan_desktop.models.agreement import Agreement
from samverkan_desktop.models.board_report import BoardMatter, BoardReport
from samverkan_desktop.models.decision import Decision
from samverkan_desktop.models.group import Group
from samverkan_desktop.models.meeting import Meeting
from samverkan_desktop.models.official_report import OfficialReport, OfficialReportVariant
from samverkan_desktop.register_vocabulary import MatterSubject, UnionStep
from samverkan_desktop.rules import board_matters
from samverkan_desktop.services import agreement_term, facts_of_registers
from samverkan_desktop.services.board_rows import BoardMatterRow, boards_in, rows_in
from samverkan_desktop.services.period import year_labelled
from samverkan_desktop.services.privacy import demand, refuse, refuse_future
from samverkan_desktop.services.values import looked_through, set_values
from samverkan_desktop.services.workspace import Workspace

_LISTS = frozenset({"clauses", "enclosures", "distribution", "earlier"})
_FIELDS = _LISTS | {
    "subject", "title", "period", "case_number", "answers", "statement", "opened_on", "negotiation",
    "negotiated_on", "negotiated_with", "negotiated_agreed", "planning_meeting_id", "decision_id",
    "meeting_id", "signing_by",
}  # fmt: skip


def listing(work: Workspace, agreement_id: int) -> tuple[BoardMatterRow, ...]:
    """Return an agreement's matters for boards with their chains of instances, oldest first."""
    with work.read() as session:
        return rows_in(session, agreement_id)


def row(work: Workspace, matter_id: int) -> BoardMatterRow:
    """Return a matter with its chain of instances."""
    with work.read() as session:
        agreement_id = session.get_one(BoardMatter, matter_id).agreement_id
        return next(each for each in rows_in(session, agreement_id) if each.id == matter_id)


def boards(work: Workspace, agreement_id: int) -> tuple[str, ...]:
    """Return the boards to choose from: the parties', those the agreement names, those met before."""
    with work.read() as session:
        return boards_in(session, agreement_id)


def open_matter(
    work: Workspace, agreement_id: int, subject: MatterSubject, title: str, **values: object
) -> int:
    """Open a matter to put before boards.

    Args:
        work: the open archive.
        agreement_id: the agreement.
        subject: what it is about.
        title: its heading.
        values: further fields, as `change_matter` takes them; ``opened_on`` is today where it is left out.

    Returns:
        The matter's identity.

    Raises:
        UserError: as `change_matter` does.
    """
    given = {"opened_on": work.today, **values, "subject": subject, "title": title}
    with work.change("board_matter.open_matter", tr("Ärendet {title} öppnades", title=title)) as session:
        matter = BoardMatter(
            agreement_id=agreement_id, clauses=[], enclosures=[], distribution=[], earlier=[]
        )
        _set(work, session, matter, given)
        session.add(matter)
        session.flush()
        return matter.id


def change_matter(work: Workspace, matter_id: int, **values: object) -> None:
    """Change or correct a matter.

    Args:
        work: the open archive.
        matter_id: the matter.
        values: those to change. Texts: ``title``, ``period`` (a working year's label), ``case_number``,
            ``answers``, ``statement``, ``negotiated_with``, ``signing_by``. Lists of texts, of which empty
            ones are left out: ``clauses``, ``enclosures``, ``distribution``, ``earlier``. Days:
            ``opened_on``, ``negotiated_on``. Further ``subject``, ``negotiation`` (a `UnionStep`),
            ``negotiated_agreed``, and the identities ``planning_meeting_id``, ``decision_id`` and
            ``meeting_id``.

    Raises:
        UserError: the title is missing, a day is to come, the working year is none of the agreement's, a
            meeting or decision belongs to another agreement, a matter that reports a meeting names none, a
            negotiation has no day, a clause that a board has decided on would be lost, or a text holds a
            personal identity number (R11).
    """
    key = f"board-matter:{matter_id}:{','.join(sorted(values))}"
    label = tr("Ett ärende för nämnd ändrades")
    with work.change("board_matter.change_matter", label, merge_key=key) as session:
        _set(work, session, session.get_one(BoardMatter, matter_id), values)


def _set(work: Workspace, session: Session, matter: BoardMatter, values: dict[str, object]) -> None:
    given = looked_through(values, _FIELDS)
    for name in _LISTS & given.keys():
        given[name] = _lines(name, given[name])
    set_values(matter, given)
    _settle_negotiation(matter)
    _check(work, session, matter)


def _lines(name: str, given: object) -> list[str]:
    assert isinstance(given, Iterable), given  # noqa: S101  the caller's mistake, not the user's
    lines = [str(line).strip() for line in given]
    refuse(**{name: "\n".join(lines)})
    return [line for line in lines if line]


def _settle_negotiation(matter: BoardMatter) -> None:
    """Let the day of a negotiation say that one was held, and keep nothing of one that is not needed."""
    if matter.negotiation is None and matter.negotiated_on is not None:
        matter.negotiation = UnionStep.NEGOTIATED
    if matter.negotiation in (None, UnionStep.NOT_CONCERNED):
        matter.negotiated_on, matter.negotiated_with, matter.negotiated_agreed = None, "", None


def _check(work: Workspace, session: Session, matter: BoardMatter) -> None:
    demand(tr("Ange vad ärendet gäller."), title=matter.title)
    refuse_future(work.today, opened_on=matter.opened_on)
    if matter.negotiation not in (None, UnionStep.NOT_CONCERNED):
        if matter.negotiated_on is None:
            raise UserError(tr("Ange vilken dag det skedde."), field="negotiated_on")
        refuse_future(work.today, negotiated_on=matter.negotiated_on)
    agreement = session.get_one(Agreement, matter.agreement_id)
    if matter.period:
        matter.period = year_labelled(agreement, matter.period).label
    if matter.subject is MatterSubject.MEETING and matter.meeting_id is None:
        raise UserError(tr("Ange vilket möte som redovisas."), field="meeting_id")
    for name in ("planning_meeting_id", "meeting_id", "decision_id"):
        _check_own(session, matter, name)
    _check_clauses(session, matter)


def _check_own(session: Session, matter: BoardMatter, name: str) -> None:
    identity = getattr(matter, name)
    if identity is None:
        return
    meeting_id = session.get_one(Decision, identity).meeting_id if name == "decision_id" else identity
    group_id = session.get_one(Meeting, meeting_id).group_id
    if session.get_one(Group, group_id).agreement_id != matter.agreement_id:
        sentence = (
            tr("Välj ett beslut som hör till avtalet.")
            if name == "decision_id"
            else tr("Välj ett möte som hör till avtalet.")
        )
        raise UserError(sentence, field=name)


def _check_clauses(session: Session, matter: BoardMatter) -> None:
    """Refuse that a clause which somebody has decided on is lost."""
    if matter.id is None:
        return
    chosen = select(BoardReport.clause).where(
        BoardReport.matter_id == matter.id, BoardReport.clause > len(matter.clauses)
    )
    lost = session.scalar(chosen.order_by(BoardReport.clause).limit(1))
    if lost is not None:
        sentence = tr("Punkt {number} är behandlad. Ta bort behandlingen innan punkten.", number=lost)
        raise UserError(sentence, field="clauses")


def sign(work: Workspace, matter_id: int, day: date, words: str = "") -> None:
    """Note that whoever a board commissioned to sign has signed (S22); the agreement is signed then.

    Only a matter on adopting the agreement signs it: of others the day alone is noted.

    Args:
        work: the open archive.
        matter_id: the matter.
        day: the day of the signature.
        words: place and date as they are written on the agreement: ``Trelleborg den 18/5-18``.

    Raises:
        UserError: nobody was commissioned, no board has decided by that day, the day is to come, or the
            words hold a personal identity number.
    """
    refuse(words=words)
    refuse_future(work.today, day=day)
    use_case, label = "board_matter.sign", tr("Uppdraget att underteckna utfördes")
    with work.together(use_case, label):
        with work.change(use_case, label) as session:
            matter = session.get_one(BoardMatter, matter_id)
            demand(tr("Ange vem som har i uppdrag att underteckna."), signing_by=matter.signing_by)
            if not _decided_by(session, matter, day):
                sentence = tr("Ingen nämnd har beslutat i ärendet {day}. Rätta dagen.", day=day)
                raise UserError(sentence, field="day")
            matter.signed_on = day
            adopts, agreement_id = matter.subject is MatterSubject.ADOPTION, matter.agreement_id
        if adopts:
            agreement_term.sign(work, agreement_id, words, day)


def _decided_by(session: Session, matter: BoardMatter, day: date) -> bool:
    facts = facts_of_registers.board_matters(session, matter.agreement_id)
    fact = next(each for each in facts if each.id == matter.id)
    return any(
        board_matters.is_settled(report) and report.reported_on is not None and report.reported_on <= day
        for report in board_matters.decisions(fact)
    )


def remove_matter(work: Workspace, matter_id: int) -> None:
    """Take a matter away, with everything noted of what instances have done with it."""
    with work.change("board_matter.remove_matter", tr("Ett ärende för nämnd togs bort")) as session:
        for report in session.scalars(select(BoardReport).where(BoardReport.matter_id == matter_id)):
            session.delete(report)
        for part in (OfficialReport, OfficialReportVariant):
            for written in session.scalars(select(part).where(part.board_matter_id == matter_id)):
                session.delete(written)
        for item in session.scalars(select(AgendaItem).where(AgendaItem.board_matter_id == matter_id)):
            item.board_matter_id = None
        session.flush()
        session.delete(session.get_one(BoardMatter, matter_id))
