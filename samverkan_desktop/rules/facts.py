"""What meetings have left behind, as frozen facts that rules can be held against.

Identities are those of the archive. Days are local days. Whoever gathers the facts gives all there
are; `as_of` takes away what was not yet so on an earlier day.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from operator import attrgetter

from samverkan_desktop.periods import Period
from samverkan_desktop.rules.agreement_facts import AgreementFact
from samverkan_desktop.rules.once import grouped, once
from samverkan_desktop.rules.outcome_facts import (
    CommissionFact,
    DecisionFact,
    DeviationFact,
    FollowUpFact,
)
from samverkan_desktop.rules.register_facts import (
    ActivityFact,
    ActivityPlanFact,
    AreaFact,
    BoardMatterFact,
    CommitmentFact,
    CoverageFact,
    DirectionFact,
    ExpectedResultFact,
    IndicatorFact,
    LevelReportFact,
    RenegotiationFact,
    RoutineFact,
    StrategyFact,
    UnitFact,
)
from samverkan_desktop.vocabulary import (
    AttendanceStatus,
    Grade,
    GroupKind,
    HolderState,
    MeetingKind,
    PartyKind,
    Role,
    SeatAttendance,
    Topic,
)


@dataclass(frozen=True, slots=True)
class PartyFact:
    """A party of the agreement, or a body that takes part without being bound by it."""

    id: int
    key: str
    name: str
    kind: PartyKind = PartyKind.ADMINISTRATION
    signs: bool = True


@dataclass(frozen=True, slots=True)
class GroupFact:
    """A group; a work group knows who set it up, by which decision, and from what need (T08).

    ``created_on`` is None for a group of the agreement itself: it is as old as the agreement.
    ``superior_ids`` are the groups it answers to (L01).
    """

    id: int
    key: str
    name: str
    kind: GroupKind
    parent_id: int | None = None
    created_on: date | None = None
    decision_id: int | None = None
    need: str = ""
    closed_on: date | None = None
    superior_ids: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class SeatFact:
    """A seat: a function of a party in a group (T07).

    A collective seat is all who hold a function, of whom there are ``size`` where that is known (ST14);
    ``deputy_for_id`` is the seat it stands in for.
    """

    id: int
    group_id: int
    party_id: int
    function: str
    attendance: SeatAttendance = SeatAttendance.EVERY
    since: date | None = None
    until: date | None = None
    grade: Grade = Grade.MUST
    collective: bool = False
    size: int | None = None
    deputy_for_id: int | None = None
    key: str = ""


@dataclass(frozen=True, slots=True)
class HoldingFact:
    """How a seat is held in a stretch of time; without a holding the state is not known."""

    id: int
    seat_id: int
    state: HolderState
    since: date
    until: date | None = None


@dataclass(frozen=True, slots=True)
class RoleFact:
    """A role given to a seat for a stretch of time; ``until`` None means until further notice.

    ``fixed`` where the agreement itself ties it to the function (S04).
    """

    id: int
    group_id: int
    role: Role
    seat_id: int
    since: date
    until: date | None
    decided_on: date | None
    fixed: bool = False


@dataclass(frozen=True, slots=True)
class PlanFact:
    """The year plan of a group for a working year; a draft until it has been decided (T15)."""

    id: int
    group_id: int
    period: str
    drafted_on: date
    decided_on: date | None = None
    decided_at_meeting_id: int | None = None


@dataclass(frozen=True, slots=True)
class MeetingFact:
    """A meeting; ``period`` is the label of its working year, ``number`` its number in it (0 for extra).

    ``called_on``, ``minutes_finished_on`` and ``minutes_sent_on`` are None until that has been done; ``held``
    says that it has been held. ``skipped`` is what is left out of its agenda, by source: ``topic:follow_up``,
    ``commission:3``. Cancelled meetings are not among the facts.
    """

    id: int
    group_id: int
    kind: MeetingKind
    day: date
    period: str
    number: int = 0
    scheduled_on: date | None = None
    called_on: date | None = None
    held: bool = False
    minutes_sent_on: date | None = None
    initiator_seat_id: int | None = None
    reason: str = ""
    called_seat_ids: frozenset[int] = frozenset()
    area_id: int | None = None
    minutes_finished_on: date | None = None
    skipped: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class ItemFact:
    """An agenda item; ``texts`` is every free text under it, for what may not stand in any text (R11).

    ``consent_on`` and ``consent_kept`` note that consent has been given, and where it is kept (S16).
    """

    id: int
    meeting_id: int
    number: str
    heading: str
    topic: Topic | None = None
    individual_case: bool = False
    referred_agreement: str = ""
    commission_id: int | None = None
    deviation_id: int | None = None
    texts: tuple[str, ...] = ()
    standing_topic: str = ""
    area_id: int | None = None
    consent_on: date | None = None
    consent_kept: str = ""


@dataclass(frozen=True, slots=True)
class AttendanceFact:
    """What was noted of a seat at a meeting; ``partly`` where it took part in some items only.

    ``headcount`` is how many of a collective seat were there; ``substitute`` says that somebody came in its
    holder's place for once, without being a deputy.
    """

    meeting_id: int
    seat_id: int
    status: AttendanceStatus
    partly: bool = False
    headcount: int | None = None
    substitute: bool = False


@dataclass(frozen=True)
class Facts:
    """All that is known of one agreement; every item and attendance belongs to one of the meetings.

    What is looked up often is sorted once, when first asked for.
    """

    agreement: AgreementFact
    parties: tuple[PartyFact, ...] = ()
    groups: tuple[GroupFact, ...] = ()
    seats: tuple[SeatFact, ...] = ()
    holdings: tuple[HoldingFact, ...] = ()
    roles: tuple[RoleFact, ...] = ()
    plans: tuple[PlanFact, ...] = ()
    meetings: tuple[MeetingFact, ...] = ()
    items: tuple[ItemFact, ...] = ()
    attendances: tuple[AttendanceFact, ...] = ()
    decisions: tuple[DecisionFact, ...] = ()
    commissions: tuple[CommissionFact, ...] = ()
    deviations: tuple[DeviationFact, ...] = ()
    follow_ups: tuple[FollowUpFact, ...] = ()
    board_matters: tuple[BoardMatterFact, ...] = ()
    units: tuple[UnitFact, ...] = ()
    areas: tuple[AreaFact, ...] = ()
    routines: tuple[RoutineFact, ...] = ()
    activities: tuple[ActivityFact, ...] = ()
    strategies: tuple[StrategyFact, ...] = ()
    activity_plans: tuple[ActivityPlanFact, ...] = ()
    commitments: tuple[CommitmentFact, ...] = ()
    expected_results: tuple[ExpectedResultFact, ...] = ()
    indicators: tuple[IndicatorFact, ...] = ()
    coverage: tuple[CoverageFact, ...] = ()
    directions: tuple[DirectionFact, ...] = ()
    level_reports: tuple[LevelReportFact, ...] = ()
    renegotiations: tuple[RenegotiationFact, ...] = ()

    def periods(self, on: date) -> tuple[Period, ...]:
        """Return the working years of the agreement that have begun on a day, oldest first."""
        known = _periods(self)
        if on not in known:
            last = min(on, self.agreement.ends) if self.agreement.ends else on
            known[on] = tuple(self.agreement.calendar.between(self.agreement.starts, last))
        return known[on]

    def party(self, party_id: int) -> PartyFact:
        """Return a party."""
        return _party_by_id(self)[party_id]

    def group(self, group_id: int) -> GroupFact:
        """Return a group."""
        return _group_by_id(self)[group_id]

    def seat(self, seat_id: int) -> SeatFact:
        """Return a seat."""
        return _seat_by_id(self)[seat_id]

    def seats_of(self, group_id: int, day: date) -> tuple[SeatFact, ...]:
        """Return the seats of a group on a day."""
        lasting, seats = _seats_by_group(self).get(group_id, (True, ()))
        if lasting:
            return seats
        return tuple(
            seat
            for seat in seats
            if (seat.since is None or seat.since <= day) and (seat.until is None or day <= seat.until)
        )

    def meetings_in(self, group_id: int, period: str) -> tuple[MeetingFact, ...]:
        """Return a group's meetings of every kind in a working year, in order of day."""
        return _meetings_by_year(self).get((group_id, period), ())

    def meetings_of(self, group_id: int, period: str, kind: MeetingKind) -> tuple[MeetingFact, ...]:
        """Return a group's meetings of one kind in a working year, in order of day."""
        return tuple(meeting for meeting in self.meetings_in(group_id, period) if meeting.kind is kind)

    def items_of(self, meeting_id: int) -> tuple[ItemFact, ...]:
        """Return the agenda of a meeting, in order."""
        return tuple(_items_by_meeting(self).get(meeting_id, ()))

    def attendances_of(self, meeting_id: int) -> tuple[AttendanceFact, ...]:
        """Return what was noted of each seat at a meeting."""
        return tuple(_attendances_by_meeting(self).get(meeting_id, ()))

    def state_of(self, seat_id: int, day: date) -> HolderState | None:
        """Return how a seat is held on a day; None where nothing is noted."""
        for holding in _holdings_by_seat(self).get(seat_id, ()):
            if holding.since <= day and (holding.until is None or day <= holding.until):
                return holding.state
        return None


