"""Somebody at the real window: finds things by what they say, presses them, writes in them, reads."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import TypeVar

from PySide6.QtCore import QModelIndex, QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QApplication,
    QComboBox,
    QLabel,
    QLineEdit,
    QListView,
    QPlainTextEdit,
    QTableView,
    QTextBrowser,
    QTextEdit,
    QToolButton,
    QWidget,
)
from pytestqt.qtbot import QtBot

from samverkan_desktop.clock import FixedClock
from samverkan_desktop.ui.main_window import MainWindow
from samverkan_desktop.ui.program import Program
from samverkan_desktop.ui.widgets.chip import Chip
from samverkan_desktop.ui.widgets.parts import Card, MenuButton
from tests.ui import hands

W = TypeVar("W", bound=QWidget)
_WRITABLE = (QLineEdit, QPlainTextEdit, QTextEdit, QComboBox)
CONTROL, ALT, PLAIN = (
    Qt.KeyboardModifier.ControlModifier,
    Qt.KeyboardModifier.AltModifier,
    Qt.KeyboardModifier.NoModifier,
)


@dataclass
class User:
    """A user with a program in front of them, on a day that can be set."""

    program: Program
    clock: FixedClock
    qtbot: QtBot
    chosen_folder: list[Path]

    @property
    def window(self) -> MainWindow:
        return self.program.window

    def it_is(self, day: date) -> None:
        """Let it be another day: the window is opened in the morning, and reads anew."""
        self.clock.set(day)
        page = self.window.page()
        if page is not None:
            self.window.leave()
            self.program.opening.current.show()

    def seen(self, kind: type[W], within: QWidget | None = None) -> list[W]:
        QApplication.processEvents()
        return [each for each in (within or self.window).findChildren(kind) if each.isVisible()]

    def press(self, text: str, within: QWidget | None = None) -> None:
        """Press what says a text, or what a screen reader calls so."""
        found = [b for b in self.seen(QAbstractButton, within) if b.text().strip() == text]
        found = found or [b for b in self.seen(QAbstractButton, within) if b.accessibleName() == text]
        assert len(found) == 1, f"{len(found)} buttons say {text!r}: {self.buttons(within)}"
        assert found[0].isEnabled(), f"{text!r} cannot be pressed"
        found[0].click() if found[0].visibleRegion().isEmpty() else self._click(found[0])

    def enabled(self, text: str) -> bool:
        """Tell whether the button that says a text can be pressed."""
        return all(b.isEnabled() for b in self.seen(QAbstractButton) if b.text().strip() == text)

    def press_undo(self) -> None:
        self._click(self.window.undo)

    def press_redo(self) -> None:
        self._click(self.window.redo)

    def _click(self, widget: QWidget) -> None:
        at = widget.visibleRegion().boundingRect().center()
        QTest.mouseClick(widget, Qt.MouseButton.LeftButton, PLAIN, at)
        QApplication.processEvents()

    def buttons(self, within: QWidget | None = None) -> list[str]:
        return [b.text().strip() or b.accessibleName() for b in self.seen(QAbstractButton, within)]

    def pick(self, menu: str, choice: str, within: QWidget | None = None) -> None:
        """Choose in the menu of a button."""
        found = [b for b in self.seen(MenuButton, within) if menu in (b.text().strip(), b.accessibleName())]
        assert len(found) == 1, f"{len(found)} menus are called {menu!r}"
        actions = [a for a in found[0].menu().actions() if a.text() == choice]
        assert len(actions) == 1, [a.text() for a in found[0].menu().actions()]
        actions[0].trigger()
        QApplication.processEvents()

    def field(self, name: str, within: QWidget | None = None) -> QWidget:
        """Return the field of a name."""
        found = [w for kind in _WRITABLE for w in self.seen(kind, within) if w.accessibleName() == name]
        assert len(found) == 1, f"{len(found)} fields are called {name!r}"
        return found[0]

    def write(self, name: str, text: str, within: QWidget | None = None) -> None:
        """Write in a field instead of what stands there, and go on with Tab."""
        field = self.field(name, within)
        field.setFocus()
        QTest.keyClick(field, Qt.Key.Key_A, CONTROL)
        QTest.keyClick(field, Qt.Key.Key_Delete)
        hands.type_text(field, text)
        QTest.keyClick(field, Qt.Key.Key_Tab)
        QApplication.processEvents()

    def choose(self, name: str, text: str, within: QWidget | None = None) -> None:
        """Choose in a field what begins with a text."""
        box = self.field(name, within)
        assert isinstance(box, QComboBox)
        offered = [box.itemText(row) for row in range(box.count())]
        row = next((row for row, each in enumerate(offered) if each.startswith(text)), -1)
        assert row >= 0, f"{text!r} is not among {offered}"
        # The list itself is a window of its own, and without a screen the keyboard does not come back.
        box.setFocus()
        box.setCurrentIndex(row)
        box.activated.emit(row)
        QApplication.processEvents()

    def keys(self, key: Qt.Key, modifiers: Qt.KeyboardModifier = PLAIN) -> None:
        """Press keys wherever the cursor is."""
        target = QApplication.focusWidget() or self.window
        QTest.keyClick(target, key, modifiers)
        QApplication.processEvents()

    def focused(self) -> QWidget:
        """Return where the keyboard writes."""
        focused = QApplication.focusWidget()
        assert focused is not None
        return focused

    def page(self, title: str) -> None:
        """Go to a page by its button in the sidebar, or by its command where it has none."""
        command = next((each for each in self.window.commands if each.text() == f"{title}…"), None)
        if command is None:
            self.press(title, self.window.sidebar)
        else:
            command.trigger()

    def cell(self, text: str, view: QAbstractItemView | None = None) -> tuple[QAbstractItemView, QModelIndex]:
        """Return where a text stands in a table or list."""
        views = [view] if view else [*self.seen(QTableView), *self.seen(QListView)]
        for each in views:
            for row in range(each.model().rowCount()):
                for column in range(_columns(each)):
                    index = each.model().index(row, column)
                    if text in str(index.data()):
                        return each, index
        raise AssertionError(f"{text!r} stands in no table")

    def click_row(self, text: str, *, opening: bool = False) -> None:
        """Click the row where a text stands; ``opening`` presses Enter on it too."""
        view, index = self.cell(text)
        view.scrollTo(index)
        at = view.visualRect(index).topLeft() + QPoint(6, 6)
        QTest.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, PLAIN, at)
        if opening:
            QTest.keyClick(view, Qt.Key.Key_Return)
        QApplication.processEvents()

    def open(self, day: str) -> None:
        """Open the meeting of a day from the list."""
        self.page("Möten")
        if "Alla möten" in self.buttons():
            self.press("Alla möten")
        self.click_row(day, opening=True)

    def click_item(self, heading: str) -> None:
        """Click an item of the agenda."""
        view = next(view for view in self.seen(QListView) if view.accessibleName() == "Dagordning")
        _, index = self.cell(heading, view)
        view.scrollTo(index)
        QTest.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, PLAIN, view.visualRect(index).center())
        QApplication.processEvents()

    def agenda(self) -> list[str]:
        """Return the headings of the agenda."""
        model = next(view for view in self.seen(QListView) if view.accessibleName() == "Dagordning").model()
        return [str(model.index(row, 0).data()) for row in range(model.rowCount())]

    def step(self, label: str) -> None:
        """Go to a step of the meeting."""
        from samverkan_desktop.ui.widgets.stepper import Stepper

        stepper = self.seen(Stepper)[0]
        found = [b for b in self.seen(QToolButton, stepper) if label in b.text()]
        assert len(found) == 1, [b.text() for b in self.seen(QToolButton, stepper)]
        self._click(found[0])

    def card(self, title: str) -> Card:
        """Return the card with a heading or a name."""
        found = [c for c in self.seen(Card) if c.accessibleName() == title]
        assert len(found) == 1, self.cards()
        return found[0]

    def cards(self) -> list[str]:
        """Return the headings and names of the cards that are shown."""
        return [card.accessibleName() for card in self.seen(Card)]

    def chips(self) -> list[str]:
        """Return what the chips say."""
        return [chip.accessibleName() for chip in self.seen(Chip)]

    def texts(self, within: QWidget | None = None) -> list[str]:
        """Return every text that can be read, in tables too."""
        read = [label.text() for label in self.seen(QLabel, within)]
        read += [browser.toPlainText() for browser in self.seen(QTextBrowser, within)]
        read += self.buttons(within)
        for view in (*self.seen(QTableView, within), *self.seen(QListView, within)):
            model = view.model()
            for row in range(model.rowCount()):
                read += [str(model.index(row, c).data() or "") for c in range(_columns(view))]
        return [text for text in read if text]

    def reads(self, words: str, within: QWidget | None = None) -> bool:
        """Tell whether some words can be read."""
        return any(words in text for text in self.texts(within))

    def settles(self, condition: Callable[[], bool]) -> None:
        """Wait until something is so."""
        self.qtbot.waitUntil(condition, timeout=20_000)

    def picture(self, name: str) -> None:
        hands.picture(self.window, name)


def _columns(view: QAbstractItemView) -> int:
    return 1 if isinstance(view, QListView) else view.model().columnCount()
