"""The year plan as one lays it up: proposed days to change, time and place, saved as a draft (T14, T15)."""

from collections.abc import Callable
from datetime import date

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from samverkan_desktop.errors import UserError
from samverkan_desktop.i18n import short_date, tr
from samverkan_desktop.services import agreement, area_plan, group, year_plan
from samverkan_desktop.services.area_plan import ProposedMeeting
from samverkan_desktop.ui import theme
from samverkan_desktop.ui.page import PageContext
from samverkan_desktop.ui.pages.meetings.in_place import InPlaceForm, Values
from samverkan_desktop.ui.widgets.fields import DateField
from samverkan_desktop.ui.widgets.form import Field, Kind
from samverkan_desktop.ui.widgets.parts import button, icon_button, line


class DayRow(QWidget):
    """One proposed meeting: its day, the weekday and its area in words, and a button that takes it away.

    Args:
        proposed: the meeting; None for one whose day is still to be written.
        number: which one it is.
        remove: takes it away.
    """

    changed = Signal()

    def __init__(
        self, proposed: ProposedMeeting | None, number: int, remove: Callable[["DayRow"], object]
    ) -> None:
        super().__init__()
        self.area_id = proposed.area_id if proposed else None
        self._area = proposed.area if proposed else ""
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(theme.NEAR)
        self.field = DateField()
        self.field.setAccessibleName(tr("Möte {number}, dag", number=number))
        self.field.set_value(proposed.day if proposed else None)
        self.field.setMaximumWidth(34 * theme.GRID)
        self.told = theme.label("", "small", wrap=True)
        row.addWidget(self.field)
        row.addWidget(self.told, 1)
        row.addWidget(icon_button("x", tr("Ta bort möte {number}", number=number), lambda: remove(self)))
        self.field.textChanged.connect(self._tell)
        self._tell()

    def day(self) -> date | None:
        """Return the day; None where there is none or it cannot be read."""
        value = self.field.value()
        return value if isinstance(value, date) else None

    def _tell(self) -> None:
        day = self.day()
        weekend = day is not None and year_plan.is_weekend(day)
        text = short_date(day) if day else (tr("går inte att läsa") if self.field.text() else "")
        told = tr("{day}, helg", day=text) if weekend else text
        self.told.setText(" · ".join(filter(None, (told, self._area))))
        self.told.setProperty("role", "error" if weekend or (self.field.text() and not day) else "small")
        self.told.style().unpolish(self.told)
        self.told.style().polish(self.told)
        self.changed.emit()


class DayList(QWidget):
    """The days of a plan, to change, add to and take from; says how many are demanded."""

    def __init__(self) -> None:
        super().__init__()
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(theme.GRID)
        self._count = theme.label("", "strong", wrap=True)
        self._rows: list[DayRow] = []
        self._required: int | None = None
        self._already = 0
        self._column.addWidget(self._count)
        self._add = button(tr("Lägg till ett datum"), lambda: self.add(None), "quiet", "plus")
        self._column.addWidget(self._add, 0, Qt.AlignmentFlag.AlignLeft)

    def propose(self, days: tuple[ProposedMeeting, ...], required: int | None, already: int) -> None:
        """Show other days; ``already`` is how many meetings the year has before these."""
        self._required, self._already = required, already
        for row in tuple(self._rows):
            self._drop(row)
        for day in days:
            self.add(day)
        self._tell()

    def add(self, proposed: ProposedMeeting | None) -> None:
        """Put one more day last."""
        row = DayRow(proposed, len(self._rows) + 1, self._drop)
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


class PlanPanel(InPlaceForm):
    """A panel for a group's plan for a working year.

    Args:
        context: what the page is given.
        period: label of the working year to begin with.
    """

    def __init__(self, context: PageContext, period: str) -> None:
        self._context = context
        work = context.workspace
        own = context.agreement_id()
        self._groups = [each for each in group.groups(work, agreement_id=own) if not each.closed_on]
        labels = agreement.periods(work, own) if own is not None else ()
        known, shown = [each.id for each in self._groups], context.scope.group_id
        first = shown if shown in known else next(iter(known), None)
        super().__init__(
            tr("Lägg upp årsplan"),
            [
                Field("group_id", tr("Grupp"), Kind.CHOICE, choices=[(g.id, g.name) for g in self._groups]),
                Field("period", tr("År"), Kind.CHOICE, choices=[(x, x) for x in labels], beside=True),
                Field("starts", tr("Börjar"), Kind.TIME),
                Field("ends", tr("Slutar"), Kind.TIME, beside=True),
                Field("place", tr("Plats")),
            ],
            tr("Spara som utkast"),
            self._draft,
            initial={"group_id": first, "period": period},
            note=tr("Förslagen kan ändras. Planen är ett utkast tills gruppen har beslutat den."),
        )
        self.days = DayList()
        self._days_error = theme.label("", "error", wrap=True)
        self._days_error.hide()
        at = self.body.indexOf(self.form) + 1
        self.body.insertWidget(at, line())
        self.body.insertWidget(at + 1, self.days)
        self.body.insertWidget(at + 2, self._days_error)
        self.form.committed.connect(self._chosen)
        self._propose()

    def _chosen(self, name: str, _value: object) -> None:
        if name in ("group_id", "period"):
            self._propose()

    def _propose(self) -> None:
        values = self.form.values()
        if values["group_id"] is None or values["period"] is None:
            self.days.propose((), None, 0)
            return
        work = self._context.workspace
        group_id, period = int(str(values["group_id"])), str(values["period"])
        plan = year_plan.plan_row(work, group_id, period)
        taken = plan.days if plan else ()
        required = area_plan.demanded(work, group_id, period)
        proposed = area_plan.propose(work, group_id, period)
        days = tuple(each for each in proposed if each.area or each.day not in taken)
        if taken:
            days = days[: max((required or 0) - len(taken), 0)]
        self.days.propose(days, required, len(taken))

    def _draft(self, values: Values) -> None:
        self._days_error.hide()
        unread = [row for row in self.days.rows() if row.day() is None and row.field.text().strip()]
        if unread:
            unread[0].field.setFocus()
            raise UserError(tr("Rätta datumet som inte går att läsa."), field="days")
        if not self.days.days():
            raise UserError(tr("Lägg till minst ett datum."), field="days")
        if values["group_id"] is None:
            raise UserError(tr("Välj vilken grupp planen gäller."), field="group_id")
        period = str(values.pop("period"))
        group_id = values.pop("group_id")
        name = next(each.name for each in self._groups if each.id == group_id)
        year_plan.draft(
            self._context.workspace,
            group_id,
            period,
            self.days.days(),
            area_ids=self.days.area_ids(),
            **values,
        )
        self._context.scope.choose_period(period)
        self._context.messages.say(
            tr("Årsplanen för {group} {period} sparades som utkast.", group=name, period=period), undo=True
        )

    def tell(self, error: UserError) -> bool:
        """Say under the days what is wrong with one of them."""
        if error.field != "days":
            return super().tell(error)
        self._days_error.setText(error.message)
        self._days_error.show()
        return True
