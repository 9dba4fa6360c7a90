"""Texts twice as large, chosen while the window is open: everything can still be read and used."""

from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path
from shutil import copy

import pytest
from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QFontInfo
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from samverkan_desktop import settings
from samverkan_desktop.services import demo
from samverkan_desktop.ui.colours import Look
from samverkan_desktop.ui.navigation import PLACES
from samverkan_desktop.ui.theme import BODY, Theme
from tests.journeys.looking import faults
from tests.journeys.test_pictures import PANELS, STEPS
from tests.journeys.user import User

pytestmark = pytest.mark.journey

Start = Callable[[Path | None], User]


@pytest.fixture(autouse=True)
def _as_before(theme: Theme) -> Iterator[None]:
    yield
    theme.enlarge(100)


def choose(user: User, text: str) -> None:
    """Choose in the menu Visa."""
    (found,) = [each for each in user.window.commands if each.text() == text]
    found.trigger()
    QApplication.processEvents()


@pytest.fixture
def user(start: Start, example: Path, tmp_path: Path) -> User:
    user = start(Path(copy(example / demo.ARCHIVE, tmp_path)))
    user.it_is(date(2019, 6, 10))
    user.window.scope.choose_period("2018/2019")
    return user


def test_texts_are_enlarged_at_once_on_the_page_where_one_is_and_remembered(user: User, theme: Theme):
    user.page("Beslut")
    choose(user, "Text 150 %")
    assert QFontInfo(QApplication.font()).pixelSize() == round(BODY * 1.5)
    assert user.window.sidebar.buttons["decisions"].isChecked()
    assert user.reads("Mötesplanen", user.window.page())
    assert settings.load().text_size == "150"
    QTest.keyClick(user.window, Qt.Key.Key_0, Qt.KeyboardModifier.ControlModifier)
    assert theme.text_size == 100


@pytest.mark.parametrize("size", [QSize(1366, 768), QSize(1920, 1080)], ids=["laptop", "screen"])
def test_nothing_is_cut_where_texts_are_twice_as_large(user: User, theme: Theme, size: QSize):
    theme.wear(Look.DARK if size.height() > 768 else Look.LIGHT)
    choose(user, "Text 200 %")
    user.window.resize(size)
    found = []
    targets = [place.key for place in PLACES] + [target for target, _ in PANELS.values()]
    for target in targets:
        user.window.navigate(target)
        QTest.qWait(30)  # what stands in one another gets its places in some rounds
        found += [f"{target}: {fault}" for fault in faults(user.window)]
        user.picture(f"text-200-{target.replace(':', '-')}-{size.width()}")
    user.window.navigate("meeting:4")
    for number, label in enumerate(STEPS, 1):
        user.step(label)
        found += [f"{label}: {fault}" for fault in faults(user.window)]
        user.picture(f"text-200-step-{number}-{size.width()}")
    assert not found, "\n".join(found)


def test_a_size_that_is_none_is_the_usual_one():
    settings.save(settings.Settings(text_size="gigantic"))
    assert settings.load().text_size == "100"
