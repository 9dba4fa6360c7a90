"""The exchange file: everything in an archive as one JSON file that others can read, and back again."""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from samverkan_desktop.errors import EnvironmentFault, UserError
from samverkan_desktop.files import beside, explained
from samverkan_desktop.i18n import tr
from samverkan_desktop.models.agreement import Agreement
from samverkan_desktop.models.meeting import Meeting
from samverkan_desktop.services import (
    exchange_meaning,
    exchange_references,
    exchange_shape,
    exchange_text,
    plan_changes,
)
from samverkan_desktop.services.exchange_references import name_of
from samverkan_desktop.services.exchange_text import Source, pointer
from samverkan_desktop.services.workspace import Workspace
from samverkan_desktop.storage import exchange
from samverkan_desktop.storage.exchange import Content, Progress
from samverkan_desktop.storage.rows import Row

#: What an exchange file's name ends in.
SUFFIX = ".json"
#: How many places are named in a sentence.
_NAMED = 3


@dataclass(frozen=True)
class Incoming:
    """A file that has been read and found to be in order.

    Args:
        source: its text, to say where something stands.
        content: its rows by the name of their kind.
    """

    source: Source
    content: Content

    @property
    def titles(self) -> tuple[str, ...]:
        """The titles of its agreements."""
        return tuple(row["title"] for row in self.content[name_of(Agreement)])


@dataclass(frozen=True)
class Exchanged:
    """What was written to a file or read from one.

    Args:
        agreements: titles of the agreements.
        meetings: how many meetings.
        rows: how many things in all.
        identity_numbers: where texts seem to hold a personal identity number, as JSON pointers (R11).
    """

    agreements: tuple[str, ...]
    meetings: int
    rows: int
    identity_numbers: tuple[str, ...] = ()

    @property
    def amount(self) -> str:
        """How much it was, in words: ``1 avtal, 7 möten, 412 uppgifter i allt``."""
        meetings = tr("1 möte") if self.meetings == 1 else tr("{n} möten", n=self.meetings)
        rows = tr("1 uppgift") if self.rows == 1 else tr("{n} uppgifter", n=self.rows)
        return tr(
            "{agreements} avtal, {meetings}, {rows} i allt",
            agreements=len(self.agreements),
            meetings=meetings,
            rows=rows,
        )

    @property
    def warning(self) -> str:
        """A sentence on personal identity numbers in what was read; empty where there is none."""
        if not self.identity_numbers:
            return ""
        places = ", ".join(self.identity_numbers[:_NAMED])
        if len(self.identity_numbers) > _NAMED:
            more = len(self.identity_numbers) - _NAMED
            places = tr("{places} och {n} ställen till", places=places, n=more)
        return tr(
            "Det ser ut att finnas personnummer i det som lästes in. Ta bort dem: {places}.", places=places
        )


def dump(work: Workspace, target: Path, progress: Progress | None = None) -> Exchanged:
    """Write everything in an archive, its history apart, to an exchange file.

    Args:
        work: the open archive.
        target: the file; one that is there is replaced once the new one is whole.
        progress: told how many of how many lists are written; may raise to stop.

    Raises:
        UserError: the name does not end in ``.json``, or the archive holds a number that JSON cannot.
        EnvironmentFault: the file cannot be written; what was there is as it was.
    """
    if target.suffix.lower() != SUFFIX:
        raise UserError(
            tr("{name} slutar inte på {suffix}. Välj ett annat namn.", name=target.name, suffix=SUFFIX)
        )
    counted: dict[str, int] = {}
    with work.read() as session, beside(target) as part:
        titles = tuple(session.scalars(select(Agreement.title).order_by(Agreement.id)))
        head = {"format": exchange.FORMAT, "version": exchange.VERSION}
        with part.open("w", encoding="utf-8", newline="\n") as file:
            exchange_text.write(file, head, _lists(session, counted, progress))
    return Exchanged(titles, counted[name_of(Meeting)], sum(counted.values()))


def _lists(
    session: Session, counted: dict[str, int], progress: Progress | None
) -> Iterator[tuple[str, Iterator[dict[str, Any]]]]:
    kinds = exchange.kinds()
    for number, kind in enumerate(kinds):
        if progress is not None:
            progress(number, len(kinds), "")
        counted[kind.name] = 0
        rows = exchange.read(session, kind)
        if kind.model is Meeting:
            rows = _known_to_calendars(session, rows)
        yield kind.name, _counting(rows, counted, kind.name)


def _known_to_calendars(session: Session, rows: Iterator[Row]) -> Iterator[Row]:
    """Yield meetings with what calendars have been told of them, which is counted in the journal here.

    The journal stays behind, and identities may become others where they go.
    """
    changed = plan_changes.changes_of(session)
    for row in rows:
        meeting = session.get_one(Meeting, row["id"])
        yield {
            **row,
            "calendar_uid": plan_changes.uid_of(session, meeting),
            "calendar_sequence": meeting.calendar_sequence + changed.get(meeting.id, 0),
        }


def _counting(rows: Iterator[dict[str, Any]], counted: dict[str, int], name: str) -> Iterator[dict[str, Any]]:
    for row in rows:
        counted[name] += 1
        yield row


def read(path: Path) -> Incoming:
    """Read an exchange file and hold it against everything it must be; no archive is touched.

    Raises:
        UserError: it is not as it should be; names the line and the place, and what is wrong there.
        EnvironmentFault: it cannot be read.
    """
    with explained(path):
        data = path.read_bytes()
    try:
        source = exchange_text.decoded(path.name, data)
        content = exchange_shape.check(source, source.read())
        exchange_references.check(source, content)
        exchange_meaning.check(source, content)
    except MemoryError as error:
        raise EnvironmentFault(
            tr(
                "Filen {name} är för stor för datorns minne. Stäng andra program och försök igen.",
                name=path.name,
            )
        ) from error
    return Incoming(source, content)


def bring_in(work: Workspace, incoming: Incoming, progress: Progress | None = None) -> Exchanged:
    """Add what a file holds to an archive: all of it, as one thing that can be undone, or nothing.

    In an empty archive everything keeps its id. In one that is not, everything gets an id that is not
    taken, and what refers to it follows.

    Args:
        work: the open archive.
        incoming: the file, as `read` gives it.
        progress: told how many of how many lists are added; may raise to stop.

    Raises:
        UserError: an agreement in the file is in the archive already.
    """
    titles = incoming.titles
    label = (
        tr("Importerade {title}", title=titles[0])
        if len(titles) == 1
        else tr("Importerade {n} avtal", n=len(titles))
    )
    with work.change("exchange.bring_in", label) as session:
        _refuse_known(session, incoming)
        exchange.write(session, incoming.content, progress)
    content = incoming.content
    return Exchanged(
        titles,
        len(content[name_of(Meeting)]),
        sum(len(rows) for rows in content.values()),
        tuple(pointer(place) for place in exchange_meaning.identity_numbers(content)),
    )


def _refuse_known(session: Session, incoming: Incoming) -> None:
    known = set(session.scalars(select(Agreement.key)))
    name = name_of(Agreement)
    for place, row in enumerate(incoming.content[name]):
        if row["key"] in known:
            sentence = tr(
                "avtalet {title} finns redan i arkivet; ta bort det ur filen, ge det en annan nyckel, eller "
                "läs in filen i ett nytt arkiv",
                title=row["title"],
            )
            incoming.source.refuse((name, place, "key"), sentence)
