"""The call: gathered from the meeting and its agenda, and sent by the convenor (T19)."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from pathlib import Path

from sqlalchemy.orm import Session

from samverkan_desktop.clock import today
from samverkan_desktop.documents.call import Attendee, Call, CallItem
from samverkan_desktop.errors import UserError
from samverkan_desktop.i18n import clock_span, long_date, tr
from samverkan_desktop.models.agreement import Agreement
from samverkan_desktop.models.group import Group
from samverkan_desktop.models.meeting import Meeting
from samverkan_desktop.services import (
    agenda,
    attachment,
    distribution,
    exported_file,
    individual_cases,
    own_words,
)
from samverkan_desktop.services.agenda_times import times
from samverkan_desktop.services.attendance import called_seats, prepare, withdraw
from samverkan_desktop.services.check import require
from samverkan_desktop.services.distribution import DeliveryRow
from samverkan_desktop.services.exported_file import WhenChanged, Written, digest, papers
from samverkan_desktop.services.fixed_role import convenes
from samverkan_desktop.services.group import seat_rows
from samverkan_desktop.services.meeting import details_in, is_last
from samverkan_desktop.services.organisation import bound_in
from samverkan_desktop.services.outgoing import Outgoing, Sending
from samverkan_desktop.services.plan_changes import sequence_of, uid_of
from samverkan_desktop.services.recipients import recipients_in, seats_of
from samverkan_desktop.services.wording import initiative, occasion
from samverkan_desktop.services.workspace import Workspace
from samverkan_desktop.vocabulary import (
    AttachmentState,
    DocumentKind,
    ItemKind,
    MeetingStatus,
    Receipt,
    Role,
    SeatAttendance,
    SendingWay,
)

#: A meeting that can be called to: as often as one likes until it begins.
_TO_CALL = (MeetingStatus.PLANNED, MeetingStatus.CALLED)


def kind_label(kind: ItemKind) -> str:
    """Return what is to be done with a question, in words."""
    return {
        ItemKind.INFORMATION: tr("Information"),
        ItemKind.DISCUSSION: tr("Diskussion"),
        ItemKind.DECISION: tr("Beslut"),
    }[kind]


def content(work: Workspace, meeting_id: int) -> Call:
    """Return what the call to a meeting says now."""
    with work.read() as session:
        return content_in(session, meeting_id, work.today)


def content_in(session: Session, meeting_id: int, issued: date) -> Call:
    """Return what the call to a meeting says; dated when it was first sent, else ``issued``."""
    meeting = session.get_one(Meeting, meeting_id)
    row = details_in(session, meeting_id)
    group = session.get_one(Group, meeting.group_id)
    agreement = session.get_one(Agreement, group.agreement_id)
    call = Call(
        organisation=agreement.municipality,
        parties=bound_in(session, agreement.id),
        agreement=agreement.title,
        group=group.full_name,
        title=tr("Kallelse till {occasion}", occasion=group.occasion),
        occasion=occasion(row),
        issued=row.called_on or issued,
        day=meeting.day,
        starts=meeting.starts,
        ends=meeting.ends,
        place=meeting.place,
        called=_called(session, meeting, group),
        initiative=initiative(row),
        items=_items(session, meeting),
        reminders=_reminders(session, group, meeting.day),
        sender=_sender(session, meeting),
        uid=uid_of(session, meeting),
        sequence=sequence_of(session, meeting),
        organiser=_organiser(session, meeting),
        attendees=_attendees(session, meeting),
    )
    if meeting.status is not MeetingStatus.CANCELLED:
        return call
    return replace(
        call,
        title=tr("Mötet är inställt"),
        initiative=meeting.reason,
        items=(),
        reminders=(),
        cancelled=True,
    )


def _called(session: Session, meeting: Meeting, group: Group) -> tuple[str, ...]:
    seats = called_seats(session, meeting, is_last(session, meeting))
    ordinary = [seat for seat in seats if seat.attendance is SeatAttendance.EVERY]
    designated = [seat for seat in seats if seat.attendance is SeatAttendance.DESIGNATED]
    lines = [f"{seat.function}, {seat.party}" for seat in ordinary if seat.deputy_for_id is None]
    lines += [
        tr("{function} (kallas till årets sista möte enligt avtalet)", function=seat.function)
        for seat in designated
        if seat.deputy_for_id is None
    ]
    lines += [
        tr("{function}, {party} (ersättare, för kännedom)", function=seat.function, party=seat.party)
        for seat in seats
        if seat.deputy_for_id is not None
    ]
    return tuple(lines) or (group.full_name,)


def _sender(session: Session, meeting: Meeting) -> str:
    calls = convenes(session, meeting.group_id, meeting.day)
    for seat in seat_rows(session, meeting.group_id, meeting.day):
        if calls in seat.roles:
            words = own_words.of_group(session, meeting.group_id)
            return f"{seat.function}, {words.role(calls)}"
    return ""


def _organiser(session: Session, meeting: Meeting) -> Attendee | None:
    """Return to whom calendars answer: who calls, or the secretary where nobody knows that one's address."""
    asked = (convenes(session, meeting.group_id, meeting.day), Role.SECRETARY)
    seats = [seat for seat in seat_rows(session, meeting.group_id, meeting.day) if seat.email]
    for role in asked:
        for seat in seats:
            if role in seat.roles:
                name = ", ".join(filter(None, (seat.function, seat.holder)))
                return Attendee(name, seat.email.partition(";")[0])
    return None


