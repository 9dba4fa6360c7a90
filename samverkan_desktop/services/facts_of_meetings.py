"""Gathering the facts that meetings are: days, agendas, attendance."""

from collections import defaultdict
from datetime import date
from itertools import groupby

from sqlalchemy import Select, select
from sqlalchemy.orm import Session

from samverkan_desktop import prose
from samverkan_desktop.clock import LOCAL_ZONE
from samverkan_desktop.models.agenda import AgendaItem, SkippedItem
from samverkan_desktop.models.attendance import Attendance
from samverkan_desktop.models.distribution import Distribution
from samverkan_desktop.models.meeting import Meeting, MinutesVersion
from samverkan_desktop.periods import Calendar
from samverkan_desktop.rules.facts import (
    AttendanceFact,
    ItemFact,
    MeetingFact,
)
from samverkan_desktop.services.item_numbers import numbers
from samverkan_desktop.vocabulary import AttendanceStatus, DocumentKind, MeetingKind, MeetingStatus

_HELD = {MeetingStatus.HELD, MeetingStatus.FINISHED, MeetingStatus.SENT}


def _kept(groups: list[int]) -> Select[int]:
    """Return the identities of the meetings of groups, but for cancelled ones: what to read the rest of."""
    chosen = select(Meeting.id).where(Meeting.group_id.in_(groups))
    return chosen.where(Meeting.status != MeetingStatus.CANCELLED)


def _first_sent(session: Session, kept: Select[int]) -> dict[tuple[int, DocumentKind], date]:
    found = session.execute(
        select(Distribution.meeting_id, Distribution.document, Distribution.sent_at)
        .where(Distribution.meeting_id.in_(kept))
        .order_by(Distribution.sent_at.desc())
    )
    return {(row.meeting_id, row.document): row.sent_at.astimezone(LOCAL_ZONE).date() for row in found}


def _first_finished(session: Session, kept: Select[int]) -> dict[int, date]:
    """Return the day on which each meeting's minutes were first finished; a correction does not undo it."""
    found = session.execute(
        select(MinutesVersion.meeting_id, MinutesVersion.finished_at).where(
            MinutesVersion.number == 1, MinutesVersion.meeting_id.in_(kept)
        )
    )
    return {row.meeting_id: row.finished_at.astimezone(LOCAL_ZONE).date() for row in found}


def meetings(session: Session, groups: list[int], calendar: Calendar) -> tuple[MeetingFact, ...]:
    """Return the meetings of groups, each numbered in its working year; cancelled ones are left out."""
    kept = _kept(groups)
    sent, finished = _first_sent(session, kept), _first_finished(session, kept)
    called: defaultdict[int, set[int]] = defaultdict(set)
    seats = select(Attendance.meeting_id, Attendance.seat_id).where(Attendance.seat_id.is_not(None))
    for meeting_id, seat_id in session.execute(seats.where(Attendance.meeting_id.in_(kept))):
        called[meeting_id].add(seat_id or 0)
    columns = select(
        Meeting.id, Meeting.group_id, Meeting.kind, Meeting.day, Meeting.scheduled_on, Meeting.status,
        Meeting.initiator_seat_id, Meeting.reason, Meeting.area_id,
    )  # fmt: skip
    chosen = columns.where(Meeting.group_id.in_(groups), Meeting.status != MeetingStatus.CANCELLED)
    skipped: defaultdict[int, set[str]] = defaultdict(set)
    left_out = select(SkippedItem.meeting_id, SkippedItem.source).where(SkippedItem.meeting_id.in_(kept))
    for meeting_id, source in session.execute(left_out):
        skipped[meeting_id].add(source)
    numbers: defaultdict[tuple[int, str], int] = defaultdict(int)
    facts = []
    for row in session.execute(chosen.order_by(Meeting.day, Meeting.starts, Meeting.id)):
        period = calendar.of(row.day).label
        ordinary = row.kind is MeetingKind.ORDINARY
        numbers[row.group_id, period] += ordinary
        facts.append(
            MeetingFact(
                id=row.id,
                group_id=row.group_id,
                kind=row.kind,
                day=row.day,
                period=period,
                number=numbers[row.group_id, period] if ordinary else 0,
                scheduled_on=row.scheduled_on,
                called_on=sent.get((row.id, DocumentKind.CALL)),
                held=row.status in _HELD,
                minutes_sent_on=sent.get((row.id, DocumentKind.MINUTES)),
                initiator_seat_id=row.initiator_seat_id,
                reason=row.reason,
                called_seat_ids=frozenset(called[row.id]),
                area_id=row.area_id,
                minutes_finished_on=finished.get(row.id),
                skipped=frozenset(skipped[row.id]),
            )
        )
    return tuple(facts)


def items(session: Session, groups: list[int]) -> tuple[ItemFact, ...]:
    """Return the items of the meetings of groups, each with its number and every free text under it."""
    columns = select(
        AgendaItem.id, AgendaItem.meeting_id, AgendaItem.heading, AgendaItem.topic,
        AgendaItem.individual_case, AgendaItem.referred_agreement, AgendaItem.commission_id,
        AgendaItem.deviation_id, AgendaItem.notes, AgendaItem.proposal, AgendaItem.presenter,
        AgendaItem.standing_topic, AgendaItem.area_id, AgendaItem.consent_on,
        AgendaItem.consent_kept, AgendaItem.parent_id,
    )  # fmt: skip
    chosen = columns.where(AgendaItem.meeting_id.in_(_kept(groups)))
    found = session.execute(chosen.order_by(AgendaItem.meeting_id, AgendaItem.position)).all()
    number: dict[int, str] = {}
    for _, agenda in groupby(found, key=lambda row: row.meeting_id):
        number |= numbers((row.id, row.parent_id) for row in agenda)
    return tuple(
        ItemFact(
            row.id,
            row.meeting_id,
            number[row.id],
            row.heading,
            row.topic,
            row.individual_case,
            row.referred_agreement,
            row.commission_id,
            row.deviation_id,
            tuple(
                text
                for text in (prose.plain(row.notes), row.proposal, row.presenter, row.consent_kept)
                if text
            ),
            row.standing_topic,
            row.area_id,
            row.consent_on,
            row.consent_kept,
        )
        for row in found
    )


def attendances(session: Session, groups: list[int]) -> tuple[AttendanceFact, ...]:
    """Return what was noted of each seat at the meetings of groups."""
    found = session.execute(
        select(
            Attendance.meeting_id,
            Attendance.seat_id,
            Attendance.status,
            Attendance.from_item_id,
            Attendance.to_item_id,
            Attendance.headcount,
            Attendance.substitute,
        ).where(
            Attendance.seat_id.is_not(None),
            Attendance.status.is_not(None),
            Attendance.meeting_id.in_(_kept(groups)),
        )
    )
    return tuple(
        AttendanceFact(
            row.meeting_id,
            row.seat_id,
            AttendanceStatus(row.status),
            row.from_item_id is not None or row.to_item_id is not None,
            row.headcount,
            bool(row.substitute),
        )
        for row in found
    )
