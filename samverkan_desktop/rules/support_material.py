"""That support material is presented by the time set for it (R36). Source: ST05, ST18."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from samverkan_desktop.i18n import mark, tr
from samverkan_desktop.register_vocabulary import RoutineKind
from samverkan_desktop.rules import evidence
from samverkan_desktop.rules.facts import Facts
from samverkan_desktop.rules.finding import Finding, Status
from samverkan_desktop.rules.obligation import Obligation, RuleKind
from samverkan_desktop.rules.register_facts import RoutineFact
from samverkan_desktop.rules.routines import day_of, due_text, in_use
from samverkan_desktop.rules.wording import capital, shall, should_have
from samverkan_desktop.vocabulary import Grade


@dataclass(frozen=True)
class SupportMaterial:
    """Takes no parameters: each material has its own time, often a quarter."""


def _verdict(material: RoutineFact, name: str, grade: Grade, on: date) -> tuple[Status, str, str]:
    """Return how it stands, the message, and what would mend it."""
    due, presented = due_text(material), material.presented_on
    told = {"name": name, "shall": shall(grade), "due": due}
    if presented is not None:
        return _presented(material, name, grade, presented)
    if material.due is None:
        text = tr("{name} {shall} presenteras {due}.", **told) if due else ""
        mend = tr("Ange när stödmaterialet ska presenteras.")
        return Status.NOT_COUNTABLE, text or tr("{name} har ingen bestämd tid.", name=name), mend
    if material.due < on:
        text = tr(
            "{name} {should} ha presenterats senast {due}.", name=name, should=should_have(grade), due=due
        )
        return Status.BREACHED, text, tr("Presentera stödmaterialet och anteckna dagen.")
    return Status.UPCOMING, tr("{name} {shall} presenteras senast {due}.", **told), ""


def _presented(material: RoutineFact, name: str, grade: Grade, presented: date) -> tuple[Status, str, str]:
    if material.due is not None and presented > material.due:
        text = tr(
            "{name} {should} ha presenterats senast {due}, men presenterades {day}.",
            name=name,
            should=should_have(grade),
            due=due_text(material),
            day=presented,
        )
        return Status.BREACHED, text, ""
    if material.updated_on is not None and material.updated_on > presented:
        text = tr(
            "{name} presenterades {day} och uppdaterades senast {updated}.",
            name=name,
            day=presented,
            updated=material.updated_on,
        )
        return Status.FULFILLED, text, ""
    return Status.FULFILLED, tr("{name} presenterades {day}.", name=name, day=presented), ""


def _finding(obligation: Obligation, material: RoutineFact, facts: Facts, day: date) -> Finding:
    about = evidence.routine(material)
    status, message, mend = _verdict(material, capital(about.label), obligation.grade, day)
    presented = material.presented_on
    # What is missing concerns every year until it is there; what came late, the year in which it was due.
    settled = presented is not None and material.due is not None
    return obligation.finding(
        "R36",
        status,
        message,
        group=obligation.sole_group(facts),
        period=facts.agreement.calendar.of(material.due).label if settled and material.due else "",
        required=due_text(material),
        actual=tr("presenterat {day}", day=presented) if presented else tr("inte presenterat"),
        evidence=[about],
        mend=mend,
    )


def evaluate(
    obligation: Obligation,
    parameters: SupportMaterial,  # noqa: ARG001  there are none
    facts: Facts,
    on: date,
) -> Iterator[Finding]:
    """Yield, for each support material, whether it has been presented in time."""
    day = day_of(obligation, facts, on)
    if day is None:
        return
    for material in in_use(facts, day):
        if material.kind is RoutineKind.SUPPORT_MATERIAL:
            yield _finding(obligation, material, facts, day)


KIND = RuleKind("support_material", SupportMaterial, evaluate, mark("Stödmaterial"))
