"""The matter for boards that an item of a meeting takes up, as far as it had come that day (B01, B19)."""

from collections.abc import Mapping

from sqlalchemy import select
from sqlalchemy.orm import Session

from samverkan_desktop.documents.protocol import EarlierInstance, InstanceMatter
from samverkan_desktop.errors import UserError
from samverkan_desktop.i18n import tr
from samverkan_desktop.models.agenda import AgendaItem
from samverkan_desktop.models.board_report import BoardMatter
from samverkan_desktop.models.decision import Decision
from samverkan_desktop.models.group import Group
from samverkan_desktop.models.meeting import Meeting
from samverkan_desktop.register_vocabulary import BoardOutcome, UnionStep
from samverkan_desktop.rules.board_matters import with_sign
from samverkan_desktop.services import board_words
from samverkan_desktop.services.board_rows import BoardMatterRow, BoardReportRow, rows_in
from samverkan_desktop.services.meeting import open_meeting
from samverkan_desktop.services.workspace import Workspace


def take_up(work: Workspace, item_id: int, matter_id: int | None) -> None:
    """Say which matter for boards an item takes up; what the protokoll says of it is then the matter's.

    Args:
        work: the open archive.
        item_id: the item.
        matter_id: the matter; None for none.

    Raises:
        UserError: the matter is another agreement's, or the minutes are finished.
    """
    with work.change("instance_matter.take_up", tr("Punktens nämndärende angavs")) as session:
        item = session.get_one(AgendaItem, item_id)
        meeting = open_meeting(session, item.meeting_id)
        if matter_id is not None:
            own = session.get_one(Group, meeting.group_id).agreement_id
            if session.get_one(BoardMatter, matter_id).agreement_id != own:
                raise UserError(tr("Välj ett ärende som hör till avtalet."), field="board_matter_id")
        item.board_matter_id = matter_id


def of_items(session: Session, meeting: Meeting) -> Mapping[int, InstanceMatter]:
    """Return what is known of the matters that a meeting's items take up, by the items' identities.

    An item takes one up where it says so, or where a decision under it is the group's own in the matter.
    """
    chosen = select(AgendaItem.id, AgendaItem.board_matter_id).where(AgendaItem.meeting_id == meeting.id)
    said = {row.id: row.board_matter_id for row in session.execute(chosen)}
    decided = (
        select(Decision.item_id, BoardMatter.id)
        .join(BoardMatter, BoardMatter.decision_id == Decision.id)
        .where(Decision.meeting_id == meeting.id)
        .order_by(BoardMatter.id.desc())
    )
    own = {row.item_id: row.id for row in session.execute(decided)}
    taken = {item: matter or own.get(item) for item, matter in said.items()}
    if not any(taken.values()):
        return {}
    agreement_id = session.get_one(Group, meeting.group_id).agreement_id
    matters = {row.id: _as_of(row, meeting) for row in rows_in(session, agreement_id)}
    return {item: matters[matter] for item, matter in taken.items() if matter is not None}


def _as_of(row: BoardMatterRow, meeting: Meeting) -> InstanceMatter:
    before = [
        report for report in row.chain if report.reported_on is not None and report.reported_on <= meeting.day
    ]
    done = row.negotiation not in (None, UnionStep.NOT_CONCERNED)
    return InstanceMatter(
        case_number=row.case_number,
        instances=tuple(_instance(report) for report in reversed(before)),
        earlier=row.earlier,
        enclosures=row.enclosures,
        statement=row.statement,
        negotiation=row.negotiation_text if done else "",
        distribution=row.distribution,
    )


def _instance(row: BoardReportRow) -> EarlierInstance:
    assert row.reported_on is not None  # noqa: S101  those without a day are left out
    organ = board_words.organ(row.board, row.instance)
    text = " ".join(part for part in (row.text, row.rider) if part)
    proposes = row.outcome is BoardOutcome.PROPOSED
    return EarlierInstance(organ, row.reported_on, with_sign(row.paragraph), row.page, proposes, text)
