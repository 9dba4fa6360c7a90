"""Groups and their seats: who holds them, who has which role, and the work groups that are set up."""

from dataclasses import dataclass
from datetime import date, timedelta

from sqlalchemy import select
from sqlalchemy.orm import Session

from samverkan_desktop.errors import UserError
from samverkan_desktop.i18n import tr
from samverkan_desktop.mail_address import parse, parse_list
from samverkan_desktop.models.decision import Decision
from samverkan_desktop.models.group import Group, Holding, RoleTerm, Seat
from samverkan_desktop.models.organisation import Party
from samverkan_desktop.services import own_words
from samverkan_desktop.services.fixed_role import fixed_roles
from samverkan_desktop.services.privacy import demand, refuse
from samverkan_desktop.services.scope import of_groups
from samverkan_desktop.services.workspace import Workspace
from samverkan_desktop.vocabulary import (
    Grade,
    GroupKind,
    HolderState,
    Receipt,
    RecordForm,
    Role,
    SeatAttendance,
)
from samverkan_desktop.words import Words


@dataclass(frozen=True)
class SeatRow:
    """A seat on a day: its function, who holds it and how, and its roles, in the agreement's own words.

    ``empty`` says that nobody holds it that day: it is vacant, or outside the term of every holder there has
    been. See `models.group.Seat` for the last five; ``email`` of a collective seat may be several.
    """

    id: int
    key: str
    group_id: int
    party_id: int
    party: str
    function: str
    short_name: str
    attendance: SeatAttendance
    grade: Grade
    holder: str
    email: str
    state: HolderState | None
    held_since: date | None
    roles: tuple[Role, ...]
    role_names: tuple[str, ...]
    empty: bool
    collective: bool
    size: int | None
    deputy_for_id: int | None
    ex_officio: str
    receipt: Receipt


@dataclass(frozen=True)
class GroupRow:
    """A group with its seats on a day; ``decision`` is the number of the decision that set it up."""

    id: int
    agreement_id: int
    key: str
    name: str
    full_name: str
    kind: GroupKind
    parent_id: int | None
    need: str
    decision_id: int | None
    decision: str
    created_on: date | None
    closed_on: date | None
    record_form: RecordForm
    words: Words
    seats: tuple[SeatRow, ...]


@dataclass(frozen=True)
class HoldingRow:
    """How a seat was held in a stretch of time."""

    id: int
    state: HolderState
    name: str
    email: str
    since: date
    until: date | None


def groups(work: Workspace, on: date | None = None, agreement_id: int | None = None) -> tuple[GroupRow, ...]:
    """Return groups with their seats as they are on a day.

    Args:
        work: the open archive.
        on: the day; today where None.
        agreement_id: only those of this agreement; of every one where None.
    """
    day = on or work.today
    with work.read() as session:
        decided = select(Decision.id, Decision.number).where(Decision.id.in_(select(Group.decision_id)))
        numbers = {row.id: row.number for row in session.execute(decided)}
        return tuple(
            GroupRow(
                group.id,
                group.agreement_id,
                group.key,
                group.name,
                group.full_name,
                group.kind,
                group.parent_id,
                group.need,
                group.decision_id,
                numbers.get(group.decision_id or 0, ""),
                group.created_on,
                group.closed_on,
                group.record_form,
                own_words.of_group(session, group.id),
                seat_rows(session, group.id, day),
            )
            for group in session.scalars(
                select(Group).where(*of_groups(agreement_id, None)).order_by(Group.id)
            )
        )


def main_group(session: Session, agreement_id: int) -> Group | None:
    """Return an agreement's main group: its first steering group, else its first group; None without any."""
    groups = session.scalars(select(Group).where(Group.agreement_id == agreement_id).order_by(Group.id)).all()
    steering = [group for group in groups if group.kind is GroupKind.STEERING_GROUP]
    return next(iter(steering or groups), None)


def find(work: Workspace, key: str, agreement_id: int | None = None) -> int:
    """Return the identity of the group that has a key.

    Args:
        work: the open archive.
        key: its key in the agreement, or its name.
        agreement_id: the agreement it is looked for in; every one where None.

    Raises:
        UserError: there is none, or several agreements have one.
    """
    rows = groups(work, agreement_id=agreement_id)
    found = [row.id for row in rows if key in (row.key, row.name)]
    if len(found) == 1:
        return found[0]
    if found:
        raise UserError(tr("Flera avtal har en grupp {key}. Ange också vilket avtal.", key=key))
    keys = ", ".join(row.key for row in rows)
    raise UserError(tr("Det finns ingen grupp {key}. De som finns är: {keys}.", key=key, keys=keys))


