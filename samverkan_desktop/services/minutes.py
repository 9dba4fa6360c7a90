"""Minutes: gathered from the meeting, finished, sent, and opened again for a correction."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime, time
from pathlib import Path
from typing import Any

from cattrs.errors import BaseValidationError
from cattrs.gen import make_dict_structure_fn
from cattrs.preconf.json import make_converter
from sqlalchemy import select
from sqlalchemy.orm import Session

from samverkan_desktop import prose
from samverkan_desktop.documents.minutes import MinutedItem, Minutes
from samverkan_desktop.errors import UserError
from samverkan_desktop.i18n import tr
from samverkan_desktop.models.group import Group
from samverkan_desktop.models.meeting import Meeting, MinutesVersion
from samverkan_desktop.prose_blocks import Block, Entry, ListBlock, Paragraph
from samverkan_desktop.prose_runs import Run
from samverkan_desktop.services import (
    agenda_builder,
    distribution,
    exported_file,
    meeting_clock,
    minutes_checks,
    protocol,
    renderers,
    word_template,
)
from samverkan_desktop.services.distribution import DeliveryRow
from samverkan_desktop.services.exported_file import WhenChanged, Written, digest, papers
from samverkan_desktop.services.minutes_content import approval_of, approvers_of, gather
from samverkan_desktop.services.outgoing import Outgoing, Sending
from samverkan_desktop.services.privacy import demand, refuse
from samverkan_desktop.services.renderers import FileFormat
from samverkan_desktop.services.wording import slug
from samverkan_desktop.services.workspace import Workspace
from samverkan_desktop.vocabulary import DocumentKind, MeetingStatus, SendingWay

_converter = make_converter()
_converter.register_unstructure_hook(time, lambda value: value.isoformat())
_converter.register_structure_hook(time, lambda value, _: time.fromisoformat(value))
_read_item = make_dict_structure_fn(MinutedItem, _converter)


@_converter.register_structure_hook
def _item(stored: dict[str, Any], _: type[MinutedItem]) -> MinutedItem:
    """Read an item; one of earlier builds has lines instead of notes, and no markup in them but bullets."""
    if "paragraphs" in stored:
        if not isinstance(stored["paragraphs"], (list, tuple)):
            raise TypeError(stored["paragraphs"])
        lines = "\n".join(stored["paragraphs"]).splitlines()
        stored = {**stored, "notes": prose.write(_as_it_was(line.strip()) for line in lines)}
    return _read_item(stored, MinutedItem)


def _as_it_was(line: str) -> Block:
    if line.startswith("- "):
        return ListBlock(numbered=False, entries=(Entry((Run(line.removeprefix("- ")),)),))
    return Paragraph((Run(line),))


@dataclass(frozen=True)
class VersionRow:
    """A version of finished minutes; ``reason`` is why it was corrected, empty for the first."""

    number: int
    finished_at: datetime
    reason: str


def content(work: Workspace, meeting_id: int) -> Minutes:
    """Return a meeting's minutes: as they were finished, or a draft of what is noted so far."""
    with work.read() as session:
        return content_in(session, meeting_id)


def content_in(session: Session, meeting_id: int) -> Minutes:
    """Return a meeting's minutes as a session sees them."""
    meeting = session.get_one(Meeting, meeting_id)
    versions = _versions(session, meeting_id)
    if meeting.status in (MeetingStatus.FINISHED, MeetingStatus.SENT) and versions:
        return _with_approval(session, meeting, _converter.structure(versions[-1].content, Minutes))
    return gather(session, meeting_id, draft=True)


def _with_approval(session: Session, meeting: Meeting, minutes: Minutes) -> Minutes:
    """Return finished minutes with the days on which they have been approved since: nothing else changes."""
    since = approvers_of(session, meeting)
    said = approval_of(session, meeting) if minutes.approval else ""
    minutes = replace(minutes, approval=said or minutes.approval)
    if minutes.front is not None:
        minutes = replace(minutes, front=protocol.attested_since(session, meeting, minutes.front))
    if len(since) != len(minutes.approvers):  # the group has it otherwise now
        return minutes
    lines = [
        replace(line, holder=now.holder, day=now.day)
        for line, now in zip(minutes.approvers, since, strict=True)
    ]
    return replace(minutes, approvers=tuple(lines))


def is_readable(content: dict[str, Any]) -> bool:
    """Return whether finished minutes, as they are stored, can be read: what comes from a file may not be."""
    try:
        _converter.structure(content, Minutes)
    except (BaseValidationError, TypeError, ValueError, LookupError):
        return False
    return True


