"""The plan of a working year (årsplan) to print: the year wheel and its meetings, as content."""

from dataclasses import dataclass
from datetime import date, time

from samverkan_desktop.documents.year_wheel import YearWheel


@dataclass(frozen=True)
class PlannedMeeting:
    """One meeting of the year.

    Args:
        name: ``1``, or ``extra``.
        group: the group that meets; empty where only one does.
        day: the day.
        starts: when it begins; None where not decided.
        ends: when it ends; None where not decided.
        place: where; may be empty.
        remark: that it has been held, or is for an area; may be empty.
    """

    name: str
    group: str
    day: date
    starts: time | None
    ends: time | None
    place: str
    remark: str = ""


@dataclass(frozen=True)
class YearPlan:
    """Everything that the year plan says.

    Args:
        organisation: the municipality, as in the letterhead.
        parties: the parties' names.
        agreement: title of the agreement.
        group: whose plan it is; empty for every group of the agreement.
        title: ``Årsplan 2018/2019``.
        issued: the day it was made.
        state: a sentence a group: that its plan is decided, and by what, or a draft.
        wheel: the year.
        meetings: the meetings, in order of day.
    """

    organisation: str
    parties: tuple[str, ...]
    agreement: str
    group: str
    title: str
    issued: date
    state: tuple[str, ...]
    wheel: YearWheel
    meetings: tuple[PlannedMeeting, ...]
