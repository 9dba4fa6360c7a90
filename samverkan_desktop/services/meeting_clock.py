"""The clock of a meeting that runs: how long it has gone on, and how long each item took."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta

from sqlalchemy import select
from sqlalchemy.orm import Session

from samverkan_desktop.clock import LOCAL_ZONE
from samverkan_desktop.errors import UserError
from samverkan_desktop.i18n import tr
from samverkan_desktop.models.agenda import AgendaItem
from samverkan_desktop.models.meeting import ItemOpening, Meeting
from samverkan_desktop.services.workspace import Workspace
from samverkan_desktop.vocabulary import MeetingStatus

_MINUTE = timedelta(minutes=1)


@dataclass(frozen=True)
class Opening:
    """That an item was opened at an instant; None that the meeting was adjourned."""

    item_id: int | None
    at: datetime


@dataclass(frozen=True)
class Standing:
    """How a meeting's time stands at an instant.

    ``elapsed`` is how long it has gone on, without what it was adjourned; ``used`` the time of each item
    that was opened; ``item_id`` the one whose time runs, None where none does.
    """

    elapsed: timedelta
    used: Mapping[int, timedelta]
    item_id: int | None


@dataclass(frozen=True)
class Timeline:
    """When a meeting began and ended, and what was opened in between, in the order it was opened."""

    begun_at: datetime | None = None
    closed_at: datetime | None = None
    openings: tuple[Opening, ...] = ()
    running: bool = False

    @property
    def adjourned(self) -> bool:
        """Whether it is adjourned, and goes on when it is resumed."""
        return self.running and bool(self.openings) and self.openings[-1].item_id is None

    def at(self, now: datetime) -> Standing:
        """Return how its time stands at an instant; a clock that was set back never gives less than none."""
        used: dict[int, timedelta] = {}
        elapsed = timedelta()
        for item_id, spent, pause in self._stretches(now):
            elapsed += timedelta() if pause else spent
            if item_id is not None:
                used[item_id] = used.get(item_id, timedelta()) + spent
        last = self.openings[-1].item_id if self.running and self.openings else None
        return Standing(elapsed, used, last)

    def _stretches(self, now: datetime) -> Iterator[tuple[int | None, timedelta, bool]]:
        """Yield each stretch: the item, how long it was, and whether the meeting was adjourned in it."""
        if self.begun_at is None:
            return
        begins = (self.begun_at, *(opening.at for opening in self.openings))
        ends = (*begins[1:], self.closed_at or now)
        items = (None, *(opening.item_id for opening in self.openings))
        for place, (begin, end, item_id) in enumerate(zip(begins, ends, items, strict=True)):
            # Before the first item is opened the meeting goes on, though no item does.
            yield item_id, max(end - begin, timedelta()), bool(place) and item_id is None


def timeline(work: Workspace, meeting_id: int) -> Timeline:
    """Return when a meeting began and what was opened in it; nothing where it was noted afterwards."""
    with work.read() as session:
        return _timeline(session, session.get_one(Meeting, meeting_id), work)


def _timeline(session: Session, meeting: Meeting, work: Workspace) -> Timeline:
    chosen = select(ItemOpening).where(ItemOpening.meeting_id == meeting.id).order_by(ItemOpening.id)
    begun = meeting.begun_at
    openings = () if begun is None else tuple(Opening(o.item_id, o.at) for o in session.scalars(chosen))
    running, closed = _runs(meeting, work), meeting.closed_at
    if begun is not None and closed is None and not running:
        closed = _end(meeting, openings[-1].at if openings else begun, work.clock.now())
    return Timeline(begun, closed, openings, running)


def _runs(meeting: Meeting, work: Workspace) -> bool:
    """Say whether time is taken: the meeting has begun, is not closed, and it is still its day."""
    begun = meeting.begun_at is not None and meeting.closed_at is None
    return begun and meeting.status is MeetingStatus.HELD and meeting.day == work.today


def begin(meeting: Meeting, work: Workspace) -> None:
    """Start a meeting's clock inside a use case; one that is noted on a later day has none."""
    if meeting.day == work.today:
        meeting.begun_at = work.clock.now()


def open_item(work: Workspace, meeting_id: int, item_id: int) -> bool:
    """Note that an item is what the meeting is at; returns whether its time runs.

    Nothing is noted of a meeting that does not run, nor while it is adjourned: one may look at other items
    in the break. It is no entry in the journal: a clock is not undone.
    """
    return _open(work, meeting_id, item_id, resumes=False)


def adjourn(work: Workspace, meeting_id: int) -> bool:
    """Let the time stand still (ajournering) until the meeting is resumed; returns whether it does."""
    return _open(work, meeting_id, None, resumes=False)


def resume(work: Workspace, meeting_id: int, item_id: int) -> bool:
    """Go on after an adjournment, with an item; returns whether its time runs."""
    return _open(work, meeting_id, item_id, resumes=True)


def _open(work: Workspace, meeting_id: int, item_id: int | None, *, resumes: bool) -> bool:
    with work.change("meeting_clock.open_item", tr("En punkt öppnades")) as session:
        meeting = session.get_one(Meeting, meeting_id)
        found = _timeline(session, meeting, work)
        if not found.running or (found.adjourned and not resumes):
            return False
        if not found.openings or found.openings[-1].item_id != item_id:
            session.add(ItemOpening(meeting_id=meeting_id, item_id=item_id, at=work.clock.now()))
        return True


def close(work: Workspace, meeting_id: int) -> None:
    """Note that the meeting has ended: what is written after that takes no time from any item.

    Raises:
        UserError: it does not run.
    """
    with work.change("meeting_clock.close", tr("Mötet avslutades")) as session:
        meeting = session.get_one(Meeting, meeting_id)
        if not _runs(meeting, work):
            raise UserError(tr("Mötet pågår inte, så det kan inte avslutas."))
        meeting.closed_at = work.clock.now()
        # Should it be taken back, what lay in between was no meeting.
        session.add(ItemOpening(meeting_id=meeting_id, item_id=None, at=meeting.closed_at))


def copy_used(session: Session, meeting: Meeting, work: Workspace) -> None:
    """Copy the minutes that each item took to it, inside the use case that finishes the minutes."""
    found = _timeline(session, meeting, work)
    if not found.openings:
        return
    standing = found.at(_end(meeting, found.openings[-1].at, work.clock.now()))
    for item in session.scalars(select(AgendaItem).where(AgendaItem.meeting_id == meeting.id)):
        minutes = round(standing.used.get(item.id, timedelta()) / _MINUTE)
        if minutes:
            item.used_minutes = minutes


def _end(meeting: Meeting, last: datetime, now: datetime) -> datetime:
    """Return when a meeting that nobody closed is taken to have ended: as planned, or with its last item.

    Whoever looks at it, or finishes its minutes, may do so long afterwards.
    """
    if meeting.ends is None:
        return min(now, last)
    return min(now, max(datetime.combine(meeting.day, meeting.ends, LOCAL_ZONE), last))