def _versions(session: Session, meeting_id: int) -> list[MinutesVersion]:
    chosen = select(MinutesVersion).where(MinutesVersion.meeting_id == meeting_id)
    return list(session.scalars(chosen.order_by(MinutesVersion.number)))


def versions(work: Workspace, meeting_id: int) -> tuple[VersionRow, ...]:
    """Return every version of a meeting's finished minutes, oldest first."""
    with work.read() as session:
        return tuple(VersionRow(v.number, v.finished_at, v.reason) for v in _versions(session, meeting_id))


def version(work: Workspace, meeting_id: int, number: int) -> Minutes:
    """Return a meeting's minutes as one of their versions says, also one that was corrected since.

    Raises:
        UserError: there is no version of that number.
    """
    with work.read() as session:
        return _version(session, meeting_id, number)


def _version(session: Session, meeting_id: int, number: int) -> Minutes:
    for each in _versions(session, meeting_id):
        if each.number == number:
            return _converter.structure(each.content, Minutes)
    raise UserError(tr("Det finns ingen version {number} av anteckningarna.", number=number))


def save_version(
    work: Workspace,
    meeting_id: int,
    number: int,
    folder: Path,
    changed: WhenChanged = WhenChanged.BESIDE,
) -> Written:
    """Write a version of finished minutes as a Word file; nothing is logged, since nothing is sent.

    Raises:
        UserError: there is no version of that number.
        ChangedByHand: the file was changed by hand, and it is to be asked.
        EnvironmentFault: the file cannot be written.
    """
    with work.read() as session:
        said = _version(session, meeting_id, number)
        stem = distribution.file_stem(session, session.get_one(Meeting, meeting_id), said.label)
        data = _as_word(session, meeting_id, said)
    name = f"{stem}-{slug(tr('version {number}', number=number))}.{FileFormat.WORD}"
    subject = {"meeting_id": meeting_id, "version": number}
    # What a finished version says never changes.
    return exported_file.write(work, folder, papers({name: data}, DocumentKind.MINUTES, subject), changed)


def _as_word(session: Session, meeting_id: int, said: Minutes) -> bytes:
    """Return minutes as a Word file, in the agreement's own template where it has one."""
    group = session.get_one(Group, session.get_one(Meeting, meeting_id).group_id)
    kind, wanted = renderers.of_record(said), FileFormat.WORD
    template = word_template.template_for(session, group.agreement_id, kind, wanted)
    return renderers.render(kind, wanted, said, template=template)


def hindrances(work: Workspace, meeting_id: int) -> tuple[str, ...]:
    """Return what stops the minutes from being finished, a sentence each; nothing when all is ready."""
    return tuple(row.sentence for row in minutes_checks.checks(work, meeting_id) if row.stops)


def finish(work: Workspace, meeting_id: int, reason: str = "") -> None:
    """Finish a meeting's minutes: every label is copied in, and nothing in them changes after that.

    Args:
        work: the open archive.
        meeting_id: the meeting.
        reason: why they are corrected, where they have been finished before.

    Raises:
        UserError: something is missing or may not stand there; or a correction has no reason.
    """
    refuse(reason=reason)
    with work.change("minutes.finish", tr("Anteckningarna färdigställdes")) as session:
        meeting = session.get_one(Meeting, meeting_id)
        if meeting.status in (MeetingStatus.FINISHED, MeetingStatus.SENT):
            raise UserError(tr("Anteckningarna är redan färdigställda."))
        for row in minutes_checks.checks_in(session, meeting_id, work.today):
            if row.stops:
                raise UserError(row.sentence)
        earlier = _versions(session, meeting_id)
        if earlier:
            demand(tr("Ange varför anteckningarna rättas."), reason=reason)
        else:
            meeting_clock.copy_used(session, meeting, work)
        correction = f"{len(earlier)}, {work.today}: {reason.strip()}" if earlier else ""
        minutes = _paged(gather(session, meeting_id, draft=False, correction=correction))
        session.add(
            MinutesVersion(
                meeting_id=meeting_id,
                number=len(earlier) + 1,
                finished_at=work.clock.now(),
                reason=reason.strip() if earlier else "",
                content=_plain(minutes),
            )
        )
        meeting.status = MeetingStatus.FINISHED
        agenda_builder.pass_on(session, meeting)


