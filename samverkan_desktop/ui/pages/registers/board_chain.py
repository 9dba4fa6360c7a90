"""The chain of instances of a matter: what each has done, and its correction (B01, ST03, ST07)."""

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from samverkan_desktop.errors import EnvironmentFault, UserError
from samverkan_desktop.i18n import tr
from samverkan_desktop.services import board_report
from samverkan_desktop.services.board_notice import LawDay
from samverkan_desktop.services.board_rows import BoardMatterRow, BoardReportRow
from samverkan_desktop.ui import theme
from samverkan_desktop.ui.page import PageContext
from samverkan_desktop.ui.pages.registers.board_fields import dealt_with, made_public
from samverkan_desktop.ui.pages.registers.register import RowPart
from samverkan_desktop.ui.widgets.expander import Expander
from samverkan_desktop.ui.widgets.facts import Fact, Facts
from samverkan_desktop.ui.widgets.form import Field, Form, Kind
from samverkan_desktop.ui.widgets.parts import button, line


class InstanceView(QWidget):
    """What one instance has done; its correction unfolds beneath.

    Args:
        context: what the page is given.
    """

    def __init__(self, context: PageContext) -> None:
        super().__init__()
        self._context = context
        self._row: BoardReportRow | None = None
        self._clauses: tuple[str, ...] = ()
        self.place = theme.label("", "strong", wrap=True)
        self.facts = Facts(context.navigate)
        self.correct = Expander(tr("Rätta"), self._build)
        self.form: Form | None = None
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.GRID)
        for widget in (line(), self.place, self.facts, self.correct):
            column.addWidget(widget)

    def show_report(self, row: BoardReportRow, clauses: tuple[str, ...]) -> None:
        """Show what an instance has done, or is to do.

        Args:
            row: what is noted of it.
            clauses: the matter's numbered clauses.
        """
        self._row, self._clauses = row, clauses
        self.place.setText(row.place)
        self.facts.show_facts(_known(row))
        self.correct.head.setAccessibleName(tr("Rätta {place}", place=row.place))
        self._fill()

    def _build(self) -> QWidget:
        whole = QWidget()
        clause = Field("clause", tr("Punkt i förslaget"), Kind.CHOICE)
        self.form = Form((Field("board", tr("Nämnd")), clause, *dealt_with(), *made_public()))
        self.form.committed.connect(self._change)
        column = QVBoxLayout(whole)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.form)
        remove = button(tr("Ta bort behandlingen"), self._remove, "quiet", "trash-2")
        column.addWidget(remove, 0, Qt.AlignmentFlag.AlignLeft)
        self._fill()
        return whole

    def _fill(self) -> None:
        if self.form is None or self._row is None:
            return
        numbered = [(number, f"{number}. {text}") for number, text in enumerate(self._clauses, 1)]
        self.form.offer("clause", [(None, tr("hela förslaget")), *numbered])
        names = [field.name for field in (*dealt_with(), *made_public())]
        self.form.show_values({name: getattr(self._row, name) for name in ("board", "clause", *names)})

    def _change(self, name: str, value: object) -> None:
        row, form = self._row, self.form
        if row is None or form is None or getattr(row, name) == value:
            return
        form.clear_errors()
        work = self._context.workspace
        self._attempt(lambda: board_report.change(work, row.id, **{name: value}), form)

    def _remove(self) -> None:
        row = self._row
        if row is not None and self._attempt(lambda: board_report.remove(self._context.workspace, row.id)):
            self._context.messages.say(tr("Behandlingen togs bort."), undo=True)

    def _attempt(self, use_case: Callable[[], object], form: Form | None = None) -> bool:
        try:
            use_case()
        except UserError as error:
            if form is None or not form.show_error(error):
                self._context.messages.trouble(error)
            return False
        except EnvironmentFault as error:
            self._context.messages.trouble(error)
            return False
        return True


def _known(row: BoardReportRow) -> tuple[Fact, ...]:
    outcome = row.outcome_text or tr("Inte behandlat") if row.reported_on is None else row.outcome_text
    if outcome and row.clause is not None:
        outcome = tr("{outcome}, punkt {number}", outcome=outcome, number=row.clause)
    return (
        Fact("", outcome),
        Fact(tr("Ordagrant"), row.text),
        Fact(tr("Tillägg"), row.rider),
        Fact(tr("Delegat"), row.delegation),
        Fact(tr("Enligt lagen"), "\n".join(_law(day) for day in row.law)),
        Fact(tr("Skickat"), str(row.distributed_on or "")),
    )


def _law(day: LawDay) -> str:
    told = {"what": day.label, "day": day.day, "done": day.done_on}
    if day.done_on is None:
        return tr("{what} {day}.", **told)
    if day.kept:
        return tr("{what} {day}. Gjordes {done}.", **told)
    return tr("{what} {day}. Gjordes {done}, inte i tid.", **told)


class BoardChain(RowPart[BoardMatterRow]):
    """Every instance that has dealt with the chosen matter, or is to, in order.

    Args:
        context: what the page is given.
    """

    def __init__(self, context: PageContext) -> None:
        super().__init__()
        self._context = context
        self._shown: tuple[int, ...] = ()
        self.instances: list[InstanceView] = []
        self._heading = theme.label(tr("Instanser"), "strong")
        self._list = QVBoxLayout()
        self._list.setSpacing(theme.NEAR)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.NEAR)
        column.addWidget(self._heading)
        column.addLayout(self._list)

    def show_row(self, row: BoardMatterRow) -> None:
        """Show the chain of a matter; what is being corrected in it is kept."""
        wanted = tuple(report.id for report in row.chain)
        if wanted != self._shown:
            self._shown = wanted
            while item := self._list.takeAt(0):
                if gone := item.widget():
                    gone.hide()
                    gone.deleteLater()
            self.instances = [InstanceView(self._context) for _ in wanted]
            for view in self.instances:
                self._list.addWidget(view)
        for view, report in zip(self.instances, row.chain, strict=True):
            view.show_report(report, row.clauses)
        self.setVisible(bool(wanted))
