"""Matters for boards as the window and documents read them: each with its chain of instances."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from sqlalchemy import select
from sqlalchemy.orm import Session

from samverkan_desktop.models.agreement import StoredObligation
from samverkan_desktop.models.board_report import BoardMatter, BoardReport
from samverkan_desktop.models.decision import Decision
from samverkan_desktop.models.group import Group
from samverkan_desktop.models.meeting import Meeting
from samverkan_desktop.models.organisation import Party
from samverkan_desktop.register_vocabulary import BoardOutcome, Instance, MatterSubject, UnionStep
from samverkan_desktop.rules import board_matters
from samverkan_desktop.rules.register_facts import BoardMatterFact
from samverkan_desktop.services import board_words, facts_of_registers
from samverkan_desktop.services.board_notice import LawDay, law_days


@dataclass(frozen=True)
class BoardReportRow:
    """What one instance has done with a matter (B01, ST03).

    Args:
        id: identity.
        matter_id: the matter.
        board: the board, also where its committee or a delegate is the instance.
        subject: what the matter is about.
        instance: committee, board, delegate or the next instance.
        clause: number of the clause decided on; None for all of them.
        reported_on: the day; None where it is still to be dealt with.
        paragraph: the instance's own number, as it was written: ``§ 60:1``, ``85``.
        page: its page in the minutes, which run through the year (B02).
        outcome: what it did; None where nothing is decided.
        outcome_text: the same in words; empty where nothing is decided.
        text: the proposal or decision, word for word (B19).
        delegation: who decided, by what in the order of delegation (S11); only for a delegate.
        rider: what was added (ST07).
        attested_on: the day its minutes were attested.
        notice_up_on: the day that was announced.
        notice_down_on: the day the announcement was taken down.
        distributed_on: the day the decision was sent to those on the distribution list (B20).
        law: the days that the law counts from what is noted, in order.
        place: where it was dealt with, in words: ``Socialnämnden 2007-05-24 § 85 s. 167``.
    """

    id: int
    matter_id: int
    board: str
    subject: MatterSubject
    instance: Instance
    clause: int | None
    reported_on: date | None
    paragraph: str
    page: str
    outcome: BoardOutcome | None
    outcome_text: str
    text: str
    delegation: str
    rider: str
    attested_on: date | None
    notice_up_on: date | None
    notice_down_on: date | None
    distributed_on: date | None
    law: tuple[LawDay, ...]
    place: str


@dataclass(frozen=True)
class ClauseRow:
    """One numbered clause of a proposed decision, with what each board has decided on it last (ST03).

    Args:
        number: its number; None for a matter without numbered clauses, as a whole.
        text: the clause; the matter's title for a matter as a whole.
        decided: each board with its latest decision on the clause; None where it has none.
    """

    number: int | None
    text: str
    decided: tuple[tuple[str, BoardReportRow | None], ...]


@dataclass(frozen=True)
class BoardMatterRow:
    """A matter for boards; see `models.board_report.BoardMatter` for what its fields mean.

    Args:
        id: identity.
        agreement_id: the agreement.
        subject: what it is about.
        title: its heading.
        period: label of the working year it concerns; may be empty.
        case_number: registry number (dnr) with whatever code follows it (B03); may be empty.
        answers: the letter it answers (ST04); may be empty.
        earlier: earlier decisions by organ, day and paragraph (B05).
        statement: the administration's statement (B17).
        clauses: the proposed decision, clause by clause.
        enclosures: its papers; their number is their place, from 1 (B04).
        distribution: to whom the decision is sent (B20).
        opened_on: when it was opened.
        negotiation: what has been done towards the unions; None where nothing is noted.
        negotiated_on: the day of it.
        negotiated_with: whom with.
        negotiated_agreed: whether they agreed; None where not noted.
        negotiation_text: the same in a sentence (B18); empty where nothing is noted.
        planning_meeting_id: the officials' meeting before it (S11).
        planning_meeting: that meeting in words: ``Styrgruppen 2018-09-04``.
        decision_id: a group's own decision on the matter.
        decision: its number.
        meeting_id: the meeting that is reported (ST13).
        meeting: that meeting in words.
        signing_by: the function that a board has commissioned to sign (S22).
        signed_on: the day it did.
        chain: what each instance has done, in order of day; what is still to come last.
        standing: clause by clause, what each board has decided.
    """

    id: int
    agreement_id: int
    subject: MatterSubject
    title: str
    period: str
    case_number: str
    answers: str
    earlier: tuple[str, ...]
    statement: str
    clauses: tuple[str, ...]
    enclosures: tuple[str, ...]
    distribution: tuple[str, ...]
    opened_on: date
    negotiation: UnionStep | None
    negotiated_on: date | None
    negotiated_with: str
    negotiated_agreed: bool | None
    negotiation_text: str
    planning_meeting_id: int | None
    planning_meeting: str
    decision_id: int | None
    decision: str
    meeting_id: int | None
    meeting: str
    signing_by: str
    signed_on: date | None
    chain: tuple[BoardReportRow, ...]
    standing: tuple[ClauseRow, ...]

    @property
    def to_sign(self) -> bool:
        """Whether somebody has been commissioned to sign and has not done so (S22)."""
        return bool(self.signing_by) and self.signed_on is None


def report_row(report: BoardReport, subject: MatterSubject) -> BoardReportRow:
    """Return what one instance has done."""
    days = law_days(
        report.instance, report.outcome, report.reported_on, report.attested_on, report.notice_up_on,
        report.notice_down_on,
    )  # fmt: skip
    where = board_words.place(
        report.board, report.instance, report.reported_on, report.paragraph, report.page
    )
    return BoardReportRow(
        id=report.id,
        matter_id=report.matter_id,
        board=report.board,
        subject=subject,
        instance=report.instance,
        clause=report.clause,
        reported_on=report.reported_on,
        paragraph=report.paragraph,
        page=report.page,
        outcome=report.outcome,
        outcome_text=board_words.outcome_name(report.outcome) if report.outcome else "",
        text=report.text,
        delegation=report.delegation,
        rider=report.rider,
        attested_on=report.attested_on,
        notice_up_on=report.notice_up_on,
        notice_down_on=report.notice_down_on,
        distributed_on=report.distributed_on,
        law=days,
        place=where,
    )


def rows_in(session: Session, agreement_id: int) -> tuple[BoardMatterRow, ...]:
    """Return an agreement's matters for boards as a session sees them, oldest first."""
    facts = {fact.id: fact for fact in facts_of_registers.board_matters(session, agreement_id)}
    chosen = select(BoardMatter).where(BoardMatter.id.in_(facts))
    matters = {matter.id: matter for matter in session.scalars(chosen)}
    reports: defaultdict[int, list[BoardReportRow]] = defaultdict(list)
    for report in session.scalars(select(BoardReport).where(BoardReport.matter_id.in_(facts))):
        reports[report.matter_id].append(report_row(report, matters[report.matter_id].subject))
    names = _Names(session, tuple(matters.values()))
    known = own_boards(session, agreement_id)
    return tuple(
        _matter_row(
            matters[fact.id], sorted(reports[fact.id], key=_in_order), names, _standing(
                matters[fact.id], fact, reports[fact.id], known
            )
        )
        for fact in facts.values()
    )  # fmt: skip


