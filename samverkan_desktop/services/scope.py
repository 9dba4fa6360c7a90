"""What is looked at: which agreement, which of its groups, which of its working years."""

from dataclasses import dataclass

from sqlalchemy import ColumnElement, select

from samverkan_desktop.i18n import tr
from samverkan_desktop.models.agreement import Agreement
from samverkan_desktop.models.group import Group
from samverkan_desktop.services.agreement import periods
from samverkan_desktop.services.period import to_show
from samverkan_desktop.services.workspace import Workspace


@dataclass(frozen=True)
class AgreementScope:
    """An agreement to choose, with what can be chosen in it.

    ``groups`` are identity and name, ``periods`` the labels of its working years, oldest first;
    ``period`` is the one to show first.
    """

    id: int
    key: str
    title: str
    groups: tuple[tuple[int, str], ...]
    periods: tuple[str, ...]
    period: str


def scopes(work: Workspace) -> tuple[AgreementScope, ...]:
    """Return the archive's agreements in the order they were adopted, with what can be chosen in each."""
    with work.read() as session:
        agreements = session.scalars(select(Agreement).order_by(Agreement.id)).all()
        groups = session.scalars(select(Group).order_by(Group.id)).all()
    found = []
    for agreement in agreements:
        labels = periods(work, agreement.id)
        own = tuple((group.id, _name(group)) for group in groups if group.agreement_id == agreement.id)
        shown = to_show(work, agreement.id, labels)
        found.append(AgreementScope(agreement.id, agreement.key, agreement.title, own, labels, shown))
    return tuple(found)


def _name(group: Group) -> str:
    return tr("{group} (avslutad)", group=group.name) if group.closed_on is not None else group.name


def of_groups(agreement_id: int | None, group_id: int | None) -> tuple[ColumnElement[bool], ...]:
    """Return the conditions that keep a listing to an agreement's groups, and to one group.

    Args:
        agreement_id: the agreement; every one where None.
        group_id: the group; every one where None.
    """
    conditions: list[ColumnElement[bool]] = []
    if agreement_id is not None:
        conditions.append(Group.agreement_id == agreement_id)
    if group_id is not None:
        conditions.append(Group.id == group_id)
    return tuple(conditions)