def _paged(minutes: Minutes) -> Minutes:
    """Return minutes that know their last page, from which the next protokoll of the year goes on (B02)."""
    if minutes.front is None:
        return minutes
    from samverkan_desktop.documents import protocol_pdf

    last = minutes.front.first_page + protocol_pdf.pages(minutes) - 1
    return replace(minutes, front=replace(minutes.front, last_page=last))


def _plain(minutes: Minutes) -> dict[str, Any]:
    plain: dict[str, Any] = _converter.unstructure(minutes)
    return plain


def reopen(work: Workspace, meeting_id: int) -> None:
    """Open finished minutes for a correction; the finished version is kept as it was."""
    with work.change("minutes.reopen", tr("Anteckningarna öppnades för rättelse")) as session:
        meeting = session.get_one(Meeting, meeting_id)
        if meeting.status not in (MeetingStatus.FINISHED, MeetingStatus.SENT):
            raise UserError(tr("Anteckningarna är inte färdigställda och kan redan ändras."))
        meeting.status = MeetingStatus.HELD


def send(
    work: Workspace, meeting_id: int, folder: Path, changed: WhenChanged = WhenChanged.BESIDE
) -> Written:
    """Write finished minutes as files to send, and note when and to whom they go (T20).

    Args:
        work: the open archive.
        meeting_id: the meeting.
        folder: where the Word file and the mail draft are written.
        changed: what is done where a file there was changed by hand.

    Raises:
        UserError: the minutes are not finished.
        ChangedByHand: a file was changed by hand, and it is to be asked; nothing is noted then.
        EnvironmentFault: a file cannot be written; nothing is noted then.
    """
    with work.change("minutes.send", tr("Anteckningarna skickades")) as session:
        outgoing = _prepare(session, meeting_id)
        files = distribution.as_files(work, session, outgoing)
        said = digest(content_in(session, meeting_id))
        made = papers(files, DocumentKind.MINUTES, {"meeting_id": meeting_id}, said)
        return exported_file.write_in(work, session, folder, made, changed)


def compose(work: Workspace, meeting_id: int) -> Outgoing:
    """Return finished minutes as they would be sent, for whoever is to look first; nothing is changed.

    Raises:
        UserError: the minutes are not finished.
    """
    with work.rehearsal() as session:
        return _prepare(session, meeting_id)


def note_mailed(
    work: Workspace, outgoing: Outgoing, way: SendingWay, deliveries: Sequence[DeliveryRow]
) -> int:
    """Note that minutes have gone out as they were composed, and what became of them to each recipient.

    Returns:
        The sending's identity.
    """
    with work.change("minutes.note_mailed", tr("Anteckningarna skickades")) as session:
        meeting = session.get_one(Meeting, outgoing.meeting_id)
        if meeting.status is MeetingStatus.FINISHED:
            meeting.status = MeetingStatus.SENT
        return distribution.record(work, session, outgoing, way, deliveries)


def _prepare(session: Session, meeting_id: int) -> Outgoing:
    """Count finished minutes as sent inside a use case, and return what is to go out."""
    meeting = session.get_one(Meeting, meeting_id)
    _demand_finished(meeting)
    minutes = content_in(session, meeting_id)
    meeting.status = MeetingStatus.SENT
    subject = tr("{label} {day}, {group}", label=minutes.label, day=minutes.day, group=minutes.group)
    told = tr("Här kommer {label} från mötet {day}.", label=minutes.label.lower(), day=minutes.day)
    body = "\n\n".join(filter(None, (tr("Hej!"), told, minutes.recorded_by)))
    sending = Sending(
        DocumentKind.MINUTES, minutes.recorded_by, subject, body, minutes.label, ".docx",
        _as_word(session, meeting_id, minutes),
    )  # fmt: skip
    return distribution.made_ready(session, meeting, sending)


def note_sent(work: Workspace, meeting_id: int, on: date) -> None:
    """Note that finished minutes were sent without this program, on a day that has been (T20).

    Raises:
        UserError: the minutes are not finished; or the day is to come, or before the meeting.
    """
    with work.change("minutes.note_sent", tr("Anteckningarna skickades {day}", day=on)) as session:
        meeting = session.get_one(Meeting, meeting_id)
        _demand_finished(meeting)
        sender = content_in(session, meeting_id).recorded_by
        distribution.log_stated(work, session, meeting, DocumentKind.MINUTES, sender, on)
        meeting.status = MeetingStatus.SENT


def _demand_finished(meeting: Meeting) -> None:
    if meeting.status not in (MeetingStatus.FINISHED, MeetingStatus.SENT):
        raise UserError(tr("Färdigställ anteckningarna innan de skickas."))
