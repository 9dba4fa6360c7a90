"""The list of an agenda on screen: sorted by dragging, and set under one another by dragging aside."""

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QDropEvent, QMouseEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QListView

from samverkan_desktop.i18n import tr
from samverkan_desktop.ui import theme
from samverkan_desktop.ui.pages.meetings.agenda_model import AgendaDelegate, AgendaListModel

#: How far to the side an item is dragged to stand under another, or no longer.
_ASIDE = 8 * theme.GRID


class AgendaView(QListView):
    """The list itself; items break their lines anew as soon as it is narrower, not a moment later.

    Args:
        model: the items.
    """

    #: The identity of an item, the place it was dropped at (0 for its own), and whether it is to stand under
    #: another (1), not to (-1), or as it did (0).
    dropped = Signal(int, int, int)

    def __init__(self, model: AgendaListModel) -> None:
        super().__init__()
        self._items = model
        self._pressed = 0.0
        self._aside = 0
        self.setModel(model)
        self.setItemDelegate(AgendaDelegate(self))
        self.setAccessibleName(tr("Dagordning"))
        self.setResizeMode(QListView.ResizeMode.Adjust)
        self.setDragDropMode(QAbstractItemView.DragDropMode.InternalMove)
        self.setDefaultDropAction(Qt.DropAction.MoveAction)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setMinimumWidth(60 * theme.GRID)
        model.moved.connect(self._moved)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Lay the items out at the new width."""
        super().resizeEvent(event)
        self.doItemsLayout()

    def leave(self) -> None:
        """Go on to the next thing in the window, for whoever Tab would keep here."""
        self.focusNextChild()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Note where a drag begins."""
        self._pressed = event.position().x()
        super().mousePressEvent(event)

    def dropEvent(self, event: QDropEvent) -> None:
        """Move the item that is dragged, aside too."""
        aside = event.position().x() - self._pressed
        self._aside = 1 if aside > _ASIDE else -1 if aside < -_ASIDE else 0
        row, asked = self.currentIndex().row(), self._items.asked
        super().dropEvent(event)
        if asked == self._items.asked and self._aside and self._items.sortable and row >= 0:
            item_id, depth = self._items.lines[row].item.id, self._aside
            self._aside = 0
            # The drop must end before the list is read again.
            QTimer.singleShot(0, self, lambda: self.dropped.emit(item_id, 0, depth))

    def _moved(self, item_id: int, place: int) -> None:
        depth, self._aside = self._aside, 0
        self.dropped.emit(item_id, place, depth)
