"""What is looked at: which agreement, which of its groups, which of its working years."""

from dataclasses import dataclass

from sqlalchemy import ColumnElement, select
from sqlalchemy.orm import Session

from samverkan_desktop.i18n import tr
from samverkan_desktop.models.activity import Activity
from samverkan_desktop.models.agenda import AgendaItem, Matter
from samverkan_desktop.models.agreement import Agreement, Clause, StoredObligation
from samverkan_desktop.models.base import Stored
from samverkan_desktop.models.commission import Commission
from samverkan_desktop.models.decision import Decision
from samverkan_desktop.models.deviation import Deviation
from samverkan_desktop.models.group import Group, RoleTerm, Seat
from samverkan_desktop.models.meeting import Meeting
from samverkan_desktop.models.routine import Routine
from samverkan_desktop.services.agreement import calendar_of, periods
from samverkan_desktop.services.period import to_show
from samverkan_desktop.services.workspace import Workspace

#: What a kind of place in the window shows.
_KINDS: dict[str, type[Stored]] = {
    "meeting": Meeting, "item": AgendaItem, "decision": Decision, "commission": Commission,
    "deviation": Deviation, "matter": Matter, "routine": Routine, "activity": Activity,
    "seat": Seat, "role": RoleTerm, "group": Group, "obligation": StoredObligation, "clause": Clause,
}  # fmt: skip
#: The columns by which a thing without an agreement of its own belongs to another thing.
_ABOVE: dict[str, type[Stored]] = {"meeting_id": Meeting}
#: The kinds of places that show a working year.
_YEARLY = ("plan", "report")


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


@dataclass(frozen=True)
class Place:
    """What a place in the window is about; ``group_id`` and ``period`` are None for none in particular."""

    agreement_id: int
    group_id: int | None
    period: str | None


def place(work: Workspace, target: str) -> Place | None:
    """Return what a place in the window is about.

    Args:
        work: the open archive.
        target: a thing by its kind and identity (``meeting:3``, ``meeting:3/item:5``), or a label with the
            agreement, and the group, that it is read in: ``plan:2018/2019@1.2``, ``agreement:T14@1``.

    Returns:
        None for what is about whatever is shown, or is not there.
    """
    whole, _, owner = target.partition("@")
    kind, _, identity = whole.partition("/")[0].partition(":")
    with work.read() as session:
        if owner:
            agreement, _, group = owner.partition(".")
            period = identity if kind in _YEARLY else None
            label = whole.partition(":")[2] if period is not None else None
            return Place(int(agreement), int(group) if group else None, label)
        model = _KINDS.get(kind)
        row = session.get(model, int(identity)) if model and identity.isdecimal() else None
        return _place_of(session, row) if row is not None else None


def _place_of(session: Session, row: Stored) -> Place:
    """Climb from a stored thing to the meeting, the group and the agreement it belongs to."""
    owner = row
    for column, model in _ABOVE.items():
        identity = getattr(owner, column, None)
        if identity is not None and not hasattr(owner, "agreement_id"):
            owner = session.get_one(model, identity)
    group_id: int | None = owner.id if isinstance(owner, Group) else getattr(owner, "group_id", None)
    agreement_id: int | None = getattr(owner, "agreement_id", None)
    if agreement_id is None:
        agreement_id = session.get_one(Group, group_id).agreement_id
    period = None
    if isinstance(owner, Meeting):
        period = calendar_of(session.get_one(Agreement, agreement_id)).of(owner.day).label
    return Place(agreement_id, group_id, period)


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
