"""Writing the parties of an agreement and their operations: added, changed, moved and taken away."""

from collections.abc import Sequence
from dataclasses import dataclass

from sqlalchemy import select
from sqlalchemy.orm import Session

from samverkan_desktop.errors import UserError
from samverkan_desktop.i18n import tr
from samverkan_desktop.models.organisation import Party, Unit
from samverkan_desktop.services import position
from samverkan_desktop.services.keys import free_key
from samverkan_desktop.services.privacy import demand, refuse
from samverkan_desktop.services.usage import uses
from samverkan_desktop.services.values import looked_through, set_values
from samverkan_desktop.services.workspace import Workspace
from samverkan_desktop.vocabulary import PartyKind


@dataclass(frozen=True)
class UnitDetails:
    """An operation of a party."""

    id: int
    name: str


@dataclass(frozen=True)
class PartyDetails:
    """A party as it is written: see `models.organisation.Party` for what its fields mean."""

    id: int
    key: str
    name: str
    kind: PartyKind
    signs: bool
    board: str
    signatory: str
    units: tuple[UnitDetails, ...]


def details(work: Workspace, agreement_id: int) -> tuple[PartyDetails, ...]:
    """Return an agreement's parties in its own order, as they are written."""
    with work.read() as session:
        units = session.scalars(select(Unit).order_by(Unit.id)).all()
        return tuple(
            PartyDetails(
                party.id, party.key, party.name, party.kind, party.signs, party.board, party.signatory,
                tuple(UnitDetails(unit.id, unit.name) for unit in units if unit.party_id == party.id),
            )
            for party in _in_order(session, agreement_id)
        )  # fmt: skip


def _in_order(session: Session, agreement_id: int) -> list[Party]:
    chosen = select(Party).where(Party.agreement_id == agreement_id)
    return list(session.scalars(chosen.order_by(Party.position, Party.id)))


def add(
    work: Workspace,
    agreement_id: int,
    name: str,
    *,
    kind: PartyKind = PartyKind.ADMINISTRATION,
    signs: bool = True,
    board: str = "",
    signatory: str = "",
) -> int:
    """Add a party to an agreement, last in its list.

    Args:
        work: the open archive.
        agreement_id: the agreement.
        name: what it is called.
        kind: what kind of body it is.
        signs: whether it is bound by the agreement and signs it.
        board: the board it serves; may be empty.
        signatory: the function that signs for it; may be empty.

    Returns:
        The party's identity.

    Raises:
        UserError: the name is missing or taken, or a text holds a personal identity number.
    """
    refuse(name=name, board=board, signatory=signatory)
    demand(tr("Skriv vad parten heter."), name=name)
    with work.change("party.add", tr("Parten {name} lades till", name=name.strip())) as session:
        others = _in_order(session, agreement_id)
        party = Party(
            agreement_id=agreement_id,
            key=free_key(name, [other.key for other in others]),
            position=len(others) + 1,
            name=name.strip(),
            kind=kind,
            signs=signs,
            board=board.strip(),
            signatory=signatory.strip(),
        )
        _check(party.name, [other.name for other in others])
        session.add(party)
        session.flush()
        return party.id


def _check(name: str, taken: Sequence[str]) -> None:
    if name.casefold() in [other.casefold() for other in taken]:
        raise UserError(tr("{name} finns redan. Välj ett annat namn.", name=name), field="name")


def change(work: Workspace, party_id: int, **values: object) -> None:
    """Change a party; what is not given is left as it is.

    Args:
        work: the open archive.
        party_id: the party.
        values: ``name``, ``kind``, ``signs``, ``board``, ``signatory``: those to change.

    Raises:
        UserError: the name is missing or taken, or a text holds a personal identity number.
    """
    given = looked_through(values, {"name", "kind", "signs", "board", "signatory"})
    key = f"party:{party_id}:{','.join(sorted(values))}"
    with work.change("party.change", tr("En part ändrades"), merge_key=key) as session:
        party = session.get_one(Party, party_id)
        set_values(party, given)
        demand(tr("Skriv vad parten heter."), name=party.name)
        _check(party.name, [o.name for o in _in_order(session, party.agreement_id) if o is not party])


def move(work: Workspace, party_id: int, to: int) -> None:
    """Move a party to another place in the agreement's list, 1 or more."""
    with work.change("party.move", tr("En part flyttades")) as session:
        party = session.get_one(Party, party_id)
        position.move(_in_order(session, party.agreement_id), party, to)


