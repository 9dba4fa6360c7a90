"""The composition root: shows the window, and answers what it asks of the archives with the use cases."""

import gc
import sys
from base64 import b64decode
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from samverkan_desktop import paths, settings

if TYPE_CHECKING:  # the first window is on screen before anything else is imported
    from PySide6.QtWidgets import QApplication

    from samverkan_desktop.clock import Clock
    from samverkan_desktop.services.workspace import Workspace
    from samverkan_desktop.ui.archives import AgreementScope, Hit, Place, Preset
    from samverkan_desktop.ui.main_window import MainWindow
    from samverkan_desktop.ui.tasks import Progress

#: The folder that the examples are built in, a folder each.
_EXAMPLE = "exempel"


class Archives:
    """The archives of this computer. Imports what it needs when it is asked.

    Args:
        clock: what tells the time.
    """

    def __init__(self, clock: "Clock") -> None:
        self._clock = clock

    def own(self) -> Path:
        """Return the path of the user's own archive."""
        return paths.own_archive()

    def open(self, path: Path) -> "Workspace":
        """Open an archive."""
        from samverkan_desktop.services import archive
        from samverkan_desktop.storage import examination
        from samverkan_desktop.ui.archives import DamagedArchive

        try:
            return archive.open_archive(path, self._clock, author=paths.user_name())
        except examination.DamagedArchive as fault:
            raise DamagedArchive(fault.message, fault.path, fault.backup) from fault

    def create(self, path: Path) -> "Workspace":
        """Make an empty archive and open it."""
        from samverkan_desktop.services import archive

        archive.create_archive(path)
        return self.open(path)

    def examples(self) -> "Sequence[Preset]":
        """Return the example years that can be played."""
        from samverkan_desktop.services import demo_examples

        return demo_examples.examples()

    def play_example(self, key: str, progress: "Progress") -> Path:
        """Build the archive of an example, unless it has been built before."""
        from samverkan_desktop.services import demo

        folder = paths.data_folder() / _EXAMPLE / key
        path = folder / demo.archive_name(key)
        if not path.exists():
            try:
                demo.build(folder, progress.step, key)
            except BaseException:
                path.unlink(missing_ok=True)  # what was left half way is not taken for the whole
                raise
        return path

    def restore(self, path: Path, backup: Path) -> None:
        """Put a backup in an archive's place."""
        from samverkan_desktop.services import archive

        archive.restore(backup, path, self._clock)

    def set_aside(self, path: Path) -> Path:
        """Rename a damaged archive."""
        from samverkan_desktop.services import archive

        return archive.set_aside(path, self._clock)

    def presets(self) -> "Sequence[Preset]":
        """Return the agreements that are shipped."""
        from samverkan_desktop.services import adoption

        return adoption.presets()

    def has_agreement(self, workspace: "Workspace") -> bool:
        """Tell whether an archive has an agreement yet."""
        from samverkan_desktop.services import agreement

        return bool(agreement.listing(workspace))

    def adopt(self, workspace: "Workspace", key: str) -> None:
        """Adopt one of the agreements that are shipped, by its key, or one in a file, by its path."""
        from samverkan_desktop.services import adoption

        adoption.adopt(workspace, key)

    def scopes(self, workspace: "Workspace") -> "Sequence[AgreementScope]":
        """Return the agreements to choose between, with the groups and years of each."""
        from samverkan_desktop.services import scope

        return scope.scopes(workspace)

    def locate(self, workspace: "Workspace", target: str) -> "Place | None":
        """Return what a place in the window is about."""
        from samverkan_desktop.services import place

        return place.place(workspace, target)

    def search(self, workspace: "Workspace", text: str) -> "Sequence[Hit]":
        """Return what an archive holds that matches a text."""
        from samverkan_desktop.services import search

        return search.search(workspace, text, limit=20)

    def prepare_search(self, workspace: "Workspace") -> None:
        """Read what an archive holds, so that the first search is as quick as the next."""
        from samverkan_desktop.services import search

        search.prepare(workspace)


def run_window(archive: Path | None, clock: "Clock | None" = None) -> int:
    """Open the window and return its exit code when it has been closed.

    Args:
        archive: the archive to open; None for the one that was open last.
        clock: what tells the time; the computer's own where none is given.
    """
    from PySide6.QtCore import QByteArray
    from PySide6.QtGui import QColor, QPalette
    from PySide6.QtWidgets import QApplication

    from samverkan_desktop.ui import main_window
    from samverkan_desktop.ui.colours import GROUNDS

    chosen = settings.load()
    app = QApplication(sys.argv[:1])
    if ground := GROUNDS.get(chosen.look):  # no white flash before a dark window
        app.setPalette(QPalette(QColor(ground)))
    app.setApplicationName("Samverkan")
    app.setDesktopFileName("samverkan-desktop")
    window = main_window.MainWindow()
    window.restoreGeometry(QByteArray(b64decode(chosen.geometry)))
    window.painted.connect(lambda: _go_on(app, window, chosen, archive, clock))
    window.show()
    return app.exec()


def _go_on(
    app: "QApplication",
    window: "MainWindow",
    chosen: settings.Settings,
    archive: Path | None,
    clock: "Clock | None",
) -> None:
    """Furnish the window that has been painted, and open the archive."""
    from samverkan_desktop.clock import SystemClock
    from samverkan_desktop.ui import crash, program

    # What is imported lives as long as the program: looking for garbage in it meanwhile is lost time.
    gc.disable()
    try:
        crash.start_log()
        program.dress(app, chosen)
        made = program.assemble(window, Archives(clock or SystemClock()))
        made.crash.install()
        made.opening.begin(archive)
    finally:
        gc.freeze()
        gc.enable()
