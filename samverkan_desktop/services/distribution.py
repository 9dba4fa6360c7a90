"""Sending: files written for somebody to send, and the log of what went when to whom (T19, T20)."""

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, time

from sqlalchemy import select
from sqlalchemy.orm import Session

from samverkan_desktop.clock import LOCAL_ZONE
from samverkan_desktop.documents import mail_eml
from samverkan_desktop.errors import UserError
from samverkan_desktop.i18n import tr
from samverkan_desktop.models.agreement import Agreement
from samverkan_desktop.models.distribution import Delivery, Distribution
from samverkan_desktop.models.group import Group
from samverkan_desktop.models.meeting import Meeting
from samverkan_desktop.services import file_name
from samverkan_desktop.services.meeting import details_in
from samverkan_desktop.services.outgoing import Outgoing, Sending
from samverkan_desktop.services.privacy import refuse_future
from samverkan_desktop.services.recipients import recipients_in, seats_of
from samverkan_desktop.services.wording import slug
from samverkan_desktop.services.workspace import Workspace
from samverkan_desktop.vocabulary import (
    DeliveryOutcome,
    DocumentKind,
    GroupKind,
    MeetingKind,
    Receipt,
    SendingWay,
)

#: How much of a group's name stands before what tells an extra meeting's files apart.
_GROUP = 50


@dataclass(frozen=True)
class DeliveryRow:
    """What became of a sending to one address; ``detail`` is what the mail server said, in its own words."""

    function: str
    address: str
    receipt: Receipt
    outcome: DeliveryOutcome
    detail: str = ""


@dataclass(frozen=True)
class DistributionRow:
    """One sending; ``sha256`` is the sent file's own, empty where only the day was stated.

    ``deliveries`` is what became of it to each recipient, as far as the program knows.
    """

    id: int
    meeting_id: int
    document: DocumentKind
    sent_at: datetime
    sender: str
    recipients: tuple[str, ...]
    file_name: str
    sha256: str = ""
    way: SendingWay = SendingWay.FILES
    deliveries: tuple[DeliveryRow, ...] = ()


def file_stem(session: Session, meeting: Meeting, label: str) -> str:
    """Return a document's file name without its ending, by the agreement's pattern (`file_name`).

    An extra meeting says so, since an ordinary one may be on the same day; and a group whose name another
    agreement's group bears too says which agreement it is of.
    """
    group = session.get_one(Group, meeting.group_id)
    name = _slug_of(group)
    alike = [each for each in session.scalars(select(Group)) if each is not group and _slug_of(each) == name]
    if any(each.agreement_id == group.agreement_id for each in alike):
        name = f"{name}-{group.id}"
    elif alike:
        name = f"{name}-{slug(session.get_one(Agreement, group.agreement_id).key)}"
    if meeting.kind is MeetingKind.EXTRA:
        name = f"{name[:_GROUP].strip('-')}-{slug(tr('extra'))}"
    agreement = session.get_one(Agreement, group.agreement_id)
    row = details_in(session, meeting.id)
    values = (meeting.day, label, name, agreement.key, row.period, row.number or "")
    return file_name.stem(agreement.file_pattern, dict(zip(file_name.PARTS, values, strict=True)))


def _slug_of(group: Group) -> str:
    """Return a group as part of a file name: by its key; a work group by its name, its key being our own."""
    own_key = group.key.isascii() and group.kind is not GroupKind.WORK_GROUP
    return slug(group.key if own_key else group.name)


def made_ready(session: Session, meeting: Meeting, sending: Sending) -> Outgoing:
    """Return a sending with its files named, and with those whom a meeting's documents go to."""
    stem = file_stem(session, meeting, sending.label)
    others = ((stem + end, data) for end, data in sending.others)
    return Outgoing(
        meeting.id,
        sending.document,
        sending.sender,
        stem,
        sending.subject,
        sending.body,
        ((stem + sending.suffix, sending.data), *others),
        recipients_in(session, meeting),
        sending.method,
    )


