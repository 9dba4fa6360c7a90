"""Who holds which role on which days."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from enum import StrEnum

from samverkan_desktop.periods import Calendar, Period, election_period
from samverkan_desktop.rules.facts import Facts, GroupFact, RoleFact
from samverkan_desktop.rules.once import once
from samverkan_desktop.vocabulary import Role, WorkingYear

_DAY = timedelta(days=1)


class TermLength(StrEnum):
    """For how long a role is given."""

    WORKING_YEAR = "working_year"
    CALENDAR_YEAR = "calendar_year"
    ELECTION_PERIOD = "election_period"
    UNTIL_FURTHER_NOTICE = "until_further_notice"


def term_of(length: TermLength, calendar: Calendar, day: date) -> Period | None:
    """Return the term in which a day lies; None where roles are given until further notice."""
    match length:
        case TermLength.WORKING_YEAR:
            return calendar.of(day)
        case TermLength.CALENDAR_YEAR:
            return replace(calendar, working_year=WorkingYear.CALENDAR_YEAR).of(day)
        case TermLength.ELECTION_PERIOD:
            return election_period(day)
        case TermLength.UNTIL_FURTHER_NOTICE:
            return None


@dataclass(frozen=True)
class Term:
    """The days, first to last, on which a role is held in a stretch of time."""

    role: RoleFact
    since: date
    until: date


@once
def _given(facts: Facts) -> Mapping[tuple[int, Role], list[RoleFact]]:
    found: defaultdict[tuple[int, Role], list[RoleFact]] = defaultdict(list)
    for fact in sorted(facts.roles, key=lambda fact: (fact.since, fact.id)):
        found[fact.group_id, fact.role].append(fact)
    return found


def terms(
    facts: Facts,
    group: GroupFact,
    roles: Iterable[Role],
    period: Period,
    *,
    length: TermLength = TermLength.UNTIL_FURTHER_NOTICE,
) -> list[Term]:
    """Return the terms of roles in a stretch of time, oldest first; a new holder ends the one before.

    While the agreement ties a role to a function (S04), nobody else holds it.

    Args:
        facts: what is known.
        group: the group that gives the roles.
        roles: which roles.
        period: the stretch of time; terms are cut to it, and to the group's closing.
        length: a role given without a last day lasts out the term in which it began.
    """
    last = min(period.ends, group.closed_on) if group.closed_on else period.ends
    found = []
    for role in roles:
        given = _given(facts).get((group.id, role), [])
        for fact, ends in _spans(given, facts.agreement.calendar, length):
            since, until = max(fact.since, period.starts), min(ends, last)
            if since <= until:
                found.append(Term(fact, since, until))
    return sorted(found, key=lambda term: (term.since, term.role.id))


def _spans(
    given: Sequence[RoleFact], calendar: Calendar, length: TermLength
) -> Iterable[tuple[RoleFact, date]]:
    """Yield each time one role was given, with its last day."""
    fixed = [fact for fact in given if fact.fixed]
    for place, fact in enumerate(given):
        if fact.fixed:
            yield fact, fact.until or date.max
            continue
        term = term_of(length, calendar, fact.since)
        ends = [fact.until or (term.ends if term else date.max)]
        ends += [each.since - _DAY for each in given[place + 1 : place + 2]]
        ends += [each.since - _DAY for each in fixed if fact.since <= (each.until or date.max)]
        if min(ends) >= fact.since:
            yield fact, min(ends)


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
