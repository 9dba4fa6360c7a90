"""The meetings and the attendance of each group, one below the other."""

from collections.abc import Callable, Sequence

from PySide6.QtWidgets import QVBoxLayout, QWidget

from samverkan_desktop.documents.follow_up import GroupYear
from samverkan_desktop.ui import theme
from samverkan_desktop.ui.pages.follow_up.attendance import AttendanceCard
from samverkan_desktop.ui.pages.follow_up.outcomes import MeetingsCard


class GroupCards(QWidget):
    """Two cards for each group that the follow-up tells of.

    Args:
        navigate: goes to a place in the window.
    """

    def __init__(self, navigate: Callable[[str], None]) -> None:
        super().__init__()
        self._navigate = navigate
        self.meetings: list[MeetingsCard] = []
        self.attendance: list[AttendanceCard] = []
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(theme.APART)

    def show_groups(self, groups: Sequence[GroupYear]) -> None:
        """Show other groups; a card that is there is used again."""
        while len(self.meetings) < len(groups):
            self.meetings.append(MeetingsCard())
            self.attendance.append(AttendanceCard(self._navigate))
            self._column.addWidget(self.meetings[-1])
            self._column.addWidget(self.attendance[-1])
        while len(self.meetings) > len(groups):
            for card in (self.meetings.pop(), self.attendance.pop()):
                self._column.removeWidget(card)
                card.hide()
                card.deleteLater()
        for group, meetings, attendance in zip(groups, self.meetings, self.attendance, strict=True):
            meetings.show_group(group, named=len(groups) > 1)
            attendance.show_group(group, named=len(groups) > 1)
