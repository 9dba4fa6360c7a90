"""Papers for a meeting."""

from sqlalchemy import ForeignKey, LargeBinary
from sqlalchemy.orm import Mapped, mapped_column

from samverkan_desktop.models.base import Base, Stored
from samverkan_desktop.vocabulary import AttachmentState


class AttachmentContent(Base):
    """The bytes of a paper or template, kept once under their hash; never changed: never in the journal."""

    __tablename__ = "attachment_content"

    sha256: Mapped[str] = mapped_column(primary_key=True)
    content: Mapped[bytes] = mapped_column(LargeBinary)


class Attachment(Stored):
    """A paper for an item, or for a submitted matter until an item takes it up.

    ``sha256`` is empty for one that is only announced.
    """

    __tablename__ = "attachment"

    item_id: Mapped[int | None] = mapped_column(ForeignKey("agenda_item.id"), index=True)
    matter_id: Mapped[int | None] = mapped_column(ForeignKey("matter.id"), index=True)
    title: Mapped[str]
    state: Mapped[AttachmentState]
    file_name: Mapped[str] = mapped_column(default="")
    sha256: Mapped[str] = mapped_column(default="")
