"""An indicator in its panel: a line through its years, and the value of each to write (ST10)."""

from collections.abc import Callable

from PySide6.QtCore import QSignalBlocker, Qt
from PySide6.QtWidgets import QGridLayout, QVBoxLayout, QWidget

from samverkan_desktop.errors import EnvironmentFault, UserError
from samverkan_desktop.i18n import tr
from samverkan_desktop.services import measurement
from samverkan_desktop.services.indicator import IndicatorRow, MeasurementRow
from samverkan_desktop.ui import theme
from samverkan_desktop.ui.page import PageContext
from samverkan_desktop.ui.pages.registers.register import RowPart
from samverkan_desktop.ui.widgets.decimal_field import DecimalField
from samverkan_desktop.ui.widgets.fields import TextField
from samverkan_desktop.ui.widgets.line_chart import LineChart
from samverkan_desktop.ui.widgets.parts import mark_wrong, reveal
from samverkan_desktop.ui.widgets.sparkline import Series

_VALUE = 24 * theme.GRID


def series_of(row: IndicatorRow) -> Series:
    """Return what an indicator's line is drawn through."""
    return Series(row.series, row.target, row.unit)


class ValueLine:
    """One year: its value and note, which save themselves, and what is wrong with them.

    Args:
        period: the year's label.
        measure: notes its value and note, or takes the value away.
    """

    def __init__(self, period: str, measure: Callable[[float | None, str], object]) -> None:
        self.period = period
        self._measure = measure
        self.stored: MeasurementRow | None = None
        self.label = theme.label(period)
        self.value, self.note = DecimalField(), TextField()
        self.value.setFixedWidth(theme.enlarged(_VALUE))
        self.value.setAlignment(Qt.AlignmentFlag.AlignRight)
        self.value.setAccessibleName(tr("Värde för {period}", period=period))
        self.note.setAccessibleName(tr("Anmärkning för {period}", period=period))
        self.error = theme.label("", "error", wrap=True)
        self.error.hide()
        self.label.setBuddy(self.value)
        self.value.committed.connect(lambda value: self._save(self.value, value, None))
        self.value.misread.connect(lambda text: self._say(text, self.value))
        self.note.committed.connect(
            lambda text: self._save(self.note, self.stored and self.stored.value, str(text))
        )

    def show_value(self, stored: MeasurementRow | None) -> None:
        """Show what is measured; what is being written is kept."""
        self.stored = stored
        for field, held in (
            (self.value, stored.value if stored else None),
            (self.note, stored.note if stored else ""),
        ):
            blocker = QSignalBlocker(field)
            field.set_value(held)
            blocker.unblock()
        self.note.setVisible(stored is not None)
        self.note.setToolTip(stored.note if stored else "")
        noted = tr("Angivet {day}", day=stored.measured_on) if stored else ""
        self.value.setToolTip(noted)
        self.value.setAccessibleDescription(noted)

    def _save(self, field: QWidget, value: object, note: str | None) -> None:
        self._say("", field)
        kept = self.stored.note if self.stored else ""
        try:
            self._measure(value if isinstance(value, float) else None, kept if note is None else note)
        except UserError as error:
            self._say(error.message, field)
            reveal(self.error)

    def _say(self, text: str, field: QWidget) -> None:
        """Say what is wrong with one of the two fields; or, empty, that nothing is."""
        for each in (self.value, self.note):
            mark_wrong(each, text if each is field else "")
        self.error.setText(text)
        self.error.setHidden(not text)


class IndicatorValues(RowPart[IndicatorRow]):
    """The line through the years, and under it a table of them, newest first.

    Args:
        context: what the page is given.
    """

    def __init__(self, context: PageContext) -> None:
        super().__init__()
        self._context = context
        self._shown: tuple[int, tuple[str, ...]] = (0, ())
        self.lines: list[ValueLine] = []
        self.chart = LineChart()
        self.head = theme.label("", "strong")
        self._table = QWidget()
        self._grid = QGridLayout(self._table)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(theme.NEAR)
        self._grid.setVerticalSpacing(theme.GRID)
        self._grid.setColumnStretch(2, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.NEAR + theme.GRID)
        column.addWidget(self.chart)
        column.addWidget(self._table)

    def show_row(self, row: IndicatorRow) -> None:
        """Show an indicator; what is being written of the same one is kept."""
        self.chart.show_series(series_of(row))
        years = tuple(period for period, _ in reversed(row.series))
        if (row.id, years) != self._shown:
            self._shown = (row.id, years)
            self._build(row.id, years)
        self._table.setVisible(bool(years))
        unit = series_of(row).short_unit
        self.head.setText(tr("Värde ({unit})", unit=unit) if unit else tr("Värde"))
        measured = {each.period: each for each in row.values}
        for line in self.lines:
            line.show_value(measured.get(line.period))

    def _build(self, indicator_id: int, years: tuple[str, ...]) -> None:
        while item := self._grid.takeAt(0):
            gone = item.widget()
            if gone is not None and gone is not self.head:
                gone.hide()
                gone.deleteLater()
        for column, heading in enumerate(
            (theme.label(tr("År"), "strong"), self.head, theme.label(tr("Anmärkning"), "strong"))
        ):
            self._put(heading, 0, column)
        self.lines = [ValueLine(year, self._measuring(indicator_id, year)) for year in years]
        for number, line in enumerate(self.lines):
            for column, widget in enumerate((line.label, line.value, line.note)):
                self._put(widget, 2 * number + 1, column)
            self._grid.addWidget(line.error, 2 * number + 2, 0, 1, 3)

    def _put(self, widget: QWidget, line: int, column: int) -> None:
        self._grid.addWidget(widget, line, column)
        widget.show()  # now, not when the layout gets round to it

    def _measuring(self, indicator_id: int, period: str) -> Callable[[float | None, str], object]:
        def measure(value: float | None, note: str) -> None:
            work = self._context.workspace
            try:
                if value is None:
                    measurement.clear(work, indicator_id, period)
                else:
                    measurement.measure(work, indicator_id, period, value, note=note)
            except EnvironmentFault as error:
                self._context.messages.trouble(error)

        return measure