def remove(work: Workspace, party_id: int) -> None:
    """Take away a party that nothing rests on, with its operations.

    Raises:
        UserError: it has seats, or something is told of one of its operations; says what to do instead.
    """
    with work.change("party.remove", tr("En part togs bort")) as session:
        party = session.get_one(Party, party_id)
        own = session.scalars(select(Unit).where(Unit.party_id == party_id)).all()
        found = [
            *uses(session, party, apart_from={"unit"}),
            *(use for unit in own for use in uses(session, unit)),
        ]
        if found:
            raise UserError(
                tr(
                    "{name} har historia i avtalet ({uses}) och kan inte tas bort. "
                    "Avsluta dess platser i grupperna i stället.",
                    name=party.name,
                    uses=", ".join(dict.fromkeys(found)),
                )
            )
        for unit in own:
            session.delete(unit)
        session.flush()
        session.delete(party)
        session.flush()
        position.number(_in_order(session, party.agreement_id))


def add_unit(work: Workspace, party_id: int, name: str) -> int:
    """Add an operation to a party: where deviations are reported from and arise.

    Raises:
        UserError: the name is missing or taken, or holds a personal identity number.
    """
    refuse(name=name)
    demand(tr("Skriv vad verksamheten heter."), name=name)
    with work.change("party.add_unit", tr("Verksamheten {name} lades till", name=name.strip())) as session:
        _check(name.strip(), _unit_names(session, party_id))
        unit = Unit(party_id=party_id, name=name.strip())
        session.add(unit)
        session.flush()
        return unit.id


def _unit_names(session: Session, party_id: int, apart_from: int | None = None) -> list[str]:
    chosen = select(Unit.name).where(Unit.party_id == party_id, Unit.id != (apart_from or 0))
    return list(session.scalars(chosen))


def rename_unit(work: Workspace, unit_id: int, name: str) -> None:
    """Call an operation something else; what was reported from it keeps the name it had.

    Raises:
        UserError: the name is missing or taken, or holds a personal identity number.
    """
    refuse(name=name)
    demand(tr("Skriv vad verksamheten heter, eller ta bort den."), name=name)
    key = f"unit:{unit_id}"
    with work.change("party.rename_unit", tr("En verksamhet ändrades"), merge_key=key) as session:
        unit = session.get_one(Unit, unit_id)
        _check(name.strip(), _unit_names(session, unit.party_id, unit_id))
        unit.name = name.strip()


def set_units(work: Workspace, party_id: int, names: Sequence[str]) -> None:
    """Say which operations a party has: those that are new are added, those that are left out go.

    Raises:
        UserError: a name stands twice or holds a personal identity number, or something is told of one that
            is left out. Its field is ``units``.
    """
    wanted = [name.strip() for name in names if name.strip()]
    refuse(units="\n".join(wanted))
    if len({name.casefold() for name in wanted}) < len(wanted):
        raise UserError(tr("Samma verksamhet står två gånger."), field="units")
    with work.change(
        "party.set_units", tr("Verksamheter ändrades"), merge_key=f"units:{party_id}"
    ) as session:
        chosen = select(Unit).where(Unit.party_id == party_id).order_by(Unit.id)
        there = {unit.name: unit for unit in session.scalars(chosen)}
        for name, unit in there.items():
            if name in wanted:
                continue
            found = uses(session, unit)
            if found:
                sentence = tr(
                    "{name} har historia ({uses}) och kan inte tas bort.", name=name, uses=", ".join(found)
                )
                raise UserError(sentence, field="units")
            session.delete(unit)
        session.add_all(Unit(party_id=party_id, name=name) for name in wanted if name not in there)


def remove_unit(work: Workspace, unit_id: int) -> None:
    """Take away an operation in which no routine has been made known.

    Raises:
        UserError: something is told of it.
    """
    with work.change("party.remove_unit", tr("En verksamhet togs bort")) as session:
        unit = session.get_one(Unit, unit_id)
        found = uses(session, unit)
        if found:
            raise UserError(
                tr(
                    "{name} har historia ({uses}) och kan inte tas bort. Byt namn på den i stället.",
                    name=unit.name,
                    uses=", ".join(found),
                )
            )
        session.delete(unit)
