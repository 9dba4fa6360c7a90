"""Routines and support material that a group has established."""

from datetime import date

from sqlalchemy import ForeignKey
from sqlalchemy.orm import Mapped, mapped_column

from samverkan_desktop.models.base import Stored
from samverkan_desktop.vocabulary import RoutineKind


class Routine(Stored):
    """A routine or support material: decided, reviewed by a day, made known by a day."""

    __tablename__ = "routine"

    agreement_id: Mapped[int] = mapped_column(ForeignKey("agreement.id"), index=True)
    kind: Mapped[RoutineKind]
    title: Mapped[str]
    owner: Mapped[str] = mapped_column(default="")
    decision_id: Mapped[int | None] = mapped_column(ForeignKey("decision.id"))
    review_by: Mapped[date | None]
    reviewed_on: Mapped[date | None]
    known_by: Mapped[date | None]
    made_known_on: Mapped[date | None]
