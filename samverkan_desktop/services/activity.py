"""Joint days and other activities, decided by a group."""

from dataclasses import dataclass
from datetime import date

from sqlalchemy import select
from sqlalchemy.orm import Session

from samverkan_desktop.errors import UserError
from samverkan_desktop.i18n import tr
from samverkan_desktop.models.activity import Activity
from samverkan_desktop.models.decision import Decision
from samverkan_desktop.models.meeting import Meeting
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


def plan(work: Workspace, agreement_id: int, title: str, day: date, *, decision_id: int | None = None) -> int:
    """Put a joint activity on the calendar."""
    demand(tr("Ange vad aktiviteten heter."), title=title)
    refuse(title=title)
    with work.change("activity.plan", tr("{title} planerades", title=title)) as session:
        activity = Activity(agreement_id=agreement_id, title=title.strip(), day=day, decision_id=decision_id)
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


def listing(
    work: Workspace, agreement_id: int | None = None, group_id: int | None = None
) -> tuple[ActivityRow, ...]:
    """Return activities in order of day.

    Args:
        work: the open archive.
        agreement_id: only those under this agreement; under every one where None.
        group_id: only those decided by this group, or by none; every one where None.
    """
    with work.read() as session:
        return rows_in(session, agreement_id, group_id)


def rows_in(
    session: Session, agreement_id: int | None = None, group_id: int | None = None
) -> tuple[ActivityRow, ...]:
    """Return activities as a session sees it: an agreement's, a group's, or every one."""
    chosen = (
        select(Activity, Decision.number)
        .outerjoin(Decision, Decision.id == Activity.decision_id)
        .outerjoin(Meeting, Meeting.id == Decision.meeting_id)
        .order_by(Activity.day, Activity.id)
    )
    if agreement_id is not None:
        chosen = chosen.where(Activity.agreement_id == agreement_id)
    if group_id is not None:
        chosen = chosen.where(Meeting.group_id.is_(None) | (Meeting.group_id == group_id))
    found = session.execute(chosen)
    return tuple(
        ActivityRow(a.id, a.title, a.day, a.held, a.decision_id, number or "") for a, number in found
    )
