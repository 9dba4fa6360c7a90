"""The rules held against twenty years of five agreements and twenty groups, and the growth from ten years.

Run it with ``make benchmarks``, or ``python -m benchmarks.check_large``. With ``--profile`` it tells instead
where the time goes, kind by kind.
"""

import sqlite3
import statistics
import sys
import tempfile
import time
from collections.abc import Callable, Sequence
from contextlib import closing
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path

from sqlalchemy import select

from benchmarks.documents import compare, seconds
from benchmarks.large_archive import LAST, build
from samverkan_desktop.clock import SystemClock
from samverkan_desktop.models.agreement import Agreement
from samverkan_desktop.rules import engine
from samverkan_desktop.rules.facts import Facts
from samverkan_desktop.rules.finding import Finding
from samverkan_desktop.rules.obligation import Obligation
from samverkan_desktop.services import archive, facts

YEARS, RUNS = 20, 9
AIM, GROWTH = 100, 2.2
ON = LAST + timedelta(days=1)
#: What the rules read: the same rows as SQLite gives them.
TABLES = (
    "agreement", "party", "collaboration_group", "seat", "holding", "role_term", "year_plan", "meeting",
    "distribution", "agenda_item", "attendance", "decision", "commission", "commission_due",
    "commission_report", "deviation", "follow_up", "board_matter", "board_report", "activity",
    "activity_plan", "planned_activity", "routine", "coverage_entry", "indicator", "measurement",
)  # fmt: skip

Case = tuple[Sequence[Obligation], Facts]


def load(path: Path) -> list[Case]:
    """Return every agreement's obligations and facts."""
    work = archive.open_to_read(path, SystemClock())
    with work.read() as session:
        cases = [
            (facts.obligations(session, agreement.id), facts.gather(session, agreement))
            for agreement in session.scalars(select(Agreement))
        ]
    work.close()
    return cases


def check(cases: Sequence[Case], on: date = ON) -> list[Finding]:
    """Hold every agreement's facts against its obligations, as if they had just been read."""
    # Facts remember what they have looked up; a copy has everything to do again.
    return [
        finding for obligations, known in cases for finding in engine.check(obligations, replace(known), on)
    ]


def read_rows(path: Path) -> Callable[[], object]:
    """Return a call that reads the rows the rules rest on with bare SQLite."""

    def read() -> int:
        with closing(sqlite3.connect(path)) as connection:
            return sum(
                len(connection.execute(f'SELECT * FROM "{table}"').fetchall())  # noqa: S608  names of its own
                for table in TABLES
            )

    return read


def growth(half: Sequence[Case], whole: Sequence[Case]) -> float:
    """Return how many times longer the whole takes than half of it, run in turn."""
    check(half)
    check(whole)
    pairs = [(seconds(lambda: check(whole)), seconds(lambda: check(half))) for _ in range(RUNS)]
    return statistics.median(one / other for one, other in pairs)


def profile(cases: Sequence[Case]) -> None:
    """Print what each kind takes, the slowest first, and how many findings it gives."""
    spent: dict[str, list[float]] = {}
    for obligations, known in cases:
        for obligation in obligations:
            begun = time.perf_counter()
            found = engine.check([obligation], replace(known), ON)
            kind = spent.setdefault(obligation.kind, [0.0, 0])
            kind[0] += time.perf_counter() - begun
            kind[1] += len(found)
    for kind, (taken, found) in sorted(spent.items(), key=lambda each: -each[1][0]):
        print(f"{kind:<24} {taken * 1000:7.1f} ms   {found:5.0f} findings")


def main() -> None:
    """Build both archives, and measure."""
    with tempfile.TemporaryDirectory() as scratch:
        paths = {years: Path(scratch) / f"{years}.samverkan" for years in (YEARS // 2, YEARS)}
        for years, path in paths.items():
            build(path, years)
        half, whole = (load(path) for path in paths.values())
        meetings = sum(len(known.meetings) for _, known in whole)
        groups = sum(len(known.groups) for _, known in whole)
        print(f"{len(whole)} agreements, {groups} groups, {YEARS} years, {meetings} meetings, "
              f"{len(check(whole))} findings")  # fmt: skip
        if "--profile" in sys.argv:
            profile(whole)
            return
        compare("check / raw SQLite", lambda: check(whole), read_rows(paths[YEARS]), AIM, RUNS)
        print(f"growth from {YEARS // 2} to {YEARS} years  {growth(half, whole):.2f}   aim {GROWTH}")


if __name__ == "__main__":
    main()
