"""The roles that the agreement itself ties to functions: held without being given. Source: S04, ST13."""

from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import date

from samverkan_desktop.rules.facts import Facts, RoleFact
from samverkan_desktop.rules.obligation import Obligation
from samverkan_desktop.rules.parameters import parse
from samverkan_desktop.rules.role_function import KIND, RoleFunction


def with_fixed_roles(facts: Facts, obligations: Iterable[Obligation]) -> Facts:
    """Return the facts with the roles that obligations tie to functions among them."""
    fixed = tuple(role for each in obligations if each.kind == KIND.name for role in _fixed(facts, each))
    return replace(facts, roles=(*facts.roles, *fixed)) if fixed else facts


def _fixed(facts: Facts, obligation: Obligation) -> Iterator[RoleFact]:
    parameters = parse(obligation.kind, obligation.parameters)
    assert isinstance(parameters, RoleFunction)  # noqa: S101  what the kind is parsed to
    for group in obligation.groups(facts):
        for seat in facts.seats:
            if seat.group_id != group.id or seat.key not in parameters.seats:
                continue
            since = max(facts.agreement.starts, obligation.since or date.min, seat.since or date.min)
            until = min(obligation.until or date.max, seat.until or date.max)
            yield RoleFact(
                0,
                group.id,
                parameters.role,
                seat.id,
                since,
                None if until == date.max else until,
                None,
                fixed=True,
            )
