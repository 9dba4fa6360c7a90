"""The balanslista: open commissions and tasks, with who, when, how many days over, and the latest report."""

from PySide6.QtWidgets import QVBoxLayout, QWidget

from samverkan_desktop.i18n import tr
from samverkan_desktop.services import open_items
from samverkan_desktop.services.open_items import OpenItem
from samverkan_desktop.ui import theme
from samverkan_desktop.ui.group_names import GroupNames
from samverkan_desktop.ui.page import PageContext
from samverkan_desktop.ui.widgets.filter_table import FilterTable
from samverkan_desktop.ui.widgets.table_model import Column


def _columns(groups: GroupNames) -> tuple[Column[OpenItem], ...]:
    return (
        Column(
            tr("Nr"),
            lambda row: row.number or tr("uppgift"),
            width=80,
            sort=lambda row: (row.number, row.text),
        ),
        Column(tr("Vad"), lambda row: row.text),
        Column(tr("Grupp"), groups.of, width=152, optional=True),
        Column(tr("Vem"), lambda row: row.responsible.replace(";", ","), width=216),
        Column(tr("När"), lambda row: row.when, width=144, sort=lambda row: (row.due is None, str(row.due))),
        Column(
            tr("Dagar över"),
            lambda row: str(row.days_over or ""),
            width=104,
            right=True,
            sort=lambda row: row.days_over,
            status=lambda row: "breached" if row.days_over else None,
        ),
        Column(tr("Läge"), lambda row: row.state, width=184),
        Column(tr("Senaste redovisning"), lambda row: row.latest_report, width=200, optional=True),
    )


class OpenView(QWidget):
    """What is open, due first at the top; Enter goes to it.

    Args:
        context: what the page is given.
    """

    def __init__(self, context: PageContext) -> None:
        super().__init__()
        self._context = context
        self._groups = GroupNames()
        self.table: FilterTable[OpenItem] = FilterTable(
            _columns(self._groups),
            name=tr("balanslistan"),
            key=lambda row: row.target,
            empty=tr("Inget är öppet: varje uppdrag är godkänt och varje uppgift klar."),
        )
        self.table.opened.connect(lambda row: context.navigate(row.target))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, theme.APART, 0, 0)
        column.addWidget(self.table)
        self.setFocusProxy(self.table)

    def refresh(self) -> None:
        """Read what is open."""
        agreement_id, group_id = self._context.shown()
        rows = open_items.listing(self._context.workspace, agreement_id=agreement_id, group_id=group_id)
        self._groups.look_at(rows)
        self.table.show_rows(rows)
