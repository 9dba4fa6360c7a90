"""Commissions: given with how and when (T22), reported, approved, or given a new day by decision."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from sqlalchemy import Row, Select, func, select
from sqlalchemy.orm import Session

from samverkan_desktop.errors import UserError
from samverkan_desktop.i18n import tr
from samverkan_desktop.models.agenda import AgendaItem
from samverkan_desktop.models.agreement import Agreement
from samverkan_desktop.models.commission import Commission, CommissionDue, CommissionReport
from samverkan_desktop.models.commitment import Commitment
from samverkan_desktop.models.decision import Decision
from samverkan_desktop.models.group import Group
from samverkan_desktop.models.meeting import Meeting
from samverkan_desktop.services.agreement import calendar_of
from samverkan_desktop.services.due import read, shown
from samverkan_desktop.services.meeting import open_meeting
from samverkan_desktop.services.privacy import demand, refuse
from samverkan_desktop.services.scope import of_groups
from samverkan_desktop.services.workspace import Workspace
from samverkan_desktop.vocabulary import CommissionStatus, MeetingStatus, ReportKind

_FINISHED = (MeetingStatus.FINISHED, MeetingStatus.SENT)


@dataclass(frozen=True)
class CommissionRow:
    """A commission with what has become of it.

    ``first_due`` is the day first decided where a new one was decided later, else None; ``due_words`` and
    ``first_words`` are those times as they were decided where they are no days (ST05); ``late``
    says that it is unreported after its day, ``locked`` that the minutes it stands in are finished,
    ``commitment`` which commitment it serves.
    """

    id: int
    number: str
    title: str
    background: str
    group_id: int
    group: str
    decision_id: int
    decision: str
    given_on: date
    meeting_id: int
    responsible: str
    work_group_id: int | None
    work_group: str
    how: str
    due: date | None
    first_due: date | None
    interim: tuple[date, ...]
    status: CommissionStatus
    reported_on: date | None
    approved_by: str
    late: bool
    locked: bool
    commitment_id: int | None
    commitment: str
    due_words: str = ""
    first_words: str = ""

    @property
    def when(self) -> str:
        """The time that holds, as it was decided: ``2019-02-05``, ``första kvartalet 2010``."""
        return shown(self.due, self.due_words)

    @property
    def first_when(self) -> str:
        """The time first decided, where a new one was decided later; else empty."""
        return shown(self.first_due, self.first_words)

    @property
    def outcome(self) -> str:
        """What has become of it, in words."""
        if self.reported_on is None:
            return tr("försenad") if self.late else tr("pågår")
        if self.due is not None and self.reported_on > self.due:
            return tr("redovisad för sent")
        return tr("redovisad efter beslutad ny tid") if self.first_due else tr("redovisad i tid")


def give(
    work: Workspace,
    decision_id: int,
    title: str,
    *,
    responsible: str,
    how: str,
    due: date | str | None,
    interim: Sequence[date] = (),
    background: str = "",
    work_group_id: int | None = None,
    number: str = "",
) -> int:
    """Give a commission by a decision (T22).

    Args:
        work: the open archive.
        decision_id: the decision that gives it.
        title: what it is.
        responsible: who carries it (T03); several are parted by a semicolon.
        how: how it is to be reported.
        due: when it is to be reported: a day, or words such as ``första kvartalet 2010`` (ST05).
        interim: when interim reports are due, before ``due``.
        background: the need; may be empty.
        work_group_id: the work group that carries it; None for functions.
        number: what it is to be called; the next free ``U`` number where empty.

    Raises:
        UserError: title, responsible, how or when is missing (R08), a day cannot be, or a text holds
            a personal identity number.
    """
    demand(tr("Ange vad uppdraget gäller."), title=title)
    demand(tr("Ange vem som ansvarar för uppdraget."), responsible=responsible)
    refuse(title=title, how=how, responsible=responsible, background=background, number=number)
    if not due or not how.strip():
        field = "due" if how.strip() else "how"
        raise UserError(tr("Ange hur och när uppdraget ska redovisas."), field=field, rule="R08")
    with work.change("commission.give", tr("Uppdraget {title} gavs", title=title)) as session:
        meeting = open_meeting(session, session.get_one(Decision, decision_id).meeting_id)
        last, words = _time(session, meeting, due)
        _check_days(meeting.day, last, interim)
        agreement_id = session.get_one(Group, meeting.group_id).agreement_id
        sequence = _next_sequence(session, agreement_id)
        commission = Commission(
            group_id=meeting.group_id,
            decision_id=decision_id,
            sequence=sequence,
            number=_number(session, agreement_id, number.strip(), sequence),
            title=title.strip(),
            background=background.strip(),
            how=how.strip(),
            responsible=responsible.strip(),
            work_group_id=work_group_id,
            status=CommissionStatus.ONGOING,
        )
        session.add(commission)
        session.flush()
        session.add_all(_due(commission.id, ReportKind.INTERIM, day, "", decision_id) for day in interim)
        session.add(_due(commission.id, ReportKind.FINAL, last, words, decision_id))
        return commission.id


def _time(session: Session, meeting: Meeting, due: date | str) -> tuple[date, str]:
    """Return the last day on which a report is in time, and the words in which that was decided (ST05)."""
    if isinstance(due, date):
        return due, ""
    refuse(due=due)
    agreement = session.get_one(Agreement, session.get_one(Group, meeting.group_id).agreement_id)
    last, words = read(due, calendar_of(agreement))
    if last is None:
        raise UserError(
            tr("Skriv en dag, ett kvartal, en månad eller en termin: första kvartalet 2019."), field="due"
        )
    return last, words


def _due(commission_id: int, kind: ReportKind, day: date, words: str, decision_id: int) -> CommissionDue:
    return CommissionDue(
        commission_id=commission_id, kind=kind, due=day, words=words, decision_id=decision_id
    )


def _check_days(given: date, due: date, interim: Sequence[date]) -> None:
    if due < given:
        raise UserError(tr("Uppdraget kan inte redovisas innan det har getts."), field="due")
    if any(day < given for day in interim):
        raise UserError(tr("Uppdraget kan inte delredovisas innan det har getts."), field="interim")
    if any(day >= due for day in interim):
        raise UserError(tr("Delredovisningen ska ligga före slutredovisningen."), field="interim")


def _next_sequence(session: Session, agreement_id: int) -> int:
    given = select(func.max(Commission.sequence)).join(Group, Group.id == Commission.group_id)
    return (session.scalar(given.where(Group.agreement_id == agreement_id)) or 0) + 1


def _number(session: Session, agreement_id: int, wanted: str, sequence: int) -> str:
    given = select(Commission.number).join(Group, Group.id == Commission.group_id)
    taken = set(session.scalars(given.where(Group.agreement_id == agreement_id)))
    if wanted:
        if wanted in taken:
            raise UserError(tr("Det finns redan ett uppdrag {number}.", number=wanted), field="number")
        return wanted
    while f"U{sequence}" in taken:
        sequence += 1
    return f"U{sequence}"


def new_date(work: Workspace, commission_id: int, due: date | str, decision_id: int) -> None:
    """Give a commission a new day, or a new time in words as for `give`: only by a decision.

    Raises:
        UserError: it is reported already, the day is before the decision, or the words name no time.
    """
    with work.change("commission.new_date", tr("Ny redovisningstid {due}", due=due)) as session:
        commission = session.get_one(Commission, commission_id)
        if commission.status is not CommissionStatus.ONGOING:
            raise UserError(tr("Uppdraget är redan redovisat."))
        meeting = open_meeting(session, session.get_one(Decision, decision_id).meeting_id)
        _check_group(commission, meeting)
        last, words = _time(session, meeting, due)
        if last < meeting.day:
            raise UserError(tr("Den nya dagen ligger före beslutet. Välj en senare dag."), field="due")
        session.add(_due(commission_id, ReportKind.FINAL, last, words, decision_id))


def _check_group(commission: Commission, meeting: Meeting) -> None:
    if commission.group_id != meeting.group_id:
        raise UserError(tr("Uppdraget gavs av en annan grupp. Ta upp det på ett möte i den gruppen."))


def report(
    work: Workspace, commission_id: int, item_id: int, *, kind: ReportKind = ReportKind.FINAL, note: str = ""
) -> None:
    """Note that a commission was reported under an item, in part or finally.

    Raises:
        UserError: it has been reported finally, it was given later or by another group, the note holds a
            personal identity number, or the minutes are finished.
    """
    refuse(note=note)
    with work.change("commission.report", tr("Ett uppdrag redovisades")) as session:
        commission = session.get_one(Commission, commission_id)
        item = session.get_one(AgendaItem, item_id)
        meeting = open_meeting(session, item.meeting_id)
        if commission.status is not CommissionStatus.ONGOING:
            raise UserError(tr("Uppdraget är redan slutredovisat."))
        _check_group(commission, meeting)
        given = session.get_one(Decision, commission.decision_id)
        if meeting.day < session.get_one(Meeting, given.meeting_id).day:
            raise UserError(tr("Uppdraget kan inte redovisas innan det har getts."))
        session.add(
            CommissionReport(
                commission_id=commission_id, kind=kind, meeting_id=meeting.id, item_id=item_id, note=note
            )
        )
        item.commission_id = commission_id
        if kind is ReportKind.FINAL:
            commission.status = CommissionStatus.REPORTED


def approve(work: Workspace, commission_id: int, decision_id: int) -> None:
    """Note that the group has approved a reported commission, by a decision.

    Raises:
        UserError: it has not been reported, or is approved already.
    """
    with work.change("commission.approve", tr("Ett uppdrag godkändes")) as session:
        commission = session.get_one(Commission, commission_id)
        _check_group(commission, open_meeting(session, session.get_one(Decision, decision_id).meeting_id))
        if commission.status is CommissionStatus.ONGOING:
            raise UserError(tr("Uppdraget är inte redovisat än. Redovisa det först."))
        if commission.approval_decision_id not in (None, decision_id):
            raise UserError(tr("Uppdraget är redan godkänt genom ett annat beslut."))
        commission.status = CommissionStatus.APPROVED
        commission.approval_decision_id = decision_id


def change(work: Workspace, commission_id: int, **values: str) -> None:
    """Change a commission's ``title``, ``background``, ``how`` or ``responsible``.

    Raises:
        UserError: one that must be there is empty, a text holds a personal identity number, or the
            minutes of the meeting that gave it are finished.
    """
    assert values.keys() <= {"title", "background", "how", "responsible"}, values  # noqa: S101  the caller's mistake
    refuse(**values)
    needed = {name: value for name, value in values.items() if name != "background"}
    demand(tr("Fältet får inte vara tomt."), **needed)
    key = f"commission:{commission_id}:{','.join(sorted(values))}"
    with work.change("commission.change", tr("Ett uppdrag ändrades"), merge_key=key) as session:
        commission = session.get_one(Commission, commission_id)
        open_meeting(session, session.get_one(Decision, commission.decision_id).meeting_id)
        for name, value in values.items():
            setattr(commission, name, value.strip())


def listing(
    work: Workspace,
    open_only: bool = False,
    *,
    agreement_id: int | None = None,
    group_id: int | None = None,
) -> tuple[CommissionRow, ...]:
    """Return commissions in the order they were given.

    Args:
        work: the open archive.
        open_only: only those not reported.
        agreement_id: only those given by this agreement's groups; by every one's where None.
        group_id: only those given by this group; by every group where None.
    """
    with work.read() as session:
        rows = rows_in(session, work.today, agreement_id, group_id)
        return tuple(row for row in rows if not open_only or row.reported_on is None)


def rows_in(
    session: Session, today: date, agreement_id: int | None = None, group_id: int | None = None
) -> tuple[CommissionRow, ...]:
    """Return commissions as a session sees it, in the order they were given; as `listing` chooses them."""
    own = of_groups(agreement_id, group_id)
    given = select(Commission.id).join(Group, Group.id == Commission.group_id).where(*own)
    dues, decisions = _dues(session, given), _giving(session, given)
    names = {group.id: group.name for group in session.scalars(select(Group))}
    served = {each.id: each.title for each in session.scalars(select(Commitment))}
    reports = (
        select(CommissionReport.commission_id, Meeting.day)
        .join(Meeting, Meeting.id == CommissionReport.meeting_id)
        .where(CommissionReport.kind == ReportKind.FINAL, CommissionReport.commission_id.in_(given))
    )
    reported = {commission_id: day for commission_id, day in session.execute(reports)}  # noqa: C416  rows are not pairs to mypy
    rows = []
    for commission in session.scalars(
        select(Commission).where(Commission.id.in_(given)).order_by(Commission.id)
    ):
        own_dues = dues[commission.id]
        final = [(due.due, due.words) for due in own_dues if due.kind is ReportKind.FINAL]
        decision = decisions[commission.decision_id]
        approval = decisions.get(commission.approval_decision_id or 0)
        reported_on = reported.get(commission.id)
        due, words = final[-1] if final else (None, "")
        first, first_words = final[0] if len(final) > 1 else (None, "")
        rows.append(
            CommissionRow(
                id=commission.id,
                number=commission.number,
                title=commission.title,
                background=commission.background,
                group_id=commission.group_id,
                group=names[commission.group_id],
                decision_id=decision.id,
                decision=decision.number,
                given_on=decision.day,
                meeting_id=decision.meeting_id,
                responsible=commission.responsible,
                work_group_id=commission.work_group_id,
                work_group=names.get(commission.work_group_id or 0, ""),
                how=commission.how,
                due=due,
                first_due=first,
                interim=tuple(each.due for each in own_dues if each.kind is ReportKind.INTERIM),
                status=commission.status,
                reported_on=reported_on,
                approved_by=approval.number if approval else "",
                late=reported_on is None and due is not None and due < today,
                locked=decision.status in _FINISHED,
                commitment_id=commission.commitment_id,
                commitment=served.get(commission.commitment_id or 0, ""),
                due_words=words,
                first_words=first_words,
            )
        )
    return tuple(rows)


def _dues(session: Session, given: Select[int]) -> defaultdict[int, list[CommissionDue]]:
    dues: defaultdict[int, list[CommissionDue]] = defaultdict(list)
    chosen = select(CommissionDue).where(CommissionDue.commission_id.in_(given))
    for each in session.scalars(chosen.order_by(CommissionDue.id)):
        dues[each.commission_id].append(each)
    return dues


def _giving(session: Session, given: Select[int]) -> dict[int, Row[int, str, int, date, MeetingStatus]]:
    """Return the decisions that gave and that approved commissions, with their meetings' day and status."""
    chosen = select(Commission.decision_id, Commission.approval_decision_id).where(Commission.id.in_(given))
    concerned = chosen.subquery()
    columns = (Decision.id, Decision.number, Decision.meeting_id, Meeting.day, Meeting.status)
    found = session.execute(
        select(*columns)
        .join(Meeting, Meeting.id == Decision.meeting_id)
        .where(
            Decision.id.in_(select(concerned.c.decision_id))
            | Decision.id.in_(select(concerned.c.approval_decision_id))
        )
    )
    return {row.id: row for row in found}
