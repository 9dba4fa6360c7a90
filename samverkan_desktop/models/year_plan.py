"""The plan of a group's meetings for one working year (T14, T15)."""

from datetime import date

from sqlalchemy import ForeignKey
from sqlalchemy.orm import Mapped, mapped_column

from samverkan_desktop.models.base import Stored
from samverkan_desktop.vocabulary import PlanStatus


class YearPlan(Stored):
    """A year plan: a draft until it is decided at a meeting. Its meetings are the group's own."""

    __tablename__ = "year_plan"

    group_id: Mapped[int] = mapped_column(ForeignKey("collaboration_group.id"), index=True)
    period: Mapped[str]
    status: Mapped[PlanStatus]
    drafted_on: Mapped[date]
    decided_on: Mapped[date | None]
    meeting_id: Mapped[int | None] = mapped_column(ForeignKey("meeting.id"))
    decision_id: Mapped[int | None] = mapped_column(ForeignKey("decision.id"))
