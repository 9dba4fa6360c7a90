"""Items that come onto an agenda by themselves, left out of one meeting, and taken back."""

from dataclasses import dataclass

from sqlalchemy import select
from sqlalchemy.orm import Session

from samverkan_desktop.errors import UserError
from samverkan_desktop.i18n import tr
from samverkan_desktop.models.agenda import AgendaItem, SkippedItem
from samverkan_desktop.services import attachment
from samverkan_desktop.services.agenda_builder import source_of, wanted
from samverkan_desktop.services.agenda_order import insert, ordered, take_off
from samverkan_desktop.services.carry_over import settle
from samverkan_desktop.services.meeting import open_meeting
from samverkan_desktop.services.workspace import Workspace
from samverkan_desktop.vocabulary import ItemOrigin


@dataclass(frozen=True)
class SkippedRow:
    """What is left out of a meeting; ``demanded`` says that the agreement asks for it at this one."""

    id: int
    heading: str
    demanded: bool


def skip(work: Workspace, item_id: int) -> bool:
    """Leave out of one meeting an item that came by itself; it comes again at the next.

    Returns:
        Whether the agreement demands it at this meeting: the finding then stays, and says so.

    Raises:
        UserError: it was added by hand, something is written or stands under it, or the minutes are finished.
    """
    with work.change("skipped_item.skip", tr("En punkt hoppades över")) as session:
        item = session.get_one(AgendaItem, item_id)
        open_meeting(session, item.meeting_id)
        source = source_of(item)
        if not source or item.origin is ItemOrigin.OWN:
            raise UserError(tr("Punkten har lagts till för hand. Ta bort den i stället."))
        if item.notes.strip():
            raise UserError(tr("Punkten har anteckningar. Ta bort dem innan den hoppas över."))
        under = select(AgendaItem.id).where(AgendaItem.parent_id == item_id).limit(1)
        if session.scalar(under) is not None:
            raise UserError(tr("Punkten har underpunkter. Gör dem till egna punkter först."))
        origin, heading = item.origin, item.heading
        session.add(
            SkippedItem(meeting_id=item.meeting_id, origin=origin, source=source, heading=heading)
        )  # fmt: skip
        take_off(session, item)
        return origin is ItemOrigin.DEMANDED


def take_back(work: Workspace, skipped_id: int) -> int | None:
    """Put what was left out on the agenda after all, where it would have stood.

    Returns:
        The item; None where nothing asks for it any more.
    """
    with work.change("skipped_item.take_back", tr("En överhoppad punkt togs tillbaka")) as session:
        skipped = session.get_one(SkippedItem, skipped_id)
        meeting = open_meeting(session, skipped.meeting_id)
        before: list[str] = []
        made = None
        for item in wanted(session, meeting):
            source = source_of(item)
            if source == skipped.source:
                place = _place_after(session, meeting.id, before)
                made = insert(session, meeting.id, item, place)
                settle(session, made)
                if made.matter_id is not None:
                    attachment.follow(session, made.matter_id, made.id)
                break
            before.append(source)
        session.delete(skipped)
        return made.id if made is not None else None


def _place_after(session: Session, meeting_id: int, before: list[str]) -> int | None:
    """Return the place after the last item that comes before by itself; None where none is there."""
    present = ordered(session, meeting_id)
    places = [place for place, item in enumerate(present, 1) if source_of(item) in before]
    if places:
        return places[-1] + 1
    return None if before or not present else 1


def listing(work: Workspace, meeting_id: int) -> tuple[SkippedRow, ...]:
    """Return what is left out of a meeting, in the order in which it was."""
    with work.read() as session:
        return rows_in(session, meeting_id)


def rows_in(session: Session, meeting_id: int) -> tuple[SkippedRow, ...]:
    """Return what is left out of a meeting as a session sees it."""
    chosen = select(SkippedItem).where(SkippedItem.meeting_id == meeting_id).order_by(SkippedItem.id)
    return tuple(
        SkippedRow(each.id, each.heading, each.origin is ItemOrigin.DEMANDED)
        for each in session.scalars(chosen)
    )  # fmt: skip
