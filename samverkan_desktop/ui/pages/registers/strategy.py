"""The register of strategies: from them activities and commitments follow (L07)."""

from samverkan_desktop.i18n import tr
from samverkan_desktop.services import strategy
from samverkan_desktop.services.strategy import StrategyRow
from samverkan_desktop.ui.page import PageContext
from samverkan_desktop.ui.pages.registers.register import Register
from samverkan_desktop.ui.widgets.entry import Values
from samverkan_desktop.ui.widgets.form import Field, Kind
from samverkan_desktop.ui.widgets.table_model import Column


def _columns() -> tuple[Column[StrategyRow], ...]:
    return (
        Column(tr("Strategi"), lambda row: row.title, tooltip=lambda row: row.text or row.title),
        Column(
            tr("Aktiviteter"),
            lambda row: str(row.activities or ""),
            width=112,
            right=True,
            sort=lambda row: row.activities,
        ),
        Column(
            tr("Åtaganden"),
            lambda row: str(row.commitments or ""),
            width=112,
            right=True,
            sort=lambda row: row.commitments,
        ),
    )


def register(context: PageContext) -> Register[StrategyRow]:
    """Return the register."""
    work = context.workspace

    def add(agreement_id: int, values: Values) -> None:
        strategy.add(work, agreement_id, str(values["title"]), text=str(values["text"]))

    def change(row: StrategyRow, name: str, value: object) -> None:
        strategy.change(work, row.id, **{name: str(value)})

    return Register(
        kind="strategy",
        title=tr("Strategier"),
        name=tr("strategier"),
        about=tr("De långsiktiga inriktningarna. Aktiviteter och åtaganden följer av dem."),
        empty=tr("Inga strategier är inlagda."),
        rules=frozenset(),
        tables=frozenset({"strategy", "planned_activity", "commitment"}),
        read=lambda agreement_id: strategy.listing(work, agreement_id),
        identity=lambda row: row.id,
        heading=lambda row: row.title,
        columns=_columns(),
        fields=(
            Field("title", tr("Strategi")),
            Field("text", tr("Mål och delmål"), Kind.MULTILINE, lines=6),
        ),
        values=lambda row: {"title": row.title, "text": row.text},
        add=add,
        change=change,
        remove=lambda row: strategy.remove(work, row.id),
        add_title=tr("Lägg till en strategi"),
        add_step=tr("Lägg till"),
        move=lambda row, steps: strategy.move(work, row.id, row.position + steps),
        spare=(1, 2),
    )
