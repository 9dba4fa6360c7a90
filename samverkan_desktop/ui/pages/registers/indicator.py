"""The register of indicators: tried out, kept or dropped, with their values over the years (ST10)."""

from collections.abc import Sequence
from datetime import date

from samverkan_desktop.i18n import tr
from samverkan_desktop.services import indicator, measurement_paste
from samverkan_desktop.services.indicator import IndicatorRow
from samverkan_desktop.services.workspace import Workspace
from samverkan_desktop.ui.page import PageContext
from samverkan_desktop.ui.pages.registers.indicator_values import IndicatorValues, series_of
from samverkan_desktop.ui.pages.registers.register import Doing, Register
from samverkan_desktop.ui.widgets.entry import Values, day_of
from samverkan_desktop.ui.widgets.facts import Fact
from samverkan_desktop.ui.widgets.form import Field, Kind
from samverkan_desktop.ui.widgets.table_model import Column

_NONE = float("-inf")


def _columns() -> tuple[Column[IndicatorRow], ...]:
    return (
        Column(tr("Indikator"), lambda row: row.name),
        Column(tr("Källa"), lambda row: row.source, width=144, optional=True),
        Column(tr("Läge"), _state, width=96),
        Column(tr("Senaste värde"), _latest, sort=_latest_number, width=128),
        Column(
            tr("Mål"),
            lambda row: series_of(row).said(row.target) if row.target is not None else "",
            sort=lambda row: _NONE if row.target is None else row.target,
            width=80,
            optional=True,
        ),
        Column(tr("Över åren"), lambda _row: "", sort=_latest_number, series=series_of, width=112),
    )


def _state(row: IndicatorRow) -> str:
    if row.until is not None:
        return tr("Avslutade")
    return tr("Prövas") if row.on_trial else tr("Används")


def _latest(row: IndicatorRow) -> str:
    if row.latest is None:
        return ""
    return tr("{value} ({year})", value=series_of(row).said(row.latest.value), year=row.latest.period)


def _latest_number(row: IndicatorRow) -> float:
    return row.latest.value if row.latest else _NONE


def _fields() -> tuple[Field, ...]:
    return (
        Field("name", tr("Indikator")),
        Field("definition", tr("Vad som mäts, och hur"), Kind.MULTILINE, lines=2),
        Field("unit", tr("Enhet"), placeholder=tr("%, dagar, antal")),
        Field("target", tr("Mål"), Kind.DECIMAL, beside=True),
        Field("source", tr("Källa"), placeholder=tr("vem som tar fram värdena, och varifrån")),
        Field("since", tr("Mäts från och med"), Kind.DATE),
    )


def _values(row: IndicatorRow) -> Values:
    return {
        "name": row.name,
        "definition": row.definition,
        "unit": row.unit,
        "target": row.target,
        "source": row.source,
        "since": row.since,
    }


def _known(row: IndicatorRow) -> Sequence[Fact]:
    if row.until is not None:
        return (Fact("", tr("Avslutad {day}. Värdena finns kvar.", day=row.until)),)
    if row.on_trial:
        return (Fact("", tr("Prövas: värdena visas, och inget krävs.")),)
    return ()


def _doings(work: Workspace) -> tuple[Doing[IndicatorRow], ...]:
    day = (Field("day", tr("Dag"), Kind.DATE),)
    return (
        _pasting(work),
        Doing(
            "keep",
            tr("Behåll efter prövningen…"),
            (Field("day", tr("Mäts varje år från och med"), Kind.DATE),),
            tr("Behåll"),
            lambda row, values: indicator.keep(work, row.id, day_of(values, "day")),
            lambda _row: {"day": work.today},
            lambda row: row.on_trial and row.until is None,
        ),
        Doing(
            "try_out",
            tr("Pröva den först"),
            (),
            "",
            lambda row, _values: indicator.try_out(work, row.id),
            offered=lambda row: not row.on_trial and row.until is None,
        ),
        Doing(
            "drop",
            tr("Avsluta indikatorn…"),
            day,
            tr("Avsluta"),
            lambda row, values: indicator.drop(work, row.id, day_of(values, "day")),
            lambda _row: {"day": work.today},
            lambda row: row.until is None,
        ),
        Doing(
            "resume",
            tr("Använd den igen"),
            (),
            "",
            lambda row, _values: indicator.resume(work, row.id),
            offered=lambda row: row.until is not None,
        ),
    )


def _pasting(work: Workspace) -> Doing[IndicatorRow]:
    lines = Field(
        "text",
        tr("Ett år på varje rad"),
        Kind.MULTILINE,
        help=tr(
            "Skriv år;värde;anmärkning. Anmärkningen kan utelämnas. Rader kopierade ur ett kalkylblad går "
            "också bra."
        ),
        placeholder=tr("{year};72,5", year=work.today.year),
        lines=4,
    )
    return Doing(
        "paste",
        tr("Klistra in värden…"),
        (lines,),
        tr("Lägg till alla"),
        lambda row, values: measurement_paste.paste(work, row.id, str(values["text"])),
    )


def register(context: PageContext) -> Register[IndicatorRow]:
    """Return the register."""
    work = context.workspace
    trial = Field("on_trial", tr("Prövas först: visas utan att krävas"), Kind.CHECK)

    def add(agreement_id: int, values: Values) -> None:
        target, since = values["target"], values["since"]
        indicator.add(
            work,
            agreement_id,
            str(values["name"]),
            definition=str(values["definition"]),
            unit=str(values["unit"]),
            source=str(values["source"]),
            target=target if isinstance(target, float) else None,
            on_trial=bool(values["on_trial"]),
            since=since if isinstance(since, date) else None,
        )

    return Register(
        kind="indicator",
        title=tr("Indikatorer"),
        name=tr("indikatorer"),
        about=tr("Värden som visar om samverkan fungerar: ett för varje år, med en linje genom åren."),
        empty=tr("Inga indikatorer är upplagda."),
        rules=frozenset({"R42"}),
        tables=frozenset({"indicator", "measurement"}),
        read=lambda agreement_id: indicator.listing(work, agreement_id),
        identity=lambda row: row.id,
        heading=lambda row: row.name,
        columns=_columns(),
        fields=_fields(),
        values=_values,
        new_fields=(*_fields(), trial),
        add=add,
        change=lambda row, name, value: indicator.change(work, row.id, **{name: value}),
        remove=lambda row: indicator.remove(work, row.id),
        add_title=tr("Lägg till en indikator"),
        add_step=tr("Lägg till"),
        known=_known,
        part=lambda: IndicatorValues(context),
        doings=_doings(work),
        move=lambda row, steps: indicator.move(work, row.id, row.position + steps),
        group=_state,
        spare=(4, 2, 1),
    )
