"""How the agreement was followed, line by line as the report has it, each with its clause."""

from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from samverkan_desktop.documents.follow_up import FindingLine, FollowUp
from samverkan_desktop.i18n import tr
from samverkan_desktop.ui import theme
from samverkan_desktop.ui.widgets.expander import Expander
from samverkan_desktop.ui.widgets.parts import Card, button, line
from samverkan_desktop.ui.widgets.status_mark import StatusMark

#: Statuses whose lines are shown at once: what the group has to speak about.
_OPEN = ("breached", "at_risk")


class FindingsCard(Card):
    """The findings of the year by status.

    Args:
        navigate: goes to a place in the window.
    """

    def __init__(self, navigate: Callable[[str], None]) -> None:
        super().__init__(tr("Läget mot avtalet"))
        self._navigate = navigate
        self._lines: tuple[FindingLine, ...] | None = None
        self._none = theme.label(tr("Inget åtagande har prövats än."), "muted")
        self.body.addWidget(self._none)
        self.groups: dict[str, Expander] = {}

    def show_content(self, content: FollowUp) -> None:
        """Show the findings of a year; what is open stays open."""
        if content.findings == self._lines:
            return
        self._lines = content.findings
        opened = {status: group.is_open() for status, group in self.groups.items()}
        for group in self.groups.values():
            self.body.removeWidget(group)
            group.hide()
            group.deleteLater()
        self.groups = {}
        for status in dict.fromkeys(each.status for each in content.findings):
            own = [each for each in content.findings if each.status == status]
            group = Expander(f"{own[0].status_label} ({len(own)})", partial(self._build, own))
            group.set_open(opened.get(status, status in _OPEN))
            self.body.addWidget(group)
            self.groups[status] = group
        self._none.setVisible(not content.findings)

    def _build(self, lines: Sequence[FindingLine]) -> QWidget:
        whole = QWidget()
        column = QVBoxLayout(whole)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.NEAR)
        for each in lines:
            row = QHBoxLayout()
            row.setSpacing(theme.NEAR)
            row.addWidget(StatusMark(each.status), 0, Qt.AlignmentFlag.AlignVCenter)
            link = button(each.clause, partial(self._navigate, f"agreement:{each.clause}"), "link")
            link.setAccessibleName(tr("Läs {clause} i avtalet", clause=each.clause))
            link.setToolTip(each.source)
            row.addWidget(link)
            row.addWidget(theme.label(each.message, wrap=True), 1)
            column.addWidget(line())
            column.addLayout(row)
        return whole
