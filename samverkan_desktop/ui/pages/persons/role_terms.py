"""The roles of a group, year by year, with the decisions; and how they are given (T17, T18)."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from samverkan_desktop.errors import UserError
from samverkan_desktop.i18n import tr, tr_as
from samverkan_desktop.rules.wording import capital
from samverkan_desktop.services import decision, role
from samverkan_desktop.services.group import GroupRow
from samverkan_desktop.services.role import RoleChoice, TermRow
from samverkan_desktop.ui import theme
from samverkan_desktop.ui.page import PageContext
from samverkan_desktop.ui.pages.persons.words import span
from samverkan_desktop.ui.widgets.entry import Entry, Values
from samverkan_desktop.ui.widgets.facts import Fact, Facts
from samverkan_desktop.ui.widgets.filter_table import FilterTable
from samverkan_desktop.ui.widgets.form import Field, Kind
from samverkan_desktop.ui.widgets.parts import button
from samverkan_desktop.ui.widgets.side_panel import Beside, SidePanel
from samverkan_desktop.ui.widgets.table_model import Column
from samverkan_desktop.vocabulary import DecisionKind, Role, SeatAttendance
from samverkan_desktop.words import Words

#: The fields in which the roles are chosen.
_NAMES = {Role.CONVENOR: "convenor", Role.SECRETARY: "secretary", Role.CHAIR: "chair"}


def columns() -> tuple[Column[TermRow], ...]:
    """Return what the list shows of a term."""
    return (
        Column(tr_as("about", "Gäller"), lambda row: row.period, width=112, sort=lambda row: row.since),
        Column(tr("Roll"), lambda row: row.name, width=136),
        Column(tr("Funktion"), lambda row: row.function),
        Column(tr("Beslut"), _decided, width=120),
    )


def _decided(row: TermRow) -> str:
    """Return by what somebody has a role: a decision, the agreement itself, or nothing."""
    return row.clause or row.decision or tr("inget beslut")


def _fields() -> tuple[Field, ...]:
    choose = tr("välj")
    return (
        Field("period", tr("År"), Kind.CHOICE, placeholder=choose),
        Field("convenor", tr("Sammankallande"), Kind.CHOICE, placeholder=choose),
        Field("secretary", tr("Sekreterare"), Kind.CHOICE, placeholder=choose),
        Field("chair", tr("Ordförande"), Kind.CHOICE, placeholder=choose),
        Field("decision_id", tr("Beslut"), Kind.CHOICE, help=tr("Val som gruppen har beslutat på ett möte.")),
    )


class RoleTerms(QWidget):
    """The list with a new choice of roles, or the chosen term, beside it.

    Args:
        context: what the page is given.
    """

    def __init__(self, context: PageContext) -> None:
        super().__init__()
        self._context = context
        self._group: GroupRow | None = None
        self._proposed = ""
        self._choices: tuple[RoleChoice, ...] = ()
        self.table: FilterTable[TermRow] = FilterTable(
            columns(),
            name=tr("roller"),
            key=lambda row: row.id,
            empty=tr("Inga roller är utsedda. Utse dem i rutan bredvid."),
        )
        self.entry = Entry(_fields(), tr("Utse"), self._assign, context.messages)
        choose = SidePanel(tr("Utse roller"), closes=False)
        choose.set_title(tr("Utse roller"))
        choose.content.addWidget(self.entry)
        self.details = SidePanel(tr("Rollen"))
        self._facts = Facts(context.navigate)
        self.details.content.addWidget(self._facts)
        self._shown = 0
        self._back = button(tr("Ta bort valet"), self._take_back, "quiet", "x")
        self.details.content.addWidget(self._back, 0, Qt.AlignmentFlag.AlignLeft)
        self._beside = Beside(self.table, self.details, self._fill, otherwise=choose)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, theme.APART, 0, 0)
        column.addWidget(self._beside, 1)

    def show_group(self, shown: GroupRow | None) -> None:
        """Show the roles of a group."""
        self._group = shown
        work, form = self._context.workspace, self.entry.form
        self._offer_terms(shown)
        self._offer_seats(shown)
        form.offer("decision_id", self._elections(shown))
        self._beside.show_rows(role.terms(work, shown.id) if shown else ())

    def _offer_terms(self, shown: GroupRow | None) -> None:
        """Offer the years, or whatever else the agreement says that the group gives its roles for."""
        form, work, year = self.entry.form, self._context.workspace, self._context.period()
        terms = role.term_choice(work, shown.id, work.today) if shown else None
        labels = terms.labels if terms else ()
        form.offer("period", [(label, label) for label in labels])
        form.show_field("period", shown=bool(labels))
        if terms is not None:
            form.rename("period", terms.name)
            proposed = year if year in labels else terms.proposed
            if form.value("period") is None or self._proposed != proposed:
                self._proposed = proposed
                form.show_values({"period": proposed})

    def _offer_seats(self, shown: GroupRow | None) -> None:
        """Offer the seats each role can be given to; of one tied to a function, that function alone."""
        form, work = self.entry.form, self._context.workspace
        self._choices = role.choices(work, shown.id, work.today) if shown else ()
        seats = shown.seats if shown else ()
        here = {each.role for each in self._choices}
        for each_role, name in _NAMES.items():
            form.show_field(name, shown=each_role in here)
        for each in self._choices:
            offered = [
                (s.id, s.function)
                for s in seats
                if (s.attendance is SeatAttendance.EVERY if each.tied_to is None else s.id == each.tied_to)
            ]
            form.offer(_NAMES[each.role], offered)
            form.rename(_NAMES[each.role], capital(each.name))
            if each.tied_to is not None:
                form.show_values({_NAMES[each.role]: each.tied_to})

    def _elections(self, shown: GroupRow | None) -> list[tuple[object, str]]:
        taken = decision.log(self._context.workspace, group_id=shown.id) if shown else ()
        chosen = [
            (each.id, f"{each.number}, {each.day}")
            for each in reversed(taken)
            if each.kind is DecisionKind.ELECTION
        ]
        return [(None, tr("inget beslut än")), *chosen]

    def begin(self) -> None:
        """Begin a new choice."""
        self._beside.close_panel()
        self.entry.form.field("period").setFocus()

    def choose(self, term_id: int) -> None:
        """Show one term."""
        self.table.select(term_id)
        self.table.setFocus()

    def _fill(self, row: TermRow) -> None:
        self.details.set_title(capital(row.name))
        decided = tr("inget beslut")
        if row.clause:
            decided = tr("enligt avtalet, {clause}", clause=row.clause)
        elif row.decision:
            decided = tr("beslut {number}, {day}", number=row.decision, day=row.decided_on)
        self._facts.show_facts(
            (
                Fact(tr("Funktion"), row.function, f"seat:{row.seat_id}"),
                Fact(capital((self._group.words if self._group else Words()).party), row.party),
                Fact(tr_as("about", "Gäller"), row.period),
                Fact(tr("Tid"), span(row.since, row.until)),
                Fact(tr("Beslut"), decided, self._link(row)),
            )
        )
        self._shown = row.id
        self._back.setVisible(row.id > 0)

    def _link(self, row: TermRow) -> str:
        if row.clause:
            return f"agreement:{row.clause}"
        return f"decision:{row.decision_id}" if row.decision_id else ""

    def _take_back(self) -> None:
        self._beside.close_panel()
        role.take_back(self._context.workspace, self._shown)
        self._context.messages.say(tr("Valet är borttaget."), undo=True)

    def _assign(self, values: Values) -> None:
        if self._group is None:
            return
        chosen: dict[Role, int] = {}
        for each in self._choices:
            name = _NAMES[each.role]
            if each.tied_to is not None:
                continue
            seat_id = values[name]
            if isinstance(seat_id, int):
                chosen[each.role] = seat_id
            elif each.needed:
                raise UserError(tr("Välj en funktion ur gruppen."), field=name)
        asked = self.entry.form.field("period").isVisible()
        if asked and values["period"] is None:
            raise UserError(tr("Välj vilken tid rollerna gäller."), field="period")
        taken = values["decision_id"]
        decision_id = taken if isinstance(taken, int) else None
        try:
            period = str(values["period"]) if asked else ""
            role.assign_roles(
                self._context.workspace, self._group.id, chosen, period, decision_id=decision_id
            )
        except UserError as error:
            last = [_NAMES[each.role] for each in self._choices][-1]
            field = last if error.field == "roles" else error.field
            raise UserError(error.message, field=field, rule=error.rule) from error
        self._context.messages.say(tr("Rollerna är utsedda."), undo=True)
