"""What the registers beside the meetings hold, as frozen facts."""

from dataclasses import dataclass
from datetime import date

from samverkan_desktop.register_vocabulary import (
    BoardOutcome,
    CommitmentStep,
    Horizon,
    Instance,
    MatterSubject,
    Organiser,
    Renegotiation,
    RoutineKind,
    SchoolForm,
    UnionStep,
)
from samverkan_desktop.vocabulary import AreaKind, Policy


@dataclass(frozen=True, slots=True)
class UnitFact:
    """An operation of a party."""

    id: int
    party_id: int
    name: str


@dataclass(frozen=True, slots=True)
class AreaFact:
    """A part of the municipality, or a field of collaboration (B11, S12, ST12).

    ``since`` and ``until`` are None for one as old as the agreement and still there.
    """

    id: int
    kind: AreaKind
    key: str
    name: str
    documented: bool = False
    policy: Policy | None = None
    since: date | None = None
    until: date | None = None


@dataclass(frozen=True, slots=True)
class KnownFact:
    """That a routine was made known in an operation on a day (S06)."""

    unit_id: int
    day: date


@dataclass(frozen=True, slots=True)
class RoutineFact:
    """A routine or support material (S07, ST18).

    ``due_words`` is when it is to be there in the words decided; ``known`` where it has been made known;
    ``withdrawn_on`` the first day on which it no longer applies.
    """

    id: int
    kind: RoutineKind
    title: str
    number: int | None = None
    decided_on: date | None = None
    due: date | None = None
    due_words: str = ""
    presented_on: date | None = None
    updated_on: date | None = None
    review_by: date | None = None
    reviewed_on: date | None = None
    known_by: date | None = None
    made_known_on: date | None = None
    known: tuple[KnownFact, ...] = ()
    withdrawn_on: date | None = None


@dataclass(frozen=True, slots=True)
class ActivityFact:
    """A joint activity on a day (B07, B16).

    ``demand`` is what the agreement calls the activity it answers to; empty where it names none.
    """

    id: int
    title: str
    day: date
    held: bool = False
    demand: str = ""


@dataclass(frozen=True, slots=True)
class StrategyFact:
    """A long-term direction in a plan (L07)."""

    id: int
    title: str


@dataclass(frozen=True, slots=True)
class PlannedActivityFact:
    """An activity of a yearly plan (L08)."""

    id: int
    title: str
    strategy_id: int | None = None
    due: date | None = None
    done_on: date | None = None


@dataclass(frozen=True, slots=True)
class ActivityPlanFact:
    """A group's activities of a working year; a draft until it is adopted (L08)."""

    id: int
    group_id: int
    period: str
    adopted_on: date | None = None
    activities: tuple[PlannedActivityFact, ...] = ()


@dataclass(frozen=True, slots=True)
class CommitmentFact:
    """A commitment and the days of its four steps (L04)."""

    id: int
    title: str
    due: date | None = None
    carried_out_on: date | None = None
    followed_up_on: date | None = None
    analysed_on: date | None = None
    acted_on: date | None = None

    def done_on(self, step: CommitmentStep) -> date | None:
        """Return the day a step was done; None where it is not."""
        return {
            CommitmentStep.CARRIED_OUT: self.carried_out_on,
            CommitmentStep.FOLLOWED_UP: self.followed_up_on,
            CommitmentStep.ANALYSED: self.analysed_on,
            CommitmentStep.ACTED_ON: self.acted_on,
        }[step]


@dataclass(frozen=True, slots=True)
class ExpectedResultFact:
    """A result that a board expects (L02)."""

    id: int
    horizon: Horizon
    text: str
    stated_on: date | None = None


@dataclass(frozen=True, slots=True)
class MeasurementFact:
    """An indicator's value for the working year of a label, noted on a day."""

    period: str
    value: float
    measured_on: date


@dataclass(frozen=True, slots=True)
class IndicatorFact:
    """An indicator with its values, oldest year first (ST10).

    It is measured from ``since``, None for the agreement's beginning, until it was dropped on ``until``.
    """

    id: int
    name: str
    unit: str = ""
    target: float | None = None
    on_trial: bool = False
    since: date | None = None
    until: date | None = None
    values: tuple[MeasurementFact, ...] = ()


@dataclass(frozen=True, slots=True)
class CoverageFact:
    """A school, and from when to when an agreement with it holds (ST08)."""

    id: int
    name: str
    form: SchoolForm
    organiser: Organiser
    area_id: int | None = None
    agreed_on: date | None = None
    until: date | None = None


@dataclass(frozen=True, slots=True)
class DirectionFact:
    """A direction from a superior group, and the first meeting on whose agenda it was taken up (L03)."""

    id: int
    superior_id: int
    group_id: int
    given_on: date
    text: str
    meeting_id: int | None = None


@dataclass(frozen=True, slots=True)
class LevelReportFact:
    """A report from a group to its superior (L01)."""

    id: int
    group_id: int
    superior_id: int
    reported_on: date
    meeting_id: int | None = None
    text: str = ""


@dataclass(frozen=True, slots=True)
class BoardReportFact:
    """What one instance has done with a matter, and when (T26, B01, ST03)."""

    id: int
    board: str
    subject: MatterSubject
    period: str
    reported_on: date | None = None
    instance: Instance = Instance.BOARD
    clause: int | None = None
    outcome: BoardOutcome | None = None
    distributed_on: date | None = None
    matter_id: int | None = None
    paragraph: str = ""
    rider: str = ""
    attested_on: date | None = None


@dataclass(frozen=True, slots=True)
class BoardMatterFact:
    """A matter for boards, with what each instance has done (B01, S11, ST03).

    ``clauses`` is how many numbered clauses the decision proposed has, ``distribution`` to how many the
    decision is to be sent; ``decision_id`` is a group's own decision on the matter, ``texts`` every free
    text in it and in what has been done with it (R11).
    """

    id: int
    subject: MatterSubject
    title: str
    period: str
    opened_on: date
    clauses: int = 0
    negotiated_on: date | None = None
    planning_meeting_id: int | None = None
    meeting_id: int | None = None
    reports: tuple[BoardReportFact, ...] = ()
    negotiation: UnionStep | None = None
    distribution: int = 0
    decision_id: int | None = None
    texts: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class RenegotiationFact:
    """A party's request that the agreement be renegotiated (S20)."""

    id: int
    party_id: int
    requested_on: date
    reason: str
    closed_on: date | None = None
    outcome: Renegotiation | None = None
