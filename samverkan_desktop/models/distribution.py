"""The log of what was sent, when and to whom (T19, T20)."""

from datetime import datetime

from sqlalchemy import ForeignKey
from sqlalchemy.orm import Mapped, mapped_column

from samverkan_desktop.models.base import Stored
from samverkan_desktop.vocabulary import DeliveryOutcome, DocumentKind, Receipt, SendingWay


class Distribution(Stored):
    """One sending of a meeting's call or minutes; ``sha256`` is the sent file's own, ``way`` how it went."""

    __tablename__ = "distribution"

    meeting_id: Mapped[int] = mapped_column(ForeignKey("meeting.id"), index=True)
    document: Mapped[DocumentKind]
    sent_at: Mapped[datetime]
    sender: Mapped[str]
    recipients: Mapped[list[str]]
    file_name: Mapped[str] = mapped_column(default="")
    sha256: Mapped[str] = mapped_column(default="")
    way: Mapped[SendingWay] = mapped_column(default=SendingWay.FILES)


class Delivery(Stored):
    """What became of a sending to one address; ``detail`` is what the mail server said, in its own words."""

    __tablename__ = "delivery"

    distribution_id: Mapped[int] = mapped_column(ForeignKey("distribution.id"), index=True)
    function: Mapped[str] = mapped_column(default="")
    address: Mapped[str] = mapped_column(default="")
    receipt: Mapped[Receipt]
    outcome: Mapped[DeliveryOutcome]
    detail: Mapped[str] = mapped_column(default="")
