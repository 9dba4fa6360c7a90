"""What is looked at before minutes are finished: where each thing is mended, and whether it may stay so."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum

from sqlalchemy import select
from sqlalchemy.orm import Session

from samverkan_desktop.errors import UserError
from samverkan_desktop.i18n import tr
from samverkan_desktop.models.direction import Direction
from samverkan_desktop.models.group import Group
from samverkan_desktop.models.meeting import Meeting, Waiver
from samverkan_desktop.rules.finding import Finding, Status
from samverkan_desktop.rules.wording import capital, listed
from samverkan_desktop.services import agenda, attendance, commission, decision, own_words, task
from samverkan_desktop.services.agenda import ItemRow
from samverkan_desktop.services.attendance import AttendanceRow
from samverkan_desktop.services.check import findings_in
from samverkan_desktop.services.commission import CommissionRow
from samverkan_desktop.services.decision import DecisionRow
from samverkan_desktop.services.facts import demanded_of
from samverkan_desktop.services.group import seat_rows
from samverkan_desktop.services.meeting import open_meeting
from samverkan_desktop.services.minutes_people import recorder
from samverkan_desktop.services.privacy import demand, refuse
from samverkan_desktop.services.workspace import Workspace
from samverkan_desktop.vocabulary import (
    AttendanceStatus,
    DecisionKind,
    Grade,
    ItemCategory,
    MeetingStatus,
    Role,
)

#: Rules about what minutes say: mended by writing, so nothing is finished while one is breached.
_WRITTEN = frozenset({"R08", "R11", "R12", "R21", "R29"})
#: Rules about what happened at a meeting: told, since no writing mends it.
_HAPPENED = frozenset({"R06", "R07", "R26", "R28"})
#: What the agreement cannot say is only recommended.
_PRIVACY = frozenset({"R11", "R12"})
#: Kinds of obligations that are judged by who was noted as present.
_COUNTED = frozenset({"party_representation", "designated_attendance", "seat_attendance"})
_AWAY = (AttendanceStatus.EXCUSED, AttendanceStatus.ABSENT, AttendanceStatus.VACANT)


class Weight(StrEnum):
    """What a check means for the minutes: it must be mended, may be left with a reason, or is only told."""

    MUST = "must"
    MAY = "may"
    TOLD = "told"


@dataclass(frozen=True)
class CheckRow:
    """One thing found before minutes are finished.

    Args:
        check: what is missing, as `Waiver` notes it: ``notes``, ``executor``, or the rule, ``R11``.
        place: where it is mended: ``item:4``, ``decision:7``, ``commission:2``, or ``meeting:1``.
        sentence: what it says.
        weight: what it means.
        reason: why it is left as it is; empty where it is not.
    """

    check: str
    place: str
    sentence: str
    weight: Weight
    reason: str = ""

    @property
    def stops(self) -> bool:
        """Whether the minutes cannot be finished for it."""
        return self.weight is Weight.MUST or (self.weight is Weight.MAY and not self.reason)


def checks(work: Workspace, meeting_id: int) -> tuple[CheckRow, ...]:
    """Return what is found at a meeting whose minutes are to be finished: what stops them first."""
    with work.read() as session:
        return checks_in(session, meeting_id, work.today)


def checks_in(session: Session, meeting_id: int, on: date) -> tuple[CheckRow, ...]:
    """Return what is found at a meeting, as a session sees it on a day."""
    meeting = session.get_one(Meeting, meeting_id)
    place = f"meeting:{meeting_id}"
    if meeting.status in (MeetingStatus.PLANNED, MeetingStatus.CALLED):
        begin = tr("Mötet är inte genomfört än. Inled mötet först.")
        return (CheckRow("held", place, begin, Weight.MUST),)
    if meeting.status is MeetingStatus.CANCELLED:
        return (CheckRow("held", place, tr("Mötet är inställt."), Weight.MUST),)
    reasons = {
        (each.check, each.place): each.reason
        for each in session.scalars(select(Waiver).where(Waiver.meeting_id == meeting_id))
    }
    found = [*_people(session, meeting), *_written(session, meeting, on)]
    rows = [
        replace(row, reason=reasons.get((row.check, row.place), "")) if row.weight is Weight.MAY else row
        for row in found
    ]
    return tuple(sorted(rows, key=lambda row: (not row.stops, row.weight is Weight.TOLD)))


def _people(session: Session, meeting: Meeting) -> Iterator[CheckRow]:
    """Yield what is missing of who was there and who took the notes."""
    place = f"meeting:{meeting.id}"
    group = session.get_one(Group, meeting.group_id)
    counted = any(each.kind in _COUNTED for each in demanded_of(session, group, meeting.day))
    weight = Weight.MUST if counted else Weight.MAY
    rows = attendance.rows_in(session, meeting)
    missing = [row.short_name for row in rows if row.status is None and row.deputy_for_id is None]
    if missing:
        sentence = tr("Närvaro saknas för {names}.", names=", ".join(missing))
        yield CheckRow("attendance", place, sentence, weight)
    elif not any(row.status is AttendanceStatus.PRESENT for row in rows):
        yield CheckRow("nobody", place, tr("Ingen är noterad som närvarande."), weight)
    sentence = _recorder(session, meeting, rows)
    if sentence:
        yield CheckRow("recorder", place, sentence, Weight.MAY)


def _recorder(session: Session, meeting: Meeting, rows: Iterable[AttendanceRow]) -> str:
    """Return what is wrong with who took the notes; empty for nothing."""
    if recorder(session, meeting):
        own = [row for row in rows if row.seat_id is not None and row.seat_id == meeting.recorder_seat_id]
        if any(row.status in _AWAY for row in own):
            return tr("Den som anges ha fört anteckningarna var inte närvarande. Ange någon som var det.")
        return ""
    if any(Role.SECRETARY in seat.roles for seat in seat_rows(session, meeting.group_id, meeting.day)):
        secretary = capital(own_words.of_group(session, meeting.group_id).the_role(Role.SECRETARY))
        return tr("{secretary} var inte närvarande. Ange vem som förde anteckningarna.", secretary=secretary)
    return tr("Ange vem som förde anteckningarna.")


def _written(session: Session, meeting: Meeting, on: date) -> Iterator[CheckRow]:
    """Yield what is missing in the items, decisions and commissions, and what the agreement says of them."""
    items = agenda.items_in(session, meeting.id)
    taken = decision.rows_in(session, meeting_id=meeting.id)
    given = [
        row
        for row in commission.rows_in(session, meeting.day, group_id=meeting.group_id)
        if row.meeting_id == meeting.id
    ]
    judged = list(_judged(session, meeting, items, taken, given, on))
    yield from judged
    tasks = {row.item_id for row in task.rows_in(session, meeting.day, group_id=meeting.group_id)}
    filled = {row.item_id for row in taken} | tasks | {item.parent_id for item in items}
    formal = {item.id for item in items if item.category is ItemCategory.FORMALITY}
    for item in items:
        if item.notes.strip() or item.carries_over or item.id in filled | formal:
            continue
        sentence = tr("Punkt {number}, {heading}, har ingen text.", number=item.number, heading=item.heading)
        yield CheckRow("notes", f"item:{item.id}", sentence, Weight.MAY)
    directed = select(Direction.decision_id).where(Direction.decision_id.in_([row.id for row in taken]))
    carried = {row.decision_id for row in given} | set(session.scalars(directed))
    for row in taken:
        if row.kind is not DecisionKind.DECISION or row.item_id in formal or row.id in carried:
            continue
        if not row.responsible.strip():
            sentence = tr("Beslut {number} har ingen som verkställer det.", number=row.number)
            yield CheckRow("executor", f"decision:{row.id}", sentence, Weight.MAY)
    told = {row.place for row in judged}
    yield from (row for row in _briefs(given) if row.place not in told)


def _briefs(given: Iterable[CommissionRow]) -> Iterator[CheckRow]:
    for row in given:
        lacks = [] if row.how.strip() else [tr("hur det redovisas")]
        lacks += [] if row.when else [tr("när det redovisas")]
        if lacks:
            sentence = tr("Uppdraget {number} säger inte {what}.", number=row.number, what=listed(lacks))
            yield CheckRow("brief", f"commission:{row.id}", sentence, Weight.MAY)


def _judged(
    session: Session,
    meeting: Meeting,
    items: Iterable[ItemRow],
    taken: Iterable[DecisionRow],
    given: Iterable[CommissionRow],
    on: date,
) -> Iterator[CheckRow]:
    """Yield the breaches of rules that rest on what is in these minutes."""
    here = [("item", row.id) for row in items] + [("decision", row.id) for row in taken]
    here += [("commission", row.id) for row in given] + [("meeting", meeting.id)]
    agreement_id = session.get_one(Group, meeting.group_id).agreement_id
    for finding in findings_in(session, on, agreement_id=agreement_id):
        if finding.status is not Status.BREACHED or finding.rule not in _WRITTEN | _HAPPENED:
            continue
        about = {(each.kind, each.id) for each in finding.evidence}
        place = next((f"{kind}:{identity}" for kind, identity in here if (kind, identity) in about), None)
        if place is not None:
            yield CheckRow(finding.rule, place, finding.message, _weight(finding))


def _weight(finding: Finding) -> Weight:
    if finding.rule in _HAPPENED:
        return Weight.TOLD
    recommended = finding.grade is not Grade.MUST and finding.rule not in _PRIVACY
    return Weight.MAY if recommended else Weight.MUST


def waive(work: Workspace, meeting_id: int, left: Iterable[tuple[str, str]], reason: str) -> None:
    """Leave things as they are when the minutes are finished, and note why; nothing of it is printed.

    Args:
        work: the open archive.
        meeting_id: the meeting.
        left: what is left, as `CheckRow` has it: ``check`` and ``place`` of each.
        reason: why.

    Raises:
        UserError: there is no reason, the minutes are finished, or the agreement or privacy demands it.
    """
    demand(tr("Ange varför det lämnas som det är."), reason=reason)
    refuse(reason=reason)
    label = tr("Lämnades som det är inför färdigställandet: {reason}", reason=reason.strip())
    with work.change("minutes_checks.waive", label) as session:
        open_meeting(session, meeting_id)
        found = {(row.check, row.place): row for row in checks_in(session, meeting_id, work.today)}
        for check, place in left:
            row = found.get((check, place))
            if row is None:
                raise UserError(tr("Det saknas inte längre. Läs listan igen."))
            if row.weight is not Weight.MAY:
                raise UserError(
                    tr("Det här måste ordnas innan anteckningarna färdigställs: {what}", what=row.sentence)
                )
            _forget(session, meeting_id, check, place)
            session.add(Waiver(meeting_id=meeting_id, check=check, place=place, reason=reason.strip()))


def insist(work: Workspace, meeting_id: int, check: str, place: str) -> None:
    """Take back that something is left as it is.

    Raises:
        UserError: the minutes are finished.
    """
    with work.change("minutes_checks.insist", tr("Lämnas inte längre som det är")) as session:
        open_meeting(session, meeting_id)
        _forget(session, meeting_id, check, place)


def _forget(session: Session, meeting_id: int, check: str, place: str) -> None:
    chosen = select(Waiver).where(
        Waiver.meeting_id == meeting_id, Waiver.check == check, Waiver.place == place
    )
    for waiver in session.scalars(chosen):
        session.delete(waiver)
    session.flush()
