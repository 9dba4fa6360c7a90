"""A heading that opens and closes what stands under it."""

from collections.abc import Callable

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QToolButton, QVBoxLayout, QWidget

from samverkan_desktop.i18n import tr
from samverkan_desktop.ui import icons, theme
from samverkan_desktop.ui.accessible import tell_unfolding


class Expander(QWidget):
    """Something that is shown when one asks for it, and made then.

    Args:
        title: what stands on it.
        build: makes what is shown, the first time it is opened; None where `body` is filled by hand.
    """

    #: It was opened, or closed.
    opened = Signal(bool)

    def __init__(self, title: str, build: Callable[[], QWidget] | None = None) -> None:
        super().__init__()
        self._build = build
        self.head = QToolButton()
        self.head.setProperty("role", "expander")
        self.head.setCheckable(True)
        tell_unfolding(self.head)
        self.head.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.head.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        self.head.toggled.connect(self._toggled)
        self._inside = QWidget()
        self.body = QVBoxLayout(self._inside)
        self.body.setContentsMargins(theme.NEAR, 0, 0, theme.NEAR)
        self.body.setSpacing(theme.NEAR)
        self._inside.hide()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.NEAR)
        column.addWidget(self.head, 0, Qt.AlignmentFlag.AlignLeft)
        column.addWidget(self._inside)
        self.set_title(title)

    def set_title(self, title: str) -> None:
        """Change what stands on it."""
        self.head.setText(title)
        self._say(self.is_open())

    def is_open(self) -> bool:
        """Return whether what stands under it is shown."""
        return self.head.isChecked()

    def set_open(self, is_open: bool) -> None:
        """Open or close it."""
        self.head.setChecked(is_open)

    def _toggled(self, is_open: bool) -> None:
        if is_open and self._build:
            self.body.addWidget(self._build())
            self._build = None
        self._inside.setVisible(is_open)
        self._say(is_open)
        self.opened.emit(is_open)

    def _say(self, is_open: bool) -> None:
        icons.put(self.head, "chevron-down" if is_open else "chevron-right", "muted")
        state = tr("visas") if is_open else tr("dold")
        self.head.setAccessibleName(f"{self.head.text()}, {state}")
