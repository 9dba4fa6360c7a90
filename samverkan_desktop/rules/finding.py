"""A finding: the only verdict in the program."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import NamedTuple

from samverkan_desktop.vocabulary import Grade


class Status(StrEnum):
    """How an obligation stands on a day."""

    BREACHED = "breached"
    AT_RISK = "at_risk"
    UPCOMING = "upcoming"
    FULFILLED = "fulfilled"
    NOT_DUE = "not_due"
    NOT_COUNTABLE = "not_countable"


#: Worst first: the order in which findings are shown.
SEVERITY = {status: order for order, status in enumerate(Status)}


class Evidence(NamedTuple):
    """One thing that a finding rests on; thousands are made at each check, so it is as light as can be.

    Args:
        kind: what it is: ``meeting``, ``seat``, ``item``, ``commission``, ``deviation``, ``decision``,
            ``role``, ``group``, ``plan``, ``report``, ``agreement``, ``routine``, ``activity``,
            ``board_matter``, ``board_report``, ``direction``, ``level_report``, ``area``,
            ``activity_plan``, ``planned_activity``, ``commitment``, ``expected_result``, ``coverage``,
            ``indicator``.
        id: its identity in the archive.
        label: what it is called, in Swedish: ``möte 3``.
        day: the day it concerns; None where it has none.
        period: label of the working year it is of, where that may be another than the finding's.
    """

    kind: str
    id: int
    label: str
    day: date | None = None
    period: str = ""


@dataclass(frozen=True)
class Finding:
    """What the rules say of one obligation, for one group and one stretch of time.

    Args:
        rule: the rule: ``R05``.
        status: how it stands.
        clause: the clause's reference in the agreement: ``T14``.
        source: the clause word for word.
        group: the group's name; empty where the obligation concerns the whole agreement.
        period: label of the working year, or of the day or thing it concerns; may be empty.
        required: what is demanded, in words or a number.
        actual: what the facts say, in words or a number.
        evidence: what it rests on.
        message: one sentence in the language in use.
        mend: what would mend it; empty where nothing needs mending.
        group_id: the group's identity; None where there is none.
        obligation_id: identity of the obligation.
        grade: how strongly it is demanded; ``should`` is a recommendation.
        agreement: title of the agreement; empty until it is told which one was judged.
        agreement_id: the agreement's identity.
    """

    rule: str
    status: Status
    clause: str
    source: str
    group: str
    period: str
    required: str | int
    actual: str | int
    evidence: tuple[Evidence, ...]
    message: str
    mend: str = ""
    group_id: int | None = None
    obligation_id: int | None = None
    grade: Grade = Grade.MUST
    agreement: str = ""
    agreement_id: int | None = None


def worst_first(finding: Finding) -> tuple[object, ...]:
    """Return a sort key: breached first, then by rule, group and period."""
    return (SEVERITY[finding.status], finding.rule, finding.group, finding.period)
