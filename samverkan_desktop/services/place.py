"""What a place in the window is about: the agreement, the group and the working year it belongs to."""

from dataclasses import dataclass

from sqlalchemy.orm import Session

from samverkan_desktop.models.activity import Activity, ActivityPlan, PlannedActivity, Strategy
from samverkan_desktop.models.agenda import AgendaItem, Matter
from samverkan_desktop.models.agreement import (
    Agreement,
    Clause,
    LegalReference,
    RelatedAgreement,
    StoredObligation,
)
from samverkan_desktop.models.base import Stored
from samverkan_desktop.models.board_report import BoardMatter, BoardReport
from samverkan_desktop.models.commission import Commission
from samverkan_desktop.models.commitment import Commitment, ExpectedResult
from samverkan_desktop.models.coverage import CoverageEntry
from samverkan_desktop.models.decision import Decision
from samverkan_desktop.models.deviation import Deviation
from samverkan_desktop.models.direction import Direction, LevelReport
from samverkan_desktop.models.group import Group, RoleTerm, Seat
from samverkan_desktop.models.indicator import Indicator
from samverkan_desktop.models.meeting import Meeting
from samverkan_desktop.models.organisation import Area
from samverkan_desktop.models.routine import Routine
from samverkan_desktop.models.task import Task
from samverkan_desktop.services.agreement import calendar_of
from samverkan_desktop.services.workspace import Workspace

#: What a kind of place in the window shows.
KINDS: dict[str, type[Stored]] = {
    "meeting": Meeting, "item": AgendaItem, "decision": Decision, "commission": Commission,
    "deviation": Deviation, "matter": Matter, "routine": Routine, "activity": Activity,
    "seat": Seat, "role": RoleTerm, "group": Group, "obligation": StoredObligation, "clause": Clause,
    "area": Area, "coverage": CoverageEntry, "indicator": Indicator, "activity_plan": ActivityPlan,
    "planned_activity": PlannedActivity, "strategy": Strategy, "commitment": Commitment,
    "expected_result": ExpectedResult, "board_matter": BoardMatter, "board_report": BoardReport,
    "direction": Direction, "level_report": LevelReport, "related_agreement": RelatedAgreement,
    "legal_reference": LegalReference, "task": Task,
}  # fmt: skip
#: The kinds of places that are labels: read in the agreement that stands after them, or the one shown.
LABELS = frozenset({"plan", "report", "agreement", "finding"})
#: The kinds whose label, where an agreement stands after it, is a working year.
_YEARLY = frozenset({"plan", "report", "activity_plan"})
#: The columns by which a thing without an agreement of its own belongs to another thing.
_ABOVE: dict[str, type[Stored]] = {
    "plan_id": ActivityPlan, "item_id": AgendaItem, "meeting_id": Meeting, "matter_id": BoardMatter,
}  # fmt: skip


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
    kind, _, label = whole.partition(":")
    if owner:
        agreement, _, group = owner.partition(".")
        return Place(int(agreement), int(group) if group else None, label if kind in _YEARLY else None)
    model, identity = KINDS.get(kind), label.partition("/")[0]
    if model is None or not identity.isdecimal():
        return None
    with work.read() as session:
        row = session.get(model, int(identity))
        return _place_of(session, row) if row is not None else None


def agreement_of(session: Session, target: str) -> int | None:
    """Return the agreement that a thing by its kind and identity is of; None where it is not there."""
    kind, _, label = target.partition(":")
    row = session.get(KINDS[kind], int(label.partition("/")[0]))
    return _place_of(session, row).agreement_id if row is not None else None


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
    period = owner.period if isinstance(owner, ActivityPlan) else None
    if isinstance(owner, Meeting):
        period = calendar_of(session.get_one(Agreement, agreement_id)).of(owner.day).label
    return Place(agreement_id, group_id, period)
