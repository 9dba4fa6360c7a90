"""Tab goes through every page as one reads it, comes to all that can be used, and is kept nowhere."""

from collections.abc import Callable, Iterator
from datetime import date
from itertools import pairwise
from pathlib import Path
from shutil import copy

import pytest
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QComboBox,
    QLineEdit,
    QPlainTextEdit,
    QScrollArea,
    QTextEdit,
    QWidget,
)

from samverkan_desktop.services import demo
from samverkan_desktop.ui.navigation import PLACES
from samverkan_desktop.ui.widgets.parts import Card
from tests.journeys.test_pictures import PANELS, STEPS
from tests.journeys.user import User

pytestmark = pytest.mark.journey

Start = Callable[[Path | None], User]
USED = (QAbstractButton, QComboBox, QLineEdit, QPlainTextEdit, QTextEdit)
#: No page has more stops than this.
MANY = 250
#: What stands in one row may differ so much in height, in pixels.
ROW = 24


@pytest.fixture
def user(start: Start, example: Path, tmp_path: Path) -> User:
    user = start(Path(copy(example / demo.ARCHIVE, tmp_path)))
    user.it_is(date(2019, 6, 10))
    user.window.scope.choose_period("2018/2019")
    return user


def stops(user: User) -> list[QWidget]:
    """Return where Tab comes on the page that is shown, in order, until it is back where it began."""
    page = user.window.page()
    assert page is not None
    user.window.sidebar.buttons["overview"].setFocus()
    met: list[QWidget] = []
    for _ in range(MANY):
        here = QApplication.focusWidget()
        assert here is not None
        if here in met:
            return [each for each in met if page.isAncestorOf(each)]
        met.append(here)
        QTest.keyClick(here, Qt.Key.Key_Tab)
        if QApplication.focusWidget() is here:  # in the agenda and in lists of notes Tab means something
            QTest.keyClick(here, Qt.Key.Key_Escape)
        assert QApplication.focusWidget() is not here, f"Tab is kept by {here.accessibleName()!r}"
    raise AssertionError(f"Tab does not come back: {[each.accessibleName() for each in met]}")


def block(widget: QWidget, page: QWidget) -> QWidget:
    """Return what a widget is read within: its card, or what scrolls, or its place in the page."""
    within = widget.parentWidget()
    while within is not None and within is not page and not isinstance(within, (Card, QScrollArea)):
        within = within.parentWidget()
    return within or page


def place(widget: QWidget, page: QWidget) -> QRect:
    return QRect(widget.mapTo(page, QPoint(0, 0)), widget.size())


def against_reading(met: list[QWidget], page: QWidget) -> Iterator[str]:
    """Yield each step of Tab that goes back within one block: upwards, or to the left in the same row."""
    for one, other in pairwise(met):
        if block(one, page) is not block(other, page):
            continue
        before, after = place(one, page), place(other, page)
        up = after.bottom() <= before.top() + ROW // 2 and after.left() <= before.right()
        back = abs(after.center().y() - before.center().y()) < ROW // 2 and after.right() <= before.left()
        if up or back:
            yield f"from {_name(one)} to {_name(other)}"


def _name(widget: QWidget) -> str:
    return f"{type(widget).__name__} {widget.accessibleName()!r}"


def passed_by(met: list[QWidget], page: QWidget) -> Iterator[str]:
    """Yield what can be pressed or written in, and is never come to."""
    for kind in USED:
        for each in page.findChildren(kind):
            within = isinstance(each.parent(), (QLineEdit, QComboBox)) or "qt_" in each.objectName()
            if not each.isVisible() or not each.isEnabled() or within or each in met:
                continue
            group = each.group() if isinstance(each, QAbstractButton) else None
            by_arrows = group is not None and group.exclusive() and group.checkedButton() in met
            if each.focusPolicy() & Qt.FocusPolicy.TabFocus or not (each.toolTip() or by_arrows):
                yield f"never come to: {_name(each)}"


def settle(page: QWidget) -> None:
    """Wait until everything has its place: what stands in one another gets it in some rounds."""
    before: list[QRect] = []
    for _ in range(40):
        QTest.qWait(50)
        now = [each.geometry() for each in page.findChildren(QWidget)]
        if now == before:
            return
        before = now


def look(user: User) -> list[str]:
    page = user.window.page()
    assert page is not None
    settle(page)
    met = stops(user)
    assert met
    return [*against_reading(met, page), *passed_by(met, page)]


@pytest.mark.parametrize("target", [*(place.key for place in PLACES), *(each for each, _ in PANELS.values())])
def test_a_page_is_gone_through_as_it_is_read(user: User, target: str):
    user.window.navigate(target)
    found = look(user)
    assert not found, "\n".join(found)


@pytest.mark.parametrize("label", STEPS)
def test_a_step_of_a_meeting_is_gone_through_as_it_is_read(user: User, label: str):
    user.window.navigate("meeting:4")
    user.step(label)
    found = look(user)
    assert not found, "\n".join(found)


@pytest.mark.parametrize("button", ["Lägg upp årsplan", "Nytt möte", "Extra möte"])
def test_a_form_is_gone_through_as_it_is_read(user: User, button: str):
    user.page("Möten")
    user.press(button)
    found = look(user)
    assert not found, "\n".join(found)
