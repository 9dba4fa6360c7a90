"""The year plan of a group: drafted, then decided at a meeting (T14, T15)."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, time, timedelta
from itertools import zip_longest

from sqlalchemy import select
from sqlalchemy.orm import Session

from samverkan_desktop.errors import UserError
from samverkan_desktop.i18n import tr
from samverkan_desktop.models.agreement import Agreement
from samverkan_desktop.models.decision import Decision
from samverkan_desktop.models.group import Group
from samverkan_desktop.models.meeting import Meeting
from samverkan_desktop.models.year_plan import YearPlan
from samverkan_desktop.periods import Period
from samverkan_desktop.rules.meeting_days import days_to_meet
from samverkan_desktop.rules.meeting_frequency import MeetingFrequency
from samverkan_desktop.rules.parameters import parse
from samverkan_desktop.services.agreement import calendar_of
from samverkan_desktop.services.facts import demanded_of
from samverkan_desktop.services.meeting import new_ordinary
from samverkan_desktop.services.meeting_checks import check_area, check_day, check_times
from samverkan_desktop.services.period import year_of_group
from samverkan_desktop.services.privacy import refuse
from samverkan_desktop.services.workspace import Workspace
from samverkan_desktop.vocabulary import MeetingKind, MeetingStatus, PlanStatus

#: How many meetings a year are proposed where the agreement does not say.
_USUAL = 4
_SATURDAY = 5


@dataclass(frozen=True)
class PlanRow:
    """A group's plan for a working year; ``days`` are its ordinary meetings' days."""

    id: int
    group_id: int
    period: str
    status: PlanStatus
    days: tuple[date, ...]
    decided_on: date | None
    decision: str


def required(session: Session, group_id: int, year: Period) -> int | None:
    """Return how many ordinary meetings a working year demands of a group; None where that is not said.

    A working year is counted by the version of the agreement in force when it began; of several demands on
    one group, the one that asks for the most meetings.
    """
    return len(wanted(session, group_id, year)) or None


def demanded(work: Workspace, group_id: int, period: str) -> int | None:
    """Return how many ordinary meetings a working year demands of a group; None where not said (T14)."""
    with work.read() as session:
        return required(session, group_id, year_of_group(session, group_id, period))


def propose(work: Workspace, group_id: int, period: str) -> tuple[date, ...]:
    """Return days for a year plan, to change before it is drafted.

    The days of the year before are followed, a year later on the same weekday; without such, the
    meetings demanded are spread over Tuesdays outside the holidays.
    """
    with work.read() as session:
        year = year_of_group(session, group_id, period)
        before = [
            meeting.day
            for meeting in ordinary(session, group_id)
            if meeting.day < year.starts
            and (year.starts - meeting.day).days <= (year.ends - year.starts).days + 1
        ]
        if before:
            return tuple(day + timedelta(weeks=52) for day in before)
        agreement = session.get_one(Agreement, session.get_one(Group, group_id).agreement_id)
        usual = days_to_meet(MeetingFrequency(_USUAL), calendar_of(agreement), year, None, ())
        return wanted(session, group_id, year) or usual


def wanted(session: Session, group_id: int, year: Period) -> tuple[date, ...]:
    """Return days in a working year that would be as many and lie as the agreement demands (T14, S02)."""
    group = session.get_one(Group, group_id)
    agreement = session.get_one(Agreement, group.agreement_id)
    earlier = [meeting.day for meeting in ordinary(session, group_id) if meeting.day < year.starts]
    found = [
        days_to_meet(
            parameters,
            calendar_of(agreement),
            year,
            earlier[-1] if earlier else None,
            _days_of(session, agreement.id, parameters.relative_to, year),
        )
        for parameters in _frequencies(session, group, max(year.starts, agreement.starts))
    ]
    return max(found, key=len, default=())


def _frequencies(session: Session, group: Group, day: date) -> Iterator[MeetingFrequency]:
    """Yield how often a group is to meet, by the version of the agreement that is in force on a day."""
    for each in demanded_of(session, group, day):
        if each.kind == "meeting_frequency":
            parameters = parse(each.kind, each.parameters)
            if isinstance(parameters, MeetingFrequency):
                yield parameters


def _days_of(session: Session, agreement_id: int, key: str, year: Period) -> list[date]:
    """Return the days in a working year on which another group of the agreement meets."""
    other = session.scalar(select(Group.id).where(Group.agreement_id == agreement_id, Group.key == key))
    return [meeting.day for meeting in ordinary(session, other or 0) if meeting.day in year]


def ordinary(session: Session, group_id: int) -> list[Meeting]:
    """Return a group's ordinary meetings that are not cancelled, in order of day."""
    chosen = select(Meeting).where(
        Meeting.group_id == group_id,
        Meeting.kind == MeetingKind.ORDINARY,
        Meeting.status != MeetingStatus.CANCELLED,
    )
    return list(session.scalars(chosen.order_by(Meeting.day)))


