"""The page of the commissions, with the tasks, and the balanslista of what is open among both."""

from typing import ClassVar

from PySide6.QtWidgets import QTabWidget, QVBoxLayout, QWidget

from samverkan_desktop.i18n import tr, tr_as
from samverkan_desktop.services import commission, decision
from samverkan_desktop.services.commission import CommissionRow
from samverkan_desktop.services.exported_file import Paper, WhenChanged, Written
from samverkan_desktop.ui import folders, theme
from samverkan_desktop.ui.group_names import GroupNames
from samverkan_desktop.ui.hand_out import HandOut
from samverkan_desktop.ui.handing_out import hand_out, look, said
from samverkan_desktop.ui.page import Page, PageContext
from samverkan_desktop.ui.pages.commissions.details import CommissionDetails
from samverkan_desktop.ui.pages.commissions.open_view import OpenView
from samverkan_desktop.ui.pages.commissions.table import SPARE, columns
from samverkan_desktop.ui.pages.commissions.tasks_view import TasksView
from samverkan_desktop.ui.tasks import Progress
from samverkan_desktop.ui.widgets.filter_table import FilterTable
from samverkan_desktop.ui.widgets.side_panel import Beside
from samverkan_desktop.vocabulary import DocumentKind


class CommissionsPage(Page):
    """Every commission with the chosen one beside them, every task, and what is open."""

    rooms: ClassVar[frozenset[str]] = frozenset(
        {
            "commission", "commission_due", "commission_report", "decision", "meeting", "agenda_item",
            "collaboration_group", "seat", "role_term", "task",
        }
    )  # fmt: skip

    def __init__(self, context: PageContext) -> None:
        super().__init__(context, tr_as("page", "Uppdrag"))
        self._groups = GroupNames()
        self.table: FilterTable[CommissionRow] = FilterTable(
            columns(self._groups),
            name=tr_as("several", "uppdrag"),
            key=lambda row: row.id,
            empty=tr("Inga uppdrag att visa. Uppdrag ges genom beslut på mötet, med hur och när."),
            step=tr("Gå till mötena"),
            done=lambda: context.navigate("meetings"),
        )
        self.details = CommissionDetails(context, self.hand_out, self.look_at, self.open_origin)
        self.table.opened.connect(lambda _row: self.open_origin())
        self._beside = Beside(self.table, self.details, self.details.show_row, spare=SPARE)
        self.tasks = TasksView(context)
        self.open_view = OpenView(context)
        self.tabs = QTabWidget()
        self.tabs.setAccessibleName(tr("Flikar"))
        self.given = QWidget()
        column = QVBoxLayout(self.given)
        column.setContentsMargins(0, theme.APART, 0, 0)
        column.addWidget(self._beside)
        self.tabs.addTab(self.given, tr_as("several", "Uppdrag"))
        self.tabs.addTab(self.tasks, tr("Uppgifter"))
        self.tabs.addTab(self.open_view, tr("Balanslista"))
        self.body.addWidget(self.tabs, 1)
        self.add_command(tr("Visa balanslistan"), self.show_open)
        self.open_list = HandOut(context, DocumentKind.OPEN_ITEMS, tr("Skapa balanslista"))
        self.open_list.put_on(self)

    def refresh(self) -> None:
        """Read the commissions, the tasks and what is open of both."""
        agreement_id, group_id = self.context.shown()
        rows = commission.listing(self.context.workspace, agreement_id=agreement_id, group_id=group_id)
        self._groups.look_at(rows)
        self._beside.show_rows(rows)
        self.tasks.refresh()
        self.open_view.refresh()

    def show_open(self) -> None:
        """Show the balanslista."""
        self.tabs.setCurrentWidget(self.open_view)
        self.open_view.setFocus()

    def open(self, target: str) -> None:
        """Choose the commission of ``commission:3``, or the task of ``task:3``."""
        kind, _, identity = target.rpartition(":")
        if kind == "task":
            self.tabs.setCurrentWidget(self.tasks)
            self.tasks.open(int(identity))
            return
        self.tabs.setCurrentWidget(self.given)
        self.table.select(int(identity))
        self.table.setFocus()

    def open_origin(self) -> None:
        """Go to the item under which the chosen commission was given."""
        row = self.table.current()
        for taken in decision.log(self.context.workspace, meeting_id=row.meeting_id) if row else ():
            if row and taken.id == row.decision_id:
                self.context.navigate(f"meeting:{taken.meeting_id}/item:{taken.item_id}")

    def hand_out(self, row: CommissionRow) -> None:
        """Ask for a folder, and write the commission's description there."""
        work = self.context.workspace
        chosen = folders.ask_for_folder(self, tr("Spara uppdragsbeskrivningen i"))
        if chosen is None:
            return

        def write(progress: Progress, changed: WhenChanged) -> Written:
            from samverkan_desktop.services.export import export

            kind = DocumentKind.COMMISSION
            return export(work, kind, chosen, commission_id=row.id, progress=progress.step, changed=changed)

        def told(files: Written) -> None:
            self.context.messages.say(said(files))

        hand_out(self.context, write, told, tr("Skriver uppdragsbeskrivningen"))

    def look_at(self, row: CommissionRow) -> None:
        """Show the commission's description as it would be handed out, and let it be printed."""
        work = self.context.workspace

        def gather() -> Paper:
            from samverkan_desktop.services.export import preview

            return preview(work, DocumentKind.COMMISSION, commission_id=row.id)

        look(self.context, self, gather)
