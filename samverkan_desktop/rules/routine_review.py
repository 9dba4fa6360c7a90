"""That routines are reviewed by the day set for each (R13). Source: S03, S07."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from samverkan_desktop.i18n import mark, tr
from samverkan_desktop.rules import evidence
from samverkan_desktop.rules.facts import Facts
from samverkan_desktop.rules.finding import Finding, Status
from samverkan_desktop.rules.obligation import Obligation, RuleKind
from samverkan_desktop.rules.register_facts import RoutineFact
from samverkan_desktop.rules.routines import day_of, due_text, in_use, is_there
from samverkan_desktop.rules.wording import capital, shall, should_have
from samverkan_desktop.vocabulary import Grade


@dataclass(frozen=True)
class RoutineReview:
    """Takes no parameters: each routine has its own day for review."""


def _verdict(
    routine: RoutineFact, name: str, year_ends: date, grade: Grade, on: date
) -> tuple[Status, str, str]:
    """Return how it stands, the message, and what would mend it."""
    if not is_there(routine):
        return _not_there(routine, name, grade, on)
    if routine.review_by is None:
        text = tr("{name} har ingen bestämd tid för översyn.", name=name)
        return Status.NOT_COUNTABLE, text, tr("Ange när översynen ska göras.")
    if routine.review_by < on:
        text = tr(
            "{name} {should} ha setts över {day}.",
            name=name,
            should=should_have(grade),
            day=routine.review_by,
        )
        return Status.BREACHED, text, tr("Gör översynen och anteckna dagen.")
    if routine.review_by <= year_ends:
        text = tr(
            "{name} {shall} ses över senast {day}.", name=name, shall=shall(grade), day=routine.review_by
        )
        return Status.UPCOMING, text, ""
    if routine.reviewed_on is None:
        text = tr("{name} ses över första gången senast {day}.", name=name, day=routine.review_by)
        return Status.FULFILLED, text, ""
    text = tr(
        "{name} sågs över {reviewed} och ses över igen senast {day}.",
        name=name,
        reviewed=routine.reviewed_on,
        day=routine.review_by,
    )
    return Status.FULFILLED, text, ""


def _not_there(routine: RoutineFact, name: str, grade: Grade, on: date) -> tuple[Status, str, str]:
    due = due_text(routine)
    if routine.due is None or routine.due >= on:
        return Status.NOT_DUE, tr("{name} finns inte än: {due}.", name=name, due=due), ""
    text = tr("{name} {should} ha funnits senast {due}.", name=name, should=should_have(grade), due=due)
    return Status.BREACHED, text, tr("Gör klart arbetet och anteckna dagen.")


def _finding(obligation: Obligation, routine: RoutineFact, facts: Facts, day: date) -> Finding:
    about = evidence.routine(routine)
    year = facts.agreement.calendar.of(day)
    status, message, mend = _verdict(routine, capital(about.label), year.ends, obligation.grade, day)
    return obligation.finding(
        "R13",
        status,
        message,
        group=obligation.sole_group(facts),
        required=tr("översyn senast {day}", day=routine.review_by) if routine.review_by else "",
        actual=tr("översyn {day}", day=routine.reviewed_on) if routine.reviewed_on else tr("ingen översyn"),
        evidence=[about],
        mend=mend,
    )


def evaluate(
    obligation: Obligation,
    parameters: RoutineReview,  # noqa: ARG001  there are none
    facts: Facts,
    on: date,
) -> Iterator[Finding]:
    """Yield, for each routine, whether it has been reviewed in time; support material counts as one."""
    day = day_of(obligation, facts, on)
    if day is not None:
        yield from (_finding(obligation, routine, facts, day) for routine in in_use(facts, day))


KIND = RuleKind("routine_review", RoutineReview, evaluate, mark("Översyn av rutiner"))
