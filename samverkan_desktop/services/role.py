"""Roles in a group: convenor and secretary, given for a term."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta

from sqlalchemy import select
from sqlalchemy.orm import Session

from samverkan_desktop.errors import UserError
from samverkan_desktop.i18n import tr
from samverkan_desktop.models.agreement import Agreement
from samverkan_desktop.models.decision import Decision
from samverkan_desktop.models.group import Group, RoleTerm, Seat
from samverkan_desktop.models.meeting import Meeting
from samverkan_desktop.models.organisation import Party
from samverkan_desktop.services.agreement import calendar_of
from samverkan_desktop.services.check import require
from samverkan_desktop.services.period import year_of_group
from samverkan_desktop.services.workspace import Workspace
from samverkan_desktop.vocabulary import Role


@dataclass(frozen=True)
class TermRow:
    """A role given to a seat for a stretch of time, by a decision; ``period`` is its working year."""

    id: int
    role: Role
    seat_id: int
    function: str
    party: str
    period: str
    since: date
    until: date | None
    decision_id: int | None
    decision: str
    decided_on: date | None


def assign_roles(
    work: Workspace,
    group_id: int,
    holders: Mapping[Role, int],
    period: str,
    *,
    decision_id: int | None = None,
) -> None:
    """Give roles in a group for a working year (T17, T18).

    A role decided in the course of the year is held from the day of the decision.

    Args:
        work: the open archive.
        group_id: the group.
        holders: each role's seat.
        period: label of the working year.
        decision_id: the decision taken; None where there was none.

    Raises:
        UserError: the year is not one of the agreement's, a holder has no seat in the group (R02), or the
            roles are in one party (R01).
    """
    with work.change("group.assign_roles", tr("Roller utsågs för {period}", period=period)) as session:
        year = year_of_group(session, group_id, period)
        decided = _decided_on(session, decision_id) or work.today
        since = max(year.starts, decided) if decided <= year.ends else year.starts
        for role, seat_id in holders.items():
            give(session, group_id, role, seat_id, since, year.ends, decision_id, decided)
        require(session, {"R01", "R02"}, max(since, work.today), group_id, field="roles")


def _decided_on(session: Session, decision_id: int | None) -> date | None:
    if decision_id is None:
        return None
    return session.get_one(Meeting, session.get_one(Decision, decision_id).meeting_id).day


def give(
    session: Session,
    group_id: int,
    role: Role,
    seat_id: int,
    since: date,
    until: date | None,
    decision_id: int | None,
    decided: date,
) -> None:
    """Give a role inside a use case; whoever had it before has it until the day before."""
    if session.get_one(Seat, seat_id).group_id != group_id:
        raise UserError(
            tr("Rollen ska innehas av en funktion som ingår i gruppen."), field="roles", rule="R02"
        )
    for other in session.scalars(
        select(RoleTerm).where(RoleTerm.group_id == group_id, RoleTerm.role == role)
    ):
        if other.since >= since and (until is None or other.since <= until):
            session.delete(other)
        elif other.until is None or other.until >= since:
            other.until = since - timedelta(days=1)
    session.add(
        RoleTerm(
            group_id=group_id,
            role=role,
            seat_id=seat_id,
            since=since,
            until=until,
            decision_id=decision_id,
            decided_on=decided,
        )
    )


def terms(work: Workspace, group_id: int) -> tuple[TermRow, ...]:
    """Return who has had which role in a group, newest first."""
    with work.read() as session:
        group = session.get_one(Group, group_id)
        calendar = calendar_of(session.get_one(Agreement, group.agreement_id))
        found = session.execute(
            select(RoleTerm, Seat.function, Party.name, Decision.number)
            .join(Seat, Seat.id == RoleTerm.seat_id)
            .join(Party, Party.id == Seat.party_id)
            .outerjoin(Decision, Decision.id == RoleTerm.decision_id)
            .where(RoleTerm.group_id == group_id)
            .order_by(RoleTerm.since.desc(), RoleTerm.id)
        )
        return tuple(
            TermRow(
                term.id, term.role, term.seat_id, function, party, calendar.of(term.since).label, term.since,
                term.until, term.decision_id, number or "", term.decided_on,
            )
            for term, function, party, number in found
        )  # fmt: skip
