"""What of an agreement is kept: every finished document and every paper, with what is known of it."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date, datetime

from sqlalchemy import select
from sqlalchemy.orm import Session

from samverkan_desktop.clock import LOCAL_ZONE
from samverkan_desktop.i18n import tr
from samverkan_desktop.models.agreement import Agreement
from samverkan_desktop.models.attachment import Attachment
from samverkan_desktop.models.distribution import Distribution
from samverkan_desktop.models.follow_up import FollowUp
from samverkan_desktop.models.group import Group
from samverkan_desktop.models.meeting import Meeting
from samverkan_desktop.models.year_plan import YearPlan
from samverkan_desktop.periods import Period
from samverkan_desktop.retention_vocabulary import RecordKind
from samverkan_desktop.services import (
    attachment,
    call,
    commission,
    decision,
    follow_up,
    listing_content,
    meeting,
    minutes,
    renderers,
    year_plan_content,
)
from samverkan_desktop.services.commission import CommissionRow
from samverkan_desktop.services.commission_content import brief
from samverkan_desktop.services.distribution import file_stem
from samverkan_desktop.services.meeting import MeetingRow
from samverkan_desktop.services.minutes import VersionRow
from samverkan_desktop.services.renderers import FileFormat
from samverkan_desktop.services.wording import slug
from samverkan_desktop.services.workspace import Still
from samverkan_desktop.storage import paper
from samverkan_desktop.vocabulary import DocumentKind, MeetingStatus, PlanStatus

_DONE = (MeetingStatus.FINISHED, MeetingStatus.SENT)
_HELD = (MeetingStatus.HELD, *_DONE)
#: The longest ending of a file's name that is taken over.
_ENDING = 10

Bytes = Iterator[bytes]


@dataclass(frozen=True)
class Record:
    """A document or a paper that is kept.

    Args:
        kind: what kind of document it is.
        name: its file name, of a–z, 0–9, hyphens and one full stop; unique once `named` has been asked.
        title: what it is called.
        period: the working year it is of.
        group: whose it is; empty for every group of the agreement.
        case_number: the case it is registered under; may be empty.
        meeting_on: the day of its meeting; None where it is no meeting's.
        finished_on: the day it was finished or decided.
        sent_on: the day it was first sent.
        note: what is to be known of it: why minutes were corrected.
        original_name: what the file of a paper was called.
        sent_sha256: of a document sent by the program, what that file's checksum was.
        make: makes its bytes, a stretch at a time.
    """

    kind: RecordKind
    name: str
    title: str
    period: str
    make: Callable[[], Bytes]
    group: str = ""
    case_number: str = ""
    meeting_on: date | None = None
    finished_on: date | None = None
    sent_on: date | None = None
    note: str = ""
    original_name: str = ""
    sent_sha256: str = ""

    @property
    def day(self) -> date:
        """The day it was complete."""
        days = (self.sent_on, self.finished_on, self.meeting_on)
        return max(day for day in days if day is not None)


@dataclass(frozen=True)
class Kept:
    """What is kept of a working year, and in sentences what is not, since it is not finished."""

    records: tuple[Record, ...]
    left_out: tuple[str, ...]


def of_year(still: Still, agreement: Agreement, year: Period) -> Kept:
    """Return what is kept of a working year.

    Args:
        still: the archive as it is at one moment; what makes the bytes reads from it too.
        agreement: the agreement.
        year: one of its working years.
    """
    gathering = _Gathering(still, agreement, year)
    with still.read() as session:
        gathering.gather(session)
    return Kept(tuple(gathering.records), tuple(gathering.left_out))


class _Gathering:
    """Gathers the records of a working year."""

    def __init__(self, still: Still, agreement: Agreement, year: Period) -> None:
        self.records: list[Record] = []
        self.left_out: list[str] = []
        #: The meetings whose minutes are finished.
        self._finished: set[int] = set()
        self._still = still
        self._agreement = agreement
        self._year = year
        #: What is told of the year is told as of its last day once that has been.
        self._on = min(still.today, year.ends)

    def gather(self, session: Session) -> None:
        """Gather everything, in the order in which it is shown."""
        rows = [row for row in meeting.rows_in(session, self._agreement.id) if row.day in self._year]
        self._finished = {row.id for row in rows if row.status in _DONE}
        for row in rows:
            if row.status is not MeetingStatus.CANCELLED:
                self._of_meeting(session, row)
        for given in commission.rows_in(session, self._on, self._agreement.id):
            if given.given_on in self._year:
                self._of_commission(session, given)
        if rows:
            self._of_agreement(session)

    def _of_meeting(self, session: Session, row: MeetingRow) -> None:
        if row.called_on is not None:
            self._call(session, row, row.called_on)
        versions = minutes.versions(self._still, row.id)
        for each in versions:
            self._minutes(session, row, each, versions)
        if row.status is MeetingStatus.HELD:
            told = {"day": row.day, "group": row.group}
            self.left_out.append(
                tr("Anteckningarna från {day}, {group}, är öppna för rättelse.", **told)
                if versions
                else tr("Anteckningarna från {day}, {group}, är inte färdigställda.", **told)
            )
        if row.called_on is not None or row.status in _HELD:
            for each_paper in attachment.rows_in(session, row.id):
                self._paper(session, row, each_paper)

    def _call(self, session: Session, row: MeetingRow, called_on: date) -> None:
        def content() -> object:
            with self._still.read() as reading:
                return call.content_in(reading, row.id, called_on)

        self.records.append(
            Record(
                RecordKind.CALL,
                f"{file_stem(session, session.get_one(Meeting, row.id), tr('Kallelse'))}.{FileFormat.PDF}",
                tr("Kallelse, {meeting}", meeting=row.title),
                self._year.label,
                self._document(DocumentKind.CALL, content),
                row.group,
                row.case_number,
                meeting_on=row.day,
                sent_on=called_on,
                sent_sha256=_sent(session, row.id, DocumentKind.CALL),
            )
        )

    def _minutes(
        self, session: Session, row: MeetingRow, own: VersionRow, versions: tuple[VersionRow, ...]
    ) -> None:
        newest = own is versions[-1] and row.status in _DONE

        def content() -> object:
            if newest:
                return minutes.content(self._still, row.id)
            return minutes.version(self._still, row.id, own.number)

        said = minutes.version(self._still, row.id, own.number)
        stem = file_stem(session, session.get_one(Meeting, row.id), said.label)
        title = tr("{label}, {meeting}", label=said.label, meeting=row.title)
        if len(versions) > 1:
            stem = f"{stem}-{slug(tr('version {number}', number=own.number))}"
            title = tr("{title}, version {number}", title=title, number=own.number)
        later = [each.finished_at for each in versions if each.number > own.number]
        self.records.append(
            Record(
                RecordKind.MINUTES,
                f"{stem}.{FileFormat.PDF}",
                title,
                self._year.label,
                self._document(renderers.of_record(said), content),
                row.group,
                row.case_number,
                meeting_on=row.day,
                finished_on=_day(own.finished_at),
                sent_on=_minutes_sent(session, row.id, own.finished_at, later[:1]),
                note=tr("Rättelse: {reason}", reason=own.reason) if own.reason else "",
            )
        )

    def _paper(self, session: Session, row: MeetingRow, own: attachment.AttachmentRow) -> None:
        key = session.get_one(Attachment, own.id).sha256
        if not own.kept or paper.size(session, key) is None:
            told = {"paper": own.label, "day": row.day, "group": row.group}
            self.left_out.append(tr("{paper} till mötet {day}, {group}, har ingen fil.", **told))
            return
        stem = file_stem(session, session.get_one(Meeting, row.id), tr("Bilaga {n}", n=own.number))
        title = slug(own.title)
        self.records.append(
            Record(
                RecordKind.ATTACHMENT,
                f"{stem}-{title}".strip("-") + f".{_ending(own.file_name)}",
                own.label,
                self._year.label,
                lambda: paper.stretches(session, key),
                row.group,
                row.case_number,
                meeting_on=row.day,
                sent_on=row.called_on,
                original_name=own.file_name,
            )
        )

    def _of_commission(self, session: Session, row: CommissionRow) -> None:
        if not row.locked:
            said = tr("Uppdrag {number} står i anteckningar som inte är färdigställda.", number=row.number)
            self.left_out.append(said)
            return
        name = f"{slug(tr('Uppdrag'))}-{slug(row.number)}-{slug(row.title)}"
        self.records.append(
            Record(
                RecordKind.COMMISSION,
                f"{row.given_on}-{name}.{FileFormat.PDF}",
                tr("Uppdrag {number}: {title}", number=row.number, title=row.title),
                self._year.label,
                self._document(DocumentKind.COMMISSION, lambda: brief(self._still, row.id)),
                row.group,
                session.get_one(Meeting, row.meeting_id).case_number,
                meeting_on=row.given_on,
                finished_on=row.given_on,
            )
        )

    def _of_agreement(self, session: Session) -> None:
        own, label = self._agreement.id, self._year.label
        report = session.scalar(
            select(FollowUp).where(FollowUp.agreement_id == own, FollowUp.period == label)
        )
        if report is not None and report.approved_on is not None:
            approved = report.approved_on
            at = session.get(Meeting, report.meeting_id) if report.meeting_id else None
            self.records.append(
                Record(
                    RecordKind.FOLLOW_UP,
                    f"{approved}-{slug(tr('Uppföljning'))}-{slug(label)}.{FileFormat.PDF}",
                    tr("Uppföljning {period}", period=label),
                    label,
                    self._document(
                        DocumentKind.FOLLOW_UP, lambda: follow_up.content(self._still, own, label), approved
                    ),
                    case_number=at.case_number if at else "",
                    meeting_on=at.day if at else None,
                    finished_on=approved,
                )
            )
        else:
            self.left_out.append(tr("Uppföljningen av {period} är inte godkänd.", period=label))
        taken = decision.rows_in(session, own, period=label)
        if not self._finished.issuperset(row.meeting_id for row in taken):
            said = tr("Beslut {period} har beslut i anteckningar som inte är färdigställda.", period=label)
            self.left_out.append(said)
        elif taken:
            self._listed(
                RecordKind.DECISIONS,
                DocumentKind.DECISIONS,
                tr("Beslut"),
                lambda: listing_content.decisions(self._still, own, label),
                self._on,
            )
        self._plan(session)

    def _plan(self, session: Session) -> None:
        own, label = self._agreement.id, self._year.label
        chosen = select(YearPlan).join(Group, Group.id == YearPlan.group_id)
        plans = session.scalars(chosen.where(Group.agreement_id == own, YearPlan.period == label)).all()
        days = [plan.decided_on for plan in plans if plan.status is PlanStatus.DECIDED and plan.decided_on]
        if days:
            self._listed(
                RecordKind.YEAR_PLAN,
                DocumentKind.YEAR_PLAN,
                tr("Årsplan"),
                lambda: year_plan_content.content(self._still, own, label),
                max(days),
            )
        elif plans:
            self.left_out.append(tr("Årsplanen för {period} är inte beslutad.", period=label))

    def _listed(
        self,
        kind: RecordKind,
        document: DocumentKind,
        name: str,
        content: Callable[[], object],
        finished_on: date,
    ) -> None:
        self.records.append(
            Record(
                kind,
                f"{slug(name)}-{slug(self._year.label)}.{FileFormat.PDF}",
                tr("{name} {period}", name=name, period=self._year.label),
                self._year.label,
                self._document(document, content),
                finished_on=finished_on,
            )
        )

    def _document(
        self, kind: DocumentKind, content: Callable[[], object], on: date | None = None
    ) -> Callable[[], Bytes]:
        """Return what makes a document as a PDF file, as of a day: of the year's last where None."""

        def make() -> Bytes:
            self._still.stand(on or self._on)
            yield renderers.render(kind, FileFormat.PDF, content())

        return make


