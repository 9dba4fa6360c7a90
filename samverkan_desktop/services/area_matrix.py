"""Areas against years: which areas have had their meetings (B11)."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date

from sqlalchemy.orm import Session

from samverkan_desktop.models.agreement import Agreement
from samverkan_desktop.periods import Period
from samverkan_desktop.rules import evidence
from samverkan_desktop.rules.area_meetings import KIND, AreaMeetings, AreaYear, years_of_areas
from samverkan_desktop.rules.as_of import as_of
from samverkan_desktop.rules.facts import MeetingFact
from samverkan_desktop.rules.finding import Status
from samverkan_desktop.rules.obligation import Obligation
from samverkan_desktop.rules.parameters import parse
from samverkan_desktop.services.facts import gather, obligations
from samverkan_desktop.services.workspace import Workspace


@dataclass(frozen=True)
class AreaMeeting:
    """A meeting for an area: what it is called, its day, and whether it has been held."""

    id: int
    title: str
    day: date
    held: bool


@dataclass(frozen=True)
class AreaCell:
    """An area in a year.

    Args:
        period: the year's label.
        meetings: its meetings, held and to come, in order of day.
        status: how the rule finds it; None where the agreement demands nothing of it that year, or the area
            was not there.
    """

    period: str
    meetings: tuple[AreaMeeting, ...]
    status: Status | None


@dataclass(frozen=True)
class AreaLine:
    """An area with one cell for each year of the matrix, in the same order."""

    area_id: int
    area: str
    cells: tuple[AreaCell, ...]


@dataclass(frozen=True)
class AreaMatrix:
    """The parts of the municipality against the years begun.

    Args:
        periods: labels of the years, oldest first.
        lines: the areas in the agreement's order.
        count: how many meetings each area is to have, as demanded last; None where none are.
    """

    periods: tuple[str, ...]
    lines: tuple[AreaLine, ...]
    count: int | None


def matrix(work: Workspace, agreement_id: int, on: date | None = None) -> AreaMatrix:
    """Return which areas have had meetings in which years; without areas it has no lines.

    The years are those the agreement counts in; where it demands nothing they are calendar years.

    Args:
        work: the open archive.
        agreement_id: the agreement.
        on: the day to look from; today where None.
    """
    with work.read() as session:
        return matrix_in(session, session.get_one(Agreement, agreement_id), on or work.today)


def matrix_in(
    session: Session, agreement: Agreement, on: date, *, begun_by: date | None = None
) -> AreaMatrix:
    """Return the matrix as a session sees it.

    Args:
        session: where to read.
        agreement: the agreement.
        on: the day to judge on.
        begun_by: years that began after this day are left out; None for none.
    """
    facts = as_of(gather(session, agreement), on)
    demands = [each for each in obligations(session, agreement.id) if each.kind == KIND.name]
    years: dict[Period, dict[int, AreaYear]] = {}
    graded: dict[tuple[Period, int], Status] = {}
    count = None
    for demand in demands or [Obligation(0, KIND.name, "", "", {})]:
        parameters: AreaMeetings = parse(demand.kind, demand.parameters)
        count = parameters.count if demands else None
        for period, areas in years_of_areas(demand, parameters, facts, on):
            for each in areas:
                years.setdefault(period, {})[each.area.id] = each
                if demands:
                    graded[period, each.area.id] = demand.graded(each.status)
    periods = sorted(period for period in years if begun_by is None or period.starts <= begun_by)
    named = {each.area.id: each.area for those in years.values() for each in those.values()}
    lines = tuple(
        AreaLine(
            area.id,
            area.name,
            tuple(
                _cell(period, years[period].get(area.id), graded.get((period, area.id))) for period in periods
            ),
        )
        for area in facts.areas
        if area.id in named
    )
    return AreaMatrix(tuple(period.label for period in periods), lines, count)


def _cell(period: Period, found: AreaYear | None, status: Status | None) -> AreaCell:
    meetings = () if found is None else tuple(_meetings([*found.held, *found.coming]))
    return AreaCell(period.label, meetings, status)


def _meetings(facts: Iterable[MeetingFact]) -> Iterator[AreaMeeting]:
    for fact in sorted(facts, key=lambda each: (each.day, each.id)):
        yield AreaMeeting(fact.id, evidence.meeting(fact).label, fact.day, fact.held)
