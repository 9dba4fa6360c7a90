"""The calendar as one works in it: days chosen by arrow keys, meetings dragged or carried to another day."""

from datetime import date, timedelta

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QTableView

from samverkan_desktop.i18n import mark, tr
from samverkan_desktop.services.year_calendar import CalendarDay, DayMeeting, YearCalendar
from samverkan_desktop.ui import theme
from samverkan_desktop.ui.pages.meetings.calendar_model import COLUMNS, GAP, WEEK, CalendarModel
from samverkan_desktop.ui.pages.meetings.calendar_painter import CalendarDelegate

#: Least and largest width of a day, width of a week's number, and of the gap between months.
_LEAST, _LARGEST, _WEEK, _GAP = 26, 46, 26, 5 * theme.GRID
#: Least and largest height of a row where the whole year can be seen at once, and where it cannot.
_LOWEST, _HIGHEST, _ROW = 17, 7 * theme.GRID, 6 * theme.GRID
#: How many months can stand beside one another, so that rows are full.
_ACROSS = (6, 4, 3, 2, 1)
_Index = QModelIndex | QPersistentModelIndex
_CursorAction = QAbstractItemView.CursorAction
_STEPS = {
    _CursorAction.MoveLeft: -1,
    _CursorAction.MoveRight: 1,
    _CursorAction.MovePrevious: -1,
    _CursorAction.MoveNext: 1,
    _CursorAction.MoveUp: -7,
    _CursorAction.MoveDown: 7,
    _CursorAction.MovePageUp: -28,
    _CursorAction.MovePageDown: 28,
}


class CalendarGrid(QTableView):
    """A working year in months. Space takes a meeting up, Enter puts it down on the day chosen then."""

    #: Told on the key sheet.
    KEYS = (
        ("Space", mark("Ta upp dagens möte i kalendern")),
        ("Return", mark("Lägg ned mötet på dagen, eller öppna dagens möte")),
        ("Esc", mark("Låt mötet ligga kvar")),
    )

    #: The identity of a meeting, and the day it is to be moved to.
    moved = Signal(int, object)
    #: A meeting, by identity, is to be opened.
    opened = Signal(int)
    #: What is to be said of where one is.
    told = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self.days = CalendarModel(self)
        self.setModel(self.days)
        self.setItemDelegate(CalendarDelegate(self))
        self.carried: DayMeeting | None = None
        self.setAccessibleName(tr("Årets kalender"))
        self.setShowGrid(False)
        self.horizontalHeader().hide()
        self.verticalHeader().hide()
        self.horizontalHeader().setMinimumSectionSize(1)
        self.verticalHeader().setMinimumSectionSize(1)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectItems)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setDragEnabled(True)
        self.setAcceptDrops(True)
        self.setDropIndicatorShown(True)
        self.setDragDropMode(QAbstractItemView.DragDropMode.DragDrop)
        self.setTabKeyNavigation(False)
        # The drag must be over before the year is read again.
        self.days.dropped.connect(self.moved.emit, Qt.ConnectionType.QueuedConnection)
        self.doubleClicked.connect(lambda _index: self._open())

    def show_calendar(self, calendar: YearCalendar) -> None:
        """Show a year; the day that was chosen stays so where it is in it."""
        chosen = self.day()
        self._lay_out(calendar)
        first = next(iter(sorted(d for d, each in calendar.days.items() if each.meetings)), calendar.starts)
        today = calendar.today if calendar.starts <= calendar.today <= calendar.ends else first
        kept = chosen.day if chosen and calendar.starts <= chosen.day <= calendar.ends else today
        self.setCurrentIndex(self.days.index_of(kept))

    def _lay_out(self, calendar: YearCalendar) -> None:
        width = self.viewport().width()
        month = _WEEK + 7 * _LEAST + _GAP
        across = next((each for each in _ACROSS if each * month - _GAP <= width), 1)
        self.clearSpans()
        self.days.show_calendar(calendar, across)
        for row, column in self.days.titles():
            self.setSpan(row, column, 1, COLUMNS - 1)
        day = (width + _GAP) // across - _WEEK - _GAP
        wide = max(_LEAST, min(_LARGEST, day // 7))
        for column in range(self.days.columnCount()):
            kind = column % COLUMNS
            self.setColumnWidth(column, _WEEK if kind == WEEK else _GAP if kind == GAP else wide)
        rows = self.days.rowCount()
        fit = min(theme.enlarged(_HIGHEST), self.viewport().height() // rows)
        high = fit if fit >= theme.enlarged(_LOWEST) else theme.enlarged(_ROW)
        for row in range(rows):
            self.setRowHeight(row, high)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Lay out anew in another room."""
        super().resizeEvent(event)
        if self.days.calendar is not None:
            self.show_calendar(self.days.calendar)

    def day(self) -> CalendarDay | None:
        """Return the day that is chosen; None where there is none."""
        at = self.days.day_at(self.currentIndex()) if self.currentIndex().isValid() else None
        return self.days.calendar.of(at) if at and self.days.calendar else None

    def choose(self, day: date) -> None:
        """Choose a day."""
        self.setCurrentIndex(self.days.index_of(day))

    def currentChanged(self, current: _Index, previous: _Index) -> None:
        """Say what is to be known of the day."""
        super().currentChanged(current, previous)
        self._tell()

    def _tell(self) -> None:
        shown = self.day()
        if shown is None:
            return
        if self.carried is not None:
            self.told.emit(tr("Flytta {title} till {day}", title=self.carried.title, day=shown.text))
        else:
            self.told.emit(shown.text)

    def moveCursor(self, action: _CursorAction, modifiers: Qt.KeyboardModifier) -> QModelIndex:
        """Go from day to day, and from week to week, across the months."""
        shown, calendar = self.day(), self.days.calendar
        if shown is None or calendar is None:
            return super().moveCursor(action, modifiers)
        if action is _CursorAction.MoveHome:
            day = calendar.starts
        elif action is _CursorAction.MoveEnd:
            day = calendar.ends
        else:
            day = shown.day + timedelta(days=_STEPS.get(action, 0))
        return self.days.index_of(min(max(day, calendar.starts), calendar.ends))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Take up and put down a meeting, leave it, or open it."""
        key = event.key()
        enter = key in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        if key == Qt.Key.Key_Space:
            self._take_up()
        elif enter and self.carried is not None:
            self._put_down()
        elif enter:
            self._open()
        elif key == Qt.Key.Key_Escape and self.carried is not None:
            self.carried = None
            self._tell()
        else:
            super().keyPressEvent(event)

    def _take_up(self) -> None:
        """Take up the day's meeting; of several the next one."""
        shown = self.day()
        movable = [each for each in shown.meetings if each.movable] if shown else []
        if not movable:
            return
        known = [each.id for each in movable]
        at = known.index(self.carried.id) + 1 if self.carried and self.carried.id in known else 0
        self.carried = movable[at % len(movable)]
        self._tell()

    def _put_down(self) -> None:
        shown, carried = self.day(), self.carried
        self.carried = None
        if shown is not None and carried is not None and carried not in shown.meetings:
            self.moved.emit(carried.id, shown.day)
        self._tell()

    def _open(self) -> None:
        shown = self.day()
        if shown is not None and shown.meetings:
            self.opened.emit(shown.meetings[0].id)
