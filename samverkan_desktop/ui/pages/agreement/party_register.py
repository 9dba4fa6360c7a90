"""The parties of the agreement, to be written: who they are, whom they serve, and their operations."""

from collections.abc import Sequence

from samverkan_desktop.i18n import mark, tr
from samverkan_desktop.services import party
from samverkan_desktop.services.party import PartyDetails
from samverkan_desktop.services.workspace import Workspace
from samverkan_desktop.ui.page import PageContext
from samverkan_desktop.ui.pages.registers.register import Register
from samverkan_desktop.ui.widgets.entry import Values
from samverkan_desktop.ui.widgets.form import Field, Kind
from samverkan_desktop.ui.widgets.table_model import Column
from samverkan_desktop.vocabulary import PartyKind

_KINDS = {
    PartyKind.ADMINISTRATION: mark("Förvaltning"),
    PartyKind.BOARD: mark("Nämnd"),
    PartyKind.STATE_AUTHORITY: mark("Statlig myndighet"),
    PartyKind.REGION: mark("Region"),
    PartyKind.INDEPENDENT: mark("Fristående huvudman"),
    PartyKind.ASSOCIATION: mark("Förening"),
}


def _columns() -> tuple[Column[PartyDetails], ...]:
    return (
        Column(tr("Part"), lambda row: row.name),
        Column(tr("Slag"), lambda row: tr(_KINDS[row.kind]), width=144, optional=True),
        Column(tr("Nämnd"), lambda row: row.board, width=176),
        Column(tr("Bunden"), lambda row: tr("ja") if row.signs else tr("nej"), width=80),
    )


def _fields() -> tuple[Field, ...]:
    kinds = tuple((kind, tr(name)) for kind, name in _KINDS.items())
    return (
        Field("name", tr("Part")),
        Field("kind", tr("Slag"), Kind.CHOICE, choices=kinds),
        Field("signs", tr("Undertecknar avtalet och är bunden av det"), Kind.CHECK),
        Field("board", tr("Nämnd som den tjänar under")),
        Field("signatory", tr("Funktion som undertecknar")),
        Field(
            "units",
            tr("Verksamheter, en på varje rad"),
            Kind.LINES,
            help=tr("Där avvikelser uppstår och rapporteras, och där rutiner görs kända."),
        ),
    )


def _lines(value: object) -> Sequence[str]:
    return [str(each) for each in value] if isinstance(value, list) else []


def _add(work: Workspace, agreement_id: int, values: Values) -> None:
    kind = values["kind"]
    with work.together("party.add", tr("Parten {name} lades till", name=values["name"])):
        made = party.add(
            work,
            agreement_id,
            str(values["name"]),
            kind=kind if isinstance(kind, PartyKind) else PartyKind.ADMINISTRATION,
            signs=bool(values["signs"]),
            board=str(values["board"]),
            signatory=str(values["signatory"]),
        )
        party.set_units(work, made, _lines(values["units"]))


def _change(work: Workspace, row: PartyDetails, name: str, value: object) -> None:
    if name == "units":
        party.set_units(work, row.id, _lines(value))
    else:
        party.change(work, row.id, **{name: value})


def register(context: PageContext) -> Register[PartyDetails]:
    """Return the parties as a register."""
    work = context.workspace
    return Register(
        kind="party",
        title=tr("Parter"),
        name=tr("parter"),
        about=tr("De som har ingått avtalet, och andra som deltar utan att vara bundna av det."),
        empty=tr("Avtalet har inga parter än."),
        rules=frozenset(),
        tables=frozenset({"party", "unit"}),
        read=lambda agreement_id: party.details(work, agreement_id),
        identity=lambda row: row.id,
        heading=lambda row: row.name,
        columns=_columns(),
        fields=_fields(),
        values=lambda row: {
            "name": row.name,
            "kind": row.kind,
            "signs": row.signs,
            "board": row.board,
            "signatory": row.signatory,
            "units": [unit.name for unit in row.units],
        },
        add=lambda agreement_id, values: _add(work, agreement_id, values),
        change=lambda row, name, value: _change(work, row, name, value),
        remove=lambda row: party.remove(work, row.id),
        add_title=tr("Lägg till en part"),
        add_step=tr("Lägg till"),
        begin=lambda: {"kind": PartyKind.ADMINISTRATION, "signs": True},
        spare=(1,),
    )
