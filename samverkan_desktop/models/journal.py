"""The journal: every use case as one entry, with each row before and after."""

from datetime import datetime
from typing import Any

from sqlalchemy import JSON, ForeignKey
from sqlalchemy.orm import Mapped, mapped_column

from samverkan_desktop.models.base import Base


class JournalEntry(Base):
    """One use case.

    ``undone`` says that its changes are not in force now; ``discarded`` that they cannot be redone,
    because something else was done instead. ``author`` is who sat at the computer, as it knows them.
    ``merge_key`` lets what is typed in one go be one entry.
    """

    __tablename__ = "journal_entry"
    __table_args__ = {"sqlite_autoincrement": True}  # noqa: RUF012  SQLAlchemy's own form

    id: Mapped[int] = mapped_column(primary_key=True)
    at: Mapped[datetime]
    use_case: Mapped[str]
    label: Mapped[str]
    merge_key: Mapped[str] = mapped_column(default="")
    author: Mapped[str] = mapped_column(default="")
    undone: Mapped[bool] = mapped_column(default=False)
    discarded: Mapped[bool] = mapped_column(default=False)


class JournalChange(Base):
    """One row of one table: None before for a new row, None after for a removed one."""

    __tablename__ = "journal_change"

    id: Mapped[int] = mapped_column(primary_key=True)
    entry_id: Mapped[int] = mapped_column(ForeignKey("journal_entry.id"), index=True)
    table: Mapped[str] = mapped_column("table_name")
    row_id: Mapped[int]
    before: Mapped[dict[str, Any] | None] = mapped_column(JSON(none_as_null=True))
    after: Mapped[dict[str, Any] | None] = mapped_column(JSON(none_as_null=True))
