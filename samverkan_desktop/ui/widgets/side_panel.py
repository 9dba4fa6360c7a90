"""A table with what is known of the chosen row beside it."""

from collections.abc import Callable, Sequence
from typing import Generic, TypeVar

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QSplitter, QVBoxLayout, QWidget

from samverkan_desktop.i18n import tr
from samverkan_desktop.ui import theme
from samverkan_desktop.ui.widgets.fields import commit_pending
from samverkan_desktop.ui.widgets.filter_table import FilterTable
from samverkan_desktop.ui.widgets.parts import Card, action, icon_button, scrolling

R = TypeVar("R")
_WIDTH = 92 * theme.GRID
#: Narrower than this, a table and a panel cannot stand side by side.
_NARROW = 190 * theme.GRID


class SidePanel(Card):
    """A card at the right of a table; scrolls when there is no room.

    Args:
        name: what it holds, for the screen reader.
        closes: whether it can be closed.
    """

    #: Its closing button, or Esc, was pressed.
    closed = Signal()

    def __init__(self, name: str, *, closes: bool = True) -> None:
        super().__init__()
        self.setAccessibleName(name)
        self.setMinimumWidth(theme.enlarged(_WIDTH))
        self._heading = theme.label("", "heading", wrap=True)
        top = QHBoxLayout()
        top.addWidget(self._heading, 1)
        if closes:
            top.addWidget(icon_button("x", tr("Stäng"), self.closed.emit), 0, Qt.AlignmentFlag.AlignTop)
            escape = action(tr("Stäng"), self.closed.emit, "Esc", parent=self)
            escape.setShortcutContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            self.addAction(escape)
        inside = QWidget()
        room = QVBoxLayout(inside)
        room.setContentsMargins(0, 0, theme.NEAR, 0)
        self.content = QVBoxLayout()
        self.content.setSpacing(theme.APART)
        room.addLayout(self.content)
        room.addStretch(1)
        self.body.addLayout(top)
        self.body.addWidget(scrolling(inside), 1)

    def sizeHint(self) -> QSize:
        """Return the width of every panel: a long heading takes more lines, not room from the table."""
        return QSize(theme.enlarged(_WIDTH), super().sizeHint().height())

    def set_title(self, text: str) -> None:
        """Change the heading."""
        self._heading.setText(text)


class Beside(QSplitter, Generic[R]):
    """A table with a panel at its right that shows the chosen row, until it is closed.

    Args:
        table: the table.
        panel: makes room for what is known of a row; given what closes it.
        show: fills the panel with a row.
        otherwise: what stands there while no row is shown; None leaves the room to the table.
        below: what stands under the table; None for nothing.
        spare: numbers of the columns that give way where it is narrow, and while the panel, which shows
            them too, is open.
    """

    def __init__(
        self,
        table: FilterTable[R],
        panel: SidePanel,
        show: Callable[[R], object],
        otherwise: QWidget | None = None,
        below: QWidget | None = None,
        spare: Sequence[int] = (),
    ) -> None:
        super().__init__(Qt.Orientation.Horizontal)
        self.table, self.panel, self.otherwise = table, panel, otherwise
        self._fill = show
        self._spare = tuple(spare)
        self._shut = True
        self._reading = False
        self.setChildrenCollapsible(False)
        self.setHandleWidth(theme.APART)
        left = QWidget()
        column = QVBoxLayout(left)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.NEAR)
        column.addWidget(table, 1)
        if below is not None:
            column.addWidget(below)
        for number, widget in enumerate(filter(None, (left, panel, otherwise))):
            self.addWidget(widget)
            self.setStretchFactor(number, 0 if number else 1)
        panel.closed.connect(self.close_panel)
        table.chosen.connect(self._chosen)
        table.view.clicked.connect(lambda _index: self._chosen(table.current()))
        self._show()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put the panel under the table where it is narrow."""
        narrow = event.size().width() < theme.enlarged(_NARROW)
        self.setOrientation(Qt.Orientation.Vertical if narrow else Qt.Orientation.Horizontal)
        super().resizeEvent(event)

    def show_rows(self, rows: Sequence[R]) -> None:
        """Show other rows; the panel shows the same row as before, where it is still there."""
        self._reading = True
        self.table.show_rows(rows)
        self._reading = False
        self._show()

    def close_panel(self) -> None:
        """Close the panel; the row stays chosen, and a click opens it again."""
        self._shut = True
        self._show()
        if self.otherwise is None:
            self.table.setFocus()

    def _chosen(self, row: R | None) -> None:
        if self._reading:
            return
        commit_pending()
        self._shut = row is None
        index = self.table.view.currentIndex()
        if row is not None and not self.table.view.selectionModel().isSelected(index):
            self.table.view.selectRow(index.row())
        self._show()

    def _show(self) -> None:
        row = None if self._shut else self.table.current()
        if row is not None:
            self._fill(row)
        self.panel.setVisible(row is not None)
        self.table.give_way(self._spare, now=row is not None)
        if self.otherwise is not None:
            self.otherwise.setVisible(row is None)
