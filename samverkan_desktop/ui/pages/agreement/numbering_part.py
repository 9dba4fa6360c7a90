"""How a group numbers its decisions, folded in its panel; the number that the next one gets stands on it."""

from dataclasses import asdict

from PySide6.QtWidgets import QVBoxLayout

from samverkan_desktop.i18n import tr
from samverkan_desktop.services import numbering
from samverkan_desktop.services.group_writing import GroupDetails
from samverkan_desktop.ui.page import PageContext
from samverkan_desktop.ui.pages.meetings.in_place import save
from samverkan_desktop.ui.pages.registers.register import RowPart
from samverkan_desktop.ui.widgets.expander import Expander
from samverkan_desktop.ui.widgets.form import Field, Form, Kind


def _fields() -> tuple[Field, ...]:
    return (
        Field(
            "numbering",
            tr("I vilken följd"),
            Kind.CHOICE,
            help=tr("En ändring gäller från nästa beslut. Nummer som är givna ändras aldrig."),
            choices=[(run, tr(name)) for run, name in numbering.RUNS.items()],
        ),
        Field("number_prefix", tr("Före numret"), placeholder="§", help=tr("Tomt betyder årtal eller dag.")),
        Field("number_start", tr("Börjar på"), Kind.NUMBER, beside=True),
        Field(
            "sub_numbers",
            tr("En punkts beslut delar nummer"),
            Kind.CHECK,
            help=tr("Till exempel § 60:1 och § 60:2."),
        ),
    )


class NumberingPart(RowPart[GroupDetails]):
    """Fields that save themselves, with the next number changing above them.

    Args:
        context: what the page is given.
    """

    def __init__(self, context: PageContext) -> None:
        super().__init__()
        self._context = context
        self._group_id: int | None = None
        self.form = Form(_fields())
        self.form.committed.connect(self._save)
        self.fold = Expander("")
        self.fold.body.addWidget(self.form)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.fold)

    def show_row(self, row: GroupDetails) -> None:
        """Show how a group numbers its decisions."""
        if row.id != self._group_id:
            self.form.clear_errors()
        self._group_id = row.id
        self.setVisible(row.closed_on is None)
        work = self._context.workspace
        following = numbering.example(work, row.id)
        self.fold.set_title(tr("Så numreras besluten – nästa: {number}", number=following))
        self.form.show_values(asdict(numbering.scheme(work, row.id)))

    def _save(self, name: str, value: object) -> None:
        if self._group_id is not None:
            group_id = self._group_id
            save(
                self._context,
                self.form,
                lambda: numbering.change(self._context.workspace, group_id, **{name: value}),
            )
