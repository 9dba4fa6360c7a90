"""What is worth a look in the margin while a meeting is held: what it breaks, and whose task nobody has."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from sqlalchemy.orm import Session

from samverkan_desktop.i18n import tr
from samverkan_desktop.models.agreement import Agreement
from samverkan_desktop.models.group import Group
from samverkan_desktop.models.meeting import Meeting
from samverkan_desktop.rules import at_meeting
from samverkan_desktop.rules.finding import Finding
from samverkan_desktop.rules.wording import capital
from samverkan_desktop.services import attendance, own_words
from samverkan_desktop.services.attendance import AttendanceRow
from samverkan_desktop.services.facts import gather, obligations
from samverkan_desktop.services.fixed_role import leads
from samverkan_desktop.services.workspace import Workspace
from samverkan_desktop.vocabulary import AttendanceStatus, MeetingStatus, Role

_AWAY = (AttendanceStatus.EXCUSED, AttendanceStatus.ABSENT)


@dataclass(frozen=True)
class Margin:
    """What stands in the margin of a meeting that is held.

    ``findings`` are what it breaks or risks to, worst first. ``leader`` and ``recorder`` are a sentence where
    whoever leads the group's meetings, or takes its notes, is away and nobody is named instead; else empty.
    """

    findings: tuple[Finding, ...] = ()
    leader: str = ""
    recorder: str = ""


def margin(work: Workspace, meeting_id: int) -> Margin:
    """Return what is worth a look at a meeting now; nothing before it has begun and after it is finished."""
    with work.read() as session:
        meeting = session.get(Meeting, meeting_id)
        if meeting is None or meeting.status is not MeetingStatus.HELD:
            return Margin()
        rows = attendance.rows_in(session, meeting)
        return Margin(_findings(session, meeting, rows, work), *_tasks(session, meeting, rows))


def _findings(
    session: Session, meeting: Meeting, rows: Sequence[AttendanceRow], work: Workspace
) -> tuple[Finding, ...]:
    agreement = session.get_one(Agreement, session.get_one(Group, meeting.group_id).agreement_id)
    seats = [row for row in rows if row.seat_id is not None and row.deputy_for_id is None]
    found = at_meeting.amiss(
        obligations(session, agreement.id),
        gather(session, agreement),
        meeting.id,
        max(work.today, meeting.day),
        noted=bool(seats) and all(row.status is not None for row in seats),
    )
    return tuple(replace(each, agreement_id=agreement.id, agreement=agreement.title) for each in found)


def _tasks(session: Session, meeting: Meeting, rows: Sequence[AttendanceRow]) -> tuple[str, str]:
    words = own_words.of_group(session, meeting.group_id)
    leading = leads(session, meeting.group_id, meeting.day)
    leader = recorder = ""
    if meeting.leader_seat_id is None and _is_away(rows, leading):
        leader = tr("{role} är inte här. Ange vem som leder mötet.", role=capital(words.the_role(leading)))
    if meeting.recorder_seat_id is None and _is_away(rows, Role.SECRETARY):
        role = capital(words.the_role(Role.SECRETARY))
        recorder = tr("{role} är inte här. Ange vem som för anteckningarna.", role=role)
    return leader, recorder


def _is_away(rows: Sequence[AttendanceRow], role: Role) -> bool:
    return any(role in row.roles and row.status in _AWAY for row in rows)
