"""The log of what was sent, when and to whom (T19, T20)."""

from datetime import datetime

from sqlalchemy import ForeignKey
from sqlalchemy.orm import Mapped, mapped_column

from samverkan_desktop.models.base import Stored
from samverkan_desktop.vocabulary import DocumentKind


class Distribution(Stored):
    """One sending of a meeting's call or minutes; ``sha256`` is the sent file's own."""

    __tablename__ = "distribution"

    meeting_id: Mapped[int] = mapped_column(ForeignKey("meeting.id"), index=True)
    document: Mapped[DocumentKind]
    sent_at: Mapped[datetime]
    sender: Mapped[str]
    recipients: Mapped[list[str]]
    file_name: Mapped[str] = mapped_column(default="")
    sha256: Mapped[str] = mapped_column(default="")
