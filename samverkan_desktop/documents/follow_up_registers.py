"""What the follow-up report says of standing topics, routines, support material and joint activities."""

from dataclasses import dataclass
from datetime import date

from samverkan_desktop.i18n import tr


@dataclass(frozen=True)
class TopicLine:
    """A standing topic.

    Args:
        topic: in the agreement's words.
        covered: the days of the meetings held that took it up.
        planned: the days of the meetings to come that have it on their agendas.
    """

    topic: str
    covered: tuple[date, ...]
    planned: tuple[date, ...] = ()


@dataclass(frozen=True)
class TopicPart:
    """A group's standing topics of the year (S03).

    Args:
        group: the group's name.
        findings: how they have been taken up, in sentences.
        lines: each topic.
    """

    group: str
    findings: tuple[str, ...]
    lines: tuple[TopicLine, ...]


@dataclass(frozen=True)
class RoutineLine:
    """A routine or support material (S06, S07, ST18).

    Args:
        kind: ``Rutin`` or ``Stödmaterial``.
        name: its number, where it has one, and its title.
        owner: the function that keeps it; may be empty.
        decision: number of the decision that established it; empty where the agreement lists it.
        decided_on: the day of the decision.
        due: when it is to be there, as it was decided; empty where it is already.
        presented_on: the day it was there.
        version: its newest version, which may be empty.
        updated_on: the day of that version.
        review_by: when it is to be reviewed next.
        reviewed_on: when it was last reviewed.
        known_by: when it is to be known in every operation.
        known: in how many operations it has been made known.
        missing: the operations where it has not.
    """

    kind: str
    name: str
    owner: str = ""
    decision: str = ""
    decided_on: date | None = None
    due: str = ""
    presented_on: date | None = None
    version: str = ""
    updated_on: date | None = None
    review_by: date | None = None
    reviewed_on: date | None = None
    known_by: date | None = None
    known: int = 0
    missing: tuple[str, ...] = ()

    @property
    def origin(self) -> str:
        """Where it comes from and how far it has come: decision, presentation, version."""
        said = []
        if self.decided_on is not None:
            said.append(tr("beslut {number} {day}", number=self.decision, day=self.decided_on))
        if self.presented_on is not None:
            said.append(tr("presenterades {day}", day=self.presented_on))
        elif self.due:
            said.append(tr("inte presenterat, tid: {due}", due=self.due))
        if self.version and self.updated_on is not None:
            said.append(tr("version {version} {day}", version=self.version, day=self.updated_on))
        return ", ".join(said)

    @property
    def review(self) -> str:
        """When it was reviewed and is to be next."""
        said = []
        if self.reviewed_on is not None:
            said.append(tr("sågs över {day}", day=self.reviewed_on))
        if self.review_by is not None:
            said.append(tr("ses över senast {day}", day=self.review_by))
        return ", ".join(said)

    @property
    def sentence(self) -> str:
        """All of it in a sentence."""
        said = [f"{self.kind}: {self.name}", self.origin, self.review]
        if self.known_by is not None:
            said.append(tr("ska vara känt på enheterna senast {day}", day=self.known_by))
        if self.known:
            said.append(tr("känt i {n} av {m} verksamheter", n=self.known, m=self.known + len(self.missing)))
        return ", ".join(part for part in said if part) + "."


@dataclass(frozen=True)
class JointActivityLine:
    """A joint activity of the year, or decided in it (B07, B16)."""

    title: str
    day: date
    held: bool
    decision: str = ""

    @property
    def sentence(self) -> str:
        """That it was held, or is planned."""
        if self.held:
            return tr("{title} hölls {day}.", title=self.title, day=self.day)
        return tr("{title} är planerad till {day}.", title=self.title, day=self.day)


@dataclass(frozen=True)
class Registers:
    """What the report says of the registers; what an agreement does not have is empty.

    Args:
        topics: the standing topics, a group each.
        routines: routines and support material in use in the year.
        dissemination: whether it is told where each has been made known.
        activities: joint activities.
        activity_findings: how the joint activities demanded stand, in sentences.
    """

    topics: tuple[TopicPart, ...] = ()
    routines: tuple[RoutineLine, ...] = ()
    dissemination: bool = False
    activities: tuple[JointActivityLine, ...] = ()
    activity_findings: tuple[str, ...] = ()
