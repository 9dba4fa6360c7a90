"""An example year as data: what is done on which day. See ``resources/demo``."""

import tomllib
from dataclasses import dataclass
from datetime import date, time

from samverkan_desktop import paths
from samverkan_desktop.rules import parameters
from samverkan_desktop.vocabulary import (
    DecisionKind,
    EscalationGround,
    HolderState,
    ItemCategory,
    ItemKind,
    ReportKind,
    RoutineKind,
    Topic,
)


@dataclass(frozen=True)
class HoldingStory:
    """How a seat is held from a day."""

    seat: str
    since: date
    name: str = ""
    state: HolderState = HolderState.ORDINARY


@dataclass(frozen=True)
class PlanStory:
    """A year plan and the day it was drafted."""

    period: str
    drafted_on: date
    days: tuple[date, ...]
    starts: time
    ends: time
    place: str


@dataclass(frozen=True)
class RolesStory:
    """Roles given for a working year, by the keys of seats."""

    period: str
    convenor: str
    secretary: str


@dataclass(frozen=True)
class MemberStory:
    """A member of a work group."""

    party: str
    function: str


@dataclass(frozen=True)
class WorkGroupStory:
    """A work group; convenor and secretary are places in the list of members."""

    name: str
    need: str
    members: tuple[MemberStory, ...]
    convenor: int
    secretary: int


@dataclass(frozen=True)
class CommissionStory:
    """A commission with how and when."""

    number: str
    title: str
    responsible: str
    how: str
    due: date
    interim: tuple[date, ...] = ()


@dataclass(frozen=True)
class NewDateStory:
    """A new day for a commission."""

    commission: str
    due: date


@dataclass(frozen=True)
class RoutineStory:
    """A routine or support material."""

    title: str
    owner: str
    kind: RoutineKind = RoutineKind.ROUTINE
    review_by: date | None = None
    known_by: date | None = None


@dataclass(frozen=True)
class ActivityStory:
    """A joint activity."""

    title: str
    day: date


@dataclass(frozen=True)
class DecisionStory:
    """A decision and what follows from it."""

    text: str
    kind: DecisionKind
    responsible: str = ""
    roles: RolesStory | None = None
    plan: str = ""
    work_group: WorkGroupStory | None = None
    commission: CommissionStory | None = None
    new_date: NewDateStory | None = None
    approves: str = ""
    routine: RoutineStory | None = None
    activity: ActivityStory | None = None
    follow_up: str = ""


@dataclass(frozen=True)
class ItemStory:
    """An agenda item: known by topic, commission or deviation where the agenda builds it by itself."""

    heading: str = ""
    topic: Topic | None = None
    commission: str = ""
    deviation: str = ""
    report: ReportKind | None = None
    kind: ItemKind | None = None
    category: ItemCategory | None = None
    presenter: str = ""
    minutes: int | None = None
    proposal: str = ""
    notes: str = ""
    referred_agreement: str = ""
    attachments: tuple[str, ...] = ()
    decision: tuple[DecisionStory, ...] = ()


@dataclass(frozen=True)
class GuestStory:
    """A guest at one item."""

    function: str
    organisation: str
    item: int


@dataclass(frozen=True)
class ExtraStory:
    """Who called an extra meeting, and why."""

    initiator: str
    reason: str
    scheduled_on: date


@dataclass(frozen=True)
class MeetingStory:
    """A meeting from its call to its minutes; whoever is not named was there."""

    day: date
    called_on: date
    minutes_sent_on: date
    item: tuple[ItemStory, ...]
    excused: tuple[str, ...] = ()
    from_item: dict[str, int] | None = None
    to_item: dict[str, int] | None = None
    recorder: str = ""
    guests: tuple[GuestStory, ...] = ()
    extra: ExtraStory | None = None
    starts: time | None = None
    ends: time | None = None
    place: str = ""


@dataclass(frozen=True)
class DeviationStory:
    """A deviation, handled or escalated."""

    number: str
    reported_on: date
    reported_by: str
    arose_in: str
    description: str
    line_manager: str
    handled_on: date | None = None
    handling: str = ""
    escalated_on: date | None = None
    ground: EscalationGround | None = None


@dataclass(frozen=True)
class FollowUpStory:
    """What the group judges of a year."""

    period: str
    written_on: date
    judgement: str
    undocumented: int
    improvements: tuple[str, ...]


@dataclass(frozen=True)
class Story:
    """A whole example year."""

    preset: str
    group: str
    adopted_on: date
    holding: tuple[HoldingStory, ...]
    plan: tuple[PlanStory, ...]
    meeting: tuple[MeetingStory, ...]
    deviation: tuple[DeviationStory, ...]
    follow_up: FollowUpStory


def read(name: str) -> Story:
    """Return a shipped example year by the name of its file."""
    with paths.resource("demo", f"{name}.toml").open("rb") as file:
        return parameters.structure(tomllib.load(file), Story)
