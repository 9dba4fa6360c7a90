"""The agenda at the left of a meeting: chosen, added to, sorted and built."""

from PySide6.QtCore import QEvent, QModelIndex, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QHBoxLayout, QListView, QVBoxLayout, QWidget

from samverkan_desktop.i18n import tr
from samverkan_desktop.services import agenda, agenda_builder, agenda_order
from samverkan_desktop.ui import theme
from samverkan_desktop.ui.page import PageContext
from samverkan_desktop.ui.pages.meetings.agenda_model import AgendaDelegate, AgendaListModel, Line
from samverkan_desktop.ui.pages.meetings.in_place import attempt
from samverkan_desktop.ui.pages.meetings.state import MeetingState
from samverkan_desktop.ui.widgets.fields import TextField
from samverkan_desktop.ui.widgets.parts import button, icon_button


class AgendaPane(QWidget):
    """The items in order; Alt+↑ and Alt+↓ or dragging sorts them, Delete takes one away.

    Args:
        context: what the page is given.
    """

    #: The identity of the item that was chosen.
    chosen = Signal(int)

    def __init__(self, context: PageContext) -> None:
        super().__init__()
        self._context = context
        self._meeting_id = 0
        self._building = False
        self._sum = theme.label("", "small")
        self.build = button(tr("Bygg dagordning"), self._build, "", "plus")
        self.build.setToolTip(
            tr("Lägger till det som hör till mötet: stående punkter, det avtalet kräver och det som väntar")
        )
        self.model = AgendaListModel(self)
        self.model.moved.connect(self.move_item)
        self.view = _view(self.model)
        self.view.selectionModel().currentChanged.connect(self._chosen)
        self.view.installEventFilter(self)
        self.new = TextField()
        self.new.setPlaceholderText(tr("Ny punkt"))
        self.new.setAccessibleName(tr("Ny punkt, rubrik"))
        self.new.returnPressed.connect(self._add)
        self._plus = icon_button("plus", tr("Lägg till punkten"), self._add)
        self._up = icon_button("chevron-up", tr("Flytta upp (Alt+Uppil)"), lambda: self.shift(-1))
        self._down = icon_button("chevron-down", tr("Flytta ned (Alt+Nedpil)"), lambda: self.shift(1))
        self._remove = icon_button("trash-2", tr("Ta bort punkten"), self.remove)
        self._lay_out()

    def _lay_out(self) -> None:
        top = QHBoxLayout()
        top.addWidget(theme.label(tr("Dagordning"), "heading"))
        top.addStretch(1)
        top.addWidget(self._sum)
        sort = QHBoxLayout()
        sort.setSpacing(theme.GRID)
        sort.addWidget(self.build)
        sort.addStretch(1)
        for each in (self._up, self._down, self._remove):
            sort.addWidget(each)
        add = QHBoxLayout()
        add.setSpacing(theme.GRID)
        add.addWidget(self.new, 1)
        add.addWidget(self._plus)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.NEAR)
        column.addLayout(top)
        column.addLayout(sort)
        column.addWidget(self.view, 1)
        column.addLayout(add)

    def show_state(self, state: MeetingState, item_id: int | None) -> None:
        """Show a meeting's agenda with an item chosen."""
        self._meeting_id = state.meeting.id
        counts: dict[int, int] = {}
        for decision in state.decisions:
            counts[decision.item_id] = counts.get(decision.item_id, 0) + 1
        self._building = True
        self.model.sortable = state.editable
        self.model.show_lines([Line(item, counts.get(item.id, 0)) for item in state.items])
        row = self.model.row_of(item_id)
        self.view.setCurrentIndex(self.model.index(row) if row >= 0 else QModelIndex())
        self._building = False
        for each in (self.build, self.new, self._plus, self._up, self._down, self._remove):
            each.setVisible(state.editable)
        self._sum.setText(_total(state))

    def current(self) -> int | None:
        """Return the identity of the item that is chosen."""
        row = self.view.currentIndex().row()
        return self.model.lines[row].item.id if 0 <= row < len(self.model.lines) else None

    def step(self, by: int) -> None:
        """Choose the next item, or the one before."""
        row = self.view.currentIndex().row() + by
        if 0 <= row < self.model.rowCount():
            self.view.setCurrentIndex(self.model.index(row))

    def shift(self, by: int) -> None:
        """Move the chosen item up or down."""
        item_id, row = self.current(), self.view.currentIndex().row()
        if item_id is not None and 0 <= row + by < self.model.rowCount():
            self.move_item(item_id, row + 1 + by)

    def move_item(self, item_id: int, position: int) -> None:
        """Move an item to another number."""
        attempt(self._context, lambda: agenda_order.move_item(self._context.workspace, item_id, position))

    def remove(self) -> None:
        """Take the chosen item off the agenda."""
        item_id = self.current()
        work = self._context.workspace
        if item_id is not None and attempt(self._context, lambda: agenda_order.remove_item(work, item_id)):
            self._context.messages.say(tr("Punkten togs bort."), undo=True)

    def _add(self) -> None:
        heading = str(self.new.value())
        if not heading:
            self.new.setFocus()
            return
        made: list[int] = []
        work, meeting_id = self._context.workspace, self._meeting_id
        if attempt(self._context, lambda: made.append(agenda.add_item(work, meeting_id, heading))):
            self.new.clear()
            self.new.set_value("")
            self.chosen.emit(made[0])

    def _build(self) -> None:
        added: list[int] = []
        work, meeting_id = self._context.workspace, self._meeting_id
        if attempt(self._context, lambda: added.append(agenda_builder.build(work, meeting_id))):
            text = tr("{count} punkter lades till.", count=added[0]) if added[0] else tr("Inget saknas.")
            self._context.messages.say(text, undo=bool(added[0]))

    def _chosen(self, index: QModelIndex) -> None:
        if not self._building and index.isValid():
            self.chosen.emit(self.model.lines[index.row()].item.id)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Sort with Alt and arrows, and take away with Delete, while the list has the focus."""
        if watched is self.view and isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            by = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}.get(Qt.Key(event.key()))
            if by and event.modifiers() & Qt.KeyboardModifier.AltModifier:
                self.shift(by)
                return True
            if event.key() == Qt.Key.Key_Delete and self.model.sortable:
                self.remove()
                return True
        return super().eventFilter(watched, event)


class AgendaView(QListView):
    """The list itself; items break their lines anew as soon as it is narrower, not a moment later."""

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Lay the items out at the new width."""
        super().resizeEvent(event)
        self.doItemsLayout()


def _view(model: AgendaListModel) -> QListView:
    view = AgendaView()
    view.setModel(model)
    view.setItemDelegate(AgendaDelegate(view))
    view.setAccessibleName(tr("Dagordning"))
    view.setResizeMode(QListView.ResizeMode.Adjust)
    view.setDragDropMode(QAbstractItemView.DragDropMode.InternalMove)
    view.setDefaultDropAction(Qt.DropAction.MoveAction)
    view.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
    view.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    view.setMinimumWidth(60 * theme.GRID)
    return view


def _total(state: MeetingState) -> str:
    minutes = sum(item.minutes or 0 for item in state.items)
    if not minutes:
        return ""
    starts = state.meeting.starts
    if starts is None:
        return tr("{count} min", count=minutes)
    end = starts.hour * 60 + starts.minute + minutes
    text = f"{end // 60 % 24:02d}.{end % 60:02d}"
    return tr("{count} min, klart kl. {time}", count=minutes, time=text)
