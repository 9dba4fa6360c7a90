"""A phrase that is written with a few letters."""

from sqlalchemy.orm import Mapped

from samverkan_desktop.models.base import Stored


class Phrase(Stored):
    """A phrase of the user's own; ``key`` is what one writes after ``#`` to get its ``text``."""

    __tablename__ = "phrase"

    key: Mapped[str]
    text: Mapped[str]
