"""The work groups: the need and the decision they came from, their functions, and when they closed."""

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from samverkan_desktop.i18n import tr
from samverkan_desktop.services import commission, work_group
from samverkan_desktop.services.group import GroupRow
from samverkan_desktop.ui import theme
from samverkan_desktop.ui.members import members
from samverkan_desktop.ui.page import PageContext
from samverkan_desktop.ui.widgets.entry import Entry, Steps, Values, day_of
from samverkan_desktop.ui.widgets.facts import Fact, Facts
from samverkan_desktop.ui.widgets.filter_table import FilterTable
from samverkan_desktop.ui.widgets.form import Field, Kind
from samverkan_desktop.ui.widgets.parts import button
from samverkan_desktop.ui.widgets.side_panel import Beside, SidePanel
from samverkan_desktop.ui.widgets.table_model import Column


def state(row: GroupRow) -> str:
    """Return whether a work group is at work."""
    return tr("avslutad {day}", day=row.closed_on) if row.closed_on else tr("pågår")


def shape(row: GroupRow) -> str:
    """Return the status whose shape a work group bears."""
    return "fulfilled" if row.closed_on else "upcoming"


def columns() -> tuple[Column[GroupRow], ...]:
    """Return what the list shows of a work group."""
    return (
        Column(tr("Arbetsgrupp"), lambda row: row.name, width=208),
        Column(tr("Behov"), lambda row: row.need),
        Column(tr("Utsedd"), lambda row: row.created_on.isoformat() if row.created_on else "", width=112),
        Column(tr("Beslut"), lambda row: row.decision, width=112),
        Column(tr("Läge"), state, width=192, status=shape),
    )


class WorkGroups(QWidget):
    """The list with the chosen work group beside it.

    Args:
        context: what the page is given.
        show_seats: shows the seats of a group.
    """

    def __init__(self, context: PageContext, show_seats: Callable[[int], object]) -> None:
        super().__init__()
        self._context = context
        self._show_seats = show_seats
        self._group: GroupRow | None = None
        self.table: FilterTable[GroupRow] = FilterTable(
            columns(),
            name=tr("arbetsgrupper"),
            key=lambda row: row.id,
            empty=tr("Inga arbetsgrupper. De utses genom beslut på mötet, utifrån ett behov."),
            step=tr("Gå till mötena"),
            done=lambda: context.navigate("meetings"),
        )
        self.details = SidePanel(tr("Arbetsgruppen"))
        self.facts = Facts(context.navigate)
        self.steps = Steps()
        day = Field("day", tr("Avslutad den"), Kind.DATE)
        self.entry = Entry((day,), tr("Avsluta gruppen"), self._close, context.messages, tr("Avbryt"))
        self.steps.add("close", tr("Avsluta gruppen…"), self.entry, lambda: {"day": context.workspace.today})
        seats = button(tr("Visa platser och innehavare"), self._open_seats)
        self.details.content.addWidget(self.facts)
        self.details.content.addWidget(seats, 0, Qt.AlignmentFlag.AlignLeft)
        self.details.content.addWidget(self.steps)
        self._beside = Beside(self.table, self.details, self._fill, spare=(2, 3))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, theme.APART, 0, 0)
        column.addWidget(self._beside, 1)

    def show_groups(self, groups: tuple[GroupRow, ...]) -> None:
        """Show the work groups."""
        self._beside.show_rows(groups)

    def choose(self, group_id: int) -> None:
        """Show one work group."""
        self.table.select(group_id)
        self.table.setFocus()

    def _fill(self, row: GroupRow) -> None:
        if self._group is None or self._group.id != row.id:
            self.steps.offer()
        self._group = row
        self.details.set_title(row.name)
        given = tuple(
            Fact(tr("Uppdrag"), f"{each.number} {each.title}", f"commission:{each.id}", tr("visa uppdraget"))
            for each in commission.listing(self._context.workspace, agreement_id=row.agreement_id)
            if each.work_group_id == row.id
        )
        self.facts.show_facts(
            (
                Fact("", state(row), status=shape(row)),
                Fact(tr("Behov"), row.need),
                Fact(tr("Beslut"), row.decision, self._decision(row)),
                *given,
                *members(row.seats),
            )
        )
        self.steps.offer(*(() if row.closed_on else ("close",)))

    def _decision(self, row: GroupRow) -> str:
        return f"decision:{row.decision_id}" if row.decision_id is not None else ""

    def _open_seats(self) -> None:
        if self._group is not None:
            self._show_seats(self._group.id)

    def _close(self, values: Values) -> None:
        if self._group is not None:
            work_group.close_work_group(self._context.workspace, self._group.id, day_of(values, "day"))
