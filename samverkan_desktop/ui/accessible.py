"""What a screen reader is told of widgets that Qt has no words for: their role and states.

Qt names most widgets of its own by what they are, but a plain widget is a "client" whatever it shows, a
button that is one of several a "check box", and nothing that unfolds says whether it has.
"""

from PySide6.QtCore import QObject
from PySide6.QtGui import (
    QAccessible,
    QAccessibleAnnouncementEvent,
    QAccessibleInterface,
    QAccessibleStateChangeEvent,
)
from PySide6.QtWidgets import QAbstractButton, QAccessibleWidget, QLabel, QWidget

Role = QAccessible.Role
_ROLE, _UNFOLDS = "toldRole", "toldUnfolds"


def tell_role(widget: QWidget, role: Role) -> None:
    """Say what a label, a button or a widget that paints itself is; before anything has asked."""
    widget.setProperty(_ROLE, role.value)


def tell_unfolding(button: QAbstractButton) -> None:
    """Say of a button that it unfolds something, which it has done while it is checked."""
    tell_role(button, Role.Button)
    button.setProperty(_UNFOLDS, "yes")
    button.toggled.connect(lambda _checked: _unfolded(button))


def announce(widget: QWidget, text: str) -> None:
    """Let a screen reader say a text without moving the focus."""
    QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(widget, text))


def _unfolded(button: QAbstractButton) -> None:
    changed = QAccessible.State()
    changed.expanded = changed.collapsed = True
    QAccessible.updateAccessibility(QAccessibleStateChangeEvent(button, changed))


class _Told(QAccessibleWidget):
    """A widget as it is told."""

    def text(self, kind: QAccessible.Text) -> str:
        """Return its name or description: what a label or a button says is its name."""
        widget, said = self.widget(), super().text(kind)
        if kind is QAccessible.Text.Name and not said and isinstance(widget, (QLabel, QAbstractButton)):
            return widget.text().strip()
        return said

    def state(self) -> QAccessible.State:
        """Return its states, with whether it is chosen, ticked or unfolded."""
        state, widget = super().state(), self.widget()
        if not isinstance(widget, QAbstractButton):
            return state
        if widget.property(_UNFOLDS):
            state.expandable = True
            state.expanded, state.collapsed = widget.isChecked(), not widget.isChecked()
        elif widget.isCheckable():
            state.checkable, state.checked = True, widget.isChecked()
            if self.role() is Role.PageTab:
                state.selectable, state.selected = True, widget.isChecked()
        return state

    def actionNames(self) -> list[str]:
        """Return what can be done with it: a button can be pressed."""
        names = super().actionNames()
        return [self.pressAction(), *names] if isinstance(self.widget(), QAbstractButton) else names

    def doAction(self, name: str) -> None:
        """Press it, or give it the focus."""
        widget = self.widget()
        if name == self.pressAction() and isinstance(widget, QAbstractButton):
            widget.click()
        else:
            super().doAction(name)


def _tell(_class_name: str, told: QObject) -> QAccessibleInterface | None:
    role = told.property(_ROLE) if isinstance(told, QWidget) else None
    return _Told(told, Role(role)) if isinstance(told, QWidget) and role else None


def speak_up() -> None:
    """Let Qt ask here first; once, before the first window."""
    QAccessible.installFactory(_tell)
