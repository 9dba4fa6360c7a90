"""The archive that is open: what the window shows of it, and what undo and redo do in it."""

from collections.abc import Callable
from contextlib import suppress
from datetime import date
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from samverkan_desktop import settings
from samverkan_desktop.errors import EnvironmentFault, UserError
from samverkan_desktop.events import ArchiveChanged
from samverkan_desktop.i18n import tr
from samverkan_desktop.ui.archives import Archives
from samverkan_desktop.ui.command_box import Command
from samverkan_desktop.ui.main_window import MainWindow
from samverkan_desktop.ui.page import Page, PageContext
from samverkan_desktop.ui.widgets.fields import commit_pending

if TYPE_CHECKING:  # the first window is on screen before SQLAlchemy is imported
    from samverkan_desktop.services.workspace import Workspace

#: Tables that agreements, groups and years to choose between are read from.
_SCOPE = frozenset({"agreement", "collaboration_group"})
#: After how long an absence one is told what is next, and how: three months, in days.
_LONG = 90
#: Under what name it is remembered when an archive was last open.
_USED = "used"


class OpenArchive(QObject):
    """Binds the window to at most one workspace.

    Args:
        window: what shows it.
        archives: what is asked about it.
    """

    #: The archive has changed, told in the window's thread whichever thread changed it.
    _changed = Signal(object)

    def __init__(self, window: MainWindow, archives: Archives) -> None:
        super().__init__(window)
        self.workspace: Workspace | None = None
        self._window = window
        self._archives = archives
        self._unsubscribe: Callable[[], None] | None = None
        self._changed.connect(self._heard)
        window.undo_asked.connect(self.undo)
        window.redo_asked.connect(self.redo)
        window.closing.connect(self.close)
        window.may_close = self.may_leave

    def hold(self, workspace: "Workspace") -> None:
        """Let go of the archive that is open, and hold another."""
        self.close()
        self.workspace = workspace
        self._unsubscribe = workspace.events.subscribe(self._changed.emit)

    def show(self) -> None:
        """Show the archive's pages in the window."""
        workspace, window = self.workspace, self._window
        if workspace is None:
            return
        window.messages.clear()
        window.setWindowTitle(f"{workspace.path.stem} – Samverkan")
        remembered = settings.load().shown.get(str(workspace.path), {})
        window.scope.recall(remembered, self._archives.scopes(workspace))
        away = _away_since(remembered.get(_USED), workspace.today)
        context = PageContext(
            workspace, window.tasks, window.messages, window.navigate, window.scope, away_since=away
        )
        window.enter(context, self._search, partial(self._archives.locate, workspace))
        window.show_undoable(*workspace.undoable())
        window.tasks.run(
            lambda _progress: self._archives.prepare_search(workspace), lambda _nothing: None, ""
        )

    def _search(self, text: str) -> list[Command]:
        if self.workspace is None:
            return []
        hits = self._archives.search(self.workspace, text)
        go = self._window.navigate
        return [Command(hit.label, hit.detail, partial(go, hit.target), note=hit.agreement) for hit in hits]

    def _heard(self, event: ArchiveChanged) -> None:
        if self.workspace is None:
            return
        if _SCOPE & event.rooms:
            self._window.scope.offer(self._archives.scopes(self.workspace))
        self._window.show_undoable(*self.workspace.undoable())
        self._window.heard(event)

    def undo(self) -> None:
        """Take the last thing back; what is being written is the last."""
        commit_pending()
        if self.workspace and (label := self._step(self.workspace.undo)):
            self._window.messages.say(tr("Ångrade: {label}", label=label))

    def redo(self) -> None:
        """Do what was taken back again, unless something has been written since."""
        commit_pending()
        if self.workspace and (label := self._step(self.workspace.redo)):
            self._window.messages.say(tr("Gjorde om: {label}", label=label))

    def _step(self, step: Callable[[], str | None]) -> str | None:
        try:
            return step()
        except (UserError, EnvironmentFault) as error:
            self._window.messages.trouble(error)
            return None

    def may_leave(self) -> bool:
        """Return whether the archive may be let go of: what could not be saved is asked about."""
        commit_pending()
        pages = [self._window.stack.widget(place) for place in range(self._window.stack.count())]
        if not any(isinstance(page, Page) and page.unsaved() for page in pages):
            return True
        question = tr(
            "Det finns anteckningar som inte har kunnat sparas. Om du stänger nu försvinner de. "
            "Du kan kopiera dem till ett annat program, eller vänta tills arkivet går att nå igen."
        )
        return self._window.messages.ask(question, tr("Stäng ändå"), tr("Vänta"))

    def close(self) -> None:
        """Save what is being written, and let go of the archive."""
        commit_pending()
        self._window.tasks.finish()
        self._window.leave()
        if self._unsubscribe:
            self._unsubscribe()
        self.remember()
        if self.workspace:
            self.workspace.close()
        self._unsubscribe, self.workspace = None, None

    def remember(self) -> None:
        """Remember what is shown of the archive, so that it is shown again when it is opened."""
        if self.workspace:
            with suppress(EnvironmentFault):  # it is only convenient, and the archive is to be let go of
                shown = self._window.scope.remembered() | {_USED: self.workspace.today.isoformat()}
                settings.remember(str(self.workspace.path), shown)


def _away_since(used: object, today: date) -> date | None:
    """Return the day that an archive was last open, where that is long ago and can be read."""
    try:
        day = date.fromisoformat(str(used))
    except ValueError:
        return None
    return day if (today - day).days >= _LONG else None
