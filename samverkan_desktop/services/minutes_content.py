"""Gathering what the minutes of a meeting say."""

from collections.abc import Iterable, Iterator, Sequence
from datetime import date

from sqlalchemy.orm import Session

from samverkan_desktop.documents.minutes import (
    Approver,
    Attendee,
    MinutedCommission,
    MinutedDecision,
    MinutedItem,
    MinutedTask,
    Minutes,
    PartyAttendees,
)
from samverkan_desktop.i18n import tr
from samverkan_desktop.models.agreement import Agreement
from samverkan_desktop.models.group import Group
from samverkan_desktop.models.meeting import Meeting
from samverkan_desktop.rules.wording import capital
from samverkan_desktop.services import (
    agenda,
    approval,
    attachment,
    attendance,
    commission,
    decision,
    individual_cases,
    own_words,
    task,
)
from samverkan_desktop.services.attendance import AttendanceRow
from samverkan_desktop.services.group import SeatRow, seat_rows
from samverkan_desktop.services.meeting import details_in, rows_in
from samverkan_desktop.services.organisation import bound_in
from samverkan_desktop.services.wording import initiative, occasion
from samverkan_desktop.vocabulary import (
    Approval,
    AttendanceStatus,
    ItemOrigin,
    MeetingKind,
    MeetingStatus,
    Role,
)

#: Where an item came from that is worth saying in the minutes.
_TOLD = (ItemOrigin.DEVIATION, ItemOrigin.DIRECTION)
_AWAY = (AttendanceStatus.EXCUSED, AttendanceStatus.ABSENT)


def recorder(session: Session, meeting: Meeting) -> str:
    """Return who took the notes: the one named, else the secretary who was there; else nothing."""
    seats = {seat.id: seat for seat in seat_rows(session, meeting.group_id, meeting.day)}
    if meeting.recorder_seat_id is not None:
        seat = seats.get(meeting.recorder_seat_id)
        if seat is None:
            return ""
        own = Role.SECRETARY in seat.roles
        return seat.function if own else tr("{function} (tillfällig)", function=seat.function)
    present = {
        row.seat_id for row in attendance.rows_in(session, meeting) if row.status is AttendanceStatus.PRESENT
    }
    secretaries = [s for s in seats.values() if Role.SECRETARY in s.roles and s.id in present]
    return secretaries[0].function if secretaries else ""


def gather(session: Session, meeting_id: int, *, draft: bool, correction: str = "") -> Minutes:
    """Return the minutes of a meeting as they stand.

    Args:
        session: where to read.
        meeting_id: the meeting.
        draft: whether they are not finished.
        correction: number and reason of a correction; else empty.
    """
    meeting = session.get_one(Meeting, meeting_id)
    row = details_in(session, meeting_id)
    group = session.get_one(Group, meeting.group_id)
    agreement = session.get_one(Agreement, group.agreement_id)
    words = own_words.of_agreement(agreement)
    rows = attendance.rows_in(session, meeting)
    seats = seat_rows(session, meeting.group_id, meeting.day)
    papers = attachment.rows_in(session, meeting_id)
    seated = [each for each in rows if each.seat_id is not None]
    ordinary = [each for each in seated if each.deputy_for_id is None]
    return Minutes(
        organisation=agreement.municipality,
        parties=bound_in(session, agreement.id),
        agreement=agreement.title,
        label=capital(group.record),
        group=group.full_name,
        occasion=occasion(row, with_kind=True),
        day=meeting.day,
        starts=meeting.starts,
        ends=meeting.ends,
        place=meeting.place,
        case_number=meeting.case_number,
        initiative=initiative(row),
        present=_by_party(_there(seated)),
        absent=_by_party(_told(ordinary, seated, _AWAY)),
        vacant=_by_party(_told(ordinary, seated, (AttendanceStatus.VACANT,))),
        coopted=tuple(_attendee(each, rows) for each in rows if each.seat_id is None),
        convenor=_holder_of(Role.CONVENOR, seats),
        convenor_label=capital(words.role(Role.CONVENOR)),
        secretary=_holder_of(Role.SECRETARY, seats),
        secretary_label=capital(words.role(Role.SECRETARY)),
        chair=_holder_of(Role.CHAIR, seats),
        chair_label=capital(words.role(Role.CHAIR)),
        items=_items(session, meeting_id),
        recorded_by=recorder(session, meeting),
        distribution=(group.name,),
        attachments=tuple(paper.label for paper in papers),
        next_meeting=_next(session, meeting),
        correction=correction,
        draft=draft,
        approvers=approvers_of(session, meeting),
        approval=approval_of(session, meeting),
        reminders=individual_cases.rules_of(session, group, meeting.day).confidentiality,
    )


def approvers_of(session: Session, meeting: Meeting) -> tuple[Approver, ...]:
    """Return who approves the minutes, with the day of those who have."""
    return tuple(
        Approver(row.function, _named(row.name, row.function), str(row.approved_on or ""))
        for row in approval.standing_in(session, meeting).approvers
    )


def approval_of(session: Session, meeting: Meeting) -> str:
    """Return what is said of the minutes' approval by a later meeting; empty where none is to do so."""
    found = approval.standing_in(session, meeting)
    return found.sentence if found.how is Approval.NEXT_MEETING else ""


def _named(holder: str, function: str) -> str:
    # A holder who is called what the function is called is a placeholder, not a name.
    return "" if holder.startswith(function) else holder


def _holder_of(role: Role, seats: Iterable[SeatRow]) -> str:
    return next((seat.function for seat in seats if role in seat.roles), "")


