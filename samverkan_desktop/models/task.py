"""A task: smaller than a commission, something that somebody does until a day."""

from datetime import date

from sqlalchemy import ForeignKey
from sqlalchemy.orm import Mapped, mapped_column

from samverkan_desktop.models.base import Stored


class Task(Stored):
    """A task noted under an item; ``responsible`` is the function that does it.

    ``due_words`` is the time as it was said where that is no day; ``due`` is then its last day.
    """

    __tablename__ = "task"

    item_id: Mapped[int] = mapped_column(ForeignKey("agenda_item.id"), index=True)
    text: Mapped[str]
    responsible: Mapped[str] = mapped_column(default="")
    due: Mapped[date | None]
    due_words: Mapped[str] = mapped_column(default="")
    done_on: Mapped[date | None]
