"""The chosen commission: what it is, how and when it is reported, who carries it, what came of it."""

from collections.abc import Callable

from PySide6.QtCore import Qt

from samverkan_desktop.errors import EnvironmentFault, UserError
from samverkan_desktop.i18n import tr
from samverkan_desktop.services import (
    commission,
    commission_history,
    commitment,
    group,
    served_commitment,
)
from samverkan_desktop.services.commission import CommissionRow
from samverkan_desktop.ui.members import members
from samverkan_desktop.ui.page import PageContext
from samverkan_desktop.ui.pages.commissions.table import shape
from samverkan_desktop.ui.widgets.facts import Fact, Facts
from samverkan_desktop.ui.widgets.fields import MultilineField
from samverkan_desktop.ui.widgets.form import Field, Form, Kind
from samverkan_desktop.ui.widgets.parts import button
from samverkan_desktop.ui.widgets.side_panel import SidePanel
from samverkan_desktop.vocabulary import CommissionStatus, ReportKind

#: What is printed on one line, however it is broken in its field.
_ONE_LINE = ("title", "responsible")
#: What is chosen beside what is written: that stands in the minutes, this does not.
_SERVES = "commitment_id"


def _fields() -> tuple[Field, ...]:
    return (
        Field("title", tr("Uppdrag"), Kind.MULTILINE, lines=1),
        Field(
            "responsible",
            tr("Ansvarig"),
            Kind.MULTILINE,
            help=tr("Skilj flera funktioner åt med semikolon."),
            lines=1,
        ),
        Field("background", tr("Bakgrund"), Kind.MULTILINE, lines=2),
        Field("how", tr("Hur det redovisas"), Kind.MULTILINE, lines=2),
        Field(_SERVES, tr("Tjänar åtagandet"), Kind.CHOICE, placeholder=tr("inget")),
    )


class CommissionDetails(SidePanel):
    """Everything known of one commission; its words are changed in place.

    Args:
        context: what the page is given.
        hand_out: makes the commission's description.
        look: shows it as it would be made.
        open_origin: goes to where the commission was given.
    """

    def __init__(
        self,
        context: PageContext,
        hand_out: Callable[[CommissionRow], object],
        look: Callable[[CommissionRow], object],
        open_origin: Callable[[], object],
    ) -> None:
        super().__init__(tr("Uppdraget"))
        self._context = context
        self._hand_out, self._look = hand_out, look
        self._row: CommissionRow | None = None
        self.state = Facts(context.navigate)
        self.form = Form(_fields())
        self.form.committed.connect(self._change)
        self.facts = Facts(context.navigate)
        left = Qt.AlignmentFlag.AlignLeft
        for widget in (self.state, self.form, self.facts):
            self.content.addWidget(widget)
        self.content.addWidget(button(tr("Öppna där uppdraget gavs"), open_origin), 0, left)
        self.content.addWidget(button(tr("Skapa uppdragsbeskrivning…"), self._make), 0, left)
        self.content.addWidget(button(tr("Förhandsgranska…"), self._see, "quiet"), 0, left)

    def show_row(self, row: CommissionRow) -> None:
        """Show a commission; what is being written of the same one is kept."""
        values = {field.name: getattr(row, field.name) for field in _fields()}
        if self._row is None or row.id != self._row.id:
            self.form.clear_errors()
        else:
            wrong = {name for name in values if self.form.field(name).property("wrong")}
            values = {name: value for name, value in values.items() if name not in wrong}
        self._row = row
        self.set_title(row.number)
        self._offer_commitments(row)
        self.form.show_values(values)
        for name in values:
            text = self.form.field(name)
            if isinstance(text, MultilineField):
                text.setReadOnly(row.locked)
        self.state.show_facts(_state(row))
        self.facts.show_facts((*self._when(row), *self._crew(row), *self._reports(row), *_origin(row)))

    def _offer_commitments(self, row: CommissionRow) -> None:
        work = self._context.workspace
        own = next((g.agreement_id for g in group.groups(work) if g.id == row.group_id), None)
        there = commitment.listing(work, own) if own is not None else ()
        self.form.offer(_SERVES, [(None, tr("inget")), *((each.id, each.title) for each in there)])
        self.form.show_field(_SERVES, shown=bool(there))

    def _change(self, name: str, value: object) -> None:
        if self._row is None:
            return
        work = self._context.workspace
        try:
            if name == _SERVES:
                served_commitment.serve(work, self._row.id, value if isinstance(value, int) else None)
            else:
                text = " ".join(str(value).split()) if name in _ONE_LINE else str(value)
                commission.change(work, self._row.id, **{name: text})
        except UserError as error:
            if not self.form.show_error(error):
                self._context.messages.trouble(error)
        except EnvironmentFault as error:
            self._context.messages.trouble(error)

    def _make(self) -> None:
        if self._row is not None:
            self._hand_out(self._row)

    def _see(self) -> None:
        if self._row is not None:
            self._look(self._row)

    def _when(self, row: CommissionRow) -> tuple[Fact, ...]:
        dues = commission_history.dues(self._context.workspace, row.id)
        final = [due for due in dues if due.kind is ReportKind.FINAL]
        label = tr("När det redovisas")
        facts = [
            Fact(
                "" if number else label,
                due.when if due is final[-1] else tr("{day}, ändrad", day=due.when),
                f"decision:{due.decision_id}",
                tr("beslut {number}, {day}", number=due.decision, day=due.decided_on),
            )
            for number, due in enumerate(reversed(final))
        ]
        interim = ", ".join(day.isoformat() for day in row.interim)
        return (*facts, Fact(tr("Delredovisning"), interim))

    def _crew(self, row: CommissionRow) -> tuple[Fact, ...]:
        groups = group.groups(self._context.workspace) if row.work_group_id else ()
        for each in groups:
            if each.id == row.work_group_id:
                return (Fact(tr("Arbetsgrupp"), each.name, f"group:{each.id}"), *members(each.seats))
        return ()

    def _reports(self, row: CommissionRow) -> tuple[Fact, ...]:
        kinds = {ReportKind.INTERIM: tr("delredovisning"), ReportKind.FINAL: tr("slutredovisning")}
        return tuple(
            Fact(
                "" if number else tr("Redovisningar"),
                ". ".join(filter(None, (f"{report.day}, {kinds[report.kind]}", report.note))),
                f"meeting:{report.meeting_id}/item:{report.item_id}" if report.item_id else "",
                tr("öppna punkten"),
            )
            for number, report in enumerate(commission_history.reports(self._context.workspace, row.id))
        )


def _state(row: CommissionRow) -> tuple[Fact, ...]:
    """Return the two states, reported and approved, each with its shape."""
    if row.reported_on is not None:
        reported = Fact(tr("Redovisat"), f"{row.outcome} {row.reported_on}", status=shape(row))
    else:
        late = tr("försenat, skulle ha redovisats {day}", day=row.when)
        reported = Fact(tr("Redovisat"), late if row.late else tr("inte än"), status=shape(row))
    if row.status is CommissionStatus.APPROVED:
        return reported, Fact(
            tr("Godkänt av gruppen"), tr("beslut {number}", number=row.approved_by), status="fulfilled"
        )
    return reported, Fact(tr("Godkänt av gruppen"), tr("inte än"), status="not_due")


def _origin(row: CommissionRow) -> tuple[Fact, ...]:
    return (
        Fact(
            tr("Gavs"),
            f"{row.given_on}, {row.group}",
            f"decision:{row.decision_id}",
            tr("beslut {number}", number=row.decision),
        ),
    )
