"""Going from page to page, and scrolling a long log, in the real window over twenty years of five agreements.

The floor of a page is an empty Qt window's own page, of a frame a bare Qt table with the same number of rows.
Run it with ``make benchmarks``, or ``python -m benchmarks.pages``; with ``--profile PAGE`` it tells instead
where the time of a page goes.
"""

import cProfile
import os
import pstats
import statistics
import sys
import tempfile
import time
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

from benchmarks.large_archive import build
from samverkan_desktop.clock import FixedClock

if TYPE_CHECKING:
    from PySide6.QtWidgets import QAbstractScrollArea, QApplication

    from samverkan_desktop.ui.main_window import MainWindow

YEARS, RUNS = 20, 5
AIM, FRAME = 100.0, 33.0
DAY = datetime(2025, 7, 1, 10, tzinfo=UTC)
STEPS = 300


def milliseconds(work: Callable[[], object]) -> float:
    begun = time.perf_counter()
    work()
    return (time.perf_counter() - begun) * 1000


def main() -> None:
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    with tempfile.TemporaryDirectory() as scratch:
        os.environ["SAMVERKAN_HOME"] = scratch
        path = Path(scratch) / "stort.samverkan"
        build(path, YEARS)
        measure(path)


def measure(path: Path) -> None:
    from PySide6.QtWidgets import QApplication, QLabel, QStackedWidget

    from samverkan_desktop import settings
    from samverkan_desktop.app import Archives
    from samverkan_desktop.ui import main_window, navigation, program

    app = QApplication([])
    window = main_window.MainWindow()
    program.dress(app, settings.load())
    window.show()
    made = program.assemble(window, Archives(FixedClock(DAY)))
    made.opening.begin(path)
    app.processEvents()
    made.tasks.finish()
    bare = QStackedWidget()
    for text in ("a", "b"):
        bare.addWidget(QLabel(text))
    bare.resize(window.size())
    bare.show()

    def turn(target: str) -> None:
        window.navigate(target)
        app.processEvents()

    def turn_bare() -> None:
        bare.setCurrentIndex(1 - bare.currentIndex())
        app.processEvents()

    places = [place.key for place in navigation.PLACES]
    if "--profile" in sys.argv:
        place = sys.argv[-1]
        with cProfile.Profile() as profile:
            turn(place)
        pstats.Stats(profile).sort_stats("cumulative").print_stats(40)
        return
    floor = statistics.median(milliseconds(turn_bare) for _ in range(RUNS))
    # The overview is shown when the archive is opened: it comes last, so that every other has its first.
    for place in [*places[1:], places[0]]:
        told = (
            f"first {milliseconds(lambda place=place: turn(place)):7.1f} ms"
            if place != places[0]
            else " " * 16
        )
        again = []
        for _ in range(RUNS):
            turn(places[0] if place != places[0] else places[1])
            again.append(milliseconds(lambda place=place: turn(place)))
        turn(places[0])
        median = statistics.median(again)
        print(f"{place:<14} {told}   again {median:7.1f} ms   floor {floor:5.1f} ms   aim {AIM}")
    turn("decisions")
    scroll(app, window)
    window.close()


def scroll(app: "QApplication", window: "MainWindow") -> None:
    """Scroll the log of every year's decisions, and a bare table of as many rows."""
    from PySide6.QtWidgets import QTableWidget

    page = window.page()
    page.every_year.set_value(True)
    page.refresh()
    app.processEvents()
    rows = page.table.view.model().rowCount()
    table = QTableWidget(rows, 6)
    table.resize(page.table.view.size())
    table.show()
    for name, view in (("the log", page.table.view), ("a bare table", table)):
        frames = scrolled(app, view)
        print(f"scrolling {name:<14} {rows} rows   longest {max(frames):6.1f} ms   "
              f"99th percentile {statistics.quantiles(frames, n=100)[98]:6.1f} ms   aim {FRAME}")  # fmt: skip


def scrolled(app: "QApplication", view: "QAbstractScrollArea") -> list[float]:
    """Return how long each step takes, from the first row to the last."""
    bar = view.verticalScrollBar()
    taken = []
    for step in range(STEPS):
        bar.setValue(bar.maximum() * step // STEPS)
        taken.append(milliseconds(app.processEvents))
    return taken


if __name__ == "__main__":
    main()
