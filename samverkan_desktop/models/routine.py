"""Routines and support material that a group has established."""

from datetime import date

from sqlalchemy import ForeignKey
from sqlalchemy.orm import Mapped, mapped_column

from samverkan_desktop.models.base import Stored
from samverkan_desktop.register_vocabulary import RoutineKind


class Routine(Stored):
    """A routine or support material: decided, reviewed by a day, made known by a day (S07, ST18).

    ``number`` is its place in the agreement's own list, ``due`` when it is to be there, ``due_words``
    that time as it was decided where it is no day (``första kvartalet 2010``); ``presented_on`` is the
    day it was there, ``version`` and ``updated_on`` its newest version and that one's day.
    ``withdrawn_on`` is the first day on which it no longer applies, ``made_known_on`` the day on which all
    knew of it in an agreement whose operations are not told apart.
    """

    __tablename__ = "routine"

    agreement_id: Mapped[int] = mapped_column(ForeignKey("agreement.id"), index=True)
    kind: Mapped[RoutineKind]
    number: Mapped[int | None]
    title: Mapped[str]
    owner: Mapped[str] = mapped_column(default="")
    area_id: Mapped[int | None] = mapped_column(ForeignKey("area.id"))
    decision_id: Mapped[int | None] = mapped_column(ForeignKey("decision.id"))
    due: Mapped[date | None]
    due_words: Mapped[str] = mapped_column(default="")
    presented_on: Mapped[date | None]
    version: Mapped[str] = mapped_column(default="")
    updated_on: Mapped[date | None]
    review_by: Mapped[date | None]
    reviewed_on: Mapped[date | None]
    known_by: Mapped[date | None]
    made_known_on: Mapped[date | None]
    withdrawn_on: Mapped[date | None]


class RoutineStep(Stored):
    """An activity of a routine, and the function responsible for it (S07)."""

    __tablename__ = "routine_step"

    routine_id: Mapped[int] = mapped_column(ForeignKey("routine.id"), index=True)
    position: Mapped[int]
    activity: Mapped[str]
    responsible: Mapped[str] = mapped_column(default="")


class Dissemination(Stored):
    """That a routine has been made known in an operation, and when (S06)."""

    __tablename__ = "dissemination"

    routine_id: Mapped[int] = mapped_column(ForeignKey("routine.id"), index=True)
    unit_id: Mapped[int] = mapped_column(ForeignKey("unit.id"))
    made_known_on: Mapped[date]
