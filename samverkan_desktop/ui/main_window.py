"""The window: sidebar, top bar, notices, and the pages, each made when it is first shown.

It is shown empty, before anything else is imported, and furnished after its first paint: that is
why it imports so much inside its methods.
"""

from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QMainWindow, QStackedWidget, QWidget

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtGui import QAction, QCloseEvent, QPaintEvent

    from samverkan_desktop.events import ArchiveChanged
    from samverkan_desktop.ui.archives import Locate
    from samverkan_desktop.ui.command_box import Command, Search
    from samverkan_desktop.ui.messages import Messages
    from samverkan_desktop.ui.page import Page, PageContext
    from samverkan_desktop.ui.scope import Scope
    from samverkan_desktop.ui.tasks import Tasks


class MainWindow(QMainWindow):
    """Everything that is seen. What it shows is handed in with `enter`; until then it is calmly empty."""

    #: The window has been painted for the first time: what is slow may begin.
    painted = Signal()
    #: The window is about to close.
    closing = Signal()
    #: Another page, or another archive, is shown.
    turned = Signal()
    #: The user asked for undo, or for redo.
    undo_asked = Signal()
    redo_asked = Signal()
    #: The user asked for the handbook.
    help_asked = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.context: PageContext | None = None
        self.commands: list[QAction] = []
        #: Returns what a place in the window is about; None for what is about whatever is shown.
        self.locate: Locate = lambda _target: None
        #: Returns whether the window may be closed.
        self.may_close: Callable[[], bool] = lambda: True
        #: The place that was last gone to; empty where no page is shown.
        self.place = ""
        self._pages: dict[str, Page] = {}
        self._is_painted = False
        self.setWindowTitle("Samverkan")
        self.setMinimumSize(800, 520)
        self.resize(1280, 760)

    def furnish(self, messages: "Messages", tasks: "Tasks", scope: "Scope") -> None:
        """Put everything in its place.

        Args:
            messages: what is told to the user.
            tasks: what is done in the background.
            scope: the agreement, group and working year that are shown.
        """
        from samverkan_desktop.i18n import tr
        from samverkan_desktop.ui.command_box import CommandBox
        from samverkan_desktop.ui.notices import Banner, Toast, WorkBar
        from samverkan_desktop.ui.sidebar import Sidebar
        from samverkan_desktop.ui.widgets.parts import icon_button

        self.messages, self.tasks, self.scope = messages, tasks, scope
        self.sidebar = Sidebar(scope)
        self.box = CommandBox(self._offered)
        self.undo = icon_button("undo-2", tr("Ångra"), self.undo_asked.emit)
        self.redo = icon_button("redo-2", tr("Gör om"), self.redo_asked.emit)
        self.help = icon_button("circle-help", tr("Hjälp om det som visas (Skift+F1)"), self.help_asked.emit)
        self.banner, self.work, self.toast = Banner(), WorkBar(), Toast(self)
        self.stack = QStackedWidget()
        self._lay_out()
        self._connect()
        self.show_undoable(None, None)

    def _lay_out(self) -> None:
        from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout

        from samverkan_desktop.ui import theme
        from samverkan_desktop.ui.sidebar import WithSidebar

        top = self.top = QFrame()
        top.setProperty("role", "topbar")
        row = QHBoxLayout(top)
        row.setContentsMargins(theme.MARGIN, theme.NEAR, theme.MARGIN, theme.NEAR)
        row.setSpacing(theme.GRID)
        row.addStretch(1)
        self.box.setFixedWidth(120 * theme.GRID)
        row.addWidget(self.box)
        row.addStretch(1)
        row.addWidget(self.undo)
        row.addWidget(self.redo)
        row.addWidget(self.help)
        right = QVBoxLayout()
        right.setSpacing(0)
        for widget in (top, self.banner):
            right.addWidget(widget)
        right.addWidget(self.stack, 1)
        right.addWidget(self.work)
        self.setCentralWidget(WithSidebar(self.sidebar, right))

    def _connect(self) -> None:
        self.sidebar.chosen.connect(self.navigate)
        self.box.left.connect(self._focus_page)
        self.messages.said.connect(self.toast.tell)
        self.messages.troubled.connect(self.banner.tell)
        self.messages.broke.connect(self.banner.tell_bug)
        self.toast.undo.connect(self.undo_asked)
        self.tasks.started.connect(self.work.start)
        self.tasks.progressed.connect(self.work.step)
        self.tasks.idle.connect(self.work.hide)
        self.work.cancelled.connect(self.tasks.cancel)

    def enter(self, context: "PageContext", search: "Search", locate: "Locate") -> None:
        """Show an open archive."""
        from samverkan_desktop.ui.navigation import PLACES

        self.leave()
        self.context, self.box.search, self.locate = context, search, locate
        for widget in (self.sidebar, self.top):
            widget.setEnabled(True)
            widget.show()
        self.navigate(PLACES[0].key)

    def leave(self) -> None:
        """Let go of the archive that is shown, with its pages."""
        self.context, self.box.search, self.locate = None, lambda _text: (), lambda _target: None
        self._pages, self.place = {}, ""
        while page := self.stack.currentWidget():
            self.stack.removeWidget(page)
            page.hide()
            page.deleteLater()
        self.sidebar.setEnabled(False)
        self.top.setEnabled(False)
        self.sidebar.mark("")
        self.show_undoable(None, None)

    def show_alone(self, widget: QWidget) -> None:
        """Show one thing instead of the pages: the welcome, or what is wrong with an archive."""
        self.leave()
        self.sidebar.hide()
        self.top.hide()
        self.stack.addWidget(widget)
        self.stack.setCurrentWidget(widget)
        self.turned.emit()

    def navigate(self, target: str) -> None:
        """Go to a place in the window (``decisions``, ``meeting:3``), in the agreement and year it is of."""
        from samverkan_desktop.ui import navigation
        from samverkan_desktop.ui.widgets.fields import commit_pending

        if self.context is None:
            return
        commit_pending()
        if where := self.locate(target):
            self.scope.follow(where.agreement_id, where.group_id, where.period)
        place, identity = navigation.find(target)
        self.place = target
        if place.key not in self._pages:
            page = self._pages[place.key] = navigation.page_class(place)(self.context)
            page.place = place.key
            self.stack.addWidget(page)
        page = self._pages[place.key]
        held = self.focusWidget()
        inside = held is None or self.stack.isAncestorOf(held)
        if page is not self.stack.currentWidget():
            self.messages.clear()
        elif not identity:
            page.begin_again()
        self.stack.setCurrentWidget(page)
        self.sidebar.mark(place.key)
        if identity:
            page.read()
            page.open(identity)
        elif inside:  # the keyboard comes along, unless it stands in the sidebar
            page.setFocus()
        self.turned.emit()

    def page(self) -> "Page | None":
        """Return the page that is shown."""
        shown = self.stack.currentWidget()
        return next((page for page in self._pages.values() if page is shown), None)

    def heard(self, event: "ArchiveChanged") -> None:
        """Let every page read again that shows what has changed."""
        for page in self._pages.values():
            page.heard(event.rooms)

    def show_undoable(self, undo: str | None, redo: str | None) -> None:
        """Show what undo and redo would do."""
        from samverkan_desktop.i18n import tr

        for button, verb, keys, label in (
            (self.undo, tr("Ångra"), "Ctrl+Z", undo),
            (self.redo, tr("Gör om"), "Ctrl+Y", redo),
        ):
            text = f"{verb}: {label} ({keys})" if label else f"{verb} ({keys})"
            button.setToolTip(text)
            button.setAccessibleName(text)
            button.setEnabled(label is not None)

    def _offered(self) -> "list[Command]":
        from samverkan_desktop.ui.command_box import command_of
        from samverkan_desktop.ui.scope_chooser import scope_commands

        page = self.page()
        actions = [*self.commands, *(page.actions() if page else ())]
        usable = [command_of(action) for action in actions if action.isEnabled() and action.text()]
        return [*usable, *(scope_commands(self.scope) if self.context else ())]

    def _focus_page(self) -> None:
        if page := self.page():
            page.setFocus()

    def paintEvent(self, event: "QPaintEvent") -> None:
        """Tell, once, that there is something to see."""
        super().paintEvent(event)
        if not self._is_painted:
            self._is_painted = True
            QTimer.singleShot(0, self, self.painted.emit)

    def closeEvent(self, event: "QCloseEvent") -> None:
        """Tell that the window closes, unless what could not be saved is waited for."""
        if not self.may_close():
            event.ignore()
            return
        self.closing.emit()
        super().closeEvent(event)
