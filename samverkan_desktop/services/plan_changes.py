"""What has happened to the meetings of a plan: since it was decided, and since a calendar was told of them.

Both are read in the journal, which knows every change.
"""

from collections.abc import Collection, Iterator
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from sqlalchemy import and_, or_, select
from sqlalchemy.orm import Session

from samverkan_desktop.i18n import tr
from samverkan_desktop.models.agreement import Agreement
from samverkan_desktop.models.distribution import Distribution
from samverkan_desktop.models.group import Group
from samverkan_desktop.models.journal import JournalChange, JournalEntry
from samverkan_desktop.models.meeting import Meeting
from samverkan_desktop.models.year_plan import YearPlan
from samverkan_desktop.periods import Period
from samverkan_desktop.services.period import year_of_group
from samverkan_desktop.services.workspace import Workspace
from samverkan_desktop.vocabulary import DocumentKind, MeetingKind, MeetingStatus, PlanStatus

#: The use case that brings meetings in with what calendars had been told of them.
_IMPORT = "exchange.bring_in"
#: What a calendar shows of a meeting: another value of one of these is another entry.
_SHOWN = frozenset({"day", "starts", "ends", "place"})


def sequence_of(session: Session, meeting: Meeting) -> int:
    """Return how many times a meeting has become another one to a calendar (SEQUENCE, RFC 5545 3.8.7.4).

    Its call was sent, or its day, times or place were changed, or it was cancelled: here, or in the archive
    that it came from. What has been undone counts too: a calendar may have been told of it, and never takes
    an entry of a lower number.
    """
    return meeting.calendar_sequence + changes_of(session, meeting.id).get(meeting.id, 0)


def changes_of(session: Session, meeting_id: int | None = None) -> dict[int, int]:
    """Return how many times each meeting has become another one to a calendar in this archive.

    Args:
        session: where to read.
        meeting_id: only this meeting; every one where None.
    """
    tables = (Meeting.__tablename__, Distribution.__tablename__)
    chosen = select(JournalChange).where(JournalChange.table.in_(tables), JournalChange.after.is_not(None))
    if meeting_id is not None:
        own = and_(JournalChange.table == Meeting.__tablename__, JournalChange.row_id == meeting_id)
        chosen = chosen.where(or_(own, JournalChange.table == Distribution.__tablename__))
    imported = select(JournalEntry.id).where(JournalEntry.use_case == _IMPORT)
    chosen = chosen.where(JournalChange.entry_id.not_in(imported))
    found: dict[int, int] = {}
    for change in session.scalars(chosen):
        after = change.after or {}
        if change.table == Distribution.__tablename__:
            called = change.before is None and after.get("document") == DocumentKind.CALL
            told = int(after["meeting_id"]) if called else None
        else:
            told = change.row_id if change.before is not None and _is_shown(after) else None
        if told is not None:
            found[told] = found.get(told, 0) + 1
    return found


def uid_of(session: Session, meeting: Meeting) -> str:
    """Return by what calendars know a meeting: the same in whatever archive it comes to lie."""
    if meeting.calendar_uid:
        return meeting.calendar_uid
    group = session.get_one(Group, meeting.group_id)
    agreement = session.get_one(Agreement, group.agreement_id)
    return f"meeting-{agreement.key}-{group.id}-{meeting.id}"


def _is_shown(after: dict[str, Any]) -> bool:
    return bool(_SHOWN & after.keys()) or after.get("status") == MeetingStatus.CANCELLED


def since_decision(work: Workspace, group_id: int, period: str) -> tuple[str, ...]:
    """Return how a plan differs from what was decided, a sentence a meeting; nothing for a draft.

    Args:
        work: the open archive.
        group_id: the group.
        period: label of the working year.
    """
    with work.read() as session:
        year = year_of_group(session, group_id, period)
        chosen = select(YearPlan).where(YearPlan.group_id == group_id, YearPlan.period == year.label)
        plan = session.scalar(chosen)
        if plan is None or plan.status is not PlanStatus.DECIDED:
            return ()
        decided = _decided_in(session, plan.id)
        if decided is None:
            return ()
        own = select(Meeting).where(Meeting.group_id == group_id, Meeting.kind == MeetingKind.ORDINARY)
        meetings = {each.id: each for each in session.scalars(own)}
        changed = _changed_after(session, decided, meetings.keys())
        return tuple(_sentences(meetings, changed, year))


def _decided_in(session: Session, plan_id: int) -> int | None:
    """Return the journal entry in which a plan was decided last; None where the journal does not know."""
    chosen = (
        select(JournalChange)
        .join(JournalEntry, JournalEntry.id == JournalChange.entry_id)
        .where(
            JournalChange.table == YearPlan.__tablename__,
            JournalChange.row_id == plan_id,
            ~JournalEntry.undone,
        )
        .order_by(JournalChange.entry_id.desc())
    )
    return next(
        (each.entry_id for each in session.scalars(chosen) if "decision_id" in (each.after or {})), None
    )


@dataclass
class _Before:
    """A meeting as it was when the plan was decided, as far as it has been changed since."""

    new: bool = False
    values: dict[str, Any] = field(default_factory=dict)


def _changed_after(session: Session, entry_id: int, ids: Collection[int]) -> dict[int, _Before]:
    chosen = (
        select(JournalChange)
        .join(JournalEntry, JournalEntry.id == JournalChange.entry_id)
        .where(
            JournalChange.entry_id > entry_id,
            JournalChange.table == Meeting.__tablename__,
            ~JournalEntry.undone,
        )
        .order_by(JournalChange.id)
    )
    found: dict[int, _Before] = {}
    for each in session.scalars(chosen):
        if each.row_id not in ids:
            continue
        known = found.setdefault(each.row_id, _Before(new=each.before is None))
        # The first value of each column is the one that was decided.
        known.values = {**(each.before or {}), **known.values}
    return found


def _sentences(meetings: dict[int, Meeting], changed: dict[int, _Before], year: Period) -> Iterator[str]:
    for meeting_id, before in sorted(changed.items(), key=lambda each: meetings[each[0]].day):
        meeting = meetings[meeting_id]
        day = meeting.day if before.new or "day" not in before.values else _day(before.values["day"])
        if day not in year and meeting.day not in year:
            continue
        cancelled = meeting.status is MeetingStatus.CANCELLED
        if before.new and not cancelled:
            yield tr("Mötet {day} har lagts till.", day=day)
        elif cancelled and not before.new:
            yield tr("Mötet {day} är inställt.", day=day)
        elif day != meeting.day:
            yield tr("Mötet {day} har flyttats till {to}.", day=day, to=meeting.day)


def _day(kept: object) -> date:
    return kept if isinstance(kept, date) else date.fromisoformat(str(kept))
