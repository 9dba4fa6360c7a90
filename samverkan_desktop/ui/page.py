"""A page of the window: what it is given, and when it reads."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import TYPE_CHECKING, ClassVar, Protocol, TypeVar

from PySide6.QtCore import QEvent
from PySide6.QtGui import QAction, QShowEvent
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QVBoxLayout, QWidget

from samverkan_desktop.errors import EnvironmentFault, UserError
from samverkan_desktop.ui import theme
from samverkan_desktop.ui.messages import Messages
from samverkan_desktop.ui.scope import Scope
from samverkan_desktop.ui.tasks import Tasks
from samverkan_desktop.ui.widgets.parts import action

if TYPE_CHECKING:  # the first window is on screen before SQLAlchemy is imported
    from samverkan_desktop.services.workspace import Workspace

T = TypeVar("T")


class Keeper(Protocol):
    """What stores a text while one writes it."""

    @property
    def unsaved(self) -> bool:
        """Whether anything is written that is not stored."""
        ...

    @property
    def storing(self) -> bool:
        """Whether it is storing just now."""
        ...


@dataclass(frozen=True)
class PageContext:
    """What every page is given.

    Args:
        workspace: the open archive.
        tasks: where slow work is done.
        messages: where the user is told something.
        navigate: goes to a place in the window: ``"decisions"``, ``"meeting:3"``, ``"agreement:T14"``.
        scope: the agreement, group and working year that are shown.
        passwords: those of mail servers by name, given in this session where there is no keyring.
        away_since: the day the archive was last open, where that is long ago; else None.
    """

    workspace: "Workspace"
    tasks: Tasks
    messages: Messages
    navigate: Callable[[str], None]
    scope: Scope
    passwords: dict[str, str] = field(default_factory=dict, repr=False)
    away_since: date | None = None

    def period(self) -> str:
        """Return the label of the working year that is shown."""
        return self.scope.period

    def agreement_id(self) -> int | None:
        """Return the agreement that is shown; None where the archive has none."""
        return self.scope.agreement_id

    def shown(self) -> tuple[int | None, int | None]:
        """Return the agreement and the group that are shown, as a listing is asked for them."""
        return self.scope.agreement_id, self.scope.group_id


class Page(QWidget):
    """A page: a title, what can be done there, and a body; it reads only while it can be seen.

    A page builds its widgets in ``__init__`` into `body`, and reads in `refresh`, which is called
    when the page is first shown, and after each change that concerns it; while it is hidden it is
    only marked to be read when it is shown again. What it adds with `add_command` has its keys, and
    is found in the command box, while the page is shown.

    Args:
        context: what it is given.
        title: its heading; empty where the page has none of its own.
    """

    #: Its key in the table of pages.
    place: str = ""
    #: What stores texts while they are written on the page.
    keepers: Sequence[Keeper] = ()
    #: Tables whose change makes the page read again; empty for all.
    rooms: ClassVar[frozenset[str]] = frozenset()

    def __init__(self, context: PageContext, title: str = "") -> None:
        super().__init__()
        self.context = context
        #: Returns the chapter of the handbook about what the page shows.
        self.chapter: Callable[[], str] = lambda: self.place
        self.dirty = True
        self.setProperty("role", "page")
        outer = QVBoxLayout(self)
        outer.setContentsMargins(theme.MARGIN, theme.MARGIN, theme.MARGIN, theme.APART)
        outer.setSpacing(theme.APART)
        self.header = QHBoxLayout()
        self.header.setSpacing(theme.NEAR)
        self._doings = QHBoxLayout()
        self._doings.setSpacing(theme.NEAR)
        self._heading = theme.label(title, "title")
        self.header.addWidget(self._heading)
        self.header.addStretch(1)
        self.header.addLayout(self._doings)
        outer.addLayout(self.header)
        self.body = QVBoxLayout()
        self.body.setSpacing(theme.APART)
        outer.addLayout(self.body, 1)
        self.set_title(title)
        context.scope.changed.connect(self.mark_dirty)

    def set_title(self, title: str) -> None:
        """Change the heading."""
        self._heading.setText(title)
        self._heading.setHidden(not title)
        self.setAccessibleName(title)

    def add_action_widget(self, widget: QWidget) -> None:
        """Put something to press at the right of the heading."""
        self._doings.addWidget(widget)

    def add_command(
        self, text: str, done: Callable[[], object], keys: str = "", icon: str = "arrow-right"
    ) -> QAction:
        """Add a command of this page, with its keys (``Ctrl+D``), to the command box."""
        command = action(text, done, keys, icon, self)
        self.addAction(command)
        return command

    def refresh(self) -> None:
        """Read through the services and show; every page says how."""
        raise NotImplementedError

    def open(self, target: str) -> None:
        """Show one thing on the page.

        Args:
            target: ``meeting:3`` for a kind in the table of pages; ``T14`` of ``agreement:T14``.
        """

    def begin_again(self) -> None:
        """Show what the page begins with: it was asked for by name while it was shown."""

    def unsaved(self) -> bool:
        """Return whether something is written on the page that could not be saved."""
        return any(keeper.unsaved for keeper in self.keepers)

    def heard(self, rooms: frozenset[str]) -> None:
        """Be told that rows of some tables changed; what is stored while one writes it is shown already."""
        if any(keeper.storing for keeper in self.keepers):
            self.dirty = True
        elif not self.rooms or self.rooms & rooms:
            self.mark_dirty()

    def mark_dirty(self) -> None:
        """Read again: now where the page can be seen, else when it is shown."""
        self.dirty = True
        if self.isVisible():
            self.read()

    def read(self) -> None:
        """Read where something has changed since last time; what fails is told on the page."""
        if self.dirty:
            self.dirty = False
            self.attempt(self.refresh)

    def attempt(self, use_case: Callable[[], T]) -> T | None:
        """Carry out a use case and return its answer; what the user can mend is told, with None back.

        ``self.attempt(lambda: meeting.cancel(workspace, meeting_id, reason))``
        """
        try:
            answer = use_case()
        except (UserError, EnvironmentFault) as error:
            self.context.messages.trouble(error)
            return None
        return answer

    def event(self, event: QEvent) -> bool:
        """Let what can be done stand under the heading where both have no room beside one another."""
        answer = super().event(event)
        if event.type() in (QEvent.Type.Resize, QEvent.Type.LayoutRequest):
            needed = self._heading.sizeHint().width() + self._doings.sizeHint().width() + 3 * theme.MARGIN
            beside, under = QBoxLayout.Direction.LeftToRight, QBoxLayout.Direction.TopToBottom
            self.header.setDirection(under if needed > self.width() else beside)
        return answer

    def showEvent(self, event: QShowEvent) -> None:
        """Read what has changed while the page was hidden."""
        super().showEvent(event)
        self.read()
