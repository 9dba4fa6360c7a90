"""The unit of work: every use case is one transaction and one journal entry."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import datetime

from sqlalchemy import Engine
from sqlalchemy.orm import Session

from samverkan_desktop.models.journal import JournalEntry
from samverkan_desktop.storage import journal

Step = Callable[[Session], tuple[JournalEntry, frozenset[str]] | None]

#: What is typed in one go is one entry: the longest pause inside it, in seconds.
MERGE_WITHIN = 5.0


class Transaction:
    """A use case under way.

    Args:
        session: where it reads and writes; bulk statements are refused, since the journal would
            not see them.
    """

    def __init__(self, session: Session) -> None:
        self.session = session
        self.rooms: frozenset[str] = frozenset()


class Store:
    """One open archive."""

    def __init__(self, engine: Engine) -> None:
        self._engine = engine

    @contextmanager
    def reading(self) -> Iterator[Session]:
        """Give a session to read with; whatever it changes is dropped."""
        with Session(self._engine, expire_on_commit=False, autoflush=False) as session:
            yield session

    @contextmanager
    def transaction(
        self, use_case: str, label: str, at: datetime, *, merge_key: str = ""
    ) -> Iterator[Transaction]:
        """Carry out a use case: all of it, written into the journal, or nothing.

        Args:
            use_case: name of the function: ``meeting.schedule``.
            label: what is done, in the language in use, as the history shows it.
            at: the instant.
            merge_key: what is typed in one go shares a key and is one entry.
        """
        with Session(self._engine) as session:
            transaction = Transaction(session)
            recorder = journal.Recorder(session)
            yield transaction
            session.flush()
            changes = recorder.changes()
            if changes:
                entry = JournalEntry(at=at, use_case=use_case, label=label, merge_key=merge_key)
                journal.write_entry(session, entry, recorder, MERGE_WITHIN)
            session.commit()
            transaction.rooms = frozenset(change[0] for change in changes)

    def undo(self) -> tuple[str, frozenset[str]] | None:
        """Take the last use case back; returns its label and the tables changed, or None."""
        return self._step(journal.undo)

    def redo(self) -> tuple[str, frozenset[str]] | None:
        """Do what was last taken back again; returns its label and the tables changed, or None."""
        return self._step(journal.redo)

    def _step(self, step: Step) -> tuple[str, frozenset[str]] | None:
        with Session(self._engine) as session:
            done = step(session)
            if done is None:
                return None
            entry, rooms = done
            label = entry.label
            session.commit()
            return label, rooms

    def close(self) -> None:
        """Let go of the archive."""
        self._engine.dispose()
