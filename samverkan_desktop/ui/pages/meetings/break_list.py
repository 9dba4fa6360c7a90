"""The breaks of the schools that a plan keeps clear of: changed in place, added as lines."""

from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from samverkan_desktop.errors import UserError
from samverkan_desktop.i18n import tr
from samverkan_desktop.services import school_break
from samverkan_desktop.services.school_break import BreakRow
from samverkan_desktop.ui import theme
from samverkan_desktop.ui.page import PageContext
from samverkan_desktop.ui.pages.meetings.in_place import attempt
from samverkan_desktop.ui.widgets.fields import DateField, MultilineField, TextField
from samverkan_desktop.ui.widgets.parts import button, icon_button


class BreakList(QWidget):
    """The breaks of an agreement in a working year.

    Args:
        context: what the page is given.
    """

    #: There are other breaks than before.
    changed = Signal()

    def __init__(self, context: PageContext) -> None:
        super().__init__()
        self._context = context
        self._year: tuple[int, str] | None = None
        self.rows: list[QWidget] = []
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(theme.GRID)
        self._column.addWidget(theme.label(tr("Lov"), "strong"))
        self.text = MultilineField(lines=1)
        self.text.setAccessibleName(tr("Nya lov, ett på varje rad"))
        self.text.setPlaceholderText(tr("Sportlov v. 9"))
        self._column.addWidget(self.text)
        hint = tr("Ett lov på varje rad, med vecka eller dagar: Höstlov 2018-10-29–2018-11-02.")
        self._column.addWidget(theme.label(hint, "small", wrap=True))
        self._error = theme.label("", "error", wrap=True)
        self._error.hide()
        self._column.addWidget(self._error)
        add = button(tr("Lägg till lov"), self.add, "quiet", "plus")
        self._column.addWidget(add, 0, Qt.AlignmentFlag.AlignLeft)

    def show_year(self, agreement_id: int | None, period: str) -> None:
        """Show the breaks of an agreement's year."""
        self._year = None if agreement_id is None else (agreement_id, period)
        self._error.hide()
        for row in self.rows:
            self._column.removeWidget(row)
            row.hide()
            row.deleteLater()
        found = school_break.listing(self._context.workspace, *self._year) if self._year else ()
        self.rows = [self._row(each) for each in found]
        for number, row in enumerate(self.rows, 1):
            self._column.insertWidget(number, row)

    def _row(self, each: BreakRow) -> QWidget:
        title, starts, ends = TextField(), DateField(), DateField()
        row = QWidget()
        line = QHBoxLayout(row)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(theme.GRID)
        named = (
            (title, "title", each.title, tr("Lovets namn")),
            (starts, "starts", each.starts, tr("{title}, första dag", title=each.title)),
            (ends, "ends", each.ends, tr("{title}, sista dag", title=each.title)),
        )
        for field, name, value, said in named:
            field.setAccessibleName(said)
            field.set_value(value)
            field.setCursorPosition(0)
            field.committed.connect(partial(self._change, each.id, name))
            line.addWidget(field, 1 if field is title else 0)
        for field in (starts, ends):
            field.setMaximumWidth(theme.enlarged(31 * theme.GRID))
        away = partial(self._remove, each.id)
        line.addWidget(icon_button("x", tr("Ta bort {title}", title=each.title), away))
        return row

    def add(self) -> None:
        """Add what is written as lines; what cannot be read is said."""
        if self._year is None:
            return
        try:
            school_break.paste(self._context.workspace, *self._year, str(self.text.value()))
        except UserError as error:
            self._error.setText(error.message)
            self._error.show()
            self.text.setFocus()
            return
        self.text.show_text("")
        self._again()

    def _change(self, break_id: int, name: str, value: object) -> None:
        work = self._context.workspace
        if value is not None:
            attempt(self._context, lambda: school_break.change(work, break_id, **{name: value}))
        self._again()

    def _remove(self, break_id: int) -> None:
        if attempt(self._context, lambda: school_break.remove(self._context.workspace, break_id)):
            self._context.messages.say(tr("Lovet togs bort."), undo=True)
        self._again()

    def _again(self) -> None:
        if self._year is not None:
            self.show_year(*self._year)
        self.changed.emit()
