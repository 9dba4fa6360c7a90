"""The yearly activity plan of a group (L08): drafted, adopted, and carried over to the next year."""

from dataclasses import dataclass
from datetime import date

from sqlalchemy import select
from sqlalchemy.orm import Session

from samverkan_desktop.errors import UserError
from samverkan_desktop.i18n import tr
from samverkan_desktop.models.activity import ActivityPlan, PlannedActivity, Strategy
from samverkan_desktop.models.agreement import Agreement
from samverkan_desktop.models.decision import Decision
from samverkan_desktop.models.group import Group
from samverkan_desktop.models.meeting import Meeting
from samverkan_desktop.rules.activity_plan import KIND
from samverkan_desktop.services.agreement import calendar_of
from samverkan_desktop.services.facts import groups_demanded
from samverkan_desktop.services.period import year_labelled, year_of_group
from samverkan_desktop.services.privacy import refuse_future
from samverkan_desktop.services.workspace import Workspace


@dataclass(frozen=True)
class PlannedActivityRow:
    """An activity of a plan.

    Args:
        id: identity.
        plan_id: whose it is.
        position: its place in the plan, from 1.
        title: what is to be done.
        strategy_id: the strategy it follows from; None where none is given.
        strategy: that strategy's title; empty where there is none.
        responsible: the function that carries it out; may be empty.
        due: the day it is to be done; None where not decided.
        done_on: the day it was done; None until then.
        late: whether its day has passed without its being done.
    """

    id: int
    plan_id: int
    position: int
    title: str
    strategy_id: int | None
    strategy: str
    responsible: str
    due: date | None
    done_on: date | None
    late: bool


@dataclass(frozen=True)
class ActivityPlanRow:
    """A group's activities of a working year, in their order.

    Args:
        id: identity.
        group_id: the group that drew it up.
        group: the group's name.
        period: label of the working year.
        adopted_on: the day it was adopted; None for a draft.
        decision_id: the decision it was adopted by; None where it was adopted on a day without one.
        decision: that decision's number; may be empty.
        activities: what is to be done.
    """

    id: int
    group_id: int
    group: str
    period: str
    adopted_on: date | None
    decision_id: int | None
    decision: str
    activities: tuple[PlannedActivityRow, ...]

    @property
    def done(self) -> int:
        """How many of the activities are done."""
        return sum(each.done_on is not None for each in self.activities)


def listing(work: Workspace, agreement_id: int) -> tuple[ActivityPlanRow, ...]:
    """Return the activity plans of an agreement's groups, oldest year first."""
    with work.read() as session:
        return rows_in(session, agreement_id, work.today)


def plan_row(work: Workspace, group_id: int, period: str) -> ActivityPlanRow | None:
    """Return a group's activity plan of a working year; None where there is none.

    Raises:
        UserError: the label names no working year of the group's agreement.
    """
    with work.read() as session:
        year = year_of_group(session, group_id, period)
        rows = rows_in(session, session.get_one(Group, group_id).agreement_id, work.today)
        return next((row for row in rows if (row.group_id, row.period) == (group_id, year.label)), None)


def groups_asked(work: Workspace, agreement_id: int) -> tuple[int, ...]:
    """Return the groups that an agreement asks for an activity plan today (L08), in order of identity."""
    with work.read() as session:
        return tuple(sorted(groups_demanded(session, agreement_id, KIND.name, work.today)))


def rows_in(session: Session, agreement_id: int, on: date) -> tuple[ActivityPlanRow, ...]:
    """Return the activity plans of an agreement as a session sees them.

    Args:
        session: where to read.
        agreement_id: the agreement.
        on: the day on which an activity is late or not.
    """
    found = session.execute(
        select(ActivityPlan, Group.name, Decision.number)
        .join(Group, Group.id == ActivityPlan.group_id)
        .outerjoin(Decision, Decision.id == ActivityPlan.decision_id)
        .where(Group.agreement_id == agreement_id)
        .order_by(ActivityPlan.period, ActivityPlan.group_id)
    )
    return tuple(
        ActivityPlanRow(
            plan.id, plan.group_id, group, plan.period, plan.adopted_on, plan.decision_id, number or "",
            _activities(session, plan.id, on),
        )
        for plan, group, number in found
    )  # fmt: skip


def _activities(session: Session, plan_id: int, on: date) -> tuple[PlannedActivityRow, ...]:
    found = session.execute(
        select(PlannedActivity, Strategy.title)
        .outerjoin(Strategy, Strategy.id == PlannedActivity.strategy_id)
        .where(PlannedActivity.plan_id == plan_id)
        .order_by(PlannedActivity.position, PlannedActivity.id)
    )
    return tuple(
        PlannedActivityRow(
            each.id, plan_id, each.position, each.title, each.strategy_id, strategy or "", each.responsible,
            each.due, each.done_on, each.done_on is None and each.due is not None and each.due < on,
        )
        for each, strategy in found
    )  # fmt: skip


def draft(work: Workspace, group_id: int, period: str) -> int:
    """Begin the activity plan of a working year, without activities; returns its identity.

    Raises:
        UserError: the year is not one of the agreement's, or has a plan already.
    """
    label = tr("Aktivitetsplan för {period} lades upp", period=period)
    with work.change("activity_plan.draft", label) as session:
        year = year_of_group(session, group_id, period)
        if _stored(session, group_id, year.label) is not None:
            raise UserError(
                tr("Det finns redan en aktivitetsplan för {period}.", period=year.label), field="period"
            )
        return _begun(session, group_id, year.label).id


