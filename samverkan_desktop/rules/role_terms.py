"""Who holds which role on which days."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from samverkan_desktop.periods import Period
from samverkan_desktop.rules.facts import Facts, GroupFact, RoleFact
from samverkan_desktop.vocabulary import Role

_DAY = timedelta(days=1)


@dataclass(frozen=True)
class Term:
    """The days, first to last, on which a role is held in a stretch of time."""

    role: RoleFact
    since: date
    until: date


def terms(
    facts: Facts, group: GroupFact, roles: Iterable[Role], period: Period, *, yearly: bool = False
) -> list[Term]:
    """Return the terms of roles in a working year, oldest first; a new holder ends the one before.

    Args:
        facts: what is known.
        group: the group that gives the roles.
        roles: which roles.
        period: the working year; terms are cut to it, and to the group's closing.
        yearly: a role given without a last day lasts out the working year in which it began.
    """
    last = min(period.ends, group.closed_on) if group.closed_on else period.ends
    found = []
    for role in roles:
        given = sorted(
            (fact for fact in facts.roles if fact.group_id == group.id and fact.role is role),
            key=lambda fact: (fact.since, fact.id),
        )
        for position, fact in enumerate(given):
            until = fact.until or (facts.agreement.calendar.of(fact.since).ends if yearly else last)
            if position + 1 < len(given):
                until = min(until, given[position + 1].since - _DAY)
            since, until = max(fact.since, period.starts), min(until, last)
            if since <= until:
                found.append(Term(fact, since, until))
    return sorted(found, key=lambda term: (term.since, term.role.id))


def gap(held: Sequence[Term], since: date, until: date) -> tuple[date, date] | None:
    """Return the first stretch of days from since to until that no term covers; None where all are."""
    day = since
    for term in sorted(held, key=lambda term: term.since):
        if term.since > day:
            break
        day = max(day, term.until + _DAY)
    if day > until:
        return None
    later = [term.since for term in held if term.since > day]
    return day, min([until, *(start - _DAY for start in later)])
