"""Ways into an archive: at the start, from the menu, from the welcome, and past a damaged one."""

from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QFileDialog

from samverkan_desktop import paths, settings
from samverkan_desktop.errors import EnvironmentFault, UserError
from samverkan_desktop.i18n import tr
from samverkan_desktop.ui import welcome
from samverkan_desktop.ui.archives import Archives, DamagedArchive
from samverkan_desktop.ui.main_window import MainWindow
from samverkan_desktop.ui.open_archive import OpenArchive

if TYPE_CHECKING:  # the first window is on screen before SQLAlchemy is imported
    from samverkan_desktop.services.workspace import Workspace


def _pattern() -> str:
    return tr("Arkiv (*{suffix})", suffix=paths.ARCHIVE_SUFFIX)


class Opening(QObject):
    """Opens and makes archives, and tells what is wrong where one cannot be opened.

    Args:
        window: what shows them.
        archives: what opens them.
    """

    def __init__(self, window: MainWindow, archives: Archives) -> None:
        super().__init__(window)
        self.current = OpenArchive(window, archives)
        self._window = window
        self._archives = archives

    def begin(self, path: Path | None) -> None:
        """Open the archive that was named, the one open last, or the user's own; else welcome."""
        last = settings.load().last_archive
        for candidate in (path, Path(last) if last else None, self._archives.own()):
            if candidate is not None and (candidate == path or candidate.exists()):
                self.open(candidate)
                return
        self.greet()

    def open(self, path: Path) -> None:
        """Open an archive; what is wrong with it is told."""
        held = self.current.workspace
        if held is not None and held.path.resolve() == path.resolve():
            self.current.show()
            return
        if self.current.may_leave():
            self._try(path, lambda: self._enter(self._archives.open(path)))

    def _try(self, path: Path, work: Callable[[], object]) -> None:
        try:
            work()
        except DamagedArchive as fault:
            self.current.close()
            restore, anew = partial(self._restore, path), partial(self._anew, path)
            self._window.show_alone(welcome.damaged(fault, restore, anew, self.ask))
        except (UserError, EnvironmentFault) as error:
            if self.current.workspace is None:
                self.greet()
            self._window.messages.trouble(error)

    def _enter(self, workspace: "Workspace") -> None:
        self.current.hold(workspace)
        settings.change(last_archive=str(workspace.path))
        if self._archives.has_agreement(workspace):
            self.current.show()
        else:
            self.greet()

    def greet(self) -> None:
        """Show the ways to begin."""
        presets, examples = self._archives.presets(), self._archives.examples()
        self._window.messages.clear()
        self._window.show_alone(
            welcome.welcome(presets, examples, self.example, self.adopt, self.write, self.ask)
        )

    def ask(self) -> None:
        """Ask for an archive and open it."""
        folder = str(paths.data_folder())
        chosen, _ = QFileDialog.getOpenFileName(self._window, tr("Öppna ett arkiv"), folder, _pattern())
        if chosen:
            self.open(Path(chosen))

    def create(self) -> None:
        """Ask for a place, and make an archive there."""
        folder = str(paths.data_folder())
        chosen, _ = QFileDialog.getSaveFileName(self._window, tr("Nytt arkiv"), folder, _pattern())
        if chosen and self.current.may_leave():
            path = Path(chosen)
            path = path if path.suffix else path.with_suffix(paths.ARCHIVE_SUFFIX)
            self._try(path, lambda: self._enter(self._archives.create(path)))

    def example(self, key: str = "") -> None:
        """Build an example in the background and open it; the one offered first where no key is given."""
        build = partial(self._archives.play_example, key or self._archives.examples()[0].key)
        self._window.tasks.run(build, self.open, tr("Bygger exemplet"))

    def adopt(self, key: str) -> None:
        """Adopt an agreement, by its key or its file, in the archive that is open or in the user's own."""

        def work(workspace: "Workspace") -> None:
            self._archives.adopt(workspace, key)
            self.current.show()
            self._window.navigate("agreement:adopted")

        self.in_some_archive(work)

    def write(self) -> None:
        """Begin an agreement from nothing, in the archive that is open or in the user's own."""

        def work(_workspace: "Workspace") -> None:
            self.current.show()
            self._window.navigate("agreement:new")

        self.in_some_archive(work)

    def in_some_archive(self, work: Callable[["Workspace"], object]) -> None:
        """Do something in the archive that is open, or in the user's own, made where it is missing."""
        self._try(self._archives.own(), lambda: work(self._some_archive()))

    def _some_archive(self) -> "Workspace":
        held, own = self.current.workspace, self._archives.own()
        if held is not None:
            return held
        workspace = self._archives.open(own) if own.exists() else self._archives.create(own)
        self.current.hold(workspace)
        settings.change(last_archive=str(workspace.path))
        return workspace

    def _restore(self, path: Path, backup: Path) -> None:
        def work() -> None:
            self._archives.restore(path, backup)
            self._enter(self._archives.open(path))
            self._window.messages.say(tr("Säkerhetskopian {name} återställdes.", name=backup.name))

        self._try(path, work)

    def _anew(self, path: Path) -> None:
        def work() -> None:
            aside = self._archives.set_aside(path)
            self.greet()
            self._window.messages.say(tr("Filen heter nu {name}.", name=aside.name))

        self._try(path, work)
