"""The activities of a group's yearly plan: added, changed, moved, done (L08)."""

from datetime import date

from sqlalchemy.orm import Session

from samverkan_desktop.errors import UserError
from samverkan_desktop.i18n import tr
from samverkan_desktop.models.activity import ActivityPlan, PlannedActivity
from samverkan_desktop.models.group import Group
from samverkan_desktop.services import position
from samverkan_desktop.services.activity_plan import activities_of
from samverkan_desktop.services.period import year_of_group
from samverkan_desktop.services.privacy import demand, refuse, refuse_future
from samverkan_desktop.services.strategy import check_own
from samverkan_desktop.services.values import looked_through, set_values
from samverkan_desktop.services.workspace import Workspace


def add(
    work: Workspace,
    plan_id: int,
    title: str,
    *,
    strategy_id: int | None = None,
    responsible: str = "",
    due: date | None = None,
) -> int:
    """Add an activity to a plan, last in it; returns its identity.

    Args:
        work: the open archive.
        plan_id: the plan, a draft or adopted.
        title: what is to be done.
        strategy_id: the strategy it follows from; None where none is given.
        responsible: the function that carries it out; may be empty.
        due: the day it is to be done, within the plan's year; None where not decided.

    Raises:
        UserError: the title is missing, the strategy is another agreement's, the day lies outside the year,
            or a text holds a personal identity number.
    """
    refuse(title=title, responsible=responsible)
    demand(tr("Ange vad som ska göras."), title=title)
    label = tr("Aktiviteten {title} lades till", title=title.strip())
    with work.change("planned_activity.add", label) as session:
        activity = PlannedActivity(
            plan_id=plan_id,
            position=len(activities_of(session, plan_id)) + 1,
            title=title.strip(),
            strategy_id=strategy_id,
            responsible=responsible.strip(),
            due=due,
        )
        _check(session, activity)
        session.add(activity)
        session.flush()
        return activity.id


def change(work: Workspace, activity_id: int, **values: object) -> None:
    """Change an activity; what is not given is left as it is.

    Args:
        work: the open archive.
        activity_id: the activity.
        values: ``title``, ``strategy_id``, ``responsible``, ``due``: those to change.

    Raises:
        UserError: as for `add`.
    """
    given = looked_through(values, {"title", "strategy_id", "responsible", "due"})
    key = f"planned_activity:{activity_id}:{','.join(sorted(values))}"
    with work.change("planned_activity.change", tr("En aktivitet ändrades"), merge_key=key) as session:
        activity = session.get_one(PlannedActivity, activity_id)
        set_values(activity, given)
        demand(tr("Ange vad som ska göras."), title=activity.title)
        _check(session, activity)


def _check(session: Session, activity: PlannedActivity) -> None:
    plan = session.get_one(ActivityPlan, activity.plan_id)
    check_own(session, session.get_one(Group, plan.group_id).agreement_id, activity.strategy_id)
    year = year_of_group(session, plan.group_id, plan.period)
    if activity.due is not None and activity.due not in year:
        raise UserError(
            tr("{day} ligger utanför {period}. Välj ett datum mellan {first} och {last}.",
               day=activity.due, period=year.label, first=year.starts, last=year.ends),
            field="due",
        )  # fmt: skip


def move(work: Workspace, activity_id: int, to: int) -> None:
    """Move an activity to another place in its plan, 1 or more."""
    with work.change("planned_activity.move", tr("En aktivitet flyttades")) as session:
        activity = session.get_one(PlannedActivity, activity_id)
        position.move(activities_of(session, activity.plan_id), activity, to)


def finish(work: Workspace, activity_id: int, day: date) -> None:
    """Note the day on which an activity was done.

    Raises:
        UserError: the day is to come.
    """
    refuse_future(work.today, day=day)
    with work.change("planned_activity.finish", tr("En aktivitet är klar")) as session:
        session.get_one(PlannedActivity, activity_id).done_on = day


def reopen(work: Workspace, activity_id: int) -> None:
    """Note that an activity is not done after all."""
    with work.change("planned_activity.reopen", tr("En aktivitet är inte klar")) as session:
        session.get_one(PlannedActivity, activity_id).done_on = None


def remove(work: Workspace, activity_id: int) -> None:
    """Take an activity out of its plan.

    Raises:
        UserError: it is the last one of an adopted plan.
    """
    with work.change("planned_activity.remove", tr("En aktivitet togs bort")) as session:
        activity = session.get_one(PlannedActivity, activity_id)
        plan = session.get_one(ActivityPlan, activity.plan_id)
        if plan.adopted_on is not None and len(activities_of(session, plan.id)) == 1:
            raise UserError(
                tr("Planen är antagen {day} och kan inte bli tom. Gör den till utkast först.",
                   day=plan.adopted_on)
            )  # fmt: skip
        session.delete(activity)
        session.flush()
        position.number(activities_of(session, plan.id))
