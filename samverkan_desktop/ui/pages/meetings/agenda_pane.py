"""The agenda at the left of a meeting: chosen, added to, sorted and built."""

from collections.abc import Callable

from PySide6.QtCore import QEvent, QModelIndex, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from samverkan_desktop.i18n import mark, tr
from samverkan_desktop.services import agenda, agenda_builder, agenda_order
from samverkan_desktop.services.agenda_times import AgendaTimes, times
from samverkan_desktop.ui import theme
from samverkan_desktop.ui.page import PageContext
from samverkan_desktop.ui.pages.meetings.agenda_model import AgendaListModel, Line
from samverkan_desktop.ui.pages.meetings.agenda_tools import AgendaTools
from samverkan_desktop.ui.pages.meetings.agenda_view import AgendaView
from samverkan_desktop.ui.pages.meetings.in_place import attempt
from samverkan_desktop.ui.pages.meetings.state import MeetingState
from samverkan_desktop.ui.widgets.fields import TextField
from samverkan_desktop.ui.widgets.parts import button, icon_button


class AgendaPane(QWidget):
    """The items in order; Alt+↑ and Alt+↓ or dragging sorts them, Tab sets one under the one before it.

    Delete takes one away. Tab that has nothing to do, and Escape, go on to the next thing in the window.

    Args:
        context: what the page is given.
    """

    #: Told on the key sheet.
    KEYS = (
        ("Alt+Up, Alt+Down", mark("Flytta punkten i dagordningen")),
        ("Del", mark("Ta bort punkten ur dagordningen")),
        ("Tab, Shift+Tab", mark("Gör punkten till underpunkt, eller till egen punkt")),
        ("Esc", mark("Gå vidare från dagordningen")),
    )

    #: The identity of the item that was chosen.
    chosen = Signal(int)

    def __init__(self, context: PageContext) -> None:
        super().__init__()
        self._context = context
        self._meeting_id = 0
        self._building = False
        self._sum = theme.label("", "small", wrap=True)
        self.build = button(tr("Bygg dagordning"), self._build, "", "plus")
        self.build.setToolTip(
            tr("Lägger till det som hör till mötet: stående punkter, det avtalet kräver och det som väntar")
        )
        self.model = AgendaListModel(self)
        self.view = AgendaView(self.model)
        self.view.dropped.connect(self._drop)
        self.view.selectionModel().currentChanged.connect(self._chosen)
        self.view.installEventFilter(self)
        self.tools = AgendaTools(context, self.current, self.nest)
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
        sort = QHBoxLayout()
        sort.setSpacing(theme.GRID)
        sort.addWidget(self.build)
        sort.addStretch(1)
        for each in (self._up, self._down, self._remove):
            sort.addWidget(each)
        sort.addWidget(self.tools.menu)
        add = QHBoxLayout()
        add.setSpacing(theme.GRID)
        add.addWidget(self.new, 1)
        add.addWidget(self._plus)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.NEAR)
        column.addWidget(theme.label(tr("Dagordning"), "heading"))
        column.addLayout(sort)
        column.addWidget(self.view, 1)
        column.addWidget(self._sum)
        column.addWidget(self.tools)
        column.addLayout(add)

    def show_state(self, state: MeetingState, item_id: int | None) -> None:
        """Show a meeting's agenda with an item chosen."""
        self._meeting_id = state.meeting.id
        counts: dict[int, int] = {}
        for decision in state.decisions:
            counts[decision.item_id] = counts.get(decision.item_id, 0) + 1
        planned = times(state.items, state.meeting.starts, state.meeting.ends)
        self._building = True
        self.model.sortable = state.editable
        self.model.show_lines(
            [Line(item, counts.get(item.id, 0), _span(planned, item.id)) for item in state.items]
        )
        row = self.model.row_of(item_id)
        self.view.setCurrentIndex(self.model.index(row) if row >= 0 else QModelIndex())
        self._building = False
        for each in (self.build, self.new, self._plus, self._up, self._down, self._remove):
            each.setVisible(state.editable)
        told = _told(planned)
        self._sum.setText(told)
        self._sum.setVisible(bool(told))
        self.tools.show_state(state)

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
        """Move the chosen item up or down, with what stands under it."""
        work = self._context.workspace
        self._do(lambda item_id: agenda_order.shift_item(work, item_id, by))

    def nest(self, by: int) -> None:
        """Set the chosen item under the one before it (1), or make a whole item of it (-1)."""
        work = self._context.workspace
        use_case = agenda_order.nest_item if by > 0 else agenda_order.raise_item
        self._do(lambda item_id: use_case(work, item_id))

    def remove(self) -> None:
        """Take the chosen item off the agenda."""
        work = self._context.workspace
        if self._do(lambda item_id: agenda_order.remove_item(work, item_id)):
            self._context.messages.say(tr("Punkten togs bort."), undo=True)

    def _do(self, use_case: Callable[[int], object]) -> bool:
        item_id = self.current()
        if item_id is None or not self.model.sortable:
            return False
        return attempt(self._context, lambda: use_case(item_id))

    def _drop(self, item_id: int, place: int, depth: int) -> None:
        work = self._context.workspace

        def move() -> None:
            with work.together("agenda_order.move_item", tr("En punkt flyttades")):
                if place:
                    agenda_order.move_item(work, item_id, place)
                if depth:
                    (agenda_order.nest_item if depth > 0 else agenda_order.raise_item)(work, item_id)

        attempt(self._context, move)

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
            self._context.messages.say(came(added[0]), undo=bool(added[0]))

    def _chosen(self, index: QModelIndex) -> None:
        if not self._building and index.isValid():
            self.chosen.emit(self.model.lines[index.row()].item.id)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Sort with Alt and arrows, nest with Tab, take away with Delete, while the list has the focus."""
        if watched is self.view and isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            key = Qt.Key(event.key())
            by = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}.get(key)
            if by and event.modifiers() & Qt.KeyboardModifier.AltModifier:
                self.shift(by)
                return True
            if key == Qt.Key.Key_Delete and self.model.sortable:
                self.remove()
                return True
            deeper = {Qt.Key.Key_Tab: 1, Qt.Key.Key_Backtab: -1}.get(key)
            if deeper and self.model.can_nest(self.view.currentIndex().row(), deeper):
                self.nest(deeper)
                return True
            if key == Qt.Key.Key_Escape:
                self.view.leave()
                return True
        return super().eventFilter(watched, event)


def came(count: int) -> str:
    """Return how many items came when an agenda was built, in a sentence."""
    if not count:
        return tr("Inget saknas.")
    return tr("1 punkt lades till.") if count == 1 else tr("{count} punkter lades till.", count=count)


def _span(planned: AgendaTimes, item_id: int) -> str:
    starts, ends = planned.span(item_id)
    return f"{starts:%H.%M}–{ends:%H.%M}" if starts and ends else ""


def _told(planned: AgendaTimes) -> str:
    """Return the sum, and when the meeting will be over: quiet, for nothing forbids a long meeting."""
    if not planned.minutes:
        return ""
    if planned.ends is None:
        return tr("{count} min", count=planned.minutes)
    end = f"{planned.ends:%H.%M}"
    if planned.over is not None and planned.over > 0:
        return tr(
            "{count} min, beräknat slut {end}, {late} min efter utsatt tid",
            count=planned.minutes,
            end=end,
            late=planned.over,
        )
    return tr("{count} min, beräknat slut {end}", count=planned.minutes, end=end)
