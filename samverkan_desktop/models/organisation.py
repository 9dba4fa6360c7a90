"""The parties of an agreement, their operations, and the areas the agreement divides its field into."""

from datetime import date

from sqlalchemy import ForeignKey
from sqlalchemy.orm import Mapped, mapped_column

from samverkan_desktop.models.base import Stored
from samverkan_desktop.vocabulary import AreaKind, PartyKind, Policy


class Party(Stored):
    """A party (förvaltning), the board it serves, and the function that signs for it.

    Also a body that takes part without being bound: the police, an association, a state authority
    (S13, ST14); ``signs`` tells them apart.
    """

    __tablename__ = "party"

    agreement_id: Mapped[int] = mapped_column(ForeignKey("agreement.id"), index=True)
    key: Mapped[str]
    position: Mapped[int]
    name: Mapped[str]
    kind: Mapped[PartyKind] = mapped_column(default=PartyKind.ADMINISTRATION)
    signs: Mapped[bool] = mapped_column(default=True)
    board: Mapped[str] = mapped_column(default="")
    signatory: Mapped[str] = mapped_column(default="")


class Unit(Stored):
    """An operation of a party: where deviations are reported from and arise."""

    __tablename__ = "unit"

    party_id: Mapped[int] = mapped_column(ForeignKey("party.id"), index=True)
    name: Mapped[str]


class Area(Stored):
    """A part of the municipality (B11), or a field of collaboration (S12, L11, ST12).

    ``note`` says whom it concerns and which forums there are; ``documented`` that collaboration in it
    is to be documented; ``policy`` whether individual cases may be discussed in it, None where the
    agreement does not say. ``since`` and ``until`` are its first and last day, where it is not as old as
    the agreement or is no more.
    """

    __tablename__ = "area"

    agreement_id: Mapped[int] = mapped_column(ForeignKey("agreement.id"), index=True)
    kind: Mapped[AreaKind]
    key: Mapped[str]
    position: Mapped[int]
    name: Mapped[str]
    note: Mapped[str] = mapped_column(default="")
    documented: Mapped[bool] = mapped_column(default=False)
    policy: Mapped[Policy | None]
    since: Mapped[date | None]
    until: Mapped[date | None]
