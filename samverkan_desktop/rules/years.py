"""The working years in which a group is to do what the agreement demands."""

from datetime import date

from samverkan_desktop.periods import Period
from samverkan_desktop.rules.facts import Facts, GroupFact
from samverkan_desktop.rules.obligation import Obligation


def years_in_force(obligation: Obligation, facts: Facts, on: date) -> tuple[Period, ...]:
    """Return the working years of the agreement begun on a day, oldest first.

    A working year is judged whole, by the version of the agreement in force when it began: years that
    began under another version are left out.
    """
    return tuple(
        period
        for period in facts.periods(on)
        if obligation.covers(max(period.starts, facts.agreement.starts))
    )


def years_of(obligation: Obligation, facts: Facts, group: GroupFact, on: date) -> tuple[Period, ...]:
    """Return the working years begun on a day in which a group existed, oldest first."""
    return tuple(
        period
        for period in years_in_force(obligation, facts, on)
        if (group.created_on is None or group.created_on <= period.ends)
        and (group.closed_on is None or period.starts <= group.closed_on)
    )


def has_ended(group: GroupFact, period: Period, on: date) -> bool:
    """Say whether a group has no more days in a working year: the year is over, or the group closed."""
    return on > period.ends or (group.closed_on is not None and on > group.closed_on)


def next_year(obligation: Obligation, facts: Facts, group: GroupFact, on: date) -> Period | None:
    """Return the working year after the one that a day lies in; None where the obligation has none."""
    agreement = facts.agreement
    if on < agreement.starts or group.closed_on is not None:
        return None
    coming = agreement.calendar.after(agreement.calendar.of(on))
    if agreement.ends is not None and coming.starts > agreement.ends:
        return None
    return coming if obligation.covers(coming.starts) else None