def _in_order(row: BoardReportRow) -> tuple[object, ...]:
    return (row.reported_on or date.max, row.id)


class _Names:
    """What the meetings and decisions that matters name are called."""

    def __init__(self, session: Session, matters: Sequence[BoardMatter]) -> None:
        named = {each for m in matters for each in (m.meeting_id, m.planning_meeting_id) if each}
        found = (
            select(Meeting.id, Group.name, Meeting.day)
            .join(Group, Group.id == Meeting.group_id)
            .where(Meeting.id.in_(named))
        )
        self._meetings: dict[int, str] = {row.id: f"{row.name} {row.day}" for row in session.execute(found)}
        decided = {m.decision_id for m in matters if m.decision_id}
        numbers = select(Decision.id, Decision.number).where(Decision.id.in_(decided))
        self._decisions: dict[int, str] = {row.id: row.number for row in session.execute(numbers)}

    def meeting(self, meeting_id: int | None) -> str:
        return self._meetings.get(meeting_id or 0, "")

    def decision(self, decision_id: int | None) -> str:
        return self._decisions.get(decision_id or 0, "")


def _standing(
    matter: BoardMatter,
    fact: BoardMatterFact,
    reports: Sequence[BoardReportRow],
    known: Sequence[str],
) -> tuple[ClauseRow, ...]:
    by_id = {row.id: row for row in reports}
    deciding = [row.board for row in reports if row.instance is not Instance.COMMITTEE]
    boards = once([*known, *deciding])
    rows = []
    for number in board_matters.clauses(fact):
        decided = []
        for board in boards:
            latest = board_matters.decision_by(fact, board, number)
            decided.append((board, by_id[latest.id] if latest else None))
        text = matter.title if number is None else matter.clauses[number - 1]
        rows.append(ClauseRow(number, text, tuple(decided)))
    return tuple(rows)


