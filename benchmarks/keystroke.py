"""A key pressed in the notes of a large meeting, in the real window, against the same key in Qt's own editor.

Forty items hold 100,000 characters of notes together. A key counts with all that the window does for it,
until it has been painted: where it ends a word, the notes are stored too. Beside the time by the clock stands
the processor's, which does not depend on how busy the computer is, and has no waiting for the disk in it. Run
it with ``make benchmarks``, or ``python -m benchmarks.keystroke``; with ``--profile`` it tells instead where
the time goes.
"""

import cProfile
import os
import pstats
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from datetime import UTC, datetime
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

from samverkan_desktop.clock import FixedClock
from samverkan_desktop.services import agenda, archive, demo, meeting

ITEMS, CHARACTERS, KEYS = 40, 100_000, 600
FRAME, SWITCH, MEMORY = 16.0, 50.0, 3.0
DAY = datetime(2019, 9, 3, 11, tzinfo=UTC)
TEXT = "Gruppen gick igenom rapporten om närvaro och konstaterar att frånvaron har ökat. "

EMPTY = """
import sys
from PySide6.QtWidgets import QApplication, QMainWindow
app = QApplication([])
window = QMainWindow()
window.show()
app.processEvents()
print(next(line.split()[1] for line in open("/proc/self/status") if line.startswith("VmRSS")))
"""


class Spent(NamedTuple):
    """What something takes, in milliseconds."""

    clock: float
    processor: float


def prepare(path: Path) -> int:
    """Fill the next meeting of the example, and return it."""
    work = archive.open_archive(path, FixedClock(DAY), keep_backups=False)
    chosen = next(row.id for row in meeting.listing(work) if row.day == DAY.date())
    for number in range(ITEMS):
        agenda.add_item(work, chosen, f"Fråga {number + 1}")
    meeting.begin(work, chosen)
    each = CHARACTERS // ITEMS
    for item in agenda.items(work, chosen)[:ITEMS]:
        agenda.write_notes(work, item.id, (TEXT * (each // len(TEXT) + 1))[:each].strip())
    work.close()
    return chosen


def press(widget: "QWidget", letter: str) -> None:
    from PySide6.QtCore import QEvent, Qt
    from PySide6.QtGui import QKeyEvent
    from PySide6.QtWidgets import QApplication

    for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
        QApplication.sendEvent(widget, QKeyEvent(kind, 0, Qt.KeyboardModifier.NoModifier, letter))
    QApplication.processEvents()


def milliseconds(work: Callable[[], object]) -> Spent:
    """Return how long a call takes, by the clock and of the processor."""
    begun, used = time.perf_counter(), time.process_time()
    work()
    return Spent((time.perf_counter() - begun) * 1000, (time.process_time() - used) * 1000)


def last(times: list[float]) -> float:
    """Return the 99th percentile."""
    return statistics.quantiles(times, n=100)[98]


def resident() -> float:
    """Return how much memory the process has, in megabytes; 0 where the system does not tell so."""
    try:
        lines = Path("/proc/self/status").read_text(encoding="utf-8").splitlines()
    except OSError:
        return 0.0
    return next(int(line.split()[1]) for line in lines if line.startswith("VmRSS")) / 1024


def bare_memory() -> float:
    if not Path("/proc/self/status").exists():
        return 0.0
    result = subprocess.run([sys.executable, "-c", EMPTY], capture_output=True, text=True, check=True)
    return int(result.stdout.split()[0]) / 1024


def main() -> None:
    """Open the window on the large meeting, and measure."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    with tempfile.TemporaryDirectory() as scratch:
        os.environ["SAMVERKAN_HOME"] = scratch
        path = demo.build(Path(scratch) / "example")[0]
        chosen = prepare(path)
        measure(path, chosen)


def measure(path: Path, chosen: int) -> None:
    from PySide6.QtWidgets import QApplication, QPlainTextEdit

    from samverkan_desktop import settings
    from samverkan_desktop.app import Archives
    from samverkan_desktop.ui import main_window, program

    app = QApplication([])
    window = main_window.MainWindow()
    program.dress(app, settings.load())
    window.show()
    made = program.assemble(window, Archives(FixedClock(DAY)))
    made.opening.begin(path)
    window.navigate(f"meeting:{chosen}")
    page = window.page()
    desk = page.workspace
    desk.choose(desk.state.items[ITEMS // 2].id)
    editor = desk.notes.editor.text
    editor.setFocus()
    floor = QPlainTextEdit(editor.toPlainText())
    floor.resize(editor.size())
    floor.show()
    for letter in TEXT:
        press(editor, letter)
        press(floor, letter)
    keys = (TEXT * (KEYS // len(TEXT) + 1))[:KEYS]
    if "--profile" in sys.argv:
        with cProfile.Profile() as profile:
            for letter in keys:
                press(editor, letter)
        pstats.Stats(profile).sort_stats("cumulative").print_stats(45)
        return
    ours, bare = [], []
    for key in keys:
        ours.append(milliseconds(partial(press, editor, key)))
        bare.append(milliseconds(partial(press, floor, key)))
    words = [mine for mine, key in zip(ours, keys, strict=True) if key == " "]
    for name, worth in (("99th percentile", last), ("median", statistics.median)):
        mine, theirs = (worth([each.clock for each in side]) for side in (ours, bare))
        used = worth([each.processor for each in ours])
        print(f"a key, {name:<21} {mine:8.1f} ms   floor {theirs:8.1f} ms   ratio {mine / theirs:5.2f}   "
              f"processor {used:5.1f} ms   aim {FRAME}")  # fmt: skip
    stored = statistics.median(each.clock for each in words)
    print(f"a key that ends a word       {stored:8.1f} ms   processor "
          f"{statistics.median(each.processor for each in words):5.1f} ms")  # fmt: skip
    steps = [milliseconds(lambda: (desk.step(-1), app.processEvents())) for _ in range(ITEMS // 2)]
    # fmt: off
    print(f"going to another item        {statistics.median(each.clock for each in steps):8.1f} ms   longest "
          f"{max(each.clock for each in steps):8.1f} ms   "
          f"processor {statistics.median(each.processor for each in steps):5.1f} ms   aim {SWITCH}")
    # fmt: on
    mine, empty = resident(), bare_memory()
    if empty:
        print(f"memory                       {mine:8.0f} MB   an empty window {empty:.0f} MB   "
              f"ratio {mine / empty:5.2f}   aim {MEMORY}")  # fmt: skip
    floor.close()
    window.close()


if __name__ == "__main__":
    main()
