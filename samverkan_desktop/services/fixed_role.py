"""Roles by the agreement: tied to functions (S04, ST13) or given for a term, and who calls and leads."""

from dataclasses import dataclass
from datetime import date

from sqlalchemy import select
from sqlalchemy.orm import Session

from samverkan_desktop.models.agreement import Agreement, StoredObligation
from samverkan_desktop.models.group import Group, Seat
from samverkan_desktop.models.organisation import Party
from samverkan_desktop.rules.parameters import parse
from samverkan_desktop.rules.role_function import RoleFunction
from samverkan_desktop.rules.role_term import RoleTerm
from samverkan_desktop.rules.role_terms import TermLength
from samverkan_desktop.services.facts import demanded_of, obligations
from samverkan_desktop.vocabulary import Role


@dataclass(frozen=True)
class FixedRole:
    """A role tied to a seat's function, for as long as a version of the agreement says so, with its clause.

    ``until`` is None where nothing has taken its place.
    """

    role: Role
    seat_id: int
    function: str
    party: str
    since: date
    until: date | None
    clause: str
    source: str

    def covers(self, day: date) -> bool:
        """Say whether the function holds the role on a day."""
        return self.since <= day and (self.until is None or day <= self.until)


def fixed_roles(session: Session, group_id: int) -> tuple[FixedRole, ...]:
    """Return the roles of a group that are tied to functions, in every version of the agreement."""
    group = session.get_one(Group, group_id)
    kind = StoredObligation.kind == "role_function"
    there = select(StoredObligation.id).where(StoredObligation.agreement_id == group.agreement_id, kind)
    if session.scalar(there.limit(1)) is None:
        return ()
    agreement = session.get_one(Agreement, group.agreement_id)
    seats = session.execute(
        select(Seat, Party.name).join(Party, Party.id == Seat.party_id).where(Seat.group_id == group_id)
    ).all()
    found = []
    for each in obligations(session, group.agreement_id):
        if each.kind != "role_function" or not each.concerns(group.key, group.kind):
            continue
        parameters = parse(each.kind, each.parameters)
        assert isinstance(parameters, RoleFunction)  # noqa: S101  what the kind is parsed to
        for seat, party in seats:
            if seat.key in parameters.seats:
                since = max(agreement.starts, each.since or date.min, seat.since or date.min)
                until = min(each.until or date.max, seat.until or date.max)
                found.append(
                    FixedRole(
                        parameters.role, seat.id, seat.function, party, since,
                        None if until == date.max else until, each.clause, each.source,
                    )
                )  # fmt: skip
    return tuple(found)


def spoken_of(session: Session, group_id: int, day: date) -> frozenset[Role]:
    """Return the roles that the agreement speaks of in a group on a day: those it gives, and those tied."""
    tied = {each.role for each in fixed_roles(session, group_id) if each.covers(day)}
    return frozenset({*term_lengths(session, group_id, day), *tied})


def convenes(session: Session, group_id: int, day: date) -> Role:
    """Return the role that calls a group: the convenor, or the chair where the agreement has only that."""
    own = spoken_of(session, group_id, day)
    return Role.CHAIR if Role.CHAIR in own and Role.CONVENOR not in own else Role.CONVENOR


def leads(session: Session, group_id: int, day: date) -> Role:
    """Return the role that leads a group's meetings: the chair, where the agreement has one."""
    return Role.CHAIR if Role.CHAIR in spoken_of(session, group_id, day) else Role.CONVENOR


def term_lengths(session: Session, group_id: int, day: date) -> dict[Role, TermLength]:
    """Return the roles that a group is to give, as the agreement says it on a day, and for how long each."""
    found: dict[Role, TermLength] = {}
    for each in demanded_of(session, session.get_one(Group, group_id), day):
        if each.kind == "role_term":
            parameters = parse(each.kind, each.parameters)
            assert isinstance(parameters, RoleTerm)  # noqa: S101  what the kind is parsed to
            found |= dict.fromkeys(parameters.roles, parameters.term)
    return found
