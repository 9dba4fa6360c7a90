"""What happens in a working year, as marks on its wheel."""

from collections.abc import Iterator, Mapping, Sequence
from datetime import date

from sqlalchemy import select
from sqlalchemy.orm import Session

from samverkan_desktop.documents.year_wheel import Mark, MarkKind, YearWheel
from samverkan_desktop.i18n import tr
from samverkan_desktop.models.board_report import BoardMatter, BoardReport
from samverkan_desktop.periods import Period
from samverkan_desktop.register_vocabulary import RoutineKind
from samverkan_desktop.services import activity, commission, level_report, meeting, routine
from samverkan_desktop.services.facts import groups_demanded
from samverkan_desktop.services.group_letters import letters
from samverkan_desktop.services.meeting import MeetingRow
from samverkan_desktop.services.routine import RoutineRow
from samverkan_desktop.vocabulary import MeetingKind, MeetingStatus

#: An agreement, and one of its groups or None for every one.
_Own = tuple[int, int | None]


def wheel_of(
    session: Session, agreement_id: int, year: Period, today: date, group_id: int | None = None
) -> YearWheel:
    """Return a working year with its meetings, reports, commissions, reviews and activities.

    Args:
        session: where to read.
        agreement_id: the agreement.
        year: the working year.
        today: the day to point at, where it lies in the year.
        group_id: only what concerns this group; every group where None.
    """
    own = (agreement_id, group_id)
    rows = [
        row
        for row in meeting.rows_in(session, *own)
        if row.day in year and row.status is not MeetingStatus.CANCELLED
    ]
    names = {row.group_id: row.group for row in rows}
    known = letters(session, agreement_id) if len(names) > 1 else {}
    marks = [
        *_meetings(session, own, year, today, rows, known),
        *_reports(session, own, year),
        *_dates(session, own, year),
    ]
    marks.sort(key=lambda mark: mark.day)
    groups = tuple((short, names[group_id]) for group_id, short in known.items() if group_id in names)
    pointed = today if today in year else None
    return YearWheel(year.label, year.starts, year.ends, tuple(marks), pointed, groups)


def _meetings(
    session: Session,
    own: _Own,
    year: Period,
    today: date,
    rows: Sequence[MeetingRow],
    known: Mapping[int, str],
) -> Iterator[Mark]:
    follows = groups_demanded(session, own[0], "follow_up", year.ends)
    for row in rows:
        kind = _kind(row, today, follows=row.group_id in follows)
        label = _label(row, named=bool(known))
        yield Mark(row.day, kind, label, f"meeting:{row.id}", known.get(row.group_id, ""))


def _label(row: MeetingRow, *, named: bool) -> str:
    """Return what a meeting is called on the wheel: by its group too, where several meet."""
    extra = row.kind is MeetingKind.EXTRA
    label = tr("Extra möte") if extra else tr("Möte {number}", number=row.number)
    return f"{label}, {row.group}" if named else label


def _kind(row: MeetingRow, today: date, *, follows: bool) -> MarkKind:
    held = row.status in (MeetingStatus.HELD, MeetingStatus.FINISHED, MeetingStatus.SENT)
    if not held:
        return MarkKind.MISSING if row.day < today else MarkKind.PLANNED
    if row.kind is MeetingKind.EXTRA:
        return MarkKind.EXTRA
    return MarkKind.FOLLOW_UP if row.last and follows else MarkKind.HELD


def _dates(session: Session, own: _Own, year: Period) -> Iterator[Mark]:
    for row in commission.rows_in(session, year.ends, *own):
        if row.due is not None and row.due in year:
            label = tr("Uppdrag {number}", number=row.number)
            yield Mark(row.due, MarkKind.COMMISSION, label, f"commission:{row.id}")
    routines = routine.rows_in(session, *own)
    for each in routines:
        if each.review_by is not None and each.review_by in year and _applies(each, each.review_by):
            label = tr("Översyn: {title}", title=each.title)
            yield Mark(each.review_by, MarkKind.REVIEW, label, f"routine:{each.id}")
    due: dict[date, list[RoutineRow]] = {}
    for each in routines:
        if each.due_on is not None and each.due_on in year and _applies(each, each.due_on):
            due.setdefault(each.due_on, []).append(each)
    for day, those in due.items():
        # Material is often decided together: one mark for all of it leaves room on the wheel.
        yield Mark(day, MarkKind.MATERIAL, _together(those), f"routine:{those[0].id}")
    for joint in activity.rows_in(session, *own):
        if joint.day in year:
            yield Mark(joint.day, MarkKind.ACTIVITY, joint.title, f"activity:{joint.id}")


def _reports(session: Session, own: _Own, year: Period) -> Iterator[Mark]:
    """Yield what has been reported to boards, and by a group to one it answers to."""
    agreement_id, group_id = own
    if group_id is None:  # a matter for boards is no single group's
        found = (
            select(BoardReport.id, BoardReport.reported_on, BoardReport.board)
            .join(BoardMatter, BoardMatter.id == BoardReport.matter_id)
            .where(
                BoardMatter.agreement_id == agreement_id,
                BoardReport.reported_on.between(year.starts, year.ends),
            )
            .order_by(BoardReport.id)
        )
        for identity, day, board in session.execute(found):
            if day is not None:
                yield Mark(day, MarkKind.REPORT, board, f"board_report:{identity}")
    for row in level_report.rows_in(session, agreement_id):
        if row.reported_on in year and group_id in (None, row.group_id, row.superior_id):
            label = tr("{group} till {superior}", group=row.group, superior=row.superior)
            yield Mark(row.reported_on, MarkKind.REPORT, label, f"level_report:{row.id}")


def _together(rows: Sequence[RoutineRow]) -> str:
    if len(rows) == 1:
        return rows[0].title
    if all(row.kind is RoutineKind.SUPPORT_MATERIAL for row in rows):
        return tr("{n} stödmaterial", n=len(rows))
    return tr("{n} rutiner och stödmaterial", n=len(rows))


def _applies(row: RoutineRow, day: date) -> bool:
    return row.withdrawn_on is None or day < row.withdrawn_on
