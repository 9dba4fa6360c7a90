"""The seats of the agreement's groups, to be written: membership is tied to functions (T07, ST14)."""

from dataclasses import dataclass
from datetime import date

from samverkan_desktop.errors import UserError
from samverkan_desktop.i18n import mark, tr
from samverkan_desktop.services import group_writing, party, seat
from samverkan_desktop.services.seat import SeatDetails
from samverkan_desktop.services.workspace import Workspace
from samverkan_desktop.ui.page import PageContext
from samverkan_desktop.ui.pages.registers.register import Choices, Doing, Register
from samverkan_desktop.ui.widgets.entry import Values, day_of
from samverkan_desktop.ui.widgets.facts import Fact
from samverkan_desktop.ui.widgets.form import Field, Kind
from samverkan_desktop.ui.widgets.table_model import Column
from samverkan_desktop.vocabulary import Grade, SeatAttendance

_ATTENDS = {
    SeatAttendance.EVERY: mark("Varje möte"),
    SeatAttendance.DESIGNATED: mark("Ett möte per år"),
}
_GRADES = {
    Grade.MUST: mark("Ska delta"),
    Grade.NORMALLY: mark("Deltar normalt"),
    Grade.SHOULD: mark("Bör delta"),
}
#: What is kept of a seat as it stands, by the same names in the form.
_KEPT = (
    "party_id",
    "function",
    "short_name",
    "attendance",
    "grade",
    "collective",
    "deputy_for_id",
    "ex_officio",
)


@dataclass(frozen=True)
class _Row:
    """A seat with the names of its group and its party."""

    seat: SeatDetails
    group: str
    party: str


def _columns() -> tuple[Column[_Row], ...]:
    return (
        Column(tr("Funktion"), _function),
        Column(tr("Part"), lambda row: row.party, width=176),
        Column(tr("Kallas till"), lambda row: tr(_ATTENDS[row.seat.attendance]), width=128, optional=True),
        Column(tr("Krav"), lambda row: tr(_GRADES[row.seat.grade]), width=120, optional=True),
        Column(tr("Till"), lambda row: str(row.seat.until or ""), width=104, optional=True),
    )


def _function(row: _Row) -> str:
    if row.seat.collective and row.seat.size:
        return tr("{function} ({size} stycken)", function=row.seat.function, size=row.seat.size)
    return row.seat.function


def _choices_of(names: dict[SeatAttendance, str] | dict[Grade, str]) -> tuple[tuple[object, str], ...]:
    return tuple((value, tr(name)) for value, name in names.items())


def _new_fields() -> tuple[Field, ...]:
    return (
        Field("group_id", tr("Grupp"), Kind.CHOICE, placeholder=tr("välj")),
        Field("party_id", tr("Part"), Kind.CHOICE, placeholder=tr("välj")),
        Field("function", tr("Funktion"), placeholder=tr("Enhetschef elevhälsan")),
        Field(
            "places", tr("Antal platser"), Kind.NUMBER, help=tr("Flera platser av samma funktion numreras.")
        ),
        Field("attendance", tr("Kallas till"), Kind.CHOICE, choices=_choices_of(_ATTENDS)),
        Field("grade", tr("Krav"), Kind.CHOICE, choices=_choices_of(_GRADES)),
        Field("since", tr("Från och med"), Kind.DATE, help=tr("Tomt betyder från gruppens början.")),
    )


def _fields() -> tuple[Field, ...]:
    return (
        Field("function", tr("Funktion")),
        Field("short_name", tr("Kort namn"), help=tr("Används där det är ont om plats.")),
        Field("party_id", tr("Part"), Kind.CHOICE),
        Field("attendance", tr("Kallas till"), Kind.CHOICE, choices=_choices_of(_ATTENDS)),
        Field("grade", tr("Krav"), Kind.CHOICE, choices=_choices_of(_GRADES)),
        Field("collective", tr("Alla som har funktionen"), Kind.CHECK),
        Field("size", tr("Hur många de är"), Kind.NUMBER, help=tr("0 betyder att det inte är känt.")),
        Field("deputy_for_id", tr("Ersättare för"), Kind.CHOICE),
        Field("ex_officio", tr("Sitter i kraft av"), placeholder=tr("uppdrag eller ämbete")),
        Field("since", tr("Från och med"), Kind.DATE),
    )


