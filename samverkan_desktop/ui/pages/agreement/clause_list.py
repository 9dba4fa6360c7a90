"""The agreement as it reads: its clauses under their headings, word for word, in a list to choose from."""

from collections.abc import Mapping, Sequence

from PySide6.QtCore import (
    QAbstractListModel,
    QModelIndex,
    QPersistentModelIndex,
    QRect,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QFont, QFontMetrics, QPainter
from PySide6.QtWidgets import QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from samverkan_desktop.i18n import tr
from samverkan_desktop.services.agreement import ClauseRow
from samverkan_desktop.ui import theme
from samverkan_desktop.ui.widgets import status as shapes

_Index = QModelIndex | QPersistentModelIndex
#: Roles under which a row answers with its clause, with the heading that begins with it, with its status.
CLAUSE_ROLE = Qt.ItemDataRole.UserRole
HEADING_ROLE = Qt.ItemDataRole.UserRole + 1
STATUS_ROLE = Qt.ItemDataRole.UserRole + 2

_PAD = theme.NEAR
_REFERENCE = 14 * theme.GRID
_MARK = 4 * theme.GRID
_WRAP = int(Qt.TextFlag.TextWordWrap) | int(Qt.AlignmentFlag.AlignTop)


class ClauseListModel(QAbstractListModel):
    """The clauses in the agreement's order."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.clauses: tuple[ClauseRow, ...] = ()
        self._statuses: Mapping[str, str] = {}

    def show_clauses(self, clauses: Sequence[ClauseRow], statuses: Mapping[str, str]) -> None:
        """Show clauses, with the worst status of each by its reference."""
        if [clause.id for clause in clauses] != [clause.id for clause in self.clauses]:
            self.beginResetModel()
            self.clauses, self._statuses = tuple(clauses), dict(statuses)
            self.endResetModel()
        elif clauses:
            self.clauses, self._statuses = tuple(clauses), dict(statuses)
            self.dataChanged.emit(self.index(0), self.index(len(clauses) - 1))

    def rowCount(self, parent: _Index = QModelIndex()) -> int:  # noqa: B008  Qt's own signature
        """Return how many clauses there are."""
        return 0 if parent.isValid() else len(self.clauses)

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Return what a row shows."""
        if not index.isValid():
            return None
        clause = self.clauses[index.row()]
        if role == Qt.ItemDataRole.DisplayRole:
            return clause.text
        if role == Qt.ItemDataRole.AccessibleTextRole:
            status = self._statuses.get(clause.reference)
            return (
                f"{clause.reference}, {clause.heading}. {shapes.word(status) if status else ''} {clause.text}"
            )
        if role == CLAUSE_ROLE:
            return clause
        if role == HEADING_ROLE:
            before = self.clauses[index.row() - 1].heading if index.row() else ""
            return clause.heading if clause.heading != before else ""
        return self._statuses.get(clause.reference) if role == STATUS_ROLE else None


class _ClausePainter(QStyledItemDelegate):
    """Sets a clause as the agreement does: heading, reference in the margin, text."""

    def sizeHint(self, option: QStyleOptionViewItem, index: _Index) -> QSize:
        """Return the height of the text at the width there is."""
        view = option.widget
        width = view.viewport().width() if isinstance(view, QListView) else option.rect.width()
        _, text = self._areas(QRect(0, 0, width, 0), index)
        return QSize(text.right(), text.bottom() + 1 + _PAD)

    def _areas(self, area: QRect, index: _Index) -> tuple[QRect, QRect]:
        top = area.top() + _PAD
        heading = QRect()
        if index.data(HEADING_ROLE):
            top += _PAD if index.row() else 0
            line = QFontMetrics(_heading_font()).lineSpacing()
            heading = QRect(area.left() + _PAD, top, area.width() - 2 * _PAD, line)
            top += line + _PAD
        left = area.left() + _PAD + theme.enlarged(_REFERENCE)
        width = max(area.right() - _PAD - _MARK - _PAD - left, 1)
        metrics = QFontMetrics(theme.font())
        height = metrics.boundingRect(QRect(0, 0, width, 0), _WRAP, str(index.data())).height()
        return heading, QRect(left, top, width, height)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        """Draw a clause."""
        area: QRect = option.rect
        state = option.state
        heading, text = self._areas(area, index)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if not heading.isEmpty():
            painter.setFont(_heading_font())
            painter.setPen(theme.colour("text"))
            painter.drawText(heading, Qt.AlignmentFlag.AlignVCenter, str(index.data(HEADING_ROLE)))
        if state & QStyle.StateFlag.State_Selected:
            ground = QRect(area.left(), text.top() - theme.GRID, area.width(), text.height() + _PAD)
            painter.setPen(theme.colour("accent"))
            painter.setBrush(theme.colour("accent_soft"))
            painter.drawRoundedRect(ground.adjusted(1, 0, -2, 0), theme.GRID, theme.GRID)
        clause: ClauseRow = index.data(CLAUSE_ROLE)
        painter.setPen(theme.colour("accent" if clause.obligations else "muted"))
        painter.setFont(theme.font(strong=True))
        beside = QRect(area.left() + _PAD, text.top(), theme.enlarged(_REFERENCE), text.height())
        painter.drawText(beside, _WRAP, clause.reference)
        painter.setPen(theme.colour("text"))
        painter.setFont(theme.font())
        painter.drawText(text, _WRAP, clause.text)
        if status := index.data(STATUS_ROLE):
            mark = QRect(text.right() + _PAD, text.top() + 2, _MARK, _MARK)
            shapes.paint(painter, mark.toRectF(), status, theme.status_colours(status)[0])
        painter.restore()


def _heading_font() -> QFont:
    return theme.font(theme.LARGE, strong=True)


class ClauseList(QListView):
    """The clauses to choose from."""

    #: A clause was chosen.
    chosen = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self.clauses = ClauseListModel(self)
        self.setModel(self.clauses)
        self.setItemDelegate(_ClausePainter(self))
        self.setAccessibleName(tr("Avtalets stycken"))
        self.setResizeMode(QListView.ResizeMode.Adjust)
        self.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._reading = False
        self.selectionModel().currentChanged.connect(self._tell)

    def _tell(self) -> None:
        if not self._reading:
            self.chosen.emit(self.current())

    def current(self) -> ClauseRow | None:
        """Return the clause that is chosen."""
        clause: ClauseRow | None = self.currentIndex().data(CLAUSE_ROLE)
        return clause

    def show_clauses(self, clauses: Sequence[ClauseRow], statuses: Mapping[str, str]) -> None:
        """Show clauses; the chosen one stays so, or else the one that now stands in its place.

        Args:
            clauses: the clauses.
            statuses: the worst status of each by its reference.
        """
        before, row = self.current(), self.currentIndex().row()
        self._reading = True  # whoever shows clauses anew also shows the chosen one anew
        self.clauses.show_clauses(clauses, statuses)
        if before is not None and self.current() is None and clauses:
            places = [number for number, clause in enumerate(clauses) if clause.id == before.id]
            self.setCurrentIndex(self.clauses.index(places[0] if places else min(row, len(clauses) - 1)))
        self._reading = False

    def select(self, reference: str) -> bool:
        """Choose a clause by its reference; returns whether there is one."""
        for number, clause in enumerate(self.clauses.clauses):
            if clause.reference == reference:
                self.setCurrentIndex(self.clauses.index(number))
                self.scrollTo(self.currentIndex(), QListView.ScrollHint.EnsureVisible)
                return True
        return False
