"""The follow-up of a working year: what the group itself judges and decides (T24)."""

from datetime import date

from sqlalchemy import ForeignKey
from sqlalchemy.orm import Mapped, mapped_column

from samverkan_desktop.models.base import Stored


class FollowUp(Stored):
    """What cannot be counted: judgement, estimate of what was never documented, improvement areas.

    ``undocumented`` is how many deviations are thought to be known but not documented, and
    ``underreporting`` what is to be said of it in words (B15).
    """

    __tablename__ = "follow_up"

    agreement_id: Mapped[int] = mapped_column(ForeignKey("agreement.id"), index=True)
    period: Mapped[str]
    judgement: Mapped[str] = mapped_column(default="")
    undocumented: Mapped[int | None]
    underreporting: Mapped[str] = mapped_column(default="")
    improvements: Mapped[list[str]]
    approved_on: Mapped[date | None]
    meeting_id: Mapped[int | None] = mapped_column(ForeignKey("meeting.id"))
    decision_id: Mapped[int | None] = mapped_column(ForeignKey("decision.id"))
