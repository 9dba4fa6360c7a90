"""Writing documents as files: gathered through the use cases' own content, rendered, swapped in."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

from sqlalchemy.orm import Session

from samverkan_desktop.errors import UserError
from samverkan_desktop.files import make_folder, write_atomically
from samverkan_desktop.i18n import tr
from samverkan_desktop.models.group import Group
from samverkan_desktop.models.meeting import Meeting
from samverkan_desktop.services import agreement, call, commission, follow_up, meeting, minutes
from samverkan_desktop.services.agreement import the_only
from samverkan_desktop.services.commission_content import brief
from samverkan_desktop.services.distribution import file_stem
from samverkan_desktop.services.meeting import MeetingRow
from samverkan_desktop.services.period import to_show, year_labelled
from samverkan_desktop.services.wording import slug
from samverkan_desktop.services.workspace import Workspace
from samverkan_desktop.vocabulary import DocumentKind, MeetingStatus

Progress = Callable[[int, int, str], None]


@dataclass(frozen=True)
class _Job:
    """One file to be made: its name, and how."""

    name: str
    make: Callable[[], bytes]


def export(
    work: Workspace,
    kind: DocumentKind,
    folder: Path,
    *,
    meeting_id: int | None = None,
    period: str | None = None,
    commission_id: int | None = None,
    progress: Progress | None = None,
) -> tuple[Path, ...]:
    """Write documents of one kind into a folder.

    Args:
        work: the open archive.
        kind: what to write.
        folder: where; made when missing.
        meeting_id: the meeting of a call, an agenda, minutes or a calendar entry; every meeting of the
            working year where None.
        period: label of the working year; the present one where None, or the last with meetings held.
        commission_id: the commission of a brief; every commission given in the year where None.
        progress: told how many of how many files are done, and which comes next; may raise to stop.

    Returns:
        The files written.

    Raises:
        UserError: there is nothing of the kind to write, or the year is not one of the agreement's.
        EnvironmentFault: a file cannot be written.
    """
    year = period or to_show(work, agreement.periods(work))
    jobs = list(_jobs(work, kind, meeting_id, year, commission_id))
    if not jobs:
        raise UserError(tr("Det finns inget av det slaget att skriva ut för {year}.", year=year))
    make_folder(folder)
    written = []
    for number, job in enumerate(jobs):
        if progress is not None:
            progress(number, len(jobs), job.name)
        write_atomically(folder / job.name, job.make())
        written.append(folder / job.name)
    if progress is not None:
        progress(len(jobs), len(jobs), "")
    return tuple(written)


def _jobs(
    work: Workspace, kind: DocumentKind, meeting_id: int | None, year: str, commission_id: int | None
) -> Iterator[_Job]:
    if kind is DocumentKind.FOLLOW_UP:
        with work.read() as session:
            label = year_labelled(the_only(session), year).label
        yield _follow_up(work, label)
    elif kind is DocumentKind.COMMISSION:
        yield from _briefs(work, year, commission_id)
    else:
        if meeting_id is not None:
            rows: tuple[MeetingRow, ...] = (meeting.details(work, meeting_id),)
        else:
            with work.read() as session:
                label = year_labelled(the_only(session), year).label
            rows = meeting.listing(work, label)
        for row in rows:
            if row.status is not MeetingStatus.CANCELLED and _is_ready(kind, row, meeting_id):
                yield _of_meeting(work, kind, row.id)


def _is_ready(kind: DocumentKind, row: MeetingRow, asked: int | None) -> bool:
    """Say whether a meeting has the document: one asked for by name has, as a draft if need be."""
    if asked is not None:
        return True
    if kind is DocumentKind.MINUTES:
        return row.status in (MeetingStatus.HELD, MeetingStatus.FINISHED, MeetingStatus.SENT)
    return kind is DocumentKind.CALENDAR or row.items > 0


def _stem(session: Session, meeting_id: int, label: str) -> str:
    stored = session.get_one(Meeting, meeting_id)
    return file_stem(stored, session.get_one(Group, stored.group_id), label)


def _of_meeting(work: Workspace, kind: DocumentKind, meeting_id: int) -> _Job:
    with work.read() as session:
        if kind is DocumentKind.MINUTES:
            stem = _stem(session, meeting_id, minutes.content_in(session, meeting_id).label)
        else:
            labels = {
                DocumentKind.CALL: tr("Kallelse"),
                DocumentKind.AGENDA: tr("Dagordning"),
                DocumentKind.CALENDAR: tr("Kalender"),
            }
            stem = _stem(session, meeting_id, labels[kind])
    suffix = {DocumentKind.MINUTES: ".docx", DocumentKind.CALENDAR: ".ics"}.get(kind, ".pdf")
    return _Job(stem + suffix, lambda: _render(work, kind, meeting_id))


def _render(work: Workspace, kind: DocumentKind, meeting_id: int) -> bytes:
    if kind is DocumentKind.MINUTES:
        from samverkan_desktop.documents import minutes_docx

        return minutes_docx.render(minutes.content(work, meeting_id))
    content = call.content(work, meeting_id)
    if kind is DocumentKind.CALENDAR:
        from samverkan_desktop.documents import calendar_ics

        return calendar_ics.render(content, work.clock.now())
    if kind is DocumentKind.AGENDA:
        from samverkan_desktop.documents import agenda_pdf

        return agenda_pdf.render(content)
    from samverkan_desktop.documents import call_pdf

    return call_pdf.render(content)


def _follow_up(work: Workspace, period: str) -> _Job:
    def make() -> bytes:
        from samverkan_desktop.documents import follow_up_pdf

        return follow_up_pdf.render(follow_up.content(work, period))

    return _Job(f"{slug(tr('Uppföljning'))}-{slug(period)}.pdf", make)


def _briefs(work: Workspace, period: str, commission_id: int | None) -> Iterator[_Job]:
    with work.read() as session:
        year = year_labelled(the_only(session), period)
    for row in commission.listing(work):
        if commission_id not in (None, row.id) or (commission_id is None and row.given_on not in year):
            continue

        def make(chosen: int = row.id) -> bytes:
            from samverkan_desktop.documents import commission_docx

            return commission_docx.render(brief(work, chosen))

        yield _Job(f"{slug(tr('Uppdrag'))}-{slug(row.number)}-{slug(row.title)[:60].strip('-')}.docx", make)
