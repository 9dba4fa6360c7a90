"""A click beside a list of suggestions goes where it was aimed: Qt alone lets the list swallow it."""

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QApplication, QWidget


class ClickThrough(QObject):
    """Closes a list at a click beside it, and moves the focus to the field that was clicked.

    Args:
        popup: the list.
    """

    def __init__(self, popup: QWidget) -> None:
        super().__init__(popup)
        self._popup = popup
        popup.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Hear where the mouse is pressed while the list is open."""
        if not isinstance(event, QMouseEvent) or event.type() is not QEvent.Type.MouseButtonPress:
            return super().eventFilter(watched, event)
        place = event.globalPosition().toPoint()
        if self._popup.rect().contains(self._popup.mapFromGlobal(place)):
            return super().eventFilter(watched, event)
        self._popup.hide()
        aimed = QApplication.widgetAt(place)
        while aimed is not None and not aimed.focusPolicy() & Qt.FocusPolicy.ClickFocus:
            aimed = aimed.parentWidget()
        if aimed is not None:
            aimed.setFocus(Qt.FocusReason.MouseFocusReason)
        return True
