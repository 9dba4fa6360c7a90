"""A commission as a card under its decision; and the form that notes that one was reported."""

from PySide6.QtWidgets import QHBoxLayout

from samverkan_desktop.errors import UserError
from samverkan_desktop.i18n import tr
from samverkan_desktop.services import commission
from samverkan_desktop.services.commission import CommissionRow
from samverkan_desktop.ui import theme
from samverkan_desktop.ui.page import PageContext
from samverkan_desktop.ui.pages.meetings.in_place import InPlaceForm, Values
from samverkan_desktop.ui.pages.meetings.state import MeetingState
from samverkan_desktop.ui.widgets.form import Field, Form, Kind
from samverkan_desktop.ui.widgets.parts import Card, button, icon_button
from samverkan_desktop.vocabulary import CommissionStatus, ReportKind


class CommissionCard(Card):
    """One commission: who, what, how, when; its words can be changed in place.

    Args:
        context: what the page is given.
        row: the commission.
    """

    def __init__(self, context: PageContext, row: CommissionRow) -> None:
        super().__init__()
        self._context = context
        self._row = row
        self._title = theme.label("", "strong", wrap=True)
        self._details = theme.label("", "small", wrap=True)
        self._edit = icon_button("pencil", tr("Ändra uppdraget"), self._toggle)
        self._open = button(tr("Visa"), lambda: context.navigate(f"commission:{self._row.id}"), "link")
        self.form = Form(
            [
                Field("responsible", tr("Vem ansvarar?")),
                Field("title", tr("Vad gäller uppdraget?")),
                Field("how", tr("Hur ska det redovisas?")),
                Field("background", tr("Bakgrund")),
            ]
        )
        self.form.hide()
        self.form.committed.connect(self._save)
        top = QHBoxLayout()
        top.addWidget(self._title, 1)
        top.addWidget(self._open)
        top.addWidget(self._edit)
        self.body.addLayout(top)
        self.body.addWidget(self._details)
        self.body.addWidget(self.form)

    def show_row(self, row: CommissionRow, editable: bool) -> None:
        """Show the commission as it is stored."""
        self._row = row
        name = tr("Uppdrag {number}: {title}", number=row.number, title=row.title)
        self._title.setText(name)
        self.setAccessibleName(name)
        self._details.setText("\n".join(_details(row)))
        self.form.show_values({n: getattr(row, n) for n in ("responsible", "title", "how", "background")})
        self._edit.setVisible(editable)
        if not editable:
            self.form.hide()

    def commit(self) -> None:
        """Every field saves itself when it is left."""

    def _toggle(self) -> None:
        self.form.setVisible(self.form.isHidden())
        if not self.form.isHidden():
            self.form.field("responsible").setFocus()

    def _save(self, name: str, value: object) -> None:
        try:
            commission.change(self._context.workspace, self._row.id, **{name: str(value)})
        except UserError as error:
            self.form.show_error(error)


def _details(row: CommissionRow) -> list[str]:
    when = tr("När: {day}", day=row.when) if row.due else ""
    if row.interim:
        days = ", ".join(str(day) for day in row.interim)
        when = tr("{when}, delredovisning {days}", when=when, days=days)
    lines = [
        tr("Vem: {responsible}", responsible=row.responsible.replace(";", ",")),
        tr("Hur: {how}", how=row.how),
        when,
    ]
    if row.work_group:
        lines.append(tr("Arbetsgrupp: {name}", name=row.work_group))
    if row.status is not CommissionStatus.ONGOING:
        lines.append(tr("Läge: {outcome}", outcome=row.outcome))
    return [line for line in lines if line]


def report_form(context: PageContext, state: MeetingState, item_id: int) -> InPlaceForm:
    """Return the form that notes that a commission was reported under an item (T22)."""
    ongoing = [c for c in state.commissions if c.status is CommissionStatus.ONGOING]
    item = state.item(item_id)
    known = item.commission_id if item else None
    chosen = known if known in [c.id for c in ongoing] else None
    if chosen is None and len(ongoing) == 1:
        chosen = ongoing[0].id

    def report(values: Values) -> None:
        if values["commission_id"] is None:
            raise UserError(tr("Välj vilket uppdrag som redovisas."), field="commission_id")
        commission.report(
            context.workspace, values["commission_id"], item_id, kind=values["kind"], note=values["note"]
        )

    kinds = ((ReportKind.FINAL, tr("Slutredovisning")), (ReportKind.INTERIM, tr("Delredovisning")))
    return InPlaceForm(
        tr("Redovisning av uppdrag"),
        [
            Field(
                "commission_id",
                tr("Uppdrag"),
                Kind.CHOICE,
                choices=[(c.id, f"{c.number} {c.title}") for c in ongoing],
                help="" if ongoing else tr("Inget uppdrag pågår."),
            ),
            Field("kind", tr("Redovisning"), Kind.CHOICE, choices=kinds),
            Field("note", tr("Kommentar")),
        ],
        tr("Notera redovisningen"),
        report,
        initial={"commission_id": chosen, "kind": ReportKind.FINAL},
    )
