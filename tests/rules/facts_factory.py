"""A working year in which everything went as agreed, and small ways to make it go otherwise."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import date

from samverkan_desktop.periods import Calendar
from samverkan_desktop.register_vocabulary import (
    BoardOutcome,
    Horizon,
    MatterSubject,
    Organiser,
    RoutineKind,
    SchoolForm,
    UnionStep,
)
from samverkan_desktop.rules.agreement_facts import AgreementFact
from samverkan_desktop.rules.engine import check
from samverkan_desktop.rules.facts import (
    AttendanceFact,
    Facts,
    GroupFact,
    ItemFact,
    MeetingFact,
    PartyFact,
    PlanFact,
    RoleFact,
    SeatFact,
)
from samverkan_desktop.rules.finding import Finding
from samverkan_desktop.rules.obligation import Obligation
from samverkan_desktop.rules.outcome_facts import (
    CommissionFact,
    DecisionFact,
    DeviationFact,
    DueFact,
    FollowUpFact,
)
from samverkan_desktop.rules.register_facts import (
    ActivityFact,
    ActivityPlanFact,
    AreaFact,
    BoardMatterFact,
    BoardReportFact,
    CommitmentFact,
    CoverageFact,
    ExpectedResultFact,
    IndicatorFact,
    KnownFact,
    MeasurementFact,
    PlannedActivityFact,
    RoutineFact,
    StrategyFact,
    UnitFact,
)
from samverkan_desktop.vocabulary import (
    AreaKind,
    AttendanceStatus,
    DecisionKind,
    EscalationGround,
    GroupKind,
    MeetingKind,
    Role,
    SeatAttendance,
    Topic,
)

YEAR, NEXT = "2018/2019", "2019/2020"
STARTS, ENDS = date(2018, 7, 1), date(2021, 6, 30)
YEAR_ENDS, SIGNED = date(2019, 6, 30), date(2018, 5, 18)
AUTUMN = date(2018, 8, 1)
DAYS = (
    date(2018, 9, 4),
    date(2018, 10, 16),
    date(2018, 12, 4),
    date(2019, 2, 5),
    date(2019, 3, 26),
    date(2019, 5, 28),
)
LAST, EXTRA = 6, 7
BEFORE_LAST, AFTER_LAST = date(2019, 5, 1), date(2019, 6, 15)
GROUP, WORK_GROUP = 1, 2
SCHOOLS, SOCIAL = 1, 2
HEAD_OF_SCHOOLS, HEAD_OF_SOCIAL = 7, 8
#: The area that a meeting is held for.
AREA_OF = {2: 1, 4: 2}
EVERY_SEAT, DESIGNATED = frozenset({1, 2, 3, 4}), frozenset({7, 8})


def seats() -> tuple[SeatFact, ...]:
    seldom = SeatAttendance.DESIGNATED
    return (
        SeatFact(1, GROUP, SCHOOLS, "Utbildningschef förskola", key="F1"),
        SeatFact(2, GROUP, SCHOOLS, "Kvalitetschef", key="F2"),
        SeatFact(3, GROUP, SOCIAL, "Avdelningschef", key="F3"),
        SeatFact(4, GROUP, SOCIAL, "Verksamhetsutvecklare", key="F4"),
        SeatFact(HEAD_OF_SCHOOLS, GROUP, SCHOOLS, "Förvaltningschef", seldom),
        SeatFact(HEAD_OF_SOCIAL, GROUP, SOCIAL, "Förvaltningschef", seldom),
        SeatFact(21, WORK_GROUP, SCHOOLS, "Rektor"),
        SeatFact(22, WORK_GROUP, SOCIAL, "Enhetschef"),
    )


def groups() -> tuple[GroupFact, ...]:
    return (
        GroupFact(GROUP, "styrgrupp", "Styrgruppen", GroupKind.STEERING_GROUP),
        GroupFact(
            WORK_GROUP,
            "skolfranvaro",
            "Arbetsgrupp skolfrånvaro",
            GroupKind.WORK_GROUP,
            parent_id=GROUP,
            created_on=DAYS[0],
            decision_id=1,
            need="Frånvaron ökar.",
        ),
    )


def meeting(identity: int, day: date, **changes: object) -> MeetingFact:
    called = date.fromordinal(day.toordinal() - 7)
    plain = MeetingFact(
        identity,
        GROUP,
        MeetingKind.ORDINARY,
        day,
        YEAR,
        number=identity,
        scheduled_on=STARTS,
        called_on=called,
        held=True,
        minutes_finished_on=date.fromordinal(day.toordinal() + 3),
        minutes_sent_on=date.fromordinal(day.toordinal() + 7),
        called_seat_ids=EVERY_SEAT | (DESIGNATED if identity == LAST else frozenset()),
    )
    return replace(plain, **changes)


def extra(**changes: object) -> MeetingFact:
    plain = meeting(
        EXTRA,
        date(2018, 11, 15),
        kind=MeetingKind.EXTRA,
        number=0,
        scheduled_on=date(2018, 11, 10),
        initiator_seat_id=1,
        reason="En skola lägger ned.",
    )
    return replace(plain, **changes)


def roles() -> tuple[RoleFact, ...]:
    first, later = DAYS[0], date(2019, 7, 1)
    until = date(2020, 6, 30)
    return (
        RoleFact(1, GROUP, Role.CONVENOR, 2, first, YEAR_ENDS, first),
        RoleFact(2, GROUP, Role.SECRETARY, 4, first, YEAR_ENDS, first),
        RoleFact(3, GROUP, Role.CONVENOR, 3, later, until, DAYS[5]),
        RoleFact(4, GROUP, Role.SECRETARY, 2, later, until, DAYS[5]),
    )


def items() -> tuple[ItemFact, ...]:
    return (
        ItemFact(1, 1, "5", "Mötesplan", Topic.YEAR_PLAN, texts=("Planen gicks igenom.",)),
        ItemFact(2, 3, "6", "Lyft fråga", deviation_id=1, standing_topic="Avvikelser"),
        ItemFact(3, 4, "5", "Redovisning av U1", commission_id=1),
        ItemFact(4, LAST, "5", "Uppföljning av avtalet", Topic.FOLLOW_UP),
        ItemFact(5, LAST, "10", "Planering av nästa läsår", Topic.YEAR_PLAN),
        ItemFact(6, 2, "7", "Första linjen", referred_agreement="Överenskommelsen"),
    )


def decisions() -> tuple[DecisionFact, ...]:
    return (
        DecisionFact(1, "01", DecisionKind.COMMISSION, 1, 1, GROUP, DAYS[0], "En arbetsgrupp tillsätts."),
        DecisionFact(2, "02", DecisionKind.REFERRAL, 2, 6, GROUP, DAYS[1], "Frågan hänvisas."),
    )


def commission(**changes: object) -> CommissionFact:
    dues = (DueFact(DAYS[0], DAYS[3], 1),)
    plain = CommissionFact(
        1, "U1", "Kartläggning", GROUP, DAYS[0], "Skriftlig rapport", ("Rektor",), dues, reported_on=DAYS[3]
    )
    return replace(plain, **changes)


def routines() -> tuple[RoutineFact, ...]:
    """Return a routine reviewed and known everywhere, and support material presented in time."""
    known = (KnownFact(1, DAYS[1]), KnownFact(2, DAYS[2]))
    return (
        RoutineFact(
            1,
            RoutineKind.ROUTINE,
            "Skolfrånvaro",
            number=3,
            review_by=date(2020, 5, 28),
            reviewed_on=DAYS[5],
            known=known,
        ),
        RoutineFact(
            2,
            RoutineKind.SUPPORT_MATERIAL,
            "Samtycke",
            due=date(2019, 3, 31),
            due_words="första kvartalet 2019",
            presented_on=DAYS[4],
            review_by=date(2020, 5, 28),
            known=known,
        ),
    )


def attendances() -> tuple[AttendanceFact, ...]:
    return tuple(
        AttendanceFact(number, seat, AttendanceStatus.PRESENT)
        for number in (1, 2, 3, 4, 5, LAST, EXTRA)
        for seat in (*EVERY_SEAT, *(DESIGNATED if number == LAST else ()))
    )


def registers() -> dict[str, tuple[object, ...]]:
    """Return registers in which all is done as it should be."""
    return {
        "areas": (AreaFact(1, AreaKind.PLACE, "norr", "Norr"), AreaFact(2, AreaKind.PLACE, "soder", "Söder")),
        "strategies": (StrategyFact(1, "Förebyggande arbete"),),
        "activity_plans": (
            ActivityPlanFact(1, GROUP, YEAR, DAYS[0], (PlannedActivityFact(1, "Föräldrakurs", 1),)),
        ),
        "commitments": (CommitmentFact(1, "Barnteam", DAYS[3], DAYS[2], DAYS[3], DAYS[4], DAYS[4]),),
        "expected_results": (
            ExpectedResultFact(1, Horizon.SHORT, "Fler möts tidigt."),
            ExpectedResultFact(2, Horizon.LONG, "Färre placeras."),
        ),
        "coverage": (
            CoverageFact(
                1, "Ekskolan", SchoolForm.COMPULSORY, Organiser.MUNICIPAL, area_id=1, agreed_on=DAYS[0]
            ),
            CoverageFact(2, "Friskolan", SchoolForm.COMPULSORY, Organiser.INDEPENDENT, agreed_on=DAYS[1]),
        ),
        "indicators": (
            IndicatorFact(
                1, "Andel med gemensam plan", "%", 80.0, values=(MeasurementFact(YEAR, 72.5, DAYS[4]),)
            ),
        ),
    }


def told_to_a_board() -> tuple[BoardMatterFact, ...]:
    """Return each meeting as a board was told of it three weeks later, attested and sent at once."""
    held = (*enumerate(DAYS, 1), (EXTRA, extra().day))
    subject, told = MatterSubject.MEETING, []
    for identity, day in held:
        later = min(date.fromordinal(day.toordinal() + 21), AFTER_LAST)
        report = BoardReportFact(
            identity, "Socialnämnden", subject, YEAR, later, outcome=BoardOutcome.FILED, attested_on=later,
            distributed_on=later, matter_id=identity,
        )  # fmt: skip
        told.append(
            BoardMatterFact(
                identity, subject, f"Mötet {day}", YEAR, day, meeting_id=identity, distribution=1,
                negotiation=UnionStep.NOT_CONCERNED, reports=(report,),
            )
        )  # fmt: skip
    return tuple(told)


def a_year() -> Facts:
    """Return a year with six meetings and an extra one, all as the agreement demands."""
    return Facts(
        agreement=AgreementFact(1, "Samverkansavtal", STARTS, ENDS, Calendar(), signed_on=SIGNED),
        parties=(
            PartyFact(SCHOOLS, "bf", "Bildningsförvaltningen"),
            PartyFact(SOCIAL, "sf", "Socialförvaltningen"),
        ),
        groups=groups(),
        seats=seats(),
        roles=roles(),
        plans=(
            PlanFact(1, GROUP, YEAR, STARTS, DAYS[0], 1),
            PlanFact(2, GROUP, NEXT, DAYS[4], DAYS[5], LAST),
        ),
        meetings=(
            *(meeting(each, day, area_id=AREA_OF.get(each)) for each, day in enumerate(DAYS, 1)),
            extra(),
        ),
        items=items(),
        attendances=attendances(),
        decisions=decisions(),
        commissions=(commission(),),
        deviations=(
            DeviationFact(
                1,
                "A1",
                date(2018, 11, 6),
                "Förskola",
                "Rektor",
                escalated_on=date(2018, 11, 20),
                ground=EscalationGround.GENERAL,
                group_id=GROUP,
                reported_by="IFO",
            ),
        ),
        board_matters=told_to_a_board(),
        follow_ups=(FollowUpFact(1, YEAR, DAYS[5], LAST, undocumented=2),),
        units=(UnitFact(1, SCHOOLS, "Förskola"), UnitFact(2, SOCIAL, "IFO")),
        routines=routines(),
        activities=(ActivityFact(1, "Utbildningsdag", date(2018, 10, 3), held=True),),
        **registers(),
    )


def altered(facts: Facts, what: str, identity: int, **changes: object) -> Facts:
    """Return the facts with one of them changed."""
    return replace(
        facts,
        **{
            what: tuple(
                replace(fact, **changes) if fact.id == identity else fact for fact in getattr(facts, what)
            )
        },
    )


def without(facts: Facts, what: str, *identities: int) -> Facts:
    """Return the facts with some of them taken away."""
    return replace(facts, **{what: tuple(f for f in getattr(facts, what) if f.id not in identities)})


def adding(facts: Facts, what: str, *more: object) -> Facts:
    """Return the facts with more of one sort."""
    return replace(facts, **{what: (*getattr(facts, what), *more)})


def obligation(kind: str, parameters: Mapping[str, object] | None = None, **scope: object) -> Obligation:
    """Return an obligation of the steering group unless another scope is given."""
    return Obligation(
        9, kind, "T99", "Ordagrant ur avtalet.", parameters or {}, **(scope or {"group": "styrgrupp"})
    )


def judged(demand: Obligation, facts: Facts, on: date, *, rule: str = "", period: str = "") -> list[Finding]:
    """Return the findings on an obligation, of one rule and one period if asked for."""
    return [
        finding
        for finding in check([demand], facts, on)
        if rule in ("", finding.rule) and period in ("", finding.period)
    ]


def verdict(demand: Obligation, facts: Facts, on: date, *, rule: str = "", period: str = "") -> Finding:
    """Return the one finding on an obligation."""
    (finding,) = judged(demand, facts, on, rule=rule, period=period)
    return finding
