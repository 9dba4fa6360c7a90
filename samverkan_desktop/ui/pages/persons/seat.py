"""The chosen seat: its function, who holds it and has held it, and how that is changed."""

from samverkan_desktop.errors import UserError
from samverkan_desktop.i18n import tr
from samverkan_desktop.rules.wording import capital
from samverkan_desktop.services import group, seat
from samverkan_desktop.services.group import SeatRow
from samverkan_desktop.ui.page import PageContext
from samverkan_desktop.ui.pages.persons.words import (
    called_to_at_length,
    holder,
    receipt_label,
    shape,
    span,
    state_label,
)
from samverkan_desktop.ui.widgets.entry import Entry, Steps, Values, day_of
from samverkan_desktop.ui.widgets.facts import Fact, Facts
from samverkan_desktop.ui.widgets.form import Field, Kind
from samverkan_desktop.ui.widgets.side_panel import SidePanel
from samverkan_desktop.vocabulary import HolderState, Receipt
from samverkan_desktop.words import Words


def _fields() -> tuple[Field, ...]:
    states = tuple((state, state_label(state)) for state in HolderState)
    return (
        Field("state", tr("Funktionen är"), Kind.CHOICE, choices=states),
        Field("name", tr("Innehavare"), help=tr("Lämnas tomt om funktionen är vakant.")),
        Field("email", tr("E-post"), Kind.ADDRESS, placeholder=tr("namn@kommun.se")),
        Field("since", tr("Från och med"), Kind.DATE),
        Field("until", tr("Till och med"), Kind.DATE, help=tr("Tomt: tills vidare."), beside=True),
    )


def _receiving() -> tuple[Field, ...]:
    ways = tuple((each, receipt_label(each)) for each in Receipt)
    told = tr("Gäller kallelser och anteckningar. En ersättare får dem för kännedom om inget annat är valt.")
    return (Field("receipt", tr("Får utskick"), Kind.CHOICE, choices=ways, help=told),)


class SeatDetails(SidePanel):
    """One seat.

    Args:
        context: what the page is given.
    """

    def __init__(self, context: PageContext) -> None:
        super().__init__(tr("Platsen"))
        self._context = context
        self._seat_id: int | None = None
        self._receipt = Receipt.TO
        #: Those of the agreement the seat belongs to.
        self.words = Words()
        self.facts = Facts(context.navigate)
        self.steps = Steps()
        self.entry = Entry(_fields(), tr("Spara"), self._set_holder, context.messages, tr("Avbryt"))
        self.steps.add("holder", tr("Ändra innehavare…"), self.entry, self._empty)
        self.receives = Entry(_receiving(), tr("Spara"), self._set_receipt, context.messages, tr("Avbryt"))
        self.steps.add(
            "receipt", tr("Ändra hur utskick går…"), self.receives, lambda: {"receipt": self._receipt}
        )
        self.history = Facts(context.navigate)
        for widget in (self.facts, self.steps, self.history):
            self.content.addWidget(widget)

    def show_row(self, row: SeatRow) -> None:
        """Show a seat; an entry that is being written for the same one is kept."""
        if row.id != self._seat_id:
            self._seat_id = row.id
            self.steps.offer()
        self._receipt = row.receipt
        self.steps.offer("holder", "receipt")
        self.set_title(row.function)
        held = span(row.held_since, None) if row.held_since else ""
        self.facts.show_facts(
            (
                Fact("", holder(row.state, row.holder) if shape(row) else "", status=shape(row) or ""),
                Fact(capital(self.words.party), row.party),
                Fact(tr("Innehavare"), "" if shape(row) else holder(row.state, row.holder)),
                Fact(tr("E-post"), row.email),
                Fact(tr("Får utskick"), receipt_label(row.receipt)),
                Fact(tr("Sedan"), held),
                Fact(tr("Roll"), ", ".join(row.role_names)),
                Fact(tr("Deltar"), called_to_at_length(row)),
            )
        )
        self.history.show_facts(
            tuple(
                Fact(
                    "" if number else tr("Tidigare och kommande innehavare"),
                    f"{holder(each.state, each.name)}, {span(each.since, each.until)}",
                )
                for number, each in enumerate(group.holdings(self._context.workspace, row.id))
            )
        )

    def _kept(self) -> Values:
        return {"receipt": self._receipt}

    def _set_receipt(self, values: Values) -> None:
        if self._seat_id is not None:
            seat.change(self._context.workspace, self._seat_id, receipt=values["receipt"])

    def _empty(self) -> Values:
        return {"state": HolderState.ORDINARY, "since": self._context.workspace.today}

    def _set_holder(self, values: Values) -> None:
        state, until = values["state"], values["until"]
        if not isinstance(state, HolderState):
            raise UserError(tr("Välj hur funktionen innehas."), field="state")
        if self._seat_id is None:
            return
        group.set_holder(
            self._context.workspace,
            self._seat_id,
            state,
            day_of(values, "since"),
            name=str(values["name"]),
            email=str(values["email"] or ""),
            until=day_of(values, "until") if until is not None else None,
        )
