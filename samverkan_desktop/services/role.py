"""Roles in a group: convenor and secretary, given for a term."""

from collections.abc import Callable, Mapping
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
from samverkan_desktop.periods import Calendar, Period
from samverkan_desktop.rules.role_terms import TermLength, term_of
from samverkan_desktop.rules.wording import capital, listed
from samverkan_desktop.services import own_words
from samverkan_desktop.services.agreement import calendar_of, periods
from samverkan_desktop.services.check import require
from samverkan_desktop.services.fixed_role import fixed_roles, leads, term_lengths
from samverkan_desktop.services.period import term_labelled, year_labelled
from samverkan_desktop.services.workspace import Workspace
from samverkan_desktop.vocabulary import Role


@dataclass(frozen=True)
class TermRow:
    """A role given to a seat for a stretch of time, by a decision; ``period`` is what that time is called.

    ``name`` is the agreement's own word for the role.

    Where the agreement itself ties the role to the function, ``clause`` says where, and ``id`` is negative.
    """

    id: int
    role: Role
    name: str
    seat_id: int
    function: str
    party: str
    period: str
    since: date
    until: date | None
    decision_id: int | None
    decision: str
    decided_on: date | None
    clause: str = ""


def assign_roles(
    work: Workspace,
    group_id: int,
    holders: Mapping[Role, int],
    period: str,
    *,
    decision_id: int | None = None,
) -> None:
    """Give roles in a group for a working year (T17, T18), or for longer where the agreement says so.

    A role decided in the course of the year is held from the day of the decision. It lasts out the year, or
    the calendar year or election period it begins in, or until further notice.

    Args:
        work: the open archive.
        group_id: the group.
        holders: each role's seat.
        period: label of the working year, or of the calendar year or election period that the roles are given
            for; empty where they are given until further notice, from the day of the decision.
        decision_id: the decision taken; None where there was none.

    Raises:
        UserError: the year is not one of the agreement's, a holder has no seat in the group (R02), the roles
            are in one party (R01), or the agreement ties a role to another function (R30).
    """
    label = tr("Roller utsågs för {period}", period=period) if period else tr("Roller utsågs")
    with work.change("group.assign_roles", label) as session:
        agreement = session.get_one(Agreement, session.get_one(Group, group_id).agreement_id)
        calendar = calendar_of(agreement)
        decided = _decided_on(session, decision_id) or work.today
        year = _term(session, agreement, group_id, set(holders), period, decided)
        since = max(year.starts, decided) if decided <= year.ends else max(year.starts, agreement.starts)
        lengths = term_lengths(session, group_id, since)
        for role, seat_id in holders.items():
            until: date | None = year.ends
            if role in lengths:
                term = term_of(lengths[role], calendar, since)
                until = term.ends if term else None
            give(session, group_id, role, seat_id, since, until, decision_id, decided)
        require(session, {"R01", "R02"}, max(since, work.today), group_id, field="roles")


def _term(
    session: Session, agreement: Agreement, group_id: int, roles: set[Role], label: str, decided: date
) -> Period:
    """Return the stretch of time of a label; without one, the year in which open-ended roles are given."""
    day = max(decided, agreement.starts)
    known = term_lengths(session, group_id, day)
    lengths = {known.get(role, TermLength.WORKING_YEAR) for role in roles}
    if not label and lengths == {TermLength.UNTIL_FURTHER_NOTICE}:
        return calendar_of(agreement).of(day)
    read = year_labelled if TermLength.WORKING_YEAR in lengths else term_labelled
    return read(agreement, label)


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
    """Give a role inside a use case; whoever had it before has it until the day before.

    A role that the agreement ties to the function is not given: it is held already.
    """
    if session.get_one(Seat, seat_id).group_id != group_id:
        raise UserError(
            tr("Rollen ska innehas av en funktion som ingår i gruppen."), field="roles", rule="R02"
        )
    if _is_fixed(session, group_id, role, seat_id, since):
        return
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


def _is_fixed(session: Session, group_id: int, role: Role, seat_id: int, since: date) -> bool:
    """Say whether a seat holds a role by the agreement; refuse another seat for a role that is tied so."""
    fixed = [each for each in fixed_roles(session, group_id) if each.role is role and each.covers(since)]
    if fixed and seat_id not in [each.seat_id for each in fixed]:
        sentence = tr(
            "{role} är {function} enligt {clause} (”{source}”). "
            "Ändra avtalet om någon annan ska ha uppdraget.",
            role=capital(own_words.of_group(session, group_id).role(role)),
            function=listed([each.function for each in fixed]),
            clause=fixed[0].clause,
            source=fixed[0].source,
        )
        raise UserError(sentence, field="roles", rule="R30")
    return bool(fixed)


def take_back(work: Workspace, term_id: int) -> None:
    """Take back a role that was given: nobody has it by that choice, on any day."""
    with work.change("role.take_back", tr("Ett val till en roll togs bort")) as session:
        session.delete(session.get_one(RoleTerm, term_id))


@dataclass(frozen=True)
class RoleChoice:
    """A role of a group, in the agreement's own word, and whether it must be given.

    ``tied_to`` is the seat whose function has it by the agreement (S04); None where it is given by choice.
    """

    role: Role
    name: str
    tied_to: int | None
    needed: bool


