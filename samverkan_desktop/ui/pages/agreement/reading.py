"""The agreement as it reads: its clauses on the left, what is read out of the chosen one on the right."""

from collections.abc import Callable, Sequence
from datetime import date

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QVBoxLayout, QWidget

from samverkan_desktop.errors import EnvironmentFault, UserError
from samverkan_desktop.i18n import tr
from samverkan_desktop.rules.finding import Finding
from samverkan_desktop.services import agreement as agreements
from samverkan_desktop.services import agreement_term, board_report, clause, obligation
from samverkan_desktop.services.agreement import AgreementRow, ClauseRow
from samverkan_desktop.services.agreement_term import VersionRow
from samverkan_desktop.ui import finding_view, theme
from samverkan_desktop.ui.page import PageContext
from samverkan_desktop.ui.pages.agreement import setting
from samverkan_desktop.ui.pages.agreement.clause_head import clause_fields
from samverkan_desktop.ui.pages.agreement.clause_list import ClauseList
from samverkan_desktop.ui.pages.agreement.evaluation import BoardReports, Evaluated, Evaluation, Reported
from samverkan_desktop.ui.pages.agreement.obligation_form import Demand
from samverkan_desktop.ui.pages.agreement.obligation_panel import ObligationPanel
from samverkan_desktop.ui.pages.agreement.version_choice import VersionChoice
from samverkan_desktop.ui.widgets.entry import Entry, Steps, Values
from samverkan_desktop.ui.widgets.parts import scrolling

#: Narrower than this, clauses and obligations stand under one another, where it is at least so high.
_NARROW, _HIGH = 160 * theme.GRID, 110 * theme.GRID


