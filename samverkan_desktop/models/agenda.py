"""The agenda of a meeting, and the convenor's inbox of submitted matters."""

from datetime import date

from sqlalchemy import ForeignKey
from sqlalchemy.orm import Mapped, mapped_column

from samverkan_desktop.models.base import Stored
from samverkan_desktop.vocabulary import ItemCategory, ItemKind, ItemOrigin, Topic


class Matter(Stored):
    """A matter submitted to the convenor (T19), waiting for a meeting until an item takes it up."""

    __tablename__ = "matter"

    group_id: Mapped[int] = mapped_column(ForeignKey("collaboration_group.id"), index=True)
    received_on: Mapped[date]
    sender: Mapped[str]
    title: Mapped[str]
    text: Mapped[str] = mapped_column(default="")
    kind: Mapped[ItemKind]
    declined: Mapped[str] = mapped_column(default="")


class AgendaItem(Stored):
    """One item; its number is its place on the agenda, and it knows where it came from.

    ``notes`` is what was said, a paragraph a line, a line that begins with ``- `` being a bullet.
    ``referred_agreement`` names the other agreement that governs the question (T04), ``standing_topic``
    the agreement's standing topic that it covers, in the agreement's words (S03), ``area_id`` the field
    of collaboration (ST12). ``consent_on`` and ``consent_kept`` note that somebody named has consented,
    and where the consent is kept; never who (S16).
    """

    __tablename__ = "agenda_item"

    meeting_id: Mapped[int] = mapped_column(ForeignKey("meeting.id"), index=True)
    position: Mapped[int]
    heading: Mapped[str]
    topic: Mapped[Topic | None]
    category: Mapped[ItemCategory]
    kind: Mapped[ItemKind]
    origin: Mapped[ItemOrigin]
    presenter: Mapped[str] = mapped_column(default="")
    minutes: Mapped[int | None]
    proposal: Mapped[str] = mapped_column(default="")
    notes: Mapped[str] = mapped_column(default="")
    individual_case: Mapped[bool] = mapped_column(default=False)
    referred_agreement: Mapped[str] = mapped_column(default="")
    standing_topic: Mapped[str] = mapped_column(default="")
    area_id: Mapped[int | None] = mapped_column(ForeignKey("area.id"))
    consent_on: Mapped[date | None]
    consent_kept: Mapped[str] = mapped_column(default="")
    commission_id: Mapped[int | None] = mapped_column(ForeignKey("commission.id", use_alter=True))
    deviation_id: Mapped[int | None] = mapped_column(ForeignKey("deviation.id"))
    matter_id: Mapped[int | None] = mapped_column(ForeignKey("matter.id"))
