"""What happens in the registers during an example year, as data: one thing on one day."""

from dataclasses import dataclass
from datetime import date

from samverkan_desktop.register_vocabulary import CommitmentStep, Horizon, Renegotiation


@dataclass(frozen=True)
class PlannedStory:
    """An activity of an activity plan; ``strategy`` is the title of a strategy."""

    title: str
    strategy: str = ""
    responsible: str = ""
    due: date | None = None


@dataclass(frozen=True)
class ActivityPlanStory:
    """A working year's activity plan is drawn up; a decision at a meeting adopts it."""

    period: str
    activity: tuple[PlannedStory, ...]
    group: str = ""


@dataclass(frozen=True)
class CommitmentStory:
    """A commitment is noted."""

    title: str
    strategy: str = ""
    responsible: str = ""
    due: date | None = None


@dataclass(frozen=True)
class ServesStory:
    """A commission serves a commitment."""

    commission: str
    commitment: str


@dataclass(frozen=True)
class StepStory:
    """A step of a commitment is done."""

    commitment: str
    step: CommitmentStep


@dataclass(frozen=True)
class ResultStory:
    """A board says what it expects."""

    horizon: Horizon
    text: str
    board: str = ""


@dataclass(frozen=True)
class RequestStory:
    """A party asks for the agreement to be renegotiated."""

    party: str
    reason: str


@dataclass(frozen=True)
class AnswerStory:
    """A party's request is answered."""

    party: str
    outcome: Renegotiation
    note: str = ""


@dataclass(frozen=True)
class ReviewStory:
    """A routine of the agreement's list is reviewed, and is to be again by a day; known by its title."""

    routine: str
    again_by: date | None = None


@dataclass(frozen=True)
class KnownStory:
    """A routine is made known in operations; in every one where none is named."""

    routine: str
    units: tuple[str, ...] = ()


@dataclass(frozen=True)
class VersionStory:
    """Support material gets a new version."""

    material: str
    version: str


@dataclass(frozen=True)
class MeasurementStory:
    """An indicator is measured for a working year."""

    indicator: str
    period: str
    value: float
    note: str = ""


@dataclass(frozen=True)
class EventStory:
    """One thing that happens in a register on a day, in the afternoon.

    ``joint_day`` is the title of a joint activity that is held, ``presented`` that of support material,
    ``covered`` the name of a school that signs an agreement, ``activity_done`` an activity of a plan.
    """

    day: date
    joint_day: str = ""
    reviewed: ReviewStory | None = None
    known: KnownStory | None = None
    presented: str = ""
    version: VersionStory | None = None
    covered: str = ""
    measured: MeasurementStory | None = None
    activity_plan: ActivityPlanStory | None = None
    activity_done: str = ""
    commitment: CommitmentStory | None = None
    step: StepStory | None = None
    serves: ServesStory | None = None
    expected_result: ResultStory | None = None
    request: RequestStory | None = None
    answer: AnswerStory | None = None
