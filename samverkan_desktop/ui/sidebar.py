"""The sidebar: the pages, and the agreement, group and working year that they show."""

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QButtonGroup, QFrame, QToolButton, QVBoxLayout

from samverkan_desktop.i18n import tr
from samverkan_desktop.ui import icons, theme
from samverkan_desktop.ui.navigation import PLACES, title
from samverkan_desktop.ui.scope import Scope
from samverkan_desktop.ui.scope_chooser import ScopeChooser
from samverkan_desktop.ui.widgets.parts import line

_WIDTH = 48 * theme.GRID


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
        self.setFixedWidth(_WIDTH)
        self.setAccessibleName(tr("Sidor"))
        self.buttons: dict[str, QToolButton] = {}
        group = QButtonGroup(self)
        column = QVBoxLayout(self)
        column.setContentsMargins(theme.NEAR, theme.APART, theme.NEAR, theme.APART)
        column.setSpacing(theme.GRID)
        brand = theme.label("Samverkan", "brand")
        brand.setContentsMargins(theme.NEAR + theme.GRID, 0, 0, theme.APART)
        column.addWidget(brand)
        for number, place in enumerate(PLACES, 1):
            button = _page_button(title(place), place.icon, f"Ctrl+{number}")
            button.clicked.connect(lambda _checked=False, key=place.key: self.chosen.emit(key))
            group.addButton(button)
            column.addWidget(button)
            self.buttons[place.key] = button
        column.addStretch(1)
        column.addWidget(line())
        column.addSpacing(theme.NEAR)
        self.foot = ScopeChooser(scope, _WIDTH - 2 * theme.NEAR)
        column.addWidget(self.foot)

    def mark(self, key: str) -> None:
        """Show which page is open."""
        for name, button in self.buttons.items():
            button.setChecked(name == key)


def _page_button(text: str, icon: str, keys: str) -> QToolButton:
    button = QToolButton()
    button.setProperty("role", "nav")
    button.setText(f"  {text}")
    button.setAccessibleName(text)
    button.setToolTip(f"{text} ({keys})")
    button.setCheckable(True)
    button.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
    button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
    button.setIconSize(QSize(5 * theme.GRID, 5 * theme.GRID))
    button.setMinimumWidth(_WIDTH - 2 * theme.NEAR)
    icons.put(button, icon, "muted")
    return button
