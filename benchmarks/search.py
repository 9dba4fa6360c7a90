"""The search over twenty years of five agreements, against SQLite's own full-text index of the same words.

Run it with ``make benchmarks``, or ``python -m benchmarks.search``.
"""

import sqlite3
import tempfile
import time
import tracemalloc
from pathlib import Path

from benchmarks.documents import compare
from benchmarks.large_archive import build
from samverkan_desktop.clock import SystemClock
from samverkan_desktop.services import archive, search
from samverkan_desktop.services.search_sources import SOURCES
from samverkan_desktop.services.workspace import Workspace

YEARS, FRAME = 20, 16.0
#: What is sought: what many things hold, what few do, two words, what nothing holds.
SOUGHT = ("gruppen", "arbetet vidare", "fråga", "uppdrag 2018", "2019-0", "zebra")


def floor(work: Workspace) -> sqlite3.Connection:
    """Return one bare index of everything that can be searched."""
    bare = sqlite3.connect(":memory:")
    bare.execute("CREATE VIRTUAL TABLE everything USING fts5(words)")
    with work.read() as session:
        for source in SOURCES:
            rows = [(f"{each.label}\n{each.body}",) for each in source.read(session, None)]
            bare.executemany("INSERT INTO everything VALUES (?)", rows)
    return bare


def main() -> None:
    with tempfile.TemporaryDirectory() as scratch:
        path = Path(scratch) / "stort.samverkan"
        build(path, YEARS)
        work = archive.open_to_read(path, SystemClock())
        bare = floor(work)
        tracemalloc.start()
        begun = time.perf_counter()
        search.prepare(work)
        taken = (time.perf_counter() - begun) * 1000
        held = tracemalloc.get_traced_memory()[0] / 2**20
        tracemalloc.stop()
        (count,) = bare.execute("SELECT count(*) FROM everything").fetchone()
        print(f"read once, traced            {taken:8.0f} ms   {count} things   {held:.0f} MB held by Python")
        chosen = "SELECT words FROM everything WHERE everything MATCH ? ORDER BY rowid DESC LIMIT 20"
        for text in SOUGHT:
            query = " ".join(f'"{word}"*' for word in text.split())
            compare(
                text,
                lambda text=text: search.search(work, text, limit=20),
                lambda query=query: bare.execute(chosen, (query,)).fetchall(),
                FRAME,
            )
        work.close()


if __name__ == "__main__":
    main()
