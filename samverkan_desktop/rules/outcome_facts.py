"""What meetings have led to, as frozen facts: decisions, commissions, deviations raised, follow-ups."""

from dataclasses import dataclass
from datetime import date

from samverkan_desktop.vocabulary import DecisionKind, EscalationGround


@dataclass(frozen=True, slots=True)
class DecisionFact:
    """A decision, on the day of its meeting."""

    id: int
    number: str
    kind: DecisionKind
    meeting_id: int
    item_id: int
    group_id: int
    decided_on: date
    text: str


@dataclass(frozen=True, slots=True)
class DueFact:
    """When a commission is to be reported, as decided on a day; a new date needs a decision.

    ``words`` is the time as it was decided where that is no day (``första kvartalet 2010``, ST05): ``due`` is
    then its last day.
    """

    decided_on: date
    due: date
    decision_id: int | None
    words: str = ""

    @property
    def said(self) -> str:
        """The time as it was decided: its words, or the day."""
        return self.words or str(self.due)


@dataclass(frozen=True, slots=True)
class CommissionFact:
    """A commission with how and when it is to be reported (T22).

    ``dues`` are the dates decided for the final report, oldest first; ``interim`` those of interim
    reports; ``responsible`` names who carries it (T03).
    """

    id: int
    number: str
    title: str
    group_id: int
    given_on: date
    how: str
    responsible: tuple[str, ...]
    dues: tuple[DueFact, ...]
    interim: tuple[date, ...] = ()
    reported_on: date | None = None
    approved_on: date | None = None
    work_group_id: int | None = None


@dataclass(frozen=True, slots=True)
class DeviationFact:
    """A deviation, handled by the line manager or escalated to the group (T10, T11)."""

    id: int
    number: str
    reported_on: date
    arose_in: str
    line_manager: str
    description: str = ""
    handled_on: date | None = None
    escalated_on: date | None = None
    ground: EscalationGround | None = None
    group_id: int | None = None
    reported_by: str = ""


@dataclass(frozen=True, slots=True)
class FollowUpFact:
    """The follow-up of a working year, approved at a meeting (T24).

    ``undocumented`` and ``underreporting`` are the judgement of deviations never reported (B15).
    """

    id: int
    period: str
    approved_on: date | None = None
    meeting_id: int | None = None
    undocumented: int | None = None
    underreporting: str = ""
