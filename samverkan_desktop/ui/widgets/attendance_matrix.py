"""Attendance as a picture: functions by party against the meetings of a year, a shape in each cell."""

from collections.abc import Sequence

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, QRect, QRectF, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPen, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
)

from samverkan_desktop.documents.follow_up import GroupYear, MeetingLine, SeatAttendanceLine
from samverkan_desktop.i18n import long_date, mark, tr
from samverkan_desktop.ui import theme
from samverkan_desktop.ui.widgets import attendance_symbols

_Index = QModelIndex | QPersistentModelIndex
#: A row is the heading of a party, or one of its functions.
_Row = str | SeatAttendanceLine
_ROW, _HEADER = 7 * theme.GRID, 12 * theme.GRID
#: The least and greatest width of a meeting, that of the sum, and of the functions at most and at least.
_NARROW, _WIDE, _SUM = 10 * theme.GRID, 15 * theme.GRID, 18 * theme.GRID
_NAMES, _FEWEST = 100 * theme.GRID, 44 * theme.GRID
_FLAGS = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable


def total(line: SeatAttendanceLine) -> str:
    """Return how often a function was there: ``5 av 6``; a dash where it was never called."""
    return tr("{n} av {m}", n=line.present, m=line.possible) if line.possible else "–"


def total_at_length(line: SeatAttendanceLine) -> str:
    """Return the same with the vacancies, which are no absence, and the attendance in part."""
    notes = []
    if line.vacant:
        notes.append(tr("vakant {n}", n=line.vacant))
    if line.partly:
        notes.append(tr("i del {n}", n=line.partly))
    return f"{total(line)} ({', '.join(notes)})" if notes else total(line)


class AttendanceTableModel(QAbstractTableModel):
    """A row a function, under its party; a column a meeting, and the sum last."""

    def __init__(self) -> None:
        super().__init__()
        self.rows: tuple[_Row, ...] = ()
        self.meetings: tuple[MeetingLine, ...] = ()

    def show_group(self, group: GroupYear) -> None:
        """Show the attendance of a group in a year."""
        rows = _by_party(group.attendance)
        if (rows, group.meetings) == (self.rows, self.meetings):
            return
        self.beginResetModel()
        self.rows, self.meetings = rows, group.meetings
        self.endResetModel()

    def rowCount(self, parent: _Index = QModelIndex()) -> int:  # noqa: B008  Qt's own signature
        """Return how many functions and parties there are."""
        return 0 if parent.isValid() else len(self.rows)

    def columnCount(self, parent: _Index = QModelIndex()) -> int:  # noqa: B008  Qt's own signature
        """Return how many meetings there are, and the sum."""
        return 0 if parent.isValid() else len(self.meetings) + 1

    def flags(self, index: _Index) -> Qt.ItemFlag:
        """Let the keyboard pass over the headings."""
        if not index.isValid() or isinstance(self.rows[index.row()], str):
            return Qt.ItemFlag.NoItemFlags
        return _FLAGS

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Return the letter of a cell, or what it means."""
        if not index.isValid():
            return None
        line, number = self.rows[index.row()], index.column()
        if isinstance(line, str):
            return None
        told = role in (Qt.ItemDataRole.ToolTipRole, Qt.ItemDataRole.AccessibleTextRole)
        if number == len(self.meetings):
            if told:
                return tr("{function}: {total}", function=line.function, total=total_at_length(line))
            return total(line) if role == Qt.ItemDataRole.DisplayRole else None
        letter = line.cells[number] if number < len(line.cells) else ""
        if told:
            said = attendance_symbols.meaning(letter)
            return f"{line.function}, {meeting_name(self.meetings[number])}: {said}"
        return letter if role == Qt.ItemDataRole.DisplayRole else None

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> object:
        """Return the function or the party of a row, the meeting of a column."""
        told = role in (Qt.ItemDataRole.ToolTipRole, Qt.ItemDataRole.AccessibleTextRole)
        if role != Qt.ItemDataRole.DisplayRole and not told:
            return None
        if orientation is Qt.Orientation.Vertical:
            line = self.rows[section]
            return line if isinstance(line, str) else line.function
        if section == len(self.meetings):
            return tr("Närvaro")
        meeting = self.meetings[section]
        if told:
            return tr("{meeting}. Klicka för att öppna mötet.", meeting=meeting_name(meeting))
        return f"{meeting.number}\n{meeting.day:%m-%d}"


def _by_party(lines: Sequence[SeatAttendanceLine]) -> tuple[_Row, ...]:
    rows: list[_Row] = []
    for place, line in enumerate(lines):
        if place == 0 or line.party != lines[place - 1].party:
            rows.append(line.party)
        rows.append(line)
    return tuple(rows)


def meeting_name(meeting: MeetingLine) -> str:
    """Return what a meeting is called: ``möte 3, 4 december 2018``."""
    if meeting.number.isdecimal():
        return tr("möte {number}, {day}", number=meeting.number, day=long_date(meeting.day))
    return tr("extra möte, {day}", day=long_date(meeting.day))


class _Cells(QStyledItemDelegate):
    """Paints a cell's shape; where the keyboard stands has a frame, not only another ground."""

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        """Draw a cell."""
        area, letter = QRectF(option.rect), index.data()
        painter.save()
        if not index.flags():
            painter.fillRect(area, theme.colour("sunken"))
        elif option.state & QStyle.StateFlag.State_Selected:
            painter.fillRect(area, theme.colour("accent_soft"))
        painter.setPen(QPen(theme.colour("line"), 1))
        painter.drawLine(option.rect.bottomLeft(), option.rect.bottomRight())
        if option.state & QStyle.StateFlag.State_HasFocus:
            painter.setPen(QPen(theme.colour("accent"), 2))
            painter.drawRect(area.adjusted(1, 1, -2, -2))
        model = index.model()
        if isinstance(model, AttendanceTableModel) and index.column() == len(model.meetings):
            painter.setPen(theme.colour("text"))
            painter.setFont(theme.font())
            line = model.rows[index.row()]
            whole = "" if isinstance(line, str) else total_at_length(line)
            fits = painter.fontMetrics().horizontalAdvance(whole) < area.width()
            painter.drawText(area, Qt.AlignmentFlag.AlignCenter, whole if fits else letter)
        elif letter:
            attendance_symbols.paint(painter, area, letter)
        painter.restore()


