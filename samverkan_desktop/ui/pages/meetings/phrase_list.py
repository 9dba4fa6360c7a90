"""The list that opens at ``#`` in the notes: filters while one writes, and writes what is chosen."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import (
    QEvent,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QPoint,
    QRect,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QKeyEvent, QPainter, QStandardItem, QStandardItemModel, QTextCursor
from PySide6.QtWidgets import (
    QListView,
    QPlainTextEdit,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTextEdit,
)

from samverkan_desktop.i18n import mark, tr
from samverkan_desktop.services.phrase import SIGN, Offered, matching
from samverkan_desktop.ui import theme

_Index = QModelIndex | QPersistentModelIndex
_TEXT = Qt.ItemDataRole.UserRole
#: How many are seen at once, and how high and wide each is.
_ROWS, _HEIGHT, _WIDTH = 7, 8 * theme.GRID, 110 * theme.GRID
#: What is longer than this is no key any more.
_LONGEST = 40


class _Painter(QStyledItemDelegate):
    """Draws a key, and after it what it becomes."""

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        """Draw a row in one line, cut at its right end where it is too long."""
        drawn = QStyleOptionViewItem(option)
        self.initStyleOption(drawn, index)
        key, drawn.text = drawn.text, " "
        drawn.widget.style().drawControl(QStyle.ControlElement.CE_ItemViewItem, drawn, painter, drawn.widget)
        area: QRect = option.rect
        room = area.adjusted(theme.NEAR, 0, -theme.NEAR, 0)
        painter.save()
        for text, font, ink in (
            (key, theme.font(strong=True), "text"),
            (str(index.data(_TEXT) or ""), theme.font(theme.SMALL), "muted"),
        ):
            painter.setFont(font)
            painter.setPen(theme.colour(ink))
            metrics = painter.fontMetrics()
            line = metrics.elidedText(text, Qt.TextElideMode.ElideRight, room.width())
            painter.drawText(room, Qt.AlignmentFlag.AlignVCenter, line)
            room.setLeft(room.left() + metrics.horizontalAdvance(line) + theme.NEAR)
        painter.restore()

    def sizeHint(self, _option: QStyleOptionViewItem, _index: _Index) -> QSize:
        """Return the height of every row."""
        return QSize(_WIDTH, theme.enlarged(_HEIGHT))


class PhraseList(QListView):
    """What can be written with a few letters; the keyboard never leaves the notes.

    Enter or Tab writes what is marked, arrows mark another, Escape puts the list away.

    Args:
        editor: where one writes.
        offer: returns what can be written now; asked when the list opens.
    """

    #: Told on the key sheet.
    KEYS = (
        ("Down, Up", mark("Välj bland fraserna")),
        ("Return, Tab", mark("Skriv frasen")),
        ("Esc", mark("Stäng listan med fraser")),
    )

    #: One wants to add a phrase, with the key written so far.
    add_asked = Signal(str)

    def __init__(self, editor: QTextEdit | QPlainTextEdit, offer: Callable[[], Sequence[Offered]]) -> None:
        super().__init__(editor)
        self._editor, self._offer = editor, offer
        self._offered: Sequence[Offered] = ()
        self._found: tuple[Offered, ...] = ()
        self._typing = False
        self._written = ""
        self._model = QStandardItemModel(self)
        self.setModel(self._model)
        self.setItemDelegate(_Painter(self))
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setEditTriggers(QListView.EditTrigger.NoEditTriggers)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setAccessibleName(tr("Fraser"))
        self.clicked.connect(lambda index: self._choose(index.row()))
        # It lies over the window, but lives no longer than the editor.
        editor.destroyed.connect(self.deleteLater)
        editor.installEventFilter(self)
        editor.textChanged.connect(self._look)
        editor.cursorPositionChanged.connect(self._look)
        self.hide()

    @property
    def keys(self) -> list[str]:
        """The keys that are offered, in order; none while the list is away."""
        return [] if self.isHidden() else [each.key for each in self._found]

    def _look(self) -> None:
        """Open, filter or put away the list, by what stands before the cursor."""
        written = self._sought()
        if written is None or not (self._typing or self.isVisible()):
            self.hide()
            return
        self._written = written
        if self.isHidden():
            self._offered = self._offer()
        self._found = matching(self._offered, written)
        if self._found or " " not in written:
            self._fill()
        else:
            self.hide()

    def _sought(self) -> str | None:
        """Return what is written after the sign where the cursor stands; None where no sign begins it."""
        cursor = self._editor.textCursor()
        if self._editor.isReadOnly() or cursor.hasSelection() or not self._editor.hasFocus():
            return None
        before = cursor.block().text()[: cursor.positionInBlock()]
        place = before.rfind(SIGN)
        written = before[place + 1 :]
        if place < 0 or len(written) > _LONGEST or written.startswith(" "):
            return None
        return None if before[:place][-1:].isalnum() or before[:place].endswith(SIGN) else written

    def _fill(self) -> None:
        self._model.clear()
        for each in self._found:
            self._add_row(each.key, " ".join(each.text.split()))
        self._add_row(tr("Lägg till fras …"), "")
        sure = bool(self._found) and bool(self._written)
        self.setCurrentIndex(self._model.index(0, 0) if sure else QModelIndex())
        self._place()

    def _add_row(self, key: str, text: str) -> None:
        item = QStandardItem(key)
        item.setData(text, _TEXT)
        item.setData(f"{key}: {text}" if text else key, Qt.ItemDataRole.AccessibleTextRole)
        item.setToolTip(text)
        self._model.appendRow(item)

    def _place(self) -> None:
        """Lie under the line where one writes, or over it where there is no room below."""
        window = self._editor.window()
        if self.parentWidget() is not window:
            self.setParent(window)
        rows = min(self._model.rowCount(), _ROWS)
        size = QSize(min(_WIDTH, self._editor.width()), rows * theme.enlarged(_HEIGHT) + 2 * theme.GRID)
        line = self._editor.cursorRect()
        corner = self._editor.viewport().mapTo(window, line.bottomLeft() + QPoint(0, theme.GRID))
        if corner.y() + size.height() > window.height():
            corner.setY(corner.y() - line.height() - size.height() - 2 * theme.GRID)
        edge = self._editor.mapTo(window, self._editor.rect().topRight()).x()
        corner.setX(min(corner.x(), edge - size.width()))
        self.setGeometry(QRect(corner, size))
        self.show()
        self.raise_()

    def _choose(self, row: int) -> None:
        chosen = self._found[row] if 0 <= row < len(self._found) else None
        written = self._written
        self._typing = False
        self.hide()
        if chosen is not None:
            self._write(chosen.text)
        elif row == len(self._found):
            self._write("")
            self.add_asked.emit(written)

    def _write(self, text: str) -> None:
        cursor = self._editor.textCursor()
        back = len(self._written) + len(SIGN)
        cursor.movePosition(QTextCursor.MoveOperation.Left, QTextCursor.MoveMode.KeepAnchor, back)
        cursor.insertText(text)
        self._editor.setTextCursor(cursor)
        self._editor.setFocus()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Take the keys that move in the list and choose, while it is open."""
        if watched is self._editor and isinstance(event, QKeyEvent):
            if event.type() == QEvent.Type.ShortcutOverride and event.key() == Qt.Key.Key_Escape:
                if self.isVisible():
                    event.accept()
                    return True
            elif event.type() == QEvent.Type.KeyPress:
                self._typing = event.text().isprintable() and bool(event.text())
                self._typing = self._typing or event.key() == Qt.Key.Key_Backspace
                return self.isVisible() and self._pressed(event)
        elif event.type() == QEvent.Type.FocusOut:
            self.hide()
        return super().eventFilter(watched, event)

    def _pressed(self, event: QKeyEvent) -> bool:
        row, rows = self.currentIndex().row(), self._model.rowCount()
        if event.modifiers() & (Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier):
            return False
        match event.key():
            case Qt.Key.Key_Down:
                self.setCurrentIndex(self._model.index((row + 1) % rows, 0))
            case Qt.Key.Key_Up:
                self.setCurrentIndex(self._model.index((max(row, 0) - 1) % rows, 0))
            case Qt.Key.Key_Return | Qt.Key.Key_Enter | Qt.Key.Key_Tab if row >= 0:
                self._choose(row)
            case Qt.Key.Key_Escape:
                self.hide()
            case _:
                return False
        return True
