"""Protokoll in the board's form: pages through the year, attestation, notice (B02; KL 5:69, 8:12)."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date, time

from sqlalchemy import select
from sqlalchemy.orm import Session

from samverkan_desktop.documents.minutes import MinutedItem
from samverkan_desktop.documents.protocol import Notice, ProtocolFront, Signer
from samverkan_desktop.errors import UserError
from samverkan_desktop.i18n import tr
from samverkan_desktop.models.group import Group
from samverkan_desktop.models.meeting import Meeting, MinutesVersion
from samverkan_desktop.models.protocol import ProtocolDetails
from samverkan_desktop.register_vocabulary import BoardOutcome, Instance
from samverkan_desktop.services import approval, numbering
from samverkan_desktop.services.board_notice import LawDay, law_days
from samverkan_desktop.services.meeting import open_meeting
from samverkan_desktop.services.privacy import refuse_future
from samverkan_desktop.services.values import looked_through, set_values
from samverkan_desktop.services.workspace import Workspace
from samverkan_desktop.vocabulary import MeetingStatus, RecordForm

_FIELDS = (
    "first_page", "attestation_place", "attestation_day", "attestation_time", "notice_up_on",
    "notice_down_on", "kept_at",
)  # fmt: skip
_FINISHED = (MeetingStatus.FINISHED, MeetingStatus.SENT)


@dataclass(frozen=True)
class ProtocolRow:
    """What is noted of a meeting's protokoll; see `models.protocol.ProtocolDetails` for its fields.

    ``begins_on`` is the number of its first page, said or gone on with; ``ends_on`` that of its last, None
    while it is not finished; ``attested_on`` the day all have attested it. ``law`` are the days that the law
    counts where the group is a board.
    """

    first_page: int | None
    attestation_place: str
    attestation_day: date | None
    attestation_time: time | None
    notice_up_on: date | None
    notice_down_on: date | None
    kept_at: str
    begins_on: int
    ends_on: int | None
    attested_on: date | None
    law: tuple[LawDay, ...]


def is_kept(session: Session, meeting: Meeting) -> bool:
    """Say whether a meeting's record has the board's form."""
    return session.get_one(Group, meeting.group_id).record_form is RecordForm.PROTOCOL


def row(work: Workspace, meeting_id: int) -> ProtocolRow | None:
    """Return what is noted of a meeting's protokoll; None where its record has not the board's form."""
    with work.read() as session:
        meeting = session.get_one(Meeting, meeting_id)
        if not is_kept(session, meeting):
            return None
        noted = _noted(session, meeting_id) or ProtocolDetails(attestation_place="", kept_at="")
        attested = approval.standing_in(session, meeting).approved_on
        pages = _pages(session, meeting) if meeting.status in _FINISHED else None
        first, last = pages or (first_page(session, meeting), None)
        days = law_days(
            Instance.BOARD,
            BoardOutcome.APPROVED,
            meeting.day,
            attested,
            noted.notice_up_on,
            noted.notice_down_on,
        )
        return ProtocolRow(
            first_page=noted.first_page,
            attestation_place=noted.attestation_place,
            attestation_day=noted.attestation_day,
            attestation_time=noted.attestation_time,
            notice_up_on=noted.notice_up_on,
            notice_down_on=noted.notice_down_on,
            kept_at=noted.kept_at,
            begins_on=first,
            ends_on=last,
            attested_on=attested,
            law=days,
        )


def change(work: Workspace, meeting_id: int, **values: object) -> None:
    """Note something of a meeting's protokoll; all but its first page also when it is finished.

    Args:
        work: the open archive.
        meeting_id: the meeting.
        values: those to change: ``first_page`` (None where the pages go on from the one before),
            ``attestation_place``, ``attestation_day``, ``attestation_time``, ``notice_up_on``,
            ``notice_down_on``, ``kept_at``.

    Raises:
        UserError: the group's record has not the board's form, the first page is below 1 or the protokoll is
            finished, a day is before the one it follows or to come, or a text holds a personal identity
            number.
    """
    given = looked_through(values, _FIELDS)
    key = f"protocol:{meeting_id}:{','.join(sorted(values))}"
    with work.change("protocol.change", tr("Protokollets uppgifter ändrades"), merge_key=key) as session:
        meeting = session.get_one(Meeting, meeting_id)
        if not is_kept(session, meeting):
            raise UserError(
                tr("Gruppen för inte protokoll i nämndens form. Välj det i avtalets grupper först.")
            )
        if "first_page" in given:
            open_meeting(session, meeting_id)
            if isinstance(given["first_page"], int) and given["first_page"] < 1:
                raise UserError(tr("Sidorna numreras från 1 eller högre."), field="first_page")
        noted = _noted(session, meeting_id)
        if noted is None:
            noted = ProtocolDetails(meeting_id=meeting_id, attestation_place="", kept_at="")
            session.add(noted)
        with session.no_autoflush:
            set_values(noted, given)
            _check_days(work, session, meeting, noted)


def _check_days(work: Workspace, session: Session, meeting: Meeting, noted: ProtocolDetails) -> None:
    # A day is agreed on beforehand for the attestation; the notice is noted when it is done.
    done = {"notice_up_on": noted.notice_up_on, "notice_down_on": noted.notice_down_on}
    refuse_future(work.today, **{name: day for name, day in done.items() if day is not None})
    if noted.notice_down_on is not None and noted.notice_up_on is None:
        raise UserError(tr("Ange först vilken dag anslaget sattes upp."), field="notice_up_on")
    attested = approval.standing_in(session, meeting).approved_on
    for name, day, before in (
        ("attestation_day", noted.attestation_day, meeting.day),
        ("notice_up_on", noted.notice_up_on, attested or meeting.day),
        ("notice_down_on", noted.notice_down_on, noted.notice_up_on),
    ):
        if day is not None and before is not None and day < before:
            raise UserError(tr("Välj {day} eller en senare dag.", day=before), field=name)


def _noted(session: Session, meeting_id: int) -> ProtocolDetails | None:
    chosen = select(ProtocolDetails).where(ProtocolDetails.meeting_id == meeting_id)
    return session.scalar(chosen.order_by(ProtocolDetails.id).limit(1))


def first_page(session: Session, meeting: Meeting) -> int:
    """Return the number of a protokoll's first page: as said, or after the one before that year (B02)."""
    noted = _noted(session, meeting.id)
    if noted is not None and noted.first_page is not None:
        return noted.first_page
    chosen = select(Meeting).where(
        Meeting.group_id == meeting.group_id,
        Meeting.day.between(meeting.day.replace(month=1, day=1), meeting.day),
        Meeting.id != meeting.id,
        Meeting.status.in_(_FINISHED),
    )
    for before in session.scalars(chosen.order_by(Meeting.day.desc(), Meeting.id.desc())):
        pages = _pages(session, before)
        if pages is not None and (before.day, before.id) < (meeting.day, meeting.id):
            return pages[1] + 1
    return 1


