"""Which seats stand empty (R22): told, never a breach. Source: T07."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from samverkan_desktop.i18n import mark, tr
from samverkan_desktop.periods import Period
from samverkan_desktop.rules import evidence
from samverkan_desktop.rules.facts import Facts, GroupFact, HoldingFact, SeatFact
from samverkan_desktop.rules.finding import Evidence, Finding, Status
from samverkan_desktop.rules.obligation import Obligation, RuleKind
from samverkan_desktop.vocabulary import HolderState


@dataclass(frozen=True)
class Vacancy:
    """Takes no parameters: a seat is held by a function, and somebody is to hold the function."""


def _vacancies(facts: Facts, seats: dict[int, SeatFact], period: Period, on: date) -> list[HoldingFact]:
    """Return the stretches of the year, up to the day, in which seats stood empty."""
    return [
        holding
        for holding in facts.holdings
        if holding.seat_id in seats
        and holding.state is HolderState.VACANT
        and holding.since <= on
        and (holding.until is None or holding.until >= period.starts)
    ]


def _vacant(
    obligation: Obligation, group: GroupFact, period: Period, seat: SeatFact, since: date, facts: Facts
) -> Finding:
    return obligation.finding(
        "R22",
        Status.AT_RISK,
        tr("Funktionen {function} är vakant sedan {day}.", function=seat.function, day=since),
        group=group,
        period=period.label,
        required=tr("besatt"),
        actual=tr("vakant"),
        evidence=[Evidence("seat", seat.id, evidence.seat_label(seat, facts), since)],
        mend=tr("Ange vem som innehar funktionen när den har tillsatts."),
    )


def _group(obligation: Obligation, group: GroupFact, period: Period, facts: Facts, on: date) -> list[Finding]:
    seats = {seat.id: seat for seat in facts.seats_of(group.id, on)}
    past = _vacancies(facts, seats, period, on)
    now = [holding for holding in past if holding.until is None or holding.until >= on]
    if now or not seats:
        return [
            _vacant(obligation, group, period, seats[holding.seat_id], holding.since, facts)
            for holding in now
        ]
    return [
        obligation.finding(
            "R22",
            Status.FULFILLED,
            tr("Alla funktioner är besatta."),
            group=group,
            period=period.label,
            required=len(seats),
            actual=len(seats),
            evidence=[
                Evidence(
                    "seat",
                    holding.seat_id,
                    tr(
                        "{seat}, vakant t.o.m. {day}",
                        seat=evidence.seat_label(seats[holding.seat_id], facts),
                        day=holding.until,
                    ),
                    holding.since,
                )
                for holding in past
            ],
        )
    ]


def evaluate(
    obligation: Obligation,
    parameters: Vacancy,  # noqa: ARG001  there are none
    facts: Facts,
    on: date,
) -> Iterator[Finding]:
    """Yield, for the working year of the day, the seats that stand empty, or that none does."""
    period = facts.agreement.calendar.of(on)
    if period not in facts.periods(on) or not obligation.covers(on):
        return
    for group in obligation.groups(facts):
        if group.closed_on is None:
            yield from _group(obligation, group, period, facts, on)


KIND = RuleKind("vacancy", Vacancy, evaluate, mark("Vakanta funktioner"))
