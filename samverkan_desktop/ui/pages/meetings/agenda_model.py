"""The agenda as a list that can be sorted by hand, and how each item of it is painted."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import (
    QAbstractListModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QRect,
    QSize,
    Qt,
    QTimer,
    Signal,
)
from PySide6.QtGui import QFontMetrics, QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from samverkan_desktop.i18n import numbered, tr
from samverkan_desktop.services.agenda import ItemRow
from samverkan_desktop.ui import theme
from samverkan_desktop.ui.pages.meetings import words
from samverkan_desktop.vocabulary import ItemKind

_Index = QModelIndex | QPersistentModelIndex

#: Role under which an item answers with its row.
LINE_ROLE = Qt.ItemDataRole.UserRole + 1


@dataclass(frozen=True)
class Line:
    """An item as the list shows it: how many decisions were taken under it, and when it is planned."""

    item: ItemRow
    decisions: int
    span: str = ""

    @property
    def sub(self) -> bool:
        """Whether it stands under another item."""
        return self.item.parent_id is not None

    @property
    def detail(self) -> str:
        """What stands under the heading: kind, time, origin, decisions."""
        item = self.item
        parts = []
        if item.topic is None or item.kind is not ItemKind.INFORMATION:
            parts.append(dict(words.item_kinds())[item.kind])
        if item.minutes:
            parts.append(self.span or tr("{count} min", count=item.minutes))
        if item.used_minutes is not None:
            parts.append(tr("tog {count} min", count=item.used_minutes))
        if item.carries_over:
            parts.append(tr("fortsätter nästa möte"))
        if item.origin_text:
            parts.append(item.origin_text)
        if item.referred_agreement:
            parts.append(tr("regleras i annat avtal"))
        if self.decisions:
            one = self.decisions == 1
            parts.append(tr("1 fattat beslut") if one else tr("{n} fattade beslut", n=self.decisions))
        return " · ".join(parts)


class AgendaListModel(QAbstractListModel):
    """The items of an agenda, in order."""

    #: An item's identity and the number it was dragged to.
    moved = Signal(int, int)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.lines: tuple[Line, ...] = ()
        self.sortable = True
        #: How many times a drop has asked for an item to be moved.
        self.asked = 0

    def show_lines(self, lines: Sequence[Line]) -> None:
        """Show other items."""
        if [line.item.id for line in lines] != [line.item.id for line in self.lines]:
            self.beginResetModel()
            self.lines = tuple(lines)
            self.endResetModel()
        elif tuple(lines) != self.lines:
            self.lines = tuple(lines)
            self.dataChanged.emit(self.index(0), self.index(len(lines) - 1))

    def rowCount(self, parent: _Index = QModelIndex()) -> int:  # noqa: B008  Qt's own signature
        """Return how many items there are."""
        return 0 if parent.isValid() else len(self.lines)

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Return what an item shows."""
        if not index.isValid():
            return None
        line = self.lines[index.row()]
        if role == Qt.ItemDataRole.DisplayRole:
            return line.item.heading
        if role == Qt.ItemDataRole.AccessibleTextRole:
            detail = f", {line.detail}" if line.detail else ""
            return numbered(line.item.number, line.item.heading) + detail
        if role == Qt.ItemDataRole.ToolTipRole:
            return line.item.warning or line.item.heading
        return line if role == LINE_ROLE else None

    def flags(self, index: _Index) -> Qt.ItemFlag:
        """Let items be chosen and dragged, and dropped between one another."""
        flags = super().flags(index)
        if not self.sortable:
            return flags
        return flags | (Qt.ItemFlag.ItemIsDragEnabled if index.isValid() else Qt.ItemFlag.ItemIsDropEnabled)

    def supportedDropActions(self) -> Qt.DropAction:
        """Return that items are moved, never copied."""
        return Qt.DropAction.MoveAction

    def moveRows(
        self, _from: _Index, row: int, count: int, _to: _Index, before: int
    ) -> bool:  # fmt: skip
        """Ask for an item to be moved; the list shows it when the archive has it so."""
        if not self.sortable or count != 1 or not 0 <= row < len(self.lines):
            return False
        position = before if before > row else before + 1
        item_id = self.lines[row].item.id
        self.asked += 1
        # The drop must end before the list is read again.
        QTimer.singleShot(0, self, lambda: self.moved.emit(item_id, position))
        return True

    def can_nest(self, row: int, by: int) -> bool:
        """Say whether the item of a row can be set under the one before it (1), or raised (-1)."""
        if not self.sortable or not 0 <= row < len(self.lines):
            return False
        return row > 0 and not self.lines[row].sub if by > 0 else self.lines[row].sub

    def row_of(self, item_id: int | None) -> int:
        """Return where an item stands; -1 where it does not."""
        return next((row for row, line in enumerate(self.lines) if line.item.id == item_id), -1)


