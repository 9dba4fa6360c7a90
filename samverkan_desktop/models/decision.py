"""A decision of a group, numbered as the group numbers."""

from datetime import date

from sqlalchemy import ForeignKey
from sqlalchemy.orm import Mapped, mapped_column

from samverkan_desktop.models.base import Stored
from samverkan_desktop.vocabulary import DecisionKind, Supersession


class Decision(Stored):
    """A decision: taken at a meeting, under an item. ``number`` is as printed (``2018/19-08``).

    ``responsible`` names the function that carries it out (T03); ``superseded_by_id`` the decision
    that has taken its place, ``superseded_as`` whether it replaces or revokes this one. ``proposal`` is what
    was proposed, where the group decided something else; ``distribution`` the functions that are told.
    ``due_words`` is the time as it was decided where that is no day; ``due`` is then its last day.
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
    superseded_as: Mapped[Supersession | None]
    proposal: Mapped[str] = mapped_column(default="")
    due: Mapped[date | None]
    due_words: Mapped[str] = mapped_column(default="")
    distribution: Mapped[list[str]] = mapped_column(default=list)
