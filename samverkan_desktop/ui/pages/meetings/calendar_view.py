"""The year as a picture: where its meetings lie, what lies about them, and meetings moved in it."""

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from samverkan_desktop.i18n import short_date, tr
from samverkan_desktop.services import meeting, meeting_day, plan_changes
from samverkan_desktop.services.meeting import MeetingRow
from samverkan_desktop.services.year_calendar import year_calendar
from samverkan_desktop.ui import theme
from samverkan_desktop.ui.accessible import announce
from samverkan_desktop.ui.page import PageContext
from samverkan_desktop.ui.pages.meetings.against_note import said
from samverkan_desktop.ui.pages.meetings.calendar_grid import CalendarGrid
from samverkan_desktop.ui.pages.meetings.calendar_painter import CalendarLegend
from samverkan_desktop.ui.pages.meetings.in_place import attempt
from samverkan_desktop.vocabulary import MeetingKind


class CalendarView(QWidget):
    """The calendar with the chosen day in words under it.

    Args:
        context: what the page is given.
    """

    def __init__(self, context: PageContext) -> None:
        super().__init__()
        self._context = context
        self.grid = CalendarGrid()
        self.told = theme.label("", wrap=True)
        self.told.setAlignment(Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignLeft)
        self.told.setMinimumHeight(10 * theme.GRID)  # so that the calendar stays where it is
        hint = theme.label(
            tr(
                "Dra ett möte till en annan dag. Med tangenterna: mellanslag tar upp mötet, piltangenterna "
                "väljer dag, Enter lägger ned det. Enter öppnar annars mötet."
            ),
            "small",
            wrap=True,
        )
        column = QVBoxLayout(self)
        column.setContentsMargins(0, theme.APART, 0, 0)
        column.setSpacing(theme.NEAR)
        column.addWidget(self.grid, 1)
        column.addWidget(self.told)
        column.addWidget(CalendarLegend())
        column.addWidget(hint)
        self.grid.told.connect(self.told.setText)
        self.grid.moved.connect(self.move_meeting)
        self.grid.opened.connect(lambda meeting_id: context.navigate(f"meeting:{meeting_id}"))
        self.setFocusProxy(self.grid)

    def show_rows(self, rows: Sequence[MeetingRow]) -> None:
        """Show the year with its meetings, as they are listed."""
        agreement_id = self._context.agreement_id()
        if agreement_id is not None:
            work, period = self._context.workspace, self._context.period()
            self.grid.show_calendar(year_calendar(work, agreement_id, period, rows))

    def move_meeting(self, meeting_id: int, day: date) -> None:
        """Move a meeting; what speaks against the day is said, and does not stop it."""
        work = self._context.workspace
        if not attempt(self._context, lambda: meeting.change(work, meeting_id, day=day)):
            return
        against = said(meeting_day.against_meeting(work, meeting_id))
        text = tr("Mötet flyttades till {day}.", day=short_date(day))
        row = meeting.details(work, meeting_id)
        ordinary = row.kind is MeetingKind.ORDINARY
        decided = ordinary and plan_changes.since_decision(work, row.group_id, row.period)
        changed = tr("Årsplanen har nu ändrats efter beslutet.") if decided else ""
        self._context.messages.say(" ".join(filter(None, (text, against, changed))), undo=True)
        announce(self.grid, self.told.text())
