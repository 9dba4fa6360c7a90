"""An obligation: one thing that the agreement demands, as typed data with its clause."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Any, Generic, TypeVar

from samverkan_desktop.i18n import tr
from samverkan_desktop.rules.facts import Facts, GroupFact
from samverkan_desktop.rules.finding import Evidence, Finding, Status
from samverkan_desktop.vocabulary import Grade, GroupKind
from samverkan_desktop.words import Words

P = TypeVar("P")


@dataclass(frozen=True)
class Obligation:
    """One obligation as stored and as written in a preset.

    Args:
        id: identity in the archive; 0 in a preset.
        kind: name of a kind in the registry: ``meeting_frequency``.
        clause: the clause's reference: ``T14``.
        source: the clause word for word.
        parameters: the kind's parameters as plain data.
        group: key of the group it concerns.
        group_kind: every group of this kind (``work_group``), also such as are set up later. An
            obligation with neither concerns every group.
        grade: how strongly the clause demands it (måste, normalt, bör).
        since: first day on which its version of the agreement is in force; None from the beginning.
        until: last day; None where no later version has taken its place.
    """

    id: int
    kind: str
    clause: str
    source: str
    parameters: Mapping[str, Any]
    group: str = ""
    group_kind: GroupKind | None = None
    grade: Grade = Grade.MUST
    since: date | None = None
    until: date | None = None

    def covers(self, day: date) -> bool:
        """Say whether its version of the agreement is in force on a day."""
        return (self.since is None or self.since <= day) and (self.until is None or day <= self.until)

    def concerns(self, key: str, kind: GroupKind) -> bool:
        """Say whether it concerns the group of a key and a kind."""
        return kind is self.group_kind if self.group_kind is not None else self.group in ("", key)

    def groups(self, facts: Facts) -> tuple[GroupFact, ...]:
        """Return the groups it concerns."""
        return tuple(group for group in facts.groups if self.concerns(group.key, group.kind))

    def sole_group(self, facts: Facts) -> GroupFact | None:
        """Return the group it names; None where it names none, or every group of a kind."""
        return next((group for group in facts.groups if self.group and group.key == self.group), None)

    def graded(self, status: Status) -> Status:
        """Return a status as the clause's grade lets it be.

        What the clause does not demand outright (normalt, bör) is never a breach, only a risk.
        """
        softened = self.grade is not Grade.MUST and status is Status.BREACHED
        return Status.AT_RISK if softened else status

    def finding(
        self,
        rule: str,
        status: Status,
        message: str,
        *,
        group: GroupFact | None = None,
        period: str = "",
        required: str | int = "",
        actual: str | int = "",
        evidence: Iterable[Evidence] = (),
        mend: str = "",
    ) -> Finding:
        """Return a finding on this obligation, graded, its clause copied in."""
        return Finding(
            rule=rule,
            status=self.graded(status),
            clause=self.clause,
            source=self.source,
            group=group.name if group else "",
            period=period,
            required=required,
            actual=actual,
            evidence=tuple(evidence),
            message=message,
            mend=mend,
            group_id=group.id if group else None,
            obligation_id=self.id,
            grade=self.grade,
        )


Evaluate = Callable[[Obligation, P, Facts, date], Iterable[Finding]]


@dataclass(frozen=True)
class RuleKind(Generic[P]):
    """A kind of obligation.

    Args:
        name: its name in presets.
        parameters: a frozen dataclass of its parameters.
        evaluate: obligation, parameters, facts as of the day, and the day in; findings out.
        title: what it is called in the window, in Swedish, marked for translation and shown with `called`;
            the agreement's word for its record stands where it says ``{record}``.
        ways: parameters of which one is given, each with those that may stand beside it; mostly none.
    """

    name: str
    parameters: type[P]
    evaluate: Evaluate[P]
    title: str
    ways: Mapping[str, tuple[str, ...]] = field(default_factory=dict)

    def called(self, words: Words | None = None) -> str:
        """Return what it is called, in an agreement's own words; in the usual ones where None."""
        said = tr(self.title, record=(words or Words()).record)
        return f"{said[:1].upper()}{said[1:]}"
