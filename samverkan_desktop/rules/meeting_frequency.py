"""How often a group meets: enough meetings planned (R04) and held (R05). Source: T14, S02, L03, L06."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, fields, replace
from datetime import date
from enum import StrEnum

from samverkan_desktop.i18n import mark, tr
from samverkan_desktop.rules import evidence, meeting_counts, meeting_gaps, meeting_pairs
from samverkan_desktop.rules.facts import Facts, GroupFact
from samverkan_desktop.rules.finding import Finding, Status
from samverkan_desktop.rules.meetings import ordinary
from samverkan_desktop.rules.obligation import Obligation, RuleKind
from samverkan_desktop.rules.parameter_fault import ParameterFault, at_least_one, not_empty
from samverkan_desktop.rules.wording import noun
from samverkan_desktop.rules.years import years_of
from samverkan_desktop.vocabulary import Grade, Per


class Bound(StrEnum):
    """How a number of meetings is meant; more than demanded are shown and never failed."""

    EXACTLY = "exactly"
    AT_LEAST = "at_least"
    NORMALLY = "normally"


_BOUNDS = {
    Bound.EXACTLY: mark("{count}"),
    Bound.AT_LEAST: mark("minst {count}"),
    Bound.NORMALLY: mark("normalt {count}"),
}


class When(StrEnum):
    """On which side of another group's meetings a group meets."""

    BEFORE = "before"
    AFTER = "after"


#: The ways of saying how often, of which an agreement uses one, each with what may be said beside it.
WAYS: Mapping[str, tuple[str, ...]] = {
    "count": ("bound", "per"),
    "every_months": ("bound",),
    "every_weeks": ("bound",),
    "relative_to": ("bound", "when", "within_days"),
    "words": (),
}


@dataclass(frozen=True)
class MeetingFrequency:
    """Parameters.

    One of ``count``, ``every_months``, ``every_weeks``, ``relative_to`` and ``words`` says how often. Extra
    meetings do not count.

    Args:
        count: how many ordinary meetings, 1 or more, each stretch of time ``per`` demands.
        bound: how the number is meant. More are never failed; what is normally so is never a breach.
        per: the stretch of time that ``count`` is for, each judged by itself.
        every_months: at most so many months from one meeting to the next, 1 or more; 4 is "var fjärde
            månad": the next meeting is to be held in the fourth month after at the latest.
        every_weeks: at most so many weeks from one meeting to the next, 1 or more, likewise.
        relative_to: key of another group, near each of whose ordinary meetings this one meets.
        when: before or after the other group's meeting; the same day is both.
        within_days: at most so many days before or after, 1 or more; left out, the meeting lies anywhere
            between two meetings of the other group.
        words: what the agreement says where that cannot be counted: "flera gånger per år".
    """

    count: int | None = None
    bound: Bound = Bound.EXACTLY
    per: Per = Per.WORKING_YEAR
    every_months: int | None = None
    every_weeks: int | None = None
    relative_to: str = ""
    when: When = When.BEFORE
    within_days: int | None = None
    words: str = ""

    def __post_init__(self) -> None:
        said = [each.name for each in fields(self) if getattr(self, each.name) != each.default]
        ways = [name for name in said if name in WAYS]
        if not ways:
            raise ParameterFault("count", tr("ange något av {ways}", ways=", ".join(WAYS)))
        for name in said:
            value = getattr(self, name)
            if isinstance(value, int):
                at_least_one(name, value)
            elif name in WAYS:
                not_empty(name, value)
            if name != ways[0] and name not in WAYS[ways[0]]:
                sentence = tr("{name} kan inte stå tillsammans med {way}", name=name, way=ways[0])
                raise ParameterFault(name, sentence)


def _uncountable(
    obligation: Obligation, words: str, facts: Facts, group: GroupFact, on: date
) -> Iterator[Finding]:
    for period in years_of(obligation, facts, group, on):
        held = [each for each in ordinary(facts, group.id, period.starts, period.ends) if each.held]
        yield obligation.finding(
            "R05",
            Status.NOT_COUNTABLE,
            tr(
                "Avtalet säger ”{words}”, vilket inte går att räkna. {held} {meetings} har hållits {period}.",
                words=words,
                held=len(held),
                meetings=noun(len(held), mark("möte"), mark("möten")),
                period=period.label,
            ),
            group=group,
            period=period.label,
            required=words,
            actual=len(held),
            evidence=map(evidence.meeting, held),
        )


def evaluate(
    obligation: Obligation, parameters: MeetingFrequency, facts: Facts, on: date
) -> Iterator[Finding]:
    """Yield, for each stretch of time begun, whether enough meetings are planned and held."""
    if parameters.bound is Bound.NORMALLY and obligation.grade is Grade.MUST:
        obligation = replace(obligation, grade=Grade.NORMALLY)
    for group in obligation.groups(facts):
        if parameters.count is not None:
            said = tr(_BOUNDS[parameters.bound], count=parameters.count)
            wanted = meeting_counts.Wanted(parameters.count, said, parameters.per)
            yield from meeting_counts.findings(obligation, wanted, facts, group, on)
        elif parameters.words:
            yield from _uncountable(obligation, parameters.words, facts, group, on)
        elif parameters.relative_to:
            near = meeting_pairs.Near(
                parameters.relative_to, parameters.within_days, before=parameters.when is When.BEFORE
            )
            yield from meeting_pairs.findings(obligation, near, facts, group, on)
        else:
            rhythm = meeting_gaps.Rhythm(parameters.every_months or 0, parameters.every_weeks or 0)
            yield from meeting_gaps.findings(obligation, rhythm, facts, group, on)


KIND = RuleKind("meeting_frequency", MeetingFrequency, evaluate, mark("Hur ofta gruppen möts"), WAYS)