class _Names(QHeaderView):
    """The functions down the side, which stay where the meetings scroll."""

    def __init__(self) -> None:
        super().__init__(Qt.Orientation.Vertical)
        self.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.setDefaultSectionSize(theme.enlarged(_ROW))
        self.setMinimumSectionSize(theme.enlarged(_ROW))

    def paintSection(self, painter: QPainter, rect: QRect, logicalIndex: int) -> None:  # noqa: N803  Qt's own
        """Draw a function, or a party across a ground of its own."""
        model = self.model()
        if not isinstance(model, AttendanceTableModel):
            return
        painter.save()
        heading = isinstance(model.rows[logicalIndex], str)
        painter.fillRect(rect, theme.colour("sunken" if heading else "surface"))
        painter.setPen(QPen(theme.colour("line"), 1))
        painter.drawLine(rect.bottomLeft(), rect.bottomRight())
        painter.setFont(theme.font(strong=heading))
        painter.setPen(theme.colour("text"))
        room = rect.adjusted(theme.NEAR, 0, -theme.NEAR, 0)
        said = str(model.headerData(logicalIndex, Qt.Orientation.Vertical))
        text = painter.fontMetrics().elidedText(said, Qt.TextElideMode.ElideRight, room.width())
        painter.drawText(room, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, text)
        painter.restore()


class AttendanceMatrix(QTableView):
    """The picture, as high as its rows: arrows go from cell to cell, Enter opens the meeting."""

    #: The target of a meeting that was opened: ``meeting:3``.
    #: Told on the key sheet.
    KEYS = (("Return", mark("Öppna rutans möte")),)

    opened = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self.matrix = AttendanceTableModel()
        self.setModel(self.matrix)
        self.setItemDelegate(_Cells(self))
        self.setVerticalHeader(_Names())
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setShowGrid(False)
        self.setTabKeyNavigation(False)
        self.setCornerButtonEnabled(False)
        header = self.horizontalHeader()
        header.setProperty("role", "narrow")
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextWordWrap)
        header.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        header.setMinimumSectionSize(_NARROW)
        header.setFixedHeight(theme.enlarged(_HEADER))
        header.setHighlightSections(False)
        header.setStretchLastSection(True)
        header.setSectionsClickable(True)
        header.sectionClicked.connect(self._open)
        self.doubleClicked.connect(lambda index: self._open(index.column()))

    def show_group(self, group: GroupYear) -> None:
        """Show the attendance of a group in a year."""
        self.matrix.show_group(group)
        text = tr(
            "Närvaro per funktion och möte: {functions} funktioner, {meetings} möten. "
            "Piltangenterna går mellan rutorna, Enter öppnar mötet.",
            functions=len(group.attendance),
            meetings=len(group.meetings),
        )
        self.setAccessibleName(text)
        self._fit()

    def _open(self, column: int) -> None:
        if 0 <= column < len(self.matrix.meetings) and (target := self.matrix.meetings[column].target):
            self.opened.emit(target)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Open the meeting of the cell at Enter."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.currentIndex().isValid():
            self._open(self.currentIndex().column())
        else:
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Share the room between the functions and the meetings."""
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        count, room = len(self.matrix.meetings), self.width() - 2 * self.frameWidth() - _SUM
        metrics = self.fontMetrics()
        said = [line if isinstance(line, str) else line.function for line in self.matrix.rows]
        wished = max((metrics.horizontalAdvance(text) for text in said), default=0) + 3 * theme.NEAR
        names = max(min(wished, _NAMES, room - count * _NARROW), min(_FEWEST, room // 2))
        self.verticalHeader().setFixedWidth(names)
        each = min(max((room - names) // max(count, 1), _NARROW), _WIDE)
        header = self.horizontalHeader()
        for column in range(count):
            header.resizeSection(column, each)
        header.resizeSection(count, max(room - names - count * each, 0) + _SUM)
        cut = names + count * each > room
        bar = self.horizontalScrollBar().sizeHint().height() if cut else 0
        self.setFixedHeight(
            theme.enlarged(_HEADER)
            + theme.enlarged(_ROW) * len(self.matrix.rows)
            + bar
            + 2 * self.frameWidth()
        )
