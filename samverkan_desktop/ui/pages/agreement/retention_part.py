"""How long each kind of document is kept, and what may be disposed of: on the agreement's page."""

from samverkan_desktop.errors import UserError
from samverkan_desktop.i18n import tr
from samverkan_desktop.retention_vocabulary import RecordKind, RetentionRule
from samverkan_desktop.services import retention
from samverkan_desktop.services.agreement import AgreementRow
from samverkan_desktop.services.archive_package import DisposableRow
from samverkan_desktop.ui import theme
from samverkan_desktop.ui.page import PageContext
from samverkan_desktop.ui.pages.meetings.in_place import save
from samverkan_desktop.ui.widgets.fitted_table import FittedTable
from samverkan_desktop.ui.widgets.form import Field, Form, Kind
from samverkan_desktop.ui.widgets.parts import Card
from samverkan_desktop.ui.widgets.table_model import Column, TableModel

_YEARS = "_years"
#: The years that a kind begins with when it is to be disposed of; they are changed beside it.
_FIRST = 2
_DAY = 26 * theme.GRID
_GROUP = 34 * theme.GRID


def _choices() -> tuple[tuple[object, str], ...]:
    return (
        (RetentionRule.PRESERVE, tr("bevaras")),
        (RetentionRule.DISPOSE, tr("gallras efter ett antal år")),
        (RetentionRule.UNDECIDED, tr("inte beslutat")),
    )


class RetentionPart(Card):
    """A rule for each kind of document, in fields that save themselves.

    Args:
        context: what the page is given.
    """

    def __init__(self, context: PageContext) -> None:
        super().__init__(tr("Gallring"))
        self._context = context
        self._agreement_id: int | None = None
        fields: list[Field] = []
        for kind in RecordKind:
            name = tr(retention.NAMES[kind])
            fields += [
                Field(kind.value, name, Kind.CHOICE, choices=_choices()),
                Field(f"{kind.value}{_YEARS}", tr("Antal år"), Kind.NUMBER, beside=True),
            ]
        self.form = Form(fields)
        self.form.committed.connect(self._decide)
        told = tr(
            "Er arkivmyndighet avgör vad som bevaras. Åren räknas från utgången av det kalenderår då "
            "handlingen blev färdig. Programmet gallrar aldrig något självt."
        )
        self.body.addWidget(theme.label(told, "muted", wrap=True))
        self.body.addWidget(self.form)

    def show_agreement(self, agreement: AgreementRow) -> None:
        """Show the rules of an agreement."""
        if agreement.id != self._agreement_id:
            self.form.clear_errors()
        self._agreement_id = agreement.id
        for row in retention.rows(self._context.workspace, agreement.id):
            years = f"{row.kind.value}{_YEARS}"
            self.form.show_values({row.kind.value: row.rule, years: row.years})
            self.form.show_field(years, shown=row.rule is RetentionRule.DISPOSE)
            self.form.field(years).setAccessibleName(
                tr("{what}: antal år", what=tr(retention.NAMES[row.kind]))
            )

    def _decide(self, name: str, value: object) -> None:
        if self._agreement_id is None:
            return
        own, kind = self._agreement_id, RecordKind(name.removesuffix(_YEARS))
        rule, years = self.form.value(kind.value), self.form.value(f"{kind.value}{_YEARS}")
        chosen = RetentionRule(str(rule))
        number = (int(str(years or 0)) or _FIRST) if name == kind.value else int(str(value))

        def decide() -> None:
            try:
                retention.decide(self._context.workspace, own, kind, chosen, number)
            except UserError as error:
                raise UserError(error.message, field=f"{kind.value}{_YEARS}") from error

        save(self._context, self.form, decide)


class DisposablePart(Card):
    """What may be disposed of, and from which day.

    Args:
        context: what the page is given.
    """

    def __init__(self, context: PageContext) -> None:
        super().__init__(tr("Får gallras"))
        self._context = context
        self.nothing = theme.label(tr("Inget får gallras efter de regler som gäller."), "muted", wrap=True)
        self.count = theme.label("", wrap=True)
        self.model: TableModel[DisposableRow] = TableModel(_columns())
        self.table = FittedTable(self.model, tr("Handlingar som får gallras"))
        for widget in (self.nothing, self.count, self.table):
            self.body.addWidget(widget)

    def show_agreement(self, agreement: AgreementRow) -> None:
        """List what may be disposed of in an agreement: it is found in the background."""
        work, own = self._context.workspace, agreement.id

        def find(_progress: object) -> tuple[DisposableRow, ...]:
            from samverkan_desktop.services import archive_package

            return archive_package.disposable(work, own)

        self._context.tasks.run(find, self._show, "")

    def _show(self, rows: tuple[DisposableRow, ...]) -> None:
        ripe = sum(row.disposable_from <= self._context.workspace.today for row in rows)
        self.table.show_rows(rows)
        self.nothing.setVisible(not rows)
        self.count.setVisible(bool(rows))
        self.table.setVisible(bool(rows))
        self.count.setText(tr("{n} av {m} får gallras redan i dag.", n=ripe, m=len(rows)))


def _columns() -> tuple[Column[DisposableRow], ...]:
    return (
        Column(tr("Tidigast"), lambda row: str(row.disposable_from), width=_DAY),
        Column(tr("Handling"), lambda row: row.title),
        Column(tr("Färdig"), lambda row: str(row.day), width=_DAY),
        Column(tr("Grupp"), lambda row: row.group, width=_GROUP),
        Column(tr("Dnr"), lambda row: row.case_number, width=_GROUP, optional=True),
        Column(tr("Regel"), lambda row: row.rule.words, width=_GROUP),
    )
