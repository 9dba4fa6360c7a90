"""Checking an archive package from the window: it is chosen, and checked in the background."""

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from samverkan_desktop.errors import UserError
from samverkan_desktop.i18n import tr
from samverkan_desktop.ui import folders
from samverkan_desktop.ui.main_window import MainWindow
from samverkan_desktop.ui.opening import Opening
from samverkan_desktop.ui.tasks import Progress, Tasks

if TYPE_CHECKING:  # the first window is on screen before SQLAlchemy is imported
    from samverkan_desktop.services.archive_package_check import Checked

#: Where in the window packages are made and checked while an archive is open.
PLACE = "agreement:archive"
#: How many faults are told in a message.
_TOLD = 3


def ask_and_check(parent: QWidget, tasks: Tasks, done: Callable[[Path, "Checked"], None]) -> None:
    """Ask for a package and check it in the background.

    Args:
        parent: what asks.
        tasks: where it is done.
        done: told which it was, and what was found.
    """
    pattern = tr("Arkivpaket (*.zip index.json)")
    path = folders.ask_for_file(parent, tr("Välj paketets zip-fil, eller index.json i dess mapp"), pattern)
    if path is not None:
        chosen = path
        tasks.run(lambda p: _verify(chosen, p), lambda found: done(chosen, found), tr("Kontrollerar paketet"))


def _verify(path: Path, progress: Progress) -> "Checked":
    from samverkan_desktop.services import archive_package_check

    return archive_package_check.verify(path, progress.step)


class PackageCheck(QObject):
    """What the menu does with archive packages.

    Args:
        window: what asks and tells.
        opening: what holds the open archive; none is needed to check a package.
    """

    def __init__(self, window: MainWindow, opening: Opening) -> None:
        super().__init__(window)
        self._window = window
        self._opening = opening

    def make(self) -> None:
        """Go to where packages are made."""
        if self._opening.current.workspace is None:
            said = tr("Inget arkiv är öppet. Öppna det som arkivpaketet ska göras av.")
            self._window.messages.trouble(UserError(said))
        else:
            self._window.navigate(PLACE)

    def check(self) -> None:
        """Ask for a package, check it, and tell what was found."""
        ask_and_check(self._window, self._window.tasks, self._tell)

    def _tell(self, path: Path, found: "Checked") -> None:
        if not found.faults:
            self._window.messages.say(f"{path.name}: {found.sentence}")
            return
        told = list(found.faults[:_TOLD])
        if len(found.faults) > _TOLD:
            told.append(tr("Och {n} fel till.", n=len(found.faults) - _TOLD))
        self._window.messages.trouble(UserError(" ".join((found.sentence, *told))))