def _day(at: datetime) -> date:
    return at.astimezone(LOCAL_ZONE).date()


def _sendings(session: Session, meeting_id: int, document: DocumentKind) -> list[Distribution]:
    chosen = select(Distribution).where(
        Distribution.meeting_id == meeting_id, Distribution.document == document
    )
    return list(session.scalars(chosen.order_by(Distribution.sent_at, Distribution.id)))


def _sent(session: Session, meeting_id: int, document: DocumentKind) -> str:
    """Return the checksum of the file that was sent last; empty where the program sent none."""
    return next(
        (each.sha256 for each in reversed(_sendings(session, meeting_id, document)) if each.sha256), ""
    )


def _minutes_sent(
    session: Session, meeting_id: int, finished_at: datetime, until: list[datetime]
) -> date | None:
    """Return the day a version of minutes was first sent: after it was finished, and before the next was."""
    own = [
        _day(each.sent_at)
        for each in _sendings(session, meeting_id, DocumentKind.MINUTES)
        if _day(each.sent_at) >= _day(finished_at) and (not until or each.sent_at < until[0])
    ]
    return own[0] if own else None


def _ending(file_name: str) -> str:
    """Return the ending of a paper's file, if it is one that any disk can bear."""
    ending = file_name.rpartition(".")[2].lower() if "." in file_name else ""
    return ending if ending.isascii() and ending.isalnum() and len(ending) <= _ENDING else "bin"
