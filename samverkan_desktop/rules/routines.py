"""What several kinds of obligation ask of the register of routines and support material."""

from datetime import date

from samverkan_desktop.rules.facts import Facts
from samverkan_desktop.rules.obligation import Obligation
from samverkan_desktop.rules.register_facts import RoutineFact


def day_of(obligation: Obligation, facts: Facts, on: date) -> date | None:
    """Return the day on which the register is judged; None where nothing is demanded of it then.

    That is the day itself, or the last day of an agreement that has ended: nothing falls due after it.
    """
    agreement = facts.agreement
    day = min(on, agreement.ends or on)
    return day if day >= agreement.starts and obligation.covers(day) else None


def in_use(facts: Facts, day: date) -> tuple[RoutineFact, ...]:
    """Return the routines and the support material that have not been withdrawn on a day."""
    return tuple(each for each in facts.routines if each.withdrawn_on is None or day < each.withdrawn_on)


def is_there(routine: RoutineFact) -> bool:
    """Say whether a routine can be used: presented, or never said to be drawn up by a certain time."""
    return routine.presented_on is not None or (routine.due is None and not routine.due_words)


def due_text(routine: RoutineFact) -> str:
    """Return when a routine is to be there, as it was decided: a day, or ``första kvartalet 2010``."""
    return routine.due_words or (str(routine.due) if routine.due else "")
