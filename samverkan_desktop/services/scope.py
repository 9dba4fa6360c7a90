"""What is looked at: which agreement, which of its groups, which of its working years."""

from dataclasses import dataclass
from datetime import date

from sqlalchemy import ColumnElement, func, select

from samverkan_desktop.i18n import tr
from samverkan_desktop.models.agreement import Agreement
from samverkan_desktop.models.group import Group
from samverkan_desktop.models.meeting import Meeting
from samverkan_desktop.services.agreement import periods
from samverkan_desktop.services.period import to_show
from samverkan_desktop.services.workspace import Workspace
from samverkan_desktop.vocabulary import MeetingStatus


@dataclass(frozen=True)
class AgreementScope:
    """An agreement to choose, with what can be chosen in it.

    ``groups`` are identity and name, ``periods`` the labels of its working years, oldest first;
    ``period`` is the one to show first; ``latest`` the last day, up to today, that one of its groups met.
    """

    id: int
    key: str
    title: str
    groups: tuple[tuple[int, str], ...]
    periods: tuple[str, ...]
    period: str
    latest: date | None = None


def scopes(work: Workspace) -> tuple[AgreementScope, ...]:
    """Return the archive's agreements in the order they were adopted, with what can be chosen in each."""
    with work.read() as session:
        agreements = session.scalars(select(Agreement).order_by(Agreement.id)).all()
        groups = session.scalars(select(Group).order_by(Group.id)).all()
        met = (
            select(Group.agreement_id, func.max(Meeting.day))
            .join_from(Meeting, Group, Group.id == Meeting.group_id)
            .where(Meeting.day <= work.today, Meeting.status != MeetingStatus.CANCELLED)
            .group_by(Group.agreement_id)
        )
        latest: dict[int, date] = {own: day for own, day in session.execute(met)}  # noqa: C416  rows, not pairs
    found = []
    for agreement in agreements:
        labels = periods(work, agreement.id)
        own = tuple((group.id, _name(group)) for group in groups if group.agreement_id == agreement.id)
        shown = to_show(work, agreement.id, labels)
        found.append(
            AgreementScope(
                agreement.id, agreement.key, agreement.title, own, labels, shown, latest.get(agreement.id)
            )
        )  # fmt: skip
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
