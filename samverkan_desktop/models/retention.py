"""What has been decided of how long documents are kept (gallring, domain 4.5)."""

from sqlalchemy import ForeignKey
from sqlalchemy.orm import Mapped, mapped_column

from samverkan_desktop.models.base import Stored
from samverkan_desktop.retention_vocabulary import RecordKind, RetentionRule


class Retention(Stored):
    """How long an agreement's documents of a kind are kept; the program's own rule where there is no row.

    ``years`` is how many pass after the calendar year of the document; None where it is not disposed of.
    """

    __tablename__ = "retention"

    agreement_id: Mapped[int] = mapped_column(ForeignKey("agreement.id"), index=True)
    kind: Mapped[RecordKind]
    rule: Mapped[RetentionRule]
    years: Mapped[int | None]
