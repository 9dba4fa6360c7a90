"""That the roles of a group are decided for the time they are needed (R03). Source: T18, T23, L03."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from samverkan_desktop.i18n import mark, tr
from samverkan_desktop.periods import Period, election_periods
from samverkan_desktop.rules import evidence
from samverkan_desktop.rules.facts import Facts, GroupFact
from samverkan_desktop.rules.finding import Finding, Status
from samverkan_desktop.rules.meetings import ordinary
from samverkan_desktop.rules.obligation import Obligation, RuleKind
from samverkan_desktop.rules.parameter_fault import not_empty
from samverkan_desktop.rules.role_terms import TermLength, gap, term_of, terms
from samverkan_desktop.rules.wording import capital, span
from samverkan_desktop.rules.years import existed_in, has_ended, stretches, years_of
from samverkan_desktop.vocabulary import Per, Role


@dataclass(frozen=True)
class RoleTerm:
    """Parameters.

    Args:
        roles: the roles that are to be held.
        term: for how long at a time they are given. Given for a working year, a calendar year or an election
            period, a role without a last day counts for the one in which it began; until further notice, no
            time limit is set for the first appointment, so that a role not yet given is a risk and never a
            breach.
    """

    roles: tuple[Role, ...]
    term: TermLength

    def __post_init__(self) -> None:
        not_empty("roles", self.roles)


@dataclass(frozen=True)
class _Verdict:
    status: Status
    message: str
    actual: str


def _needed_from(facts: Facts, group: GroupFact, period: Period) -> date | None:
    """Return the day of the term's first ordinary meeting held: from then on the roles are needed."""
    meetings = ordinary(facts, group.id, max(period.starts, facts.agreement.starts), period.ends)
    return next((meeting.day for meeting in meetings if meeting.held), None)


def _missing(group: GroupFact, period: Period, on: date, role: str, *, begun: bool) -> _Verdict:
    """Return the verdict where nobody holds the role on any day of the year."""
    if on < period.starts:
        coming = tr("{role} är inte utsedd för {period} än.", role=role, period=period.label)
        return _Verdict(Status.UPCOMING, coming, tr("inte utsedd"))
    message = tr("{role} är inte utsedd för {period}.", role=role, period=period.label)
    late = begun or has_ended(group, period, on)
    return _Verdict(Status.BREACHED if late else Status.AT_RISK, message, tr("inte utsedd"))


def _termly(
    facts: Facts, group: GroupFact, role: Role, period: Period, length: TermLength, on: date
) -> _Verdict:
    name = capital(facts.agreement.said.role(role))
    held = terms(facts, group, [role], period, length=length)
    needed_from = _needed_from(facts, group, period)
    if not held:
        return _missing(group, period, on, name, begun=needed_from is not None)
    last = min(period.ends, group.closed_on or date.max, facts.agreement.ends or date.max)
    # Before the first meeting there is no day to count from: a role given at that meeting is in time.
    without = gap(held, needed_from or held[0].since, last)
    if without is None:
        message = tr("{role} är utsedd för {period}.", role=name, period=period.label)
        return _Verdict(Status.FULFILLED, message, tr("utsedd"))
    begun = without[0] <= on
    message = (
        tr("{role} saknades {days}.", role=name, days=span(without[0], min(without[1], on)))
        if begun
        else tr("{role} är inte utsedd för tiden {days}.", role=name, days=span(*without))
    )
    return _Verdict(Status.BREACHED if begun else Status.AT_RISK, message, tr("utsedd en del av tiden"))


def _open_ended(facts: Facts, group: GroupFact, role: Role, period: Period, on: date) -> _Verdict:
    name = capital(facts.agreement.said.role(role))
    last = min(on, period.ends, group.closed_on or on)
    held = terms(facts, group, [role], period)
    if any(term.since <= last <= term.until for term in held):
        return _Verdict(
            Status.FULFILLED, tr("{role} är utsedd i {group}.", role=name, group=group.name), tr("utsedd")
        )
    return _Verdict(
        Status.AT_RISK, tr("{role} är inte utsedd i {group}.", role=name, group=group.name), tr("inte utsedd")
    )


def _finding(
    obligation: Obligation,
    role: Role,
    verdict: _Verdict,
    facts: Facts,
    group: GroupFact,
    period: Period,
    on: date,
) -> Finding:
    held = terms(facts, group, [role], period)
    amiss = verdict.status in (Status.BREACHED, Status.AT_RISK)
    # What was missing earlier cannot be mended once somebody holds the role, nor when the year is over.
    mendable = amiss and on <= period.ends and not any(term.since <= on <= term.until for term in held)
    return obligation.finding(
        "R03",
        verdict.status,
        verdict.message,
        group=group,
        period=period.label,
        required=tr("utsedd"),
        actual=verdict.actual,
        evidence=[evidence.role(term.role, facts) for term in held],
        mend=tr("Utse {role} på nästa möte.", role=facts.agreement.said.role(role)) if mendable else "",
    )


def _terms_to_fill(
    obligation: Obligation, length: TermLength, facts: Facts, group: GroupFact, on: date
) -> Iterator[Period]:
    """Yield the terms begun on a day for which the roles are to be given, and the coming one."""
    agreement = facts.agreement
    if length is TermLength.CALENDAR_YEAR:
        yield from (year for year, _ in stretches(obligation, facts, group, on, Per.CALENDAR_YEAR))
    elif length is TermLength.ELECTION_PERIOD:
        last = min(on, agreement.ends or on)
        for period in election_periods(agreement.starts, last):
            # So long a term is judged by the version in force when it ended, or now.
            if existed_in(group, period) and obligation.covers(min(period.ends, last)):
                yield period
    else:
        yield from years_of(obligation, facts, group, on)
    current = term_of(length, agreement.calendar, on)
    if current is None or on < agreement.starts or group.closed_on is not None:
        return
    coming = term_of(length, agreement.calendar, current.ends + timedelta(days=1))
    soon = length is not TermLength.ELECTION_PERIOD or on.year == current.ends.year
    if coming and soon and coming.starts <= (agreement.ends or date.max) and obligation.covers(coming.starts):
        yield coming


def evaluate(obligation: Obligation, parameters: RoleTerm, facts: Facts, on: date) -> Iterator[Finding]:
    """Yield, for each role and term begun, whether it is held; where given for a term, also the next."""
    length = parameters.term
    for group in obligation.groups(facts):
        for period in _terms_to_fill(obligation, length, facts, group, on):
            for role in parameters.roles:
                verdict = (
                    _open_ended(facts, group, role, period, on)
                    if length is TermLength.UNTIL_FURTHER_NOTICE
                    else _termly(facts, group, role, period, length, on)
                )
                yield _finding(obligation, role, verdict, facts, group, period, on)


KIND = RuleKind("role_term", RoleTerm, evaluate, mark("Roller utsedda"))
