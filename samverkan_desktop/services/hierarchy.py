"""Levels: which groups answer to which (L01). A group may answer to several; never, in a ring, to itself."""

from collections.abc import Sequence
from dataclasses import dataclass
from graphlib import TopologicalSorter

from sqlalchemy import select
from sqlalchemy.orm import Session

from samverkan_desktop.errors import UserError
from samverkan_desktop.i18n import tr
from samverkan_desktop.models.group import Group, GroupSuperior
from samverkan_desktop.services.ring import ring
from samverkan_desktop.services.workspace import Workspace


@dataclass(frozen=True)
class LevelRow:
    """A group in the hierarchy: those it answers to, and those that answer to it, by identity and name."""

    group_id: int
    group: str
    superiors: tuple[tuple[int, str], ...]
    subordinates: tuple[tuple[int, str], ...]


def levels(work: Workspace, agreement_id: int) -> tuple[LevelRow, ...]:
    """Return an agreement's groups with those they answer to, the uppermost first."""
    with work.read() as session:
        names = _names(session, agreement_id)
        above = superiors_in(session, agreement_id)
        below = {each: tuple(low for low in names if each in above.get(low, ())) for each in names}
        order = [each for each in TopologicalSorter(above).static_order() if each in names]
        alone = [each for each in names if each not in order]
        return tuple(
            LevelRow(
                each,
                names[each],
                tuple((high, names[high]) for high in above.get(each, ())),
                tuple((low, names[low]) for low in below[each]),
            )
            for each in (*order, *alone)
        )


def _names(session: Session, agreement_id: int) -> dict[int, str]:
    chosen = select(Group.id, Group.name).where(Group.agreement_id == agreement_id).order_by(Group.id)
    return {row.id: row.name for row in session.execute(chosen)}


def superiors_in(session: Session, agreement_id: int) -> dict[int, tuple[int, ...]]:
    """Return the groups that each of an agreement's groups answers to, in the order they were set."""
    chosen = (
        select(GroupSuperior.group_id, GroupSuperior.superior_id)
        .join(Group, Group.id == GroupSuperior.group_id)
        .where(Group.agreement_id == agreement_id)
        .order_by(GroupSuperior.id)
    )
    above: dict[int, tuple[int, ...]] = {}
    for group_id, superior_id in session.execute(chosen):
        above[group_id] = (*above.get(group_id, ()), superior_id)
    return above


def set_superiors(work: Workspace, group_id: int, superior_ids: Sequence[int]) -> None:
    """Say which groups a group answers to: takes directions from and reports to.

    What has been directed and reported before stays as it was.

    Args:
        work: the open archive.
        group_id: the group.
        superior_ids: the groups it answers to; none for an uppermost group.

    Raises:
        UserError: one is another agreement's, or a group would in the end answer to itself; says which.
    """
    wanted = tuple(dict.fromkeys(superior_ids))
    with work.change("hierarchy.set_superiors", tr("Gruppens överordnade ändrades")) as session:
        group = session.get_one(Group, group_id)
        names = _names(session, group.agreement_id)
        if any(each not in names for each in wanted):
            raise UserError(tr("Välj grupper som hör till avtalet."), field="superior_ids")
        around = ring({**superiors_in(session, group.agreement_id), group_id: wanted})
        if around:
            raise UserError(
                tr(
                    "Grupperna skulle vara överordnade varandra i en ring: {ring}. Välj en annan grupp.",
                    ring=" → ".join(names[each] for each in around),
                ),
                field="superior_ids",
            )
        present = session.scalars(select(GroupSuperior).where(GroupSuperior.group_id == group_id)).all()
        for link in present:
            if link.superior_id not in wanted:
                session.delete(link)
        had = {link.superior_id for link in present}
        session.add_all(
            GroupSuperior(group_id=group_id, superior_id=each) for each in wanted if each not in had
        )
