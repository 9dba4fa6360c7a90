"""What the parties have promised in their plan, and what they expect of it (L02, L04)."""

from datetime import date

from sqlalchemy import ForeignKey
from sqlalchemy.orm import Mapped, mapped_column

from samverkan_desktop.models.base import Stored
from samverkan_desktop.register_vocabulary import Horizon


class Commitment(Stored):
    """A commitment that is carried out, followed up, analysed and acted on, in that order (L04)."""

    __tablename__ = "commitment"

    agreement_id: Mapped[int] = mapped_column(ForeignKey("agreement.id"), index=True)
    position: Mapped[int]
    title: Mapped[str]
    strategy_id: Mapped[int | None] = mapped_column(ForeignKey("strategy.id"))
    responsible: Mapped[str] = mapped_column(default="")
    due: Mapped[date | None]
    carried_out_on: Mapped[date | None]
    followed_up_on: Mapped[date | None]
    analysed_on: Mapped[date | None]
    acted_on: Mapped[date | None]


class ExpectedResult(Stored):
    """A result that a board expects, in the short or the long run (L02)."""

    __tablename__ = "expected_result"

    agreement_id: Mapped[int] = mapped_column(ForeignKey("agreement.id"), index=True)
    position: Mapped[int]
    horizon: Mapped[Horizon]
    text: Mapped[str]
    board: Mapped[str] = mapped_column(default="")
    stated_on: Mapped[date | None]