def _attendees(session: Session, meeting: Meeting) -> tuple[Attendee, ...]:
    return tuple(
        Attendee(one.label, one.address, one.required, informed=one.receipt is not Receipt.TO)
        for one in recipients_in(session, meeting)
        if one.address
    )


def _items(session: Session, meeting: Meeting) -> tuple[CallItem, ...]:
    papers = attachment.rows_in(session, meeting.id)
    rows = agenda.items_in(session, meeting.id)
    planned = times(rows, meeting.starts, meeting.ends)
    items = []
    for row in rows:
        begins, ends = planned.span(row.id)
        formality = row.topic is not None and row.kind is ItemKind.INFORMATION
        items.append(
            CallItem(
                number=row.number,
                heading=row.heading,
                kind="" if formality else kind_label(row.kind),
                presenter=row.presenter.replace(";", ","),
                starts=begins,
                ends=ends,
                attachments=tuple(_paper(paper) for paper in papers if paper.item_id == row.id),
                proposal=row.proposal,
                origin=row.origin_text,
            )
        )
    return tuple(items)


def _paper(paper: attachment.AttachmentRow) -> str:
    if paper.state is AttachmentState.ENCLOSED:
        return paper.label
    return f"{paper.label} ({attachment.state_label(paper.state)})"


def _reminders(session: Session, group: Group, day: date) -> tuple[str, ...]:
    rules = individual_cases.rules_of(session, group, day)
    words, calls = own_words.of_group(session, group.id), convenes(session, group.id, day)
    convenor = words.whoever_calls(calls)
    return (*rules.reminders, tr("Vänligen meddela förhinder till {convenor}.", convenor=convenor))


def recipients(work: Workspace, meeting_id: int) -> tuple[str, ...]:
    """Return the functions that a meeting's documents go to."""
    with work.read() as session:
        seats = seats_of(session, session.get_one(Meeting, meeting_id))
        return tuple(f"{seat.function}, {seat.party}" for seat in seats)


def send(
    work: Workspace, meeting_id: int, folder: Path, changed: WhenChanged = WhenChanged.BESIDE
) -> Written:
    """Write the call as files to send, and note when and to whom it goes (T19).

    Whoever is called then stands on the attendance list.

    Args:
        work: the open archive.
        meeting_id: the meeting.
        folder: where the PDF, the calendar entry and the mail draft are written.
        changed: what is done where a file there was changed by hand.

    Raises:
        UserError: there is no agenda, the meeting is held, or a rule stops it (R06, R12, R21).
        ChangedByHand: a file was changed by hand, and it is to be asked; nothing is noted then.
        EnvironmentFault: a file cannot be written; nothing is noted then.
    """
    with work.change("call.send", tr("Kallelsen skickades")) as session:
        outgoing = _prepare(work, session, meeting_id)
        files = distribution.as_files(work, session, outgoing)
        _require(work, session, meeting_id)
        said = digest(content_in(session, meeting_id, today(work.clock)))
        made = papers(files, DocumentKind.CALL, {"meeting_id": meeting_id}, said)
        return exported_file.write_in(work, session, folder, made, changed)


