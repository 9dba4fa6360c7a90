"""Indicators by which the collaboration is judged (ST10)."""

from datetime import date

from sqlalchemy import ForeignKey
from sqlalchemy.orm import Mapped, mapped_column

from samverkan_desktop.models.base import Stored


class Indicator(Stored):
    """A measured value; ``on_trial`` until it has been decided to keep it.

    It is measured each working year from ``since``, where it is not as old as the agreement, until
    ``until``, the day it was dropped.
    """

    __tablename__ = "indicator"

    agreement_id: Mapped[int] = mapped_column(ForeignKey("agreement.id"), index=True)
    position: Mapped[int]
    name: Mapped[str]
    definition: Mapped[str] = mapped_column(default="")
    unit: Mapped[str] = mapped_column(default="")
    source: Mapped[str] = mapped_column(default="")
    target: Mapped[float | None]
    on_trial: Mapped[bool] = mapped_column(default=False)
    since: Mapped[date | None]
    until: Mapped[date | None]


class Measurement(Stored):
    """An indicator's value for a working year, and the day it was noted."""

    __tablename__ = "measurement"

    indicator_id: Mapped[int] = mapped_column(ForeignKey("indicator.id"), index=True)
    period: Mapped[str]
    value: Mapped[float]
    measured_on: Mapped[date]
    note: Mapped[str] = mapped_column(default="")
