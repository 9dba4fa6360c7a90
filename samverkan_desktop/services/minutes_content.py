"""Gathering what the minutes of a meeting say."""

from collections.abc import Iterable
from datetime import date

from sqlalchemy.orm import Session

from samverkan_desktop.documents.minutes import (
    Approver,
    MinutedCommission,
    MinutedDecision,
    MinutedItem,
    MinutedTask,
    Minutes,
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
    instance_matter,
    minutes_people,
    numbering,
    own_words,
    protocol,
    task,
)
from samverkan_desktop.services.group import seat_rows
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
    items = _items(session, meeting_id)
    named = _paragraphs(items) if protocol.is_kept(session, meeting) else {}
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
        present=minutes_people.by_party(minutes_people.there(seated, named)),
        absent=minutes_people.by_party(minutes_people.told(ordinary, seated, _AWAY)),
        vacant=minutes_people.by_party(minutes_people.told(ordinary, seated, (AttendanceStatus.VACANT,))),
        coopted=tuple(minutes_people.attendee(each, rows, named) for each in rows if each.seat_id is None),
        convenor=minutes_people.holder_of(Role.CONVENOR, seats),
        convenor_label=capital(words.role(Role.CONVENOR)),
        secretary=minutes_people.holder_of(Role.SECRETARY, seats),
        secretary_label=capital(words.role(Role.SECRETARY)),
        chair=minutes_people.holder_of(Role.CHAIR, seats),
        chair_label=capital(words.role(Role.CHAIR)),
        items=items,
        recorded_by=minutes_people.recorder(session, meeting),
        distribution=(group.name,),
        attachments=tuple(paper.label for paper in papers),
        next_meeting=_next(session, meeting),
        correction=correction,
        draft=draft,
        approvers=approvers_of(session, meeting),
        approval=approval_of(session, meeting),
        reminders=individual_cases.rules_of(session, group, meeting.day).confidentiality,
        front=protocol.front(session, meeting, items, minutes_people.signers(session, meeting, seats, words)),
    )


def _paragraphs(items: Iterable[MinutedItem]) -> dict[str, str]:
    """Return the paragraph of each item that has one, by the item's number."""
    return {item.number: item.paragraph for item in items if item.paragraph}


def approvers_of(session: Session, meeting: Meeting) -> tuple[Approver, ...]:
    """Return who approves the minutes, with the day of those who have."""
    named = minutes_people.named_holder
    return tuple(
        Approver(row.function, named(row.name, row.function), str(row.approved_on or ""))
        for row in approval.standing_in(session, meeting).approvers
    )


def approval_of(session: Session, meeting: Meeting) -> str:
    """Return what is said of the minutes' approval by a later meeting; empty where none is to do so."""
    found = approval.standing_in(session, meeting)
    return found.sentence if found.how is Approval.NEXT_MEETING else ""


def _items(session: Session, meeting_id: int) -> tuple[MinutedItem, ...]:
    meeting = session.get_one(Meeting, meeting_id)
    decisions = decision.rows_in(session, meeting_id=meeting_id)
    given = [
        row
        for row in commission.rows_in(session, meeting.day, group_id=meeting.group_id)
        if row.meeting_id == meeting_id
    ]
    papers = attachment.rows_in(session, meeting_id)
    tasks = task.rows_in(session, meeting.day, group_id=meeting.group_id)
    by_decision = {row.id: row.item_id for row in decisions}
    kept = protocol.is_kept(session, meeting)
    matters = instance_matter.of_items(session, meeting) if kept else {}
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
            paragraph=numbering.paragraph_of([row.number for row in decisions if row.item_id == item.id])
            if kept
            else "",
            matter=matters.get(item.id),
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