def seat_rows(session: Session, group_id: int, day: date) -> tuple[SeatRow, ...]:
    """Return the seats of a group on a day, by party."""
    found = session.execute(
        select(Seat, Party)
        .join(Party, Party.id == Seat.party_id)
        .where(Seat.group_id == group_id)
        .order_by(Party.position, Seat.position)
    ).all()
    roles = session.scalars(select(RoleTerm).where(RoleTerm.group_id == group_id)).all()
    holdings = session.scalars(
        select(Holding).join(Seat, Seat.id == Holding.seat_id).where(Seat.group_id == group_id)
    ).all()
    held = {h.seat_id: h for h in holdings if _covers(h.since, h.until, day)}
    ever_held = {h.seat_id for h in holdings}
    fixed = [each for each in fixed_roles(session, group_id) if each.covers(day)]
    given = [(r.role, r.seat_id) for r in roles if _covers(r.since, r.until, day)]
    # A role that the agreement ties to a function is held by nobody else.
    given = [each for each in given if each[0] not in [one.role for one in fixed]]
    given += [(each.role, each.seat_id) for each in fixed]
    words = own_words.of_group(session, group_id)
    rows = []
    for seat, party in found:
        if not _covers(seat.since or date.min, seat.until, day):
            continue
        holding = held.get(seat.id)
        own = tuple(role for role, seat_id in given if seat_id == seat.id)
        rows.append(
            SeatRow(
                seat.id,
                seat.key,
                group_id,
                party.id,
                party.name,
                seat.function,
                seat.short_name or seat.function,
                seat.attendance,
                seat.grade,
                holding.name if holding else "",
                holding.email if holding else "",
                holding.state if holding else None,
                holding.since if holding else None,
                own,
                tuple(words.role(role) for role in own),
                holding.state is HolderState.VACANT if holding else seat.id in ever_held,
                seat.collective,
                seat.size,
                seat.deputy_for_id,
                seat.ex_officio,
                seat.receipt or usual_receipt(seat.deputy_for_id),
            )
        )
    return tuple(rows)


def usual_receipt(deputy_for_id: int | None) -> Receipt:
    """Return how a seat gets what is sent where nothing else is said: a deputy for information."""
    return Receipt.TO if deputy_for_id is None else Receipt.INFORMATION


def _covers(since: date, until: date | None, day: date) -> bool:
    return since <= day and (until is None or day <= until)


def holdings(work: Workspace, seat_id: int) -> tuple[HoldingRow, ...]:
    """Return how a seat has been held, newest first."""
    with work.read() as session:
        found = session.scalars(
            select(Holding).where(Holding.seat_id == seat_id).order_by(Holding.since.desc())
        )
        return tuple(HoldingRow(h.id, h.state, h.name, h.email, h.since, h.until) for h in found)


def set_holder(
    work: Workspace,
    seat_id: int,
    state: HolderState,
    since: date,
    *,
    name: str = "",
    email: str = "",
    until: date | None = None,
) -> int:
    """Say how a seat is held from a day; whoever held it without an end ends the day before.

    Said again of the same first day, it corrects what was said.

    Args:
        work: the open archive.
        seat_id: the seat.
        state: by somebody, by somebody acting (tf), or vacant.
        since: first day.
        name: the holder's name; must be empty where the seat is vacant.
        email: the holder's address, or those of all who hold a collective seat; may be empty.
        until: last day; None for until further notice.

    Raises:
        UserError: the end is before the start, the seat would have two holders at once, the address
            has not the form of one, or a text holds a personal identity number.
    """
    refuse(name=name, email=email)
    if until is not None and until < since:
        raise UserError(tr("Slutdatum ligger före startdatum. Rätta något av dem."), field="until")
    if state is not HolderState.VACANT:
        demand(tr("Ange vem som innehar funktionen, eller markera den som vakant."), name=name)
    with work.change("group.set_holder", tr("Innehavare ändrades")) as session:
        holding = _free(session, seat_id, since, until) or Holding(seat_id=seat_id, since=since)
        vacant = state is HolderState.VACANT
        holding.state = state
        holding.name = "" if vacant else name.strip()
        holding.email = "" if vacant else _addresses(session.get_one(Seat, seat_id), email)
        holding.until = until
        session.add(holding)
        session.flush()
        return holding.id


def _addresses(seat: Seat, email: str) -> str:
    """Return an address as it is kept: alone, or those of a collective seat one after the other."""
    if not email.strip():
        return ""
    found = parse_list(email, "email") if seat.collective else (parse(email, "email"),)
    return "; ".join(each.address for each in found)


def _free(session: Session, seat_id: int, since: date, until: date | None) -> Holding | None:
    """See to it that nobody else holds a seat in a stretch of time; return what began on its first day."""
    same = None
    for other in session.scalars(select(Holding).where(Holding.seat_id == seat_id)):
        if other.since == since:
            same = other
        elif other.until is None and other.since < since:
            other.until = since - timedelta(days=1)
        elif other.since > since and (until is None or other.since <= until):
            sentence = tr(
                "Funktionen har redan en innehavare från {since}. Ange ett slutdatum före den dagen.",
                since=other.since,
            )
            raise UserError(sentence, field="until")
        elif other.until is not None and other.since < since <= other.until:
            sentence = tr(
                "Funktionen har redan en innehavare {since}–{until}. Välj en senare dag.",
                since=other.since,
                until=other.until,
            )
            raise UserError(sentence, field="since")
    return same
