"""The history of a meeting: what was done day by day, in which words, and the way back to any point."""

from collections.abc import Callable
from datetime import date

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QListWidget, QListWidgetItem, QVBoxLayout, QWidget

from samverkan_desktop.clock import LOCAL_ZONE
from samverkan_desktop.i18n import long_date, tr
from samverkan_desktop.services import meeting, meeting_history, meeting_restore
from samverkan_desktop.services.meeting_history import Difference, HistoryRow
from samverkan_desktop.ui import theme
from samverkan_desktop.ui.page import PageContext
from samverkan_desktop.ui.pages.meetings.in_place import attempt
from samverkan_desktop.ui.pages.meetings.state import MeetingState
from samverkan_desktop.ui.widgets.parts import Card, EmptyState, button, scrolling

_ENTRY = Qt.ItemDataRole.UserRole


class HistoryView(QWidget):
    """What has been done with one meeting, newest first, and what the chosen entry changed.

    Args:
        context: what the page is given.
        back: goes back to the meeting.
    """

    def __init__(self, context: PageContext, back: Callable[[], object]) -> None:
        super().__init__()
        self._context = context
        self._meeting_id = 0
        self._rows: tuple[HistoryRow, ...] = ()
        self._title = theme.label("", "title")
        self._back = button(tr("Tillbaka till mötet"), back, "link", "chevron-left")
        self.list = QListWidget()
        self.list.setAccessibleName(tr("Mötets historik, nyast först"))
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.currentRowChanged.connect(lambda _row: self._show_chosen())
        self._what = theme.label("", "heading", wrap=True)
        self._who = theme.label("", "muted", wrap=True)
        self._differences = QVBoxLayout()
        self._differences.setSpacing(theme.NEAR)
        self.restore = button(tr("Återställ mötet hit"), self._restore, "", "history")
        self._hint = theme.label(
            tr(
                "Dagordning, anteckningar, närvaro, beslut, uppdrag och uppgifter blir som de var då. "
                "Återställningen kan ångras."
            ),
            "small",
            wrap=True,
        )
        self._empty = EmptyState(
            tr("Inget har hänt med mötet än. Här visas det som görs, ändring för ändring.")
        )
        self._lay_out()

    def _lay_out(self) -> None:
        top = QHBoxLayout()
        top.setSpacing(theme.NEAR + theme.GRID)
        top.addWidget(self._back)
        top.addWidget(self._title)
        top.addStretch(1)
        card = Card("")
        for each in (self._what, self._who):
            card.body.addWidget(each)
        card.body.addLayout(self._differences)
        row = QHBoxLayout()
        row.addWidget(self.restore)
        row.addStretch(1)
        card.body.addLayout(row)
        card.body.addWidget(self._hint)
        inside = QWidget()
        column = QVBoxLayout(inside)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(card)
        column.addStretch(1)
        self._whole = QWidget()
        across = QHBoxLayout(self._whole)
        across.setContentsMargins(0, 0, 0, 0)
        across.setSpacing(theme.APART)
        across.addWidget(self.list, 2)
        across.addWidget(scrolling(inside), 3)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.setSpacing(theme.NEAR + theme.GRID)
        outer.addLayout(top)
        outer.addWidget(self._whole, 1)
        outer.addWidget(self._empty)

    def open(self, meeting_id: int) -> None:
        """Show the history of a meeting, at what was done last."""
        self._meeting_id, self._rows = meeting_id, ()
        self.refresh()
        self.list.setFocus()

    def refresh(self) -> None:
        """Read the history again; what was chosen stays chosen."""
        work, chosen = self._context.workspace, self._chosen()
        self._title.setText(
            tr("Historik för {meeting}", meeting=meeting.details(work, self._meeting_id).title)
        )
        self._rows = meeting_history.listing(work, self._meeting_id)
        self.list.clear()
        day: date | None = None
        for number, row in enumerate(self._rows):
            at = row.at.astimezone(LOCAL_ZONE)
            if at.date() != day:
                day = at.date()
                self._add_day(day)
            parts = [f"{at:%H.%M}  {row.label}", row.author]
            entry = QListWidgetItem(" · ".join(part for part in parts if part))
            entry.setData(_ENTRY, number)
            self.list.addItem(entry)
            if number == 0 or (chosen and row.entry_id == chosen.entry_id):
                self.list.setCurrentItem(entry)
        self._whole.setVisible(bool(self._rows))
        self._empty.setVisible(not self._rows)
        self._show_chosen()

    def _add_day(self, day: date) -> None:
        heading = QListWidgetItem(long_date(day))
        heading.setFlags(Qt.ItemFlag.NoItemFlags)
        font = heading.font()
        font.setWeight(font.Weight.DemiBold)
        heading.setFont(font)
        self.list.addItem(heading)

    def _chosen(self) -> HistoryRow | None:
        entry = self.list.currentItem()
        number = entry.data(_ENTRY) if entry else None
        return self._rows[number] if isinstance(number, int) and number < len(self._rows) else None

    def _show_chosen(self) -> None:
        row = self._chosen()
        if row is None:
            return
        when = meeting_restore.moment(row.at)
        self._what.setText(row.label)
        self._who.setText(tr("{when}, av {who}", when=when, who=row.author) if row.author else when)
        while gone := self._differences.takeAt(0):
            if (widget := gone.widget()) is not None:
                widget.hide()
                widget.deleteLater()
        for difference in row.differences:
            self._differences.addWidget(_shown(difference))
        newest = row is self._rows[0]
        self.restore.setVisible(not newest)
        self._hint.setVisible(not newest)

    def _restore(self) -> None:
        row, work = self._chosen(), self._context.workspace
        if row is not None and attempt(
            self._context, lambda: meeting_restore.restore(work, self._meeting_id, row.entry_id)
        ):
            when = meeting_restore.moment(row.at)
            self._context.messages.say(tr("Mötet är som det var {when}.", when=when), undo=True)


def tell_history(context: PageContext, state: MeetingState | None) -> None:
    """Go to the history of the meeting that is open; nowhere where none is."""
    if state is not None:
        context.navigate(f"meeting:{state.meeting.id}/history")


def _shown(difference: Difference) -> QWidget:
    """Return what was changed, told in words: a colour alone would say nothing to some."""
    result = QWidget()
    column = QVBoxLayout(result)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(0)
    column.addWidget(theme.label(difference.what, "small", wrap=True))
    if difference.removed:
        column.addWidget(theme.label(tr("Borttaget: {text}", text=_quoted(difference.removed)), wrap=True))
    if difference.added:
        column.addWidget(theme.label(tr("Tillagt: {text}", text=_quoted(difference.added)), wrap=True))
    return result


def _quoted(text: str, most: int = 1200) -> str:
    return f"”{text}”" if len(text) <= most else f"”{text[:most]} …”"
