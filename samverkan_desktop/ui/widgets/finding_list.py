"""Findings under one another; what is open, or has the focus, stays so when they are read again."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from samverkan_desktop.i18n import tr
from samverkan_desktop.rules.finding import Finding
from samverkan_desktop.ui import theme
from samverkan_desktop.ui.widgets.finding_row import FindingRow
from samverkan_desktop.ui.widgets.parts import button


class FindingList(QWidget):
    """Some findings.

    Args:
        navigate: goes to a place in the window.
        mendable: whether each has a button that goes to where it is mended.
        quoted: whether each shows its clause word for word when it is opened.
        first: how many are shown before one asks for the rest; 0 for all.
    """

    def __init__(
        self, navigate: Callable[[str], None], *, mendable: bool, quoted: bool = True, first: int = 0
    ) -> None:
        super().__init__()
        self._navigate = navigate
        self._mendable = mendable
        self._quoted = quoted
        self._first = first
        self._findings: tuple[Finding, ...] = ()
        self._rows: dict[Finding, FindingRow] = {}
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)
        self.rest = button("", self._show_all, "quiet", "chevron-down")
        self.rest.hide()
        outer = QVBoxLayout()
        outer.setSpacing(theme.NEAR)
        self._list = QVBoxLayout()
        self._list.setSpacing(0)
        outer.addLayout(self._list)
        outer.addWidget(self.rest, 0, Qt.AlignmentFlag.AlignLeft)
        self._column.addLayout(outer)

    @property
    def rows(self) -> list[FindingRow]:
        """The lines that are shown, in order."""
        return [self._rows[finding] for finding in self._shown()]

    def show_findings(self, findings: Sequence[Finding]) -> None:
        """Show other findings; the line of one that is unchanged is left as it is.

        Each says which group and which agreement it is of, where they are of several.
        """
        self._findings = tuple(dict.fromkeys(findings))
        agreements = len({each.agreement_id for each in self._findings}) > 1
        groups = agreements or len({each.group_id for each in self._findings} - {None}) > 1
        shown = self._shown()
        for gone in [finding for finding in self._rows if finding not in shown]:
            row = self._rows.pop(gone)
            self._list.removeWidget(row)
            row.hide()
            row.deleteLater()
        for number, finding in enumerate(shown):
            if finding not in self._rows:
                self._rows[finding] = FindingRow(
                    finding, self._navigate, mendable=self._mendable, quoted=self._quoted
                )
            self._rows[finding].tell_owner(group=groups, agreement=agreements)
            if self._list.indexOf(self._rows[finding]) != number:
                self._list.insertWidget(number, self._rows[finding])
        left = len(self._findings) - len(shown)
        self.rest.setText(tr("Visa {n} till", n=left))
        self.rest.setVisible(left > 0)

    def _shown(self) -> tuple[Finding, ...]:
        return self._findings[: self._first] if self._first else self._findings

    def _show_all(self) -> None:
        self._first = 0
        self.show_findings(self._findings)
