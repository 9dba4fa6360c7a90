"""The register of results that boards expect, in the short and the long run (L02)."""

from datetime import date

from samverkan_desktop.errors import UserError
from samverkan_desktop.i18n import tr
from samverkan_desktop.register_vocabulary import Horizon
from samverkan_desktop.rules.wording import capital, horizon_name
from samverkan_desktop.services import expected_result
from samverkan_desktop.services.expected_result import ExpectedResultRow
from samverkan_desktop.ui.page import PageContext
from samverkan_desktop.ui.pages.registers.choosing import shortened
from samverkan_desktop.ui.pages.registers.register import Register
from samverkan_desktop.ui.widgets.entry import Values
from samverkan_desktop.ui.widgets.form import Field, Kind
from samverkan_desktop.ui.widgets.table_model import Column


def _columns() -> tuple[Column[ExpectedResultRow], ...]:
    return (
        Column(tr("Resultat"), lambda row: row.text),
        Column(tr("När"), lambda row: capital(horizon_name(row.horizon)), width=120),
        Column(tr("Nämnd"), lambda row: row.board, width=144, optional=True),
        Column(tr("Angivet"), lambda row: str(row.stated_on or ""), width=112, optional=True),
    )


def _fields() -> tuple[Field, ...]:
    horizons = tuple((horizon, capital(horizon_name(horizon))) for horizon in Horizon)
    return (
        Field("text", tr("Resultat"), Kind.MULTILINE, lines=3),
        Field("horizon", tr("När det väntas"), Kind.CHOICE, choices=horizons, placeholder=tr("välj")),
        Field("board", tr("Nämnd som väntar sig det")),
        Field("stated_on", tr("Angivet"), Kind.DATE),
    )


def register(context: PageContext) -> Register[ExpectedResultRow]:
    """Return the register."""
    work = context.workspace

    def add(agreement_id: int, values: Values) -> None:
        horizon, stated_on = values["horizon"], values["stated_on"]
        if not isinstance(horizon, Horizon):
            raise UserError(tr("Välj om resultatet väntas på kort eller lång sikt."), field="horizon")
        expected_result.add(
            work,
            agreement_id,
            horizon,
            str(values["text"]),
            board=str(values["board"]),
            stated_on=stated_on if isinstance(stated_on, date) else None,
        )

    return Register(
        kind="expected_result",
        title=tr("Förväntade resultat"),
        name=tr("resultat"),
        about=tr("De resultat som nämnderna väntar sig av samverkan, på kort och på lång sikt."),
        empty=tr("Inga förväntade resultat är angivna."),
        rules=frozenset({"R41"}),
        tables=frozenset({"expected_result"}),
        read=lambda agreement_id: expected_result.listing(work, agreement_id),
        identity=lambda row: row.id,
        heading=lambda row: shortened(row.text),
        columns=_columns(),
        fields=_fields(),
        values=lambda row: {
            "text": row.text,
            "horizon": row.horizon,
            "board": row.board,
            "stated_on": row.stated_on,
        },
        add=add,
        change=lambda row, name, value: expected_result.change(work, row.id, **{name: value}),
        remove=lambda row: expected_result.remove(work, row.id),
        add_title=tr("Lägg till ett resultat"),
        add_step=tr("Lägg till"),
        move=lambda row, steps: expected_result.move(work, row.id, row.position + steps),
        group=lambda row: capital(horizon_name(row.horizon)),
        spare=(1, 3, 2),
    )
