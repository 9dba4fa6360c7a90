"""What has been done with one meeting: who changed what, when, and in which words."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy.orm import Session

from samverkan_desktop.i18n import mark, tr
from samverkan_desktop.models.group import Seat
from samverkan_desktop.models.registry import METADATA
from samverkan_desktop.services.meeting_rows import Changes, entries_of, rows_of
from samverkan_desktop.services.workspace import Workspace
from samverkan_desktop.storage import journal, rows
from samverkan_desktop.storage.rows import Row
from samverkan_desktop.stretch import words_changed

#: The longest pause in what is told as one stretch of writing, in seconds.
_WRITING = 600
_NOTES = "agenda.write_notes"

#: What rows are called, and the columns that say which one it is.
_KINDS: dict[str, tuple[str, tuple[str, ...]]] = {
    "meeting": (mark("Mötet"), ()),
    "agenda_item": (mark("Punkt"), ("heading",)),
    "attendance": (mark("Närvaro"), ("function",)),
    "decision": (mark("Beslut"), ("number", "text")),
    "commission": (mark("Uppdrag"), ("number", "title")),
    "commission_report": (mark("Redovisning"), ("note",)),
    "task": (mark("Uppgift"), ("text",)),
    "attachment": (mark("Bilaga"), ("title",)),
    "skipped_item": (mark("Utelämnad punkt"), ("heading",)),
    "waiver": (mark("Avsteg"), ("reason",)),
}
#: What columns are called whose change is told; the others are in what the entry says.
_COLUMNS: dict[str, str] = {
    "heading": mark("rubrik"), "notes": mark("anteckningar"), "proposal": mark("förslag till beslut"),
    "presenter": mark("föredragande"), "minutes": mark("minuter"), "text": mark("text"),
    "responsible": mark("ansvarig"), "title": mark("rubrik"), "background": mark("bakgrund"),
    "how": mark("hur det redovisas"), "note": mark("anmärkning"), "day": mark("dag"),
    "starts": mark("börjar"), "ends": mark("slutar"), "place": mark("plats"), "reason": mark("skäl"),
    "due": mark("tid"), "case_number": mark("diarienummer"), "substitute": mark("ersättare"),
}  # fmt: skip

_Key = tuple[str, int]


@dataclass(frozen=True)
class Difference:
    """What was changed in one text, in whole words; ``removed`` or ``added`` is empty where nothing was."""

    what: str
    removed: str
    added: str


@dataclass(frozen=True)
class HistoryRow:
    """Something that was done with the meeting; what was written in one go is one row.

    ``entry_id`` is the last entry of it, to go back to; ``author`` who sat at the computer, empty where it is
    not known.
    """

    entry_id: int
    at: datetime
    author: str
    label: str
    differences: tuple[Difference, ...]


def listing(work: Workspace, meeting_id: int, limit: int = 300) -> tuple[HistoryRow, ...]:
    """Return what has been done with a meeting and what is of it, newest first.

    Args:
        work: the open archive.
        meeting_id: the meeting.
        limit: how many at the most, 1 or more.
    """
    with work.read() as session:
        told: list[HistoryRow] = []
        past = _Past(session)
        for run in _runs(entries_of(session, rows_of(session, meeting_id))):
            if len(told) == limit:
                break
            entry = run[0].entry
            told.append(HistoryRow(entry.id, entry.at, entry.author, entry.label, past.differences(run)))
        return tuple(told)


def _runs(entries: list[Changes]) -> Iterator[list[Changes]]:
    """Put what was written under the same item in one go together."""
    run: list[Changes] = []
    for each in entries:
        if run and not _goes_on(run[-1], each):
            yield run
            run = []
        run.append(each)
    if run:
        yield run


def _goes_on(later: Changes, earlier: Changes) -> bool:
    def what(changes: Changes) -> list[_Key]:
        return [(change.table, change.row_id) for change in changes.changes]

    pause = abs((later.entry.at - earlier.entry.at).total_seconds())
    return (
        later.entry.use_case == earlier.entry.use_case == _NOTES
        and later.entry.author == earlier.entry.author
        and what(later) == what(earlier)
        and pause <= _WRITING
    )


class _Past:
    """Rows as they stood, found by walking back through the history."""

    def __init__(self, session: Session) -> None:
        self._session = session
        self._rows: dict[_Key, Row | None] = {}

    def differences(self, run: list[Changes]) -> tuple[Difference, ...]:
        """Walk back over some entries, and return what they changed together."""
        after: dict[_Key, Row | None] = {}
        for each in run:
            for change in reversed(each.changes):
                key = change.table, change.row_id
                standing = self._standing(key)
                after.setdefault(key, standing)
                self._rows[key] = journal.earlier(change, standing)
        return tuple(
            difference
            for key, row in reversed(after.items())
            if key[0] in _KINDS
            for difference in self._of_row(key[0], self._rows[key], row)
        )

    def _standing(self, key: _Key) -> Row | None:
        if key not in self._rows:
            table, row_id = key
            self._rows[key] = rows.read(self._session, METADATA.tables[table], [row_id]).get(row_id)
        return self._rows[key]

    def _of_row(self, table: str, before: Row | None, after: Row | None) -> Iterator[Difference]:
        name = self._name(table, after or before or {})
        kind = tr(_KINDS[table][0])
        if before is None or after is None:
            if name and before is not after:
                yield Difference(kind, "" if before is None else name, "" if after is None else name)
            return
        for column, called in _COLUMNS.items():
            if before.get(column) != after.get(column):
                old, new = (str(row.get(column) or "") for row in (before, after))
                what = f"{kind} {name}, {tr(called)}" if name else f"{kind}, {tr(called)}"
                yield Difference(what, *words_changed(old, new))

    def _name(self, table: str, row: Row) -> str:
        if table == "attendance" and row.get("seat_id"):
            seat = self._session.get(Seat, row["seat_id"])
            return seat.function if seat else ""
        return " ".join(str(row[column]) for column in _KINDS[table][1] if row.get(column))
