"""A register in the window: how it stands, its rows, the chosen one beside them, and a new one to write."""

from collections.abc import Mapping, Sequence
from typing import Generic, TypeVar

from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget

from samverkan_desktop.errors import UserError
from samverkan_desktop.i18n import tr
from samverkan_desktop.rules.finding import SEVERITY, Finding
from samverkan_desktop.ui import finding_view, theme
from samverkan_desktop.ui.page import PageContext
from samverkan_desktop.ui.pages.registers.doings import Doings
from samverkan_desktop.ui.pages.registers.register import Choices, Register
from samverkan_desktop.ui.pages.registers.row_panel import RowPanel
from samverkan_desktop.ui.widgets.entry import Entry, Values
from samverkan_desktop.ui.widgets.facts import Facts
from samverkan_desktop.ui.widgets.filter_table import FilterTable
from samverkan_desktop.ui.widgets.finding_list import FindingList
from samverkan_desktop.ui.widgets.parts import scrolling
from samverkan_desktop.ui.widgets.side_panel import Beside, SidePanel

R = TypeVar("R")
#: How many findings stand above a register before one asks for the rest.
_FIRST = 1
#: The least height of the table, and of the panel beside it: where there is less room the whole scrolls.
_TABLE, _PANEL = 52 * theme.GRID, 80 * theme.GRID


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
        self._agreement_id: int | None = None
        self.setAccessibleName(register.title)
        self.stands = Facts(context.navigate)
        self.findings = FindingList(context.navigate, mendable=False, first=_FIRST)
        self.table: FilterTable[R] = FilterTable(
            register.columns,
            name=register.name,
            key=register.identity,
            empty=register.empty,
            group=register.group,
            step=register.add_title,
            done=self.begin,
        )
        self.table.setMinimumHeight(_TABLE)
        self.panel = RowPanel(context, register)
        new_fields = register.new_fields or register.fields
        self.entry = Entry(new_fields, register.add_step, self._add, context.messages)
        self.whole: Doings[int] = Doings(register.whole, context.messages, across=True)
        self.summary = theme.label("", "muted", wrap=True)
        self.more = register.more() if register.more else None
        self._beside = Beside(
            self.table,
            self.panel,
            self.panel.show_row,
            self._new(),
            self._below(),
            spare=tuple(register.spare),
        )
        self._lay_out()

    def _new(self) -> SidePanel:
        """Return the panel for a new row."""
        new = SidePanel(self.register.add_title, closes=False)
        new.set_title(self.register.add_title)
        new.content.addWidget(self.entry)
        for panel in (new, self.panel):
            panel.setMinimumHeight(_PANEL)
        return new

    def _below(self) -> QWidget:
        """Return what stands under the table."""
        below = QWidget()
        below.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)
        under = QVBoxLayout(below)
        under.setContentsMargins(0, 0, 0, 0)
        under.setSpacing(theme.NEAR)
        under.addWidget(self.summary)
        if self.more is not None:
            under.addWidget(self.more)
        return below

    def _lay_out(self) -> None:
        inside = QWidget()
        column = QVBoxLayout(inside)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.APART)
        head = QVBoxLayout()
        head.setSpacing(theme.NEAR)
        about = theme.label(self.register.about, "muted", wrap=True)
        for widget in (about, self.stands, self.whole, self.findings):
            head.addWidget(widget)
        column.addLayout(head)
        column.addWidget(self._beside, 1)
        self.entry.form.show_values(self.register.begin())
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(scrolling(inside))

    def read(self, findings: Sequence[Finding]) -> None:
        """Read the register of the agreement that is shown, given the agreement's findings."""
        agreement_id = self._context.agreement_id()
        if agreement_id is None:
            return
        register = self.register
        other, self._agreement_id = agreement_id != self._agreement_id, agreement_id
        self._offer(register.choices(agreement_id))
        rows = tuple(register.read(agreement_id))
        self._beside.show_rows(rows)
        said = register.summary(rows)
        self.summary.setText(said)
        self.summary.setVisible(bool(said))
        stands = register.stands(agreement_id)
        self.stands.show_facts(stands)
        self.stands.setVisible(bool(stands))
        self._show_findings([each for each in findings if each.rule in register.rules])
        self.whole.show_thing(agreement_id, other=other)
        if self.more is not None:
            self.more.show_agreement(agreement_id)

    def _offer(self, choices: Mapping[str, Choices]) -> None:
        """Offer other choices in every form with such fields; one with nothing to choose is left out."""
        for form in (self.entry.form, self.panel.form, *self.panel.steps.forms, *self.whole.forms):
            for name, offered in choices.items():
                if form.has(name):
                    form.offer(name, tuple(offered))
                    form.show_field(name, shown=any(value is not None for value, _ in offered))

    def _show_findings(self, own: Sequence[Finding]) -> None:
        """Show what presses, of the year that is shown first, then of the latest; else the only finding."""
        years = ("", self._context.period())
        latest = sorted(own, key=lambda each: each.period, reverse=True)
        ordered = sorted(latest, key=lambda each: (each.period not in years, SEVERITY[each.status]))
        pressing = [each for each in ordered if each.status in finding_view.PRESSING]
        shown = pressing or (ordered if len(ordered) == 1 else [])
        self.findings.show_findings(shown)
        self.findings.setVisible(bool(shown))

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
