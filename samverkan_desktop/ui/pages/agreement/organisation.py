"""Whom the agreement binds and who meets: its parties, its groups and their seats."""

from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QListWidget, QListWidgetItem, QStackedWidget, QVBoxLayout, QWidget

from samverkan_desktop.i18n import tr
from samverkan_desktop.ui import theme
from samverkan_desktop.ui.page import PageContext
from samverkan_desktop.ui.pages.agreement import group_register, party_register, seat_register
from samverkan_desktop.ui.pages.registers.register import Register
from samverkan_desktop.ui.pages.registers.view import RegisterView
from samverkan_desktop.ui.widgets.parts import scrolling

_WIDTH = 30 * theme.GRID
_KIND = Qt.ItemDataRole.UserRole


class Organisation(QWidget):
    """Parties, groups and seats, each in a table to write in.

    Args:
        context: what the page is given.
    """

    def __init__(self, context: PageContext) -> None:
        super().__init__()
        self._context = context
        registers: tuple[Register[Any], ...] = (
            party_register.register(context),
            group_register.register(context),
            seat_register.register(context),
        )
        self.registers = {register.kind: register for register in registers}
        self.views: dict[str, RegisterView[Any]] = {}
        self.list = QListWidget()
        self.list.setAccessibleName(tr("Organisation"))
        self.list.setFixedWidth(theme.enlarged(_WIDTH))
        self.list.setProperty("role", "contents")
        self._stack = QStackedWidget()
        for register in registers:
            item = QListWidgetItem(register.title)
            item.setData(_KIND, register.kind)
            self.list.addItem(item)
        inside = QWidget()
        across = QHBoxLayout(inside)
        across.setContentsMargins(0, 0, 0, 0)
        across.setSpacing(theme.APART)
        across.addWidget(self.list)
        across.addWidget(self._stack, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(scrolling(inside))  # for a low window: a table and a form need some height
        self.list.setCurrentRow(0)
        self.list.currentItemChanged.connect(self.read)

    def read(self) -> None:
        """Read what is shown."""
        view = self.view()
        self._stack.setCurrentWidget(view)
        view.read(())

    def view(self) -> RegisterView[Any]:
        """Return the table that is shown."""
        kind = str(self.list.currentItem().data(_KIND))
        if kind not in self.views:
            self.views[kind] = RegisterView(self._context, self.registers[kind])
            self._stack.addWidget(self.views[kind])
        return self.views[kind]

    def choose(self, kind: str) -> RegisterView[Any]:
        """Show the table of a kind: ``party``, ``agreement_group`` or ``agreement_seat``."""
        for number in range(self.list.count()):
            if self.list.item(number).data(_KIND) == kind:
                self.list.setCurrentRow(number)
        return self.view()
