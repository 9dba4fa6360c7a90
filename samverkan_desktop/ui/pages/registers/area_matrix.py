"""Areas against years, beneath the register of areas: which have had their meetings (B11)."""

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, QPoint, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QMenu, QTableView, QVBoxLayout, QWidget

from samverkan_desktop.i18n import tr
from samverkan_desktop.rules.wording import capital
from samverkan_desktop.services import area_matrix
from samverkan_desktop.services.area_matrix import AreaCell, AreaMatrix
from samverkan_desktop.ui import theme
from samverkan_desktop.ui.page import PageContext
from samverkan_desktop.ui.pages.registers.register import Beneath
from samverkan_desktop.ui.widgets import status as shapes

_Index = QModelIndex | QPersistentModelIndex
_ROW = 8 * theme.GRID
#: The least and the greatest width of a year, and how many areas are seen before one scrolls.
_YEAR, _WIDE_YEAR, _SEEN = 22 * theme.GRID, 40 * theme.GRID, 6
#: The greatest width of the areas' names, and how much of the grid they may take.
_NAMES, _SHARE = 60 * theme.GRID, 0.4
#: Role under which a cell answers with its meetings.
CELL_ROLE = Qt.ItemDataRole.UserRole


class AreaMatrixModel(QAbstractTableModel):
    """One row an area, one column a year."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.matrix = AreaMatrix((), (), None)

    def show_matrix(self, matrix: AreaMatrix) -> None:
        """Show another matrix; what is chosen is kept where it is as large as before."""
        if (matrix.periods, len(matrix.lines)) != (self.matrix.periods, len(self.matrix.lines)):
            self.beginResetModel()
            self.matrix = matrix
            self.endResetModel()
        elif matrix != self.matrix:
            self.matrix = matrix
            self.dataChanged.emit(self.index(0, 0), self.index(self.rowCount() - 1, self.columnCount() - 1))
            self.headerDataChanged.emit(Qt.Orientation.Vertical, 0, self.rowCount() - 1)

    def rowCount(self, parent: _Index = QModelIndex()) -> int:  # noqa: B008  Qt's own signature
        """Return how many areas there are."""
        return 0 if parent.isValid() else len(self.matrix.lines)

    def columnCount(self, parent: _Index = QModelIndex()) -> int:  # noqa: B008  Qt's own signature
        """Return how many years there are."""
        return 0 if parent.isValid() else len(self.matrix.periods)

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Return the number of meetings, the shape of how it stands, and both in words."""
        if not index.isValid():
            return None
        line = self.matrix.lines[index.row()]
        cell = line.cells[index.column()]
        if role == Qt.ItemDataRole.DisplayRole:
            return _counted(cell)
        if role == Qt.ItemDataRole.DecorationRole and cell.status:
            return shapes.icon(cell.status)
        if role == Qt.ItemDataRole.ToolTipRole:
            return "\n".join(_named(cell))
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return ". ".join((f"{line.area}, {cell.period}", *_named(cell)))
        if role == CELL_ROLE:
            return cell
        return None

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> object:
        """Return a year's label, or an area's name."""
        across = orientation is Qt.Orientation.Horizontal
        named = self.matrix.periods if across else [line.area for line in self.matrix.lines]
        if not 0 <= section < len(named):
            return None
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole):
            return named[section]
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
        return None


def _counted(cell: AreaCell) -> str:
    held = sum(meeting.held for meeting in cell.meetings)
    coming = len(cell.meetings) - held
    if coming:
        return tr("{held} (+{coming})", held=held, coming=coming)
    return str(held) if held or cell.status else ""


def _named(cell: AreaCell) -> list[str]:
    """Return how a cell stands and its meetings, in words."""
    words = [shapes.word(cell.status)] if cell.status else []
    for meeting in cell.meetings:
        done = tr("hållet") if meeting.held else tr("planerat")
        words.append(tr("{title} {day}, {done}", title=capital(meeting.title), day=meeting.day, done=done))
    return words if cell.meetings else [*words, tr("Inga möten")]


class AreaMatrixView(Beneath):
    """The matrix: a click or Enter opens the meeting of a cell; a menu where there are several.

    Args:
        context: what the page is given.
    """

    def __init__(self, context: PageContext) -> None:
        super().__init__()
        self._context = context
        self.model = AreaMatrixModel(self)
        self.menu = QMenu(self)
        self.title = theme.label("", "strong", wrap=True)
        self.grid = _grid(self.model)
        self.grid.activated.connect(self._open)
        self.grid.clicked.connect(self._open)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.GRID)
        column.addWidget(self.title)
        column.addWidget(self.grid)

    def show_agreement(self, agreement_id: int) -> None:
        """Read the matrix, and show it where there is one."""
        matrix = area_matrix.matrix(self._context.workspace, agreement_id)
        self.model.show_matrix(matrix)
        self.title.setText(_title(matrix))
        self.setVisible(bool(matrix.lines and matrix.periods))
        self._fit()
        self.grid.horizontalScrollBar().setValue(self.grid.horizontalScrollBar().maximum())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Share the width between the years."""
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        grid, years = self.grid, self.model.columnCount()
        if not years:
            return
        names = min(
            theme.enlarged(_NAMES), int(_SHARE * grid.width()), grid.verticalHeader().sizeHint().width()
        )
        grid.verticalHeader().setFixedWidth(names)
        room = grid.width() - names - 2 * grid.frameWidth()
        width = max(theme.enlarged(_YEAR), min(theme.enlarged(_WIDE_YEAR), room // years))
        grid.horizontalHeader().setDefaultSectionSize(width)
        bar = grid.horizontalScrollBar().sizeHint().height() if width * years > room else 0
        rows = min(self.model.rowCount(), _SEEN)
        head = grid.horizontalHeader().sizeHint().height()
        grid.setFixedHeight(head + rows * theme.enlarged(_ROW) + bar + 2 * grid.frameWidth())

    def _open(self, index: QModelIndex) -> None:
        cell = index.data(CELL_ROLE)
        meetings = cell.meetings if isinstance(cell, AreaCell) else ()
        if len(meetings) == 1:
            self._context.navigate(f"meeting:{meetings[0].id}")
        elif meetings:
            self.menu.clear()
            for meeting in meetings:
                action = self.menu.addAction(f"{capital(meeting.title)} {meeting.day}")
                target = f"meeting:{meeting.id}"
                action.triggered.connect(lambda _checked=False, target=target: self._context.navigate(target))
            area = self.grid.visualRect(index)
            self.menu.popup(self.grid.viewport().mapToGlobal(QPoint(area.left(), area.bottom())))


def _title(matrix: AreaMatrix) -> str:
    match matrix.count:
        case None:
            return tr("Möten per område och år")
        case 1:
            return tr("Möten per område och år: minst ett möte")
        case count:
            return tr("Möten per område och år: minst {count} möten", count=count)


def _grid(model: AreaMatrixModel) -> QTableView:
    grid = QTableView()
    grid.setModel(model)
    grid.setAccessibleName(tr("Möten per område och år"))
    grid.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
    grid.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
    grid.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
    grid.setShowGrid(False)
    grid.setTabKeyNavigation(False)
    grid.setWordWrap(False)
    names, years = grid.verticalHeader(), grid.horizontalHeader()
    for header in (names, years):
        header.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        header.setHighlightSections(False)
        header.setSectionsClickable(False)
        header.setTextElideMode(Qt.TextElideMode.ElideRight)
    names.setDefaultSectionSize(theme.enlarged(_ROW))
    return grid
