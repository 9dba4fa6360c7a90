"""Who holds which role on which days."""

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from enum import StrEnum
from operator import attrgetter

from samverkan_desktop.periods import Calendar, Period, election_period
from samverkan_desktop.rules.facts import Facts, GroupFact, RoleFact
from samverkan_desktop.rules.once import grouped, once
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
    return grouped(sorted(facts.roles, key=attrgetter("since", "id")), "group_id", "role")


def given(facts: Facts, group_id: int, role: Role) -> Sequence[RoleFact]:
    """Return every time a role was given in a group, oldest first, also by the agreement itself."""
    return _given(facts).get((group_id, role), ())


@dataclass(frozen=True)
class _Spans:
    """Each time a role was held, with its last day: as chosen, one after another; and by the agreement."""

    given: Sequence[tuple[RoleFact, date]]
    ends: Sequence[date]
    fixed: Sequence[tuple[RoleFact, date]]

    def touching(self, first: date, last: date) -> Iterator[tuple[RoleFact, date]]:
        """Yield those that touch a stretch of time."""
        yield from (each for each in self.fixed if each[0].since <= last and each[1] >= first)
        for place in range(bisect_left(self.ends, first), len(self.given)):
            if self.given[place][0].since > last:
                return
            yield self.given[place]


@once
def _known_spans(_facts: Facts) -> dict[tuple[int, Role, TermLength], _Spans]:
    return {}


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
        for fact, ends in _spans_of(facts, group.id, role, length).touching(period.starts, last):
            found.append(Term(fact, max(fact.since, period.starts), min(ends, last)))
    return sorted(found, key=lambda term: (term.since, term.role.id))


def _spans_of(facts: Facts, group_id: int, role: Role, length: TermLength) -> _Spans:
    known, key = _known_spans(facts), (group_id, role, length)
    if key not in known:
        told = given(facts, group_id, role)
        fixed = [(fact, fact.until or date.max) for fact in told if fact.fixed]
        chosen = list(_chosen(told, facts.agreement.calendar, length))
        known[key] = _Spans(chosen, [ends for _, ends in chosen], fixed)
    return known[key]


def _chosen(
    told: Sequence[RoleFact], calendar: Calendar, length: TermLength
) -> Iterator[tuple[RoleFact, date]]:
    """Yield each time one role was given by choice, with its last day; each begins after the one before."""
    fixed = [fact for fact in told if fact.fixed]
    for place, fact in enumerate(told):
        if fact.fixed:
            continue
        term = term_of(length, calendar, fact.since)
        ends = [fact.until or (term.ends if term else date.max)]
        ends += [each.since - _DAY for each in told[place + 1 : place + 2]]
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