def draft(
    work: Workspace,
    group_id: int,
    period: str,
    days: Sequence[date],
    *,
    starts: time | None = None,
    ends: time | None = None,
    place: str = "",
    area_ids: Sequence[int | None] = (),
) -> int:
    """Draft a year plan: its meetings are put on the calendar, the plan waits for a decision (T15).

    Args:
        work: the open archive.
        group_id: the group.
        period: label of the working year.
        days: a day a meeting.
        starts: when the meetings begin; None where not known.
        ends: when they end.
        place: where; may be empty.
        area_ids: the area each of them is for, in the order of the days; None for the whole group's. Two
            areas may have their meetings on one day (B11).

    Raises:
        UserError: there is no day, one lies outside the year or stands twice, the end is before the
            start, an area is another agreement's, or the year is not one of the agreement's.
    """
    check_times(starts, ends)
    refuse(place=place)
    if not days:
        raise UserError(tr("Lägg till minst ett datum."), field="days")
    label = tr("Årsplan för {group} {period} lades upp", group=_name(work, group_id), period=period)
    with work.change("year_plan.draft", label) as session:
        year = year_of_group(session, group_id, period)
        planned = list(zip_longest(days, area_ids[: len(days)]))
        _check(session, group_id, year, planned)
        plan = _plan(session, group_id, year.label)
        if plan is None:
            plan = YearPlan(
                group_id=group_id, period=year.label, status=PlanStatus.DRAFT, drafted_on=work.today
            )
            session.add(plan)
        for day, area_id in sorted(planned, key=lambda each: each[0]):
            made = new_ordinary(group_id, day, starts, ends, place, work.today)
            made.area_id = area_id
            session.add(made)
        session.flush()
        return plan.id


def _check(session: Session, group_id: int, year: Period, planned: Sequence[tuple[date, int | None]]) -> None:
    """Refuse days outside the year or the agreement, and two meetings of one area, or of none, on a day."""
    taken = {(meeting.day, meeting.area_id) for meeting in ordinary(session, group_id)}
    for day, area_id in planned:
        if day not in year:
            raise UserError(
                tr("{day} ligger utanför {period}. Välj ett datum mellan {first} och {last}.",
                   day=day, period=year.label, first=year.starts, last=year.ends),
                field="days",
            )  # fmt: skip
        check_day(session, group_id, day, field="days")
        check_area(session, group_id, area_id)
        if (day, area_id) in taken:
            raise UserError(tr("Det finns redan ett möte {day}. Ta bort det ena.", day=day), field="days")
        taken.add((day, area_id))


def _name(work: Workspace, group_id: int) -> str:
    with work.read() as session:
        return session.get_one(Group, group_id).name


def _plan(session: Session, group_id: int, period: str) -> YearPlan | None:
    return session.scalar(select(YearPlan).where(YearPlan.group_id == group_id, YearPlan.period == period))


def decide(work: Workspace, plan_id: int, decision_id: int) -> None:
    """Note that a year plan has been decided, by a decision at a meeting (T15)."""
    with work.change("year_plan.decide", tr("Årsplanen beslutades")) as session:
        plan = session.get_one(YearPlan, plan_id)
        decision = session.get_one(Decision, decision_id)
        meeting = session.get_one(Meeting, decision.meeting_id)
        if meeting.group_id != plan.group_id:
            raise UserError(tr("Årsplanen ska beslutas av gruppen själv."), field="decision_id")
        plan.status = PlanStatus.DECIDED
        plan.decided_on = meeting.day
        plan.meeting_id = meeting.id
        plan.decision_id = decision_id


def plan_row(work: Workspace, group_id: int, period: str) -> PlanRow | None:
    """Return a group's plan for a working year; None where there is none."""
    with work.read() as session:
        year = year_of_group(session, group_id, period)
        plan = _plan(session, group_id, year.label)
        if plan is None:
            return None
        decision = session.get(Decision, plan.decision_id) if plan.decision_id else None
        return PlanRow(
            plan.id,
            group_id,
            year.label,
            plan.status,
            tuple(meeting.day for meeting in ordinary(session, group_id) if meeting.day in year),
            plan.decided_on,
            decision.number if decision else "",
        )


def is_weekend(day: date) -> bool:
    """Return whether a day is a Saturday or Sunday: worth a word, not an error."""
    return day.weekday() >= _SATURDAY
