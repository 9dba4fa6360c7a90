"""The seats of a group, by party."""

from PySide6.QtWidgets import QVBoxLayout, QWidget

from samverkan_desktop.i18n import tr
from samverkan_desktop.services.group import GroupRow, SeatRow
from samverkan_desktop.ui import theme
from samverkan_desktop.ui.page import PageContext
from samverkan_desktop.ui.pages.persons.seat import SeatDetails
from samverkan_desktop.ui.pages.persons.words import called_to, called_to_at_length, holder, shape
from samverkan_desktop.ui.widgets.filter_table import FilterTable
from samverkan_desktop.ui.widgets.side_panel import Beside
from samverkan_desktop.ui.widgets.table_model import Column
from samverkan_desktop.words import Words


def columns() -> tuple[Column[SeatRow], ...]:
    """Return what the list shows of a seat: the function first, the holder second."""
    return (
        Column(tr("Funktion"), lambda row: row.function),
        Column(tr("Innehavare"), lambda row: holder(row.state, row.holder), status=shape),
        Column(tr("Roll"), lambda row: ", ".join(row.role_names), width=136),
        Column(tr("Sedan"), lambda row: row.held_since.isoformat() if row.held_since else "", width=112),
        Column(tr("Kallas till"), called_to, width=120, tooltip=called_to_at_length),
    )


class Seats(QWidget):
    """The list with the chosen seat beside it.

    Args:
        context: what the page is given.
    """

    def __init__(self, context: PageContext) -> None:
        super().__init__()
        self.table: FilterTable[SeatRow] = FilterTable(
            columns(),
            name=tr("platser"),
            key=lambda row: row.id,
            empty=tr(
                "Gruppen har inga platser. Lägg till dem under Avtal, eller med beslutet om en arbetsgrupp."
            ),
            group=lambda row: row.party,
        )
        self.details = SeatDetails(context)
        self._beside = Beside(self.table, self.details, self.details.show_row, spare=(2, 3, 4))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, theme.APART, 0, 0)
        column.addWidget(self._beside, 1)

    def show_group(self, shown: GroupRow | None) -> None:
        """Show the seats of a group."""
        self.details.words = shown.words if shown else Words()
        self._beside.show_rows(shown.seats if shown else ())

    def choose(self, seat_id: int) -> None:
        """Show one seat."""
        self.table.select(seat_id)
        self.table.setFocus()
