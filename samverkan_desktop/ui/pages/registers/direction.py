"""The register of directions: what superior groups have asked of those that answer to them (L03)."""

from datetime import date

from samverkan_desktop.errors import UserError
from samverkan_desktop.i18n import mark, tr
from samverkan_desktop.services import direction
from samverkan_desktop.services.direction import DirectionRow
from samverkan_desktop.services.workspace import Workspace
from samverkan_desktop.ui.page import PageContext
from samverkan_desktop.ui.pages.registers import choosing
from samverkan_desktop.ui.pages.registers.register import Choices, Register
from samverkan_desktop.ui.widgets.entry import Values
from samverkan_desktop.ui.widgets.facts import Fact
from samverkan_desktop.ui.widgets.form import Field, Kind
from samverkan_desktop.ui.widgets.table_model import Column
from samverkan_desktop.vocabulary import ItemKind

_KINDS = {
    ItemKind.INFORMATION: mark("Ta emot information"),
    ItemKind.DISCUSSION: mark("Diskutera"),
    ItemKind.DECISION: mark("Besluta"),
}


def _standing(row: DirectionRow) -> str:
    if row.meeting_day is not None:
        return tr("på dagordningen {day}", day=row.meeting_day)
    return tr("tas inte upp") if row.declined else tr("i inkorgen")


def _status(row: DirectionRow) -> str:
    return "fulfilled" if row.meeting_id is not None else "upcoming"


def _columns() -> tuple[Column[DirectionRow], ...]:
    return (
        Column(tr("Styrning"), lambda row: " ".join(row.text.split()), status=_status),
        Column(tr("Från"), lambda row: row.superior, width=136),
        Column(tr("Till"), lambda row: row.group, width=136),
        Column(tr("Gavs"), lambda row: str(row.given_on), width=112),
        Column(tr("Läge"), _standing, width=176),
    )


def _text() -> Field:
    return Field("text", tr("Vad styrningen går ut på"), Kind.MULTILINE)


def _new_fields() -> tuple[Field, ...]:
    return (
        Field("superior_id", tr("Från och till"), Kind.CHOICE, placeholder=tr("välj")),
        _text(),
        Field("decision_id", tr("Beslutad genom"), Kind.CHOICE),
        Field("given_on", tr("Gavs"), Kind.DATE, help=tr("I dag, om den är tom.")),
        Field(
            "kind",
            tr("Vad ska mottagaren göra?"),
            Kind.CHOICE,
            choices=tuple((kind, tr(name)) for kind, name in _KINDS.items()),
        ),
    )


def _give(work: Workspace, agreement_id: int, values: Values) -> None:
    superior_id, group_id = way(work, agreement_id, values["superior_id"])
    kind, day, decision_id = values["kind"], values["given_on"], values["decision_id"]
    direction.give(
        work,
        superior_id,
        group_id,
        str(values["text"]),
        given_on=day if isinstance(day, date) else None,
        kind=kind if isinstance(kind, ItemKind) else ItemKind.DISCUSSION,
        decision_id=decision_id if isinstance(decision_id, int) else None,
    )


def way(work: Workspace, agreement_id: int, chosen: object) -> tuple[int, int]:
    """Return the superior group and the one that answers to it; the only pair where there is one.

    Raises:
        UserError: no pair is chosen, or there is none.
    """
    pairs = [pair for pair, _ in choosing.ways(work, agreement_id, up=False)]
    if not pairs:
        raise UserError(tr("Ingen grupp svarar inför en annan. Ange gruppernas nivåer under Avtal först."))
    found = pairs[0] if len(pairs) == 1 else chosen
    if not isinstance(found, tuple):
        raise UserError(tr("Välj vilka grupper det gäller."), field="superior_id")
    return found


def register(context: PageContext) -> Register[DirectionRow]:
    """Return the register."""
    work = context.workspace

    def choices(agreement_id: int) -> dict[str, Choices]:
        return {
            "superior_id": choosing.ways(work, agreement_id, up=False),
            "decision_id": choosing.decisions(work, agreement_id, tr("inget beslut")),
        }

    return Register(
        kind="direction",
        title=tr("Styrning"),
        name=tr("styrningar"),
        about=tr("Vad överordnade grupper har gett dem som svarar inför dem, och när det togs upp."),
        empty=tr("Ingen styrning är given."),
        rules=frozenset({"R49"}),
        tables=frozenset({"direction", "matter", "agenda_item", "meeting", "group", "decision"}),
        read=lambda agreement_id: direction.listing(work, agreement_id),
        identity=lambda row: row.id,
        heading=lambda row: tr("Styrning till {group}", group=row.group),
        columns=_columns(),
        fields=(_text(),),
        values=lambda row: {"text": row.text},
        add=lambda agreement_id, values: _give(work, agreement_id, values),
        change=lambda row, _name, value: direction.change(work, row.id, text=str(value)),
        remove=lambda row: direction.withdraw(work, row.id),
        add_title=tr("Ge en styrning"),
        add_step=tr("Ge"),
        begin=lambda: {"kind": ItemKind.DISCUSSION},
        new_fields=_new_fields(),
        choices=choices,
        known=_known,
        group=lambda row: row.group,
        spare=(2, 1, 3),
    )


def _known(row: DirectionRow) -> tuple[Fact, ...]:
    return (
        Fact("", _standing(row)[:1].upper() + _standing(row)[1:], status=_status(row)),
        Fact(tr("Från"), tr("{group}, {day}", group=row.superior, day=row.given_on)),
        Fact(tr("Beslutad genom"), row.decision, f"decision:{row.decision_id}"),
        Fact(tr("Tas upp"), str(row.meeting_day or ""), f"meeting:{row.meeting_id}"),
        Fact(tr("Tas inte upp för att"), row.declined),
    )
