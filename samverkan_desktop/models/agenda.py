"""The agenda of a meeting and the templates for it, and the convenor's inbox of submitted matters."""

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

    ``notes`` is what was said, Markdown as `prose` knows it.
    ``referred_agreement`` names the other agreement that governs the question (T04), ``standing_topic``
    the agreement's standing topic that it covers, in the agreement's words (S03), ``area_id`` the field
    of collaboration (ST12). ``consent_on`` and ``consent_kept`` note that somebody named has consented,
    and where the consent is kept; never who (S16). ``parent_id`` is the item that a sub-item stands under,
    ``board_matter_id`` the matter for boards that it takes up, ``carried_from_id`` the item of an earlier
    meeting that it goes on with, ``carries_over`` that it is not done with and goes to the next meeting.
    ``minutes`` are planned, ``used_minutes`` those it took.
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
    board_matter_id: Mapped[int | None] = mapped_column(ForeignKey("board_matter.id", use_alter=True))
    parent_id: Mapped[int | None] = mapped_column(ForeignKey("agenda_item.id"))
    carried_from_id: Mapped[int | None] = mapped_column(ForeignKey("agenda_item.id"))
    carries_over: Mapped[bool] = mapped_column(default=False)
    used_minutes: Mapped[int | None]


class SkippedItem(Stored):
    """What would have come onto a meeting's agenda by itself, and is left out this time.

    ``source`` tells what it is: ``topic:open_items``, ``commission:3``, ``standing:budget``.
    """

    __tablename__ = "skipped_item"

    meeting_id: Mapped[int] = mapped_column(ForeignKey("meeting.id"), index=True)
    origin: Mapped[ItemOrigin]
    source: Mapped[str]
    heading: Mapped[str]


class AgendaTemplate(Stored):
    """An agenda that a group uses again."""

    __tablename__ = "agenda_template"

    group_id: Mapped[int] = mapped_column(ForeignKey("collaboration_group.id"), index=True)
    name: Mapped[str]


class TemplateItem(Stored):
    """One item of an agenda template; ``sub`` that it stands under the nearest one before that does not."""

    __tablename__ = "template_item"

    template_id: Mapped[int] = mapped_column(ForeignKey("agenda_template.id"), index=True)
    position: Mapped[int]
    sub: Mapped[bool] = mapped_column(default=False)
    heading: Mapped[str]
    category: Mapped[ItemCategory]
    kind: Mapped[ItemKind]
    presenter: Mapped[str] = mapped_column(default="")
    minutes: Mapped[int | None]
    proposal: Mapped[str] = mapped_column(default="")
