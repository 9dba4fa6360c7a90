"""Attendance by function: a matrix of functions and meetings, a letter and a shape in each cell."""

from collections.abc import Sequence

from PySide6.QtWidgets import QHBoxLayout, QWidget

from samverkan_desktop.documents.follow_up import GroupYear, MeetingLine, SeatAttendanceLine
from samverkan_desktop.i18n import tr
from samverkan_desktop.ui import theme
from samverkan_desktop.ui.widgets.fitted_table import FittedTable
from samverkan_desktop.ui.widgets.flow import Flow
from samverkan_desktop.ui.widgets.parts import Card
from samverkan_desktop.ui.widgets.status_mark import StatusMark
from samverkan_desktop.ui.widgets.table_model import Column, TableModel

_PARTY, _MEETING, _SUM = 44 * theme.GRID, 14 * theme.GRID, 34 * theme.GRID


def shapes() -> dict[str, tuple[str, str]]:
    """Return what each letter means, and the status whose shape stands beside it; none where empty."""
    return {
        tr("N"): (tr("närvarande"), "fulfilled"),
        tr("T"): (tr("närvarande genom tillförordnad"), "fulfilled"),
        tr("D"): (tr("närvarande en del av mötet"), "upcoming"),
        tr("R"): (tr("företrädd av ersättare"), "fulfilled"),
        tr("F"): (tr("anmält förhinder"), "at_risk"),
        tr("E"): (tr("ej närvarande"), "breached"),
        tr("V"): (tr("funktionen vakant"), "not_countable"),
        "–": (tr("kallas inte till mötet"), ""),
    }


class AttendanceTableModel(TableModel[SeatAttendanceLine]):
    """One row a function, one column a meeting."""

    def __init__(self) -> None:
        super().__init__(_columns(()))
        self._meetings: tuple[MeetingLine, ...] = ()

    def show_group(self, group: GroupYear) -> None:
        """Show the attendance of a group in a year."""
        if group.meetings != self._meetings:
            self.beginResetModel()
            self._meetings = group.meetings
            self.columns = _columns(group.meetings)
            self.rows = group.attendance
            self.endResetModel()
        else:
            self.show_rows(group.attendance)


def _columns(meetings: Sequence[MeetingLine]) -> tuple[Column[SeatAttendanceLine], ...]:
    party: Column[SeatAttendanceLine] = Column(tr("Part"), lambda line: line.party, width=_PARTY)
    function: Column[SeatAttendanceLine] = Column(tr("Funktion"), lambda line: line.function)
    total: Column[SeatAttendanceLine] = Column(tr("Närvaro"), _total, width=_SUM)
    return (party, function, *(_column(number, line) for number, line in enumerate(meetings)), total)


def _column(number: int, meeting: MeetingLine) -> Column[SeatAttendanceLine]:
    known = shapes()

    def letter(line: SeatAttendanceLine) -> str:
        return line.cells[number] if number < len(line.cells) else ""

    def meaning(line: SeatAttendanceLine) -> str:
        mark = letter(line)
        said = known.get(mark, (tr("mötet är inte hållet"), ""))[0]
        if mark.isdecimal():
            said = tr("{heads} närvarande", heads=mark)
        return f"{line.function}, {meeting.day}: {said}"

    return Column(
        f"{meeting.number}\n{meeting.day:%m-%d}",
        letter,
        tooltip=meaning,
        status=lambda line: known.get(letter(line), ("", ""))[1] or None,
        width=_MEETING,
    )


def _total(line: SeatAttendanceLine) -> str:
    if not line.possible:
        return "–"
    text = tr("{n} av {m}", n=line.present, m=line.possible)
    notes = []
    if line.vacant:
        notes.append(tr("vakant {n}", n=line.vacant))
    if line.partly:
        notes.append(tr("i del {n}", n=line.partly))
    return f"{text} ({', '.join(notes)})" if notes else text


class AttendanceCard(Card):
    """The matrix with its legend."""

    def __init__(self) -> None:
        super().__init__(tr("Närvaro per funktion"))
        text = tr("Antalen till höger gäller ordinarie möten som funktionen har kallats till.")
        self.body.addWidget(theme.label(text, "muted", wrap=True))
        self.model = AttendanceTableModel()
        self.table = FittedTable(self.model, tr("Närvaro per funktion och möte"))
        self.body.addWidget(self.table)
        legend = QWidget()
        self._legend = Flow(legend)
        self._explained: tuple[str, ...] = ()
        self.body.addWidget(legend)

    def show_group(self, group: GroupYear, *, named: bool) -> None:
        """Show the attendance of a group in a year; named where there are several groups."""
        title = tr("Närvaro per funktion")
        self.title.set_text(f"{title}, {group.name}" if named else title)
        self.model.show_group(group)
        used = {letter for line in group.attendance for letter in line.cells}
        self._explain(tuple(letter for letter in shapes() if letter in used))
        self.setVisible(bool(group.attendance))

    def _explain(self, letters: tuple[str, ...]) -> None:
        if letters == self._explained:
            return
        self._explained = letters
        while item := self._legend.takeAt(0):
            if gone := item.widget():
                gone.hide()
                gone.deleteLater()
        for letter in letters:
            self._legend.addWidget(_explanation(letter))


def _explanation(letter: str) -> QWidget:
    meaning, status = shapes()[letter]
    result = QWidget()
    row = QHBoxLayout(result)
    row.setContentsMargins(0, 0, theme.NEAR, 0)
    row.setSpacing(theme.GRID)
    if status:
        row.addWidget(StatusMark(status))
    row.addWidget(theme.label(f"{letter} = {meaning}", "small"))
    return result
