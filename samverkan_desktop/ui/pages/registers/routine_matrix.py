"""Routines against operations, beneath the register of routines: where each has been made known (S06)."""

from datetime import date

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt, Signal
from PySide6.QtGui import QFontMetrics, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView, QVBoxLayout, QWidget

from samverkan_desktop.errors import EnvironmentFault, UserError
from samverkan_desktop.i18n import mark, tr
from samverkan_desktop.services import dissemination
from samverkan_desktop.services.dissemination import KnownRow, Matrix
from samverkan_desktop.ui import theme
from samverkan_desktop.ui.page import PageContext
from samverkan_desktop.ui.pages.registers.register import Beneath
from samverkan_desktop.ui.widgets import status as shapes

_Index = QModelIndex | QPersistentModelIndex
_ROW, _HEAD = 8 * theme.GRID, 12 * theme.GRID
#: The least and the greatest width of an operation, and how many routines are seen before one scrolls.
_UNIT, _WIDE_UNIT, _SEEN = 28 * theme.GRID, 40 * theme.GRID, 6
#: What a heading keeps free on both sides of its text.
_SIDES = 6 * theme.GRID
#: The greatest width of the routines' names.
_NAMES = 50 * theme.GRID
_PRESSES = (Qt.Key.Key_Space, Qt.Key.Key_Return, Qt.Key.Key_Enter)


class MatrixModel(QAbstractTableModel):
    """One row a routine; the first column is every operation, the others one each."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.matrix = Matrix((), ())

    def show_matrix(self, matrix: Matrix) -> None:
        """Show another matrix; what is chosen is kept where it is as large as before."""
        if (matrix.units, len(matrix.rows)) != (self.matrix.units, len(self.matrix.rows)):
            self.beginResetModel()
            self.matrix = matrix
            self.endResetModel()
        elif matrix != self.matrix:
            self.matrix = matrix
            self.dataChanged.emit(self.index(0, 0), self.index(self.rowCount() - 1, self.columnCount() - 1))
            self.headerDataChanged.emit(Qt.Orientation.Vertical, 0, self.rowCount() - 1)

    def rowCount(self, parent: _Index = QModelIndex()) -> int:  # noqa: B008  Qt's own signature
        """Return how many routines there are."""
        return 0 if parent.isValid() else len(self.matrix.rows)

    def columnCount(self, parent: _Index = QModelIndex()) -> int:  # noqa: B008  Qt's own signature
        """Return how many operations there are, and the column for all of them."""
        return 0 if parent.isValid() else len(self.matrix.units) + 1

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Return the day it was made known, and the same in words."""
        if not index.isValid():
            return None
        row = self.matrix.rows[index.row()]
        if role == Qt.ItemDataRole.DisplayRole:
            return self._shown(row, index.column())
        if role == Qt.ItemDataRole.DecorationRole:
            whole = index.column() == 0 and self.is_known(index.row(), 0)
            return shapes.icon("fulfilled") if whole else None
        if role == Qt.ItemDataRole.ToolTipRole:
            return f"{self.unit(index.column())}: {self._said(row, index.column())}"
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return f"{row.name}, {self.unit(index.column())}: {self._said(row, index.column())}"
        return None

    def _day(self, row: KnownRow, column: int) -> date | None:
        return row.everywhere or (row.cells[column - 1] if column else None)

    def is_known(self, number: int, column: int) -> bool:
        """Return whether a routine is known in an operation, or in all of them."""
        row = self.matrix.rows[number]
        return row.missing == 0 if column == 0 and self.matrix.units else self._day(row, column) is not None

    def _shown(self, row: KnownRow, column: int) -> str:
        if column == 0 and self.matrix.units and row.everywhere is None:
            return tr("{n} kvar", n=row.missing) if row.missing else tr("känd")
        return str(self._day(row, column) or "")

    def _said(self, row: KnownRow, column: int) -> str:
        day = self._day(row, column)
        if day is not None:
            return tr("gjord känd {day}", day=day)
        if column == 0 and self.matrix.units:
            return tr("{n} återstår", n=row.missing) if row.missing else tr("känd")
        return tr("inte gjord känd")

    def unit(self, column: int) -> str:
        """Return what the operation of a column is called, with its party."""
        if column == 0:
            return tr("Alla verksamheter")
        unit = self.matrix.units[column - 1]
        return tr("{unit} ({party})", unit=unit.name, party=unit.party)

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> object:
        """Return an operation's name, or a routine's."""
        across = orientation is Qt.Orientation.Horizontal
        count = self.columnCount() if across else self.rowCount()
        if not 0 <= section < count:
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            if not across:
                return self.matrix.rows[section].name
            return self.matrix.units[section - 1].name if section else tr("Alla verksamheter")
        if role in (Qt.ItemDataRole.ToolTipRole, Qt.ItemDataRole.AccessibleTextRole):
            return self.unit(section) if across else self.matrix.rows[section].name
        return None


