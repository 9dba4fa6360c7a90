"""The page of the registers: which ones there are at the left, the chosen one at the right."""

from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtGui import QIcon
from PySide6.QtWidgets import QHBoxLayout, QListWidget, QListWidgetItem, QStackedWidget

from samverkan_desktop.i18n import tr
from samverkan_desktop.rules.finding import Finding
from samverkan_desktop.services import check
from samverkan_desktop.ui import finding_view, theme
from samverkan_desktop.ui.page import Page, PageContext
from samverkan_desktop.ui.pages.registers.contents import REGISTERS
from samverkan_desktop.ui.pages.registers.register import Register
from samverkan_desktop.ui.pages.registers.view import RegisterView
from samverkan_desktop.ui.widgets import status as shapes

_WIDTH = 44 * theme.GRID
_KIND = Qt.ItemDataRole.UserRole


class RegistersPage(Page):
    """Every register of the agreement that is shown; those it has rules for, or rows in, come first."""

    def __init__(self, context: PageContext) -> None:
        super().__init__(context, tr("Register"))
        self.registers: dict[str, Register[Any]] = {
            register.kind: register for register in (make(context) for make in REGISTERS)
        }
        self.views: dict[str, RegisterView[Any]] = {}
        self.list = QListWidget()
        self.list.setAccessibleName(tr("Register"))
        self.list.setFixedWidth(_WIDTH)
        self.list.setProperty("role", "contents")
        self._stack = QStackedWidget()
        for kind, register in self.registers.items():
            item = QListWidgetItem(register.title)
            item.setData(_KIND, kind)
            self.list.addItem(item)
        self.list.currentItemChanged.connect(self._turn)
        across = QHBoxLayout()
        across.setSpacing(theme.APART)
        across.addWidget(self.list)
        across.addWidget(self._stack, 1)
        self.body.addLayout(across, 1)
        self._findings: tuple[Finding, ...] = ()
        self.list.setCurrentRow(0)

    def refresh(self) -> None:
        """Read how the registers stand, and the one that is shown."""
        agreement_id = self.context.agreement_id()
        self._findings = (
            check.findings(self.context.workspace, agreement_id=agreement_id) if agreement_id else ()
        )
        for number in range(self.list.count()):
            item = self.list.item(number)
            rules = self.registers[str(item.data(_KIND))].rules
            worst = finding_view.worst(tuple(each for each in self._findings if each.rule in rules))
            pressing = worst is not None and worst in finding_view.PRESSING
            item.setIcon(shapes.icon(worst.value) if worst and pressing else QIcon())
            named = shapes.word(worst.value) if worst and pressing else ""
            item.setData(Qt.ItemDataRole.AccessibleTextRole, ", ".join(filter(None, (item.text(), named))))
        self.view().read(self._findings)

    def view(self) -> RegisterView[Any]:
        """Return the register that is shown."""
        kind = str(self.list.currentItem().data(_KIND))
        if kind not in self.views:
            self.views[kind] = RegisterView(self.context, self.registers[kind])
            self._stack.addWidget(self.views[kind])
        return self.views[kind]

    def _turn(self) -> None:
        view = self.view()
        self._stack.setCurrentWidget(view)
        view.read(self._findings)

    def open(self, target: str) -> None:
        """Show the row of ``area:3``, or the register of ``area``."""
        kind, _, identity = target.partition(":")
        for number in range(self.list.count()):
            if self.list.item(number).data(_KIND) == kind:
                self.list.setCurrentRow(number)
                if identity:
                    self.view().choose(int(identity))