def _rows(work: Workspace, agreement_id: int) -> tuple[_Row, ...]:
    parties = {row.id: row.name for row in party.details(work, agreement_id)}
    return tuple(
        _Row(each, group.name, parties[each.party_id])
        for group in group_writing.details(work, agreement_id)
        for each in seat.details(work, group.id)
    )


def _choices(work: Workspace, agreement_id: int) -> dict[str, Choices]:
    groups = [row for row in group_writing.details(work, agreement_id) if row.closed_on is None]
    return {
        "group_id": [(row.id, row.name) for row in groups],
        "party_id": [(row.id, row.name) for row in party.details(work, agreement_id)],
    }


def _deputised(work: Workspace, row: _Row) -> dict[str, Choices]:
    """Return the seats of the same group that a seat can be a deputy for; nothing where it has no others."""
    own, kept = row.seat, row.seat.deputy_for_id
    others = [
        (each.id, each.function)
        for each in seat.details(work, own.group_id)
        if each.id == kept or (each.id != own.id and each.until is None)
    ]
    return {"deputy_for_id": [(None, tr("ingen")), *others] if others else []}


def _add(work: Workspace, values: Values) -> None:
    group_id, party_id, since = values["group_id"], values["party_id"], values["since"]
    if not isinstance(group_id, int):
        raise UserError(tr("Välj vilken grupp platsen finns i."), field="group_id")
    if not isinstance(party_id, int):
        raise UserError(tr("Välj vilken part platsen tillhör."), field="party_id")
    seat.add(
        work,
        group_id,
        party_id,
        str(values["function"]),
        places=int(str(values["places"])),
        attendance=values["attendance"],
        grade=values["grade"],
        since=since if isinstance(since, date) else None,
    )


def _change(work: Workspace, row: _Row, name: str, value: object) -> None:
    seat.change(work, row.seat.id, **{name: (value or None) if name == "size" else value})


def _values(row: _Row) -> Values:
    kept = {name: getattr(row.seat, name) for name in _KEPT}
    return {**kept, "size": row.seat.size or 0, "since": row.seat.since}


def register(context: PageContext) -> Register[_Row]:
    """Return the seats as a register."""
    work = context.workspace
    end = Doing[_Row](
        "end",
        tr("Avsluta platsen…"),
        (Field("day", tr("Sista dag"), Kind.DATE),),
        tr("Avsluta"),
        lambda row, given: seat.end(work, row.seat.id, day_of(given, "day")),
        lambda _row: {"day": work.today},
        lambda row: row.seat.until is None,
    )
    return Register(
        kind="agreement_seat",
        title=tr("Platser"),
        name=tr("platser"),
        about=tr("En plats är en funktion, inte en person. Vem som innehar den står under Personer."),
        empty=tr("Grupperna har inga platser än."),
        rules=frozenset(),
        tables=frozenset({"seat", "party", "collaboration_group"}),
        read=lambda agreement_id: _rows(work, agreement_id),
        identity=lambda row: row.seat.id,
        heading=lambda row: row.seat.function,
        columns=_columns(),
        fields=_fields(),
        values=_values,
        new_fields=_new_fields(),
        add=lambda _agreement_id, values: _add(work, values),
        change=lambda row, name, value: _change(work, row, name, value),
        remove=lambda row: seat.remove(work, row.seat.id),
        add_title=tr("Lägg till en plats"),
        add_step=tr("Lägg till"),
        begin=lambda: {"places": 1, "attendance": SeatAttendance.EVERY, "grade": Grade.MUST},
        choices=lambda agreement_id: _choices(work, agreement_id),
        row_choices=lambda row: _deputised(work, row),
        known=lambda row: (Fact(tr("Grupp"), row.group), Fact(tr("Sista dag"), str(row.seat.until or ""))),
        doings=(end,),
        group=lambda row: row.group,
        spare=(2, 3, 4),
    )
