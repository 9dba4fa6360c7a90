"""The box at the top: search in everything, and every page and command of the program (Ctrl+K)."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import (
    QEvent,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QPoint,
    QRect,
    QSize,
    Qt,
    QTimer,
    Signal,
)
from PySide6.QtGui import QAction, QFont, QKeyEvent, QKeySequence, QPainter, QStandardItem, QStandardItemModel
from PySide6.QtWidgets import (
    QAbstractItemView,
    QLineEdit,
    QListView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
)

from samverkan_desktop.i18n import mark, tr
from samverkan_desktop.ui import icons, theme

_Index = QModelIndex | QPersistentModelIndex

_DETAIL = Qt.ItemDataRole.UserRole
_HIT = Qt.ItemDataRole.UserRole + 1
_NOTE = Qt.ItemDataRole.UserRole + 2
_PAUSE = 150
_MOST = 12


@dataclass(frozen=True)
class Command:
    """Something that the box offers.

    Args:
        label: what it is.
        detail: its keys, or where it was found.
        run: what choosing it does.
        icon: name of its icon.
        note: what stands at the right end of a hit, where it is found: its agreement.
    """

    label: str
    detail: str
    run: Callable[[], object]
    icon: str = "arrow-right"
    note: str = ""


Search = Callable[[str], Sequence[Command]]


def command_of(action: QAction) -> Command:
    """Return what the box offers of a command of the menus or of a page."""
    keys = action.shortcut().toString(QKeySequence.SequenceFormat.NativeText)
    icon = str(action.property("iconName") or "arrow-right")
    return Command(action.text().replace("&", ""), keys, action.trigger, icon)


class _Painter(QStyledItemDelegate):
    """Draws a command with its keys at the right end, and a hit with where it was found beneath."""

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        """Draw a row: icon, label, and detail in what room it has."""
        drawn = QStyleOptionViewItem(option)
        self.initStyleOption(drawn, index)
        label, drawn.text = drawn.text, " "  # without any text Qt would put the icon elsewhere
        drawn.widget.style().drawControl(QStyle.ControlElement.CE_ItemViewItem, drawn, painter, drawn.widget)
        area: QRect = option.rect
        inside = area.adjusted(10 * theme.GRID, theme.GRID, -theme.NEAR - theme.GRID, -theme.GRID)
        detail = index.data(_DETAIL) or ""
        painter.save()
        small = theme.font(theme.SMALL)
        if index.data(_HIT):
            upper, lower = QRect(inside), QRect(inside)
            upper.setBottom(inside.center().y())
            lower.setTop(inside.center().y() + 1)
            _write(painter, lower, detail, small, "muted")
            told = QRect(upper)
            told.setLeft(upper.left() + upper.width() // 2)
            beside = _write(
                painter, told, index.data(_NOTE) or "", small, "muted", Qt.AlignmentFlag.AlignRight
            )
            upper.setRight(upper.right() - beside)
        else:
            upper = QRect(inside)
            beside = _write(painter, inside, detail, small, "muted", Qt.AlignmentFlag.AlignRight)
            upper.setRight(inside.right() - beside)
        usable = bool(index.flags() & Qt.ItemFlag.ItemIsEnabled)
        _write(painter, upper, label, drawn.font, "text" if usable else "muted")
        painter.restore()

    def sizeHint(self, option: QStyleOptionViewItem, index: _Index) -> QSize:
        """Return the height of a row."""
        return QSize(super().sizeHint(option, index).width(), _height(index))


def _height(index: _Index) -> int:
    return theme.enlarged((13 if index.data(_HIT) else 9) * theme.GRID)


def _write(
    painter: QPainter,
    room: QRect,
    text: str,
    font: QFont,
    ink: str,
    side: Qt.AlignmentFlag = Qt.AlignmentFlag.AlignLeft,
) -> int:
    """Write one line, cut at its right end where it is too long; returns the width it took, with air."""
    painter.setFont(font)
    painter.setPen(theme.colour(ink))
    metrics = painter.fontMetrics()
    line = metrics.elidedText(" ".join(text.split()), Qt.TextElideMode.ElideRight, room.width())
    painter.drawText(room, Qt.AlignmentFlag.AlignVCenter | side, line)
    return metrics.horizontalAdvance(line) + theme.NEAR if line else 0


class CommandBox(QLineEdit):
    """The box; its list lies over the window while one writes in it.

    Args:
        commands: returns every page and command that can be used now.
    """

    #: Told on the key sheet.
    KEYS = (
        ("Down, Up", mark("Välj bland träffarna i sökrutan")),
        ("Return", mark("Gå till det som är valt i sökrutan")),
        ("Esc", mark("Lämna sökrutan")),
    )

    left = Signal()

    def __init__(self, commands: Callable[[], Sequence[Command]]) -> None:
        super().__init__()
        self._commands = commands
        #: Returns what the archive that is open holds that matches a text.
        self.search: Search = lambda _text: ()
        self._offered: list[Command] = []
        self.setProperty("role", "search")
        self.setPlaceholderText(tr("Sök eller gå till…   Ctrl+K"))
        self.setAccessibleName(tr("Sök eller gå till"))
        self.setClearButtonEnabled(True)
        action = self.addAction(icons.icon("search", "muted"), QLineEdit.ActionPosition.LeadingPosition)
        action.setText(tr("Sök"))
        icons.put(action, "search", "muted")
        self._model = QStandardItemModel(self)
        self.list: QListView | None = None
        self._pause = QTimer(self, singleShot=True, interval=_PAUSE)
        self._pause.timeout.connect(self.offer)
        self.textEdited.connect(lambda _text: self._pause.start())

    def offer(self) -> None:
        """Show what matches what is written."""
        self._pause.stop()
        words = self.text().casefold().split()
        found = [c for c in self._commands() if all(word in c.label.casefold() for word in words)]
        hits = list(self.search(self.text().strip())) if len(self.text().strip()) > 1 else []
        found = found[: _MOST if not hits else _MOST // 2]
        self._offered = [*found, *hits[:_MOST]]
        self._model.clear()
        for number, command in enumerate(self._offered):
            item = QStandardItem(icons.icon(command.icon, "muted"), command.label)
            item.setData(command.detail, _DETAIL)
            item.setData(number >= len(found), _HIT)
            item.setData(command.note, _NOTE)
            told = ", ".join(part for part in (command.label, command.detail, command.note) if part)
            item.setToolTip(told if number >= len(found) else "")
            item.setData(told, Qt.ItemDataRole.AccessibleTextRole)
            self._model.appendRow(item)
        if not self._offered:
            item = QStandardItem(tr("Inget hittades. Prova ett kortare ord."))
            item.setFlags(Qt.ItemFlag.NoItemFlags)
            self._model.appendRow(item)
        self._unfold()

    def _unfold(self) -> None:
        view = self.list = self.list or self._make_list()
        below = self.mapTo(self.window(), QPoint(0, self.height() + theme.GRID))
        room = self.window().height() - below.y() - theme.APART
        rows = sum(_height(self._model.index(row, 0)) for row in range(self._model.rowCount()))
        height = min(rows + 3 * theme.GRID, room)
        view.setGeometry(below.x(), below.y(), self.width(), height)
        view.setCurrentIndex(self._model.index(0, 0))
        view.show()
        view.raise_()

    def _make_list(self) -> QListView:
        view = QListView(self.window())
        view.setModel(self._model)
        view.setItemDelegate(_Painter(view))
        view.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        view.setIconSize(QSize(4 * theme.GRID, 4 * theme.GRID))
        view.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        view.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        view.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        view.setAccessibleName(tr("Träffar"))
        view.clicked.connect(self._run)
        self.window().installEventFilter(self)
        return view

    def fold(self) -> None:
        """Put the list away, and what was written."""
        self._pause.stop()
        if self.list:
            self.list.hide()
        self.clear()

    def _run(self, index: QModelIndex) -> None:
        if not 0 <= index.row() < len(self._offered):
            return
        command = self._offered[index.row()]
        self.fold()
        self.left.emit()
        command.run()

    def event(self, event: QEvent) -> bool:
        """Take the arrow keys before anything else does."""
        if event.type() is QEvent.Type.FocusOut and self.list:
            QTimer.singleShot(0, self, self._fold_unless_used)
        return super().event(event)

    def _fold_unless_used(self) -> None:
        if not self.hasFocus():
            self.fold()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Move in the list, choose, or leave."""
        view, key = self.list, event.key()
        if key in (Qt.Key.Key_Down, Qt.Key.Key_Up):
            if view is None or not view.isVisible():
                self.offer()
                return
            step = 1 if key == Qt.Key.Key_Down else -1
            row = (view.currentIndex().row() + step) % max(self._model.rowCount(), 1)
            view.setCurrentIndex(self._model.index(row, 0))
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            if self._pause.isActive() or view is None or not view.isVisible():
                self.offer()
            if self.list:
                self._run(self.list.currentIndex())
        elif key == Qt.Key.Key_Escape:
            self.fold()
            self.left.emit()
        else:
            super().keyPressEvent(event)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Put the list away when the window changes size."""
        if event.type() is QEvent.Type.Resize and self.list:
            self.list.hide()
        return super().eventFilter(watched, event)
