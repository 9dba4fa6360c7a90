"""Joint days and other activities, decided by a group."""

from dataclasses import dataclass
from datetime import date

from sqlalchemy import select
from sqlalchemy.orm import Session

from samverkan_desktop.errors import UserError
from samverkan_desktop.i18n import tr
from samverkan_desktop.models.activity import Activity
from samverkan_desktop.models.decision import Decision
from samverkan_desktop.services.agreement import the_only
from samverkan_desktop.services.privacy import demand, refuse
from samverkan_desktop.services.workspace import Workspace


@dataclass(frozen=True)
class ActivityRow:
    """A joint activity: planned for a day, or held."""

    id: int
    title: str
    day: date
    held: bool
    decision_id: int | None
    decision: str


def plan(work: Workspace, title: str, day: date, *, decision_id: int | None = None) -> int:
    """Put a joint activity on the calendar."""
    demand(tr("Ange vad aktiviteten heter."), title=title)
    refuse(title=title)
    with work.change("activity.plan", tr("{title} planerades", title=title)) as session:
        activity = Activity(
            agreement_id=the_only(session).id, title=title.strip(), day=day, decision_id=decision_id
        )
        session.add(activity)
        session.flush()
        return activity.id


def hold(work: Workspace, activity_id: int) -> None:
    """Note that an activity has been held.

    Raises:
        UserError: its day is still to come.
    """
    with work.change("activity.hold", tr("En aktivitet hölls")) as session:
        activity = session.get_one(Activity, activity_id)
        if activity.day > work.today:
            raise UserError(tr("Aktiviteten är {day}, längre fram.", day=activity.day))
        activity.held = True


def listing(work: Workspace) -> tuple[ActivityRow, ...]:
    """Return every activity in order of day."""
    with work.read() as session:
        return rows_in(session)


def rows_in(session: Session) -> tuple[ActivityRow, ...]:
    """Return every activity as a session sees it."""
    found = session.execute(
        select(Activity, Decision.number)
        .outerjoin(Decision, Decision.id == Activity.decision_id)
        .order_by(Activity.day, Activity.id)
    )
    return tuple(
        ActivityRow(a.id, a.title, a.day, a.held, a.decision_id, number or "") for a, number in found
    )
