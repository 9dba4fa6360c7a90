"""Joint days of the parties, and the yearly plan of activities that follow from strategies."""

from datetime import date

from sqlalchemy import ForeignKey
from sqlalchemy.orm import Mapped, mapped_column

from samverkan_desktop.models.base import Stored


class Activity(Stored):
    """A joint activity on a day, such as a training day, decided by the group.

    ``demand`` is what the agreement calls the activity it answers to, where it demands several (B16).
    """

    __tablename__ = "activity"

    agreement_id: Mapped[int] = mapped_column(ForeignKey("agreement.id"), index=True)
    title: Mapped[str]
    day: Mapped[date]
    held: Mapped[bool] = mapped_column(default=False)
    decision_id: Mapped[int | None] = mapped_column(ForeignKey("decision.id"))
    demand: Mapped[str] = mapped_column(default="")


class Strategy(Stored):
    """A long-term direction in a plan (L07)."""

    __tablename__ = "strategy"

    agreement_id: Mapped[int] = mapped_column(ForeignKey("agreement.id"), index=True)
    position: Mapped[int]
    title: Mapped[str]
    text: Mapped[str] = mapped_column(default="")


class ActivityPlan(Stored):
    """The activities of one working year, drawn up by a group (L08); a draft until it is adopted."""

    __tablename__ = "activity_plan"

    group_id: Mapped[int] = mapped_column(ForeignKey("collaboration_group.id"), index=True)
    period: Mapped[str]
    adopted_on: Mapped[date | None]
    decision_id: Mapped[int | None] = mapped_column(ForeignKey("decision.id"))


class PlannedActivity(Stored):
    """An activity of a plan, and the strategy it follows from."""

    __tablename__ = "planned_activity"

    plan_id: Mapped[int] = mapped_column(ForeignKey("activity_plan.id"), index=True)
    position: Mapped[int]
    title: Mapped[str]
    strategy_id: Mapped[int | None] = mapped_column(ForeignKey("strategy.id"))
    responsible: Mapped[str] = mapped_column(default="")
    due: Mapped[date | None]
    done_on: Mapped[date | None]
