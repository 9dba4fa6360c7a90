"""The exchange file against bare Python: SQLite's own dump out, json and SQLite in, of the same archive.

Run it with ``make benchmarks``, or ``python -m benchmarks.exchange``.
"""

import json
import sqlite3
import tempfile
from collections.abc import Callable
from contextlib import closing
from itertools import count
from pathlib import Path
from typing import Any

from benchmarks.documents import compare
from samverkan_desktop.clock import SystemClock
from samverkan_desktop.services import archive, demo, exchange
from samverkan_desktop.storage.exchange import kinds

Document = dict[str, Any]

#: How many times the example's agreement stands in the large archive, each with its year of meetings.
AGREEMENTS = 100
RUNS = 3
#: How far the ids of one agreement lie from those of the next.
FAR = 1_000_000


def repeated(document: Document, times: int) -> Document:
    """Return an exchange file that holds another's agreement several times, each under ids of its own."""
    whole: Document = {name: value for name, value in document.items() if not isinstance(value, list)}
    for kind in kinds():
        identities = {"id", *kind.references}
        whole[kind.name] = [
            {
                name: number * FAR + value if name in identities and value is not None else value
                for name, value in row.items()
            }
            for number in range(times)
            for row in document[kind.name]
        ]
    for number, agreement in enumerate(whole["agreements"]):
        agreement["key"] = f"avtal-{number}"
    return whole


def bare_dump(path: Path, folder: Path) -> Callable[[], object]:
    """Return a call that writes an archive, its journal apart, as SQLite writes one: statements in a text."""

    def write() -> None:
        target = folder / "bar.sql"
        with closing(sqlite3.connect(path)) as connection, target.open("w", encoding="utf-8") as file:
            file.writelines(
                line + "\n" for line in connection.iterdump() if not line.startswith('INSERT INTO "journal')
            )

    return write


def bare_load(source: Path, folder: Path) -> Callable[[], object]:
    """Return a call that reads a file with bare json and stores its rows, unchecked, a table a list."""
    numbers = count()

    def read() -> None:
        found = json.loads(source.read_bytes())
        path = folder / f"{source.stem}-{next(numbers)}.db"
        with closing(sqlite3.connect(path)) as connection, connection:
            for name, rows in found.items():
                if isinstance(rows, list) and rows:
                    columns = ", ".join(f'"{column}"' for column in rows[0])
                    marks = ", ".join("?" * len(rows[0]))
                    connection.execute(f'CREATE TABLE "{name}" ({columns})')
                    values = [[_plain(value) for value in row.values()] for row in rows]
                    connection.executemany(f'INSERT INTO "{name}" VALUES ({marks})', values)  # noqa: S608

    return read


def _plain(value: object) -> object:
    return json.dumps(value) if isinstance(value, dict | list) else value


def load(source: Path, folder: Path) -> Callable[[], Path]:
    """Return a call that reads a file into a new archive, and returns where that is."""
    numbers = count()

    def read() -> Path:
        path = folder / f"{source.stem}-{next(numbers)}.samverkan"
        incoming = exchange.read(source)
        archive.create_archive(path)
        with closing(archive.open_archive(path, SystemClock(), keep_backups=False)) as work:
            exchange.bring_in(work, incoming)
        return path

    return read


def measure(name: str, source: Path, folder: Path) -> None:
    """Compare both ways for the archive that a file holds."""
    read_in, target = load(source, folder), folder / "ut.json"
    work = archive.open_to_read(read_in(), SystemClock())
    written = exchange.dump(work, target)
    print(f"{name}: {written.amount}, {target.stat().st_size / 1e6:.1f} MB")
    compare("  dump / iterdump", lambda: exchange.dump(work, target), bare_dump(work.path, folder), 5, RUNS)
    compare("  import / json, SQLite", read_in, bare_load(source, folder), 15, RUNS)
    work.close()


def main() -> None:
    """Build the example once and a large archive out of it, and compare."""
    with tempfile.TemporaryDirectory() as scratch:
        folder = Path(scratch)
        path = demo.build(folder / "exempel")[0]
        small, large = folder / "litet.json", folder / "stort.json"
        with closing(archive.open_to_read(path, SystemClock())) as work:
            exchange.dump(work, small)
        measure("example", small, folder)
        large.write_text(json.dumps(repeated(json.loads(small.read_bytes()), AGREEMENTS)), encoding="utf-8")
        measure("large", large, folder)


if __name__ == "__main__":
    main()
