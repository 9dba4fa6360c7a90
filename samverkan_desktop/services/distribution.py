"""Sending: files written for somebody to send, and the log of what went when to whom (T19, T20)."""

import hashlib
from dataclasses import dataclass
from datetime import UTC, date, datetime, time
from pathlib import Path

from sqlalchemy import select
from sqlalchemy.orm import Session

from samverkan_desktop.clock import LOCAL_ZONE
from samverkan_desktop.documents import mail_eml
from samverkan_desktop.errors import UserError
from samverkan_desktop.files import make_folder, write_atomically
from samverkan_desktop.i18n import tr
from samverkan_desktop.models.agreement import Agreement
from samverkan_desktop.models.distribution import Distribution
from samverkan_desktop.models.group import Group
from samverkan_desktop.models.meeting import Meeting
from samverkan_desktop.services.attendance import called_seats
from samverkan_desktop.services.group import SeatRow
from samverkan_desktop.services.meeting import is_last
from samverkan_desktop.services.privacy import refuse_future
from samverkan_desktop.services.wording import slug
from samverkan_desktop.services.workspace import Workspace
from samverkan_desktop.vocabulary import DocumentKind, GroupKind, MeetingKind, SendingWay


@dataclass(frozen=True)
class DistributionRow:
    """One sending; ``sha256`` is the sent file's own, empty where only the day was stated."""

    id: int
    meeting_id: int
    document: DocumentKind
    sent_at: datetime
    sender: str
    recipients: tuple[str, ...]
    file_name: str
    sha256: str = ""


@dataclass(frozen=True)
class Sending:
    """What is to be sent: a document as bytes, and the mail it goes with.

    Args:
        document: its kind.
        sender: the function that sends it.
        subject: the mail's subject.
        body: the mail's text.
        label: what the document is called, for its file name: ``Kallelse``.
        suffix: the file's ending: ``.pdf``.
        data: the file's bytes.
        others: further files to enclose: ending and bytes.
    """

    document: DocumentKind
    sender: str
    subject: str
    body: str
    label: str
    suffix: str
    data: bytes
    others: tuple[tuple[str, bytes], ...] = ()


def file_stem(session: Session, meeting: Meeting, label: str) -> str:
    """Return a document's file name without its ending: ``2018-12-04-minnesanteckningar-styrgrupp``.

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
    stem = f"{meeting.day}-{slug(label)}-{name}"
    return f"{stem}-{slug(tr('extra'))}" if meeting.kind is MeetingKind.EXTRA else stem


def _slug_of(group: Group) -> str:
    """Return a group as part of a file name: by its key; a work group by its name, its key being our own."""
    own_key = group.key.isascii() and group.kind is not GroupKind.WORK_GROUP
    return slug(group.key if own_key else group.name)


def recipients_of(session: Session, meeting: Meeting) -> tuple[SeatRow, ...]:
    """Return the seats that a meeting's documents go to."""
    return called_seats(session, meeting, is_last(session, meeting))


def log_sending(work: Workspace, session: Session, meeting: Meeting, sending: Sending) -> dict[str, bytes]:
    """Log a sending inside a use case, and return its files: to be written before the use case ends.

    Returns:
        File names with bytes: the document, what is enclosed, and a mail draft that holds them all.
    """
    seats = recipients_of(session, meeting)
    stem = file_stem(session, meeting, sending.label)
    files = {stem + sending.suffix: sending.data} | {stem + end: data for end, data in sending.others}
    session.add(
        Distribution(
            meeting_id=meeting.id,
            document=sending.document,
            sent_at=work.clock.now(),
            sender=sending.sender,
            recipients=[seat.function for seat in seats],
            file_name=stem + sending.suffix,
            sha256=hashlib.sha256(sending.data).hexdigest(),
            way=SendingWay.FILES,
        )
    )
    session.flush()
    mail = mail_eml.Mail(
        sending.subject, sending.body, tuple(seat.email for seat in seats if seat.email), tuple(files.items())
    )
    files[stem + ".eml"] = mail_eml.render(mail)
    return files


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
            recipients=[seat.function for seat in recipients_of(session, meeting)],
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


def write(folder: Path, files: dict[str, bytes]) -> tuple[Path, ...]:
    """Write files into a folder; made when missing.

    Raises:
        EnvironmentFault: one cannot be written.
    """
    make_folder(folder)
    for name, data in files.items():
        write_atomically(folder / name, data)
    return tuple(folder / name for name in files)


def log(work: Workspace, meeting_id: int | None = None) -> tuple[DistributionRow, ...]:
    """Return what was sent, newest first: of one meeting, or of all where None."""
    chosen = select(Distribution).order_by(Distribution.sent_at.desc(), Distribution.id.desc())
    if meeting_id is not None:
        chosen = chosen.where(Distribution.meeting_id == meeting_id)
    with work.read() as session:
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
            )
            for d in session.scalars(chosen)
        )
