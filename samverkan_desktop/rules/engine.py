"""Holding the facts against the obligations."""

from collections.abc import Iterable
from datetime import date

from samverkan_desktop.rules.as_of import as_of
from samverkan_desktop.rules.facts import Facts
from samverkan_desktop.rules.finding import Finding, worst_first
from samverkan_desktop.rules.fixed_roles import with_fixed_roles
from samverkan_desktop.rules.obligation import Obligation
from samverkan_desktop.rules.parameters import parse
from samverkan_desktop.rules.registry import KINDS


def check(
    obligations: Iterable[Obligation], facts: Facts, on: date, known: date | None = None
) -> list[Finding]:
    """Return every finding on a day, worst first.

    Args:
        obligations: what the agreement demands.
        facts: all that is known.
        on: the day to judge on, in the local zone.
        known: what happened after this day is left out of account; the day itself where None. A later
            one judges a year that is over by what has been recorded since.
    """
    obligations = tuple(obligations)
    then = with_fixed_roles(as_of(facts, known or on), obligations)
    findings = [
        finding
        for obligation in obligations
        for finding in KINDS[obligation.kind].evaluate(
            obligation, parse(obligation.kind, obligation.parameters), then, on
        )
    ]
    return sorted(findings, key=worst_first)
