"""That a role is held by the function the agreement ties it to (R30). Source: S04, ST13."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from samverkan_desktop.i18n import mark, tr
from samverkan_desktop.periods import Period
from samverkan_desktop.rules import evidence
from samverkan_desktop.rules.facts import Facts, GroupFact, RoleFact, SeatFact
from samverkan_desktop.rules.finding import Finding, Status
from samverkan_desktop.rules.obligation import Obligation, RuleKind
from samverkan_desktop.rules.parameter_fault import not_empty
from samverkan_desktop.rules.role_terms import given
from samverkan_desktop.rules.wording import capital, listed, span
from samverkan_desktop.rules.years import years_of
from samverkan_desktop.vocabulary import HolderState, Role


@dataclass(frozen=True)
class RoleFunction:
    """Parameters.

    Args:
        role: the role.
        seats: keys of the seats in the group whose functions hold it, together where there are several. They
            hold it without being chosen, for as long as the agreement says so.
    """

    role: Role
    seats: tuple[str, ...]

    def __post_init__(self) -> None:
        not_empty("seats", self.seats)


@dataclass(frozen=True)
class _Verdict:
    status: Status
    message: str
    mend: str = ""


def _seats(facts: Facts, group: GroupFact, keys: tuple[str, ...], day: date) -> list[SeatFact]:
    return [seat for seat in facts.seats_of(group.id, day) if seat.key in keys]


def _given_to_others(
    facts: Facts, obligation: Obligation, group: GroupFact, role: Role, seats: set[int], period: Period
) -> list[tuple[RoleFact, date, date]]:
    """Return who else was given the role in a year while the agreement tied it to the seats.

    What was given before is over when the agreement says something else.
    """
    begins = max(facts.agreement.starts, obligation.since or date.min)
    first, last = max(period.starts, begins), min(period.ends, obligation.until or date.max)
    found = [
        (fact, max(fact.since, first), min(fact.until or last, last))
        for fact in given(facts, group.id, role)
        if fact.seat_id not in seats and fact.since >= begins and not fact.fixed
    ]
    return [(fact, since, until) for fact, since, until in found if since <= until]


def _verdict(
    facts: Facts, name: str, seats: list[SeatFact], others: list[tuple[RoleFact, date, date]], day: date
) -> _Verdict:
    tied = listed([evidence.seat_label(seat, facts) for seat in seats])
    if not seats:
        message = tr("{role} är knuten till en funktion som inte finns i gruppen.", role=name)
        return _Verdict(Status.AT_RISK, message, tr("Lägg till funktionen i gruppen eller ändra åtagandet."))
    if others:
        fact, since, until = others[0]
        message = tr(
            "{role} är {tied}, men uppdraget har getts till {other} ({days}).",
            role=name,
            tied=tied,
            other=evidence.seat_label(facts.seat(fact.seat_id), facts),
            days=span(since, min(until, max(day, since))),
        )
        return _Verdict(Status.BREACHED, message, tr("Ta bort valet: avtalet säger vem som har rollen."))
    if all(facts.state_of(seat.id, day) is HolderState.VACANT for seat in seats):
        message = tr("{role} är {tied}, men funktionen är vakant.", role=name, tied=tied)
        return _Verdict(Status.AT_RISK, message, tr("Ange vem som innehar funktionen, eller vem som är tf."))
    return _Verdict(Status.FULFILLED, tr("{role} är {tied}.", role=name, tied=tied))


def evaluate(obligation: Obligation, parameters: RoleFunction, facts: Facts, on: date) -> Iterator[Finding]:
    """Yield, for each working year begun, whether the role was held by its function, and nobody else."""
    name = capital(facts.agreement.said.role(parameters.role))
    for group in obligation.groups(facts):
        for period in years_of(obligation, facts, group, on):
            day = min(on, period.ends, group.closed_on or on)
            seats = _seats(facts, group, parameters.seats, day)
            own = {seat.id for seat in seats}
            others = _given_to_others(facts, obligation, group, parameters.role, own, period)
            verdict = _verdict(facts, name, seats, others, day)
            yield obligation.finding(
                "R30",
                verdict.status,
                verdict.message,
                group=group,
                period=period.label,
                required=listed([evidence.seat_label(seat, facts) for seat in seats]),
                actual=listed(
                    [
                        evidence.seat_label(facts.seat(seat_id), facts)
                        for seat_id in ([fact.seat_id for fact, _, _ in others] or own)
                    ]
                ),
                evidence=[
                    *(evidence.seat(seat, facts) for seat in seats),
                    *(evidence.role(fact, facts) for fact, _, _ in others),
                ],
                mend=verdict.mend if on in period else "",
            )


KIND = RuleKind("role_function", RoleFunction, evaluate, mark("Roll knuten till en funktion"))
