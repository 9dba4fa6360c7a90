"""A drop-down list that is shown whole, and that the wheel leaves alone."""

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QHelpEvent, QWheelEvent
from PySide6.QtWidgets import (
    QComboBox,
    QListView,
    QStyle,
    QStyleOptionComboBox,
    QToolTip,
    QWidget,
)

from samverkan_desktop.ui import theme


class DropDown(QComboBox):
    """A list to choose from; a text that is too long for it is cut in the middle, and told as a tip."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        # Else rolling past it on a page would move the focus here.
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        # Qt's own view ignores the heights that the style sheet gives its rows.
        view = QListView(self)
        view.setTextElideMode(Qt.TextElideMode.ElideMiddle)
        view.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setView(view)

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Leave the wheel to the page: a value that it changed would be saved unseen."""
        event.ignore()

    def showPopup(self) -> None:
        """Open the list as wide as its longest text."""
        view = self.view()
        wanted = view.sizeHintForColumn(0) + view.verticalScrollBar().sizeHint().width() + 2 * theme.GRID
        view.setMinimumWidth(min(max(wanted, self.width()), self.screen().availableGeometry().width()))
        super().showPopup()

    def initStyleOption(self, option: QStyleOptionComboBox) -> None:
        """Cut the text to what there is room for."""
        super().initStyleOption(option)
        option.currentText = self._cut(option, option.currentText)

    def event(self, event: QEvent) -> bool:
        """Tell the whole text where it is cut."""
        if isinstance(event, QHelpEvent) and event.type() is QEvent.Type.ToolTip and not self.toolTip():
            option = QStyleOptionComboBox()
            self.initStyleOption(option)
            whole = self.currentText()
            QToolTip.showText(event.globalPos(), whole if option.currentText != whole else "", self)
            return True
        return super().event(event)

    def _cut(self, option: QStyleOptionComboBox, text: str) -> str:
        room = self.style().subControlRect(
            QStyle.ComplexControl.CC_ComboBox, option, QStyle.SubControl.SC_ComboBoxEditField, self
        )
        return self.fontMetrics().elidedText(text, Qt.TextElideMode.ElideMiddle, room.width() - theme.GRID)
