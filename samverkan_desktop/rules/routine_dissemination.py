"""That routines are made known in every operation (R35). Source: S06."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from samverkan_desktop.i18n import mark, tr
from samverkan_desktop.rules import evidence
from samverkan_desktop.rules.facts import Facts
from samverkan_desktop.rules.finding import Evidence, Finding, Status
from samverkan_desktop.rules.obligation import Obligation, RuleKind
from samverkan_desktop.rules.register_facts import RoutineFact, UnitFact
from samverkan_desktop.rules.routines import day_of, due_text, in_use, is_there
from samverkan_desktop.rules.wording import capital, listed, shall, should_have
from samverkan_desktop.vocabulary import Grade


@dataclass(frozen=True)
class RoutineDissemination:
    """Takes no parameters: every routine is to be known in every operation of the parties.

    The agreement sets no time for it, so what is missing is a risk until a day that the group has set
    for the routine has passed.
    """


def units_to_tell(facts: Facts) -> tuple[UnitFact, ...]:
    """Return the operations in which routines are to be known: those of the parties that are bound."""
    bound = {party.id for party in facts.parties if party.signs}
    return tuple(unit for unit in facts.units if unit.party_id in bound)


def _untold(routine: RoutineFact, units: Sequence[UnitFact]) -> list[UnitFact]:
    told = {each.unit_id for each in routine.known}
    return [] if routine.made_known_on else [unit for unit in units if unit.id not in told]


def _verdict(
    routine: RoutineFact,
    name: str,
    untold: Sequence[UnitFact],
    units: Sequence[UnitFact],
    grade: Grade,
    on: date,
) -> tuple[Status, str]:
    if not is_there(routine):
        return Status.NOT_DUE, tr("{name} finns inte än: {due}.", name=capital(name), due=due_text(routine))
    if not untold and (units or routine.made_known_on):
        return Status.FULFILLED, tr("Alla verksamheter har fått del av {name}.", name=name)
    nowhere = len(untold) == len(units)
    where = tr("Alla verksamheter") if nowhere else listed([unit.name for unit in untold])
    if routine.known_by is None:
        if nowhere:
            return Status.AT_RISK, tr("Ingen verksamhet har fått del av {name} än.", name=name)
        return Status.AT_RISK, tr("{where} har inte fått del av {name}.", name=name, where=where)
    told = {"name": name, "where": where, "day": routine.known_by}
    if routine.known_by < on:
        text = tr("{where} {should} ha fått del av {name} senast {day}.", should=should_have(grade), **told)
        return Status.BREACHED, text
    return Status.UPCOMING, tr("{where} {shall} få del av {name} senast {day}.", shall=shall(grade), **told)


def _finding(obligation: Obligation, routine: RoutineFact, facts: Facts, day: date) -> Finding:
    about = evidence.routine(routine)
    units = units_to_tell(facts)
    untold = _untold(routine, units)
    status, message = _verdict(routine, about.label, untold, units, obligation.grade, day)
    names = {unit.id: unit.name for unit in units}
    return obligation.finding(
        "R35",
        status,
        message,
        group=obligation.sole_group(facts),
        required=len(units),
        actual=len(units) - len(untold),
        evidence=[
            about,
            *(
                Evidence("unit", each.unit_id, names[each.unit_id], each.day)
                for each in routine.known
                if each.unit_id in names
            ),
        ],
        mend=tr("Informera de verksamheter som saknas och anteckna dagen.")
        if status in (Status.BREACHED, Status.AT_RISK)
        else "",
    )


def evaluate(
    obligation: Obligation,
    parameters: RoutineDissemination,  # noqa: ARG001  there are none
    facts: Facts,
    on: date,
) -> Iterator[Finding]:
    """Yield, for each routine and each support material, whether it is known in every operation."""
    day = day_of(obligation, facts, on)
    if day is not None:
        yield from (_finding(obligation, routine, facts, day) for routine in in_use(facts, day))


KIND = RuleKind(
    "routine_dissemination", RoutineDissemination, evaluate, mark("Rutiner görs kända i verksamheterna")
)
