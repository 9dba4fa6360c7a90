"""The steps of a routine: which activities it consists of, and which function is responsible (S07)."""

from dataclasses import dataclass

from sqlalchemy import select
from sqlalchemy.orm import Session

from samverkan_desktop.i18n import tr
from samverkan_desktop.models.routine import RoutineStep
from samverkan_desktop.services import position as places
from samverkan_desktop.services.privacy import demand
from samverkan_desktop.services.values import looked_through, set_values
from samverkan_desktop.services.workspace import Workspace


@dataclass(frozen=True)
class StepRow:
    """A step of a routine; ``position`` is its place in it, from 1."""

    id: int
    routine_id: int
    position: int
    activity: str
    responsible: str


def listing(work: Workspace, routine_id: int) -> tuple[StepRow, ...]:
    """Return the steps of a routine in order."""
    with work.read() as session:
        return tuple(
            StepRow(step.id, routine_id, number, step.activity, step.responsible)
            for number, step in enumerate(_in_order(session, routine_id), 1)
        )


def _in_order(session: Session, routine_id: int) -> list[RoutineStep]:
    chosen = select(RoutineStep).where(RoutineStep.routine_id == routine_id)
    return list(session.scalars(chosen.order_by(RoutineStep.position, RoutineStep.id)))


def add(work: Workspace, routine_id: int, activity: str, responsible: str = "") -> int:
    """Add a step last in a routine.

    Args:
        work: the open archive.
        routine_id: the routine.
        activity: what is done.
        responsible: the function that does it; may be empty.

    Returns:
        The step's identity.

    Raises:
        UserError: the activity is missing, or a text holds a personal identity number.
    """
    with work.change("routine_step.add", tr("Ett steg lades till i en rutin")) as session:
        step = RoutineStep(routine_id=routine_id, position=len(_in_order(session, routine_id)) + 1)
        _set(step, {"activity": activity, "responsible": responsible})
        session.add(step)
        session.flush()
        return step.id


def _set(step: RoutineStep, values: dict[str, object]) -> None:
    given = looked_through(values, ("activity", "responsible"))
    if "activity" in given:
        demand(tr("Skriv vad som görs i steget."), activity=str(given["activity"]))
    set_values(step, given)


def change(work: Workspace, step_id: int, **values: object) -> None:
    """Change a step's ``activity`` or ``responsible``.

    Raises:
        UserError: the activity would be missing, or a text holds a personal identity number.
    """
    key = f"routine-step:{step_id}:{','.join(sorted(values))}"
    with work.change("routine_step.change", tr("Ett steg i en rutin ändrades"), merge_key=key) as session:
        _set(session.get_one(RoutineStep, step_id), values)


def move(work: Workspace, step_id: int, position: int) -> None:
    """Move a step to another place in its routine, 1 or more."""
    with work.change("routine_step.move", tr("Ett steg i en rutin flyttades")) as session:
        step = session.get_one(RoutineStep, step_id)
        places.move(_in_order(session, step.routine_id), step, position)


def remove(work: Workspace, step_id: int) -> None:
    """Take a step out of its routine."""
    with work.change("routine_step.remove", tr("Ett steg togs bort ur en rutin")) as session:
        step = session.get_one(RoutineStep, step_id)
        others = [each for each in _in_order(session, step.routine_id) if each.id != step_id]
        session.delete(step)
        places.number(others)
