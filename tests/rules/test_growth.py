"""That twice as many years are twice as much to judge: no rule looks through everything for each year."""

import sys
from collections.abc import Callable
from dataclasses import replace
from datetime import date, timedelta
from types import FrameType

from samverkan_desktop.rules.engine import check
from samverkan_desktop.rules.facts import Facts
from tests.rules.facts_factory import DAYS, LAST, YEAR, a_year
from tests.rules.test_engine import ALL

#: A little more than twice: what is sorted takes more than its share.
MOST = 2.3


def many_years(count: int) -> Facts:
    """Return the factory's year again and again, each a year later, with identities of its own."""
    one = a_year()
    years = [moved(one, number) for number in range(count)]
    several = ("roles", "plans", "meetings", "items", "attendances", "decisions", "commissions", "follow_ups")
    return replace(
        one,
        agreement=replace(one.agreement, ends=None),
        deviations=(),
        **{name: tuple(thing for year in years for thing in getattr(year, name)) for name in several},
    )


def moved(facts: Facts, number: int) -> Facts:
    far, days = number * 1000, timedelta(days=round(number * 365.25))
    label = f"{2018 + number}/{2019 + number}"

    def later(day: date | None) -> date | None:
        return day + days if day else None

    return replace(
        facts,
        roles=tuple(
            replace(each, id=each.id + far, since=each.since + days, until=later(each.until))
            for each in facts.roles
            if each.since <= DAYS[0]
        ),
        plans=tuple(
            replace(each, id=each.id + far, period=label, drafted_on=each.drafted_on + days)
            for each in facts.plans
            if each.period == YEAR
        ),
        meetings=tuple(
            replace(
                each,
                id=each.id + far,
                day=each.day + days,
                period=label,
                scheduled_on=later(each.scheduled_on),
                called_on=later(each.called_on),
                minutes_finished_on=later(each.minutes_finished_on),
                minutes_sent_on=later(each.minutes_sent_on),
            )
            for each in facts.meetings
        ),
        items=tuple(
            replace(each, id=each.id + far, meeting_id=each.meeting_id + far, deviation_id=None)
            for each in facts.items
        ),
        attendances=tuple(replace(each, meeting_id=each.meeting_id + far) for each in facts.attendances),
        decisions=tuple(
            replace(
                each,
                id=each.id + far,
                meeting_id=each.meeting_id + far,
                item_id=each.item_id + far,
                decided_on=each.decided_on + days,
            )
            for each in facts.decisions
        ),
        commissions=tuple(
            replace(
                each,
                id=each.id + far,
                given_on=each.given_on + days,
                reported_on=later(each.reported_on),
                dues=tuple(
                    replace(due, decided_on=due.decided_on + days, due=due.due + days) for due in each.dues
                ),
            )
            for each in facts.commissions
        ),
        follow_ups=tuple(
            replace(
                each,
                id=each.id + far,
                period=label,
                approved_on=later(each.approved_on),
                meeting_id=LAST + far,
            )
            for each in facts.follow_ups
        ),
    )


def steps(work: Callable[[], object]) -> int:
    """Return how many lines are run, which does not depend on how busy the computer is."""
    ran = 0

    def count(_frame: FrameType, event: str, _argument: object) -> Callable[..., object]:
        nonlocal ran
        ran += event == "line"
        return count

    before = sys.gettrace()
    sys.settrace(count)
    try:
        work()
    finally:
        sys.settrace(before)
    return ran


def judging(years: int) -> int:
    facts, on = many_years(years), date(2018 + years, 7, 1)
    check(ALL, replace(facts), on)
    return steps(lambda: check(ALL, replace(facts), on))


def test_twice_the_years_take_twice_the_steps():
    assert judging(16) < MOST * judging(8)