def _there(rows: Sequence[AttendanceRow]) -> Iterator[tuple[str, Attendee]]:
    """Yield who was there with its party: seats, and whoever came in a holder's place for once."""
    for row in rows:
        if row.status is AttendanceStatus.PRESENT:
            yield row.party, _attendee(row, rows)
        elif row.substitute:
            notes = (tr("ersätter {function}", function=row.short_name), *_part(row))
            yield row.party, Attendee(row.substitute, "", notes)


def _told(
    rows: Sequence[AttendanceRow], listed: Sequence[AttendanceRow], states: Sequence[AttendanceStatus]
) -> Iterator[tuple[str, Attendee]]:
    return ((row.party, _attendee(row, listed)) for row in rows if row.status in states)


def _by_party(attendees: Iterable[tuple[str, Attendee]]) -> tuple[PartyAttendees, ...]:
    parties: dict[str, list[Attendee]] = {}
    for party, attendee in attendees:
        parties.setdefault(party, []).append(attendee)
    return tuple(PartyAttendees(party, tuple(those)) for party, those in parties.items())


def _attendee(row: AttendanceRow, listed: Sequence[AttendanceRow]) -> Attendee:
    guest = row.seat_id is None and row.party
    notes = [row.party] if guest else list(row.role_names)
    notes += [row.ex_officio] if row.ex_officio else []
    if row.status is AttendanceStatus.EXCUSED:
        notes.append(tr("anmält förhinder"))
    elif row.status is AttendanceStatus.ABSENT:
        notes.append(tr("ej närvarande"))
    elif row.status is AttendanceStatus.PRESENT:
        notes += [tr("tf")] if row.acting else []
        notes += [*_deputy(row, listed), *_heads(row), *_part(row)]
    holder = "" if row.vacant else row.holder
    return Attendee(row.function, _named(holder, row.function), tuple(notes))


def _deputy(row: AttendanceRow, listed: Sequence[AttendanceRow]) -> list[str]:
    """Return whom a deputy stood in for; only that it is one where nobody was away."""
    for other in listed:
        if other.seat_id == row.deputy_for_id and row.deputy_for_id is not None:
            away = other.status is not AttendanceStatus.PRESENT
            return [tr("ersätter {function}", function=other.short_name) if away else tr("ersättare")]
    return []


def _heads(row: AttendanceRow) -> list[str]:
    if row.headcount is None:
        return []
    if row.size is None:
        return [tr("{heads} personer", heads=row.headcount)]
    return [tr("{heads} av {size}", heads=row.headcount, size=row.size)]


def _part(row: AttendanceRow) -> list[str]:
    first, last = row.from_item, row.to_item
    if first is not None and first == last:
        return [tr("punkt {number}", number=first)]
    if first is not None and last is not None:
        return [tr("punkt {first}–{last}", first=first, last=last)]
    if first is not None:
        return [tr("fr.o.m. punkt {number}", number=first)]
    return [tr("t.o.m. punkt {number}", number=last)] if last is not None else []


def _items(session: Session, meeting_id: int) -> tuple[MinutedItem, ...]:
    meeting = session.get_one(Meeting, meeting_id)
    own = decision.rows_in(session, group_id=meeting.group_id)
    decisions = [row for row in own if row.meeting_id == meeting_id]
    given = [
        row
        for row in commission.rows_in(session, meeting.day, group_id=meeting.group_id)
        if row.meeting_id == meeting_id
    ]
    papers = attachment.rows_in(session, meeting_id)
    tasks = task.rows_in(session, meeting.day, group_id=meeting.group_id)
    by_decision = {row.id: row.item_id for row in decisions}
    return tuple(
        MinutedItem(
            number=item.number,
            heading=item.heading,
            origin=item.origin_text if item.origin in _TOLD else "",
            presenter=item.presenter,
            notes=item.notes.strip(),
            decisions=tuple(_decision(row) for row in decisions if row.item_id == item.id),
            commissions=tuple(_commission(c) for c in given if by_decision.get(c.decision_id) == item.id),
            tasks=tuple(
                MinutedTask(each.text, each.responsible.replace(";", ","), each.when)
                for each in tasks
                if each.item_id == item.id
            ),
            attachments=tuple(paper.label for paper in papers if paper.item_id == item.id),
        )
        for item in agenda.items_in(session, meeting_id)
    )


def _decision(row: decision.DecisionRow) -> MinutedDecision:
    return MinutedDecision(
        number=row.number,
        text=row.text,
        responsible=row.responsible.replace(";", ","),
        proposal=row.proposal,
        when=row.when,
        distribution=row.distribution,
        supersedes=tuple(link.of_earlier for link in row.supersedes),
    )


def _commission(row: commission.CommissionRow) -> MinutedCommission:
    # What was decided here, also when a later meeting has given it another day.
    when = final = row.first_when or row.when
    if row.interim:
        days = ", ".join(day.isoformat() for day in row.interim)
        when = tr("delredovisning {days}, slutredovisning {final}", days=days, final=final)
    return MinutedCommission(row.number, row.title, row.responsible.replace(";", ","), row.how, when)


def _next(session: Session, meeting: Meeting) -> date | None:
    coming = [
        row.day
        for row in rows_in(session, group_id=meeting.group_id)
        if row.day > meeting.day
        and row.kind is MeetingKind.ORDINARY
        and row.status is not MeetingStatus.CANCELLED
    ]
    return coming[0] if coming else None
