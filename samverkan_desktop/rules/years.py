"""The working years and other stretches of time in which a group is to do what the agreement demands."""

from collections.abc import Iterator
from datetime import date

from samverkan_desktop.periods import Period
from samverkan_desktop.rules.facts import Facts, GroupFact
from samverkan_desktop.rules.obligation import Obligation
from samverkan_desktop.vocabulary import Per

#: Stretches that are shorter than a year: several are judged together.
SHORT = frozenset({Per.TERM, Per.QUARTER, Per.MONTH})


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
    return tuple(period for period in years_in_force(obligation, facts, on) if existed_in(group, period))


def existed_in(group: GroupFact, period: Period) -> bool:
    """Say whether a group existed on any day of a stretch of time."""
    return (group.created_on is None or group.created_on <= period.ends) and (
        group.closed_on is None or period.starts <= group.closed_on
    )


def there_for_half(facts: Facts, group: GroupFact, period: Period) -> bool:
    """Say whether the agreement and a group were there for half of a stretch of time or more."""
    agreement = facts.agreement
    first = max(agreement.starts, group.created_on or date.min)
    last = min(agreement.ends or date.max, group.closed_on or date.max)
    return 2 * period.overlap(first, last) >= period.overlap(period.starts, period.ends)


def stretches(
    obligation: Obligation, facts: Facts, group: GroupFact, on: date, per: Per
) -> Iterator[tuple[Period, tuple[Period, ...]]]:
    """Yield each year begun on a day, oldest first, with the stretches of time that are judged in it.

    A year of whichever kind is judged by itself. Terms, quarters and months are judged together in the
    working year they begin in, those to come too. Each stretch is judged by the version of the agreement in
    force when it began.
    """
    agreement = facts.agreement
    if per not in SHORT:
        last = min(on, agreement.ends) if agreement.ends else on
        for year in agreement.calendar.cut(per, agreement.starts, last) if last >= agreement.starts else ():
            if existed_in(group, year) and obligation.covers(max(year.starts, agreement.starts)):
                yield year, (year,)
        return
    for year in facts.periods(on):
        first = max(year.starts, agreement.starts)
        last = min(year.ends, agreement.ends or year.ends)
        judged = tuple(
            each
            for each in agreement.calendar.cut(per, first, last)
            # One that began in the year before has been judged there, if the agreement had begun.
            if (each.starts >= year.starts or each.starts < agreement.starts)
            and existed_in(group, each)
            and obligation.covers(max(each.starts, agreement.starts))
        )
        if judged:
            yield year, judged


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
