"""Facts as the evidence a finding rests on, called what they are called in Swedish."""

from datetime import date
from functools import lru_cache

from samverkan_desktop.i18n import current_language, tr
from samverkan_desktop.register_vocabulary import RoutineKind
from samverkan_desktop.rules.facts import Facts, ItemFact, MeetingFact, RoleFact, SeatFact
from samverkan_desktop.rules.finding import Evidence
from samverkan_desktop.rules.outcome_facts import (
    CommissionFact,
    DecisionFact,
    DeviationFact,
)
from samverkan_desktop.rules.register_facts import ActivityFact, RoutineFact
from samverkan_desktop.vocabulary import MeetingKind


def meeting(fact: MeetingFact) -> Evidence:
    """Return a meeting: ``möte 3`` or ``extra möte``."""
    number = None if fact.kind is MeetingKind.EXTRA else fact.number
    return _meeting(fact.id, number, fact.day, current_language())


@lru_cache(maxsize=4096)  # one meeting is evidence of many findings, and of the same ones at the next check
def _meeting(identity: int, number: int | None, day: date, _language: str) -> Evidence:
    label = tr("extra möte") if number is None else tr("möte {number}", number=number)
    return Evidence("meeting", identity, label, day)


def seat_label(fact: SeatFact, facts: Facts) -> str:
    """Return a seat's function with its party, since two parties may have functions of one name."""
    return _seat_label(fact.function, facts.party(fact.party_id).name, current_language())


@lru_cache(maxsize=512)
def _seat_label(function: str, party: str, _language: str) -> str:
    return function if party in function else tr("{function} ({party})", function=function, party=party)


def seat(fact: SeatFact, facts: Facts) -> Evidence:
    """Return a seat: ``Förvaltningschef (Socialförvaltningen)``."""
    return Evidence("seat", fact.id, seat_label(fact, facts))


def role(fact: RoleFact, facts: Facts) -> Evidence:
    """Return a role with who holds it: ``sekreterare: Kvalitetschef (Bildningsförvaltningen)``."""
    holder = seat_label(facts.seat(fact.seat_id), facts)
    label = tr("{role}: {holder}", role=facts.agreement.said.role(fact.role), holder=holder)
    if fact.fixed:  # nobody gave it, so the seat is all there is to show
        return Evidence("seat", fact.seat_id, label, fact.since)
    return Evidence("role", fact.id, label, fact.since)


def item(fact: ItemFact, at: MeetingFact) -> Evidence:
    """Return an agenda item with the day of its meeting: ``punkt 7, Övriga frågor``."""
    label = tr("punkt {number}, {heading}", number=fact.number, heading=fact.heading)
    return Evidence("item", fact.id, label, at.day)


def decision(fact: DecisionFact) -> Evidence:
    """Return a decision: ``beslut 2018/19-06``."""
    return Evidence("decision", fact.id, tr("beslut {number}", number=fact.number), fact.decided_on)


def commission(fact: CommissionFact) -> Evidence:
    """Return a commission: ``uppdrag U2, Rutin för skolgång``."""
    label = tr("uppdrag {number}, {title}", number=fact.number, title=fact.title)
    return Evidence("commission", fact.id, label, fact.given_on)


def deviation(fact: DeviationFact) -> Evidence:
    """Return a deviation: ``avvikelse A2``."""
    label = tr("avvikelse {number}", number=fact.number)
    return Evidence("deviation", fact.id, label, fact.escalated_on or fact.reported_on)


def routine(fact: RoutineFact) -> Evidence:
    """Return a routine or support material: ``rutin 3 (Skolfrånvaro)``."""
    if fact.kind is RoutineKind.SUPPORT_MATERIAL:
        label = tr("stödmaterialet {title}", title=fact.title)
    elif fact.number is None:
        label = tr("rutinen {title}", title=fact.title)
    else:
        label = tr("rutin {number} ({title})", number=fact.number, title=fact.title)
    return Evidence("routine", fact.id, label, fact.review_by or fact.due)


def activity(fact: ActivityFact) -> Evidence:
    """Return a joint activity by its title."""
    return Evidence("activity", fact.id, fact.title, fact.day)
