"""Attendance by function: the picture of functions and meetings, with what its shapes mean."""

from collections.abc import Callable

from PySide6.QtWidgets import QHBoxLayout, QWidget

from samverkan_desktop.documents.follow_up import GroupYear
from samverkan_desktop.i18n import tr
from samverkan_desktop.ui import theme
from samverkan_desktop.ui.widgets.attendance_matrix import AttendanceMatrix
from samverkan_desktop.ui.widgets.attendance_symbols import SymbolMark, meaning, symbols
from samverkan_desktop.ui.widgets.flow import Flow
from samverkan_desktop.ui.widgets.parts import Card


class AttendanceCard(Card):
    """The picture with its legend.

    Args:
        navigate: goes to a place in the window.
    """

    def __init__(self, navigate: Callable[[str], None]) -> None:
        super().__init__(tr("Närvaro per funktion"))
        text = tr("Antalen till höger gäller ordinarie möten som funktionen har kallats till.")
        self.body.addWidget(theme.label(text, "muted", wrap=True))
        self.matrix = AttendanceMatrix()
        self.matrix.opened.connect(navigate)
        self.body.addWidget(self.matrix)
        legend = QWidget()
        self._legend = Flow(legend)
        self._explained: tuple[str, ...] = ()
        self.body.addWidget(legend)

    def show_group(self, group: GroupYear, *, named: bool) -> None:
        """Show the attendance of a group in a year; named where there are several groups."""
        title = tr("Närvaro per funktion")
        self.title.set_text(f"{title}, {group.name}" if named else title)
        self.matrix.show_group(group)
        used = {letter for line in group.attendance for letter in line.cells}
        numbers = sorted(letter for letter in used if letter.isdecimal())
        self._explain((*(letter for letter in symbols() if letter in used), *numbers[:1]))
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
    result = QWidget()
    row = QHBoxLayout(result)
    row.setContentsMargins(0, 0, theme.NEAR, 0)
    row.setSpacing(theme.GRID)
    row.addWidget(SymbolMark(letter))
    counted = tr("så många närvarande av en samlad plats")
    row.addWidget(theme.label(counted if letter.isdecimal() else meaning(letter), "small"))
    return result