def _pages(session: Session, meeting: Meeting) -> tuple[int, int] | None:
    """Return the first and last page of a finished protokoll; None where it was none in the board's form."""
    chosen = select(MinutesVersion.content).where(MinutesVersion.meeting_id == meeting.id)
    content = session.scalar(chosen.order_by(MinutesVersion.number.desc()).limit(1))
    front = (content or {}).get("front") or {}
    first, last = front.get("first_page"), front.get("last_page")
    return (int(first), int(last)) if first and last else None


def front(
    session: Session, meeting: Meeting, items: Iterable[MinutedItem], signers: Sequence[Signer]
) -> ProtocolFront | None:
    """Return what a protokoll has beside its minutes; None where the record has not the board's form.

    Args:
        session: where to read.
        meeting: the meeting.
        items: what is minuted, in the order of the agenda.
        signers: who signs beside those that attest.
    """
    if not is_kept(session, meeting):
        return None
    noted = _noted(session, meeting.id) or ProtocolDetails(attestation_place="", kept_at="")
    return ProtocolFront(
        paragraphs=numbering.paragraph_of([taken.number for item in items for taken in item.decisions]),
        first_page=first_page(session, meeting),
        signers=tuple(signers),
        attestation=_attestation(noted),
        attested_on=approval.standing_in(session, meeting).approved_on,
        notice=Notice(noted.notice_up_on, noted.notice_down_on, noted.kept_at),
    )


def attested_since(session: Session, meeting: Meeting, finished: ProtocolFront) -> ProtocolFront:
    """Return the front of a finished protokoll with what has been noted since: its attestation and notice."""
    now = front(session, meeting, (), finished.signers)
    if now is None:  # the group keeps notes now
        return finished
    return replace(finished, attestation=now.attestation, attested_on=now.attested_on, notice=now.notice)


def _attestation(noted: ProtocolDetails) -> str:
    """Return where and when a protokoll is attested: ``Kommunhuset, 2019-04-02 kl. 15.00``."""
    at = tr("kl. {time}", time=f"{noted.attestation_time:%H.%M}") if noted.attestation_time else ""
    when = " ".join(part for part in (str(noted.attestation_day or ""), at) if part)
    return ", ".join(part for part in (noted.attestation_place, when) if part)