class MatrixGrid(QTableView):
    """The cells: a click, Enter or the space bar presses the one that is chosen.

    Args:
        model: what they show.
    """

    #: Told on the key sheet.
    KEYS = (("Space, Return", mark("Säg att rutinen är känd i verksamheten, eller ta tillbaka det")),)

    #: A cell was pressed.
    pressed_cell = Signal(QModelIndex)

    def __init__(self, model: MatrixModel) -> None:
        super().__init__()
        self.setModel(model)
        self.setAccessibleName(tr("Var rutinerna är kända"))
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setShowGrid(False)
        self.setTabKeyNavigation(False)
        self.setWordWrap(False)
        names, units = self.verticalHeader(), self.horizontalHeader()
        for header in (names, units):
            header.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
            header.setHighlightSections(False)
            header.setSectionsClickable(False)
            header.setTextElideMode(Qt.TextElideMode.ElideRight)
        side = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
        names.setDefaultAlignment(side)
        units.setDefaultAlignment(side | Qt.AlignmentFlag(Qt.TextFlag.TextWordWrap.value))
        units.setTextElideMode(Qt.TextElideMode.ElideNone)
        names.setDefaultSectionSize(theme.enlarged(_ROW))
        names.setMaximumWidth(theme.enlarged(_NAMES))
        units.setFixedHeight(theme.enlarged(_HEAD))
        self.clicked.connect(self.pressed_cell)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Press the chosen cell."""
        if event.key() in _PRESSES and self.currentIndex().isValid():
            self.pressed_cell.emit(self.currentIndex())
        else:
            super().keyPressEvent(event)


class RoutineMatrix(Beneath):
    """The matrix: pressing a cell says that a routine is made known there today, or takes it back.

    Args:
        context: what the page is given.
    """

    def __init__(self, context: PageContext) -> None:
        super().__init__()
        self._context = context
        self.model = MatrixModel(self)
        self.grid = MatrixGrid(self.model)
        self.grid.pressed_cell.connect(self._press)
        about = tr("Tryck på en ruta när rutinen görs känd i dag, och igen för att ta tillbaka det.")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.GRID)
        column.addWidget(theme.label(tr("Var rutinerna är kända"), "strong"))
        column.addWidget(theme.label(about, "small", wrap=True))
        column.addWidget(self.grid)

    def show_agreement(self, agreement_id: int) -> None:
        """Read the matrix, and show it where there is one."""
        matrix = dissemination.matrix(self._context.workspace, agreement_id)
        self.model.show_matrix(matrix)
        self._fit()
        self.setVisible(bool(matrix.rows))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Share the width between the operations."""
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        grid, units = self.grid, self.model.columnCount()
        room = grid.width() - grid.verticalHeader().width() - 2 * grid.frameWidth()
        width = max(
            theme.enlarged(_UNIT),
            self._longest_word() + _SIDES,
            min(theme.enlarged(_WIDE_UNIT), room // units),
        )
        grid.horizontalHeader().setDefaultSectionSize(width)
        bar = grid.horizontalScrollBar().sizeHint().height() if width * units > room else 0
        rows = min(self.model.rowCount(), _SEEN)
        grid.setFixedHeight(theme.enlarged(_HEAD) + rows * theme.enlarged(_ROW) + bar + 2 * grid.frameWidth())

    def _longest_word(self) -> int:
        """Return the width of the longest word in the operations' names, which break between words."""
        header = self.grid.horizontalHeader()
        metrics, across = QFontMetrics(theme.font(theme.SMALL, strong=True)), Qt.Orientation.Horizontal
        names = [str(self.model.headerData(number, across)) for number in range(header.count())]
        return max((metrics.horizontalAdvance(word) for name in names for word in name.split()), default=0)

    def _press(self, index: QModelIndex) -> None:
        row, column = self.model.matrix.rows[index.row()], index.column()
        unit_id = self.model.matrix.units[column - 1].id if column else None
        known, said = self.model.is_known(index.row(), column), self.model.unit(column)
        work, messages = self._context.workspace, self._context.messages
        try:
            if row.everywhere is not None:  # noted once for all of them, so taken back for all of them
                dissemination.take_back(work, row.routine_id)
            elif known:
                dissemination.take_back(work, row.routine_id, unit_id)
            elif unit_id is None:
                dissemination.make_known_everywhere(work, row.routine_id, work.today)
            else:
                dissemination.make_known(work, row.routine_id, unit_id, work.today)
        except (UserError, EnvironmentFault) as error:
            messages.trouble(error)
            return
        texts = {"routine": row.name, "unit": said[:1].lower() + said[1:] if column == 0 else said}
        messages.say(
            tr("{routine}, {unit}: togs tillbaka.", **texts)
            if known
            else tr("{routine}, {unit}: gjord känd i dag.", **texts),
            undo=True,
        )
