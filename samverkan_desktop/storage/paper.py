"""The bytes of papers, read a stretch at a time: a paper may be larger than what memory has to spare."""

import sqlite3
from collections.abc import Iterator
from typing import cast

from sqlalchemy import func, literal_column, select
from sqlalchemy.orm import Session

from samverkan_desktop.models.attachment import AttachmentContent

#: How many bytes are held at once.
STRETCH = 1 << 20


def size(session: Session, sha256: str) -> int | None:
    """Return how many bytes a paper has; None where the archive does not hold it."""
    length = func.length(AttachmentContent.content)
    return session.scalar(select(length).where(AttachmentContent.sha256 == sha256))


def stretches(session: Session, sha256: str) -> Iterator[bytes]:
    """Yield the bytes of a paper that the archive holds, in order.

    Raises:
        KeyError: the archive does not hold it.
    """
    row = session.scalar(select(literal_column("rowid")).where(AttachmentContent.sha256 == sha256))
    if row is None:
        raise KeyError(sha256)
    # SQLAlchemy knows nothing of reading a value a stretch at a time.
    connection = cast("sqlite3.Connection", session.connection().connection.driver_connection)
    with connection.blobopen(AttachmentContent.__tablename__, "content", row, readonly=True) as blob:
        while stretch := blob.read(STRETCH):
            yield stretch
