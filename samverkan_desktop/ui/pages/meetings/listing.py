"""The meetings of the working year, ordinary and extra, by group."""

from samverkan_desktop.i18n import clock_span, short_date, tr, tr_as
from samverkan_desktop.services.meeting import MeetingRow
from samverkan_desktop.ui import theme
from samverkan_desktop.ui.group_names import GroupNames
from samverkan_desktop.ui.pages.meetings import words
from samverkan_desktop.ui.widgets.filter_table import FilterTable
from samverkan_desktop.ui.widgets.table_model import Column

#: The columns, by number, that leave their room to a panel beside the table.
SPARE = (8, 1, 5, 6, 7)

_NARROW, _MIDDLE, _WIDE = 20 * theme.GRID, 30 * theme.GRID, 40 * theme.GRID


def meetings_table(groups: GroupNames) -> FilterTable[MeetingRow]:
    """Return the table of meetings, empty until it is shown rows."""
    return FilterTable(
        [
            Column(tr("Möte"), lambda row: row.title, tooltip=_tooltip, width=_MIDDLE),
            Column(tr("Grupp"), groups.of, width=_WIDE, optional=True),
            Column(
                tr("Dag"),
                lambda row: f"{row.day}",
                tooltip=lambda row: short_date(row.day),
                sort=lambda row: row.day,
                width=_MIDDLE - 2 * theme.GRID,
            ),
            Column(tr("Tid"), lambda row: clock_span(row.starts, row.ends), width=_WIDE),
            Column(
                tr("Status"),
                lambda row: words.meeting_status(row.status),
                status=lambda row: words.status_shape(row.status),
                width=_MIDDLE + 2 * theme.GRID,
            ),
            Column(tr("Kallelse"), lambda row: _day(row.called_on), width=_MIDDLE - 2 * theme.GRID),
            Column(tr("Anteckningar"), lambda row: _day(row.minutes_sent_on), width=_MIDDLE),
            Column(
                tr_as("several", "Beslut"), lambda row: str(row.decisions or ""), right=True, width=_NARROW
            ),
            Column(tr("Plats"), lambda row: row.place),
        ],
        name=tr("möten"),
        key=lambda row: row.id,
        empty=tr("Inga möten är planerade det här året. Börja med att lägga upp årsplanen."),
        group=lambda row: row.group,
    )


def _tooltip(row: MeetingRow) -> str:
    return row.reason if row.reason else f"{row.title}, {row.group}"


def _day(day: object) -> str:
    return str(day) if day else ""
