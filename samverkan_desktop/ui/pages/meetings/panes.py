"""The three panes of a meeting: agenda, the item that is open, and attendance."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QSplitter, QStackedWidget

from samverkan_desktop.ui import theme
from samverkan_desktop.ui.page import PageContext
from samverkan_desktop.ui.pages.meetings.agenda_pane import AgendaPane
from samverkan_desktop.ui.pages.meetings.attendance_pane import AttendancePane
from samverkan_desktop.ui.pages.meetings.item_pane import ItemPane
from samverkan_desktop.ui.pages.meetings.notes_pane import NotesPane
from samverkan_desktop.ui.pages.meetings.state import MeetingState

#: Narrower than this, attendance stands under the agenda instead of beside the notes.
NARROW = 240 * theme.GRID
#: How agenda, notes and attendance share the width, until one moves the edges between them.
_SHARES = (8, 13, 9)


class Panes(QSplitter):
    """Agenda at the left, the item in the middle, attendance at the right where there is room.

    Args:
        context: what the page is given.
    """

    def __init__(self, context: PageContext) -> None:
        super().__init__(Qt.Orientation.Horizontal)
        self.agenda = AgendaPane(context)
        self.item = ItemPane(context)
        self.notes = NotesPane(context, self.agenda.step)
        self.attendance = AttendancePane(context)
        self._left = QSplitter(Qt.Orientation.Vertical)
        self._left.addWidget(self.agenda)
        self._middle = QStackedWidget()
        self._middle.addWidget(self.item)
        self._middle.addWidget(self.notes)
        for pane in (self._left, self._middle, self.attendance):
            self.addWidget(pane)
        for splitter in (self, self._left):
            splitter.setHandleWidth(theme.APART)
            splitter.setChildrenCollapsible(False)
        for place, stretch in enumerate(_SHARES):
            self.setStretchFactor(place, stretch)
        self.setSizes([share * 10 * theme.GRID for share in _SHARES])

    def show_state(self, state: MeetingState, item_id: int | None, *, holding: bool) -> None:
        """Show a meeting with an item open: while it is held, or while its agenda is made."""
        self.agenda.show_state(state, item_id)
        (self.notes if holding else self.item).show_state(state, item_id)
        self._middle.setCurrentWidget(self.notes if holding else self.item)
        appears = holding and self.attendance.isHidden()
        self.attendance.setVisible(holding)
        if holding:
            self.attendance.show_state(state, item_id)
        if appears and self.count() == len(_SHARES):
            # Else a pane that was hidden takes what its longest name would like.
            self.setSizes([share * self.width() // sum(_SHARES) for share in _SHARES])

    def commit(self) -> bool:
        """Save what is being written; returns whether all of it could be saved."""
        kept = self.notes.commit()
        return self.item.commit() and kept

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put attendance where there is room for it."""
        super().resizeEvent(event)
        wanted = self._left if self.width() < theme.enlarged(NARROW) else self
        if self.attendance.parentWidget() is not wanted:
            shown = not self.attendance.isHidden()
            wanted.addWidget(self.attendance)
            self.attendance.setVisible(shown)
