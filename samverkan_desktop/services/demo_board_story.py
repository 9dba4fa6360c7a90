"""A matter for political boards in an example year, as data: from its opening to what was sent."""

from dataclasses import dataclass
from datetime import date

from samverkan_desktop.register_vocabulary import BoardOutcome, Instance, MatterSubject


@dataclass(frozen=True)
class HandledStory:
    """What one instance did with a matter on a day.

    ``clause`` is the number of the clause it decided on, where that is not all of them; ``sent_on`` the
    day on which what it decided was sent to those on the matter's list.
    """

    day: date
    board: str
    outcome: BoardOutcome
    instance: Instance = Instance.BOARD
    clause: int | None = None
    paragraph: str = ""
    page: str = ""
    text: str = ""
    delegation: str = ""
    rider: str = ""
    sent_on: date | None = None


@dataclass(frozen=True)
class SeenMeetingStory:
    """A meeting by its day and its group's key, the story's own where none is given."""

    day: date
    group: str = ""


@dataclass(frozen=True)
class MatterStory:
    """A matter and what became of it.

    ``planned_at`` is the officials' meeting before joint financing, ``reports`` the meeting that is
    reported; ``signing_by`` the function a board commissioned to sign.
    """

    title: str
    subject: MatterSubject
    opened_on: date
    period: str = ""
    case_number: str = ""
    answers: str = ""
    statement: str = ""
    clauses: tuple[str, ...] = ()
    enclosures: tuple[str, ...] = ()
    distribution: tuple[str, ...] = ()
    earlier: tuple[str, ...] = ()
    negotiated_on: date | None = None
    planned_at: SeenMeetingStory | None = None
    reports: SeenMeetingStory | None = None
    signing_by: str = ""
    handled: tuple[HandledStory, ...] = ()
