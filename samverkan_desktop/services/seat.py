"""Writing the seats of a group: added, changed, moved, ended and taken away (T07, ST14)."""

import re
from dataclasses import dataclass
from datetime import date

from sqlalchemy import select
from sqlalchemy.orm import Session

from samverkan_desktop.errors import UserError
from samverkan_desktop.i18n import tr
from samverkan_desktop.models.agreement import Clause, StoredObligation
from samverkan_desktop.models.group import Group, Holding, RoleTerm, Seat
from samverkan_desktop.models.organisation import Party
from samverkan_desktop.services import position
from samverkan_desktop.services.adoption import numbered
from samverkan_desktop.services.group import usual_receipt
from samverkan_desktop.services.keys import free_key
from samverkan_desktop.services.privacy import demand
from samverkan_desktop.services.usage import uses
from samverkan_desktop.services.values import looked_through, set_values
from samverkan_desktop.services.workspace import Workspace
from samverkan_desktop.vocabulary import Grade, Receipt, SeatAttendance

#: What a user may change of a seat.
_FIELDS = (
    "party_id", "function", "short_name", "attendance", "grade", "collective", "size", "deputy_for_id",
    "ex_officio", "since", "receipt",
)  # fmt: skip


@dataclass(frozen=True)
class SeatDetails:
    """A seat as it is written: see `models.group.Seat` for what its fields mean."""

    id: int
    key: str
    group_id: int
    party_id: int
    function: str
    short_name: str
    attendance: SeatAttendance
    grade: Grade
    collective: bool
    size: int | None
    deputy_for_id: int | None
    ex_officio: str
    since: date | None
    until: date | None
    receipt: Receipt


def details(work: Workspace, group_id: int) -> tuple[SeatDetails, ...]:
    """Return a group's seats in its own order, those that have ended too."""
    with work.read() as session:
        return tuple(
            SeatDetails(
                seat.id, seat.key, seat.group_id, seat.party_id, seat.function, seat.short_name,
                seat.attendance, seat.grade, seat.collective, seat.size, seat.deputy_for_id, seat.ex_officio,
                seat.since, seat.until, seat.receipt or usual_receipt(seat.deputy_for_id),
            )
            for seat in _in_order(session, group_id)
        )  # fmt: skip


def _in_order(session: Session, group_id: int) -> list[Seat]:
    chosen = select(Seat).where(Seat.group_id == group_id)
    return list(session.scalars(chosen.order_by(Seat.position, Seat.id)))


def add(
    work: Workspace, group_id: int, party_id: int, function: str, *, places: int = 1, **values: object
) -> tuple[int, ...]:
    """Add a seat to a group, last among its seats; or several of one function, numbered.

    Args:
        work: the open archive.
        group_id: the group.
        party_id: the party it belongs to.
        function: the function it is tied to.
        places: how many seats there are of the function.
        values: ``short_name``, ``attendance``, ``grade``, ``collective``, ``size``, ``deputy_for_id``,
            ``ex_officio``, ``since``, ``receipt``: those that are to be other than usual.

    Returns:
        The seats' identities.

    Raises:
        UserError: the function is missing or taken, the party is none of the agreement's, a collective seat
            is several, a deputy stands in for itself, or a text holds a personal identity number.
    """
    given = looked_through({**values, "function": function}, _FIELDS)
    demand(tr("Skriv vilken funktion platsen är knuten till."), function=function)
    if places < 1:
        raise UserError(tr("Skriv hur många platser det är, minst 1."), field="places")
    if given.get("collective") and places > 1:
        raise UserError(tr("En samlad plats är en enda. Skriv hur många som ingår i den."), field="places")
    with work.change("seat.add", tr("Platsen {function} lades till", function=function.strip())) as session:
        others = _in_order(session, group_id)
        seats: list[Seat] = []
        taken = [name for each in others for name in (each.key, re.sub(r"-\d+$", "", each.key))]
        key = free_key(function, taken)
        for place in range(1, places + 1):
            seat = Seat(
                group_id=group_id,
                party_id=party_id,
                key=f"{key}-{place}" if places > 1 else key,
                position=len(others) + place,
                attendance=SeatAttendance.EVERY,
                grade=Grade.MUST,
                short_name="",
            )
            set_values(seat, given)
            if places > 1:
                seat.function = numbered(seat.function, place, places)
            with session.no_autoflush:
                _check(session, seat, [*others, *seats])
            seats.append(seat)
            session.add(seat)
        session.flush()
        return tuple(seat.id for seat in seats)


def _check(session: Session, seat: Seat, others: list[Seat]) -> None:
    """Refuse a seat that cannot be, and fill in what follows from the rest."""
    demand(tr("Skriv vilken funktion platsen är knuten till."), function=seat.function)
    seat.short_name = seat.short_name or seat.function
    group, party = session.get_one(Group, seat.group_id), session.get(Party, seat.party_id)
    if party is None or party.agreement_id != group.agreement_id:
        raise UserError(tr("Välj vilken part platsen tillhör."), field="party_id")
    current = [other for other in others if other.until is None and other.party_id == seat.party_id]
    if seat.function.casefold() in [other.function.casefold() for other in current]:
        raise UserError(
            tr("{function} har redan en plats i gruppen.", function=seat.function), field="function"
        )
    if not seat.collective:
        seat.size = None
    elif seat.size is not None and seat.size < 1:
        raise UserError(tr("Skriv hur många som ingår, minst 1."), field="size")
    if seat.deputy_for_id is not None:
        _check_deputy(seat, {other.id: other for other in others})


