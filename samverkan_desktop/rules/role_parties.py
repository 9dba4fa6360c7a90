"""That the roles of a group are spread over the parties (R01). Source: T17, T23."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from itertools import combinations

from samverkan_desktop.i18n import mark, tr
from samverkan_desktop.periods import Period
from samverkan_desktop.rules import evidence
from samverkan_desktop.rules.facts import Facts, GroupFact
from samverkan_desktop.rules.finding import Finding, Status
from samverkan_desktop.rules.obligation import Obligation, RuleKind
from samverkan_desktop.rules.parameter_fault import ParameterFault, not_empty
from samverkan_desktop.rules.role_terms import Term, terms
from samverkan_desktop.rules.wording import capital, listed, shall, span
from samverkan_desktop.rules.years import years_of
from samverkan_desktop.vocabulary import Role


@dataclass(frozen=True)
class RoleParties:
    """Parameters.

    Args:
        roles: two roles or more whose holders, on every day, belong to different parties.
    """

    roles: tuple[Role, ...]

    def __post_init__(self) -> None:
        not_empty("roles", self.roles)
        if len(self.roles) < 2:
            raise ParameterFault("roles", tr("roles ska ha minst två roller"))


def _clashes(held: list[Term], facts: Facts) -> list[tuple[Term, Term]]:
    """Return the pairs of different roles held at the same time from the same party."""
    return [
        (one, other)
        for one, other in combinations(held, 2)
        if one.role.role is not other.role.role
        and max(one.since, other.since) <= min(one.until, other.until)
        and facts.seat(one.role.seat_id).party_id == facts.seat(other.role.seat_id).party_id
    ]


def _finding(
    obligation: Obligation, roles: tuple[Role, ...], facts: Facts, group: GroupFact, period: Period
) -> Finding:
    held = terms(facts, group, roles, period)
    words = facts.agreement.said
    names = capital(listed([words.role(role) for role in roles]))
    clashes = _clashes(held, facts)
    if clashes:
        one, other = clashes[0]
        status = Status.BREACHED
        message = tr(
            "{roles} {shall} finnas i olika {parties}, men {one} och {other} hör båda till {party} ({days}).",
            shall=shall(obligation.grade),
            parties=words.parties,
            roles=names,
            one=words.role(one.role.role),
            other=words.role(other.role.role),
            party=facts.party(facts.seat(one.role.seat_id).party_id).name,
            days=span(max(one.since, other.since), min(one.until, other.until)),
        )
    elif len({term.role.role for term in held}) < len(roles):
        status = Status.NOT_DUE
        message = tr("{roles} är inte alla utsedda för {period}.", roles=names, period=period.label)
    else:
        status = Status.FULFILLED
        message = tr(
            "{roles} i {group} finns i olika {parties} {period}.",
            parties=words.parties,
            roles=names,
            group=group.name,
            period=period.label,
        )
    return obligation.finding(
        "R01",
        status,
        message,
        group=group,
        period=period.label,
        required=tr("olika {parties}", parties=words.parties),
        actual=listed([facts.party(facts.seat(term.role.seat_id).party_id).name for term in held]),
        evidence=[evidence.role(term.role, facts) for term in held],
        mend=tr("Utse en funktion från {another} till en av rollerna.", another=words.another_party)
        if clashes
        else "",
    )


def evaluate(obligation: Obligation, parameters: RoleParties, facts: Facts, on: date) -> Iterator[Finding]:
    """Yield, for each working year begun, whether the holders come from different parties."""
    for group in obligation.groups(facts):
        for period in years_of(obligation, facts, group, on):
            yield _finding(obligation, parameters.roles, facts, group, period)


KIND = RuleKind("role_parties", RoleParties, evaluate, mark("Roller hos olika parter"))
