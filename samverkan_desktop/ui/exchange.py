"""The exchange file in the window: the open archive out as JSON, and such a file in."""

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from samverkan_desktop.errors import UserError
from samverkan_desktop.i18n import tr
from samverkan_desktop.ui import folders
from samverkan_desktop.ui.main_window import MainWindow
from samverkan_desktop.ui.opening import Opening
from samverkan_desktop.ui.tasks import Progress
from samverkan_desktop.ui.widgets.fields import commit_pending

if TYPE_CHECKING:  # the first window is on screen before SQLAlchemy is imported
    from samverkan_desktop.services.exchange import Exchanged, Incoming
    from samverkan_desktop.services.workspace import Workspace

_SUFFIX = ".json"


def _pattern() -> str:
    return tr("JSON (*{suffix})", suffix=_SUFFIX)


class Exchange(QObject):
    """Writes and reads exchange files in the background.

    Args:
        window: what asks for files, and tells how it went.
        opening: what holds the open archive, or opens one.
    """

    def __init__(self, window: MainWindow, opening: Opening) -> None:
        super().__init__(window)
        self._window = window
        self._opening = opening

    def dump(self) -> None:
        """Ask for a place, and write everything in the open archive there."""
        workspace = self._opening.current.workspace
        if workspace is None:
            self._window.messages.trouble(
                UserError(tr("Inget arkiv är öppet. Öppna det som ska exporteras."))
            )
            return
        name = workspace.path.with_suffix(_SUFFIX).name
        target = folders.ask_where_to_save(self._window, tr("Exportera arkivet som JSON"), name, _pattern())
        if target is None or not self._may_be_written(target):
            return
        commit_pending()
        work = partial(_dump, workspace, self._named(target))
        self._window.tasks.run(work, partial(self._dumped, self._named(target)), tr("Exporterar arkivet"))

    @staticmethod
    def _named(target: Path) -> Path:
        return target if target.suffix else target.with_name(target.name + _SUFFIX)

    def _may_be_written(self, target: Path) -> bool:
        # The dialog has asked about the name that was written, not about that name with its ending.
        named = self._named(target)
        if named == target or not named.exists():
            return True
        question = tr("{name} finns redan. Ska filen ersättas?", name=named.name)
        return self._window.messages.ask(question, tr("Ersätt"), tr("Avbryt"))

    def _dumped(self, target: Path, written: "Exchanged") -> None:
        text = tr("{name} innehåller arkivet: {amount}.", name=target.name, amount=written.amount)
        self._window.messages.say(text)

    def load(self) -> None:
        """Ask for a file, and bring what it holds into the open archive, or into the user's own."""
        source = folders.ask_for_file(self._window, tr("Läs in JSON"), _pattern())
        if source is not None:
            # Read first, so that a bad file leaves no empty archive behind.
            self._window.tasks.run(lambda _progress: _read(source), self._bring_in, tr("Läser filen"))

    def _bring_in(self, incoming: "Incoming") -> None:
        def begin(workspace: "Workspace") -> None:
            commit_pending()
            work = partial(_bring_in, workspace, incoming)
            self._window.tasks.run(work, self._brought_in, tr("Läser in i arkivet"))

        self._opening.in_some_archive(begin)

    def _brought_in(self, added: "Exchanged") -> None:
        messages = self._window.messages
        if added.agreements:
            self._opening.current.show()
        messages.say(tr("Arkivet har fått {amount}.", amount=added.amount), undo=bool(added.rows))
        if added.warning:
            messages.trouble(UserError(added.warning))


def _dump(workspace: "Workspace", target: Path, progress: Progress) -> "Exchanged":
    from samverkan_desktop.services import exchange

    return exchange.dump(workspace, target, progress.step)


def _read(source: Path) -> "Incoming":
    from samverkan_desktop.services import exchange

    return exchange.read(source)


def _bring_in(workspace: "Workspace", incoming: "Incoming", progress: Progress) -> "Exchanged":
    from samverkan_desktop.services import exchange

    return exchange.bring_in(workspace, incoming, progress.step)
