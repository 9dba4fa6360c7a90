"""What one writes of a deviation: the report, and what becomes of it (T10, T11)."""

from PySide6.QtWidgets import QCompleter, QLineEdit

from samverkan_desktop.errors import UserError
from samverkan_desktop.i18n import tr
from samverkan_desktop.services import deviation, organisation
from samverkan_desktop.services.item_origin import ground_label
from samverkan_desktop.ui.page import PageContext
from samverkan_desktop.ui.widgets.entry import Entry, Values, day_of
from samverkan_desktop.ui.widgets.form import Field, Kind
from samverkan_desktop.vocabulary import EscalationGround


class Chosen:
    """Which row the entries are about; set when another one is shown."""

    def __init__(self) -> None:
        self._id: int | None = None

    def set(self, identity: int) -> bool:
        """Be about a row; returns whether it is another one than before."""
        another, self._id = identity != self._id, identity
        return another

    def id(self) -> int:
        """Return the row's id.

        Raises:
            LookupError: none is shown.
        """
        if self._id is None:
            raise LookupError("nothing is chosen")
        return self._id


def report_fields() -> tuple[Field, ...]:
    """Return the fields of a report; none of them is for a person."""
    return (
        Field("reported_on", tr("Rapporterad"), Kind.DATE),
        Field("reported_by", tr("Från"), placeholder=tr("verksamhet"), beside=True),
        Field("arose_in", tr("Uppstod i"), placeholder=tr("verksamhet")),
        Field("line_manager", tr("Närmsta chef där bristen uppstod"), placeholder=tr("funktion, inte namn")),
        Field(
            "description",
            tr("Vad brast?"),
            Kind.MULTILINE,
            help=tr(
                "Beskriv utan namn, personnummer eller detaljer som gör att barnet kan kännas igen. "
                "Även skola, klass och datum tillsammans kan göra det."
            ),
        ),
    )


class ReportEntry(Entry):
    """Reporting a deviation: one step, and ready for the next.

    Args:
        context: what the page is given.
    """

    def __init__(self, context: PageContext) -> None:
        super().__init__(report_fields(), tr("Rapportera"), self._report, context.messages)
        self._context = context
        self.show_today()

    def show_today(self) -> None:
        """Fill in the day it is, in an empty field."""
        if not str(self.form.value("description")):
            self.form.show_values({"reported_on": self._context.workspace.today})

    def suggest(self) -> None:
        """Suggest the operations of the parties, while one writes."""
        parties = organisation.parties(self._context.workspace, self._context.agreement_id())
        units = [unit for party in parties for unit in party.units]
        for name in ("reported_by", "arose_in"):
            field = self.form.field(name)
            if isinstance(field, QLineEdit):
                completer = QCompleter(units, field)
                completer.setCaseSensitivity(completer.caseSensitivity().CaseInsensitive)
                field.setCompleter(completer)

    def _report(self, values: Values) -> None:
        own = self._context.agreement_id()
        if own is None:
            raise UserError(tr("Arkivet har inget avtal. Lägg in ett avtal från en mall först."))
        deviation.report(
            self._context.workspace,
            own,
            reported_on=day_of(values, "reported_on"),
            reported_by=str(values["reported_by"]),
            arose_in=str(values["arose_in"]),
            line_manager=str(values["line_manager"]),
            description=str(values["description"]),
        )
        self._context.messages.say(tr("Avvikelsen är rapporterad."), undo=True)
        self.begin({"reported_on": self._context.workspace.today, "reported_by": values["reported_by"]})


def handle_entry(context: PageContext, chosen: Chosen) -> Entry:
    """Return the entry of what the line manager has done."""
    fields = (
        Field("day", tr("Hanterad den"), Kind.DATE),
        Field(
            "handling", tr("Hur den hanterades"), Kind.MULTILINE, help=tr("Utan namn och detaljer."), lines=2
        ),
    )

    def carry_out(values: Values) -> None:
        deviation.handle(context.workspace, chosen.id(), day_of(values, "day"), str(values["handling"]))

    return Entry(fields, tr("Markera som hanterad"), carry_out, context.messages, tr("Avbryt"))


def escalate_entry(context: PageContext, chosen: Chosen) -> Entry:
    """Return the entry of raising a deviation with a group, on one of the agreement's two grounds."""
    grounds = tuple((ground, ground_label(ground)) for ground in EscalationGround)
    fields = (
        Field("ground", tr("Grund"), Kind.CHOICE, choices=grounds, placeholder=tr("välj")),
        Field("group_id", tr("Grupp"), Kind.CHOICE),
        Field("day", tr("Lyft den"), Kind.DATE),
    )

    def carry_out(values: Values) -> None:
        ground, group_id = values["ground"], values["group_id"]
        if not isinstance(ground, EscalationGround):
            raise UserError(tr("Välj på vilken grund frågan lyfts."), field="ground")
        if not isinstance(group_id, int):
            raise UserError(tr("Välj vilken grupp frågan lyfts till."), field="group_id")
        deviation.escalate(context.workspace, chosen.id(), day_of(values, "day"), ground, group_id)

    return Entry(fields, tr("Lyft till gruppen"), carry_out, context.messages, tr("Avbryt"))


def agenda_entry(context: PageContext, chosen: Chosen) -> Entry:
    """Return the entry of putting a raised question on the agenda of a meeting to come."""
    fields = (Field("meeting_id", tr("Möte"), Kind.CHOICE, help=tr("Gruppens kommande möten.")),)

    def carry_out(values: Values) -> None:
        meeting_id = values["meeting_id"]
        if not isinstance(meeting_id, int):
            raise UserError(tr("Välj ett kommande möte. Planera ett om inget finns."), field="meeting_id")
        deviation.put_on_agenda(context.workspace, chosen.id(), meeting_id)

    return Entry(fields, tr("Sätt på dagordningen"), carry_out, context.messages, tr("Avbryt"))
