"""The page of the agreement: its clauses on the left, what is read out of the chosen one on the right."""

from collections.abc import Callable, Sequence
from datetime import date
from typing import Any

from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from samverkan_desktop.errors import EnvironmentFault, UserError
from samverkan_desktop.i18n import tr
from samverkan_desktop.rules.finding import Finding
from samverkan_desktop.services import adoption, board_report, check, obligation, period
from samverkan_desktop.services import agreement as agreements
from samverkan_desktop.services.agreement import AgreementRow, ClauseRow
from samverkan_desktop.ui import finding_view, theme
from samverkan_desktop.ui.page import Page, PageContext
from samverkan_desktop.ui.pages.agreement.adoption import Adoption
from samverkan_desktop.ui.pages.agreement.clause_list import ClauseList
from samverkan_desktop.ui.pages.agreement.evaluation import BoardReports, Evaluated, Evaluation, Reported
from samverkan_desktop.ui.pages.agreement.head import AgreementHead
from samverkan_desktop.ui.pages.agreement.obligation_panel import ObligationPanel
from samverkan_desktop.ui.widgets.parts import scrolling


class AgreementPage(Page):
    """The agreement, word for word, and what the program follows up in it."""

    def __init__(self, context: PageContext) -> None:
        super().__init__(context, tr("Avtal"))
        self._agreement: AgreementRow | None = None
        self._findings: tuple[Finding, ...] = ()
        self.head = AgreementHead()
        self.clauses = ClauseList()
        self.clauses.chosen.connect(self._show_clause)
        self.obligations = ObligationPanel(context.navigate)
        self.obligations.changed.connect(self._change)
        self.adoption = Adoption(adoption.presets(), self._adopt)
        self._stack = QStackedWidget()
        self._stack.addWidget(self._lay_out())
        self._stack.addWidget(self.adoption)
        self.body.addWidget(self._stack)

    def _lay_out(self) -> QWidget:
        whole = QWidget()
        column = QVBoxLayout(whole)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.APART)
        column.addWidget(self.head)
        across = QHBoxLayout()
        across.setSpacing(theme.APART)
        across.addWidget(self.clauses, 1)
        across.addWidget(scrolling(self.obligations), 1)
        column.addLayout(across, 1)
        return whole

    def refresh(self) -> None:
        """Read the agreement and every finding on it."""
        work = self.context.workspace
        own = self.context.agreement_id()
        self._agreement = agreements.head(work, own) if own is not None else None
        if self._agreement is None:
            self._stack.setCurrentWidget(self.adoption)
            return
        self._stack.setCurrentIndex(0)
        self._findings = check.findings(work, agreement_id=self._agreement.id)
        clauses = agreements.clauses(work, self._agreement.id)
        self.head.show_agreement(self._agreement)
        self.clauses.clauses.show_clauses(clauses, _statuses(clauses, self._findings))
        if self.clauses.current() is None:
            first = next((clause for clause in clauses if clause.obligations), clauses[0])
            self.clauses.select(first.reference)
        self._show_clause(self.clauses.current())

    def open(self, target: str) -> None:
        """Show a clause (``T14``, ``clause:3``) or an obligation with its clause (``obligation:7``)."""
        kind, _, identity = target.partition(":")
        for clause in self.clauses.clauses.clauses:
            own = {f"obligation:{obligation.id}" for obligation in clause.obligations}
            if (
                target in own
                or clause.reference == target
                or (kind == "clause" and str(clause.id) == identity)
            ):
                self.clauses.select(clause.reference)

    def _show_clause(self, clause: ClauseRow | None) -> None:
        if clause is None or self._agreement is None:
            return
        for made in self.obligations.show_clause(clause, self._agreement, self._findings):
            if isinstance(made, Evaluation):
                made.begun.connect(self._begin)
                made.finished.connect(self._finish)
            elif isinstance(made, BoardReports):
                made.reported.connect(self._report)

    def _adopt(self, source: str) -> None:
        work = self.context.workspace
        own = adoption.adopt(work, source)
        self.context.scope.show(own, period.to_show(work, own, agreements.periods(work, own)))

    def _change(self, obligation_id: int, data: dict[str, Any]) -> None:
        card = self.obligations.cards[obligation_id]
        self._try(
            lambda: obligation.change_obligation(self.context.workspace, obligation_id, data), card.show_error
        )

    def _begin(self, day: date) -> None:
        if self._agreement:
            agreement_id = self._agreement.id
            self.attempt(lambda: agreements.begin_evaluation(self.context.workspace, agreement_id, day))

    def _finish(self, done: Evaluated) -> None:
        panel = self.obligations.evaluation
        if self._agreement and panel:
            agreement_id = self._agreement.id
            self._try(
                lambda: agreements.finish_evaluation(
                    self.context.workspace, agreement_id, done.day, done.outcome, done.text
                ),
                panel.end.show_error,
            )

    def _report(self, told: Reported) -> None:
        panel = self.obligations.reports
        if panel is None or self._agreement is None:
            return
        work, agreement_id = self.context.workspace, self._agreement.id
        done = self._try(
            lambda: board_report.report_evaluation(work, agreement_id, told.board, told.day, told.paragraph),
            panel.form.show_error,
        )
        if done:
            panel.clear()
            text = tr("Redovisningen för {board} antecknades.", board=told.board)
            self.context.messages.say(text, undo=True)

    def _try(self, use_case: Callable[[], object], at_field: Callable[[UserError], bool]) -> bool:
        """Carry out a use case; what is wrong is said at its field, or where the page says such things."""
        try:
            use_case()
        except UserError as error:
            if not at_field(error):
                self.context.messages.trouble(error)
            return False
        except EnvironmentFault as error:
            self.context.messages.trouble(error)
            return False
        return True


def _statuses(clauses: Sequence[ClauseRow], findings: Sequence[Finding]) -> dict[str, str]:
    """Return the worst status of each clause's obligations, by its reference."""
    result = {}
    for clause in clauses:
        own = {obligation.id for obligation in clause.obligations}
        status = finding_view.worst(tuple(each for each in findings if each.obligation_id in own))
        if status:
            result[clause.reference] = status.value
    return result