def choices(work: Workspace, group_id: int, on: date) -> tuple[RoleChoice, ...]:
    """Return the roles of a group on a day: those it gives, and those tied to functions."""
    with work.read() as session:
        agreement = session.get_one(Agreement, session.get_one(Group, group_id).agreement_id)
        day = max(on, agreement.starts)
        wanted = term_lengths(session, group_id, day)
        tied = {each.role: each.seat_id for each in fixed_roles(session, group_id) if each.covers(day)}
        usual = () if wanted else (Role.CONVENOR, Role.SECRETARY)
        words = own_words.of_agreement(agreement)
        return tuple(
            RoleChoice(
                role, words.role(role), tied.get(role), role not in tied and (role in wanted or not wanted)
            )
            for role in Role
            if role in wanted or role in tied or role in usual
        )


def leading(work: Workspace, group_id: int, on: date) -> Role:
    """Return the role that leads a group's meetings on a day, where nobody else is named."""
    with work.read() as session:
        return leads(session, group_id, on)


@dataclass(frozen=True)
class TermChoice:
    """For how long a group gives its roles, and the labels of the terms to choose between.

    ``length`` is that of the roles where it is the same for all, else the working year; ``labels`` is empty
    where they are given until further notice. ``proposed`` is the one to begin with.
    """

    length: TermLength
    labels: tuple[str, ...]
    proposed: str

    @property
    def name(self) -> str:
        """What such a term is called."""
        return {
            TermLength.WORKING_YEAR: tr("År"),
            TermLength.CALENDAR_YEAR: tr("Kalenderår"),
            TermLength.ELECTION_PERIOD: tr("Mandatperiod"),
            TermLength.UNTIL_FURTHER_NOTICE: tr("Tills vidare"),
        }[self.length]


def term_choice(work: Workspace, group_id: int, on: date, *, coming: bool = False) -> TermChoice:
    """Return for which terms a group can give its roles on a day.

    Args:
        work: the open archive.
        group_id: the group.
        on: the day they are given.
        coming: whether they are given for the working year after that day's, as at its last meeting.
    """
    with work.read() as session:
        agreement = session.get_one(Agreement, session.get_one(Group, group_id).agreement_id)
        calendar = calendar_of(agreement)
        lengths = set(term_lengths(session, group_id, max(on, agreement.starts)).values())
        length = lengths.pop() if len(lengths) == 1 else TermLength.WORKING_YEAR
        ends = agreement.ends or date.max
        year = calendar.of(max(on, agreement.starts))
        following = calendar.after(year)
        day = following.starts if coming and following.starts <= ends else max(on, agreement.starts)
        current = term_of(length, calendar, day)
        if current is None:
            return TermChoice(length, (), "")
        if length is TermLength.WORKING_YEAR:
            return TermChoice(length, periods(work, agreement.id), current.label)
        here = term_of(length, calendar, max(on, agreement.starts)) or current
        after = term_of(length, calendar, here.ends + timedelta(days=1)) or current
        found = (here, after) if after.starts <= ends else (here,)
        return TermChoice(length, tuple(each.label for each in found), current.label)


def terms(work: Workspace, group_id: int) -> tuple[TermRow, ...]:
    """Return who has had which role in a group: by the agreement itself, then as chosen, newest first."""
    with work.read() as session:
        group = session.get_one(Group, group_id)
        calendar = calendar_of(session.get_one(Agreement, group.agreement_id))
        words = own_words.of_group(session, group_id)
        found = session.execute(
            select(RoleTerm, Seat.function, Party.name, Decision.number)
            .join(Seat, Seat.id == RoleTerm.seat_id)
            .join(Party, Party.id == Seat.party_id)
            .outerjoin(Decision, Decision.id == RoleTerm.decision_id)
            .where(RoleTerm.group_id == group_id)
            .order_by(RoleTerm.since.desc(), RoleTerm.id)
        )
        fixed = [
            TermRow(
                -place, each.role, words.role(each.role), each.seat_id, each.function, each.party,
                calendar.of(each.since).label, each.since, each.until, None, "", None, each.clause,
            )
            for place, each in enumerate(fixed_roles(session, group_id), 1)
        ]  # fmt: skip
        rows = found.all()
        labels = {term.since: _term_labels(session, term, calendar) for term, *_ in rows}
        chosen = [
            TermRow(
                term.id, term.role, words.role(term.role), term.seat_id, function, party,
                labels[term.since](term.role), term.since, term.until, term.decision_id, number or "",
                term.decided_on,
            )
            for term, function, party, number in rows
        ]  # fmt: skip
        return (*fixed, *chosen)


def _term_labels(session: Session, given: RoleTerm, calendar: Calendar) -> Callable[[Role], str]:
    """Return what the time is called that a role was given for, as the agreement said it on that day."""
    lengths = term_lengths(session, given.group_id, given.since)

    def label(role: Role) -> str:
        term = term_of(lengths.get(role, TermLength.WORKING_YEAR), calendar, given.since)
        return term.label if term else tr("tills vidare")

    return label
