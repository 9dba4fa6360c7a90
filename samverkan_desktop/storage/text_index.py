"""The words of an archive and where they stand: SQLite's full-text index, in memory while it is open.

It follows from the archive and is never part of it: a copy, an older program or another reader of the file
has nothing to keep in step.
"""

import re
import sqlite3
import threading
import unicodedata
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from enum import StrEnum

from samverkan_desktop.storage.recorder import Key

#: The tables of a source: it has its own, so that one with few things in it is asked in no time.
_SCHEMA = """
    CREATE TABLE entry_{0} (id INTEGER PRIMARY KEY, label TEXT, body TEXT, target TEXT, folded TEXT);
    CREATE VIRTUAL TABLE exact_{0} USING fts5(words, content='', tokenize="unicode61 remove_diacritics 0");
    CREATE VIRTUAL TABLE lenient_{0} USING fts5(words, content='', tokenize="unicode61 remove_diacritics 2");
"""
#: What the index takes for a word: letters and figures.
_WORD = re.compile(r"[^\W_]+")
#: Letters of the Latin alphabet with marks, and the letters that are left without them.
_UNMARKED = {
    code: base
    for code in (*range(0xC0, 0x250), *range(0x1E00, 0x1F00))
    if (base := unicodedata.normalize("NFD", chr(code))[0]) != chr(code)
}


class Reading(StrEnum):
    """How words are compared; the value is the index that is asked, empty for none."""

    #: Each as a word begins, å and a apart.
    EXACT = "exact"
    #: Each as a word begins, marks above letters looked past on both sides.
    LENIENT = "lenient"
    #: Each anywhere, inside longer words too, marks looked past.
    INSIDE = ""


@dataclass(frozen=True)
class Entry:
    """A thing that can be found: its identity, what it is called, what it says, and what opens it."""

    id: int
    label: str
    body: str
    target: str


class TextIndex:
    """What can be found, by source; what was touched since it was last looked at is remembered.

    It may be used from any thread: whoever reads or changes it holds its `lock`.
    """

    def __init__(self) -> None:
        self.lock = threading.RLock()
        self._noting = threading.Lock()
        self._begun = False
        self._touched: set[Key] = set()
        self._connection: sqlite3.Connection | None = None
        self._sources: set[int] = set()

    def touch(self, keys: Iterable[Key]) -> None:
        """Remember that rows have changed; never waits for whoever reads."""
        with self._noting:
            if self._begun:
                self._touched.update(keys)

    def touched(self) -> set[Key] | None:
        """Return the rows that have changed since this was last asked; None the first time, for all."""
        with self._noting:
            if not self._begun:
                self._begun = True
                return None
            changed, self._touched = self._touched, set()
            return changed

    def put(self, source: int, entries: Iterable[Entry], instead_of: Collection[int] | None) -> None:
        """Put entries in.

        Args:
            source: number of their source, 0 or more.
            entries: as they are now.
            instead_of: identities of those that they take the place of; None for all of the source.
        """
        connection = self._opened(source)
        if instead_of is None:
            instead_of = [row[0] for row in connection.execute(f"SELECT id FROM entry_{source}")]  # noqa: S608
        with connection:
            connection.execute("BEGIN")
            for identity in instead_of:
                _remove(connection, source, identity)
            for entry in entries:
                _add(connection, source, entry)

    def find(
        self, source: int, words: Sequence[str], reading: Reading, limit: int | None, *, newest_first: bool
    ) -> list[int]:
        """Return the identities of what holds every word.

        Args:
            source: where it is looked for.
            words: words, or beginnings of words.
            reading: how they are compared.
            limit: how many at the most, 1 or more; None for all.
            newest_first: whether the last that came in is the first.
        """
        if reading is Reading.INSIDE:
            table, sought = f"entry_{source}", [unmarked(word) for word in words]
            holds = " AND ".join(["instr(folded, ?)"] * len(sought))
        else:
            plain = unicodedata.normalize("NFC", " ".join(words))
            table, sought = f"{reading}_{source}", [" ".join(f'"{word}"*' for word in _WORD.findall(plain))]
            holds = f"{table} MATCH ?"
        if not any(sought):
            return []
        chosen = (
            f"SELECT rowid FROM {table} WHERE {holds} "  # noqa: S608
            f"ORDER BY rowid {'DESC' if newest_first else 'ASC'} LIMIT ?"
        )
        found = self._opened(source).execute(chosen, (*sought, -1 if limit is None else limit))
        return [row[0] for row in found]

    def entry(self, source: int, identity: int) -> Entry:
        """Return what was put in."""
        chosen = f"SELECT label, body, target FROM entry_{source} WHERE id = ?"  # noqa: S608
        return Entry(identity, *self._opened(source).execute(chosen, (identity,)).fetchone())

    def close(self) -> None:
        """Let go of everything."""
        with self.lock:
            if self._connection is not None:
                self._connection.close()
            self._connection, self._begun, self._touched, self._sources = None, False, set(), set()

    def _opened(self, source: int) -> sqlite3.Connection:
        if self._connection is None:
            self._connection = sqlite3.connect(":memory:", isolation_level=None, check_same_thread=False)
        if source not in self._sources:
            self._sources.add(source)
            self._connection.executescript(_SCHEMA.format(source))
        return self._connection


def _remove(connection: sqlite3.Connection, source: int, identity: int) -> None:
    chosen = f"SELECT label, body FROM entry_{source} WHERE id = ?"  # noqa: S608
    row = connection.execute(chosen, (identity,)).fetchone()
    if row is None:
        return
    for index in (f"{Reading.EXACT}_{source}", f"{Reading.LENIENT}_{source}"):
        # An index without content must be told what it had taken in.
        connection.execute(
            f"INSERT INTO {index} ({index}, rowid, words) VALUES ('delete', ?, ?)",  # noqa: S608
            (identity, f"{row[0]}\n{row[1]}"),
        )
    connection.execute(f"DELETE FROM entry_{source} WHERE id = ?", (identity,))  # noqa: S608


def _add(connection: sqlite3.Connection, source: int, entry: Entry) -> None:
    label, body = (unicodedata.normalize("NFC", text) for text in (entry.label, entry.body))
    words = f"{label}\n{body}"
    row = (entry.id, label, body, entry.target, unmarked(words))
    connection.execute(f"INSERT INTO entry_{source} VALUES (?, ?, ?, ?, ?)", row)  # noqa: S608
    for index in (Reading.EXACT, Reading.LENIENT):
        into = f"INSERT INTO {index}_{source} (rowid, words) VALUES (?, ?)"  # noqa: S608
        connection.execute(into, (entry.id, words))


def unmarked(text: str) -> str:
    """Return a text in small letters without marks above them: ``Skolgång`` as ``skolgang``."""
    return unicodedata.normalize("NFC", text).casefold().translate(_UNMARKED)
