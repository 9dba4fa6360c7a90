"""What the follow-up report says of boards' matters and of what runs between levels."""

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True)
class InstanceLine:
    """What one instance did with a matter (B01).

    Args:
        place: which one, when and where: ``Socialnämnden 2007-05-24 § 85 s. 167``.
        outcome: what it did, in words; empty where it is still to deal with it.
        clauses: numbers of the clauses it decided on; empty for all of them.
        text: the proposal or decision, word for word; may be empty.
        rider: what was added; may be empty.
        sent: the day the decision was sent out; None where it was not.
    """

    place: str
    outcome: str
    clauses: tuple[int, ...] = ()
    text: str = ""
    rider: str = ""
    sent: date | None = None


@dataclass(frozen=True)
class MatterPart:
    """A matter for boards with its chain of instances.

    Args:
        title: its heading.
        about: what it is about, with registry number and the like, a few words each.
        clauses: the numbered clauses of the decision proposed; empty where there are none.
        notes: sentences on negotiation, planning and signing.
        chain: what each instance did, in order.
    """

    title: str
    about: tuple[str, ...]
    clauses: tuple[str, ...]
    notes: tuple[str, ...]
    chain: tuple[InstanceLine, ...]


@dataclass(frozen=True)
class ReportedMeeting:
    """A meeting reported to a board, ``Styrgruppen 2018-09-04``, and where; empty until it is (ST13)."""

    meeting: str
    place: str


@dataclass(frozen=True)
class DirectionLine:
    """A direction: its day, from and to whom, what it says, and what became of it (L03)."""

    day: date
    superior: str
    group: str
    text: str
    outcome: str


@dataclass(frozen=True)
class LevelReportLine:
    """A report upwards: its day, from and to whom, and what was reported (L01)."""

    day: date
    group: str
    superior: str
    text: str


@dataclass(frozen=True)
class Levels:
    """Boards' matters, directions and reports of the year; all empty where the agreement has none."""

    matters: tuple[MatterPart, ...] = ()
    reported: tuple[ReportedMeeting, ...] = ()
    directions: tuple[DirectionLine, ...] = ()
    reports: tuple[LevelReportLine, ...] = ()
