"""A deficiency in collaboration, without anything that could tell who it was about (T10, T11)."""

from datetime import date

from sqlalchemy import ForeignKey
from sqlalchemy.orm import Mapped, mapped_column

from samverkan_desktop.models.base import Stored
from samverkan_desktop.vocabulary import EscalationGround


class Deviation(Stored):
    """A deviation: handled by the line manager where it arose, or escalated to a group."""

    __tablename__ = "deviation"

    agreement_id: Mapped[int] = mapped_column(ForeignKey("agreement.id"), index=True)
    sequence: Mapped[int]
    number: Mapped[str]
    reported_on: Mapped[date]
    reported_by: Mapped[str]
    arose_in: Mapped[str]
    line_manager: Mapped[str]
    description: Mapped[str]
    handled_on: Mapped[date | None]
    handling: Mapped[str] = mapped_column(default="")
    escalated_on: Mapped[date | None]
    ground: Mapped[EscalationGround | None]
    group_id: Mapped[int | None] = mapped_column(ForeignKey("collaboration_group.id"))
