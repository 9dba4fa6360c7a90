"""The sidebar: the pages, and what they show at its foot; icons alone where there is little room."""

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import (
    QButtonGroup,
    QFrame,
    QHBoxLayout,
    QLayout,
    QSizePolicy,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from samverkan_desktop.i18n import tr
from samverkan_desktop.ui import icons, theme
from samverkan_desktop.ui.accessible import Role, tell_role
from samverkan_desktop.ui.navigation import LISTED, title
from samverkan_desktop.ui.reading_order import step
from samverkan_desktop.ui.scope import Scope
from samverkan_desktop.ui.scope_chooser import ScopeChooser, scope_commands
from samverkan_desktop.ui.widgets.parts import MenuButton, line, scrolling

#: How wide it is, and with icons alone.
_WIDTH, _NARROW = 48 * theme.GRID, 16 * theme.GRID
#: In a window narrower than this it shows icons alone: a page needs the room more.
_WINDOW = 225 * theme.GRID
#: How high a row is, and where there is little room.
_ROW, _LOW_ROW = 10 * theme.GRID, 7 * theme.GRID


class Sidebar(QFrame):
    """The pages under one another, and what they show at the foot.

    Args:
        scope: the agreement, group and working year that are shown.
    """

    #: The key of the page that was chosen.
    chosen = Signal(str)

    def __init__(self, scope: Scope) -> None:
        super().__init__()
        self.setProperty("role", "sidebar")
        self.setFixedWidth(theme.enlarged(_WIDTH))
        self.setAccessibleName(tr("Sidor"))
        tell_role(self, Role.PageTabList)
        self.buttons: dict[str, QToolButton] = {}
        group = self._group = QButtonGroup(self)
        self._brand = theme.label("Samverkan", "brand")
        self._brand.setContentsMargins(theme.NEAR + theme.GRID, 0, 0, theme.APART)
        pages = self._pages = QWidget()
        rows = QVBoxLayout(pages)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(theme.GRID)
        for number, place in enumerate(LISTED, 1):
            button = _page_button(title(place), place.icon, f"Ctrl+{number}")
            button.clicked.connect(lambda _checked=False, key=place.key: self.chosen.emit(key))
            group.addButton(button)
            rows.addWidget(button)
            self.buttons[place.key] = button
        rows.addStretch(1)
        self.foot = ScopeChooser(scope, theme.enlarged(_WIDTH) - 2 * theme.NEAR)
        self.foot.resized.connect(self._fit)
        self._scope = scope
        self._narrow = False
        self.shown = MenuButton("", icon="list")
        self.shown.setAccessibleName(tr("Välj avtal, grupp och år"))
        self.shown.setToolTip(self.shown.accessibleName())
        self.shown.hide()
        for changed in (scope.offered, scope.changed):
            changed.connect(self._offer)
        self._lay_out()

    def _lay_out(self) -> None:
        area = scrolling(self._pages)
        self._pages.setProperty("role", "nav_list")
        area.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Ignored)
        column = QVBoxLayout(self)
        column.setContentsMargins(theme.NEAR, theme.APART, theme.NEAR, theme.APART)
        column.setSpacing(theme.GRID)
        column.addWidget(self._brand)
        column.addWidget(area, 1)
        column.addWidget(line())
        column.addSpacing(theme.GRID)
        column.addWidget(self.foot)
        column.addWidget(self.shown, 0, Qt.AlignmentFlag.AlignHCenter)

    def set_narrow(self, *, narrow: bool) -> None:
        """Show icons alone, and what is chosen at the foot in a menu; or all of it again."""
        if narrow == self._narrow:
            return
        self._narrow = narrow
        self.setFixedWidth(_narrow() if narrow else theme.enlarged(_WIDTH))
        styles = Qt.ToolButtonStyle
        for button in self.buttons.values():
            button.setToolButtonStyle(
                styles.ToolButtonIconOnly if narrow else styles.ToolButtonTextBesideIcon
            )
            button.setMinimumWidth((_narrow() if narrow else theme.enlarged(_WIDTH)) - 2 * theme.NEAR)
        self.foot.setHidden(narrow)
        self.shown.setVisible(narrow)
        self._fit()

    def fit_texts(self) -> None:
        """Give the texts the room that their size needs."""
        self.setFixedWidth(_narrow() if self._narrow else theme.enlarged(_WIDTH))
        for button in self.buttons.values():
            button.setMinimumWidth(self.width() - 2 * theme.NEAR)
        self.foot.fit_texts(theme.enlarged(_WIDTH) - 2 * theme.NEAR)
        self._fit()

    def _offer(self) -> None:
        self.shown.offer([(each.label, each.run) for each in scope_commands(self._scope)])

    def _fit(self) -> None:
        """Let the rows be as high as there is room for: low ones first, then they scroll."""
        count = len(self.buttons)
        room = self.height() - 2 * theme.APART - 3 * theme.GRID
        needed = (
            self._brand.sizeHint().height()
            + count * (theme.enlarged(_ROW) + theme.GRID)
            + self.foot.height_of(low=False)
        )
        low = room < needed
        self._brand.setHidden(low or self._narrow)
        self.foot.set_low(low=low)
        each = (room - self.foot.height_of(low=True)) // count - theme.GRID if low else theme.enlarged(_ROW)
        for button in self.buttons.values():
            button.setFixedHeight(max(theme.enlarged(_LOW_ROW), min(theme.enlarged(_ROW), each)))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Fit the rows anew."""
        super().resizeEvent(event)
        self._fit()

    def mark(self, key: str) -> None:
        """Show which page is open; none where it does not stand here."""
        self._group.setExclusive(key in self.buttons)
        for name, button in self.buttons.items():
            button.setChecked(name == key)


class WithSidebar(QWidget):
    """The sidebar, and what it leaves room for.

    Args:
        sidebar: at the left, as narrow as there is need for.
        rest: everything else.
    """

    def __init__(self, sidebar: Sidebar, rest: QLayout) -> None:
        super().__init__()
        self._sidebar = sidebar
        across = QHBoxLayout(self)
        across.setContentsMargins(0, 0, 0, 0)
        across.setSpacing(0)
        across.addWidget(sidebar)
        across.addLayout(rest, 1)

    def focusNextPrevChild(self, forward: bool) -> bool:
        """Go on with Tab, or back, as one reads: to what stands next in the window."""
        return step(self, forward=forward) or super().focusNextPrevChild(forward)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Leave the rest as much room as it needs."""
        super().resizeEvent(event)
        self._sidebar.set_narrow(narrow=event.size().width() < theme.enlarged(_WINDOW))


def _narrow() -> int:
    """Return its width with icons alone, which are as large as texts."""
    return _NARROW + theme.enlarged(5 * theme.GRID) - 5 * theme.GRID


def _page_button(text: str, icon: str, keys: str) -> QToolButton:
    button = QToolButton()
    button.setProperty("role", "nav")
    tell_role(button, Role.PageTab)
    button.setText(f"  {text}")
    button.setAccessibleName(text)
    button.setToolTip(f"{text} ({keys})")
    button.setCheckable(True)
    button.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
    button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
    button.setIconSize(QSize(theme.enlarged(5 * theme.GRID), theme.enlarged(5 * theme.GRID)))
    button.setMinimumWidth(theme.enlarged(_WIDTH) - 2 * theme.NEAR)
    icons.put(button, icon, "muted")
    return button
