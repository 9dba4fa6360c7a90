"""A report to a political board (T26)."""

from datetime import date

from sqlalchemy import ForeignKey
from sqlalchemy.orm import Mapped, mapped_column

from samverkan_desktop.models.base import Stored


class BoardReport(Stored):
    """A report to a board: its day, paragraph and distribution are the board's own."""

    __tablename__ = "board_report"

    agreement_id: Mapped[int] = mapped_column(ForeignKey("agreement.id"), index=True)
    board: Mapped[str]
    subject: Mapped[str]
    period: Mapped[str] = mapped_column(default="")
    reported_on: Mapped[date | None]
    paragraph: Mapped[str] = mapped_column(default="")
    distributed_on: Mapped[date | None]
