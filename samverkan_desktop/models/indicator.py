"""Indicators by which the collaboration is judged (ST10)."""

from sqlalchemy import ForeignKey
from sqlalchemy.orm import Mapped, mapped_column

from samverkan_desktop.models.base import Stored


class Indicator(Stored):
    """A measured value; ``on_trial`` until it has been decided to keep it."""

    __tablename__ = "indicator"

    agreement_id: Mapped[int] = mapped_column(ForeignKey("agreement.id"), index=True)
    position: Mapped[int]
    name: Mapped[str]
    definition: Mapped[str] = mapped_column(default="")
    unit: Mapped[str] = mapped_column(default="")
    source: Mapped[str] = mapped_column(default="")
    target: Mapped[float | None]
    on_trial: Mapped[bool] = mapped_column(default=False)


class Measurement(Stored):
    """An indicator's value for a working year."""

    __tablename__ = "measurement"

    indicator_id: Mapped[int] = mapped_column(ForeignKey("indicator.id"), index=True)
    period: Mapped[str]
    value: Mapped[float]
    note: Mapped[str] = mapped_column(default="")