class Reading(QWidget):
    """The clauses of one version, to read and to write in.

    Args:
        context: what the page is given.
    """

    def __init__(self, context: PageContext) -> None:
        super().__init__()
        self._context = context
        self._agreement: AgreementRow | None = None
        self._findings: Sequence[Finding] = ()
        self._setting = setting.Setting()
        self.versions = VersionChoice()
        self.versions.chosen.connect(self._read)
        self.clauses = ClauseList()
        self.clauses.chosen.connect(self._show_clause)
        self.empty = theme.label(
            tr("Avtalet har inga stycken än. Skriv det första, ord för ord som det står."), "muted", wrap=True
        )
        self.add = Entry(clause_fields(), tr("Lägg till"), self._add_clause, context.messages, tr("Avbryt"))
        self.steps = Steps()
        self.steps.add("add", tr("Lägg till ett stycke"), self.add, self._begin_clause)
        self.obligations = ObligationPanel(context.navigate)
        self._right = scrolling(self.obligations)
        self._room = QWidget()
        self.effects = _Effects(context, self)
        self._lay_out()

    def _lay_out(self) -> None:
        left = QVBoxLayout()
        left.setSpacing(theme.NEAR)
        for widget in (self.versions, self.empty):
            left.addWidget(widget)
        left.addWidget(self.clauses, 1)
        left.addWidget(self.steps)
        left.addWidget(self._room, 1)
        self._across = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._across.setContentsMargins(0, 0, 0, 0)
        self._across.setSpacing(theme.APART)
        self._across.addLayout(left, 1)
        self._across.addWidget(self._right, 1)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put the obligations under the clauses where it is narrow, and high enough for both."""
        super().resizeEvent(event)
        narrow = event.size().width() < _NARROW and event.size().height() >= _HIGH
        way = QBoxLayout.Direction.TopToBottom if narrow else QBoxLayout.Direction.LeftToRight
        if self._across.direction() != way:
            self._across.setDirection(way)

    def show_agreement(self, agreement: AgreementRow, findings: Sequence[Finding]) -> None:
        """Read the clauses of an agreement.

        Args:
            agreement: the agreement.
            findings: its findings.
        """
        self._agreement, self._findings = agreement, findings
        self._setting = setting.read(self._context.workspace, agreement)
        self.versions.show_versions(
            agreement.id, agreement_term.versions(self._context.workspace, agreement.id)
        )
        self._read()

    def _read(self) -> None:
        version = self.versions.version
        if self._agreement is None or version is None:
            return
        clauses = agreements.clauses(self._context.workspace, self._agreement.id, version.id)
        self.clauses.show_clauses(clauses, _statuses(clauses, self._findings))
        self.clauses.setVisible(bool(clauses))
        self.empty.setVisible(not clauses)
        self._right.setVisible(bool(clauses))
        self._room.setVisible(not clauses)
        self.steps.offer(*(["add"] if version.newest else []))
        if clauses and self.clauses.current() is None:
            first = next((row for row in clauses if row.obligations), clauses[0])
            self.clauses.select(first.reference)
        self._show_clause(self.clauses.current())

    def open(self, target: str) -> None:
        """Show a clause (``T14``, ``clause:3``) or an obligation with its clause (``obligation:7``)."""
        if self._agreement is None or self._select(target):
            return
        work = self._context.workspace
        for version in reversed(agreement_term.versions(work, self._agreement.id)):
            rows = agreements.clauses(work, self._agreement.id, version.id)
            if any(_is_target(row, target) for row in rows):
                self.versions.choose(version.id)
                self._select(target)
                return

    def _select(self, target: str) -> bool:
        for row in self.clauses.clauses.clauses:
            if _is_target(row, target):
                self.clauses.select(row.reference)
                return True
        return False

    def _show_clause(self, row: ClauseRow | None) -> None:
        if row is None or self._agreement is None:
            return
        writable = not row.locked and self._is_newest()
        made = self.obligations.show_clause(
            row, self._agreement, self._setting, self._findings, writable=writable
        )
        self.effects.listen(made)

    def _is_newest(self) -> bool:
        version: VersionRow | None = self.versions.version
        return version is not None and version.newest

    def shown(self) -> AgreementRow:
        """Return the agreement that is read."""
        if self._agreement is None:
            raise LookupError("no agreement is shown")
        return self._agreement

    def _begin_clause(self) -> Values:
        current = self.clauses.current()
        reference = clause.suggested_reference(self._context.workspace, self.shown().id)
        return {"reference": reference, "heading": current.heading if current else "", "text": ""}

    def _add_clause(self, values: Values) -> None:
        current = self.clauses.current()
        reference = str(values["reference"])
        clause.add_clause(
            self._context.workspace,
            self.shown().id,
            reference,
            str(values["heading"]),
            str(values["text"]),
            after_id=current.id if current else None,
        )
        self.clauses.select(reference)


class _Effects(QObject):
    """What is done on the page: each thing carried out, and what is wrong said where it is."""

    #: The evaluation was finished with an outcome.
    evaluated = Signal(object)

    def __init__(self, context: PageContext, reading: Reading) -> None:
        super().__init__(reading)
        self._context = context
        self._reading = reading
        panel = reading.obligations
        panel.changed.connect(self._change)
        panel.removed.connect(self._remove)
        panel.new.added.connect(self._add)
        panel.head.changed.connect(self._write)
        panel.head.moved.connect(self._move)
        panel.head.removed.connect(self._remove_clause)

    def listen(self, made: Sequence[QWidget]) -> None:
        """Carry out what is noted in what was made anew."""
        for each in made:
            if isinstance(each, Evaluation):
                each.begun.connect(self._begin_evaluation)
                each.finished.connect(self._finish_evaluation)
            elif isinstance(each, BoardReports):
                each.reported.connect(self._report)

    def _change(self, obligation_id: int, demand: Demand) -> None:
        card = self._reading.obligations.cards[obligation_id]
        self._try(
            lambda: obligation.change_obligation(
                self._context.workspace,
                obligation_id,
                demand.parameters,
                group_key=demand.group_key,
                group_kind=demand.group_kind,
                grade=demand.grade,
            ),
            card.show_error,
        )

    def _add(self, kind: str, demand: Demand) -> None:
        panel = self._reading.obligations
        current = self._reading.clauses.current()
        if current is None:
            return
        if self._try(
            lambda: obligation.add_obligation(
                self._context.workspace,
                current.id,
                kind,
                demand.parameters,
                demand.group_key,
                demand.group_kind,
                demand.grade,
            ),
            panel.new.show_error,
        ):
            panel.new.fold()

    def _remove(self, obligation_id: int) -> None:
        title = self._reading.obligations.cards[obligation_id].accessibleName()
        if self._try(lambda: obligation.remove_obligation(self._context.workspace, obligation_id)):
            self._context.messages.say(tr("Åtagandet {title} togs bort.", title=title), undo=True)

    def _write(self, clause_id: int, name: str, value: object) -> None:
        self._try(
            lambda: clause.change_clause(self._context.workspace, clause_id, **{name: str(value)}),
            self._reading.obligations.head.show_error,
        )

    def _move(self, clause_id: int, steps: int) -> None:
        rows = [row.id for row in self._reading.clauses.clauses.clauses]
        place = rows.index(clause_id) + 1 + steps
        if 1 <= place <= len(rows):
            self._try(lambda: clause.move_clause(self._context.workspace, clause_id, place))

    def _remove_clause(self, clause_id: int) -> None:
        current = self._reading.clauses.current()
        if current and self._try(lambda: clause.remove_clause(self._context.workspace, clause_id)):
            text = tr("Stycket {reference} togs bort.", reference=current.reference)
            self._context.messages.say(text, undo=True)

    def _begin_evaluation(self, day: date) -> None:
        own = self._reading.shown().id
        self._try(lambda: agreements.begin_evaluation(self._context.workspace, own, day))

    def _finish_evaluation(self, done: Evaluated) -> None:
        panel = self._reading.obligations.evaluation
        own = self._reading.shown().id
        if panel and self._try(
            lambda: agreements.finish_evaluation(
                self._context.workspace, own, done.day, done.outcome, done.text
            ),
            panel.end.show_error,
        ):
            self.evaluated.emit(done.outcome)

    def _report(self, told: Reported) -> None:
        panel = self._reading.obligations.reports
        if panel is None:
            return
        work, own = self._context.workspace, self._reading.shown().id
        if self._try(
            lambda: board_report.report_evaluation(work, own, told.board, told.day, told.paragraph),
            panel.form.show_error,
        ):
            panel.clear()
            text = tr("Redovisningen för {board} antecknades.", board=told.board)
            self._context.messages.say(text, undo=True)

    def _try(
        self, use_case: Callable[[], object], at_field: Callable[[UserError], bool] = lambda _error: False
    ) -> bool:
        """Carry out a use case; what is wrong is said at its field, or where the page says such things."""
        try:
            use_case()
        except UserError as error:
            if not at_field(error):
                self._context.messages.trouble(error)
            return False
        except EnvironmentFault as error:
            self._context.messages.trouble(error)
            return False
        return True


def _is_target(row: ClauseRow, target: str) -> bool:
    own = {row.reference, f"clause:{row.id}", *(f"obligation:{each.id}" for each in row.obligations)}
    return target in own


def _statuses(clauses: Sequence[ClauseRow], findings: Sequence[Finding]) -> dict[str, str]:
    """Return the worst status of each clause's obligations, by its reference."""
    result = {}
    for row in clauses:
        own = {each.id for each in row.obligations}
        status = finding_view.worst(tuple(each for each in findings if each.obligation_id in own))
        if status:
            result[row.reference] = status.value
    return result
