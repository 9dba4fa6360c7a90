"""The chosen clause, and what is read out of it: its obligations, one card each, and one more to add."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from samverkan_desktop.i18n import tr
from samverkan_desktop.rules.finding import Finding
from samverkan_desktop.services.agreement import AgreementRow, ClauseRow
from samverkan_desktop.ui import theme
from samverkan_desktop.ui.pages.agreement.clause_head import ClauseHead
from samverkan_desktop.ui.pages.agreement.evaluation import BoardReports, Evaluation
from samverkan_desktop.ui.pages.agreement.new_obligation import NewObligation
from samverkan_desktop.ui.pages.agreement.obligation_card import ObligationCard
from samverkan_desktop.ui.pages.agreement.setting import Setting

#: The kinds under which the end of the term is noted.
_TERM, _REPORT = "agreement_term", "evaluation_report"


class ObligationPanel(QWidget):
    """A clause with its obligations, under one another.

    Args:
        navigate: goes to a place in the window.
    """

    #: An obligation's identity and what it is to say, a `Demand`.
    changed = Signal(int, object)
    #: An obligation's identity: it is to be taken away.
    removed = Signal(int)

    def __init__(self, navigate: Callable[[str], None]) -> None:
        super().__init__()
        self._navigate = navigate
        self._clause: ClauseRow | None = None
        self.cards: dict[int, ObligationCard] = {}
        self.evaluation: Evaluation | None = None
        self.reports: BoardReports | None = None
        self.head = ClauseHead()
        self._nothing = theme.label(
            tr("Ur det här stycket läser programmet inte ut något att följa upp."), "muted", wrap=True
        )
        self._column = QVBoxLayout()
        self._column.setSpacing(theme.APART)
        self.new = NewObligation()
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, theme.NEAR, 0)
        outer.setSpacing(theme.APART)
        outer.addWidget(self.head)
        outer.addWidget(self._nothing)
        outer.addLayout(self._column)
        outer.addWidget(self.new)
        outer.addStretch(1)

    def show_clause(
        self,
        clause: ClauseRow,
        agreement: AgreementRow,
        setting: Setting,
        findings: Sequence[Finding],
        *,
        writable: bool,
    ) -> list[QWidget]:
        """Show a clause, what is read out of it, and how that stands.

        Args:
            clause: the clause.
            agreement: the agreement.
            setting: what can be chosen in the agreement.
            findings: the agreement's findings.
            writable: whether anything in it may be changed.

        Returns:
            Those of `evaluation` and `reports` that were made anew, to be listened to.
        """
        wanted = [obligation.id for obligation in clause.obligations]
        another = not self._is_shown(clause)
        made = self._build(clause, setting) if wanted != list(self.cards) or another else []
        if another:
            self.new.fold()
        self._clause = clause
        self.head.show_clause(clause, writable=writable)
        self._nothing.setVisible(not wanted)
        self.new.show_setting(setting)
        self.new.setVisible(writable)
        for obligation in clause.obligations:
            own = tuple(each for each in findings if each.obligation_id == obligation.id)
            self.cards[obligation.id].show_obligation(obligation, setting, own, writable=writable)
            if obligation.kind == _REPORT and self.reports:
                self.reports.offer(obligation.parameters["boards"])
        if self.evaluation:
            self.evaluation.show_agreement(agreement)
        return made

    def _is_shown(self, clause: ClauseRow) -> bool:
        return self._clause is not None and self._clause.id == clause.id

    def _build(self, clause: ClauseRow, setting: Setting) -> list[QWidget]:
        for card in self.cards.values():
            self._column.removeWidget(card)
            card.hide()
            card.deleteLater()
        self.cards, self.evaluation, self.reports = {}, None, None
        for obligation in clause.obligations:
            card = ObligationCard(obligation, setting, self._navigate)
            card.changed.connect(self.changed)
            card.removed.connect(self.removed)
            self._column.addWidget(card)
            self.cards[obligation.id] = card
            if obligation.kind == _TERM and self.evaluation is None:
                self.evaluation = Evaluation()
                card.body.addWidget(self.evaluation)
            if obligation.kind == _REPORT and self.reports is None:
                self.reports = BoardReports()
                card.body.addWidget(self.reports)
        return [each for each in (self.evaluation, self.reports) if each is not None]