def once(boards: Sequence[str]) -> tuple[str, ...]:
    """Return boards without those named before, whatever the capitals."""
    found: list[str] = []
    for board in boards:
        if not any(board_matters.same_board(board, each) for each in found):
            found.append(board)
    return tuple(found)


def own_boards(session: Session, agreement_id: int) -> tuple[str, ...]:
    """Return the boards that the agreement's parties serve, in its order."""
    chosen = select(Party.board).where(Party.agreement_id == agreement_id, Party.board != "")
    return once(session.scalars(chosen.order_by(Party.position)).all())


def boards_in(session: Session, agreement_id: int) -> tuple[str, ...]:
    """Return the boards to choose from: the parties', those the agreement names, those met before."""
    demanded = session.scalars(
        select(StoredObligation.parameters).where(StoredObligation.agreement_id == agreement_id)
    )
    named = [str(board) for parameters in demanded for board in parameters.get("boards", ())]
    met = (
        select(BoardReport.board)
        .join(BoardMatter, BoardMatter.id == BoardReport.matter_id)
        .where(BoardMatter.agreement_id == agreement_id)
        .order_by(BoardReport.id)
    )
    return once([*own_boards(session, agreement_id), *named, *session.scalars(met)])


def _matter_row(
    matter: BoardMatter,
    chain: Sequence[BoardReportRow],
    names: _Names,
    standing: tuple[ClauseRow, ...],
) -> BoardMatterRow:
    return BoardMatterRow(
        id=matter.id,
        agreement_id=matter.agreement_id,
        subject=matter.subject,
        title=matter.title,
        period=matter.period,
        case_number=matter.case_number,
        answers=matter.answers,
        earlier=tuple(matter.earlier),
        statement=matter.statement,
        clauses=tuple(matter.clauses),
        enclosures=tuple(matter.enclosures),
        distribution=tuple(matter.distribution),
        opened_on=matter.opened_on,
        negotiation=matter.negotiation,
        negotiated_on=matter.negotiated_on,
        negotiated_with=matter.negotiated_with,
        negotiated_agreed=matter.negotiated_agreed,
        negotiation_text=board_words.negotiation_sentence(
            matter.negotiation, matter.negotiated_on, matter.negotiated_with, agreed=matter.negotiated_agreed
        ),
        planning_meeting_id=matter.planning_meeting_id,
        planning_meeting=names.meeting(matter.planning_meeting_id),
        decision_id=matter.decision_id,
        decision=names.decision(matter.decision_id),
        meeting_id=matter.meeting_id,
        meeting=names.meeting(matter.meeting_id),
        signing_by=matter.signing_by,
        signed_on=matter.signed_on,
        chain=tuple(chain),
        standing=standing,
    )