def compose(work: Workspace, meeting_id: int) -> Outgoing:
    """Return the call as it would be sent, for whoever is to look at it first; nothing is changed.

    Raises:
        UserError: as for `send`.
    """
    with work.rehearsal() as session:
        outgoing = _prepare(work, session, meeting_id)
        distribution.record(work, session, outgoing, SendingWay.PROGRAM)
        _require(work, session, meeting_id)
        return outgoing


def note_mailed(
    work: Workspace, outgoing: Outgoing, way: SendingWay, deliveries: Sequence[DeliveryRow]
) -> int:
    """Note that a call has gone out as it was composed, and what became of it to each recipient.

    Returns:
        The sending's identity.
    """
    with work.change("call.note_mailed", tr("Kallelsen skickades")) as session:
        meeting = session.get_one(Meeting, outgoing.meeting_id)
        if meeting.status in _TO_CALL:
            _call_to(session, meeting)
        return distribution.record(work, session, outgoing, way, deliveries)


def _call_to(session: Session, meeting: Meeting) -> None:
    withdraw(session, meeting, is_last(session, meeting))
    prepare(session, meeting, is_last(session, meeting))
    meeting.status = MeetingStatus.CALLED


def _require(work: Workspace, session: Session, meeting_id: int) -> None:
    group_id = session.get_one(Meeting, meeting_id).group_id
    require(session, {"R06", "R11", "R12", "R21"}, work.today, group_id, about=("meeting", meeting_id))


def _prepare(work: Workspace, session: Session, meeting_id: int) -> Outgoing:
    """Call to a meeting inside a use case, and return what is to go out."""
    from samverkan_desktop.documents import calendar_ics, call_pdf

    meeting = session.get_one(Meeting, meeting_id)
    if meeting.status not in _TO_CALL:
        raise UserError(tr("Mötet är redan hållet eller inställt och kan inte kallas."))
    call = content_in(session, meeting_id, today(work.clock))
    if not call.items:
        raise UserError(tr("Mötet har ingen dagordning. Bygg dagordningen först."))
    _call_to(session, meeting)
    calendar = calendar_ics.render((call,), work.clock.now(), asks=True)
    sending = Sending(
        DocumentKind.CALL, call.sender, f"{call.title} {meeting.day}", _letter(call), tr("Kallelse"), ".pdf",
        call_pdf.render(call), ((".ics", calendar), *attachment.enclosed_in(session, meeting_id)),
        calendar_ics.method_of((call,), asks=True),
    )  # fmt: skip
    return distribution.made_ready(session, meeting, sending)


def _letter(call: Call) -> str:
    """Return the text of the mail that a call goes in."""
    when = f"{long_date(call.day)} {clock_span(call.starts, call.ends)}".strip()
    where = ", ".join(filter(None, (when, call.place)))
    parts = (
        tr("Hej!"),
        tr("Här kommer kallelse och dagordning till mötet {when}.", when=where),
        "\n".join(call.reminders),
        call.sender,
    )
    return "\n\n".join(filter(None, parts))


def note_sent(work: Workspace, meeting_id: int, on: date) -> None:
    """Note that a meeting's call was sent without this program, on a day that has been (T19).

    Where the meeting has not begun, whoever is called then stands on the attendance list.

    Raises:
        UserError: the meeting is cancelled; or the day is to come, or after the meeting.
    """
    with work.change("call.note_sent", tr("Kallelsen skickades {day}", day=on)) as session:
        meeting = session.get_one(Meeting, meeting_id)
        if meeting.status is MeetingStatus.CANCELLED:
            raise UserError(tr("Mötet är inställt och kan inte kallas."))
        distribution.log_stated(work, session, meeting, DocumentKind.CALL, _sender(session, meeting), on)
        if meeting.status is MeetingStatus.PLANNED:
            prepare(session, meeting, is_last(session, meeting))
            meeting.status = MeetingStatus.CALLED
