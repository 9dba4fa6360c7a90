"""Measures how long the window takes to its first paint, beside an empty window of Qt's own."""

import os
import statistics
import subprocess
import sys
import tempfile
from pathlib import Path

from samverkan_desktop.services import demo

ROUNDS = 9

EMPTY = """
import time
begun = time.perf_counter()
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QMainWindow
class Window(QMainWindow):
    def paintEvent(self, event):
        print((time.perf_counter() - begun) * 1000)
        QTimer.singleShot(0, app.quit)
app = QApplication([])
window = Window()
window.show()
app.exec()
"""

OURS = """
import os, sys, time
begun = time.perf_counter()
from samverkan_desktop import app
from samverkan_desktop.ui.main_window import MainWindow
paint = MainWindow.paintEvent
def painted(window, event):
    paint(window, event)
    print((time.perf_counter() - begun) * 1000, flush=True)
    assert "sqlalchemy" not in sys.modules, "the window must be seen before the database is imported"
    os._exit(0)
MainWindow.paintEvent = painted
app.run_window(None)
"""

SHOWN = """
import os, sys, time
from pathlib import Path
from samverkan_desktop import app
from samverkan_desktop.ui.main_window import MainWindow
from samverkan_desktop.ui.page import Page
begun = None
paint, read = MainWindow.paintEvent, Page.read
def painted(window, event):
    global begun
    paint(window, event)
    begun = begun or time.perf_counter()
def shown(page):
    read(page)
    from PySide6.QtCore import QTimer
    QTimer.singleShot(0, lambda: (print((time.perf_counter() - begun) * 1000, flush=True), os._exit(0)))
MainWindow.paintEvent, Page.read = painted, shown
app.run_window(Path(sys.argv[1]))
"""


def once(script: str, home: str, *arguments: str) -> float:
    """Run a script in a Python of its own and return the milliseconds it prints."""
    surroundings = {**os.environ, "QT_QPA_PLATFORM": "offscreen", "SAMVERKAN_HOME": home}
    result = subprocess.run(
        [sys.executable, "-c", script, *arguments],
        env=surroundings,
        cwd=Path(__file__).parent.parent,
        capture_output=True,
        text=True,
        check=True,
    )
    return float(result.stdout.split()[0])


def main() -> None:
    """Measure both by turns, so that a busy machine disturbs them alike."""
    with tempfile.TemporaryDirectory() as home:
        once(EMPTY, home), once(OURS, home)
        rounds = [(once(EMPTY, home), once(OURS, home)) for _ in range(ROUNDS)]
        archive = str(demo.build(Path(home) / "example")[0])
        shown = statistics.median([once(SHOWN, home, archive) for _ in range(ROUNDS)])
    empty, ours = (statistics.median(times) for times in zip(*rounds, strict=True))
    print(f"empty window {empty:.0f} ms, the program's {ours:.0f} ms: {ours / empty:.2f} times (aim 1.25)")
    print(f"from first paint to the archive shown: {shown:.0f} ms (aim 600)")


if __name__ == "__main__":
    main()
