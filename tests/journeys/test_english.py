"""The window in English: changed to while it is open, every page looked over, and back again."""

from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path
from shutil import copy

import pytest
from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QApplication, QTabWidget

from samverkan_desktop import i18n, settings
from samverkan_desktop.services import demo
from samverkan_desktop.ui.navigation import PLACES
from samverkan_desktop.ui.speaking import speak
from tests.journeys.looking import faults
from tests.journeys.test_pictures import PANELS
from tests.journeys.user import User

pytestmark = pytest.mark.journey

Start = Callable[[Path | None], User]
STEPS = ("Plan", "Agenda", "Call", "Hold", "Finish", "Send")


@pytest.fixture
def user(start: Start, example: Path, tmp_path: Path, qapp: QApplication) -> Iterator[User]:
    user = start(Path(copy(example / demo.ARCHIVE, tmp_path)))
    user.it_is(date(2019, 6, 10))
    user.window.scope.choose_period("2018/2019")
    yield user
    speak(qapp, i18n.SOURCE_LANGUAGE)


def choose(user: User, language: str) -> None:
    """Choose a language in the menu, as a user does."""
    (chosen,) = [each for each in user.window.commands if each.text() == language]
    chosen.trigger()
    QApplication.processEvents()


def look(user: User, name: str) -> list[str]:
    for _ in range(3):  # a page with texts that are broken finds its heights step by step
        QApplication.processEvents()
    found = [f"{name}: {fault}" for fault in faults(user.window)]
    user.picture(f"english-{name}")
    return found


def test_the_language_is_changed_while_the_window_is_open(user: User):
    user.window.navigate("decision:2")
    choose(user, "English")
    assert i18n.current_language() == settings.load().language == "en"
    assert user.window.place == "decision:2"
    assert user.reads("Decision", user.window.page())
    assert user.window.toast.text.text() == "The program now speaks English."
    assert QCoreApplication.translate("QPlatformTheme", "Cancel") == "Cancel"
    menus = [action.text() for action in user.window.menuBar().actions()]
    assert menus == ["&File", "&Edit", "&Go to", "&View", "&Help"]
    choose(user, "Svenska")
    assert i18n.current_language() == settings.load().language == "sv"
    assert user.reads("Beslut", user.window.page())
    assert QCoreApplication.translate("QPlatformTheme", "Cancel") == "Avbryt"


def test_a_change_of_language_leaves_each_key_to_one_command(user: User):
    for language in ("English", "Svenska", "English"):
        choose(user, language)
    QCoreApplication.sendPostedEvents(None, 52)  # what was put away is gone
    keys = [
        each.shortcut().toString()
        for each in user.window.findChildren(QAction)
        if each.parent() is user.window and each.shortcut() != QKeySequence()
    ]
    assert sorted(keys) == sorted(set(keys))
    assert "Ctrl+K" in keys


def test_the_year_that_was_shown_is_shown_in_the_other_language_too(user: User):
    user.window.scope.choose_period("2019/2020")
    choose(user, "English")
    assert user.window.scope.period == "2019/2020"


def test_every_page_in_english(user: User):
    choose(user, "English")
    found: list[str] = []
    for place in PLACES:
        user.window.navigate(place.key)
        found += look(user, f"page-{place.key}")
    assert found == []


def test_every_tab_and_register_in_english(user: User):
    choose(user, "English")
    found: list[str] = []
    for place in PLACES:
        user.window.navigate(place.key)
        for tabs in user.seen(QTabWidget, user.window.page()):
            for number in range(tabs.count()):
                tabs.setCurrentIndex(number)
                found += look(user, f"tab-{place.key}-{number}")
    user.window.navigate("registers")
    page = user.window.page()
    for kind in page.registers:
        page.list.chosen.emit(kind)
        found += look(user, f"register-{kind}")
    assert found == []


def test_every_step_of_a_meeting_in_english(user: User):
    choose(user, "English")
    user.page("Meetings")
    user.click_row("2018-12-04", opening=True)
    found: list[str] = []
    for number, label in enumerate(STEPS, 1):
        user.step(label)
        found += look(user, f"step-{number}")
        assert user.reads("Meeting 3 of 6")
    assert found == []


def test_every_panel_in_english(user: User):
    choose(user, "English")
    found: list[str] = []
    for name, (target, _said) in PANELS.items():
        user.window.navigate(target)
        found += look(user, f"panel-{name}")
    assert found == []


def test_the_ways_to_begin_in_english(start: Start, qapp: QApplication):
    user = start(None)
    choose(user, "English")
    assert user.reads("Welcome to Samverkan")
    found = look(user, "welcome")
    choose(user, "Svenska")
    assert user.reads("Välkommen till Samverkan")
    assert found == []
