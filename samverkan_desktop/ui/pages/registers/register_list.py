"""The list of registers: those the agreement asks for, or that hold something, before the others."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QEvent, QSignalBlocker, QSize, Qt, Signal
from PySide6.QtGui import QIcon
from PySide6.QtWidgets import QListWidget, QListWidgetItem, QVBoxLayout, QWidget

from samverkan_desktop.i18n import tr
from samverkan_desktop.ui import theme
from samverkan_desktop.ui.widgets import status as shapes
from samverkan_desktop.ui.widgets.drop_down import DropDown

_WIDTH = 44 * theme.GRID
_KIND = Qt.ItemDataRole.UserRole


@dataclass(frozen=True)
class Listed:
    """A register in the list.

    Args:
        kind: what one of its rows is called in a target.
        title: its heading.
        used: whether the agreement asks for it, or it holds something.
        status: the status that its findings press with; empty where none does.
    """

    kind: str
    title: str
    used: bool
    status: str = ""

    @property
    def name(self) -> str:
        """What a screen reader says: its title, and how it stands."""
        return ", ".join(filter(None, (self.title, shapes.word(self.status) if self.status else "")))


class RegisterList(QWidget):
    """Which registers there are: a column, or a drop-down list where there is little room."""

    #: The kind of the register that was chosen.
    chosen = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self._listed: tuple[Listed, ...] = ()
        self._narrow = False
        self.column = QListWidget()
        self.column.setProperty("role", "contents")
        self.column.setFixedWidth(theme.enlarged(_WIDTH))
        self.column.setIconSize(QSize(4 * theme.GRID, 4 * theme.GRID))
        self.column.currentItemChanged.connect(lambda item, _before: self._choose(item.data(_KIND)))
        self.drop_down = DropDown()
        self.drop_down.activated.connect(lambda _at: self._choose(self.drop_down.currentData()))
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        for widget in (self.column, self.drop_down):
            widget.setAccessibleName(tr("Register"))
            layout.addWidget(widget)
        self.fold(narrow=False)

    def fold(self, *, narrow: bool) -> None:
        """Be a column, or a drop-down list."""
        self.column.setHidden(narrow)
        self.drop_down.setVisible(narrow)

    def kinds(self) -> list[str]:
        """Return the kinds of the registers, in the order in which they are listed."""
        return [each.kind for each in self._listed]

    def changeEvent(self, event: QEvent) -> None:
        """Draw the shapes in the colours of another look."""
        super().changeEvent(event)
        if event.type() is QEvent.Type.PaletteChange and self._listed:
            listed, self._listed = self._listed, ()
            self.show_registers(listed, str(self.drop_down.currentData()))

    def show_registers(self, registers: Sequence[Listed], current: str) -> None:
        """Show the registers, with one of them chosen; the order of each part is kept."""
        ordered = tuple(sorted(registers, key=lambda each: not each.used))
        if ordered != self._listed:
            self._listed = ordered
            blockers = [QSignalBlocker(self.column), QSignalBlocker(self.drop_down)]
            self._fill()
            del blockers
        self.mark(current)

    def _fill(self) -> None:
        self.column.clear()
        self.drop_down.clear()
        divided = self._listed[0].used
        for each in self._listed:
            if divided and not each.used:
                divided = False
                self.column.addItem(_heading(tr("Fler register")))
                self.drop_down.insertSeparator(self.drop_down.count())
            icon = shapes.icon(each.status) if each.status else QIcon()
            item = QListWidgetItem(icon, each.title)
            item.setData(_KIND, each.kind)
            item.setData(Qt.ItemDataRole.AccessibleTextRole, each.name)
            self.column.addItem(item)
            self.drop_down.addItem(icon, each.title, each.kind)

    def mark(self, kind: str) -> None:
        """Mark a register as the one that is shown."""
        blockers = [QSignalBlocker(self.column), QSignalBlocker(self.drop_down)]
        for number in range(self.column.count()):
            if self.column.item(number).data(_KIND) == kind:
                self.column.setCurrentRow(number)
        self.drop_down.setCurrentIndex(self.drop_down.findData(kind))
        del blockers

    def _choose(self, kind: str) -> None:
        self.mark(kind)
        self.chosen.emit(kind)


def _heading(text: str) -> QListWidgetItem:
    result = QListWidgetItem(text)
    result.setFlags(Qt.ItemFlag.NoItemFlags)
    result.setFont(theme.font(theme.SMALL, strong=True))
    return result
