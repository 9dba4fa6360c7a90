"""That something is done by the same day every year (R50): a report by 1 March."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from samverkan_desktop.i18n import mark, tr
from samverkan_desktop.register_vocabulary import Instance, MatterSubject
from samverkan_desktop.rules import board_matters, level_report
from samverkan_desktop.rules.facts import Facts, GroupFact
from samverkan_desktop.rules.finding import Evidence, Finding, Status
from samverkan_desktop.rules.obligation import Obligation, RuleKind
from samverkan_desktop.rules.parameter_fault import ParameterFault, not_empty
from samverkan_desktop.rules.wording import shall, should_have

_HALF_A_YEAR = timedelta(days=183)


class Through(StrEnum):
    """What shows that it was done: a report to a superior group or a board, a follow-up, a plan."""

    LEVEL_REPORT = "level_report"
    FOLLOW_UP = "follow_up"
    BOARD_REPORT = "board_report"
    ACTIVITY_PLAN = "activity_plan"


@dataclass(frozen=True)
class YearlyDeadline:
    """Parameters.

    Args:
        what: what is to be done, in the agreement's words.
        by: the last day of every year, as ``MM-DD``.
        through: what shows that it was done. A board report is one on the follow-up, or one in whose title
            ``what`` stands.
    """

    what: str
    by: str
    through: Through

    def __post_init__(self) -> None:
        not_empty("what", self.what)
        if not re.fullmatch(r"\d{2}-\d{2}", self.by) or not _exists(self.by):
            raise ParameterFault("by", tr("{parameter} skrivs som 03-01", parameter="by"))


def _exists(by: str) -> bool:
    """Say whether a day comes every year, also when that is no leap year."""
    try:
        date.fromisoformat(f"2001-{by}")
    except ValueError:
        return False
    return True


@dataclass(frozen=True)
class _Line:
    """Whom it is asked of: a group, and whom it reports to; what it has done, in order of day."""

    what: str
    group: GroupFact | None
    done: tuple[Evidence, ...]


def _in_order(done: Sequence[Evidence]) -> tuple[Evidence, ...]:
    return tuple(sorted(done, key=lambda each: (each.day or date.max, each.id)))


def _lines(obligation: Obligation, parameters: YearlyDeadline, facts: Facts) -> Iterator[_Line]:
    match parameters.through:
        case Through.LEVEL_REPORT:
            yield from _reports_upwards(obligation, parameters.what, facts)
        case Through.ACTIVITY_PLAN:
            yield from _plans(obligation, parameters.what, facts)
        case Through.FOLLOW_UP:
            done = [
                Evidence(
                    "report",
                    each.id,
                    tr("uppföljning {period}", period=each.period),
                    each.approved_on,
                    each.period,
                )
                for each in facts.follow_ups
                if each.approved_on
            ]
            yield _Line(parameters.what, obligation.sole_group(facts), _in_order(done))
        case Through.BOARD_REPORT:
            done = list(_board_reports(parameters.what, facts))
            yield _Line(parameters.what, obligation.sole_group(facts), _in_order(done))


def _reports_upwards(obligation: Obligation, what: str, facts: Facts) -> Iterator[_Line]:
    for group in obligation.groups(facts):
        for superior in level_report.superiors_of(facts, group):
            done = [
                level_report.evidence(each, superior)
                for each in facts.level_reports
                if (each.group_id, each.superior_id) == (group.id, superior.id)
            ]
            named = tr("{what} till {superior}", what=what, superior=superior.name)
            yield _Line(named, group, _in_order(done))


def _plans(obligation: Obligation, what: str, facts: Facts) -> Iterator[_Line]:
    for group in obligation.groups(facts):
        done = [
            Evidence(
                "activity_plan", each.id, tr("aktivitetsplan {period}", period=each.period), each.adopted_on
            )
            for each in facts.activity_plans
            if each.group_id == group.id and each.adopted_on
        ]
        yield _Line(what, group, _in_order(done))


def _board_reports(what: str, facts: Facts) -> Iterator[Evidence]:
    for matter in facts.board_matters:
        named = what.strip().casefold() in matter.title.casefold()
        if not named and matter.subject is not MatterSubject.FOLLOW_UP:
            continue
        for report in matter.reports:
            if report.instance is Instance.BOARD and report.reported_on is not None:
                yield board_matters.evidence(matter, report)[-1]


def _days(obligation: Obligation, facts: Facts, group: GroupFact | None, by: str, on: date) -> list[date]:
    """Return the last days within the agreement's term: all that have been, and the one to come."""
    agreement = facts.agreement
    years = range(agreement.starts.year, max(on, agreement.starts).year + 2)
    days = [date.fromisoformat(f"{year}-{by}") for year in years]
    within = [
        day
        for day in days
        if agreement.starts <= day
        and (agreement.ends is None or day <= agreement.ends)
        and obligation.covers(day)
        and (group is None or group.created_on is None or group.created_on <= day)
        and (group is None or group.closed_on is None or day <= group.closed_on)
    ]
    coming = [day for day in within if day >= on]
    return [day for day in within if day < on] + coming[:1]


def _finding(
    obligation: Obligation, line: _Line, facts: Facts, last: date, done: Evidence | None, on: date
) -> Finding:
    told = {"what": line.what, "last": last, "should": should_have(obligation.grade)}
    if done is not None and done.day is not None and done.day <= last:
        status = Status.FULFILLED
        message = tr("{what}: gjort {day}, {should} vara gjort senast {last}.", **told, day=done.day)
    elif on <= last:
        status, message = (
            Status.UPCOMING,
            tr("{what} {shall} göras senast {last}.", **told, shall=shall(obligation.grade)),
        )
    elif done is not None:
        status = Status.BREACHED
        message = tr("{what}: gjort {day}, {should} ha gjorts senast {last}.", **told, day=done.day)
    else:
        status, message = Status.BREACHED, tr("{what} {should} ha gjorts senast {last}.", **told)
    return obligation.finding(
        "R50",
        status,
        message,
        group=line.group,
        period=facts.agreement.calendar.of(last).label,
        required=tr("senast {day}", day=last),
        actual=str(done.day) if done else tr("inte gjort"),
        evidence=[done] if done else (),
        mend=tr("Gör det som återstår och anteckna dagen.")
        if status is Status.BREACHED and done is None
        else "",
    )


def _judged(line: _Line, days: Sequence[date]) -> Iterator[tuple[date, Evidence | None]]:
    """Yield each last day with what was done by it, or too late for it.

    What is done within the year up to a last day is done in time. Done within half a year after a day that
    was missed, it makes up for that one, and so does not count for the next.
    """
    left = list(line.done)
    for last in days:
        before = last.replace(year=last.year - 1)
        in_time = [each for each in left if each.day is not None and before < each.day <= last]
        left = [each for each in left if each.day is not None and each.day > last]
        if in_time:
            yield last, in_time[-1]
        else:
            late = bool(left) and left[0].day is not None and left[0].day <= last + _HALF_A_YEAR
            yield last, left.pop(0) if late else None


def evaluate(obligation: Obligation, parameters: YearlyDeadline, facts: Facts, on: date) -> Iterator[Finding]:
    """Yield, for each last day that has been and the one to come, whether it was done by then."""
    for line in _lines(obligation, parameters, facts):
        days = _days(obligation, facts, line.group, parameters.by, on)
        for last, done in _judged(line, days):
            yield _finding(obligation, line, facts, last, done, on)


KIND = RuleKind("yearly_deadline", YearlyDeadline, evaluate, mark("Fast dag varje år"))
