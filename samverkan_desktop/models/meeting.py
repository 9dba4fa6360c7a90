"""A meeting, how it ran, and the versions of its finished minutes and who approved them."""

from datetime import date, datetime, time
from typing import Any

from sqlalchemy import ForeignKey
from sqlalchemy.orm import Mapped, mapped_column

from samverkan_desktop.models.base import Base, Stored
from samverkan_desktop.vocabulary import MeetingKind, MeetingStatus


class Meeting(Stored):
    """A meeting; an extra one has an initiator and a reason (T16), one held for an area its area (B11).

    ``leader_seat_id`` and ``recorder_seat_id`` say who led and who took notes where that was not
    the convenor and the secretary. ``begun_at`` and ``closed_at`` are when it really began and ended.
    ``calendar_uid`` is by what calendars know it, and ``calendar_sequence`` how many times it had become
    another entry to them, where it came from another archive; empty and 0 for one that was planned in this.
    """

    __tablename__ = "meeting"

    group_id: Mapped[int] = mapped_column(ForeignKey("collaboration_group.id"), index=True)
    kind: Mapped[MeetingKind]
    status: Mapped[MeetingStatus]
    day: Mapped[date]
    starts: Mapped[time | None]
    ends: Mapped[time | None]
    place: Mapped[str] = mapped_column(default="")
    scheduled_on: Mapped[date]
    initiator_seat_id: Mapped[int | None] = mapped_column(ForeignKey("seat.id"))
    reason: Mapped[str] = mapped_column(default="")
    leader_seat_id: Mapped[int | None] = mapped_column(ForeignKey("seat.id"))
    recorder_seat_id: Mapped[int | None] = mapped_column(ForeignKey("seat.id"))
    case_number: Mapped[str] = mapped_column(default="")
    area_id: Mapped[int | None] = mapped_column(ForeignKey("area.id"))
    begun_at: Mapped[datetime | None]
    closed_at: Mapped[datetime | None]
    calendar_uid: Mapped[str] = mapped_column(default="")
    calendar_sequence: Mapped[int] = mapped_column(default=0)


class ItemOpening(Base):
    """That an item was opened while the meeting ran, or none: a clock running, and nothing one undoes.

    ``item_id`` refers to no row for certain: the item may have been taken away since.
    """

    __tablename__ = "item_opening"

    id: Mapped[int] = mapped_column(primary_key=True)
    meeting_id: Mapped[int] = mapped_column(index=True)
    item_id: Mapped[int | None]
    at: Mapped[datetime]


class MinutesVersion(Stored):
    """Finished minutes as they were, every label copied in; a correction is a new version."""

    __tablename__ = "minutes_version"

    meeting_id: Mapped[int] = mapped_column(ForeignKey("meeting.id"), index=True)
    number: Mapped[int]
    finished_at: Mapped[datetime]
    reason: Mapped[str] = mapped_column(default="")
    content: Mapped[dict[str, Any]]


class MinutesApproval(Stored):
    """That a function is to approve the minutes, and the day it did; ``name`` who held it then."""

    __tablename__ = "minutes_approval"

    meeting_id: Mapped[int] = mapped_column(ForeignKey("meeting.id"), index=True)
    seat_id: Mapped[int] = mapped_column(ForeignKey("seat.id"))
    name: Mapped[str] = mapped_column(default="")
    approved_on: Mapped[date | None]


class Waiver(Stored):
    """Why something that the agreement does not demand is left as it is when the minutes are finished.

    ``check`` names what was found missing, ``place`` where: ``item:4``, as links in the window have it.
    """

    __tablename__ = "waiver"

    meeting_id: Mapped[int] = mapped_column(ForeignKey("meeting.id"), index=True)
    check: Mapped[str]
    place: Mapped[str]
    reason: Mapped[str]