@once
def _periods(_facts: Facts) -> dict[date, tuple[Period, ...]]:
    return {}


@once
def _party_by_id(facts: Facts) -> Mapping[int, PartyFact]:
    return {party.id: party for party in facts.parties}


@once
def _group_by_id(facts: Facts) -> Mapping[int, GroupFact]:
    return {group.id: group for group in facts.groups}


@once
def _seat_by_id(facts: Facts) -> Mapping[int, SeatFact]:
    return {seat.id: seat for seat in facts.seats}


@once
def _seats_by_group(facts: Facts) -> Mapping[int, tuple[bool, tuple[SeatFact, ...]]]:
    """Return the seats of each group, after whether all of them have been there all the time."""
    return {
        group_id: (all(seat.since is None and seat.until is None for seat in seats), tuple(seats))
        for group_id, seats in grouped(facts.seats, "group_id").items()
    }


@once
def _holdings_by_seat(facts: Facts) -> Mapping[int, list[HoldingFact]]:
    return grouped(facts.holdings, "seat_id")


@once
def _meetings_by_year(facts: Facts) -> Mapping[tuple[int, str], tuple[MeetingFact, ...]]:
    in_order = sorted(facts.meetings, key=attrgetter("day", "id"))
    found = grouped(in_order, "group_id", "period")
    return {each: tuple(those) for each, those in found.items()}


@once
def _items_by_meeting(facts: Facts) -> Mapping[int, list[ItemFact]]:
    return grouped(facts.items, "meeting_id")


@once
def _attendances_by_meeting(facts: Facts) -> Mapping[int, list[AttendanceFact]]:
    return grouped(facts.attendances, "meeting_id")
