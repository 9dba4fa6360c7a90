"""A finding as one line: shape, clause, sentence, and the way to where it is mended; opens in place."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QToolButton, QVBoxLayout, QWidget

from samverkan_desktop.i18n import tr
from samverkan_desktop.rules.finding import Finding
from samverkan_desktop.ui import finding_view, icons, theme
from samverkan_desktop.ui.accessible import tell_unfolding
from samverkan_desktop.ui.widgets import status as shapes
from samverkan_desktop.ui.widgets.flow import Flow
from samverkan_desktop.ui.widgets.parts import button
from samverkan_desktop.ui.widgets.status_mark import StatusMark

#: Room for a clause's reference, so that findings of clauses named in more and fewer letters stand in line.
_CLAUSE = 19 * theme.GRID


class FindingRow(QFrame):
    """One finding.

    Args:
        finding: what is shown.
        navigate: goes to a place in the window.
        mendable: whether a button goes to where it is mended, where it needs mending.
        quoted: whether the clause is shown word for word when it is opened; not where it already stands.
    """

    def __init__(
        self, finding: Finding, navigate: Callable[[str], None], *, mendable: bool, quoted: bool = True
    ) -> None:
        super().__init__()
        self.finding = finding
        self._navigate = navigate
        self._quoted = quoted
        self._detail: QWidget | None = None
        self.setProperty("role", "finding")
        self.clause = _clause_button(finding, self._toggle, quoted=quoted)
        self.message = theme.label(finding.message, wrap=True)
        self.step = (
            button(finding_view.step(finding), self._mend) if mendable and _is_pressing(finding) else None
        )
        row = QHBoxLayout()
        row.setSpacing(theme.NEAR)
        row.addWidget(StatusMark(finding.status), 0, Qt.AlignmentFlag.AlignVCenter)
        row.addWidget(self.clause)
        self.owner = theme.label("", "small", wrap=True)
        said = QVBoxLayout()
        said.setSpacing(0)
        said.addWidget(self.message)
        said.addWidget(self.owner)
        row.addLayout(said, 1)
        if self.step:
            self.step.setAccessibleName(f"{self.step.text()}: {finding.message}")
            row.addWidget(self.step)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, theme.GRID, 0, theme.GRID)
        self._column.setSpacing(theme.NEAR)
        self._column.addLayout(row)
        self.tell_owner(group=False, agreement=False)

    def tell_owner(self, *, group: bool, agreement: bool) -> None:
        """Say which group and which agreement it is of, or not."""
        finding = self.finding
        owner = " · ".join(
            name for name, told in ((finding.group, group), (finding.agreement, agreement)) if told and name
        )
        self.owner.setText(owner)
        self.owner.setVisible(bool(owner))
        name = f"{shapes.word(finding.status)}. {finding.clause}. {finding.message}"
        self.setAccessibleName(f"{name} {owner}".strip())

    def open(self) -> None:
        """Show the clause word for word and what the finding rests on."""
        self.clause.setChecked(True)

    def _mend(self) -> None:
        self._navigate(finding_view.target(self.finding))

    def _toggle(self, is_open: bool) -> None:
        if is_open and self._detail is None:
            self._detail = self._build_detail()
            self._column.addWidget(self._detail)
        if self._detail:
            self._detail.setVisible(is_open)
        icons.put(self.clause, "chevron-down" if is_open else "chevron-right", "muted")

    def _build_detail(self) -> QWidget:
        finding = self.finding
        detail = QWidget()
        column = QVBoxLayout(detail)
        column.setContentsMargins(theme.MARGIN, 0, 0, theme.NEAR)
        column.setSpacing(theme.NEAR)
        if self._quoted:
            quote = theme.label(f"”{finding.source}”", "quote", wrap=True)
            quote.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
            column.addWidget(quote)
        said = " · ".join(part for part in (finding.group, finding.period, finding.mend) if part)
        if said:
            column.addWidget(theme.label(said, "small", wrap=True))
        column.addLayout(self._evidence())
        return detail

    def _evidence(self) -> Flow:
        links = Flow()
        if not self.finding.evidence:
            links.addWidget(theme.label(tr("Det finns inget underlag än."), "small"))
        for each in self.finding.evidence:
            go = partial(self._navigate, finding_view.evidence_target(each, self.finding))
            links.addWidget(button(finding_view.evidence_text(each), go, "link"))
        if self._quoted:
            clause = finding_view.whose(f"agreement:{self.finding.clause}", self.finding)
            go = partial(self._navigate, clause)
            links.addWidget(button(tr("Läs i avtalet"), go, "link", "scroll-text"))
        return links


def _is_pressing(finding: Finding) -> bool:
    return finding.status in finding_view.PRESSING


def _clause_button(finding: Finding, toggled: Callable[[bool], None], *, quoted: bool) -> QToolButton:
    result = QToolButton()
    result.setProperty("role", "expander")
    result.setText(finding.clause if quoted else "")
    result.setCheckable(True)
    tell_unfolding(result)
    result.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
    if quoted:
        result.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        result.setMinimumWidth(_CLAUSE)
    text = tr("{clause}: visa avtalets ord och underlaget", clause=finding.clause)
    if not quoted:
        text = tr("Visa underlaget: {message}", message=finding.message)
    result.setToolTip(text)
    result.setAccessibleName(text)
    icons.put(result, "chevron-right", "muted")
    result.toggled.connect(toggled)
    return result