def _check_deputy(seat: Seat, others: dict[int, Seat]) -> None:
    principal = others.get(seat.deputy_for_id or 0)
    if principal is None:
        raise UserError(tr("Välj en annan plats i gruppen att ersätta."), field="deputy_for_id")
    passed = principal
    while passed.deputy_for_id is not None:
        if passed.deputy_for_id == seat.id:
            raise UserError(
                tr("{function} ersätter redan den här platsen.", function=principal.function),
                field="deputy_for_id",
            )
        passed = others[passed.deputy_for_id]


def change(work: Workspace, seat_id: int, **values: object) -> None:
    """Change a seat; what is not given is left as it is.

    Args:
        work: the open archive.
        seat_id: the seat.
        values: ``party_id``, ``function``, ``short_name``, ``attendance``, ``grade``, ``collective``,
            ``size``, ``deputy_for_id``, ``ex_officio``, ``since``, ``receipt``: those to change.

    Raises:
        UserError: as for `add`; or the party of a seat with a history would change.
    """
    given = looked_through(values, _FIELDS)
    key = f"seat:{seat_id}:{','.join(sorted(values))}"
    with work.change("seat.change", tr("En plats ändrades"), merge_key=key) as session, session.no_autoflush:
        seat = session.get_one(Seat, seat_id)
        history = uses(session, seat, apart_from={"holding", "seat"})
        if history and given.get("party_id", seat.party_id) != seat.party_id:
            raise UserError(
                tr(
                    "Platsen har historia ({uses}) hos sin part. Avsluta den och lägg till en ny i stället.",
                    uses=", ".join(history),
                ),
                field="party_id",
            )
        if "function" in given and seat.short_name == seat.function:
            seat.short_name = ""
        set_values(seat, given)
        _check(session, seat, [other for other in _in_order(session, seat.group_id) if other is not seat])


def move(work: Workspace, seat_id: int, to: int) -> None:
    """Move a seat to another place among its group's, 1 or more."""
    with work.change("seat.move", tr("En plats flyttades")) as session:
        seat = session.get_one(Seat, seat_id)
        position.move(_in_order(session, seat.group_id), seat, to)


def end(work: Workspace, seat_id: int, day: date) -> None:
    """End a seat: its last day, and that of whoever holds it and of its roles.

    Args:
        work: the open archive.
        seat_id: the seat.
        day: its last day.

    Raises:
        UserError: it has ended already, or the day is before its first.
    """
    with work.change("seat.end", tr("En plats avslutades")) as session:
        seat = session.get_one(Seat, seat_id)
        if seat.until is not None:
            raise UserError(tr("Platsen avslutades {day}.", day=seat.until), field="day")
        if seat.since is not None and day < seat.since:
            raise UserError(
                tr("Platsen finns från {day}. Välj den dagen eller en senare.", day=seat.since), field="day"
            )
        seat.until = day
        terms: list[Holding | RoleTerm] = [
            *session.scalars(select(Holding).where(Holding.seat_id == seat_id)),
            *session.scalars(select(RoleTerm).where(RoleTerm.seat_id == seat_id)),
        ]
        for thing in terms:
            if thing.since > day:
                session.delete(thing)
            elif thing.until is None or thing.until > day:
                thing.until = day


def remove(work: Workspace, seat_id: int) -> None:
    """Take away a seat without a history, with what is said of who holds it.

    Raises:
        UserError: it has a history, somebody is its deputy, or an obligation names it; says what to do
            instead.
    """
    with work.change("seat.remove", tr("En plats togs bort")) as session:
        seat = session.get_one(Seat, seat_id)
        _refuse_named(session, seat)
        found = uses(session, seat, apart_from={"holding"})
        if found:
            raise UserError(
                tr(
                    "Platsen {function} har historia ({uses}) och kan inte tas bort. Avsluta den i stället.",
                    function=seat.function,
                    uses=", ".join(found),
                )
            )
        for holding in session.scalars(select(Holding).where(Holding.seat_id == seat_id)).all():
            session.delete(holding)
        session.flush()
        session.delete(seat)
        session.flush()
        position.number(_in_order(session, seat.group_id))


def _refuse_named(session: Session, seat: Seat) -> None:
    group = session.get_one(Group, seat.group_id)
    chosen = (
        select(Clause.reference, StoredObligation.parameters)
        .join(Clause, Clause.id == StoredObligation.clause_id)
        .where(StoredObligation.agreement_id == group.agreement_id, StoredObligation.group_key == group.key)
    )
    for reference, parameters in session.execute(chosen):
        if seat.key in parameters.get("seats", ()):
            raise UserError(
                tr(
                    "Ett åtagande i {clause} nämner platsen {function}. Ändra eller ta bort det först.",
                    clause=reference,
                    function=seat.function,
                )
            )
