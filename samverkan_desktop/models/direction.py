"""What runs between levels: directions downward, reports upward (L01, L03)."""

from datetime import date

from sqlalchemy import ForeignKey
from sqlalchemy.orm import Mapped, mapped_column

from samverkan_desktop.models.base import Stored


class Direction(Stored):
    """A direction (styrning) from a superior group; ``matter_id`` is its place in the receiver's inbox."""

    __tablename__ = "direction"

    superior_id: Mapped[int] = mapped_column(ForeignKey("collaboration_group.id"), index=True)
    group_id: Mapped[int] = mapped_column(ForeignKey("collaboration_group.id"), index=True)
    given_on: Mapped[date]
    text: Mapped[str]
    decision_id: Mapped[int | None] = mapped_column(ForeignKey("decision.id"))
    matter_id: Mapped[int | None] = mapped_column(ForeignKey("matter.id"))


class LevelReport(Stored):
    """A report from a group to its superior, at a meeting of the superior where that is known."""

    __tablename__ = "level_report"

    group_id: Mapped[int] = mapped_column(ForeignKey("collaboration_group.id"), index=True)
    superior_id: Mapped[int] = mapped_column(ForeignKey("collaboration_group.id"), index=True)
    reported_on: Mapped[date]
    text: Mapped[str]
    meeting_id: Mapped[int | None] = mapped_column(ForeignKey("meeting.id"))