class AgendaDelegate(QStyledItemDelegate):
    """Paints an item: its number, its heading in at most two lines, and a line of detail."""

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        """Paint one item."""
        line: Line = index.data(LINE_ROLE)
        self.initStyleOption(option, index)
        option.text = ""
        style = option.widget.style()
        style.drawControl(QStyle.ControlElement.CE_ItemViewItem, option, painter, option.widget)
        area = self._heading_area(option.rect, line)
        painter.save()
        painter.setFont(theme.font(theme.BODY, strong=True))
        painter.setPen(theme.colour("muted"))
        number = QRect(option.rect.left(), area.top(), area.left() - option.rect.left() - 6, area.height())
        painter.drawText(number, Qt.AlignmentFlag.AlignRight, line.item.number)
        painter.setPen(theme.colour("text"))
        painter.setFont(theme.font())
        heading = self._heading_height(line, area.width())
        flags = Qt.AlignmentFlag.AlignLeft | Qt.TextFlag.TextWordWrap
        painter.drawText(QRect(area.left(), area.top(), area.width(), heading), flags, self._text(line, area))
        small = QRect(area.left(), area.top() + heading, area.width(), theme.enlarged(5 * theme.GRID))
        painter.setFont(theme.font(theme.SMALL))
        painter.setPen(theme.status_colours("breached")[0] if line.item.warning else theme.colour("muted"))
        detail = tr("kan innehålla personnummer") if line.item.warning else line.detail
        elided = painter.fontMetrics().elidedText(detail, Qt.TextElideMode.ElideRight, small.width())
        painter.drawText(small, Qt.AlignmentFlag.AlignLeft, elided)
        painter.restore()

    def sizeHint(self, option: QStyleOptionViewItem, index: _Index) -> QSize:
        """Return the room an item needs at the width of its list."""
        line: Line = index.data(LINE_ROLE)
        view = option.widget
        width = view.viewport().width() if hasattr(view, "viewport") else option.rect.width()
        area = self._heading_area(QRect(0, 0, width, 0), line)
        detail = theme.enlarged(5 * theme.GRID) if line.detail or line.item.warning else 0
        return QSize(0, self._heading_height(line, area.width()) + detail + 3 * theme.GRID)

    def _heading_area(self, rect: QRect, line: Line) -> QRect:
        number = theme.enlarged((17 if line.sub else 9) * theme.GRID)
        return rect.adjusted(number, 6, -2 * theme.GRID, -6)

    def _heading_height(self, line: Line, width: int) -> int:
        metrics = QFontMetrics(theme.font())
        flags = Qt.TextFlag.TextWordWrap.value
        needed = metrics.boundingRect(QRect(0, 0, max(width, 1), 0), flags, line.item.heading).height()
        return min(needed, 2 * metrics.lineSpacing())

    def _text(self, line: Line, area: QRect) -> str:
        metrics = QFontMetrics(theme.font())
        return metrics.elidedText(line.item.heading, Qt.TextElideMode.ElideRight, 2 * area.width() - 40)
