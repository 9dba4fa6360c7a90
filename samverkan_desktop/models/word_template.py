"""A municipality's own Word templates, chosen for an agreement's documents."""

from datetime import date

from sqlalchemy import ForeignKey
from sqlalchemy.orm import Mapped, mapped_column

from samverkan_desktop.models.base import Stored
from samverkan_desktop.vocabulary import DocumentKind


class StoredTemplate(Stored):
    """A template for a kind of document; for every kind that has none of its own where ``document`` is None.

    Its bytes are kept as those of papers are, under ``sha256``; ``since`` is the day it was chosen.
    """

    __tablename__ = "word_template"

    agreement_id: Mapped[int] = mapped_column(ForeignKey("agreement.id"), index=True)
    document: Mapped[DocumentKind | None]
    file_name: Mapped[str]
    sha256: Mapped[str]
    since: Mapped[date]
