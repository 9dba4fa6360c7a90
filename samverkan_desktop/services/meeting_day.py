"""What speaks against meeting on a day: said before a meeting is put there, and never refused."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, time
from enum import StrEnum

from sqlalchemy.orm import Session

from samverkan_desktop.i18n import mark, tr
from samverkan_desktop.models.group import Group
from samverkan_desktop.models.meeting import Meeting
from samverkan_desktop.public_holidays import eve_name, holiday_name
from samverkan_desktop.services import school_break
from samverkan_desktop.services.clash import clashes
from samverkan_desktop.services.workspace import Workspace

_SATURDAY = 5
_WEEKEND = (mark("lördag"), mark("söndag"))


class Against(StrEnum):
    """What kind of thing speaks against a day."""

    WEEKEND = "weekend"
    HOLIDAY = "holiday"
    EVE = "eve"
    BREAK = "break"
    CLASH = "clash"


@dataclass(frozen=True)
class Objection:
    """One thing that speaks against a day: its kind, and a sentence."""

    kind: Against
    text: str


class Days:
    """The days of a group, and what speaks against each; what is the same for all is read once.

    Args:
        session: where to read.
        group_id: the group.
    """

    def __init__(self, session: Session, group_id: int) -> None:
        self._session = session
        self._group_id = group_id
        agreement_id = session.get_one(Group, group_id).agreement_id
        self._breaks = school_break.rows_in(session, agreement_id)

    def against(
        self, day: date, starts: time | None = None, ends: time | None = None, meeting_id: int | None = None
    ) -> tuple[Objection, ...]:
        """Return what speaks against a day and a time; ``meeting_id`` is a meeting that is there already."""
        breaks = [each.title for each in self._breaks if day in each]
        others = clashes(self._session, self._group_id, day, starts, ends, meeting_id)
        return (
            *_by_calendar(day),
            *(Objection(Against.BREAK, tr("Dagen ligger i {title}.", title=title)) for title in breaks),
            *(Objection(Against.CLASH, each.text) for each in others),
        )


def _by_calendar(day: date) -> Iterator[Objection]:
    holiday, eve = holiday_name(day), eve_name(day)
    if holiday:
        yield Objection(Against.HOLIDAY, tr("Dagen är {holiday}.", holiday=holiday))
    elif day.weekday() >= _SATURDAY:
        yield Objection(
            Against.WEEKEND, tr("Dagen är en {weekday}.", weekday=tr(_WEEKEND[day.weekday() - _SATURDAY]))
        )
    if eve and day.weekday() < _SATURDAY:
        yield Objection(Against.EVE, tr("Dagen är {eve}.", eve=eve))


def against(
    work: Workspace,
    group_id: int,
    day: date,
    starts: time | None = None,
    ends: time | None = None,
    meeting_id: int | None = None,
) -> tuple[Objection, ...]:
    """Return what speaks against a group's meeting on a day: weekend, holiday, eve, break, clash.

    Args:
        work: the open archive.
        group_id: the group.
        day: the day.
        starts: when the meeting begins; None where not known.
        ends: when it ends.
        meeting_id: the meeting, where it is on the calendar already.
    """
    with work.read() as session:
        return Days(session, group_id).against(day, starts, ends, meeting_id)


def against_meeting(work: Workspace, meeting_id: int) -> tuple[Objection, ...]:
    """Return what speaks against the day and time that a meeting has."""
    with work.read() as session:
        meeting = session.get_one(Meeting, meeting_id)
        days = Days(session, meeting.group_id)
        return days.against(meeting.day, meeting.starts, meeting.ends, meeting_id)
