"""How the agreement stands: how many obligations are fulfilled, and every one of them by its status."""

import re
from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QProgressBar, QToolButton, QWidget

from samverkan_desktop.i18n import sort_key, tr
from samverkan_desktop.rules.finding import Finding, Status
from samverkan_desktop.services.overview import Overview
from samverkan_desktop.ui import theme
from samverkan_desktop.ui.widgets import status as shapes
from samverkan_desktop.ui.widgets.expander import Expander
from samverkan_desktop.ui.widgets.finding_list import FindingList
from samverkan_desktop.ui.widgets.flow import Flow
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

    #: The reference of a clause whose findings are asked for: ``T14``.
    chosen = Signal(str)

    def __init__(self, navigate: Callable[[str], None]) -> None:
        super().__init__(tr("Läget mot avtalet"))
        self.count = theme.label("", "strong")
        self.bar = QProgressBar()
        self.bar.setTextVisible(False)
        self.body.addWidget(self.count)
        self.body.addWidget(self.bar)
        self.body.addWidget(
            theme.label(tr("Stycke för stycke, med det som väger tyngst:"), "small", wrap=True)
        )
        self.clauses = QWidget()
        self._clauses = Flow(self.clauses, across=theme.GRID)
        self._clauses.setSpacing(theme.GRID)
        self._marked: tuple[tuple[str, Status, int], ...] = ()
        self.body.addWidget(self.clauses)
        self.groups = {status: _Group(status, navigate) for status in Status}
        for group in self.groups.values():
            self.body.addWidget(group)
        self.body.setAlignment(Qt.AlignmentFlag.AlignTop)
        theme.current().changed.connect(self._recolour)

    def show_overview(self, overview: Overview) -> None:
        """Show how a working year stands."""
        text = tr(
            "{fulfilled} av {total} åtaganden uppfyllda", fulfilled=overview.fulfilled, total=overview.total
        )
        self.count.setText(text if overview.total else tr("Inget åtagande har prövats än"))
        self.bar.setRange(0, max(overview.total, 1))
        self.bar.setValue(overview.fulfilled)
        self.bar.setAccessibleName(self.count.text())
        self._mark(by_clause(overview.findings))
        for status, group in self.groups.items():
            group.show_findings([each for each in overview.findings if each.status is status])

    def _mark(self, marked: tuple[tuple[str, Status, int], ...]) -> None:
        """Show each clause with the shape of its status; what is unchanged is left as it is."""
        if marked == self._marked:
            return
        self._marked = marked
        while item := self._clauses.takeAt(0):
            if gone := item.widget():
                gone.hide()
                gone.deleteLater()
        for clause, status, count in marked:
            self._clauses.addWidget(self._clause(clause, status, count))

    def _recolour(self) -> None:
        """Draw the shapes in the colours of another look."""
        marked, self._marked = self._marked, ()
        self._mark(marked)

    def _clause(self, clause: str, status: Status, count: int) -> QToolButton:
        said = tr("1 prövning") if count == 1 else tr("{n} prövningar", n=count)
        text = tr("{clause}: {status} ({said})", clause=clause, status=shapes.word(status).lower(), said=said)
        result = QToolButton()
        result.setProperty("role", "expander")
        result.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        result.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        result.setText(clause)
        result.setIcon(shapes.icon(status))
        result.setToolTip(text)
        result.setAccessibleName(text)
        result.clicked.connect(lambda _checked=False: self.chosen.emit(clause))
        return result


def by_clause(findings: Sequence[Finding]) -> tuple[tuple[str, Status, int], ...]:
    """Return each clause with the status of its worst finding and how many it has, in the agreement's order.

    Args:
        findings: the findings, worst first.
    """
    worst: dict[str, Status] = {}
    counts: dict[str, int] = {}
    for each in findings:
        worst.setdefault(each.clause, each.status)
        counts[each.clause] = counts.get(each.clause, 0) + 1
    return tuple((clause, worst[clause], counts[clause]) for clause in sorted(worst, key=_numbered))


def _numbered(clause: str) -> tuple[object, ...]:
    """Return what clauses are sorted by: ``T2`` before ``T14``."""
    return tuple(
        (0, int(part), "") if part.isdecimal() else (1, 0, sort_key(part))
        for part in re.split(r"(\d+)", clause)
        if part
    )
