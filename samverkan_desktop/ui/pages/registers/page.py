"""The page of the registers: which ones there are at the left, the chosen one at the right."""

from typing import Any

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QStackedWidget

from samverkan_desktop.i18n import tr
from samverkan_desktop.rules.finding import Finding
from samverkan_desktop.services import check
from samverkan_desktop.ui import finding_view, theme
from samverkan_desktop.ui.page import Page, PageContext
from samverkan_desktop.ui.pages.registers.contents import REGISTERS
from samverkan_desktop.ui.pages.registers.register import Register
from samverkan_desktop.ui.pages.registers.register_list import Listed, RegisterList
from samverkan_desktop.ui.pages.registers.routine_matrix import MatrixGrid
from samverkan_desktop.ui.pages.registers.view import RegisterView

#: Narrower than this, the list of registers stands above the one that is shown.
_NARROW = 240 * theme.GRID


class RegistersPage(Page):
    """Every register of the agreement that is shown; those it has rules for, or rows in, come first."""

    #: Of what is made first when its register is shown.
    KEYS = MatrixGrid.KEYS

    def __init__(self, context: PageContext) -> None:
        super().__init__(context, tr("Register"))
        self.registers: dict[str, Register[Any]] = {
            register.kind: register for register in (make(context) for make in REGISTERS)
        }
        self.views: dict[str, RegisterView[Any]] = {}
        self._kind = ""
        self._findings: tuple[Finding, ...] = ()
        self.list = RegisterList()
        self.list.chosen.connect(self._turn)
        self._stack = QStackedWidget()
        self._across = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._across.setSpacing(theme.APART)
        self._across.addWidget(self.list)
        self._across.addWidget(self._stack, 1)
        self.body.addLayout(self._across, 1)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put the list above the register where there is little room beside it."""
        super().resizeEvent(event)
        narrow = event.size().width() < _NARROW
        self.list.fold(narrow=narrow)
        way = QBoxLayout.Direction.TopToBottom if narrow else QBoxLayout.Direction.LeftToRight
        self._across.setDirection(way)

    def refresh(self) -> None:
        """Read how the registers stand, and the one that is shown."""
        agreement_id = self.context.agreement_id()
        self._findings = (
            check.findings(self.context.workspace, agreement_id=agreement_id) if agreement_id else ()
        )
        listed = [self._listed(register, agreement_id) for register in self.registers.values()]
        self._kind = self._kind or next((each.kind for each in listed if each.used), listed[0].kind)
        self.list.show_registers(listed, self._kind)
        self._turn(self._kind)

    def _listed(self, register: Register[Any], agreement_id: int | None) -> Listed:
        own = tuple(each for each in self._findings if each.rule in register.rules)
        worst = finding_view.worst(own)
        used = bool(own) or (agreement_id is not None and bool(register.read(agreement_id)))
        pressing = worst is not None and worst in finding_view.PRESSING
        return Listed(register.kind, register.title, used, worst.value if worst and pressing else "")

    def view(self) -> RegisterView[Any]:
        """Return the register that is shown."""
        if self._kind not in self.views:
            self.views[self._kind] = RegisterView(self.context, self.registers[self._kind])
            self._stack.addWidget(self.views[self._kind])
        return self.views[self._kind]

    def _turn(self, kind: str) -> None:
        self._kind = kind
        view = self.view()
        self._stack.setCurrentWidget(view)
        view.read(self._findings)

    def open(self, target: str) -> None:
        """Show the row of ``area:3``, or the register of ``area``."""
        kind, _, identity = target.partition(":")
        wanted = next((each for each in self.registers.values() if kind in (each.kind, *each.also)), None)
        if wanted is None:
            return
        row = wanted.seek(kind, int(identity)) if identity.isdecimal() else None
        self.list.mark(wanted.kind)
        self._turn(wanted.kind)
        if row is not None:
            self.view().choose(row)
