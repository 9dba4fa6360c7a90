"""The common base of everything that is stored."""

import enum
from datetime import UTC, datetime
from typing import Any

from sqlalchemy import JSON, DateTime, Dialect, Enum, MetaData, Text, TypeDecorator
from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column

#: In a table's ``info``: what one of its rows is called outside the database, where that is not its name.
CALLED = "called"


class UtcDateTime(TypeDecorator[datetime]):
    """An instant: aware in the program, UTC in the archive."""

    impl = DateTime
    cache_ok = True

    def process_bind_param(self, value: datetime | None, dialect: Dialect) -> datetime | None:  # noqa: ARG002
        """Turn an aware instant into UTC without zone."""
        if value is not None and value.tzinfo is None:
            raise ValueError(f"{value} says no time zone, so nobody knows which instant it is")
        return value.astimezone(UTC).replace(tzinfo=None) if value else None

    def process_result_value(self, value: datetime | None, dialect: Dialect) -> datetime | None:  # noqa: ARG002
        """Give an instant its zone back."""
        return value.replace(tzinfo=UTC) if value else None


class Base(DeclarativeBase):
    """A stored thing, with an identity that is never used again."""

    metadata = MetaData(
        naming_convention={
            "ix": "ix_%(column_0_label)s",
            "uq": "uq_%(table_name)s_%(column_0_N_name)s",
            "fk": "fk_%(table_name)s_%(column_0_name)s_%(referred_table_name)s",
            "pk": "pk_%(table_name)s",
        }
    )
    type_annotation_map = {  # noqa: RUF012  SQLAlchemy declares it an instance's own
        str: Text,
        datetime: UtcDateTime,
        dict[str, Any]: JSON,
        list[str]: JSON,
        enum.Enum: Enum(
            enum.Enum,
            native_enum=False,
            length=32,
            values_callable=lambda members: [member.value for member in members],
        ),
    }


class Stored(Base):
    """A thing whose every change stands in the journal."""

    __abstract__ = True
    # SQLAlchemy declares it an instance's own.
    __table_args__: Any = {"sqlite_autoincrement": True}  # noqa: RUF012

    id: Mapped[int] = mapped_column(primary_key=True)

    def __repr__(self) -> str:
        return f"<{type(self).__name__} {self.id}>"
