"""The steps of a commitment in its panel, beside one another: a mark, its word and its day (L04)."""

from collections.abc import Iterator

from PySide6.QtCore import QLineF, QPointF, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QGridLayout

from samverkan_desktop.i18n import tr, tr_as
from samverkan_desktop.rules.wording import capital, step_done
from samverkan_desktop.services.commitment import CommitmentRow, StepRow
from samverkan_desktop.ui import theme
from samverkan_desktop.ui.accessible import Role, tell_role
from samverkan_desktop.ui.pages.registers.register import RowPart
from samverkan_desktop.ui.widgets.status_mark import StatusMark

#: How far from a mark the line to the next one begins.
_AIR = theme.NEAR


class CommitmentSteps(RowPart[CommitmentRow]):
    """A mark for each step that the agreement demands, with a line from one to the next."""

    def __init__(self) -> None:
        super().__init__()
        self.marks: list[StatusMark] = []
        self._shown: tuple[tuple[StepRow, str], ...] = ()
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(theme.GRID)
        self._grid.setVerticalSpacing(theme.GRID)
        tell_role(self, Role.Grouping)

    def show_row(self, row: CommitmentRow) -> None:
        """Show how far a commitment has come."""
        shown = tuple(_statuses(row))
        if shown == self._shown:
            return
        self._shown = shown
        self.marks = []
        while item := self._grid.takeAt(0):
            if gone := item.widget():
                gone.hide()
                gone.deleteLater()
        for column, (step, status) in enumerate(shown):
            self._add(column, step, status)
        self.setAccessibleName(tr_as("several", "Steg"))
        self.setAccessibleDescription(
            ", ".join(f"{_word(step)} {_day(step, status)}" for step, status in shown)
        )

    def _add(self, column: int, step: StepRow, status: str) -> None:
        mark = StatusMark(status)
        mark.setAccessibleName(f"{_word(step)}: {_day(step, status)}")
        mark.setToolTip(mark.accessibleName())
        self.marks.append(mark)
        word = theme.label(_word(step), "strong" if step.done_on or status != "not_due" else "muted")
        day = theme.label(_day(step, status), "small")
        for line, widget in enumerate((mark, word, day)):
            self._grid.addWidget(widget, line, column, Qt.AlignmentFlag.AlignLeft)
            widget.show()  # now, not when the layout gets round to it
        self._grid.setColumnStretch(column, 1)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw a line from each mark to the next."""
        painter = QPainter(self)
        painter.setPen(QPen(theme.colour("edge"), 1))
        for one, other in zip(self.marks, self.marks[1:], strict=False):
            middle = one.geometry().center().y() + 0.5
            begin, end = one.geometry().right() + _AIR, other.geometry().left() - _AIR
            painter.drawLine(QLineF(QPointF(begin, middle), QPointF(end, middle)))


def _statuses(row: CommitmentRow) -> Iterator[tuple[StepRow, str]]:
    """Yield each step with the status whose shape it takes."""
    for step in row.steps:
        if step.done_on is not None:
            yield step, "fulfilled"
        elif step.step is row.next_step:
            yield step, "at_risk" if row.late else "upcoming"
        else:
            yield step, "not_due"


def _word(step: StepRow) -> str:
    return capital(step_done(step.step))


def _day(step: StepRow, status: str) -> str:
    if step.done_on is not None:
        return str(step.done_on)
    return {"at_risk": tr("försenat"), "upcoming": tr("härnäst")}.get(status, tr("kvar"))
