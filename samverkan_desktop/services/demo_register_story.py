"""What happens in the registers during an example year, as data: one thing on one day."""

from dataclasses import dataclass
from datetime import date

from samverkan_desktop.vocabulary import CommitmentStep, Horizon, Renegotiation


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
class EventStory:
    """One thing that happens in a register on a day, in the afternoon."""

    day: date
    activity_plan: ActivityPlanStory | None = None
    activity_done: str = ""
    commitment: CommitmentStory | None = None
    step: StepStory | None = None
    expected_result: ResultStory | None = None
    request: RequestStory | None = None
    answer: AnswerStory | None = None
