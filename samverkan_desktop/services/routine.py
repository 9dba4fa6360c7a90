"""Routines and support material: listed by the agreement or established by decision (S07, ST18).

What is done with them afterwards is in `routine_upkeep`, their steps in `routine_step`, and where they have
been made known in `dissemination`.
"""

from collections import Counter
from dataclasses import dataclass
from datetime import date

from sqlalchemy import select
from sqlalchemy.orm import Session

from samverkan_desktop.errors import UserError
from samverkan_desktop.i18n import tr
from samverkan_desktop.models.agreement import Agreement
from samverkan_desktop.models.decision import Decision
from samverkan_desktop.models.group import Group
from samverkan_desktop.models.meeting import Meeting
from samverkan_desktop.models.organisation import Area
from samverkan_desktop.models.routine import Dissemination, Routine, RoutineStep
from samverkan_desktop.register_vocabulary import RoutineKind
from samverkan_desktop.services import due as times
from samverkan_desktop.services.agreement import calendar_of
from samverkan_desktop.services.privacy import demand
from samverkan_desktop.services.values import looked_through, set_values
from samverkan_desktop.services.workspace import Workspace
from samverkan_desktop.vocabulary import MeetingStatus


@dataclass(frozen=True)
class RoutineRow:
    """A routine or support material.

    Args:
        id: identity.
        agreement_id: whose register it stands in.
        kind: a routine, or support material.
        number: its number in the agreement's own list; None where it has none.
        title: what it is called.
        owner: the function that keeps it; may be empty.
        area_id: the field of collaboration it belongs to; None for none.
        area: that field's name.
        decision_id: the decision that established it; None where the agreement itself lists it.
        decision: that decision's number.
        decided_on: the day of the decision.
        due: when it is to be there: a day, a time in words such as ``första kvartalet 2010``, or empty.
        due_on: the last day of that time; None where it cannot be counted.
        presented_on: the day it was there; None where it is not, or was there from the beginning.
        version: its newest version; may be empty.
        updated_on: the day of that version.
        review_by: when it is to be reviewed next.
        reviewed_on: when it was last reviewed.
        known_by: when it is to be known in every operation.
        made_known_on: the day on which all knew of it, where operations are not told apart.
        known: in how many operations it has been made known.
        steps: how many steps it has.
        withdrawn_on: the first day on which it no longer applies.
    """

    id: int
    agreement_id: int
    kind: RoutineKind
    number: int | None
    title: str
    owner: str
    area_id: int | None
    area: str
    decision_id: int | None
    decision: str
    decided_on: date | None
    due: str
    due_on: date | None
    presented_on: date | None
    version: str
    updated_on: date | None
    review_by: date | None
    reviewed_on: date | None
    known_by: date | None
    made_known_on: date | None
    known: int
    steps: int
    withdrawn_on: date | None

    @property
    def name(self) -> str:
        """What it is called in a list: ``3 Skolfrånvaro``."""
        return self.title if self.number is None else f"{self.number} {self.title}"


def establish(
    work: Workspace,
    title: str,
    decision_id: int,
    *,
    kind: RoutineKind = RoutineKind.ROUTINE,
    **values: object,
) -> int:
    """Establish a routine or support material by a decision.

    Args:
        work: the open archive.
        title: what it is called.
        decision_id: the decision.
        kind: routine or support material.
        values: ``number``, ``owner``, ``area_id``, ``due``, ``review_by``, ``known_by``: what is known of
            them; see `change`.

    Returns:
        Its identity.

    Raises:
        UserError: as for `change`.
    """
    with work.change("routine.establish", tr("{title} fastställdes", title=title)) as session:
        meeting = session.get_one(Meeting, session.get_one(Decision, decision_id).meeting_id)
        agreement_id = session.get_one(Group, meeting.group_id).agreement_id
        routine = Routine(agreement_id=agreement_id, kind=kind, decision_id=decision_id)
        return _store(session, routine, {"title": title, **values})


def add(
    work: Workspace,
    agreement_id: int,
    title: str,
    *,
    kind: RoutineKind = RoutineKind.ROUTINE,
    **values: object,
) -> int:
    """Add a routine or support material that the agreement itself lists.

    Args:
        work: the open archive.
        agreement_id: the agreement.
        title: what it is called.
        kind: routine or support material.
        values: as for `establish`.

    Returns:
        Its identity.

    Raises:
        UserError: as for `change`.
    """
    with work.change("routine.add", tr("{title} lades till", title=title)) as session:
        return _store(session, Routine(agreement_id=agreement_id, kind=kind), {"title": title, **values})


#: What a form changes of a routine.
_CHANGED = ("title", "number", "kind", "owner", "area_id", "due", "review_by", "known_by")


def _store(session: Session, routine: Routine, values: dict[str, object]) -> int:
    _set(session, routine, values)
    session.add(routine)
    session.flush()
    return routine.id


def _set(session: Session, routine: Routine, values: dict[str, object]) -> None:
    """Set what a form gives, once it has been found in order."""
    given = looked_through(values, _CHANGED)
    if "title" in given:
        demand(tr("Ange vad rutinen heter."), title=str(given["title"]))
    if "due" in given:
        calendar = calendar_of(session.get_one(Agreement, routine.agreement_id))
        given["due"], given["due_words"] = times.read(str(given["due"]), calendar)
    decided = decided_on(session, routine)
    for field in ("due", "review_by", "known_by"):
        day = given.get(field)
        if decided is not None and isinstance(day, date) and day < decided:
            raise UserError(
                tr("Dagen ligger före beslutet {day}. Välj en senare dag.", day=decided), field=field
            )
    set_values(routine, given)
    if routine.number is not None:
        free_number(session, routine, routine.number)
    if routine.area_id is not None:
        area = session.get(Area, routine.area_id)
        if area is None or area.agreement_id != routine.agreement_id:
            raise UserError(tr("Välj ett av avtalets områden."), field="area_id")