def record(
    work: Workspace,
    session: Session,
    outgoing: Outgoing,
    way: SendingWay,
    deliveries: Sequence[DeliveryRow] = (),
) -> int:
    """Log a sending inside a use case, with what became of it to each recipient where that is known.

    Returns:
        The sending's identity.
    """
    name, data = outgoing.files[0]
    sent = Distribution(
        meeting_id=outgoing.meeting_id,
        document=outgoing.document,
        sent_at=work.clock.now(),
        sender=outgoing.sender,
        recipients=list(dict.fromkeys(one.function for one in outgoing.recipients if one.function)),
        file_name=name,
        sha256=hashlib.sha256(data).hexdigest(),
        way=way,
    )
    session.add(sent)
    session.flush()
    session.add_all(
        Delivery(
            distribution_id=sent.id,
            function=each.function,
            address=each.address,
            receipt=each.receipt,
            outcome=each.outcome,
            detail=each.detail,
        )
        for each in deliveries
    )
    session.flush()
    return sent.id


def as_files(work: Workspace, session: Session, outgoing: Outgoing) -> dict[str, bytes]:
    """Log a sending inside a use case, and return its files: to be written before the use case ends.

    Returns:
        File names with bytes: the document, what is enclosed, and a mail draft that holds them all.
    """
    record(work, session, outgoing, SendingWay.FILES)
    return dict(outgoing.files) | {outgoing.stem + ".eml": mail_eml.render(outgoing.mail())}


def log_stated(
    work: Workspace, session: Session, meeting: Meeting, document: DocumentKind, sender: str, on: date
) -> None:
    """Log inside a use case that something was sent without this program, on a day that has been.

    Raises:
        UserError: the day cannot be.
    """
    check_sent(work, meeting, document, on)
    session.add(
        Distribution(
            meeting_id=meeting.id,
            document=document,
            sent_at=_instant(work, on),
            sender=sender,
            recipients=[seat.function for seat in seats_of(session, meeting)],
            way=SendingWay.ELSEWHERE,
        )
    )


def redate(work: Workspace, distribution_id: int, on: date) -> None:
    """State that something that is logged was really sent on another day, for a year recorded afterwards.

    Raises:
        UserError: the day is to come; or a call would have been sent after its meeting, or minutes before it.
    """
    with work.change("distribution.redate", tr("Dagen för ett utskick ändrades")) as session:
        sending = session.get_one(Distribution, distribution_id)
        check_sent(work, session.get_one(Meeting, sending.meeting_id), sending.document, on)
        sending.sent_at = _instant(work, on)


def check_sent(work: Workspace, meeting: Meeting, document: DocumentKind, on: date) -> None:
    """Refuse a day on which a meeting's call or minutes cannot have been sent.

    Raises:
        UserError: it is to come; or a call would have been sent after its meeting, or minutes before it.
    """
    refuse_future(work.today, on=on)
    if document is DocumentKind.CALL and on > meeting.day:
        raise UserError(tr("Mötet var {day}. Ange en dag som inte är senare.", day=meeting.day), field="on")
    if document is DocumentKind.MINUTES and on < meeting.day:
        raise UserError(tr("Mötet var {day}. Ange en dag som inte är tidigare.", day=meeting.day), field="on")


def _instant(work: Workspace, on: date) -> datetime:
    """Return an instant on a day: now where it is today, else noon, since only the day is known."""
    if on == work.today:
        return work.clock.now()
    return datetime.combine(on, time(12), LOCAL_ZONE).astimezone(UTC)


def log(work: Workspace, meeting_id: int | None = None) -> tuple[DistributionRow, ...]:
    """Return what was sent, newest first: of one meeting, or of all where None."""
    chosen = select(Distribution).order_by(Distribution.sent_at.desc(), Distribution.id.desc())
    if meeting_id is not None:
        chosen = chosen.where(Distribution.meeting_id == meeting_id)
    with work.read() as session:
        delivered = _deliveries(session)
        return tuple(
            DistributionRow(
                d.id,
                d.meeting_id,
                d.document,
                d.sent_at,
                d.sender,
                tuple(d.recipients),
                d.file_name,
                d.sha256,
                d.way,
                tuple(delivered.get(d.id, ())),
            )
            for d in session.scalars(chosen)
        )


def _deliveries(session: Session) -> dict[int, list[DeliveryRow]]:
    found: dict[int, list[DeliveryRow]] = {}
    for each in session.scalars(select(Delivery).order_by(Delivery.id)):
        row = DeliveryRow(each.function, each.address, each.receipt, each.outcome, each.detail)
        found.setdefault(each.distribution_id, []).append(row)
    return found
