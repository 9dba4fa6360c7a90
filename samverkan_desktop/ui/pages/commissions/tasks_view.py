"""The tasks: those to do in a table with the chosen one beside it, those done folded under it."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from samverkan_desktop.i18n import tr
from samverkan_desktop.services import task
from samverkan_desktop.services.task import TaskRow
from samverkan_desktop.ui import theme
from samverkan_desktop.ui.group_names import GroupNames
from samverkan_desktop.ui.page import PageContext
from samverkan_desktop.ui.pages.meetings.in_place import attempt
from samverkan_desktop.ui.widgets.expander import Expander
from samverkan_desktop.ui.widgets.facts import Fact, Facts
from samverkan_desktop.ui.widgets.filter_table import FilterTable
from samverkan_desktop.ui.widgets.parts import button
from samverkan_desktop.ui.widgets.side_panel import Beside, SidePanel
from samverkan_desktop.ui.widgets.table_model import Column


def shape(row: TaskRow) -> str:
    """Return the status whose shape a task bears."""
    if row.done_on is not None:
        return "fulfilled"
    return "breached" if row.late else "upcoming"


def _who(row: TaskRow) -> str:
    return row.responsible.replace(";", ",")


def _columns(groups: GroupNames) -> tuple[Column[TaskRow], ...]:
    return (
        Column(tr("Uppgift"), lambda row: row.text),
        Column(tr("Grupp"), groups.of, width=152, optional=True),
        Column(tr("Vem"), _who, width=216),
        Column(tr("När"), lambda row: row.when, width=144, sort=lambda row: (row.due is None, str(row.due))),
        Column(tr("Läge"), lambda row: row.outcome, width=144, status=shape),
    )


class TasksView(QWidget):
    """What somebody is to do, and what has been done.

    Args:
        context: what the page is given.
    """

    def __init__(self, context: PageContext) -> None:
        super().__init__()
        self._context = context
        self._groups = GroupNames()
        self._row: TaskRow | None = None
        self.table = self._table(tr("uppgifter"), tr("Inga uppgifter är kvar att göra."))
        self.finished = self._table(tr("klara uppgifter"), tr("Inga uppgifter är klara än."))
        self.finished.setMinimumHeight(60 * theme.GRID)
        self.fold = Expander("")
        self.fold.body.addWidget(self.finished)
        self.panel = SidePanel(tr("Uppgiften"))
        self._facts = Facts(context.navigate)
        self.done = button(tr("Klar i dag"), self.finish, "", "check")
        self.panel.content.addWidget(self._facts)
        left = Qt.AlignmentFlag.AlignLeft
        self.panel.content.addWidget(self.done, 0, left)
        self.panel.content.addWidget(button(tr("Öppna punkten på mötet"), self._open_chosen), 0, left)
        self._beside = Beside(self.table, self.panel, self._fill, below=self.fold, spare=(2, 3))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, theme.APART, 0, 0)
        column.addWidget(self._beside)
        self.setFocusProxy(self.table)

    def _table(self, name: str, empty: str) -> FilterTable[TaskRow]:
        table: FilterTable[TaskRow] = FilterTable(
            _columns(self._groups), name=name, key=lambda row: row.id, empty=empty
        )
        table.opened.connect(self._open_item)
        return table

    def refresh(self) -> None:
        """Read the tasks."""
        agreement_id, group_id = self._context.shown()
        rows = task.listing(self._context.workspace, agreement_id=agreement_id, group_id=group_id)
        self._groups.look_at(rows)
        done = [row for row in rows if row.done_on is not None]
        self._beside.show_rows([row for row in rows if row.done_on is None])
        self.finished.show_rows(done)
        self.fold.set_title(tr("Klara uppgifter ({count})", count=len(done)))
        self.fold.setVisible(bool(done))

    def open(self, task_id: int) -> None:
        """Choose a task, whether or not it is done."""
        if self.table.select(task_id):
            self.table.setFocus()
        elif self.finished.select(task_id):
            self.fold.set_open(True)
            self.finished.setFocus()

    def finish(self) -> None:
        """Note that the chosen task is done."""
        if self._row is not None:
            task_id = self._row.id
            if attempt(self._context, lambda: task.done(self._context.workspace, task_id)):
                self._context.messages.say(tr("Uppgiften är klar."), undo=True)

    def _fill(self, row: TaskRow) -> None:
        self._row = row
        self.panel.set_title(row.text)
        self._facts.show_facts(
            (
                Fact("", row.outcome, status=shape(row)),
                Fact(tr("Vem"), _who(row)),
                Fact(tr("När"), row.when),
                Fact(tr("Noterades"), f"{row.noted_on}, {row.group}"),
                Fact(tr("Punkt"), row.item),
            )
        )

    def _open_chosen(self) -> None:
        if self._row is not None:
            self._open_item(self._row)

    def _open_item(self, row: TaskRow) -> None:
        self._context.navigate(f"meeting:{row.meeting_id}/item:{row.item_id}")
