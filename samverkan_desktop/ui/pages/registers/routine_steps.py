"""The steps of a routine in its panel: what is done, and which function is responsible (S07)."""

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from samverkan_desktop.errors import EnvironmentFault, UserError
from samverkan_desktop.i18n import tr, tr_as
from samverkan_desktop.services import routine_step
from samverkan_desktop.services.routine import RoutineRow
from samverkan_desktop.services.routine_step import StepRow
from samverkan_desktop.ui import theme
from samverkan_desktop.ui.page import PageContext
from samverkan_desktop.ui.pages.registers.register import RowPart
from samverkan_desktop.ui.widgets.entry import Entry, Steps, Values
from samverkan_desktop.ui.widgets.fields import TextField
from samverkan_desktop.ui.widgets.form import Field
from samverkan_desktop.ui.widgets.parts import icon_button


class StepLine(QWidget):
    """One step: two fields that save themselves, and what moves it up and takes it away.

    Args:
        step: the step to begin with.
        attempt: carries out a use case, and tells what is wrong.
        context: what the page is given.
    """

    def __init__(
        self, step: StepRow, attempt: Callable[[Callable[[], object]], None], context: PageContext
    ) -> None:
        super().__init__()
        self.step = step
        work = context.workspace
        self.number = theme.label("", "muted")
        self.number.setFixedWidth(theme.enlarged(6 * theme.GRID))
        self.activity, self.responsible = TextField(), TextField()
        self.responsible.setPlaceholderText(tr("ansvarig funktion"))
        for name, field in (("activity", self.activity), ("responsible", self.responsible)):
            field.committed.connect(
                lambda value, name=name: attempt(
                    lambda: routine_step.change(work, self.step.id, **{name: value})
                )
            )
        self.up = icon_button(
            "chevron-up",
            tr("Flytta upp"),
            lambda: attempt(lambda: routine_step.move(work, self.step.id, self.step.position - 1)),
        )
        self.remove = icon_button(
            "trash-2", tr("Ta bort"), lambda: attempt(lambda: routine_step.remove(work, self.step.id))
        )
        self._lay_out()
        self.show_step(step)

    def _lay_out(self) -> None:
        written = QVBoxLayout()
        written.setSpacing(theme.GRID)
        written.addWidget(self.activity)
        written.addWidget(self.responsible)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(theme.GRID)
        row.addWidget(self.number, 0, Qt.AlignmentFlag.AlignTop)
        row.addLayout(written, 1)
        row.addWidget(self.up, 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(self.remove, 0, Qt.AlignmentFlag.AlignTop)

    def show_step(self, step: StepRow) -> None:
        """Show a step."""
        self.step = step
        self.number.setText(f"{step.position}.")
        self.activity.set_value(step.activity)
        self.responsible.set_value(step.responsible)
        self.activity.setAccessibleName(tr("Steg {number}: vad som görs", number=step.position))
        self.responsible.setAccessibleName(tr("Steg {number}: ansvarig funktion", number=step.position))
        self.up.setAccessibleName(tr("Flytta upp steg {number}", number=step.position))
        self.remove.setAccessibleName(tr("Ta bort steg {number}", number=step.position))
        self.up.setEnabled(step.position > 1)


class RoutineSteps(RowPart[RoutineRow]):
    """The steps of the chosen routine, and one to write more of them in.

    Args:
        context: what the page is given.
    """

    def __init__(self, context: PageContext) -> None:
        super().__init__()
        self._context = context
        self._routine_id = 0
        self.lines: list[StepLine] = []
        self._heading = theme.label(tr_as("several", "Steg"), "strong")
        self._list = QVBoxLayout()
        self._list.setSpacing(theme.NEAR)
        self.steps = Steps()
        fields = (Field("activity", tr("Vad som görs")), Field("responsible", tr("Ansvarig funktion")))
        self.entry = Entry(fields, tr("Lägg till steget"), self._add, context.messages, tr("Avbryt"))
        self.steps.add("step", tr("Lägg till ett steg…"), self.entry, dict)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.NEAR)
        column.addWidget(self._heading)
        column.addLayout(self._list)
        column.addWidget(self.steps)

    def show_row(self, row: RoutineRow) -> None:
        """Show the steps of a routine; what is being written in them is kept."""
        if row.id != self._routine_id:
            self.steps.offer()
        self._routine_id = row.id
        found = routine_step.listing(self._context.workspace, row.id)
        self._heading.setVisible(bool(found))
        if sorted(line.step.id for line in self.lines) != sorted(step.id for step in found):
            self._build(found)
        for line, step in zip(self.lines, found, strict=True):
            line.show_step(step)
        self.steps.offer("step")

    def _build(self, found: tuple[StepRow, ...]) -> None:
        while item := self._list.takeAt(0):
            if gone := item.widget():
                gone.hide()
                gone.deleteLater()
        self.lines = [StepLine(step, self._attempt, self._context) for step in found]
        for line in self.lines:
            self._list.addWidget(line)

    def _add(self, values: Values) -> None:
        work, responsible = self._context.workspace, str(values["responsible"])
        routine_step.add(work, self._routine_id, str(values["activity"]), responsible)

    def _attempt(self, use_case: Callable[[], object]) -> None:
        try:
            use_case()
        except (UserError, EnvironmentFault) as error:
            self._context.messages.trouble(error)