def decided_on(session: Session, routine: Routine) -> date | None:
    """Return the day of the decision that established a routine; None where the agreement lists it."""
    if routine.decision_id is None:
        return None
    return session.get_one(Meeting, session.get_one(Decision, routine.decision_id).meeting_id).day


def free_number(session: Session, routine: Routine, number: int) -> None:
    """Refuse a number that another routine in use has.

    Raises:
        UserError: it is taken, or less than 1.
    """
    if number < 1:
        raise UserError(tr("Ange ett nummer från 1 och uppåt."), field="number")
    chosen = select(Routine).where(
        Routine.agreement_id == routine.agreement_id, Routine.kind == routine.kind, Routine.number == number
    )
    with session.no_autoflush:
        for other in session.scalars(chosen):
            if other is not routine and other.withdrawn_on is None:
                sentence = tr("{title} har redan nummer {number}.", title=other.title, number=number)
                raise UserError(sentence, field="number")


def change(work: Workspace, routine_id: int, **values: object) -> None:
    """Change a routine or support material.

    Args:
        work: the open archive.
        routine_id: the routine.
        values: those to change: ``title``; ``kind``; ``number`` in the agreement's list, 1 or more, None for
            none; ``owner``, the function that keeps it; ``area_id``, the field of collaboration it belongs
            to, None for none; ``due``, when it is to be there as it was decided (``första kvartalet 2010``),
            empty where it is already; ``review_by`` and ``known_by``, when it is to be reviewed and known.

    Raises:
        UserError: the title is missing, the number is taken, the area is another agreement's, a time is
            before the decision or cannot be, or a text holds a personal identity number.
    """
    key = f"routine:{routine_id}:{','.join(sorted(values))}"
    with work.change("routine.change", tr("En rutin ändrades"), merge_key=key) as session:
        _set(session, session.get_one(Routine, routine_id), values)


def remove(work: Workspace, routine_id: int) -> None:
    """Take a routine that was entered by mistake off the register, with its steps.

    Raises:
        UserError: finished minutes tell of it, or it has been reviewed, presented or made known: it can be
            withdrawn.
    """
    with work.change("routine.remove", tr("En rutin togs bort")) as session:
        routine = session.get_one(Routine, routine_id)
        known = session.scalar(
            select(Dissemination.id).where(Dissemination.routine_id == routine_id).limit(1)
        )
        if known or routine.reviewed_on or routine.presented_on or routine.made_known_on:
            raise UserError(
                tr("{title} har använts. Ange i stället när den upphörde att gälla.", title=routine.title)
            )
        if routine.decision_id is not None:
            decision = session.get_one(Decision, routine.decision_id)
            status = session.get_one(Meeting, decision.meeting_id).status
            if status in (MeetingStatus.FINISHED, MeetingStatus.SENT):
                raise UserError(
                    tr(
                        "{title} fastställdes genom beslut {number}, och de anteckningarna är färdigställda. "
                        "Ange i stället när den upphörde att gälla.",
                        title=routine.title,
                        number=decision.number,
                    )
                )
        for step in session.scalars(select(RoutineStep).where(RoutineStep.routine_id == routine_id)):
            session.delete(step)
        session.flush()
        session.delete(routine)


def listing(
    work: Workspace, agreement_id: int | None = None, group_id: int | None = None
) -> tuple[RoutineRow, ...]:
    """Return routines and support material: those with a number first, by it.

    Args:
        work: the open archive.
        agreement_id: only those of this agreement; of every one where None.
        group_id: only those established by this group, or by none yet; every one where None.
    """
    with work.read() as session:
        return rows_in(session, agreement_id, group_id)


def details(work: Workspace, routine_id: int) -> RoutineRow:
    """Return one routine or support material."""
    with work.read() as session:
        routine = session.get_one(Routine, routine_id)
        return next(row for row in rows_in(session, routine.agreement_id) if row.id == routine_id)


def rows_in(
    session: Session, agreement_id: int | None = None, group_id: int | None = None
) -> tuple[RoutineRow, ...]:
    """Return routines as a session sees them: an agreement's, a group's, or every one."""
    chosen = (
        select(Routine, Decision.number, Meeting.day)
        .outerjoin(Decision, Decision.id == Routine.decision_id)
        .outerjoin(Meeting, Meeting.id == Decision.meeting_id)
        .order_by(Routine.agreement_id, Routine.kind, Routine.number.is_(None), Routine.number, Routine.id)
    )
    if agreement_id is not None:
        chosen = chosen.where(Routine.agreement_id == agreement_id)
    if group_id is not None:
        chosen = chosen.where(Meeting.group_id.is_(None) | (Meeting.group_id == group_id))
    known = Counter(session.scalars(select(Dissemination.routine_id)))
    steps = Counter(session.scalars(select(RoutineStep.routine_id)))
    areas = {area.id: area.name for area in session.scalars(select(Area))}
    return tuple(
        RoutineRow(
            r.id, r.agreement_id, r.kind, r.number, r.title, r.owner, r.area_id,
            areas.get(r.area_id or 0, ""), r.decision_id, number or "", day,
            times.shown(r.due, r.due_words), r.due, r.presented_on, r.version, r.updated_on, r.review_by,
            r.reviewed_on, r.known_by, r.made_known_on, known[r.id], steps[r.id], r.withdrawn_on,
        )
        for r, number, day in session.execute(chosen)
    )  # fmt: skip
