"""With which schools an agreement has been signed, and with which not (ST08, ST09)."""

from datetime import date

from sqlalchemy import ForeignKey
from sqlalchemy.orm import Mapped, mapped_column

from samverkan_desktop.models.base import Stored
from samverkan_desktop.register_vocabulary import Organiser, SchoolForm


class CoverageEntry(Stored):
    """A school; covered from ``agreed_on`` until ``until``, where that is given."""

    __tablename__ = "coverage_entry"

    agreement_id: Mapped[int] = mapped_column(ForeignKey("agreement.id"), index=True)
    name: Mapped[str]
    form: Mapped[SchoolForm]
    organiser: Mapped[Organiser]
    area_id: Mapped[int | None] = mapped_column(ForeignKey("area.id"))
    agreed_on: Mapped[date | None]
    until: Mapped[date | None]
