"""What a record in the board's form (protokoll) has beside its minutes: pages, attestation, notice."""

from datetime import date, time

from sqlalchemy import ForeignKey
from sqlalchemy.orm import Mapped, mapped_column

from samverkan_desktop.models.base import Stored


class ProtocolDetails(Stored):
    """What is noted of one meeting's protokoll; a row comes to be with the first thing that is noted.

    ``first_page`` is the number of its first page, None where its pages go on from the one before (B02).
    ``attestation_place``, ``attestation_day`` and ``attestation_time`` are where and when it is attested;
    who attests are the meeting's `models.meeting.MinutesApproval`. ``notice_up_on`` and ``notice_down_on``
    are the days on which that is announced and the notice taken down, ``kept_at`` where the original is kept.
    """

    __tablename__ = "protocol"

    meeting_id: Mapped[int] = mapped_column(ForeignKey("meeting.id"), index=True)
    first_page: Mapped[int | None]
    attestation_place: Mapped[str] = mapped_column(default="")
    attestation_day: Mapped[date | None]
    attestation_time: Mapped[time | None]
    notice_up_on: Mapped[date | None]
    notice_down_on: Mapped[date | None]
    kept_at: Mapped[str] = mapped_column(default="")
