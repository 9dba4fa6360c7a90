"""Writing documents as files: gathered through the use cases' own content, rendered, swapped in."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from samverkan_desktop.documents.call import Call
from samverkan_desktop.documents.minutes_extract import MinutesExtract
from samverkan_desktop.documents.official_report import OfficialReport
from samverkan_desktop.errors import UserError
from samverkan_desktop.i18n import LANGUAGES, SOURCE_LANGUAGE, current_language, in_language, tr, tr_as
from samverkan_desktop.models.agreement import Agreement
from samverkan_desktop.models.group import Group
from samverkan_desktop.models.meeting import Meeting
from samverkan_desktop.periods import Period
from samverkan_desktop.services import (
    agreement,
    board_matter,
    call,
    commission,
    exported_file,
    follow_up,
    listing_content,
    meeting,
    minutes,
    minutes_extract,
    official_report,
    official_report_content,
    renderers,
    retelling,
    running_script,
    word_template,
    year_plan_content,
)
from samverkan_desktop.services.commission_content import brief
from samverkan_desktop.services.distribution import file_stem
from samverkan_desktop.services.export_asked import Asked, asked_for
from samverkan_desktop.services.exported_file import Paper, Subject, WhenChanged, Written, digest
from samverkan_desktop.services.meeting import MeetingRow
from samverkan_desktop.services.period import year_labelled
from samverkan_desktop.services.renderers import FileFormat
from samverkan_desktop.services.wording import slug
from samverkan_desktop.services.workspace import Workspace
from samverkan_desktop.vocabulary import DocumentKind, MeetingStatus

#: Documents that are an agreement's, or a group's, and not a meeting's.
_OF_AGREEMENT = (
    DocumentKind.FOLLOW_UP,
    DocumentKind.DECISIONS,
    DocumentKind.OPEN_ITEMS,
    DocumentKind.YEAR_PLAN,
)

#: What is made of what was noted at a meeting, and so not before it has been held.
_RECORDS = (DocumentKind.MINUTES, DocumentKind.PROTOCOL, DocumentKind.EXTRACT)

Progress = Callable[[int, int, str], None]


@dataclass(frozen=True)
class _Job:
    """One file to be made: its name, of what, and what it is to say."""

    name: str
    asked: Asked
    content: Callable[[], Sequence[object]]

    def paper(self, work: Workspace) -> Paper:
        """Return the file, made."""
        kind, wanted, content = self.asked.kind, self.asked.format, self.content()
        with work.read() as session:
            template = word_template.template_for(session, self.asked.agreement_id, kind, wanted)
        data = renderers.render(kind, wanted, *content, template=template)
        is_swedish = current_language() == SOURCE_LANGUAGE
        return Paper(
            self.name,
            data,
            kind,
            self.asked.subject(),
            digest(content[0]) if is_swedish else self.digest(),
        )

    def digest(self) -> str:
        """Return the digest of what it says, which is the same whatever language it says it in."""
        with in_language(SOURCE_LANGUAGE):
            return digest(self.content()[0])


def export(
    work: Workspace,
    kind: DocumentKind,
    folder: Path,
    *,
    agreement_id: int | None = None,
    group_id: int | None = None,
    meeting_id: int | None = None,
    period: str | None = None,
    commission_id: int | None = None,
    item_id: int | None = None,
    matter_id: int | None = None,
    file_format: str | None = None,
    language: str | None = None,
    progress: Progress | None = None,
    changed: WhenChanged = WhenChanged.BESIDE,
) -> Written:
    """Write documents of one kind into a folder, all or none.

    Args:
        work: the open archive.
        kind: what to write.
        folder: where; made when missing.
        agreement_id: the agreement; where None that of the group, the meeting or the commission, or the
            archive's, if it has but one.
        group_id: only what concerns this group; every group of the agreement where None.
        meeting_id: the meeting of what is a meeting's; every one of the year where None, a calendar in one.
        period: label of the working year; where None the present one, or the last with meetings held.
        commission_id: the commission of a brief; every commission given in the year where None.
        item_id: the item of an extract; every item under which something was decided where None.
        matter_id: the matter of a letter to boards; every matter with a letter begun where None.
        file_format: what the files' names end with, one of `renderers.formats`; the usual one where None.
        language: what our own words in them are in, ``sv`` or ``en``; the language in use where None. What is
            stored, the agreement's text and what was written, stays in the language it was written in.
        progress: told how many of how many files are made, and which comes next; may raise to stop, and then
            none is written.
        changed: what is done where a file there was changed by hand.

    Returns:
        The files, with what is to be told of those that were there.

    Raises:
        UserError: there is nothing of the kind to write, it is never such a file, there is no such language,
            the year is not one of the agreement's, or the archive has several and nothing says which.
        ChangedByHand: a file was changed by hand, and it is to be asked.
        EnvironmentFault: a file cannot be written.
    """
    wanted = renderers.chosen(kind, file_format)
    asked = asked_for(
        work, kind, wanted, agreement_id, group_id, meeting_id, period, commission_id, item_id, matter_id
    )
    chosen = _known(language)
    with in_language(chosen):
        jobs = list(_jobs(work, asked))
    _demand(jobs, asked)
    with in_language(chosen):
        made = _made(work, jobs, progress)
    return exported_file.write(work, folder, made, changed)


def _known(language: str | None) -> str:
    """Return the language that is asked for; the one in use where None."""
    if language is not None and language not in LANGUAGES:
        allowed = ", ".join(LANGUAGES)
        raise UserError(
            tr("Språket {language} finns inte. Välj bland {allowed}.", language=language, allowed=allowed),
            field="language",
        )
    return language or current_language()


def _demand(jobs: Sequence[_Job], asked: Asked) -> None:
    """Refuse to write nothing, in the language of whoever asked."""
    if not jobs:
        raise UserError(tr("Det finns inget av det slaget att skriva ut för {year}.", year=asked.period))


def _made(work: Workspace, jobs: Sequence[_Job], progress: Progress | None) -> list[Paper]:
    """Return the files that are asked for, made and not yet written."""
    made = []
    for number, job in enumerate(jobs):
        if progress is not None:
            progress(number, len(jobs), job.name)
        made.append(job.paper(work))
    if progress is not None:
        progress(len(jobs), len(jobs), "")
    return made


def preview(
    work: Workspace,
    kind: DocumentKind,
    *,
    agreement_id: int | None = None,
    group_id: int | None = None,
    meeting_id: int | None = None,
    period: str | None = None,
    commission_id: int | None = None,
    item_id: int | None = None,
    matter_id: int | None = None,
) -> Paper:
    """Return a document as PDF, as `export` would write it, to be looked at; of several the first.

    Raises:
        UserError: as for `export`.
    """
    wanted = renderers.chosen(kind, FileFormat.PDF)
    asked = asked_for(
        work, kind, wanted, agreement_id, group_id, meeting_id, period, commission_id, item_id, matter_id
    )
    jobs = list(_jobs(work, asked))
    _demand(jobs, asked)
    return jobs[0].paper(work)


def said(work: Workspace, kind: DocumentKind, subject: Subject) -> str:
    """Return the digest of what a document says now, of what was once asked for; refuses as `export` does."""
    asked = asked_for(work, kind, renderers.formats(kind)[0], **subject)
    jobs = list(_jobs(work, asked))
    _demand(jobs, asked)
    return jobs[0].digest()


def _jobs(work: Workspace, asked: Asked) -> Iterator[_Job]:
    whole_year = asked.kind is DocumentKind.CALENDAR and asked.meeting_id is None
    if whole_year and not _meetings_of(work, asked):
        return
    if whole_year or asked.kind in _OF_AGREEMENT:
        yield _of_agreement(work, asked)
    elif asked.kind is DocumentKind.COMMISSION:
        yield from _briefs(work, asked)
    elif asked.kind is DocumentKind.OFFICIAL_REPORT:
        yield from _letters(work, asked)
    else:
        for row in _meetings_of(work, asked):
            # Of one that is cancelled there is a calendar file, which takes it out of calendars.
            there = row.status is not MeetingStatus.CANCELLED or asked.kind is DocumentKind.CALENDAR
            if there and _is_ready(asked.kind, row, asked.meeting_id):
                yield from _of_meeting(work, asked, row.id)


def _meetings_of(work: Workspace, asked: Asked) -> tuple[MeetingRow, ...]:
    if asked.meeting_id is not None:
        return (meeting.details(work, asked.meeting_id),)
    return meeting.listing(work, _year(work, asked).label, asked.agreement_id, asked.group_id)


def _year(work: Workspace, asked: Asked) -> Period:
    with work.read() as session:
        return year_labelled(agreement.chosen(session, asked.agreement_id), asked.period)


def _is_ready(kind: DocumentKind, row: MeetingRow, asked: int | None) -> bool:
    """Say whether a meeting has the document: one asked for by name has, as a draft if need be."""
    if asked is not None:
        return True
    if kind in _RECORDS:
        return row.status in (MeetingStatus.HELD, MeetingStatus.FINISHED, MeetingStatus.SENT)
    return row.items > 0


def _stem(session: Session, meeting_id: int, label: str) -> str:
    return file_stem(session, session.get_one(Meeting, meeting_id), label)


def _of_meeting(work: Workspace, asked: Asked, meeting_id: int) -> Iterator[_Job]:
    if asked.kind is DocumentKind.EXTRACT:
        yield from _extracts(work, asked, meeting_id)
        return
    kind: DocumentKind = asked.kind
    with work.read() as session:
        if kind in _RECORDS:
            record = minutes.content_in(session, meeting_id)
            kind = renderers.of_record(record)
            if asked.kind is DocumentKind.PROTOCOL and kind is not asked.kind:
                return
            stem = _stem(session, meeting_id, retelling.text(record.label))
        else:
            labels = {
                DocumentKind.CALL: tr("Kallelse"),
                DocumentKind.AGENDA: tr("Dagordning"),
                DocumentKind.SCRIPT: tr("Körschema"),
                DocumentKind.CALENDAR: tr("Kalender"),
            }
            stem = _stem(session, meeting_id, labels[kind])
    one = replace(asked, kind=kind, meeting_id=meeting_id)
    yield _job(stem, one, lambda: _meeting_content(work, kind, meeting_id))


def _extracts(work: Workspace, asked: Asked, meeting_id: int) -> Iterator[_Job]:
    with work.read() as session:
        wanted = [asked.item_id] if asked.item_id else list(minutes_extract.decided(session, meeting_id))
        made = minutes_extract.extracts(session, meeting_id, wanted) if wanted else ()
    for item_id, each in zip(wanted, made, strict=True):
        one = replace(asked, meeting_id=meeting_id, item_id=item_id)
        yield _job(each.stem, one, partial(_extract, each.extract))


def _extract(extract: MinutesExtract) -> Sequence[object]:
    return (extract,)


def _job(stem: str, asked: Asked, content: Callable[[], Sequence[object]]) -> _Job:
    return _Job(f"{stem}.{asked.format}", asked, content)


def _meeting_content(work: Workspace, kind: DocumentKind, meeting_id: int) -> Sequence[object]:
    match kind:
        case DocumentKind.MINUTES | DocumentKind.PROTOCOL:
            return (minutes.content(work, meeting_id),)
        case DocumentKind.SCRIPT:
            return (running_script.content(work, meeting_id),)
        case DocumentKind.CALENDAR:
            return ((call.content(work, meeting_id),), work.clock.now())
        case _:
            return (call.content(work, meeting_id),)


def _of_agreement(work: Workspace, asked: Asked) -> _Job:
    own, group_id, label = asked.agreement_id, asked.group_id, _year(work, asked).label
    contents: dict[DocumentKind, tuple[str, Callable[[], object]]] = {
        DocumentKind.FOLLOW_UP: (tr("Uppföljning"), lambda: follow_up.content(work, own, label, group_id)),
        DocumentKind.DECISIONS: (
            tr_as("several", "Beslut"),
            lambda: listing_content.decisions(work, own, label, group_id),
        ),
        DocumentKind.YEAR_PLAN: (
            tr("Årsplan"),
            lambda: year_plan_content.content(work, own, label, group_id),
        ),
        DocumentKind.OPEN_ITEMS: (tr("Balanslista"), lambda: listing_content.open_items(work, own, group_id)),
        DocumentKind.CALENDAR: (tr("Årsplan"), lambda: _calls_of(work, asked)),
    }
    name, content = contents[asked.kind]
    # What is open is so on a day, and not in a year.
    when = work.today.isoformat() if asked.kind is DocumentKind.OPEN_ITEMS else label
    with work.read() as session:
        several = session.scalar(select(func.count()).select_from(Agreement)) != 1
        parts = [session.get_one(Agreement, own).key] if several else []
        parts += [session.get_one(Group, group_id).name] if group_id is not None else []
    stem = "-".join(slug(part)[:60].strip("-") for part in (name, *parts, when))
    if asked.kind is DocumentKind.CALENDAR:
        return _job(stem, asked, lambda: (content(), work.clock.now()))
    return _job(stem, asked, lambda: (content(),))


def _calls_of(work: Workspace, asked: Asked) -> tuple[Call, ...]:
    """Return every meeting of a year, those cancelled too, so that calendars take them out."""
    return tuple(call.content(work, row.id) for row in _meetings_of(work, asked))


def _briefs(work: Workspace, asked: Asked) -> Iterator[_Job]:
    year, commission_id = _year(work, asked), asked.commission_id
    for row in commission.listing(work, agreement_id=asked.agreement_id, group_id=asked.group_id):
        if commission_id not in (None, row.id) or (commission_id is None and row.given_on not in year):
            continue

        stem = f"{slug(tr('Uppdrag'))}-{slug(row.number)}-{slug(row.title)[:60].strip('-')}"
        yield _job(stem, replace(asked, commission_id=row.id), partial(_brief, work, row.id))


def _letters(work: Workspace, asked: Asked) -> Iterator[_Job]:
    for row in board_matter.listing(work, asked.agreement_id):
        if row.id != asked.matter_id and (
            asked.matter_id is not None or not official_report.row(work, row.id).written
        ):
            continue
        for letter in official_report_content.contents(work, row.id):
            title = slug(row.title)[:60].strip("-")
            stem = f"{letter.day}-{slug(letter.name)}-{slug(letter.board)}-{title}"
            yield _job(stem, replace(asked, matter_id=row.id), partial(_letter, letter))


def _letter(letter: OfficialReport) -> Sequence[object]:
    return (letter,)


def _brief(work: Workspace, commission_id: int) -> Sequence[object]:
    return (brief(work, commission_id),)
