"""The meetings page over a year that has begun, told of changes as the window tells it: in its own thread."""

from collections.abc import Callable
from datetime import date

import pytest
from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QMainWindow, QWidget

from samverkan_desktop.services.workspace import Workspace
from samverkan_desktop.ui.messages import Messages
from samverkan_desktop.ui.page import Page, PageContext
from samverkan_desktop.ui.pages.meetings.page import MeetingsPage
from samverkan_desktop.ui.scope import Scope
from samverkan_desktop.ui.tasks import Tasks
from tests.ui import year
from tests.ui.year import Year


class Bridge(QObject):
    """Carries what happened from whatever thread it happened in."""

    happened = Signal(object)


@pytest.fixture
def begun(work: Workspace) -> Year:
    """Return a year that has just begun, on the day of its fifth meeting."""
    made = year.begun(work)
    made.go_to(date(2019, 3, 26))
    return made


@pytest.fixture
def make_page(
    tasks: Tasks, messages: Messages, shown: Callable[[QWidget], QWidget]
) -> Callable[[Workspace], MeetingsPage]:
    """Return how a page is made in a window, as the program shows it."""

    def make(work: Workspace) -> MeetingsPage:
        pages: list[Page] = []

        def navigate(target: str) -> None:
            pages[0].open(target)

        context = PageContext(work, tasks, messages, navigate, Scope(1, year.PERIOD))
        page = MeetingsPage(context)
        pages.append(page)
        window = QMainWindow()
        window.setCentralWidget(page)
        window.resize(1174, 720)
        bridge = Bridge(window)
        bridge.happened.connect(lambda event: page.heard(event.rooms))
        work.events.subscribe(bridge.happened.emit)
        shown(window)
        window.activateWindow()
        return page

    return make


@pytest.fixture
def page(begun: Year, make_page: Callable[[Workspace], MeetingsPage]) -> MeetingsPage:
    """Return the page over the year that has begun."""
    return make_page(begun.work)
