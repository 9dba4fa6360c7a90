"""Writing the groups of an agreement: added, changed, closed and taken away."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from sqlalchemy import select
from sqlalchemy.orm import Session

from samverkan_desktop.errors import UserError
from samverkan_desktop.i18n import mark, tr
from samverkan_desktop.models.agreement import Agreement, Clause, StoredObligation
from samverkan_desktop.models.group import Group, GroupSuperior, Holding, Seat
from samverkan_desktop.rules.wording import capital
from samverkan_desktop.services import own_words
from samverkan_desktop.services.keys import free_key
from samverkan_desktop.services.privacy import demand, refuse
from samverkan_desktop.services.usage import uses
from samverkan_desktop.services.values import looked_through, set_values
from samverkan_desktop.services.workspace import Workspace
from samverkan_desktop.vocabulary import Approval, GroupKind, RecordForm

#: What a meeting of a group is called in a heading where nothing else is said.
_OCCASIONS: Mapping[GroupKind, str] = {
    GroupKind.STEERING_GROUP: mark("styrgruppsmöte"),
    GroupKind.WORK_GROUP: mark("arbetsgruppsmöte"),
    GroupKind.REFERENCE_GROUP: mark("referensgruppsmöte"),
    GroupKind.LOCAL_TASK_GROUP: mark("möte i lokal uppdragsgrupp"),
    GroupKind.TWO_PLUS_TWO: mark("2+2-möte"),
    GroupKind.AREA_MEETINGS: mark("områdesmöte"),
    GroupKind.OFFICIALS: mark("tjänstemannamöte"),
}
#: What a user may change of a group.
_FIELDS = ("kind", "name", "full_name", "occasion", "record", "purpose", "target", "division", "costs",
           "approval", "record_form")  # fmt: skip


@dataclass(frozen=True)
class GroupDetails:
    """A group as it is written: see `models.group.Group` for what its fields mean.

    ``by_decision`` says that it was set up at a meeting, and is no part of the agreement itself.
    """

    id: int
    key: str
    kind: GroupKind
    name: str
    full_name: str
    occasion: str
    record: str
    purpose: str
    target: str
    division: str
    costs: str
    approval: Approval
    record_form: RecordForm
    created_on: date | None
    closed_on: date | None
    by_decision: bool


def details(work: Workspace, agreement_id: int) -> tuple[GroupDetails, ...]:
    """Return an agreement's groups as they are written, in the order they were made."""
    with work.read() as session:
        chosen = select(Group).where(Group.agreement_id == agreement_id).order_by(Group.id)
        return tuple(
            GroupDetails(
                group.id, group.key, group.kind, group.name, group.full_name, group.occasion, group.record,
                group.purpose, group.target, group.division, group.costs, group.approval, group.record_form,
                group.created_on, group.closed_on,
                group.decision_id is not None,
            )
            for group in session.scalars(chosen)
        )  # fmt: skip


def add(
    work: Workspace,
    agreement_id: int,
    kind: GroupKind,
    name: str,
    *,
    since: date | None = None,
    **values: str,
) -> int:
    """Add a group to an agreement.

    Args:
        work: the open archive.
        agreement_id: the agreement.
        kind: what kind of group it is.
        name: what it is called: ``Styrgruppen``.
        since: the day it came to be; None where it is as old as the agreement. No meeting is asked for
            before it.
        values: ``full_name``, ``occasion``, ``record``, ``purpose``, ``target``, ``division``, ``costs``:
            those that are to be other than usual.

    Returns:
        The group's identity.

    Raises:
        UserError: the name is missing or taken, or a text holds a personal identity number.
    """
    refuse(name=name)
    demand(tr("Skriv vad gruppen heter."), name=name)
    given = {field: str(value) for field, value in looked_through(values, _FIELDS).items()}
    with work.change("group_writing.add", tr("{name} lades till", name=name.strip())) as session:
        agreement = session.get_one(Agreement, agreement_id)
        keys = session.scalars(select(Group.key).where(Group.agreement_id == agreement_id)).all()
        usual = {
            "full_name": name.strip(),
            "occasion": tr(_OCCASIONS[kind]),
            "record": capital(own_words.of_agreement(agreement).record),
        }
        group = Group(
            agreement_id=agreement_id,
            key=free_key(name, keys),
            kind=kind,
            name=name.strip(),
            created_on=since,
            **(usual | {field: value for field, value in given.items() if value}),
        )
        _check(session, group)
        session.add(group)
        session.flush()
        return group.id


