"""A register in the window: how it stands, its rows, the chosen one beside them, and a new one to write."""

from collections.abc import Sequence
from typing import Generic, TypeVar

from PySide6.QtWidgets import QVBoxLayout, QWidget

from samverkan_desktop.errors import UserError
from samverkan_desktop.i18n import tr
from samverkan_desktop.rules.finding import Finding
from samverkan_desktop.ui import finding_view, theme
from samverkan_desktop.ui.page import PageContext
from samverkan_desktop.ui.pages.registers.register import Register
from samverkan_desktop.ui.pages.registers.row_panel import RowPanel
from samverkan_desktop.ui.widgets.entry import Entry, Values
from samverkan_desktop.ui.widgets.filter_table import FilterTable
from samverkan_desktop.ui.widgets.finding_list import FindingList
from samverkan_desktop.ui.widgets.side_panel import Beside, SidePanel

R = TypeVar("R")
#: How many findings stand above a register before one asks for the rest.
_FIRST = 2


class RegisterView(QWidget, Generic[R]):
    """One register.

    Args:
        context: what the page is given.
        register: what it holds.
    """

    def __init__(self, context: PageContext, register: Register[R]) -> None:
        super().__init__()
        self._context = context
        self.register = register
        self.findings = FindingList(context.navigate, mendable=False, first=_FIRST)
        self.table: FilterTable[R] = FilterTable(
            register.columns,
            name=register.name,
            key=register.identity,
            empty=register.empty,
            group=register.group,
            step=register.add_step,
            done=self.begin,
        )
        self.panel = RowPanel(context, register)
        new_fields = register.new_fields or register.fields
        self.entry = Entry(new_fields, register.add_step, self._add, context.messages)
        new = SidePanel(register.add_title, closes=False)
        new.set_title(register.add_title)
        new.content.addWidget(self.entry)
        self.more = register.more() if register.more else None
        self.summary = theme.label("", "muted", wrap=True)
        below = QWidget()
        under = QVBoxLayout(below)
        under.setContentsMargins(0, 0, 0, 0)
        under.addWidget(self.summary)
        if self.more is not None:
            under.addWidget(self.more)
        self._beside = Beside(
            self.table, self.panel, self.panel.show_row, new, below, spare=tuple(register.spare)
        )
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.APART)
        column.addWidget(theme.label(register.title, "heading"))
        column.addWidget(theme.label(register.about, "muted", wrap=True))
        column.addWidget(self.findings)
        column.addWidget(self._beside, 1)
        self.entry.form.show_values(register.begin())

    def read(self, findings: Sequence[Finding]) -> None:
        """Read the register of the agreement that is shown.

        Args:
            findings: the agreement's, worst first.
        """
        agreement_id = self._context.agreement_id()
        if agreement_id is None:
            return
        register = self.register
        for name, choices in register.choices(agreement_id).items():
            for form, written in ((self.entry.form, register.new_fields), (self.panel.form, ())):
                if any(field.name == name for field in written or register.fields):
                    form.offer(name, tuple(choices))
        rows = tuple(register.read(agreement_id))
        self._beside.show_rows(rows)
        said = register.summary(rows)
        self.summary.setText(said)
        self.summary.setVisible(bool(said))
        own = [each for each in findings if each.rule in register.rules]
        pressing = [each for each in own if each.status in finding_view.PRESSING]
        self.findings.show_findings(pressing or own[:1])
        self.findings.setVisible(bool(own))
        if self.more is not None:
            self.more.show_agreement(agreement_id)

    def begin(self) -> None:
        """Begin a new row."""
        self._beside.close_panel()
        self.entry.begin(self.register.begin())

    def choose(self, identity: int) -> None:
        """Show one row."""
        self.table.select(identity)
        self.table.setFocus()

    def _add(self, values: Values) -> None:
        agreement_id = self._context.agreement_id()
        if agreement_id is None:
            raise UserError(tr("Arkivet har inget avtal. Lägg in ett avtal från en mall först."))
        self.register.add(agreement_id, values)
        self._context.messages.say(tr("Sparat."), undo=True)
        self.entry.begin(self.register.begin())
