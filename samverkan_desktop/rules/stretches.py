"""The terms, quarters and other stretches of time in which something is to be done so often."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date

from samverkan_desktop.periods import Period
from samverkan_desktop.rules.facts import Facts, GroupFact, MeetingFact
from samverkan_desktop.rules.obligation import Obligation
from samverkan_desktop.rules.years import there_for_half
from samverkan_desktop.vocabulary import Per


def stretches_of(
    obligation: Obligation, facts: Facts, group: GroupFact, per: Per, on: date
) -> Iterator[tuple[Period, Period]]:
    """Yield the stretches begun on a day in which a group existed, each after the working year it ends in.

    Each lies within the agreement's term, and is judged by the version in force when it began.

    Args:
        obligation: what is judged.
        facts: all that is known.
        group: the group.
        per: how time is cut.
        on: the day.
    """
    agreement = facts.agreement
    last = min(on, agreement.ends) if agreement.ends else on
    if last < agreement.starts:
        return
    for whole in agreement.calendar.cut(per, agreement.starts, last):
        begins, ends = max(whole.starts, agreement.starts), min(whole.ends, agreement.ends or date.max)
        existed = (group.created_on is None or group.created_on <= ends) and (
            group.closed_on is None or begins <= group.closed_on
        )
        if existed and obligation.covers(begins):
            yield agreement.calendar.of(ends), replace(whole, starts=begins, ends=ends)


def is_stub(facts: Facts, group: GroupFact, per: Per, stretch: Period) -> bool:
    """Say whether the agreement and the group were there for less than half of the whole of a stretch."""
    whole = next(facts.agreement.calendar.cut(per, stretch.starts, stretch.starts))
    return not there_for_half(facts, group, whole)


def meetings_within(facts: Facts, group: GroupFact, stretch: Period) -> tuple[MeetingFact, ...]:
    """Return a group's meetings of every kind in a stretch of time, in order of day."""
    years = facts.agreement.calendar.between(stretch.starts, stretch.ends)
    return tuple(
        meeting
        for year in years
        for meeting in facts.meetings_in(group.id, year.label)
        if meeting.day in stretch
    )
