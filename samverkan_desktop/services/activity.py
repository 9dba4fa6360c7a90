"""Joint days and other activities: planned, changed, held (B07, B16)."""

from dataclasses import dataclass
from datetime import date

from sqlalchemy import select
from sqlalchemy.orm import Session

from samverkan_desktop.errors import UserError
from samverkan_desktop.i18n import tr
from samverkan_desktop.models.activity import Activity
from samverkan_desktop.models.decision import Decision
from samverkan_desktop.models.meeting import Meeting
from samverkan_desktop.rules import joint_activity, parameters
from samverkan_desktop.rules.joint_activity import JointActivity
from samverkan_desktop.services import facts
from samverkan_desktop.services.privacy import demand
from samverkan_desktop.services.values import looked_through, set_values
from samverkan_desktop.services.workspace import Workspace


@dataclass(frozen=True)
class ActivityRow:
    """A joint activity: planned for a day, or held.

    ``answers_to`` is what the agreement calls the activity it is, where that has been said; ``decision`` is
    the number of the decision to hold it.
    """

    id: int
    agreement_id: int
    title: str
    day: date
    held: bool
    answers_to: str
    decision_id: int | None
    decision: str


def plan(
    work: Workspace,
    agreement_id: int,
    title: str,
    day: date,
    *,
    answers_to: str = "",
    decision_id: int | None = None,
) -> int:
    """Put a joint activity on the calendar.

    Args:
        work: the open archive.
        agreement_id: the agreement whose parties hold it.
        title: what it is called.
        day: its day, which may have been.
        answers_to: what the agreement calls the activity that it is, one of `demanded`; empty where it counts
            for any of them.
        decision_id: the decision to hold it; None for none.

    Returns:
        The activity's identity.

    Raises:
        UserError: the title is missing or holds a personal identity number, or the agreement in force that
            day demands no such activity.
    """
    with work.change("activity.plan", tr("{title} planerades", title=title)) as session:
        activity = Activity(agreement_id=agreement_id, decision_id=decision_id)
        _set(session, activity, {"title": title, "day": day, "answers_to": answers_to})
        session.add(activity)
        session.flush()
        return activity.id


def _set(session: Session, activity: Activity, values: dict[str, object]) -> None:
    """Set what a form gives, once it has been found in order."""
    given = looked_through(values, ("title", "day", "answers_to"))
    if "title" in given:
        demand(tr("Ange vad aktiviteten heter."), title=str(given["title"]))
    if "answers_to" in given:
        given["demand"] = given.pop("answers_to")
    set_values(activity, given)
    known = demanded_in(session, activity.agreement_id, activity.day)
    if activity.demand and activity.demand.casefold() not in [each.casefold() for each in known]:
        sentence = tr("Avtalet kräver ingen {what} den dagen. Välj en som det kräver.", what=activity.demand)
        raise UserError(sentence, field="answers_to")


def demanded(work: Workspace, agreement_id: int, day: date) -> tuple[str, ...]:
    """Return the activities that the agreement in force on a day demands, in its own words."""
    with work.read() as session:
        return demanded_in(session, agreement_id, day)


def demanded_in(session: Session, agreement_id: int, day: date) -> tuple[str, ...]:
    """Return the activities demanded on a day as a session sees them."""
    found = []
    for obligation in facts.in_force(session, agreement_id, day):
        if obligation.kind == joint_activity.KIND.name:
            told: JointActivity = parameters.parse(obligation.kind, obligation.parameters)
            found.append(told.what)
    return tuple(dict.fromkeys(found))


def change(work: Workspace, activity_id: int, **values: object) -> None:
    """Change an activity's ``title``, ``day`` or ``answers_to``.

    Raises:
        UserError: as for `plan`, or it has been held and the day is to come.
    """
    key = f"activity:{activity_id}:{','.join(sorted(values))}"
    with work.change("activity.change", tr("En aktivitet ändrades"), merge_key=key) as session:
        activity = session.get_one(Activity, activity_id)
        _set(session, activity, values)
        if activity.held and activity.day > work.today:
            raise UserError(tr("Aktiviteten är hållen. Välj en dag som har varit."), field="day")


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


def take_back(work: Workspace, activity_id: int) -> None:
    """Note that an activity was not held after all."""
    with work.change("activity.take_back", tr("En aktivitet hölls inte")) as session:
        session.get_one(Activity, activity_id).held = False


def remove(work: Workspace, activity_id: int) -> None:
    """Take an activity off the calendar.

    Raises:
        UserError: it has been held.
    """
    with work.change("activity.remove", tr("En aktivitet togs bort")) as session:
        activity = session.get_one(Activity, activity_id)
        if activity.held:
            raise UserError(tr("{title} är hållen. Ångra först att den hölls.", title=activity.title))
        session.delete(activity)


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
    return tuple(
        ActivityRow(
            each.id, each.agreement_id, each.title, each.day, each.held, each.demand, each.decision_id,
            number or "",
        )
        for each, number in session.execute(chosen)
    )  # fmt: skip
