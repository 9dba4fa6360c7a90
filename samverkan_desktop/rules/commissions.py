"""The commissions an obligation concerns: those that its groups have given."""

from collections.abc import Iterator

from samverkan_desktop.rules.facts import Facts, GroupFact
from samverkan_desktop.rules.obligation import Obligation
from samverkan_desktop.rules.outcome_facts import (
    CommissionFact,
)


def commissions_of(obligation: Obligation, facts: Facts) -> Iterator[tuple[GroupFact, CommissionFact]]:
    """Yield each commission with the group that gave it."""
    groups = {group.id: group for group in obligation.groups(facts)}
    for commission in facts.commissions:
        if commission.group_id in groups and obligation.covers(commission.given_on):
            yield groups[commission.group_id], commission
