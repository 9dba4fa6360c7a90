"""How the agreement stands: how many obligations are fulfilled, and every one of them by its status."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QProgressBar

from samverkan_desktop.i18n import tr
from samverkan_desktop.rules.finding import Finding, Status
from samverkan_desktop.services.overview import Overview
from samverkan_desktop.ui import theme
from samverkan_desktop.ui.widgets import status as shapes
from samverkan_desktop.ui.widgets.expander import Expander
from samverkan_desktop.ui.widgets.finding_list import FindingList
from samverkan_desktop.ui.widgets.parts import Card


class _Group(Expander):
    """The findings of one status, made into lines when one opens it."""

    def __init__(self, status: Status, navigate: Callable[[str], None]) -> None:
        super().__init__("")
        self._status = status
        self._findings: tuple[Finding, ...] = ()
        self.list = FindingList(navigate, mendable=False)
        self.body.addWidget(self.list)
        self.opened.connect(lambda _open: self._fill())

    def show_findings(self, findings: Sequence[Finding]) -> None:
        """Show other findings."""
        self._findings = tuple(findings)
        count = len(self._findings)
        said = tr("1 prövning") if count == 1 else tr("{n} prövningar", n=count)
        self.set_title(f"{shapes.word(self._status)} ({said})")
        self.setVisible(bool(self._findings))
        self._fill()

    def holds(self, clause: str) -> bool:
        """Return whether one of them is on a clause."""
        return any(each.clause == clause for each in self._findings)

    def _fill(self) -> None:
        if self.is_open():
            self.list.show_findings(self._findings)


class Standing(Card):
    """The state of a working year against the agreement.

    Args:
        navigate: goes to a place in the window.
    """

    def __init__(self, navigate: Callable[[str], None]) -> None:
        super().__init__(tr("Läget mot avtalet"))
        self.count = theme.label("", "strong")
        self.bar = QProgressBar()
        self.bar.setTextVisible(False)
        self.body.addWidget(self.count)
        self.body.addWidget(self.bar)
        self.groups = {status: _Group(status, navigate) for status in Status}
        for group in self.groups.values():
            self.body.addWidget(group)
        self.body.setAlignment(Qt.AlignmentFlag.AlignTop)

    def show_overview(self, overview: Overview) -> None:
        """Show how a working year stands."""
        text = tr(
            "{fulfilled} av {total} åtaganden uppfyllda", fulfilled=overview.fulfilled, total=overview.total
        )
        self.count.setText(text if overview.total else tr("Inget åtagande har prövats än"))
        self.bar.setRange(0, max(overview.total, 1))
        self.bar.setValue(overview.fulfilled)
        self.bar.setAccessibleName(self.count.text())
        for status, group in self.groups.items():
            group.show_findings([each for each in overview.findings if each.status is status])
