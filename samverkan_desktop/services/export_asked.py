"""What documents are asked for: of which agreement, group, meeting and year, and as what kind of file."""

from dataclasses import dataclass

from sqlalchemy.orm import Session

from samverkan_desktop.models.agenda import AgendaItem
from samverkan_desktop.models.board_report import BoardMatter
from samverkan_desktop.models.commission import Commission
from samverkan_desktop.models.group import Group
from samverkan_desktop.models.meeting import Meeting
from samverkan_desktop.services import agreement
from samverkan_desktop.services.exported_file import Subject
from samverkan_desktop.services.period import to_show
from samverkan_desktop.services.renderers import FileFormat
from samverkan_desktop.services.workspace import Workspace
from samverkan_desktop.vocabulary import DocumentKind


@dataclass(frozen=True)
class Asked:
    """What is to be written, and of what."""

    kind: DocumentKind
    agreement_id: int
    group_id: int | None
    period: str
    meeting_id: int | None
    commission_id: int | None
    item_id: int | None
    matter_id: int | None
    format: FileFormat

    def subject(self) -> Subject:
        """Return of what it is, in as few words as lead back to it."""
        if self.matter_id is not None:
            return {"agreement_id": self.agreement_id, "matter_id": self.matter_id}
        if self.commission_id is not None:
            return {"commission_id": self.commission_id}
        if self.item_id is not None:
            return {"item_id": self.item_id}
        if self.meeting_id is not None:
            return {"meeting_id": self.meeting_id}
        return {"agreement_id": self.agreement_id, "group_id": self.group_id, "period": self.period}


def asked_for(
    work: Workspace,
    kind: DocumentKind,
    wanted: FileFormat,
    agreement_id: int | None = None,
    group_id: int | None = None,
    meeting_id: int | None = None,
    period: str | None = None,
    commission_id: int | None = None,
    item_id: int | None = None,
    matter_id: int | None = None,
) -> Asked:
    """Return what is asked for, with the agreement and the year that it means; see `export.export`."""
    with work.read() as session:
        meeting_id = _meeting_of(session, item_id, meeting_id)
        own = _agreement_of(session, agreement_id, group_id, meeting_id, commission_id, matter_id)
    year = period or to_show(work, own, agreement.periods(work, own))
    return Asked(kind, own, group_id, year, meeting_id, commission_id, item_id, matter_id, wanted)


def _meeting_of(session: Session, item_id: int | None, meeting_id: int | None) -> int | None:
    """Return the meeting of an item; where there is no item the one that is named."""
    return meeting_id if item_id is None else session.get_one(AgendaItem, item_id).meeting_id


def _agreement_of(
    session: Session,
    agreement_id: int | None,
    group_id: int | None,
    meeting_id: int | None,
    commission_id: int | None,
    matter_id: int | None,
) -> int:
    """Return the agreement that is named, or the one that what is named belongs to."""
    if matter_id is not None:
        return session.get_one(BoardMatter, matter_id).agreement_id
    if agreement_id is None:
        chosen = session.get(Meeting, meeting_id) if meeting_id is not None else None
        given = session.get(Commission, commission_id) if commission_id is not None else None
        known = next((each.group_id for each in (chosen, given) if each is not None), group_id)
        agreement_id = session.get_one(Group, known).agreement_id if known is not None else None
    return agreement.chosen(session, agreement_id).id
