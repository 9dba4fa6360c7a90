"""Whoever listens hears what everything is called, what it is and how it stands: every page is walked."""

from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path
from shutil import copy

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QTabWidget

from samverkan_desktop.services import demo
from samverkan_desktop.ui.navigation import PLACES, Place
from samverkan_desktop.ui.pages.registers.page import RegistersPage
from samverkan_desktop.ui.widgets.expander import Expander
from samverkan_desktop.ui.widgets.parts import EmptyState
from tests.journeys.test_pictures import PANELS, STEPS
from tests.journeys.tree import faults
from tests.journeys.user import User

pytestmark = pytest.mark.journey

Start = Callable[[Path | None], User]


@pytest.fixture
def user(start: Start, example: Path, tmp_path: Path) -> User:
    user = start(Path(copy(example / demo.ARCHIVE, tmp_path)))
    user.it_is(date(2019, 6, 10))
    user.window.scope.choose_period("2018/2019")
    return user


def views(user: User) -> Iterator[str]:
    """Show every tab of the page that is shown, one after the other."""
    tabs = user.seen(QTabWidget)
    if not tabs:
        yield ""
    for tab in tabs:
        for number in range(tab.count()):
            if tab.isTabEnabled(number):
                tab.setCurrentIndex(number)
                yield tab.tabText(number)


def unfold(user: User) -> None:
    """Open everything that unfolds."""
    for expander in user.seen(Expander):
        expander.set_open(True)


@pytest.mark.parametrize("place", PLACES, ids=lambda place: place.key)
def test_every_page_and_tab(user: User, place: Place):
    user.window.navigate(place.key)
    found = []
    for view in views(user):
        unfold(user)
        found += [f"{view}: {fault}" for fault in faults(user.window)]
    assert found == []


def test_every_register_and_its_form(user: User):
    user.page("Register")
    page = user.window.page()
    assert isinstance(page, RegistersPage)
    found = []
    for row in range(page.list.column.count()):
        if page.list.column.item(row).flags() & Qt.ItemFlag.ItemIsSelectable:
            page.list.column.setCurrentRow(row)
            found += faults(user.window)
    assert found == []


@pytest.mark.parametrize("name", PANELS)
def test_every_panel_beside_a_list(user: User, name: str):
    user.window.navigate(PANELS[name][0])
    unfold(user)
    assert faults(user.window) == []


@pytest.mark.parametrize("day", ["2018-12-04", "2019-08-20"])
def test_every_step_of_a_meeting(user: User, day: str):
    if day == "2019-08-20":
        user.page("Möten")
        user.press("Nytt möte")
        assert faults(user.window) == []
        user.write("Dag", day)
        user.press("Lägg in mötet")
    else:
        user.open(day)
    found = []
    for label in STEPS:
        user.step(label)
        unfold(user)
        found += [f"{label}: {fault}" for fault in faults(user.window)]
    assert found == []


def test_every_form_of_the_meetings(user: User):
    user.page("Möten")
    for button in ("Lägg upp årsplan", "Nytt möte", "Extra möte"):
        user.press(button)
        assert faults(user.window) == []
        user.press("Avbryt")


def test_the_welcome_and_empty_pages(start: Start):
    user = start(None)
    assert faults(user.window) == []
    user.press("Trelleborgsmodellen")
    empty = 0
    for place in PLACES:
        user.window.navigate(place.key)
        assert faults(user.window) == []
        empty += len(user.seen(EmptyState))
    assert empty


def test_what_lies_over_the_window(user: User):
    user.window.box.setFocus()
    user.window.box.offer()
    user.program.messages.say("Mötet flyttades.", undo=True)
    user.program.messages.bug("rapport")
    user.program.tasks.started.emit("Bygger")
    assert faults(user.window) == []


def test_a_field_that_is_wrong_says_why(user: User):
    user.page("Avvikelser")
    field = user.field("Rapporterad")
    user.write("Rapporterad", "i går kanske")
    told = QAccessible.queryAccessibleInterface(field)
    assert told.text(QAccessible.Text.Description) == "Skriv en dag som finns, till exempel 2018-09-04."
    assert faults(user.window) == []


def test_what_unfolds_can_be_unfolded_by_whoever_listens(user: User):
    user.page("Översikt")
    expander = user.seen(Expander)[0]
    told = QAccessible.queryAccessibleInterface(expander.head)
    assert (told.role(), told.state().collapsed) == (QAccessible.Role.Button, 1)
    told.actionInterface().doAction("Press")
    assert expander.is_open()
    assert told.state().expanded


def test_the_page_that_is_open_is_told(user: User):
    user.page("Beslut")
    chosen = [
        told.text(QAccessible.Text.Name)
        for button in user.window.sidebar.buttons.values()
        if (told := QAccessible.queryAccessibleInterface(button)).state().selected
        and told.role() is QAccessible.Role.PageTab
    ]
    assert chosen == ["Beslut"]
    assert user.window.sidebar.buttons["decisions"].focusPolicy() & Qt.FocusPolicy.TabFocus
