"""What is proposed for a year plan: as the agreement demands, on days that nothing speaks against (T14)."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, time

from sqlalchemy.orm import Session

from samverkan_desktop.holidays import is_holiday
from samverkan_desktop.models.agreement import Agreement
from samverkan_desktop.models.group import Group
from samverkan_desktop.periods import Period
from samverkan_desktop.rules.meeting_days import days_to_meet
from samverkan_desktop.rules.meeting_frequency import MeetingFrequency
from samverkan_desktop.rules.weekday_pattern import Pattern, nearest
from samverkan_desktop.services import area_plan, year_plan
from samverkan_desktop.services.agreement import calendar_of
from samverkan_desktop.services.area_plan import ProposedMeeting
from samverkan_desktop.services.meeting_day import Days
from samverkan_desktop.services.period import year_of_group
from samverkan_desktop.services.workspace import Workspace


def propose(
    work: Workspace,
    group_id: int,
    period: str,
    *,
    count: int | None = None,
    pattern: Pattern | None = None,
    starts: time | None = None,
    ends: time | None = None,
) -> tuple[ProposedMeeting, ...]:
    """Return meetings for a year plan, to change before it is drafted.

    They lie as those of the year before, or as the agreement demands; where something speaks against such a
    day (weekend, holiday or its eve, a school break, a group that shares seats meets at that time), another
    near it is taken. Where there is none, the day stands and what speaks against it is said beside it.

    Args:
        work: the open archive.
        group_id: the group.
        period: label of the working year.
        count: how many beside those planned already; where None as many as `area_plan.propose` gives.
        pattern: which days they are to be on; any working day where None.
        starts: when they begin; None where not known.
        ends: when they end.
    """
    wished = area_plan.propose(work, group_id, period)
    with work.read() as session:
        year = year_of_group(session, group_id, period)
        there = [
            meeting.day
            for meeting in year_plan.ordinary(session, group_id)
            if meeting.area_id is None and meeting.day in year
        ]
        lacking = _lacking(wished, there)
        if count is not None and count != len(lacking):
            lacking = _lacking(_as_many(session, group_id, year, count + len(there), wished), there)
        return _where_free(session, group_id, year, lacking, pattern or Pattern(), (starts, ends))


@dataclass(frozen=True)
class Usual:
    """When and where a group met last."""

    starts: time | None = None
    ends: time | None = None
    place: str = ""


def usual(work: Workspace, group_id: int) -> Usual:
    """Return when and where a group's last planned meeting is, to propose for the next ones."""
    with work.read() as session:
        known = year_plan.ordinary(session, group_id)[-1:]
        return next((Usual(each.starts, each.ends, each.place) for each in known), Usual())


def _lacking(wished: Sequence[ProposedMeeting], there: Sequence[date]) -> tuple[ProposedMeeting, ...]:
    """Return what is left to propose: for each meeting on the calendar, the wish nearest to it is met."""
    left = list(wished)
    for day in there:
        whole = [each for each in left if each.area_id is None]
        if whole:
            left.remove(min(whole, key=lambda each: abs((each.day - day).days)))
    return tuple(left)


def _as_many(
    session: Session, group_id: int, year: Period, count: int, wished: Sequence[ProposedMeeting]
) -> tuple[ProposedMeeting, ...]:
    """Return another number of meetings: those of areas first, the others spread over the year."""
    of_areas = [each for each in wished if each.area_id is not None][:count]
    if count == len(of_areas):
        return tuple(of_areas)
    agreement = session.get_one(Agreement, session.get_one(Group, group_id).agreement_id)
    frequency = MeetingFrequency(count - len(of_areas))
    whole = [ProposedMeeting(day) for day in days_to_meet(frequency, calendar_of(agreement), year, None, ())]
    return tuple(sorted([*of_areas, *whole], key=lambda each: each.day))


def _where_free(
    session: Session,
    group_id: int,
    year: Period,
    wished: Sequence[ProposedMeeting],
    pattern: Pattern,
    at: tuple[time | None, time | None],
) -> tuple[ProposedMeeting, ...]:
    agreement = session.get_one(Agreement, session.get_one(Group, group_id).agreement_id)
    first = max(year.starts, agreement.signed_on or agreement.starts)
    last = min(year.ends, agreement.ends or year.ends)
    days = Days(session, group_id)
    taken = {meeting.day for meeting in year_plan.ordinary(session, group_id)}
    found: list[ProposedMeeting] = []
    for each in wished:
        # Two areas may meet on one day, where they did so before.
        own = taken if each.area_id is None else taken - {each.day}

        def fits(day: date, own: set[date] = own, wish: date = each.day) -> bool:
            if not first <= day <= last or day in own or (day != wish and is_holiday(day)):
                return False
            return not days.against(day, *at)

        day = nearest(each.day, fits, pattern) or each.day
        taken.add(day)
        found.append(replace(each, day=day))
    return tuple(sorted(found, key=lambda each: each.day))
