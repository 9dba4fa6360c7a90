"""An archive after many years: every agreement that is shipped, twenty groups, and all they left behind."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, timedelta
from itertools import count
from pathlib import Path
from typing import Any

from sqlalchemy import create_engine, insert, select
from sqlalchemy.orm import Session

from samverkan_desktop.clock import FixedClock
from samverkan_desktop.models.activity import Activity, ActivityPlan, PlannedActivity
from samverkan_desktop.models.agenda import AgendaItem
from samverkan_desktop.models.agreement import Agreement, AgreementVersion
from samverkan_desktop.models.attendance import Attendance
from samverkan_desktop.models.board_report import BoardMatter, BoardReport
from samverkan_desktop.models.commission import Commission, CommissionDue, CommissionReport
from samverkan_desktop.models.decision import Decision
from samverkan_desktop.models.deviation import Deviation
from samverkan_desktop.models.distribution import Distribution
from samverkan_desktop.models.follow_up import FollowUp
from samverkan_desktop.models.group import Group, Holding, RoleTerm, Seat
from samverkan_desktop.models.indicator import Indicator, Measurement
from samverkan_desktop.models.meeting import Meeting, MinutesVersion
from samverkan_desktop.models.organisation import Area, Party
from samverkan_desktop.models.year_plan import YearPlan
from samverkan_desktop.periods import Period
from samverkan_desktop.register_vocabulary import BoardOutcome, Instance, MatterSubject
from samverkan_desktop.services import adoption, archive
from samverkan_desktop.services.agreement import calendar_of
from samverkan_desktop.vocabulary import (
    AttendanceStatus,
    CommissionStatus,
    DecisionKind,
    DocumentKind,
    Grade,
    GroupKind,
    HolderState,
    ItemCategory,
    ItemKind,
    ItemOrigin,
    MeetingKind,
    MeetingStatus,
    PlanStatus,
    ReportKind,
    Role,
    SeatAttendance,
    Topic,
)

#: The day on which the years are over.
LAST = date(2025, 6, 30)
GROUPS = 20
_ITEMS, _SEATS, _MEETINGS_IN_TWO_YEARS = 8, 6, 15
_TOPICS = (Topic.OPENING, Topic.APPROVE_AGENDA, Topic.PREVIOUS_NOTES, Topic.OPEN_ITEMS)


@dataclass
class Rows:
    """Rows to store, table by table, each with an identity of its own."""

    tables: dict[type, list[dict[str, Any]]] = field(default_factory=dict)
    numbers: Iterator[int] = field(default_factory=lambda: count(100_000))

    def add(self, table: type, **values: object) -> int:
        """Add a row and return its identity."""
        identity = next(self.numbers)
        self.tables.setdefault(table, []).append({"id": identity, **values})
        return identity


def build(path: Path, years: int) -> None:
    """Make an archive in which twenty groups have met seven or eight times a year for so many years."""
    archive.create_archive(path)
    clock = FixedClock(datetime(2025, 7, 1, tzinfo=UTC))
    work = archive.open_archive(path, clock, keep_backups=False)
    for preset in adoption.presets():
        adoption.adopt(work, preset.key)
    work.close()
    engine = create_engine(f"sqlite:///{path}")
    with Session(engine) as session, session.begin():
        agreements = session.scalars(select(Agreement)).all()
        for agreement in agreements:
            month = 7 if agreement.working_year.value == "school_year" else 1
            agreement.starts, agreement.ends = date(LAST.year - years, month, 1), None
        for version in session.scalars(select(AgreementVersion)):
            version.since = date(LAST.year - years, 1, 1)
        _more_groups(session, agreements)
        rows = Rows()
        for agreement in agreements:
            _fill(session, agreement, rows)
        for table, those in rows.tables.items():
            session.execute(insert(table), those)
    engine.dispose()


def _more_groups(session: Session, agreements: list[Agreement]) -> None:
    """Give the agreements work groups until there are enough groups, and every group enough seats."""
    there = session.scalars(select(Group)).all()
    for number in range(GROUPS - len(there)):
        agreement = agreements[number % len(agreements)]
        session.add(
            Group(
                agreement_id=agreement.id, key=f"arbetsgrupp-{number}", kind=GroupKind.WORK_GROUP,
                name=f"Arbetsgrupp {number}", full_name=f"Arbetsgrupp {number}", occasion="möte",
                record="Minnesanteckningar", need="Ett behov.", created_on=agreement.starts,
            )
        )  # fmt: skip
    session.flush()
    for group in session.scalars(select(Group)):
        parties = session.scalars(select(Party.id).where(Party.agreement_id == group.agreement_id)).all()
        had = session.scalars(select(Seat).where(Seat.group_id == group.id)).all()
        for place in range(len(had), _SEATS):
            session.add(
                Seat(
                    group_id=group.id, party_id=parties[place % len(parties)], key=f"extra-{place}",
                    position=place + 1, function=f"Funktion {place}", attendance=SeatAttendance.EVERY,
                    grade=Grade.MUST,
                )
            )  # fmt: skip
    session.flush()


def _fill(session: Session, agreement: Agreement, rows: Rows) -> None:
    years = list(calendar_of(agreement).between(agreement.starts, LAST))
    groups = session.scalars(select(Group).where(Group.agreement_id == agreement.id)).all()
    areas = session.scalars(select(Area.id).where(Area.agreement_id == agreement.id)).all()
    boards = [b for b in session.scalars(select(Party.board).where(Party.agreement_id == agreement.id)) if b]
    for group in groups:
        seats = session.scalars(select(Seat).where(Seat.group_id == group.id)).all()
        for seat in seats:
            rows.add(Holding, seat_id=seat.id, state=HolderState.ORDINARY, name="Namn",
                     since=agreement.starts)  # fmt: skip
        for number, year in enumerate(years):
            _a_year_of(group, seats, year, number, rows, areas)
    for number, year in enumerate(years):
        _registers(agreement, year, number, boards, rows)
    for indicator in session.scalars(select(Indicator).where(Indicator.agreement_id == agreement.id)):
        for year in years:
            rows.add(Measurement, indicator_id=indicator.id, period=year.label, value=1.0,
                     measured_on=year.ends)  # fmt: skip


def _a_year_of(
    group: Group, seats: list[Seat], year: Period, number: int, rows: Rows, areas: list[int]
) -> None:
    wanted = _MEETINGS_IN_TWO_YEARS // 2 + number % 2
    days = [year.starts + timedelta(days=20 + place * 330 // wanted) for place in range(wanted)]
    meetings = [
        _meeting(group, seats, day, rows, areas[place % len(areas)] if areas else None, last=day == days[-1])
        for place, day in enumerate(days)
        if day <= LAST
    ]
    rows.add(YearPlan, group_id=group.id, period=year.label, status=PlanStatus.DECIDED,
             drafted_on=year.starts, decided_on=year.starts, meeting_id=meetings[0])  # fmt: skip
    for role, seat in zip((Role.CONVENOR, Role.SECRETARY), seats, strict=False):
        rows.add(RoleTerm, group_id=group.id, role=role, seat_id=seat.id, since=year.starts,
                 until=year.ends, decided_on=year.starts)  # fmt: skip
    rows_of_plan = rows.add(ActivityPlan, group_id=group.id, period=year.label, adopted_on=year.starts)
    for place in range(3):
        rows.add(PlannedActivity, plan_id=rows_of_plan, position=place, title="En aktivitet",
                 done_on=year.ends)  # fmt: skip


def _meeting(group: Group, seats: list[Seat], day: date, rows: Rows, area: int | None, *, last: bool) -> int:
    at = datetime(day.year, day.month, day.day, 12, tzinfo=UTC)
    meeting = rows.add(Meeting, group_id=group.id, kind=MeetingKind.ORDINARY, status=MeetingStatus.SENT,
                       day=day, scheduled_on=day - timedelta(days=60), area_id=area)  # fmt: skip
    for document, days in ((DocumentKind.CALL, -7), (DocumentKind.MINUTES, 7)):
        rows.add(Distribution, meeting_id=meeting, document=document, sent_at=at + timedelta(days=days),
                 sender="Avsändare", recipients=[])  # fmt: skip
    rows.add(MinutesVersion, meeting_id=meeting, number=1, finished_at=at + timedelta(days=3), content={})
    for place, seat in enumerate(seats):
        if last or seat.attendance is SeatAttendance.EVERY:
            away = (meeting + place) % 17 == 0
            rows.add(Attendance, meeting_id=meeting, seat_id=seat.id,
                     status=AttendanceStatus.EXCUSED if away else AttendanceStatus.PRESENT)  # fmt: skip
    topics = [*_TOPICS, *((Topic.FOLLOW_UP, Topic.YEAR_PLAN) if last else (None, None)), None, None]
    items = [
        rows.add(AgendaItem, meeting_id=meeting, position=place, heading=f"Fråga {place}", topic=topic,
                 category=ItemCategory.STRATEGY, kind=ItemKind.DISCUSSION, origin=ItemOrigin.OWN,
                 notes="Gruppen gick igenom läget och kom överens om hur arbetet ska gå vidare. " * 4)
        for place, topic in enumerate(topics[:_ITEMS], 1)
    ]  # fmt: skip
    decisions = [
        rows.add(Decision, meeting_id=meeting, item_id=item, sequence=place, number=f"{meeting}-{place}",
                 kind=DecisionKind.COMMISSION if place == 1 else DecisionKind.DECISION, text="Ett beslut.")
        for place, item in enumerate(items[:3], 1)
    ]  # fmt: skip
    if meeting % 3 == 0:
        _commission(group, meeting, decisions[0], day, rows)
    return meeting


def _commission(group: Group, meeting: int, decision: int, day: date, rows: Rows) -> None:
    given = rows.add(Commission, group_id=group.id, decision_id=decision, sequence=meeting,
                     number=f"U{meeting}", title="Ett uppdrag", how="Skriftligt", responsible="En funktion",
                     status=CommissionStatus.REPORTED)  # fmt: skip
    rows.add(CommissionDue, commission_id=given, kind=ReportKind.FINAL, due=day + timedelta(days=90),
             decision_id=decision)  # fmt: skip
    rows.add(CommissionReport, commission_id=given, kind=ReportKind.FINAL, meeting_id=meeting)


def _registers(agreement: Agreement, year: Period, number: int, boards: list[str], rows: Rows) -> None:
    rows.add(FollowUp, agreement_id=agreement.id, period=year.label, improvements=[], approved_on=year.ends)
    for place in range(5):
        rows.add(Deviation, agreement_id=agreement.id, sequence=number * 5 + place,
                 number=f"A{number * 5 + place}", reported_on=year.starts + timedelta(days=30 * place),
                 reported_by="Förskola", arose_in="Grundskola", line_manager="Rektor",
                 description="Oklart vem som kallar.", handled_on=year.ends)  # fmt: skip
    rows.add(Activity, agreement_id=agreement.id, title="Utbildningsdag", held=True,
             day=year.starts + timedelta(days=100))  # fmt: skip
    for subject in (MatterSubject.FOLLOW_UP, MatterSubject.OTHER):
        matter = rows.add(BoardMatter, agreement_id=agreement.id, subject=subject, title="Ett ärende",
                          period=year.label, opened_on=year.starts)  # fmt: skip
        for board in boards:
            rows.add(BoardReport, matter_id=matter, board=board, instance=Instance.BOARD,
                     reported_on=year.ends, outcome=BoardOutcome.FILED)  # fmt: skip
