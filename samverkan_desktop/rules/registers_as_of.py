"""Looking back: the registers as they were known at the end of an earlier day."""

from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING, Any, TypeVar

from samverkan_desktop.rules.facts import Facts
from samverkan_desktop.rules.register_facts import (
    ActivityPlanFact,
    BoardMatterFact,
    BoardReportFact,
    RoutineFact,
)

if TYPE_CHECKING:
    from _typeshed import DataclassInstance

T = TypeVar("T", bound="DataclassInstance")


def _known(thing: T, on: date, *names: str) -> T:
    """Return a thing without the days in some of its fields that had not come."""
    later: dict[str, Any] = {
        name: None for name in names if (day := getattr(thing, name)) is not None and day > on
    }
    return replace(thing, **later) if later else thing


def _routine(routine: RoutineFact, on: date) -> RoutineFact:
    then = _known(routine, on, "presented_on", "updated_on", "reviewed_on", "made_known_on")
    if all(each.day <= on for each in routine.known):
        return then
    return replace(then, known=tuple(each for each in routine.known if each.day <= on))


def _report(report: BoardReportFact, on: date) -> BoardReportFact:
    then = _known(report, on, "reported_on", "attested_on", "distributed_on")
    return replace(then, outcome=None) if then.reported_on is None and then.outcome else then


def _matter(matter: BoardMatterFact, on: date) -> BoardMatterFact:
    then = _known(matter, on, "negotiated_on")
    reports = tuple(_report(report, on) for report in then.reports)
    # Most matters lie in the past: what has not changed is not made anew.
    changed = any(one is not other for one, other in zip(reports, then.reports, strict=True))
    return replace(then, reports=reports) if changed else then


def _plan(plan: ActivityPlanFact, on: date) -> ActivityPlanFact:
    then = _known(plan, on, "adopted_on")
    if all(each.done_on is None or each.done_on <= on for each in plan.activities):
        return then
    return replace(then, activities=tuple(_known(each, on, "done_on") for each in plan.activities))


def registers_as_of(facts: Facts, on: date) -> dict[str, Any]:
    """Return what `Facts` is to hold of each register, as it was known at the end of a day."""
    found: dict[str, Any] = {
        "board_matters": [_matter(each, on) for each in facts.board_matters if each.opened_on <= on],
        "routines": [
            _routine(each, on) for each in facts.routines if each.decided_on is None or each.decided_on <= on
        ],
        "activities": [
            replace(each, held=False) if each.held and each.day > on else each for each in facts.activities
        ],
        "activity_plans": [_plan(plan, on) for plan in facts.activity_plans],
        "commitments": [
            _known(each, on, "carried_out_on", "followed_up_on", "analysed_on", "acted_on")
            for each in facts.commitments
        ],
        "expected_results": [
            each for each in facts.expected_results if each.stated_on is None or each.stated_on <= on
        ],
        "areas": [
            _known(each, on, "until") for each in facts.areas if each.since is None or each.since <= on
        ],
        "indicators": [
            replace(
                _known(each, on, "until"),
                values=tuple(value for value in each.values if value.measured_on <= on),
            )
            for each in facts.indicators
        ],
        "coverage": [_known(each, on, "agreed_on") for each in facts.coverage],
        "directions": [each for each in facts.directions if each.given_on <= on],
        "level_reports": [each for each in facts.level_reports if each.reported_on <= on],
        "renegotiations": [
            replace(then, outcome=then.outcome if then.closed_on else None)
            for then in (_known(r, on, "closed_on") for r in facts.renegotiations if r.requested_on <= on)
        ],
    }
    return {name: tuple(those) for name, those in found.items()}
