"""An example year as data: what is done on which day. See ``resources/demo``."""

import tomllib
from dataclasses import dataclass
from datetime import date, time

from samverkan_desktop import paths
from samverkan_desktop.rules import parameters
from samverkan_desktop.services.demo_board_story import MatterStory
from samverkan_desktop.services.demo_meeting_story import MeetingStory
from samverkan_desktop.services.demo_register_story import EventStory
from samverkan_desktop.vocabulary import EscalationGround, HolderState


@dataclass(frozen=True)
class HoldingStory:
    """How a seat is held from a day; ``group`` is the key of its group, where not the story's own."""

    seat: str
    since: date
    group: str = ""
    name: str = ""
    state: HolderState = HolderState.ORDINARY


@dataclass(frozen=True)
class PlanStory:
    """A year plan and the day it was drafted; ``group`` as in `HoldingStory`."""

    period: str
    drafted_on: date
    days: tuple[date, ...]
    starts: time
    ends: time
    place: str
    group: str = ""


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
    undocumented: int | None = None
    improvements: tuple[str, ...] = ()
    underreporting: str = ""


@dataclass(frozen=True)
class Story:
    """A whole example year.

    ``group`` is the key of the group that plans, meetings and holdings are of where nothing else is said;
    ``held_since`` the day from which every seat is held, where ``holding`` does not tell of each.
    """

    preset: str
    group: str
    adopted_on: date
    held_since: date | None = None
    holding: tuple[HoldingStory, ...] = ()
    plan: tuple[PlanStory, ...] = ()
    meeting: tuple[MeetingStory, ...] = ()
    deviation: tuple[DeviationStory, ...] = ()
    event: tuple[EventStory, ...] = ()
    matter: tuple[MatterStory, ...] = ()
    follow_up: tuple[FollowUpStory, ...] = ()


def read(key: str) -> Story:
    """Return a shipped example year by the key of its agreement."""
    with paths.resource("demo", f"{key}.toml").open("rb") as file:
        return parameters.structure(tomllib.load(file), Story)
