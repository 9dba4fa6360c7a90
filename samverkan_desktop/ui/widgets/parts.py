"""The small parts that pages are put together from."""

from collections.abc import Callable, Iterable

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QAction
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QMenu,
    QPushButton,
    QScrollArea,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from samverkan_desktop.ui import icons, theme
from samverkan_desktop.ui.accessible import Role, announce, tell_role


def button(
    text: str, pressed: Callable[[], object] | None = None, role: str = "", icon: str = ""
) -> QPushButton:
    """Return a button.

    Args:
        text: a verb.
        pressed: what it does.
        role: ``primary`` for the one next step of a page, ``quiet`` for what stands among text,
            ``link`` for what opens something, else an ordinary button.
        icon: name of an icon before the text.
    """
    # The style sheet cannot part icon and text, so a space does.
    result = QPushButton(f" {text}" if icon and text else text)
    result.setAccessibleName(text)
    result.setProperty("role", role)
    result.setAutoDefault(False)
    if icon:
        inks = {"primary": "on_accent", "quiet": "accent", "link": "accent"}
        icons.put(result, icon, inks.get(role, "text"))
    if pressed:
        result.clicked.connect(lambda _checked=False: pressed())
    return result


def icon_button(icon: str, name: str, pressed: Callable[[], object] | None = None) -> QToolButton:
    """Return a button with an icon alone; its name is its tooltip and what a screen reader says."""
    result = QToolButton()
    result.setToolTip(name)
    result.setAccessibleName(name)
    result.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
    icons.put(result, icon)
    if pressed:
        result.clicked.connect(lambda _checked=False: pressed())
    return result


def action(
    text: str, done: Callable[[], object], keys: str = "", icon: str = "", parent: QWidget | None = None
) -> QAction:
    """Return a command with its keys (``Ctrl+D``), for a menu; it lives as long as its parent."""
    result = QAction(text, parent)
    if keys:
        result.setShortcut(keys)
        result.setShortcutContext(Qt.ShortcutContext.WindowShortcut)
    if icon:
        result.setProperty("iconName", icon)  # for the command box; menus are text
    result.triggered.connect(lambda _checked=False: done())
    return result


class MenuButton(QToolButton):
    """A button that opens a menu.

    Args:
        text: what it says; empty for an icon alone.
        choices: text and what it does, in order; None for a line between.
    """

    def __init__(
        self, text: str, choices: Iterable[tuple[str, Callable[[], object]] | None] = (), icon: str = ""
    ) -> None:
        super().__init__()
        self.setProperty("role", "menu")
        self.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMenu(QMenu(self))
        icons.put(self, icon or "chevron-down")
        if not icon:  # the arrow stands after the text
            self.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
        self.set_text(text)
        self.offer(choices)

    def set_text(self, text: str) -> None:
        """Change what it says."""
        self.show_text(f" {text} " if text else "")
        self.setAccessibleName(text)

    def show_text(self, text: str) -> None:
        """Show a text as it stands, beside the icon; the icon alone where it is empty."""
        styles = Qt.ToolButtonStyle
        self.setToolButtonStyle(styles.ToolButtonTextBesideIcon if text else styles.ToolButtonIconOnly)
        self.setText(text)

    def offer(self, choices: Iterable[tuple[str, Callable[[], object]] | None]) -> None:
        """Change what the menu holds."""
        menu = self.menu()
        menu.clear()
        for choice in choices:
            if choice is None:
                menu.addSeparator()
                continue
            text, done = choice
            menu.addAction(text).triggered.connect(lambda _checked=False, done=done: done())


class Card(QFrame):
    """A surface with what belongs together.

    Args:
        title: its heading; empty for none.
    """

    def __init__(self, title: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "card")
        tell_role(self, Role.Grouping)
        self.setAccessibleName(title)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(theme.APART, theme.APART, theme.APART, theme.APART)
        outer.setSpacing(theme.APART - theme.GRID)
        self.title = SectionTitle(title)
        outer.addWidget(self.title)
        self.title.setHidden(not title)  # in its place: what has no parent would be shown as a window
        self.body = QVBoxLayout()
        self.body.setSpacing(theme.NEAR)
        outer.addLayout(self.body, 1)


class SectionTitle(QWidget):
    """A heading, with something to do or see at its right end.

    Args:
        text: the heading.
        beside: what stands to the right.
    """

    def __init__(self, text: str, *beside: QWidget) -> None:
        super().__init__()
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(theme.NEAR)
        self._label = theme.label(text, "heading")
        self._row.addWidget(self._label)
        self._row.addStretch(1)
        for widget in beside:
            self._row.addWidget(widget)

    def set_text(self, text: str) -> None:
        """Change the heading."""
        self._label.setText(text)

    def add(self, widget: QWidget) -> None:
        """Put something more to the right."""
        self._row.addWidget(widget)


class EmptyState(QWidget):
    """What stands where there is nothing yet: why, and the next step.

    Args:
        text: what is missing, in one sentence.
        step: what the button says; empty for no button.
        done: what the button does.
    """

    def __init__(self, text: str, step: str = "", done: Callable[[], object] | None = None) -> None:
        super().__init__()
        column = QVBoxLayout(self)
        column.setContentsMargins(theme.MARGIN, theme.NEAR, theme.MARGIN, theme.NEAR)
        column.setSpacing(theme.APART)
        column.addStretch(1)
        self._label = theme.label(text, "muted", wrap=True)
        self._label.setAlignment(Qt.AlignmentFlag.AlignCenter)
        column.addWidget(self._label)
        if step:
            column.addWidget(button(step, done, "primary"), 0, Qt.AlignmentFlag.AlignCenter)
        column.addStretch(1)

    def set_text(self, text: str) -> None:
        """Say something else."""
        self._label.setText(text)


def line() -> QFrame:
    """Return a thin line between things."""
    result = QFrame()
    result.setProperty("role", "line")
    return result


def scrolling(inside: QWidget) -> QScrollArea:
    """Return a widget within something that scrolls when there is no room."""
    result = QScrollArea()
    result.setWidgetResizable(True)
    result.setFrameShape(QFrame.Shape.NoFrame)
    result.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    result.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    inside.setProperty("role", "page")
    result.setWidget(inside)
    return result


def mark_wrong(field: QWidget, why: str) -> None:
    """Give a field the border of what is wrong, and say why to whoever listens; or, empty, take both away."""
    if field.property("help") is None:
        field.setProperty("help", field.accessibleDescription())
    told = " ".join(filter(None, (why, field.property("help"))))
    if told != field.accessibleDescription():
        field.setAccessibleDescription(told)
        if why and not field.hasFocus():
            announce(field, why)
    wrong = bool(why)
    if bool(field.property("wrong")) != wrong:
        field.setProperty("wrong", wrong)
        field.style().unpolish(field)
        field.style().polish(field)


def reveal(widget: QWidget) -> None:
    """Scroll, as soon as it has its place, everything around a widget so that it can be seen."""
    above = widget.parentWidget()
    while above is not None:
        if isinstance(above, QScrollArea):
            QTimer.singleShot(0, widget, lambda around=above: around.ensureWidgetVisible(widget))
        above = above.parentWidget()
