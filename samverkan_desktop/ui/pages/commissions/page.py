"""The page of the commissions, with the balanslista as its short form."""

from pathlib import Path
from typing import ClassVar

from samverkan_desktop.i18n import tr
from samverkan_desktop.services import commission, decision
from samverkan_desktop.services.commission import CommissionRow
from samverkan_desktop.ui import folders
from samverkan_desktop.ui.group_names import GroupNames
from samverkan_desktop.ui.page import Page, PageContext
from samverkan_desktop.ui.pages.commissions.details import CommissionDetails
from samverkan_desktop.ui.pages.commissions.table import SPARE, columns
from samverkan_desktop.ui.tasks import Progress
from samverkan_desktop.ui.widgets.fields import CheckField
from samverkan_desktop.ui.widgets.filter_table import FilterTable
from samverkan_desktop.ui.widgets.side_panel import Beside
from samverkan_desktop.vocabulary import DocumentKind


class CommissionsPage(Page):
    """Every commission, or the open ones, with the chosen one beside them."""

    rooms: ClassVar[frozenset[str]] = frozenset(
        {
            "commission", "commission_due", "commission_report", "decision", "meeting", "agenda_item",
            "collaboration_group", "seat", "role_term",
        }
    )  # fmt: skip

    def __init__(self, context: PageContext) -> None:
        super().__init__(context, tr("Uppdrag"))
        self.open_only = CheckField(tr("Bara öppna (balanslista)"))
        self.open_only.committed.connect(lambda _ticked: self.refresh())
        self.add_action_widget(self.open_only)
        self._groups = GroupNames()
        self.table: FilterTable[CommissionRow] = FilterTable(
            columns(self._groups),
            name=tr("uppdrag"),
            key=lambda row: row.id,
            empty=tr("Inga uppdrag att visa. Uppdrag ges genom beslut på mötet, med hur och när."),
            step=tr("Gå till mötena"),
            done=lambda: context.navigate("meetings"),
        )
        self.details = CommissionDetails(context, self.hand_out, self.open_origin)
        self.table.opened.connect(lambda _row: self.open_origin())
        self._beside = Beside(self.table, self.details, self.details.show_row, spare=SPARE)
        self.body.addWidget(self._beside, 1)
        self.add_command(tr("Visa balanslistan"), self.show_open)

    def refresh(self) -> None:
        """Read the commissions."""
        agreement_id, group_id = self.context.shown()
        open_only = bool(self.open_only.value())
        rows = commission.listing(
            self.context.workspace, open_only, agreement_id=agreement_id, group_id=group_id
        )
        self._groups.look_at(rows)
        self._beside.show_rows(rows)

    def show_open(self) -> None:
        """Show the open ones only."""
        self.open_only.set_value(True)
        self.refresh()

    def open(self, target: str) -> None:
        """Choose the commission of ``commission:3``, whether or not it is open."""
        commission_id = int(target.rpartition(":")[2])
        if not self.table.select(commission_id):
            self.open_only.set_value(False)
            self.refresh()
            self.table.select(commission_id)
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

        def write(progress: Progress) -> tuple[Path, ...]:
            from samverkan_desktop.services.export import export

            kind = DocumentKind.COMMISSION
            return export(work, kind, chosen, commission_id=row.id, progress=progress.step)

        def told(files: tuple[Path, ...]) -> None:
            names = ", ".join(file.name for file in files)
            self.context.messages.say(tr("{names} ligger i {folder}.", names=names, folder=chosen))

        self.context.tasks.run(write, told, tr("Skriver uppdragsbeskrivningen"))
