"""That who holds a role in a group sits in the group (R02). Source: T17."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from samverkan_desktop.i18n import mark, tr
from samverkan_desktop.periods import Period
from samverkan_desktop.rules import evidence
from samverkan_desktop.rules.facts import Facts, GroupFact
from samverkan_desktop.rules.finding import Finding, Status
from samverkan_desktop.rules.obligation import Obligation, RuleKind
from samverkan_desktop.rules.parameter_fault import not_empty
from samverkan_desktop.rules.role_terms import Term, terms
from samverkan_desktop.rules.wording import listed, shall
from samverkan_desktop.rules.years import years_of
from samverkan_desktop.vocabulary import Role, SeatAttendance


@dataclass(frozen=True)
class RoleMembership:
    """Parameters.

    Args:
        roles: the roles whose holders sit in the group.
    """

    roles: tuple[Role, ...]

    def __post_init__(self) -> None:
        not_empty("roles", self.roles)


def _sits(term: Term, group: GroupFact, facts: Facts, on: date) -> bool:
    """Say whether the holder sat in the group on the first day of the term and does so still."""
    days = (term.since, max(term.since, min(term.until, on)))
    return all(term.role.seat_id in {seat.id for seat in facts.seats_of(group.id, day)} for day in days)


def _named(held: list[Term], facts: Facts) -> str:
    return listed(
        [
            tr(
                "{role} ({function})",
                role=facts.agreement.said.role(term.role.role),
                function=facts.seat(term.role.seat_id).function,
            )
            for term in held
        ]
    )


def _finding(
    obligation: Obligation, roles: tuple[Role, ...], facts: Facts, group: GroupFact, period: Period, on: date
) -> Finding:
    held = terms(facts, group, roles, period)
    outside = [term for term in held if not _sits(term, group, facts, on)]
    seldom = [term for term in held if facts.seat(term.role.seat_id).attendance is SeatAttendance.DESIGNATED]
    if not held:
        status, message = Status.NOT_DUE, tr("Inga roller är utsedda för {period}.", period=period.label)
    elif outside:
        status = Status.BREACHED
        message = tr(
            "Rollen {shall} innehas av en funktion som ingår i gruppen. Det gäller {who}.",
            shall=shall(obligation.grade),
            who=_named(outside, facts),
        )
    elif seldom:
        status = Status.AT_RISK
        message = tr(
            "Rollen innehas av en funktion som bara deltar i ett möte om året: {who}.",
            who=_named(seldom, facts),
        )
    else:
        status = Status.FULFILLED
        message = tr(
            "Rollerna i {group} innehas av dess egna funktioner {period}.",
            group=group.name,
            period=period.label,
        )
    return obligation.finding(
        "R02",
        status,
        message,
        group=group,
        period=period.label,
        required=tr("funktioner i gruppen"),
        actual=_named(held, facts),
        evidence=[evidence.role(term.role, facts) for term in outside or held],
        mend=tr("Utse en funktion som deltar i gruppens möten.") if outside or seldom else "",
    )


def evaluate(obligation: Obligation, parameters: RoleMembership, facts: Facts, on: date) -> Iterator[Finding]:
    """Yield, for each working year begun, whether the roles are held from within the group."""
    for group in obligation.groups(facts):
        for period in years_of(obligation, facts, group, on):
            yield _finding(obligation, parameters.roles, facts, group, period, on)


KIND = RuleKind("role_membership", RoleMembership, evaluate, mark("Roller hålls inom gruppen"))
