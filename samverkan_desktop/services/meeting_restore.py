"""A meeting put back to how it was at a point of its history: one use case, undone like any other."""

from datetime import datetime
from typing import Any

from sqlalchemy.exc import IntegrityError
from sqlalchemy.orm import Session

from samverkan_desktop.clock import LOCAL_ZONE
from samverkan_desktop.errors import UserError
from samverkan_desktop.i18n import tr
from samverkan_desktop.models.base import Base, Stored
from samverkan_desktop.models.journal import JournalChange, JournalEntry
from samverkan_desktop.models.registry import METADATA
from samverkan_desktop.services.meeting import open_meeting
from samverkan_desktop.services.meeting_rows import Changes, entries_of, rows_of
from samverkan_desktop.services.workspace import Workspace
from samverkan_desktop.storage import journal, rows
from samverkan_desktop.storage.rows import Row
from samverkan_desktop.vocabulary import MeetingStatus

#: What has left the house is not taken back by putting the meeting back.
_STAYS = ("minutes_version", "distribution", "delivery")
_CLOSED = (MeetingStatus.FINISHED.value, MeetingStatus.SENT.value)

_Key = tuple[str, int]


def moment(at: datetime) -> str:
    """Return an instant as the history tells it: day and time of day, in the local zone."""
    return f"{at.astimezone(LOCAL_ZONE):%Y-%m-%d %H.%M}"


def restore(work: Workspace, meeting_id: int, entry_id: int) -> None:
    """Put a meeting back to how it was when something of its history had just been done.

    What was done since is taken back as a whole, newest first, also where it changed something that is not
    the meeting's own: a commission that was reported at it is open again. Finished minutes and what has been
    sent stay as they are.

    Args:
        work: the open archive.
        meeting_id: the meeting.
        entry_id: the entry of the history to go back to.

    Raises:
        UserError: the minutes are finished, the meeting is cancelled, it was not there yet, or something else
            rests on what has been done since.
    """
    with work.read() as session:
        entry = session.get_one(JournalEntry, entry_id)
    label = tr("Mötet återställdes till {when}", when=moment(entry.at))
    try:
        with work.change("meeting_restore.restore", label) as session:
            open_meeting(session, meeting_id)
            past = _Past(session)
            for later in entries_of(session, rows_of(session, meeting_id), since=entry_id, whole=True):
                past.take_back(later)
            if past.wanted.get(("meeting", meeting_id), {}) is None:
                raise UserError(tr("Mötet fanns inte då. Välj en senare tidpunkt."))
            past.put()
    except IntegrityError as error:
        raise UserError(
            tr(
                "Mötet kan inte återställas dit, eftersom annat i arkivet vilar på det som skulle försvinna "
                "eller har tagits bort sedan dess. Välj en senare tidpunkt."
            )
        ) from error


class _Past:
    """Rows as they were, found by taking back one entry after the other."""

    def __init__(self, session: Session) -> None:
        self._session = session
        self._standing: dict[_Key, Row | None] = {}
        self.wanted: dict[_Key, Row | None] = {}

    def take_back(self, later: Changes) -> None:
        """Take the changes of an entry back.

        Raises:
            UserError: something it changed has been changed by something else since.
        """
        for change in reversed(later.changes):
            if change.table in _STAYS:
                continue
            key = change.table, change.row_id
            if key not in self.wanted:
                found = rows.read(self._session, METADATA.tables[change.table], [change.row_id])
                self._standing[key] = self.wanted[key] = found.get(change.row_id)
            if not _fits(change, self.wanted[key]):
                raise UserError(
                    tr(
                        "Mötet kan inte återställas dit, eftersom det som sedan har hänt ({label}) har "
                        "ändrats på annat håll. Välj en senare tidpunkt.",
                        label=later.entry.label,
                    )
                )
            self.wanted[key] = journal.earlier(change, self.wanted[key])

    def put(self) -> None:
        """Make the rows what they were."""
        kinds = {mapper.class_.__tablename__: mapper.class_ for mapper in Base.registry.mappers}
        for (table, row_id), row in self.wanted.items():
            standing = self._standing[table, row_id]
            if row is None and standing is not None:
                self._session.delete(self._session.get_one(kinds[table], row_id))
            elif row is not None:
                self._put_row(kinds[table], row, standing)

    def _put_row(self, kind: type[Stored], row: Row, standing: Row | None) -> None:
        values: dict[str, Any] = rows.typed(METADATA.tables[kind.__tablename__], row)
        if standing is None:
            self._session.add(kind(**values))
            return
        thing = self._session.get_one(kind, row["id"])
        for name, value in values.items():
            closes = name == "status" and row[name] in _CLOSED and kind.__tablename__ == "meeting"
            if row[name] != standing.get(name) and not closes:
                setattr(thing, name, value)


def _fits(change: JournalChange, standing: Row | None) -> bool:
    """Return whether a row stands as a change left it."""
    if change.after is None or standing is None:
        return change.after is None and standing is None
    return all(
        value == standing[name]
        for name, value in change.after.items()
        # Of a long text only a stretch is known, and it is looked at when it is put back.
        if name in standing and not (isinstance(value, dict) and isinstance(standing[name], str))
    )
