"""Routines and support material: established by decision, reviewed and made known in time."""

from dataclasses import dataclass
from datetime import date

from sqlalchemy import select
from sqlalchemy.orm import Session

from samverkan_desktop.errors import UserError
from samverkan_desktop.i18n import tr
from samverkan_desktop.models.decision import Decision
from samverkan_desktop.models.group import Group
from samverkan_desktop.models.meeting import Meeting
from samverkan_desktop.models.routine import Routine
from samverkan_desktop.services.privacy import demand, refuse, refuse_future
from samverkan_desktop.services.workspace import Workspace
from samverkan_desktop.vocabulary import RoutineKind


@dataclass(frozen=True)
class RoutineRow:
    """A routine or support material, with the decision that established it."""

    id: int
    kind: RoutineKind
    title: str
    owner: str
    decision_id: int | None
    decision: str
    decided_on: date | None
    review_by: date | None
    reviewed_on: date | None
    known_by: date | None
    made_known_on: date | None


def establish(
    work: Workspace,
    title: str,
    decision_id: int,
    *,
    kind: RoutineKind = RoutineKind.ROUTINE,
    owner: str = "",
    review_by: date | None = None,
    known_by: date | None = None,
) -> int:
    """Establish a routine or support material by a decision.

    Args:
        work: the open archive.
        title: what it is called.
        decision_id: the decision.
        kind: routine or support material.
        owner: the function that keeps it; may be empty.
        review_by: when it is to be reviewed at the latest.
        known_by: when it is to have been made known at the latest.

    Raises:
        UserError: the title is missing, a day is before the decision, or a text holds a personal identity
            number.
    """
    demand(tr("Ange vad rutinen heter."), title=title)
    refuse(title=title, owner=owner)
    with work.change("routine.establish", tr("{title} fastställdes", title=title)) as session:
        meeting = session.get_one(Meeting, session.get_one(Decision, decision_id).meeting_id)
        decided = meeting.day
        for field, day in (("review_by", review_by), ("known_by", known_by)):
            if day is not None and day < decided:
                raise UserError(
                    tr("Dagen ligger före beslutet {day}. Välj en senare dag.", day=decided), field=field
                )
        routine = Routine(
            agreement_id=session.get_one(Group, meeting.group_id).agreement_id,
            kind=kind,
            title=title.strip(),
            owner=owner.strip(),
            decision_id=decision_id,
            review_by=review_by,
            known_by=known_by,
        )
        session.add(routine)
        session.flush()
        return routine.id


def review(work: Workspace, routine_id: int, day: date, next_review: date | None) -> None:
    """Note that a routine has been reviewed, and when it is next to be.

    Raises:
        UserError: the day is to come, or the next review is not after it.
    """
    refuse_future(work.today, day=day)
    if next_review is not None and next_review <= day:
        raise UserError(tr("Nästa översyn ska ligga efter den här. Välj en senare dag."), field="next_review")
    with work.change("routine.review", tr("En rutin sågs över")) as session:
        routine = session.get_one(Routine, routine_id)
        routine.reviewed_on = day
        routine.review_by = next_review


def make_known(work: Workspace, routine_id: int, day: date) -> None:
    """Note that a routine has been made known on the units.

    Raises:
        UserError: the day is to come.
    """
    refuse_future(work.today, day=day)
    with work.change("routine.make_known", tr("En rutin gjordes känd")) as session:
        session.get_one(Routine, routine_id).made_known_on = day


def listing(
    work: Workspace, agreement_id: int | None = None, group_id: int | None = None
) -> tuple[RoutineRow, ...]:
    """Return routines and support material in the order they were established.

    Args:
        work: the open archive.
        agreement_id: only those of this agreement; of every one where None.
        group_id: only those established by this group, or by none yet; every one where None.
    """
    with work.read() as session:
        return rows_in(session, agreement_id, group_id)


def rows_in(
    session: Session, agreement_id: int | None = None, group_id: int | None = None
) -> tuple[RoutineRow, ...]:
    """Return routines as a session sees it: an agreement's, a group's, or every one."""
    chosen = (
        select(Routine, Decision.number, Meeting.day)
        .outerjoin(Decision, Decision.id == Routine.decision_id)
        .outerjoin(Meeting, Meeting.id == Decision.meeting_id)
        .order_by(Routine.id)
    )
    if agreement_id is not None:
        chosen = chosen.where(Routine.agreement_id == agreement_id)
    if group_id is not None:
        chosen = chosen.where(Meeting.group_id.is_(None) | (Meeting.group_id == group_id))
    found = session.execute(chosen)
    return tuple(
        RoutineRow(
            r.id, r.kind, r.title, r.owner, r.decision_id, number or "", day, r.review_by, r.reviewed_on,
            r.known_by, r.made_known_on,
        )
        for r, number, day in found
    )  # fmt: skip
