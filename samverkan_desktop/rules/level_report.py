"""That a group reports to each group it answers to (R48). Source: L01, L03."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from samverkan_desktop.i18n import mark, tr
from samverkan_desktop.periods import Period
from samverkan_desktop.rules.facts import Facts, GroupFact
from samverkan_desktop.rules.finding import Evidence, Finding, Status
from samverkan_desktop.rules.obligation import Obligation, RuleKind
from samverkan_desktop.rules.parameter_fault import at_least_one
from samverkan_desktop.rules.register_facts import LevelReportFact
from samverkan_desktop.rules.stretches import is_stub, stretches_of
from samverkan_desktop.rules.years import has_ended
from samverkan_desktop.vocabulary import Per


@dataclass(frozen=True)
class LevelReport:
    """Parameters.

    Args:
        count: how many times the group reports to each group it answers to, 1 or more.
        per: in which stretch of time.
    """

    count: int = 1
    per: Per = Per.WORKING_YEAR

    def __post_init__(self) -> None:
        at_least_one("count", self.count)


def evidence(fact: LevelReportFact, superior: GroupFact) -> Evidence:
    """Return a report upwards: ``redovisning för 2+2-mötet``."""
    label = tr("redovisning för {superior}", superior=superior.name)
    return Evidence("level_report", fact.id, label, fact.reported_on)


def superiors_of(facts: Facts, group: GroupFact) -> tuple[GroupFact, ...]:
    """Return the groups that a group answers to."""
    return tuple(each for each in facts.groups if each.id in group.superior_ids)


def _finding(
    obligation: Obligation,
    count: int,
    group: GroupFact,
    superior: GroupFact,
    year: Period,
    stretch: Period,
    reports: Sequence[LevelReportFact],
    missed: Status,
    on: date,
) -> Finding:
    status = missed if has_ended(group, stretch, on) else Status.UPCOMING
    if len(reports) >= count:
        status = Status.FULFILLED
    told = {"group": group.name, "superior": superior.name, "period": stretch.label}
    if count == 1:
        text = (
            tr("{group} har redovisat för {superior} {period}.", **told)
            if reports
            else tr("{group} har inte redovisat för {superior} {period}.", **told)
        )
    else:
        text = tr(
            "{group} har redovisat för {superior} {actual} av {count} gånger {period}.",
            **told,
            actual=len(reports),
            count=count,
        )
    return obligation.finding(
        "R48",
        status,
        text,
        group=group,
        period=year.label,
        required=count,
        actual=len(reports),
        evidence=[evidence(each, superior) for each in reports],
        mend=tr("Redovisa för {superior} och anteckna dagen.", superior=superior.name)
        if status is Status.BREACHED
        else "",
    )


def evaluate(obligation: Obligation, parameters: LevelReport, facts: Facts, on: date) -> Iterator[Finding]:
    """Yield, for each group, each that it answers to and each stretch of time, whether it has reported."""
    told: defaultdict[tuple[int, int], list[LevelReportFact]] = defaultdict(list)
    for each in facts.level_reports:
        told[each.group_id, each.superior_id].append(each)
    for group in obligation.groups(facts):
        for superior in superiors_of(facts, group):
            for year, stretch in stretches_of(obligation, facts, group, parameters.per, on):
                reports = [each for each in told[group.id, superior.id] if each.reported_on in stretch]
                stub = is_stub(facts, group, parameters.per, stretch)
                missed = Status.NOT_COUNTABLE if stub else Status.BREACHED
                yield _finding(
                    obligation, parameters.count, group, superior, year, stretch, reports, missed, on
                )


KIND = RuleKind("level_report", LevelReport, evaluate, mark("Redovisning uppåt"))