def _check(session: Session, group: Group) -> None:
    chosen = select(Group.name).where(Group.agreement_id == group.agreement_id, Group.id != (group.id or 0))
    if group.name.casefold() in [name.casefold() for name in session.scalars(chosen)]:
        raise UserError(tr("{name} finns redan. Välj ett annat namn.", name=group.name), field="name")


def change(work: Workspace, group_id: int, **values: object) -> None:
    """Change a group; what is not given is left as it is.

    Args:
        work: the open archive.
        group_id: the group.
        values: ``kind``, ``name``, ``full_name``, ``occasion``, ``record``, ``purpose``, ``target``,
            ``division``, ``costs``: those to change.

    Raises:
        UserError: a name that is needed is missing or taken, or a text holds a personal identity number.
    """
    given = looked_through(values, _FIELDS)
    key = f"group:{group_id}:{','.join(sorted(values))}"
    with work.change("group_writing.change", tr("En grupp ändrades"), merge_key=key) as session:
        group = session.get_one(Group, group_id)
        with session.no_autoflush:
            set_values(group, given)
            demand(tr("Skriv vad gruppen heter."), name=group.name)
            demand(tr("Skriv vad gruppen kallas i handlingar."), full_name=group.full_name)
            demand(
                tr("Skriv vad gruppens möte kallas, till exempel styrgruppsmöte."), occasion=group.occasion
            )
            demand(tr("Skriv vad anteckningarna kallas, till exempel Protokoll."), record=group.record)
            _check(session, group)


def close(work: Workspace, group_id: int, day: date) -> None:
    """Close a group: its meetings so far are judged, later ones are not asked for.

    Raises:
        UserError: it is closed already, or the day is before it came to be.
    """
    with work.change("group_writing.close", tr("En grupp avslutades")) as session:
        group = session.get_one(Group, group_id)
        if group.closed_on is not None:
            raise UserError(tr("Gruppen avslutades {day}.", day=group.closed_on))
        begun = group.created_on or session.get_one(Agreement, group.agreement_id).starts
        if day < begun:
            raise UserError(
                tr("Gruppen finns från {day}. Välj den dagen eller en senare.", day=begun), field="day"
            )
        group.closed_on = day


def remove(work: Workspace, group_id: int) -> None:
    """Take away a group that nothing rests on, with its seats.

    Raises:
        UserError: it or one of its seats has a history, or an obligation concerns it; says what to do.
    """
    with work.change("group_writing.remove", tr("En grupp togs bort")) as session:
        group = session.get_one(Group, group_id)
        _refuse_concerned(session, group)
        seats = session.scalars(select(Seat).where(Seat.group_id == group_id)).all()
        found = [
            *uses(session, group, apart_from={"seat", "group_superior"}),
            *(use for seat in seats for use in uses(session, seat, apart_from={"holding", "seat"})),
        ]
        if found:
            raise UserError(
                tr(
                    "{name} har historia ({uses}) och kan inte tas bort. Avsluta gruppen i stället.",
                    name=group.name,
                    uses=", ".join(dict.fromkeys(found)),
                )
            )
        links = (GroupSuperior.group_id == group_id) | (GroupSuperior.superior_id == group_id)
        own = [*session.scalars(select(GroupSuperior).where(links))]
        held = select(Holding).where(Holding.seat_id.in_([seat.id for seat in seats]))
        for thing in (*own, *session.scalars(held)):
            session.delete(thing)
        for seat in seats:
            seat.deputy_for_id = None
        session.flush()
        for seat in seats:
            session.delete(seat)
        session.flush()
        session.delete(group)


def _refuse_concerned(session: Session, group: Group) -> None:
    chosen = (
        select(Clause.reference, StoredObligation.group_key, StoredObligation.parameters)
        .join(Clause, Clause.id == StoredObligation.clause_id)
        .where(StoredObligation.agreement_id == group.agreement_id)
        .order_by(Clause.version_id, Clause.position)
    )
    for reference, key, parameters in session.execute(chosen):
        if group.key in (key, parameters.get("relative_to")):
            raise UserError(
                tr(
                    "Ett åtagande i {clause} gäller {name}. Ändra eller ta bort det först, "
                    "eller avsluta gruppen.",
                    clause=reference,
                    name=group.name,
                )
            )
