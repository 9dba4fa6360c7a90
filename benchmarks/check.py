"""A check of the year inside the process, against raw SQLite reading every row of the same archive.

Run it with ``make benchmarks``, or ``python -m benchmarks.check``.
"""

import sqlite3
import tempfile
from contextlib import closing
from datetime import date
from pathlib import Path

from benchmarks.documents import compare
from samverkan_desktop.clock import SystemClock
from samverkan_desktop.services import archive, check, demo


def read_everything(path: Path) -> int:
    """Read every row of every table, and return how many there are."""
    with closing(sqlite3.connect(path)) as connection:
        tables = connection.execute("SELECT name FROM sqlite_master WHERE type = 'table'").fetchall()
        return sum(len(connection.execute(f'SELECT * FROM "{name}"').fetchall()) for (name,) in tables)  # noqa: S608


def main() -> None:
    """Build the example year once, and compare."""
    with tempfile.TemporaryDirectory() as scratch:
        path = demo.build(Path(scratch))[0]
        work = archive.open_to_read(path, SystemClock())
        day = date(2019, 6, 30)
        compare("check / raw SQLite", lambda: check.findings(work, day), lambda: read_everything(path), 20)
        work.close()
    print("aim: under 20 ms; the ratio is told for comparison over time")


if __name__ == "__main__":
    main()