def _stored(session: Session, group_id: int, period: str) -> ActivityPlan | None:
    own = (ActivityPlan.group_id == group_id, ActivityPlan.period == period)
    return session.scalar(select(ActivityPlan).where(*own))


def _begun(session: Session, group_id: int, period: str) -> ActivityPlan:
    plan = ActivityPlan(group_id=group_id, period=period)
    session.add(plan)
    session.flush()
    return plan


def adopt(work: Workspace, plan_id: int, *, decision_id: int | None = None, day: date | None = None) -> None:
    """Note that a plan is adopted: by a decision, on the day of its meeting; or on a day.

    Args:
        work: the open archive.
        plan_id: the plan.
        decision_id: the decision, by a group of the same agreement.
        day: the day, where there is no decision in the archive; asked for only then.

    Raises:
        UserError: the plan has no activities or is adopted already, neither a decision nor a day is given,
            the decision is another agreement's, or the day is to come.
    """
    if decision_id is None and day is None:
        raise UserError(tr("Ange vilket beslut planen antogs genom, eller vilken dag."), field="day")
    if decision_id is None and day is not None:
        refuse_future(work.today, day=day)
    with work.change("activity_plan.adopt", tr("Aktivitetsplanen antogs")) as session:
        plan = session.get_one(ActivityPlan, plan_id)
        if plan.adopted_on is not None:
            raise UserError(tr("Aktivitetsplanen antogs {day}.", day=plan.adopted_on))
        if not activities_of(session, plan_id):
            raise UserError(tr("Lägg in minst en aktivitet innan planen antas."))
        if decision_id is not None:
            day = _decided(session, plan, decision_id)
        plan.adopted_on, plan.decision_id = day, decision_id


def _decided(session: Session, plan: ActivityPlan, decision_id: int) -> date:
    """Return the day of a decision; refuses one of another agreement."""
    meeting = session.get_one(Meeting, session.get_one(Decision, decision_id).meeting_id)
    groups = [session.get_one(Group, group_id) for group_id in (plan.group_id, meeting.group_id)]
    if groups[0].agreement_id != groups[1].agreement_id:
        raise UserError(tr("Välj ett beslut som hör till samma avtal."), field="decision_id")
    return meeting.day


def withdraw(work: Workspace, plan_id: int) -> None:
    """Make an adopted plan a draft again: it was noted as adopted by mistake, or is to be adopted anew."""
    with work.change("activity_plan.withdraw", tr("Aktivitetsplanen blev utkast igen")) as session:
        plan = session.get_one(ActivityPlan, plan_id)
        plan.adopted_on = plan.decision_id = None


def remove(work: Workspace, plan_id: int) -> None:
    """Take away a draft with its activities.

    Raises:
        UserError: it is adopted.
    """
    with work.change("activity_plan.remove", tr("Aktivitetsplanen togs bort")) as session:
        plan = session.get_one(ActivityPlan, plan_id)
        if plan.adopted_on is not None:
            raise UserError(tr("Aktivitetsplanen är antagen {day} och tas inte bort.", day=plan.adopted_on))
        for activity in activities_of(session, plan_id):
            session.delete(activity)
        session.flush()
        session.delete(plan)


def carry_over(work: Workspace, plan_id: int) -> int:
    """Copy what is not done to the plan of the working year after, which is begun where there is none.

    An activity's day is not copied, for it lies in the year that was; one whose title is there already is
    left out.

    Returns:
        The identity of the next year's plan.

    Raises:
        UserError: there is nothing to copy, or the agreement has no year after.
    """
    with work.change("activity_plan.carry_over", tr("Aktiviteter fördes över till nästa år")) as session:
        plan = session.get_one(ActivityPlan, plan_id)
        agreement = session.get_one(Agreement, session.get_one(Group, plan.group_id).agreement_id)
        calendar = calendar_of(agreement)
        coming = year_labelled(agreement, calendar.after(calendar.labelled(plan.period)).label)
        following = _stored(session, plan.group_id, coming.label)
        present = activities_of(session, following.id) if following else []
        there = {each.title.casefold() for each in present}
        left = [
            each
            for each in activities_of(session, plan_id)
            if each.done_on is None and each.title.casefold() not in there
        ]
        if not left:
            raise UserError(
                tr("Det finns inget att föra över: allt är klart eller finns redan för {period}.",
                   period=coming.label)
            )  # fmt: skip
        following = following or _begun(session, plan.group_id, coming.label)
        for place, each in enumerate(left, len(present) + 1):
            copy = PlannedActivity(
                plan_id=following.id,
                position=place,
                title=each.title,
                strategy_id=each.strategy_id,
                responsible=each.responsible,
            )
            session.add(copy)
        return following.id


def activities_of(session: Session, plan_id: int) -> list[PlannedActivity]:
    """Return the stored activities of a plan, in order."""
    chosen = select(PlannedActivity).where(PlannedActivity.plan_id == plan_id)
    return list(session.scalars(chosen.order_by(PlannedActivity.position, PlannedActivity.id)))
