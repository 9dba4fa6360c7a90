"""Holding the facts against the obligations."""

from collections.abc import Iterable
from datetime import date

from samverkan_desktop.rules.as_of import as_of
from samverkan_desktop.rules.facts import Facts
from samverkan_desktop.rules.finding import Finding, worst_first
from samverkan_desktop.rules.obligation import Obligation
from samverkan_desktop.rules.parameters import parse
from samverkan_desktop.rules.registry import KINDS


def check(obligations: Iterable[Obligation], facts: Facts, on: date) -> list[Finding]:
    """Return every finding on a day, worst first.

    Args:
        obligations: what the agreement demands.
        facts: all that is known; what happened after the day is left out of account.
        on: the day, in the local zone.
    """
    then = as_of(facts, on)
    findings = [
        finding
        for obligation in obligations
        for finding in KINDS[obligation.kind].evaluate(
            obligation, parse(obligation.kind, obligation.parameters), then, on
        )
    ]
    return sorted(findings, key=worst_first)
