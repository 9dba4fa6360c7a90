"""Where routines have been made known: every routine against every operation (S06)."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from sqlalchemy import select
from sqlalchemy.orm import Session

from samverkan_desktop.errors import UserError
from samverkan_desktop.i18n import tr
from samverkan_desktop.models.organisation import Party, Unit
from samverkan_desktop.models.routine import Dissemination, Routine
from samverkan_desktop.register_vocabulary import RoutineKind
from samverkan_desktop.services import routine
from samverkan_desktop.services.privacy import refuse_future
from samverkan_desktop.services.workspace import Workspace


@dataclass(frozen=True)
class UnitColumn:
    """An operation of a party that is bound: a column of the matrix."""

    id: int
    name: str
    party: str


@dataclass(frozen=True)
class KnownRow:
    """A routine: a row of the matrix.

    ``cells`` has the day it was made known in each operation, None where it has not been; ``everywhere`` is
    the day on which all knew of it, noted where the agreement does not tell operations apart; ``missing`` is
    how many operations remain.
    """

    routine_id: int
    kind: RoutineKind
    name: str
    known_by: date | None
    cells: tuple[date | None, ...]
    everywhere: date | None
    missing: int


@dataclass(frozen=True)
class Matrix:
    """Routines and support material against operations."""

    units: tuple[UnitColumn, ...]
    rows: tuple[KnownRow, ...]


def matrix(work: Workspace, agreement_id: int) -> Matrix:
    """Return where each of an agreement's routines in use has been made known."""
    with work.read() as session:
        return matrix_in(session, agreement_id, work.today)


def matrix_in(session: Session, agreement_id: int, today: date) -> Matrix:
    """Return the matrix as a session sees it; routines withdrawn by the day are left out."""
    units = units_in(session, agreement_id)
    days = {
        (each.routine_id, each.unit_id): each.made_known_on for each in session.scalars(select(Dissemination))
    }
    rows = []
    for each in routine.rows_in(session, agreement_id):
        if each.withdrawn_on is not None and each.withdrawn_on <= today:
            continue
        cells = tuple(days.get((each.id, unit.id)) for unit in units)
        missing = 0 if each.made_known_on else cells.count(None)
        rows.append(
            KnownRow(each.id, each.kind, each.name, each.known_by, cells, each.made_known_on, missing)
        )
    return Matrix(units, tuple(rows))


def units_in(session: Session, agreement_id: int) -> tuple[UnitColumn, ...]:
    """Return the operations in which routines are to be known: those of the parties that are bound."""
    chosen = (
        select(Unit.id, Unit.name, Party.name)
        .join(Party, Party.id == Unit.party_id)
        .where(Party.agreement_id == agreement_id, Party.signs.is_(True))
        .order_by(Party.position, Unit.id)
    )
    return tuple(UnitColumn(*row) for row in session.execute(chosen))


def make_known(work: Workspace, routine_id: int, unit_id: int, day: date) -> None:
    """Note the day on which a routine was made known in an operation; a day noted before gives way.

    Raises:
        UserError: the day is to come, or the operation is not one of the agreement's parties'.
    """
    refuse_future(work.today, day=day)
    with work.change("dissemination.make_known", tr("En rutin gjordes känd")) as session:
        units = units_in(session, session.get_one(Routine, routine_id).agreement_id)
        if unit_id not in [unit.id for unit in units]:
            raise UserError(tr("Välj en av parternas verksamheter."), field="unit_id")
        _note(session, routine_id, [unit_id], day)


def make_known_everywhere(work: Workspace, routine_id: int, day: date) -> None:
    """Note that a routine has been made known in every operation where it was not known before.

    In an agreement whose operations are not told apart, it is noted once for them all.

    Raises:
        UserError: the day is to come.
    """
    refuse_future(work.today, day=day)
    with work.change("dissemination.make_known_everywhere", tr("En rutin gjordes känd")) as session:
        chosen = session.get_one(Routine, routine_id)
        units = units_in(session, chosen.agreement_id)
        known = set(
            session.scalars(select(Dissemination.unit_id).where(Dissemination.routine_id == routine_id))
        )
        if units:
            _note(session, routine_id, [unit.id for unit in units if unit.id not in known], day)
        else:
            chosen.made_known_on = day


def _note(session: Session, routine_id: int, units: Iterable[int], day: date) -> None:
    for unit_id in units:
        noted = _noted(session, routine_id, unit_id)
        if noted is None:
            session.add(Dissemination(routine_id=routine_id, unit_id=unit_id, made_known_on=day))
        else:
            noted.made_known_on = day


def _noted(session: Session, routine_id: int, unit_id: int) -> Dissemination | None:
    chosen = select(Dissemination).where(
        Dissemination.routine_id == routine_id, Dissemination.unit_id == unit_id
    )
    return session.scalar(chosen)


def take_back(work: Workspace, routine_id: int, unit_id: int | None = None) -> None:
    """Take back that a routine was made known: in an operation, or in all of them where None."""
    with work.change("dissemination.take_back", tr("Att en rutin gjordes känd togs tillbaka")) as session:
        chosen = select(Dissemination).where(Dissemination.routine_id == routine_id)
        if unit_id is not None:
            chosen = chosen.where(Dissemination.unit_id == unit_id)
        for noted in session.scalars(chosen):
            session.delete(noted)
        if unit_id is None:
            session.get_one(Routine, routine_id).made_known_on = None
