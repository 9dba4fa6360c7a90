"""The deviations: reported at the right, listed at the left, counted beneath."""

from PySide6.QtWidgets import QVBoxLayout, QWidget

from samverkan_desktop.i18n import tr
from samverkan_desktop.rules.deviation_reports import per_operation
from samverkan_desktop.services import deviation
from samverkan_desktop.services.deviation import DeviationRow
from samverkan_desktop.ui import theme
from samverkan_desktop.ui.page import PageContext
from samverkan_desktop.ui.pages.deviations.details import DeviationDetails, shape
from samverkan_desktop.ui.pages.deviations.entries import ReportEntry
from samverkan_desktop.ui.widgets.filter_table import FilterTable
from samverkan_desktop.ui.widgets.side_panel import Beside, SidePanel
from samverkan_desktop.ui.widgets.table_model import Column


def stage(row: DeviationRow) -> str:
    """Return how far a deviation has come, as a segment of the list."""
    if row.escalated_on is not None:
        return tr("Lyfta")
    return tr("Hanterade") if row.handled_on is not None else tr("Hos närmsta chef")


def short_outcome(row: DeviationRow) -> str:
    """Return what became of a deviation, without the days."""
    if row.escalated_on is not None:
        return tr("lyft, på dagordningen") if row.item_id else tr("lyft, väntar")
    return tr("hanterad") if row.handled_on is not None else row.outcome


def columns() -> tuple[Column[DeviationRow], ...]:
    """Return what the list shows of a deviation."""
    return (
        Column(tr("Nr"), lambda row: row.number, width=56, sort=lambda row: row.id),
        Column(tr("Dag"), lambda row: row.reported_on.isoformat(), width=104),
        Column(tr("Från"), lambda row: row.reported_by, width=112),
        Column(tr("Vad brast"), lambda row: row.description),
        Column(tr("Utfall"), short_outcome, width=184, tooltip=lambda row: row.outcome, status=shape),
    )


class DeviationLog(QWidget):
    """The list with the report, or the chosen deviation, beside it.

    Args:
        context: what the page is given.
    """

    def __init__(self, context: PageContext) -> None:
        super().__init__()
        self._context = context
        self.table: FilterTable[DeviationRow] = FilterTable(
            columns(),
            name=tr("avvikelser"),
            key=lambda row: row.id,
            empty=tr("Inga avvikelser är rapporterade. Rapportera en i rutan bredvid."),
            group=stage,
        )
        self.entry = ReportEntry(context)
        self.details = DeviationDetails(context)
        self.counts = theme.label("", "muted", wrap=True)
        report = SidePanel(tr("Rapportera en avvikelse"), closes=False)
        report.set_title(tr("Rapportera en avvikelse"))
        report.content.addWidget(self.entry)
        self._beside = Beside(
            self.table, self.details, self.details.show_row, report, self.counts, spare=(1, 2)
        )
        column = QVBoxLayout(self)
        column.setContentsMargins(0, theme.APART, 0, 0)
        column.addWidget(self._beside, 1)

    def read(self) -> None:
        """Read the deviations."""
        rows = deviation.listing(self._context.workspace, *self._context.shown())
        self.entry.suggest()
        self.entry.show_today()
        self._beside.show_rows(rows)
        raised = sum(row.escalated_on is not None for row in rows)
        each = ", ".join(f"{name} {number}" for name, number in per_operation(rows))
        self.counts.setText(
            tr("Rapporterade från: {each}. Lyfta till gruppen: {raised}.", each=each, raised=raised)
        )
        self.counts.setHidden(not rows)

    def begin(self) -> None:
        """Begin a new report."""
        self._beside.close_panel()
        self.entry.form.field("reported_by").setFocus()

    def choose(self, deviation_id: int) -> None:
        """Show one deviation."""
        self.table.select(deviation_id)
        self.table.setFocus()
