"""The days of a plan as one changes them, each with its weekday and what speaks against it."""

from collections.abc import Callable
from datetime import date

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from samverkan_desktop.i18n import short_date, tr
from samverkan_desktop.services.area_plan import ProposedMeeting
from samverkan_desktop.ui import theme
from samverkan_desktop.ui.widgets.fields import DateField
from samverkan_desktop.ui.widgets.parts import button, icon_button

#: Returns what speaks against a day, as running text.
Judge = Callable[[date], str]


class DayRow(QWidget):
    """One proposed meeting: its day, the weekday and its area in words, and a button that takes it away.

    Args:
        proposed: the meeting; None for one whose day is still to be written.
        number: which one it is.
        remove: takes it away.
        judge: what speaks against a day.
    """

    changed = Signal()

    def __init__(
        self,
        proposed: ProposedMeeting | None,
        number: int,
        remove: Callable[["DayRow"], object],
        judge: Judge,
    ) -> None:
        super().__init__()
        self._judge = judge
        self.area_id = proposed.area_id if proposed else None
        self._area = proposed.area if proposed else ""
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(theme.NEAR)
        self.field = DateField()
        self.field.setAccessibleName(tr("Möte {number}, dag", number=number))
        self.field.set_value(proposed.day if proposed else None)
        self.field.setMaximumWidth(theme.enlarged(34 * theme.GRID))
        self.told = theme.label("", "small", wrap=True)
        row.addWidget(self.field)
        row.addWidget(self.told, 1)
        row.addWidget(icon_button("x", tr("Ta bort möte {number}", number=number), lambda: remove(self)))
        self.field.textChanged.connect(self.tell)
        self.tell()

    def day(self) -> date | None:
        """Return the day; None where there is none or it cannot be read."""
        value = self.field.value()
        return value if isinstance(value, date) else None

    def tell(self) -> None:
        """Say the weekday, the area and what speaks against the day."""
        day = self.day()
        against = self._judge(day) if day else ""
        unread = tr("går inte att läsa") if self.field.text() and not day else ""
        told = " · ".join(filter(None, (short_date(day) if day else unread, self._area)))
        self.told.setText("\n".join(filter(None, (told, against))))
        self.told.setProperty("role", "error" if against or unread else "small")
        self.told.style().unpolish(self.told)
        self.told.style().polish(self.told)
        self.changed.emit()


class DayList(QWidget):
    """The days of a plan, to change, add to and take from; says how many are demanded.

    Args:
        judge: what speaks against a day.
    """

    def __init__(self, judge: Judge) -> None:
        super().__init__()
        self._judge = judge
        #: Whether one has changed what was proposed.
        self.touched = False
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(theme.GRID)
        self._count = theme.label("", "strong", wrap=True)
        self._rows: list[DayRow] = []
        self._required: int | None = None
        self._already = 0
        self._column.addWidget(self._count)
        self._add = button(tr("Lägg till ett datum"), self.add_empty, "quiet", "plus")
        self._column.addWidget(self._add, 0, Qt.AlignmentFlag.AlignLeft)

    def propose(self, days: tuple[ProposedMeeting, ...], required: int | None, already: int) -> None:
        """Show other days; ``already`` is how many meetings the year has before these."""
        self._required, self._already = required, already
        for row in tuple(self._rows):
            self._drop(row)
        for day in days:
            self.add(day)
        self.touched = False
        self._tell()

    def tell_again(self) -> None:
        """Say anew what speaks against each day: the time is another, or there are other breaks."""
        for row in self._rows:
            row.tell()

    def add_empty(self) -> None:
        """Put one more day last, to write."""
        self.touched = True
        self.add(None)

    def add(self, proposed: ProposedMeeting | None) -> None:
        """Put one more day last."""
        row = DayRow(proposed, len(self._rows) + 1, self._take_away, self._judge)
        for changed in (row.field.textEdited, row.field.committed):  # written, or chosen in its calendar
            changed.connect(self._touch)
        row.changed.connect(self._tell)
        self._rows.append(row)
        self._column.insertWidget(self._column.count() - 1, row)
        self._tell()
        if proposed is None:
            row.show()  # what is not shown yet cannot take the cursor
            row.field.setFocus()

    def rows(self) -> tuple[DayRow, ...]:
        """Return the rows, in order."""
        return tuple(self._rows)

    def days(self) -> list[date]:
        """Return the days that can be read."""
        return [day for row in self._rows if (day := row.day())]

    def area_ids(self) -> list[int | None]:
        """Return the area of each day that can be read; None where it is the whole group's."""
        return [row.area_id for row in self._rows if row.day()]

    def _touch(self, _value: object) -> None:
        self.touched = True

    def _take_away(self, row: DayRow) -> None:
        self.touched = True
        self._drop(row)

    def _drop(self, row: DayRow) -> None:
        self._rows.remove(row)
        self._column.removeWidget(row)
        row.hide()
        row.deleteLater()
        self._tell()

    def _tell(self) -> None:
        count = len(self.days()) + self._already
        if self._required is None:
            text = tr("{count} möten", count=count)
        else:
            text = tr("{count} av {required} möten som avtalet kräver", count=count, required=self._required)
        self._count.setText(text)
