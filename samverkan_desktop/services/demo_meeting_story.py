"""A meeting of an example year as data, from its call to its minutes."""

from dataclasses import dataclass
from datetime import date, time

from samverkan_desktop.register_vocabulary import RoutineKind
from samverkan_desktop.vocabulary import DecisionKind, ItemCategory, ItemKind, ReportKind, Topic


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
    """A commission with how and when; ``due_words`` where it is due by no day (``första kvartalet 2010``)."""

    number: str
    title: str
    responsible: str
    how: str
    due: date | None = None
    due_words: str = ""
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
class DirectionStory:
    """A direction to a group that answers to the one that decides, known by its heading."""

    to: str
    title: str
    text: str


@dataclass(frozen=True)
class LevelReportStory:
    """A group that answers to the one that meets reports to it."""

    by: str
    text: str


@dataclass(frozen=True)
class DecisionStory:
    """A decision and what follows from it."""

    text: str
    kind: DecisionKind
    responsible: str = ""
    roles: RolesStory | None = None
    plan: str = ""
    activity_plan: str = ""
    work_group: WorkGroupStory | None = None
    commission: CommissionStory | None = None
    new_date: NewDateStory | None = None
    approves: str = ""
    routine: RoutineStory | None = None
    activity: ActivityStory | None = None
    direction: DirectionStory | None = None
    follow_up: str = ""


@dataclass(frozen=True)
class ItemStory:
    """An agenda item: known by topic, commission, deviation or direction where the agenda builds it itself.

    ``standing_topic`` is the agreement's topic that it covers, ``area`` the key of its field; ``consent_on``
    and ``consent_kept`` note that consent has been given to what is taken up.
    """

    heading: str = ""
    topic: Topic | None = None
    commission: str = ""
    deviation: str = ""
    direction: str = ""
    reported: LevelReportStory | None = None
    report: ReportKind | None = None
    kind: ItemKind | None = None
    category: ItemCategory | None = None
    presenter: str = ""
    minutes: int | None = None
    proposal: str = ""
    notes: str = ""
    referred_agreement: str = ""
    standing_topic: str = ""
    area: str = ""
    individual_case: bool = False
    consent_on: date | None = None
    consent_kept: str = ""
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
    """A meeting from its call to its minutes; whoever is not named was there.

    ``group`` is the key of its group, where that is not the story's own; ``area`` that of the area it is
    held for. It is one of a year plan's, unless it was put on the calendar by itself (``scheduled_on``).
    ``headcount`` is how many of a collective seat came. Minutes without a day were never finished.
    """

    day: date
    called_on: date
    item: tuple[ItemStory, ...]
    minutes_sent_on: date | None = None
    group: str = ""
    area: str = ""
    scheduled_on: date | None = None
    excused: tuple[str, ...] = ()
    absent: tuple[str, ...] = ()
    headcount: dict[str, int] | None = None
    from_item: dict[str, int] | None = None
    to_item: dict[str, int] | None = None
    recorder: str = ""
    guests: tuple[GuestStory, ...] = ()
    extra: ExtraStory | None = None
    starts: time | None = None
    ends: time | None = None
    place: str = ""
