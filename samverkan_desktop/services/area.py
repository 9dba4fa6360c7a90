"""Areas: the parts of a municipality (B11) and the fields of collaboration (S12, L11, ST12)."""

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from sqlalchemy import select
from sqlalchemy.orm import Session

from samverkan_desktop.errors import UserError
from samverkan_desktop.i18n import mark, tr
from samverkan_desktop.models.agenda import AgendaItem
from samverkan_desktop.models.coverage import CoverageEntry
from samverkan_desktop.models.meeting import Meeting
from samverkan_desktop.models.organisation import Area
from samverkan_desktop.models.routine import Routine
from samverkan_desktop.services import position
from samverkan_desktop.services.keys import free_key
from samverkan_desktop.services.privacy import demand, refuse
from samverkan_desktop.services.values import looked_through, set_values
from samverkan_desktop.services.workspace import Workspace
from samverkan_desktop.vocabulary import AreaKind, MeetingStatus, Policy

#: What may be held for an area or stand in it, and what it is called.
_USES = (
    (Meeting.area_id, mark("möten")),
    (AgendaItem.area_id, mark("punkter på dagordningar")),
    (Routine.area_id, mark("rutiner")),
    (CoverageEntry.area_id, mark("skolor")),
)


@dataclass(frozen=True)
class AreaRow:
    """An area of an agreement.

    Args:
        id: identity.
        agreement_id: whose area it is.
        kind: a part of the municipality, or a field of collaboration.
        key: what a preset file calls it.
        position: its place in the agreement's list, from 1.
        name: what it is called.
        note: whom it concerns and which forums there are (L11); may be empty.
        documented: whether collaboration in it is to be documented (S12).
        policy: whether individual cases may be discussed in it; None where the agreement does not say (ST12).
        since: its first day; None where it is as old as the agreement.
        until: its last day; None where it is still there.
        meetings: how many meetings have been put on the calendar for it, cancelled ones left out.
        used: whether anything rests on it, so that it can be ended but not taken away.
    """

    id: int
    agreement_id: int
    kind: AreaKind
    key: str
    position: int
    name: str
    note: str
    documented: bool
    policy: Policy | None
    since: date | None
    until: date | None
    meetings: int
    used: bool


def listing(work: Workspace, agreement_id: int, kind: AreaKind | None = None) -> tuple[AreaRow, ...]:
    """Return an agreement's areas in its own order: of one kind, or all where it is None."""
    with work.read() as session:
        return tuple(row for row in rows_in(session, agreement_id) if kind in (None, row.kind))


def rows_in(session: Session, agreement_id: int) -> tuple[AreaRow, ...]:
    """Return an agreement's areas as a session sees them."""
    used = {area_id for column, _ in _USES for area_id in session.scalars(select(column).distinct())}
    meetings: defaultdict[int | None, int] = defaultdict(int)
    chosen = select(Meeting.area_id).where(Meeting.status != MeetingStatus.CANCELLED)
    for area_id in session.scalars(chosen):
        meetings[area_id] += 1
    return tuple(
        AreaRow(
            area.id, area.agreement_id, area.kind, area.key, area.position, area.name, area.note,
            area.documented, area.policy, area.since, area.until, meetings[area.id], area.id in used,
        )
        for area in _in_order(session, agreement_id)
    )  # fmt: skip


def _in_order(session: Session, agreement_id: int) -> list[Area]:
    chosen = select(Area).where(Area.agreement_id == agreement_id)
    return list(session.scalars(chosen.order_by(Area.position, Area.id)))


def add(
    work: Workspace,
    agreement_id: int,
    kind: AreaKind,
    name: str,
    *,
    note: str = "",
    documented: bool = False,
    policy: Policy | None = None,
    since: date | None = None,
) -> int:
    """Add an area to an agreement, last in its list.

    Args:
        work: the open archive.
        agreement_id: the agreement.
        kind: a part of the municipality, or a field of collaboration.
        name: what it is called.
        note: whom it concerns and which forums there are; may be empty.
        documented: whether collaboration in it is to be documented.
        policy: whether individual cases may be discussed in it; None where the agreement does not say.
        since: its first day; None where it is as old as the agreement. No meeting is asked for before it.

    Returns:
        The area's identity.

    Raises:
        UserError: the name is missing or taken, or a text holds a personal identity number.
    """
    refuse(name=name, note=note)
    demand(tr("Ange vad området heter."), name=name)
    with work.change("area.add", tr("Området {name} lades till", name=name.strip())) as session:
        others = _in_order(session, agreement_id)
        area = Area(
            agreement_id=agreement_id,
            kind=kind,
            key=free_key(name, [other.key for other in others]),
            position=len(others) + 1,
            name=name.strip(),
            note=note.strip(),
            documented=documented,
            policy=policy,
            since=since,
        )
        _check(area, others)
        session.add(area)
        session.flush()
        return area.id


def change(work: Workspace, area_id: int, **values: object) -> None:
    """Change an area; what is not given is left as it is.

    Args:
        work: the open archive.
        area_id: the area.
        values: ``kind``, ``name``, ``note``, ``documented``, ``policy``, ``since``, ``until``: those to
            change.

    Raises:
        UserError: the name is missing or taken, its last day is before its first, or a text holds a personal
            identity number.
    """
    given = looked_through(values, {"kind", "name", "note", "documented", "policy", "since", "until"})
    key = f"area:{area_id}:{','.join(sorted(values))}"
    with work.change("area.change", tr("Ett område ändrades"), merge_key=key) as session:
        area = session.get_one(Area, area_id)
        set_values(area, given)
        demand(tr("Ange vad området heter."), name=area.name)
        _check(area, [other for other in _in_order(session, area.agreement_id) if other is not area])


def _check(area: Area, others: list[Area]) -> None:
    if area.name.casefold() in {other.name.casefold() for other in others if other.kind is area.kind}:
        raise UserError(
            tr("Det finns redan ett område som heter {name}. Välj ett annat namn.", name=area.name),
            field="name",
        )
    if area.since is not None and area.until is not None and area.until < area.since:
        raise UserError(
            tr("Området upphör innan det börjar {day}. Rätta någon av dagarna.", day=area.since),
            field="until",
        )


def move(work: Workspace, area_id: int, to: int) -> None:
    """Move an area to another place in the agreement's list, 1 or more."""
    with work.change("area.move", tr("Ett område flyttades")) as session:
        area = session.get_one(Area, area_id)
        position.move(_in_order(session, area.agreement_id), area, to)


def remove(work: Workspace, area_id: int) -> None:
    """Take away an area that nothing rests on.

    Raises:
        UserError: meetings, agenda items, routines or schools are of it; says which, and to end it instead.
    """
    with work.change("area.remove", tr("Ett område togs bort")) as session:
        area = session.get_one(Area, area_id)
        uses = ", ".join(_uses(session, area_id))
        if uses:
            raise UserError(
                tr(
                    "Området {name} används ({uses}). Ange dess sista dag i stället.",
                    name=area.name,
                    uses=uses,
                ),
                field="until",
            )
        session.delete(area)
        session.flush()
        position.number(_in_order(session, area.agreement_id))


def _uses(session: Session, area_id: int) -> Iterator[str]:
    for column, name in _USES:
        if session.scalar(select(column).where(column == area_id).limit(1)) is not None:
            yield tr(name)
