"""A break of the schools (lov), on which no meeting is planned."""

from datetime import date

from sqlalchemy import ForeignKey
from sqlalchemy.orm import Mapped, mapped_column

from samverkan_desktop.models.base import Stored


class SchoolBreak(Stored):
    """A break, by its first and last day."""

    __tablename__ = "school_break"

    agreement_id: Mapped[int] = mapped_column(ForeignKey("agreement.id"), index=True)
    title: Mapped[str]
    starts: Mapped[date]
    ends: Mapped[date]
