"""A meeting, and the versions of its finished minutes."""

from datetime import date, datetime, time
from typing import Any

from sqlalchemy import ForeignKey
from sqlalchemy.orm import Mapped, mapped_column

from samverkan_desktop.models.base import Stored
from samverkan_desktop.vocabulary import MeetingKind, MeetingStatus


class Meeting(Stored):
    """A meeting; an extra one has an initiator and a reason (T16), one held for an area its area (B11).

    ``leader_seat_id`` and ``recorder_seat_id`` say who led and who took notes where that was not
    the convenor and the secretary.
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


class MinutesVersion(Stored):
    """Finished minutes as they were, every label copied in; a correction is a new version."""

    __tablename__ = "minutes_version"

    meeting_id: Mapped[int] = mapped_column(ForeignKey("meeting.id"), index=True)
    number: Mapped[int]
    finished_at: Mapped[datetime]
    reason: Mapped[str] = mapped_column(default="")
    content: Mapped[dict[str, Any]]
