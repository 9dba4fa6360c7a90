"""Meetings: put on the calendar, moved, cancelled, begun; and what is known of each."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, time

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from samverkan_desktop.errors import UserError
from samverkan_desktop.i18n import tr
from samverkan_desktop.models.agenda import AgendaItem
from samverkan_desktop.models.agreement import Agreement
from samverkan_desktop.models.decision import Decision
from samverkan_desktop.models.group import Group, Seat
from samverkan_desktop.models.meeting import Meeting
from samverkan_desktop.models.organisation import Area
from samverkan_desktop.services import facts_of_meetings, meeting_clock
from samverkan_desktop.services.agreement import calendar_of
from samverkan_desktop.services.attendance import check_open, prepare
from samverkan_desktop.services.check import require
from samverkan_desktop.services.meeting_checks import (
    check_area,
    check_day,
    check_free,
    check_move,
    check_seats,
    check_times,
)
from samverkan_desktop.services.privacy import demand, refuse
from samverkan_desktop.services.scope import of_groups
from samverkan_desktop.services.workspace import Workspace
from samverkan_desktop.vocabulary import MeetingKind, MeetingStatus


@dataclass(frozen=True)
class MeetingRow:
    """A meeting as lists and workspaces show it.

    ``number`` is its number among the ordinary meetings of its working year (0 for extra ones),
    ``of`` how many there are; ``last`` says that it is the last ordinary one of a planned year;
    ``area`` names the area it is held for (B11) and is empty for most.
    """

    id: int
    group_id: int
    group: str
    kind: MeetingKind
    status: MeetingStatus
    day: date
    starts: time | None
    ends: time | None
    place: str
    period: str
    number: int
    of: int
    last: bool
    initiator_seat_id: int | None
    initiator: str
    reason: str
    leader_seat_id: int | None
    recorder_seat_id: int | None
    case_number: str
    called_on: date | None
    minutes_sent_on: date | None
    items: int
    decisions: int
    area_id: int | None
    area: str

    @property
    def title(self) -> str:
        """What it is called: ``Möte 3 av 6``, ``Extra möte``, and for an area ``Möte 3 av 6, Norr``."""
        number = tr("Möte {number} av {of}", number=self.number, of=self.of)
        if not self.number:
            number = tr("Inställt möte")
        title = tr("Extra möte") if self.kind is MeetingKind.EXTRA else number
        return tr("{title}, {area}", title=title, area=self.area) if self.area else title


def new_ordinary(
    group_id: int, day: date, starts: time | None, ends: time | None, place: str, scheduled_on: date
) -> Meeting:
    """Return an ordinary meeting, not yet stored."""
    return Meeting(
        group_id=group_id,
        kind=MeetingKind.ORDINARY,
        status=MeetingStatus.PLANNED,
        day=day,
        starts=starts,
        ends=ends,
        place=place,
        scheduled_on=scheduled_on,
    )


def schedule(
    work: Workspace,
    group_id: int,
    day: date,
    *,
    starts: time | None = None,
    ends: time | None = None,
    place: str = "",
    area_id: int | None = None,
) -> int:
    """Put one more ordinary meeting on the calendar.

    Args:
        work: the open archive.
        group_id: whose meeting it is.
        day: when.
        starts: when it begins; None where not known.
        ends: when it ends.
        place: where; may be empty.
        area_id: the area it is held for (B11); None where it is for no area of its own.

    Raises:
        UserError: the day lies outside the agreement's term or has a meeting already, the end is before
            the start, or the area is another agreement's.
    """
    check_times(starts, ends)
    refuse(place=place)
    with work.change("meeting.schedule", tr("Möte {day} planerades", day=day)) as session:
        check_day(session, group_id, day)
        check_area(session, group_id, area_id)
        check_free(session, group_id, day, area_id)
        meeting = new_ordinary(group_id, day, starts, ends, place, work.today)
        meeting.area_id = area_id
        session.add(meeting)
        session.flush()
        return meeting.id


def schedule_extra(
    work: Workspace,
    group_id: int,
    day: date,
    *,
    initiator_seat_id: int | None,
    reason: str,
    starts: time | None = None,
    ends: time | None = None,
    place: str = "",
    area_id: int | None = None,
) -> int:
    """Call an extra meeting: any seat of the group may, and says what was unforeseen (T16).

    Raises:
        UserError: initiator or reason is missing (R21), or the day or times cannot be.
    """
    check_times(starts, ends)
    refuse(reason=reason, place=place)
    sentence = tr("Ange vad som inträffat och vilken funktion som kallar.")
    if initiator_seat_id is None:
        raise UserError(sentence, field="initiator_seat_id", rule="R21")
    demand(sentence, rule="R21", reason=reason)
    with work.change("meeting.schedule_extra", tr("Extra möte {day} planerades", day=day)) as session:
        check_day(session, group_id, day)
        check_area(session, group_id, area_id)
        meeting = new_ordinary(group_id, day, starts, ends, place, work.today)
        meeting.area_id = area_id
        meeting.kind = MeetingKind.EXTRA
        meeting.initiator_seat_id = initiator_seat_id
        meeting.reason = reason.strip()
        session.add(meeting)
        session.flush()
        about = ("meeting", meeting.id)
        require(session, {"R21"}, work.today, group_id, field="initiator_seat_id", about=about)
        return meeting.id


def change(work: Workspace, meeting_id: int, **values: object) -> None:
    """Change a meeting's day, times, place, area, leader, recorder, case number, initiator or reason.

    Args:
        work: the open archive.
        meeting_id: the meeting.
        values: ``day``, ``starts``, ``ends``, ``place``, ``leader_seat_id``, ``recorder_seat_id``,
            ``case_number``, ``initiator_seat_id``, ``reason``, ``area_id``: those to change.

    Raises:
        UserError: a value cannot be, or the minutes are finished; or the day is to come, or in another
            working year, although the meeting has been held or its decisions numbered.
    """
    allowed = {
        "day", "starts", "ends", "place", "leader_seat_id", "recorder_seat_id", "case_number",
        "initiator_seat_id", "reason", "area_id",
    }  # fmt: skip
    assert values.keys() <= allowed, values  # noqa: S101  the caller's mistake, not the user's
    refuse(**{name: value for name, value in values.items() if isinstance(value, str)})
    label = tr("Mötets uppgifter ändrades")
    key = f"meeting:{meeting_id}:{','.join(sorted(values))}"
    with work.change("meeting.change", label, merge_key=key) as session:
        meeting = open_meeting(session, meeting_id)
        before, area_before = meeting.day, meeting.area_id
        for name, value in values.items():
            setattr(meeting, name, value)
        check_times(meeting.starts, meeting.ends)
        if meeting.day != before:
            check_move(session, meeting, before, work.today)
        if meeting.area_id != area_before:
            check_area(session, meeting.group_id, meeting.area_id)
            if meeting.kind is MeetingKind.ORDINARY:
                check_free(session, meeting.group_id, meeting.day, meeting.area_id, besides=meeting.id)
        check_seats(session, meeting)
        if meeting.kind is MeetingKind.EXTRA:
            field = "reason" if not meeting.reason.strip() else "initiator_seat_id"
            about = ("meeting", meeting.id)
            require(session, {"R21"}, work.today, meeting.group_id, field=field, about=about)


def cancel(work: Workspace, meeting_id: int, reason: str = "") -> None:
    """Cancel a meeting that has not been held.

    Args:
        work: the open archive.
        meeting_id: the meeting.
        reason: why; may be empty. Of an extra meeting it stands after what it was called for.

    Raises:
        UserError: it has been held or cancelled already, or the reason holds a personal identity number.
    """
    refuse(reason=reason)
    with work.change("meeting.cancel", tr("Mötet ställdes in")) as session:
        meeting = session.get_one(Meeting, meeting_id)
        if meeting.status is MeetingStatus.CANCELLED:
            raise UserError(tr("Mötet är redan inställt."))
        if meeting.status is not MeetingStatus.PLANNED and meeting.status is not MeetingStatus.CALLED:
            raise UserError(tr("Mötet har redan hållits och kan inte ställas in."))
        meeting.status = MeetingStatus.CANCELLED
        if reason.strip():
            why = tr("Inställt: {reason}", reason=reason.strip())
            meeting.reason = "\n".join(part for part in (meeting.reason, why) if part)


def begin(work: Workspace, meeting_id: int) -> None:
    """Begin a meeting: everyone called stands on the attendance list, and its clock starts on its day.

    Raises:
        UserError: it lies in the future, is cancelled or already begun, or has no agenda.
    """
    with work.change("meeting.begin", tr("Mötet inleddes")) as session:
        meeting = session.get_one(Meeting, meeting_id)
        if meeting.status not in (MeetingStatus.PLANNED, MeetingStatus.CALLED):
            raise UserError(tr("Mötet är redan hållet eller inställt."))
        if meeting.day > work.today:
            raise UserError(
                tr("Mötet är {day}. Ändra dagen om det hålls tidigare.", day=meeting.day), field="day"
            )
        if not session.scalar(select(AgendaItem.id).where(AgendaItem.meeting_id == meeting_id).limit(1)):
            raise UserError(tr("Mötet har ingen dagordning. Bygg dagordningen först."))
        prepare(session, meeting, is_last(session, meeting))
        meeting.status = MeetingStatus.HELD
        meeting_clock.begin(meeting, work)


def open_meeting(session: Session, meeting_id: int) -> Meeting:
    """Return a meeting whose minutes can still be changed.

    Raises:
        UserError: they are finished, or the meeting is cancelled.
    """
    meeting = session.get_one(Meeting, meeting_id)
    check_open(meeting)
    return meeting


def is_last(session: Session, meeting: Meeting) -> bool:
    """Return whether a meeting is the last ordinary one of its working year (T13, T15, T24)."""
    if meeting.kind is not MeetingKind.ORDINARY:
        return False
    agreement = session.get_one(Agreement, session.get_one(Group, meeting.group_id).agreement_id)
    year = calendar_of(agreement).of(meeting.day)
    chosen = select(Meeting.id).where(
        Meeting.group_id == meeting.group_id,
        Meeting.kind == MeetingKind.ORDINARY,
        Meeting.status != MeetingStatus.CANCELLED,
        Meeting.day.between(year.starts, year.ends),
    )
    in_order = session.scalars(chosen.order_by(Meeting.day, Meeting.starts, Meeting.id)).all()
    return in_order[-1:] == [meeting.id]


def listing(
    work: Workspace,
    period: str | None = None,
    agreement_id: int | None = None,
    group_id: int | None = None,
) -> tuple[MeetingRow, ...]:
    """Return meetings in order of day, cancelled ones too.

    Args:
        work: the open archive.
        period: label of the working year they are in; every year where None.
        agreement_id: only those of this agreement's groups; of every one's where None.
        group_id: only those of this group; of every group where None.
    """
    with work.read() as session:
        rows = rows_in(session, agreement_id, group_id)
        return tuple(row for row in rows if period is None or row.period == period)


def rows_in(
    session: Session, agreement_id: int | None = None, group_id: int | None = None
) -> tuple[MeetingRow, ...]:
    """Return meetings as a session sees it, in order of day: an agreement's, a group's, or every one."""
    agreements = {agreement.id: agreement for agreement in session.scalars(select(Agreement))}
    groups: dict[int, list[Group]] = {}
    for group in session.scalars(select(Group).where(*of_groups(agreement_id, group_id))):
        groups.setdefault(group.agreement_id, []).append(group)
    rows = [row for own, those in groups.items() for row in _rows(session, agreements[own], those)]
    return tuple(sorted(rows, key=lambda row: (row.day, row.starts or time(), row.id)))


def details(work: Workspace, meeting_id: int) -> MeetingRow:
    """Return one meeting.

    Raises:
        UserError: there is none of that identity.
    """
    with work.read() as session:
        return details_in(session, meeting_id)


def details_in(session: Session, meeting_id: int) -> MeetingRow:
    """Return one meeting as a session sees it.

    Raises:
        UserError: there is none of that identity.
    """
    stored = session.get(Meeting, meeting_id)
    for row in rows_in(session, group_id=stored.group_id) if stored else ():
        if row.id == meeting_id:
            return row
    raise UserError(tr("Det finns inget möte med nummer {id} i arkivet.", id=meeting_id))


def _rows(session: Session, agreement: Agreement, groups: list[Group]) -> list[MeetingRow]:
    calendar = calendar_of(agreement)
    names = {group.id: group.name for group in groups}
    facts = {fact.id: fact for fact in facts_of_meetings.meetings(session, list(names), calendar)}
    of: dict[tuple[int, str], int] = {}
    for each in facts.values():
        key = (each.group_id, each.period)
        of[key] = max(of.get(key, 0), each.number)
    seats = {seat.id: seat.function for seat in session.scalars(select(Seat))}
    areas = {area.id: area.name for area in session.scalars(select(Area))}
    items = _counts(session, AgendaItem, names)
    decisions = _counts(session, Decision, names)
    rows = []
    for meeting in session.scalars(select(Meeting).where(Meeting.group_id.in_(names))):
        period = calendar.of(meeting.day).label
        fact = facts.get(meeting.id)
        number, total = fact.number if fact else 0, of.get((meeting.group_id, period), 0)
        rows.append(
            MeetingRow(
                meeting.id, meeting.group_id, names[meeting.group_id], meeting.kind, meeting.status,
                meeting.day, meeting.starts, meeting.ends, meeting.place, period, number, total,
                number == total and number > 0, meeting.initiator_seat_id,
                seats.get(meeting.initiator_seat_id or 0, ""), meeting.reason, meeting.leader_seat_id,
                meeting.recorder_seat_id, meeting.case_number, fact.called_on if fact else None,
                fact.minutes_sent_on if fact else None, items.get(meeting.id, 0),
                decisions.get(meeting.id, 0), meeting.area_id, areas.get(meeting.area_id or 0, ""),
            )
        )  # fmt: skip
    return rows


def _counts(
    session: Session, model: type[AgendaItem] | type[Decision], groups: Iterable[int]
) -> dict[int, int]:
    own = select(Meeting.id).where(Meeting.group_id.in_(groups))
    chosen = select(model.meeting_id, func.count()).where(model.meeting_id.in_(own))
    counted = session.execute(chosen.group_by(model.meeting_id))
    return {meeting_id: count for meeting_id, count in counted}  # noqa: C416  rows are not pairs to mypy
