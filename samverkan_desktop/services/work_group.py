"""Work groups: set up by a decision, from a need, with functions from every party."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from sqlalchemy import select
from sqlalchemy.orm import Session

from samverkan_desktop.errors import UserError
from samverkan_desktop.i18n import tr
from samverkan_desktop.models.decision import Decision
from samverkan_desktop.models.group import Group, Seat
from samverkan_desktop.models.meeting import Meeting
from samverkan_desktop.services.check import require
from samverkan_desktop.services.keys import free_key
from samverkan_desktop.services.privacy import demand, refuse
from samverkan_desktop.services.role import give
from samverkan_desktop.services.workspace import Workspace
from samverkan_desktop.vocabulary import Grade, GroupKind, Role, SeatAttendance


@dataclass(frozen=True)
class NewSeat:
    """A seat of a work group to be set up: a party's function."""

    party_id: int
    function: str


def set_up_work_group(
    work: Workspace,
    decision_id: int,
    name: str,
    need: str,
    members: Sequence[NewSeat],
    *,
    convenor: int,
    secretary: int,
) -> int:
    """Set up a work group by a decision of the group that gives it its commission (T08, T21, T23).

    Args:
        work: the open archive.
        decision_id: the decision that sets it up.
        name: what it is called.
        need: the need that was identified.
        members: its functions; at least one from every party.
        convenor: index in ``members`` of the convenor.
        secretary: index in ``members`` of the secretary, from another party.

    Raises:
        UserError: name or need is missing, or R01, R02 or R10 would be breached.
    """
    demand(tr("Ange vad arbetsgruppen heter."), name=name)
    demand(tr("Ange vilket behov arbetsgruppen ska möta."), need=need)
    refuse(name=name, need=need)
    for member in members:
        demand(tr("Ange en funktion för varje medlem."), members=member.function)
        refuse(members=member.function)
    if not (0 <= convenor < len(members) and 0 <= secretary < len(members)):
        raise UserError(tr("Ange sammankallande och sekreterare bland medlemmarna."), field="roles")
    with work.change("group.set_up_work_group", tr("Arbetsgruppen {name} utsågs", name=name)) as session:
        meeting = session.get_one(Meeting, session.get_one(Decision, decision_id).meeting_id)
        parent = session.get_one(Group, meeting.group_id)
        taken = session.scalars(select(Group.key).where(Group.agreement_id == parent.agreement_id))
        group = Group(
            agreement_id=parent.agreement_id,
            key=free_key(name, taken),
            kind=GroupKind.WORK_GROUP,
            name=name.strip(),
            full_name=tr("Arbetsgruppen {name}", name=name.strip()),
            occasion=tr("arbetsgruppsmöte"),
            record=parent.record,
            parent_id=parent.id,
            decision_id=decision_id,
            need=need.strip(),
            created_on=meeting.day,
        )
        session.add(group)
        session.flush()
        seats = _add_seats(session, group.id, members, meeting.day)
        for role, index in ((Role.CONVENOR, convenor), (Role.SECRETARY, secretary)):
            give(session, group.id, role, seats[index], meeting.day, None, decision_id, meeting.day)
        require(session, {"R10"}, meeting.day, group.id, field="members")
        require(session, {"R01", "R02"}, meeting.day, group.id, field="roles")
        return group.id


def _add_seats(session: Session, group_id: int, members: Sequence[NewSeat], since: date) -> list[int]:
    seats = [
        Seat(
            group_id=group_id,
            party_id=member.party_id,
            key=f"{group_id}-{position}",
            position=position,
            function=member.function.strip(),
            short_name=member.function.strip(),
            attendance=SeatAttendance.EVERY,
            grade=Grade.MUST,
            since=since,
        )
        for position, member in enumerate(members, 1)
    ]
    session.add_all(seats)
    session.flush()
    return [seat.id for seat in seats]


def close_work_group(work: Workspace, group_id: int, day: date) -> None:
    """Close a work group whose commission is done.

    Raises:
        UserError: it is no work group, is closed already, or the day is before it was set up.
    """
    with work.change("group.close_work_group", tr("Arbetsgruppen avslutades")) as session:
        group = session.get_one(Group, group_id)
        if group.kind is not GroupKind.WORK_GROUP:
            raise UserError(tr("Bara arbetsgrupper kan avslutas."))
        if group.closed_on is not None:
            raise UserError(tr("Gruppen avslutades {day}.", day=group.closed_on))
        if group.created_on is not None and day < group.created_on:
            raise UserError(tr("Gruppen kan inte avslutas innan den utsågs."), field="day")
        group.closed_on = day
