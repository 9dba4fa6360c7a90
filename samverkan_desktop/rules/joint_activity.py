"""That the parties hold the joint activities agreed on, such as a yearly day (R37). Source: B07, B16."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from samverkan_desktop.i18n import mark, tr
from samverkan_desktop.periods import AUTUMN_STARTS, Period
from samverkan_desktop.rules import evidence
from samverkan_desktop.rules.facts import Facts
from samverkan_desktop.rules.finding import Finding, Status
from samverkan_desktop.rules.obligation import Obligation, RuleKind
from samverkan_desktop.rules.parameter_fault import at_least_one, not_empty
from samverkan_desktop.rules.register_facts import ActivityFact
from samverkan_desktop.rules.wording import capital, shall
from samverkan_desktop.rules.years import years_in_force
from samverkan_desktop.vocabulary import Grade, Season


@dataclass(frozen=True)
class JointActivity:
    """Parameters.

    Args:
        what: what the agreement calls the activity. One that names another demand does not count.
        count: how many a working year demands, 1 or more.
        season: in which part of the year.
    """

    what: str
    count: int = 1
    season: Season = Season.ANY

    def __post_init__(self) -> None:
        not_empty("what", self.what)
        at_least_one("count", self.count)


def answers(activity: ActivityFact, what: str) -> bool:
    """Say whether an activity can be the one demanded: it names that demand, or none."""
    return activity.demand.strip().casefold() in ("", what.strip().casefold())


def _bounds(season: Season, year: Period, facts: Facts) -> tuple[date, date]:
    """Return the first and the last day of the season within a working year and the agreement's term."""
    agreement = facts.agreement
    first, last = max(year.starts, agreement.starts), min(year.ends, agreement.ends or year.ends)
    if season is Season.AUTUMN:
        # A calendar year ends with its autumn, a school year begins with it.
        first = max(first, date(year.starts.year, AUTUMN_STARTS, 1))
        last = min(last, date(year.starts.year, 12, 31))
    elif season is Season.SPRING:
        first = max(first, date(year.ends.year, 1, 1))
        last = min(last, date(year.ends.year, AUTUMN_STARTS - 1, 31))
    return first, last


def _verdict(
    parameters: JointActivity, held: int, coming: int, first: date, last: date, on: date
) -> tuple[Status, str]:
    """Return how it stands, and what would mend it."""
    if held >= parameters.count:
        return Status.FULFILLED, ""
    if on > last:
        return Status.BREACHED, ""
    if held + coming >= parameters.count:
        return Status.UPCOMING, ""
    if on < first:
        return Status.NOT_DUE, ""
    return Status.AT_RISK, tr("Planera {what} senast {day}.", what=parameters.what, day=last)


def _message(
    parameters: JointActivity,
    grade: Grade,
    held: list[ActivityFact],
    year: Period,
    season: tuple[date, date],
    *,
    over: bool,
) -> str:
    what = capital(parameters.what)
    if parameters.count > 1:
        return tr(
            "{what}: {held} av {count} har hållits {period}.",
            what=what,
            held=len(held),
            count=parameters.count,
            period=year.label,
        )
    if held:
        return tr("{what} hölls {day}.", what=what, day=held[0].day)
    if over:
        return tr("{what} har inte hållits {period}.", what=what, period=year.label)
    first, last = season
    return tr(
        "{what} {shall} hållas mellan {first} och {last}.",
        what=what,
        shall=shall(grade),
        first=first,
        last=last,
    )


def evaluate(obligation: Obligation, parameters: JointActivity, facts: Facts, on: date) -> Iterator[Finding]:
    """Yield, for each working year begun, whether the activities demanded have been held in season."""
    fitting = [each for each in facts.activities if answers(each, parameters.what)]
    for year in years_in_force(obligation, facts, on):
        first, last = _bounds(parameters.season, year, facts)
        if last < first:  # the agreement begins after the season, or ends before it
            continue
        own = [each for each in fitting if first <= each.day <= last]
        held = [each for each in own if each.held]
        coming = [each for each in own if not each.held and each.day >= on]
        status, mend = _verdict(parameters, len(held), len(coming), first, last, on)
        yield obligation.finding(
            "R37",
            status,
            _message(parameters, obligation.grade, held, year, (first, last), over=on > last),
            group=obligation.sole_group(facts),
            period=year.label,
            required=parameters.count,
            actual=len(held),
            evidence=map(evidence.activity, [*held, *coming]),
            mend=mend,
        )


KIND = RuleKind("joint_activity", JointActivity, evaluate, mark("Gemensamma aktiviteter"))
