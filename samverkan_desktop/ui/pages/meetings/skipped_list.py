"""What is left out of a meeting's agenda this time, under the list, each with a way back."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from samverkan_desktop.i18n import tr
from samverkan_desktop.services import skipped_item
from samverkan_desktop.services.skipped_item import SkippedRow
from samverkan_desktop.ui import theme
from samverkan_desktop.ui.page import PageContext
from samverkan_desktop.ui.pages.meetings.in_place import attempt
from samverkan_desktop.ui.widgets.parts import button

#: So many lines are shown unasked: the agenda needs the room.
_FEW = 2


class SkippedList(QWidget):
    """A heading that folds the lines away; hidden where nothing is left out.

    Args:
        context: what the page is given.
    """

    def __init__(self, context: PageContext) -> None:
        super().__init__()
        self._context = context
        self._skipped: tuple[SkippedRow, ...] = ()
        self._editable = False
        self._unfolded: bool | None = None
        self._rows = QVBoxLayout(self)
        self._rows.setContentsMargins(0, 0, 0, 0)
        self._rows.setSpacing(theme.GRID)

    def show_meeting(self, meeting_id: int, *, editable: bool) -> None:
        """Show what is left out of a meeting."""
        self._skipped = skipped_item.listing(self._context.workspace, meeting_id)
        self._editable = editable
        self._show()

    def _show(self) -> None:
        while entry := self._rows.takeAt(0):
            if (gone := entry.widget()) is not None:
                gone.hide()
                gone.deleteLater()
        self.setVisible(bool(self._skipped))
        if not self._skipped:
            return
        shown = self._unfolded if self._unfolded is not None else len(self._skipped) <= _FEW
        text = tr("Överhoppat ({count})", count=len(self._skipped))
        icon = "chevron-down" if shown else "chevron-right"
        fold = button(text, partial(self._fold, not shown), "link", icon)
        self._rows.addWidget(fold, 0, Qt.AlignmentFlag.AlignLeft)
        if shown:
            for each in self._skipped:
                self._rows.addWidget(_Line(each, self._take_back if self._editable else None))

    def _fold(self, unfolded: bool) -> None:
        self._unfolded = unfolded
        self._show()

    def _take_back(self, row: SkippedRow) -> None:
        work = self._context.workspace
        attempt(self._context, lambda: skipped_item.take_back(work, row.id))


class _Line(QWidget):
    """One thing left out: what it is, and a button that takes it back."""

    def __init__(self, row: SkippedRow, take_back: Callable[[SkippedRow], object] | None) -> None:
        super().__init__()
        text = tr("{heading} (krävs av avtalet)", heading=row.heading) if row.demanded else row.heading
        self.setAccessibleName(text)
        line = QHBoxLayout(self)
        line.setContentsMargins(0, 0, 0, 0)
        line.addWidget(theme.label(text, "small", wrap=True), 1)
        if take_back is not None:
            back = button(tr("Ta tillbaka"), lambda: take_back(row), "link")
            back.setAccessibleName(tr("Ta tillbaka {heading}", heading=row.heading))
            line.addWidget(back)
