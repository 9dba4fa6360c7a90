"""That each part of the municipality has meetings of its own every year (R15). Source: B11."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from operator import attrgetter

from samverkan_desktop.i18n import mark, tr
from samverkan_desktop.periods import Period
from samverkan_desktop.rules import evidence
from samverkan_desktop.rules.facts import Facts, MeetingFact
from samverkan_desktop.rules.finding import SEVERITY, Evidence, Finding, Status
from samverkan_desktop.rules.obligation import Obligation, RuleKind
from samverkan_desktop.rules.once import grouped
from samverkan_desktop.rules.parameter_fault import at_least_one
from samverkan_desktop.rules.register_facts import AreaFact
from samverkan_desktop.rules.wording import listed, noun, shall
from samverkan_desktop.vocabulary import AreaKind, Grade, Per


@dataclass(frozen=True)
class AreaMeetings:
    """Parameters.

    Args:
        count: how many meetings each area is to have, 1 or more; extra meetings count too.
        per: in which stretch of time, as a rule a year of the common calendar or a working year.
    """

    count: int = 1
    per: Per = Per.CALENDAR_YEAR

    def __post_init__(self) -> None:
        at_least_one("count", self.count)


@dataclass(frozen=True)
class AreaYear:
    """An area in a year: its meetings held and to come, in order of day, and how it stands."""

    area: AreaFact
    held: tuple[MeetingFact, ...]
    coming: tuple[MeetingFact, ...]
    status: Status


def years_of_areas(
    obligation: Obligation, parameters: AreaMeetings, facts: Facts, on: date
) -> Iterator[tuple[Period, tuple[AreaYear, ...]]]:
    """Yield each stretch of time begun on a day, oldest first, with every area there was in it."""
    agreement = facts.agreement
    groups = {group.id for group in obligation.groups(facts)}
    own = sorted((each for each in facts.meetings if each.group_id in groups), key=attrgetter("day", "id"))
    meetings = grouped(own, "area_id")
    last = min(on, agreement.ends) if agreement.ends else on
    if last < agreement.starts:
        return
    for period in agreement.calendar.cut(parameters.per, agreement.starts, last):
        if obligation.covers(max(period.starts, agreement.starts)):
            yield (
                period,
                tuple(
                    _area_year(area, parameters.count, period, meetings.get(area.id, ()), on)
                    for area in facts.areas
                    if area.kind is AreaKind.PLACE and _was_there(area, period)
                ),
            )


def _was_there(area: AreaFact, period: Period) -> bool:
    begun = area.since is None or area.since <= period.ends
    return begun and (area.until is None or area.until >= period.starts)


def _area_year(
    area: AreaFact, count: int, period: Period, meetings: Sequence[MeetingFact], on: date
) -> AreaYear:
    """Return an area in a year, from its meetings of all years in order of day."""
    first = bisect_left(meetings, period.starts, key=attrgetter("day"))
    own = meetings[first : bisect_right(meetings, period.ends, key=attrgetter("day"))]
    held = tuple(meeting for meeting in own if meeting.held)
    coming = tuple(meeting for meeting in own if not meeting.held and meeting.day >= on)
    if len(held) >= count:
        status = Status.FULFILLED
    elif on > period.ends:
        status = Status.BREACHED
    else:
        status = Status.UPCOMING if len(held) + len(coming) >= count else Status.AT_RISK
    return AreaYear(area, held, coming, status)


def _names(areas: Iterable[AreaYear]) -> str:
    return listed([each.area.name for each in areas])


def _message(
    grade: Grade, count: int, period: str, areas: Sequence[AreaYear], lacking: Sequence[AreaYear]
) -> str:
    waiting = [each for each in areas if each.status is Status.UPCOMING]
    said = []
    if lacking and count == 1:
        said.append(tr("{areas} saknar möte {period}.", areas=_names(lacking), period=period))
    elif lacking:
        counted = listed([f"{each.area.name} ({len(each.held)})" for each in lacking])
        said.append(
            tr("Färre än {count} möten {period}: {areas}.", count=count, period=period, areas=counted)
        )
    if waiting:
        said.append(tr("Möte är planerat för {areas}.", areas=_names(waiting)))
    if not said:
        said.append(
            tr(
                "{done} av {all} {areas} har haft de möten som {shall} hållas {period}.",
                areas=noun(len(areas), mark("område"), mark("områden")),
                shall=shall(grade),
                done=len(areas),
                all=len(areas),
                period=period,
            )
        )
    return " ".join(said)


def _evidence(areas: Iterable[AreaYear], lacking: Iterable[AreaYear]) -> Iterator[Evidence]:
    for each in lacking:
        yield Evidence("area", each.area.id, each.area.name)
    for each in areas:
        for meeting in each.held:
            of = evidence.meeting(meeting)
            label = tr("{meeting}, {area}", meeting=of.label, area=each.area.name)
            yield Evidence(of.kind, of.id, label, of.day)


def _finding(
    obligation: Obligation, count: int, facts: Facts, period: Period, areas: Sequence[AreaYear]
) -> Finding:
    lacking = [each for each in areas if each.status in (Status.BREACHED, Status.AT_RISK)]
    status = min((each.status for each in areas), key=SEVERITY.__getitem__)
    return obligation.finding(
        "R15",
        status,
        _message(obligation.grade, count, period.label, areas, lacking),
        group=obligation.sole_group(facts),
        period=period.label,
        required=len(areas),
        actual=sum(each.status is Status.FULFILLED for each in areas),
        evidence=_evidence(areas, lacking),
        mend=tr("Planera möte för {areas}.", areas=_names(lacking)) if status is Status.AT_RISK else "",
    )


def evaluate(obligation: Obligation, parameters: AreaMeetings, facts: Facts, on: date) -> Iterator[Finding]:
    """Yield, for each year begun, whether every area has had its meetings."""
    if not any(area.kind is AreaKind.PLACE for area in facts.areas):
        if on >= facts.agreement.starts and obligation.covers(on):
            yield obligation.finding(
                "R15",
                Status.NOT_COUNTABLE,
                tr("Inga områden är upplagda, så möten områdesvis går inte att räkna."),
                group=obligation.sole_group(facts),
                mend=tr("Lägg upp områdena i registret."),
            )
        return
    for period, areas in years_of_areas(obligation, parameters, facts, on):
        if areas:
            yield _finding(obligation, parameters.count, facts, period, areas)


KIND = RuleKind("area_meetings", AreaMeetings, evaluate, mark("Möten områdesvis"))
