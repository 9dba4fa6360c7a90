"""What has been written as a file for others."""

from datetime import datetime
from typing import Any

from sqlalchemy.orm import Mapped, mapped_column

from samverkan_desktop.models.base import Base
from samverkan_desktop.vocabulary import DocumentKind


class ExportedFile(Base):
    """A document written to a file (utskrivet dokument): where, with which bytes, when, and of what.

    Not in the journal: undo cannot take a file back, and would only forget that it is ours; and what was done
    last would be that something was printed. For the same reason it refers to nothing by a foreign key: what
    it is of may be undone. Not in an exchange file either: the path is this computer's.

    ``subject`` is what the document is made of, as `services.export.export` is asked for it; ``content`` the
    SHA-256 of what it said; ``entry_id`` the newest journal entry in force then, 0 where there was none.
    """

    __tablename__ = "exported_file"
    __table_args__ = {"sqlite_autoincrement": True}  # noqa: RUF012  SQLAlchemy's own form

    id: Mapped[int] = mapped_column(primary_key=True)
    path: Mapped[str] = mapped_column(index=True)
    sha256: Mapped[str]
    written_at: Mapped[datetime]
    document: Mapped[DocumentKind]
    format: Mapped[str]
    agreement_id: Mapped[int | None] = mapped_column(index=True)
    subject: Mapped[dict[str, Any]]
    content: Mapped[str] = mapped_column(default="")
    entry_id: Mapped[int] = mapped_column(default=0)
