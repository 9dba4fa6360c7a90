"""What the follow-up report says of areas, activity plans, commitments, schools and indicators."""

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True)
class AreaCell:
    """An area in a year.

    Args:
        held: days of its meetings held.
        planned: days of its meetings to come.
        status: one of a finding's statuses; empty where nothing is demanded of it that year.
    """

    held: tuple[date, ...]
    planned: tuple[date, ...]
    status: str


@dataclass(frozen=True)
class AreaTable:
    """Areas against years (B11).

    Args:
        years: the years' labels, oldest first.
        lines: each area's name and its cells, one for each year.
        demand: what is demanded, in a sentence; empty where nothing is.
    """

    years: tuple[str, ...]
    lines: tuple[tuple[str, tuple[AreaCell, ...]], ...]
    demand: str


@dataclass(frozen=True)
class ActivityLine:
    """A planned activity with its outcome: ``klar 2018-10-16``, ``försenad``, ``återstår``."""

    title: str
    strategy: str
    responsible: str
    due: date | None
    outcome: str


@dataclass(frozen=True)
class ActivityPlanPart:
    """A group's activity plan of the year (L08).

    Args:
        group: the group's name.
        standing: whether it is adopted, and how many of its activities are done, in a sentence.
        activities: what it holds.
        done: how many of the activities are done.
    """

    group: str
    standing: str
    activities: tuple[ActivityLine, ...]
    done: int


@dataclass(frozen=True)
class CommitmentLine:
    """A commitment (L04); ``days`` are those of `Plans.steps`, None where a step is not done."""

    title: str
    strategy: str
    responsible: str
    due: date | None
    days: tuple[date | None, ...]


@dataclass(frozen=True)
class ExpectedLine:
    """A result that is expected, and who expects it: ``Socialnämnden, 2020-03-01``, which may be empty."""

    text: str
    stated: str


@dataclass(frozen=True)
class CoverageLine:
    """How many schools of a category are covered (ST09); ``percent`` is whole, 0–100."""

    label: str
    covered: int
    total: int
    percent: int


@dataclass(frozen=True)
class CoverageTable:
    """The coverage register counted on a day.

    Args:
        on: the day.
        categories: by form and organiser.
        areas: by part of the municipality; empty where schools are not placed in any.
        whole: all schools.
    """

    on: date
    categories: tuple[CoverageLine, ...]
    areas: tuple[CoverageLine, ...]
    whole: CoverageLine


@dataclass(frozen=True)
class Point:
    """An indicator's value for a year, and how it is written; None and empty where it was not measured."""

    year: str
    value: float | None
    label: str


@dataclass(frozen=True)
class IndicatorPart:
    """An indicator (ST10).

    Args:
        name: what it is called.
        about: what is measured, how and from where, in sentences; may be empty.
        standing: ``Under utprövning.`` or the like; empty for one in use.
        unit: what its values are counted in; may be empty.
        target: the value aimed at; None where there is none.
        target_label: the target as it is written; empty where there is none.
        points: the years, oldest first.
        note: what is to be known of the latest value; may be empty.
    """

    name: str
    about: str
    standing: str
    unit: str
    target: float | None
    target_label: str
    points: tuple[Point, ...]
    note: str = ""

    @property
    def latest(self) -> Point | None:
        """The latest year measured; None where none is."""
        return next((point for point in reversed(self.points) if point.value is not None), None)


@dataclass(frozen=True)
class Plans:
    """What the report says of plans and measures; what an agreement does not have is empty.

    Args:
        areas: areas against years; None where there are none.
        activity_plans: the year's plans, a group each.
        steps: the steps of a commitment, as a column is headed: ``Genomfört``.
        commitments: commitments that were open in the year.
        expected: for each horizon in words (``på kort sikt``), the results expected.
        coverage: how many schools are covered; None where the register is empty.
        indicators: indicators in use or on trial in the year.
    """

    areas: AreaTable | None = None
    activity_plans: tuple[ActivityPlanPart, ...] = ()
    steps: tuple[str, ...] = ()
    commitments: tuple[CommitmentLine, ...] = ()
    expected: tuple[tuple[str, tuple[ExpectedLine, ...]], ...] = ()
    coverage: CoverageTable | None = None
    indicators: tuple[IndicatorPart, ...] = ()
