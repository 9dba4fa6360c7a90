"""An open archive as the use cases see it: a store, a clock, and the bus that tells of changes."""

import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from copy import copy
from datetime import date, datetime
from pathlib import Path
from typing import Self

from sqlalchemy.orm import Session

from samverkan_desktop.clock import Clock, FixedClock, today
from samverkan_desktop.events import ArchiveChanged, EventBus
from samverkan_desktop.i18n import tr
from samverkan_desktop.storage import journal
from samverkan_desktop.storage.recorder import Key
from samverkan_desktop.storage.text_index import TextIndex
from samverkan_desktop.storage.unit_of_work import Merging, Store


class Workspace:
    """What every use case is given.

    Args:
        path: where the archive lies.
        store: the open archive.
        clock: what tells the time.
        events: what is told after each commit.
        release: what lets go of the archive for others; called once, when it is closed.
    """

    def __init__(
        self,
        path: Path,
        store: Store,
        clock: Clock,
        events: EventBus,
        release: Callable[[], None] = lambda: None,
    ) -> None:
        self.path = path
        self.clock = clock
        self.events = events
        #: What was written, for search; filled by whoever searches first.
        self.index = TextIndex()
        self._store = store
        self._release = release
        self._joined = threading.local()

    @property
    def read_only(self) -> bool:
        """Whether nothing may be changed in it."""
        return self._store.read_only

    def as_of(self, instant: datetime) -> Self:
        """Return the same archive with a clock that stands at an instant."""
        other = copy(self)
        other.clock = FixedClock(instant)
        return other

    @property
    def today(self) -> date:
        """The day it is, in the local zone."""
        return today(self.clock)

    @contextmanager
    def change(
        self, use_case: str, label: str, *, merge_key: str = "", merging: Merging | None = None
    ) -> Iterator[Session]:
        """Carry out a use case: one transaction, one journal entry, one event after the commit.

        Args:
            use_case: name of the function: ``meeting.schedule``.
            label: what is done, as the history shows it.
            merge_key: what is typed in one go shares a key and is one entry.
            merging: the same where only the use case itself finds out; it may still change it.
        """
        joined: Session | None = getattr(self._joined, "session", None)
        if joined is not None:
            yield joined
            joined.flush()
            return
        given = merging or Merging(merge_key)
        with self._store.transaction(use_case, label, self.clock.now(), merging=given) as transaction:
            yield transaction.session
        if transaction.rows:
            self._publish(label, transaction.rows)

    @contextmanager
    def rehearsal(self) -> Iterator[Session]:
        """Give a session to try a use case in: it refuses what it would, and what it did is dropped."""
        with self._store.rehearsal() as session:
            yield session

    @contextmanager
    def together(self, use_case: str, label: str) -> Iterator[None]:
        """Carry out several use cases as one: all or none, one journal entry, one event."""
        around: Session | None = getattr(self._joined, "session", None)
        with self.change(use_case, label) as session:
            self._joined.session = session
            try:
                yield
            finally:
                self._joined.session = around

    @contextmanager
    def read(self) -> Iterator[Session]:
        """Give a session to read with; inside `together`, one that sees what has been done so far."""
        joined: Session | None = getattr(self._joined, "session", None)
        if joined is not None:
            joined.flush()
            yield joined
            return
        with self._store.reading() as session:
            yield session

    @contextmanager
    def still(self) -> Iterator["Still"]:
        """Give the archive as it is now, whatever is done in it meanwhile: to read from, in this thread only.

        Its clock stands still, and may be set to another day.
        """
        with self._store.reading() as session:
            one = Still(self.path, self._store, FixedClock(self.clock.now()), self.events)
            one._joined.session = session  # noqa: SLF001  it is one of this class
            yield one

    def undo(self) -> str | None:
        """Take the last use case back; returns what it was, or None where there is nothing."""
        return self._tell(self._store.undo(), tr("Ångrade"))

    def redo(self) -> str | None:
        """Do what was last taken back again; returns what it was, or None where there is nothing."""
        return self._tell(self._store.redo(), tr("Gjorde om"))

    def _tell(self, done: tuple[str, frozenset[Key]] | None, verb: str) -> str | None:
        if done is None:
            return None
        label, rows = done
        self._publish(f"{verb}: {label}", rows)
        return label

    def _publish(self, label: str, rows: frozenset[Key]) -> None:
        self.index.touch(rows)
        self.events.publish(ArchiveChanged(label, frozenset(table for table, _ in rows)))

    def undoable(self) -> tuple[str | None, str | None]:
        """Return what undo and what redo would do, as labels; None where they would do nothing."""
        with self.read() as session:
            undo, redo = journal.next_steps(session)
            return (undo.label if undo else None, redo.label if redo else None)

    def close(self) -> None:
        """Let go of the archive."""
        self.index.close()
        self._store.close()
        self._release()


class Still(Workspace):
    """An archive as it was at one moment, on a day that can be set."""

    clock: FixedClock

    def stand(self, on: date) -> None:
        """Let it be another day: what is told of a day that has been is told as of that day."""
        self.clock.set(on)
