"""The unit of work: every use case is one transaction and one journal entry."""

import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from sqlalchemy import Engine
from sqlalchemy.orm import Session

from samverkan_desktop.errors import EnvironmentFault, UserError
from samverkan_desktop.i18n import tr
from samverkan_desktop.models.journal import JournalEntry
from samverkan_desktop.storage import faults, journal
from samverkan_desktop.storage.engine import ARCHIVE, READ_ONLY, WRITES
from samverkan_desktop.storage.recorder import Key, Recorder

Step = Callable[[Session], tuple[JournalEntry, frozenset[Key]] | None]

#: What is typed in one go is one entry: the longest pause inside it, in seconds.
MERGE_WITHIN = 5.0


@dataclass
class Merging:
    """Whether a use case goes on with the one before, so that both are one entry.

    Args:
        key: what is typed in one go shares a key; empty where nothing goes on.
        within: the longest pause inside it, in seconds.
    """

    key: str = ""
    within: float = MERGE_WITHIN


class Transaction:
    """A use case under way.

    Args:
        session: where it reads and writes; bulk statements and savepoints are refused, since the
            journal would not see them.

    Attributes:
        rows: tables and identities of the rows it changed, known once it is committed.
    """

    def __init__(self, session: Session) -> None:
        self.session = session
        self.rows: frozenset[Key] = frozenset()


class Store:
    """One open archive.

    Args:
        engine: as `engine.open_engine` gives it.
        author: who sits at the computer, for the journal; empty where nobody does.
    """

    def __init__(self, engine: Engine, author: str = "") -> None:
        self._author = author
        options = engine.get_execution_options()
        self.path: Path = options[ARCHIVE]
        self.read_only: bool = options[READ_ONLY]
        self._here = threading.local()
        self._engine = engine
        self._writing_engine = engine.execution_options(**{WRITES: True})

    @contextmanager
    def reading(self) -> Iterator[Session]:
        """Give a session to read with, from any thread; whatever it changes is dropped."""
        with (
            self._afresh_after_a_fault(),
            faults.of_database(self.path),
            Session(self._engine, expire_on_commit=False, autoflush=False) as session,
        ):
            yield session

    @contextmanager
    def _afresh_after_a_fault(self) -> Iterator[None]:
        try:
            yield
        except EnvironmentFault:
            # A connection to a drive that went away does not find it again when it is back.
            self._engine.dispose()
            raise

    @contextmanager
    def _writing(self) -> Iterator[Session]:
        if self.read_only:
            raise UserError(
                tr(
                    "Arkivet {name} är öppnat för läsning, så inget kan ändras. "
                    "Öppna det för skrivning först.",
                    name=self.path.name,
                )
            )
        if getattr(self._here, "writing", False):
            # It would wait for itself, and in the end blame another program.
            raise AssertionError("a use case is one transaction: do not begin another inside it")
        self._here.writing = True
        try:
            with (
                self._afresh_after_a_fault(),
                faults.of_database(self.path),
                Session(self._writing_engine, expire_on_commit=False) as session,
            ):
                yield session
        finally:
            self._here.writing = False

    @contextmanager
    def rehearsal(self) -> Iterator[Session]:
        """Give a session to try something in; whatever it did is dropped in the end.

        Raises:
            UserError: the archive is open for reading only.
            EnvironmentFault: disk or database failed.
        """
        with self._writing() as session:
            yield session

    @contextmanager
    def transaction(
        self,
        use_case: str,
        label: str,
        at: datetime,
        *,
        merging: Merging | None = None,
    ) -> Iterator[Transaction]:
        """Carry out a use case: all of it, written into the journal, or nothing.

        Args:
            use_case: name of the function: ``meeting.schedule``.
            label: what is done, in the language in use, as the history shows it.
            at: the instant.
            merging: whether it goes on with the entry before; what it holds when the block is done counts.

        Raises:
            UserError: the archive is open for reading only.
            EnvironmentFault: disk or database failed; nothing has been changed.
        """
        with self._writing() as session:
            transaction = Transaction(session)
            recorder = Recorder(session)
            yield transaction
            session.flush()
            changes = recorder.changes()
            if changes:
                given = merging or Merging()
                entry = JournalEntry(
                    at=at, use_case=use_case, label=label, merge_key=given.key, author=self._author
                )
                journal.write_entry(session, entry, recorder, given.within)
            session.commit()
            transaction.rows = frozenset(change[:2] for change in changes)

    def undo(self) -> tuple[str, frozenset[Key]] | None:
        """Take the last use case back; returns its label and the rows changed, or None."""
        return self._step(journal.undo)

    def redo(self) -> tuple[str, frozenset[Key]] | None:
        """Do what was last taken back again; returns its label and the rows changed, or None."""
        return self._step(journal.redo)

    def _step(self, step: Step) -> tuple[str, frozenset[Key]] | None:
        with self._writing() as session:
            done = step(session)
            if done is None:
                return None
            entry, rows = done
            label = entry.label
            session.commit()
            return label, rows

    def close(self) -> None:
        """Let go of the archive."""
        self._engine.dispose()
