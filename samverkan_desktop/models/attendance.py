"""Who was called to a meeting, and who came."""

from sqlalchemy import ForeignKey
from sqlalchemy.orm import Mapped, mapped_column

from samverkan_desktop.models.base import Stored
from samverkan_desktop.vocabulary import AttendanceStatus


class Attendance(Stored):
    """A seat that is called, or a guest (adjungerad) who has a function and no seat.

    ``status`` is None until something is noted. ``from_item_id`` and ``to_item_id`` bound a part
    attendance (``fr.o.m. punkt 3``, ``t.o.m. punkt 5``). ``headcount`` is how many of a collective
    seat were there, ``substitute`` the function that came instead of the seat's holder this once.
    """

    __tablename__ = "attendance"

    meeting_id: Mapped[int] = mapped_column(ForeignKey("meeting.id"), index=True)
    seat_id: Mapped[int | None] = mapped_column(ForeignKey("seat.id"))
    function: Mapped[str] = mapped_column(default="")
    organisation: Mapped[str] = mapped_column(default="")
    status: Mapped[AttendanceStatus | None]
    from_item_id: Mapped[int | None] = mapped_column(ForeignKey("agenda_item.id"))
    to_item_id: Mapped[int | None] = mapped_column(ForeignKey("agenda_item.id"))
    headcount: Mapped[int | None]
    note: Mapped[str] = mapped_column(default="")
    substitute: Mapped[str] = mapped_column(default="")
