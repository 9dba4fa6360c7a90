"""The parties of the agreement and their operations."""

from dataclasses import dataclass

from sqlalchemy import select
from sqlalchemy.orm import Session

from samverkan_desktop.models.organisation import Party, Unit
from samverkan_desktop.services.workspace import Workspace


@dataclass(frozen=True)
class PartyRow:
    """A party with the operations that deviations are reported from."""

    id: int
    key: str
    name: str
    board: str
    units: tuple[str, ...]


def parties(work: Workspace, agreement_id: int | None = None) -> tuple[PartyRow, ...]:
    """Return the parties in their agreement's order: of one agreement, or of every one where None."""
    chosen = select(Party).order_by(Party.agreement_id, Party.position)
    if agreement_id is not None:
        chosen = chosen.where(Party.agreement_id == agreement_id)
    with work.read() as session:
        units = session.scalars(select(Unit).order_by(Unit.id)).all()
        return tuple(
            PartyRow(
                party.id,
                party.key,
                party.name,
                party.board,
                tuple(unit.name for unit in units if unit.party_id == party.id),
            )
            for party in session.scalars(chosen)
        )


def bound_in(session: Session, agreement_id: int) -> tuple[str, ...]:
    """Return the names of those that an agreement binds: not of who only takes part (S13, ST14)."""
    own = select(Party.name).where(Party.agreement_id == agreement_id, Party.signs.is_(True))
    return tuple(session.scalars(own.order_by(Party.position)))
