"""What is proposed for a year plan where each part of the municipality is to have its own meetings (B11)."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from sqlalchemy import select
from sqlalchemy.orm import Session

from samverkan_desktop.models.agreement import Agreement
from samverkan_desktop.models.group import Group
from samverkan_desktop.models.meeting import Meeting
from samverkan_desktop.models.organisation import Area
from samverkan_desktop.periods import Period
from samverkan_desktop.rules.area_meetings import AreaMeetings
from samverkan_desktop.rules.meeting_days import days_to_meet
from samverkan_desktop.rules.meeting_frequency import MeetingFrequency
from samverkan_desktop.rules.parameters import parse
from samverkan_desktop.services import year_plan
from samverkan_desktop.services.agreement import calendar_of
from samverkan_desktop.services.facts import demanded_of
from samverkan_desktop.services.period import year_of_group
from samverkan_desktop.services.workspace import Workspace
from samverkan_desktop.vocabulary import AreaKind

_A_YEAR = timedelta(weeks=52)


@dataclass(frozen=True)
class ProposedMeeting:
    """A meeting to put in a plan: its day, and the area it is for; without one, the whole group's."""

    day: date
    area_id: int | None = None
    area: str = ""


def propose(work: Workspace, group_id: int, period: str) -> tuple[ProposedMeeting, ...]:
    """Return meetings for a year plan, to change before it is drafted.

    One for each area that still lacks one where the agreement demands that, on the day it had a year before
    where it had one, and as many more as it demands of the group; else those of `year_plan.propose`.
    """
    with work.read() as session:
        year = year_of_group(session, group_id, period)
        lacking = _lacking(session, group_id, year)
        if lacking is None:
            return tuple(ProposedMeeting(day) for day in year_plan.propose(work, group_id, period))
        own = _of_areas(session, group_id)
        there = sum(meeting.day in year for meeting in own)
        of_areas = list(_on_days(session, group_id, year, lacking, own))
        whole = year_plan.wanted(session, group_id, year)[there + len(of_areas) :]
    proposed = [*of_areas, *(ProposedMeeting(day) for day in whole)]
    return tuple(sorted(proposed, key=lambda each: each.day))


def demanded(work: Workspace, group_id: int, period: str) -> int | None:
    """Return how many ordinary meetings a working year demands of a group, those of its areas among them.

    None where that is not said.
    """
    with work.read() as session:
        year = year_of_group(session, group_id, period)
        told = _told(session, group_id, year)
        of_areas = sum(_times(session, group_id, year, each) for each in told) * len(
            _areas(session, group_id, year)
        )
        return max(of_areas, year_plan.required(session, group_id, year) or 0) or None


def _told(session: Session, group_id: int, year: Period) -> list[AreaMeetings]:
    group = session.get_one(Group, group_id)
    starts = session.get_one(Agreement, group.agreement_id).starts
    found = [
        parse(each.kind, each.parameters)
        for each in demanded_of(session, group, max(year.starts, starts))
        if each.kind == "area_meetings"
    ]
    return [each for each in found if isinstance(each, AreaMeetings)][:1]


def _times(session: Session, group_id: int, year: Period, told: AreaMeetings) -> int:
    """Return how many meetings each area is to have in a working year."""
    agreement = session.get_one(Agreement, session.get_one(Group, group_id).agreement_id)
    stretches = calendar_of(agreement).cut(told.per, year.starts, year.ends)
    return told.count * sum(year.starts <= each.starts <= year.ends for each in stretches)


def _areas(session: Session, group_id: int, year: Period) -> list[Area]:
    """Return the parts of the municipality that are there in a working year."""
    own = session.get_one(Group, group_id).agreement_id
    chosen = select(Area).where(Area.agreement_id == own, Area.kind == AreaKind.PLACE)
    return [
        area
        for area in session.scalars(chosen.order_by(Area.position))
        if (area.since or date.min) <= year.ends and (area.until or date.max) >= year.starts
    ]


def _of_areas(session: Session, group_id: int) -> list[Meeting]:
    return [each for each in year_plan.ordinary(session, group_id) if each.area_id is not None]


def _lacking(session: Session, group_id: int, year: Period) -> list[Area] | None:
    """Return each area as many times as it lacks a meeting; None where no area is to have any."""
    told, areas = _told(session, group_id, year), _areas(session, group_id, year)
    if not told or not areas:
        return None
    times = _times(session, group_id, year, told[0])
    had = Counter(each.area_id for each in _of_areas(session, group_id) if each.day in year)
    return [area for turn in range(times) for area in areas if had[area.id] <= turn]


def _on_days(
    session: Session, group_id: int, year: Period, areas: list[Area], earlier: list[Meeting]
) -> Iterator[ProposedMeeting]:
    """Yield a meeting for each area, a year after the one before where there was one."""
    if not areas:
        return
    agreement = session.get_one(Agreement, session.get_one(Group, group_id).agreement_id)
    spread = list(days_to_meet(MeetingFrequency(len(areas)), calendar_of(agreement), year, None, ()))
    before = {(each.area_id, each.day + _A_YEAR) for each in earlier if each.day + _A_YEAR in year}
    for area, usual in zip(areas, spread, strict=False):
        known = sorted(day for area_id, day in before if area_id == area.id)
        day = known[0] if known else usual
        before.discard((area.id, day))
        yield ProposedMeeting(day, area.id, area.name)
