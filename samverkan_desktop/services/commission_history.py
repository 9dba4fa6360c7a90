"""What has happened with one commission: the days decided for it, and the reports given."""

from dataclasses import dataclass
from datetime import date

from sqlalchemy import select

from samverkan_desktop.models.agenda import AgendaItem
from samverkan_desktop.models.commission import CommissionDue, CommissionReport
from samverkan_desktop.models.decision import Decision
from samverkan_desktop.models.meeting import Meeting
from samverkan_desktop.services.due import shown
from samverkan_desktop.services.workspace import Workspace
from samverkan_desktop.vocabulary import ReportKind


@dataclass(frozen=True)
class DueRow:
    """A day decided for a report, with the decision; the last final one holds."""

    kind: ReportKind
    due: date
    decision_id: int
    decision: str
    decided_on: date
    words: str

    @property
    def when(self) -> str:
        """The time as it was decided: a day, or ``första kvartalet 2010``."""
        return shown(self.due, self.words)


@dataclass(frozen=True)
class ReportRow:
    """A report that was given at a meeting; ``item`` is the heading it was given under."""

    kind: ReportKind
    day: date
    meeting_id: int
    item_id: int | None
    item: str
    note: str


def dues(work: Workspace, commission_id: int) -> tuple[DueRow, ...]:
    """Return the days decided for a commission's reports, in the order they were decided."""
    with work.read() as session:
        found = session.execute(
            select(CommissionDue, Decision, Meeting.day)
            .join(Decision, Decision.id == CommissionDue.decision_id)
            .join(Meeting, Meeting.id == Decision.meeting_id)
            .where(CommissionDue.commission_id == commission_id)
            .order_by(CommissionDue.id)
        )
        return tuple(
            DueRow(due.kind, due.due, taken.id, taken.number, day, due.words) for due, taken, day in found
        )


def reports(work: Workspace, commission_id: int) -> tuple[ReportRow, ...]:
    """Return the reports a commission has given, oldest first."""
    with work.read() as session:
        found = session.execute(
            select(CommissionReport, Meeting.day, AgendaItem.heading)
            .join(Meeting, Meeting.id == CommissionReport.meeting_id)
            .outerjoin(AgendaItem, AgendaItem.id == CommissionReport.item_id)
            .where(CommissionReport.commission_id == commission_id)
            .order_by(Meeting.day, CommissionReport.id)
        )
        return tuple(
            ReportRow(report.kind, day, report.meeting_id, report.item_id, heading or "", report.note)
            for report, day, heading in found
        )
