"""A decision of a group, numbered in its working year."""

from sqlalchemy import ForeignKey
from sqlalchemy.orm import Mapped, mapped_column

from samverkan_desktop.models.base import Stored
from samverkan_desktop.vocabulary import DecisionKind


class Decision(Stored):
    """A decision: taken at a meeting, under an item. ``number`` is as printed (``2018/19-08``).

    ``responsible`` names the function that carries it out (T03); ``superseded_by_id`` the decision
    that has taken its place.
    """

    __tablename__ = "decision"

    meeting_id: Mapped[int] = mapped_column(ForeignKey("meeting.id"), index=True)
    item_id: Mapped[int] = mapped_column(ForeignKey("agenda_item.id"), index=True)
    sequence: Mapped[int]
    number: Mapped[str]
    kind: Mapped[DecisionKind]
    text: Mapped[str]
    responsible: Mapped[str] = mapped_column(default="")
    superseded_by_id: Mapped[int | None] = mapped_column(ForeignKey("decision.id"))
