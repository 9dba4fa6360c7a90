"""The parties of an agreement and their operations."""

from sqlalchemy import ForeignKey
from sqlalchemy.orm import Mapped, mapped_column

from samverkan_desktop.models.base import Stored


class Party(Stored):
    """A party (förvaltning), the board it serves, and the function that signs for it."""

    __tablename__ = "party"

    agreement_id: Mapped[int] = mapped_column(ForeignKey("agreement.id"), index=True)
    key: Mapped[str]
    position: Mapped[int]
    name: Mapped[str]
    board: Mapped[str] = mapped_column(default="")
    signatory: Mapped[str] = mapped_column(default="")


class Unit(Stored):
    """An operation of a party: where deviations are reported from and arise."""

    __tablename__ = "unit"

    party_id: Mapped[int] = mapped_column(ForeignKey("party.id"), index=True)
    name: Mapped[str]
