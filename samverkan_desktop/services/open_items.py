"""The list of what is open (balanslista): commissions not approved and tasks not done, by their last day."""

from dataclasses import dataclass
from datetime import date

from sqlalchemy import select
from sqlalchemy.orm import Session

from samverkan_desktop.i18n import tr
from samverkan_desktop.models.commission import CommissionReport
from samverkan_desktop.models.meeting import Meeting
from samverkan_desktop.services import commission, task
from samverkan_desktop.services.commission import CommissionRow
from samverkan_desktop.services.task import TaskRow
from samverkan_desktop.services.workspace import Workspace
from samverkan_desktop.vocabulary import CommissionStatus


@dataclass(frozen=True)
class OpenItem:
    """A commission or a task that is open.

    ``number`` is the commission's and ``decision`` that of the decision that gave it, both empty for a task;
    ``state`` how far it has come, in words; ``days_over`` how many days its last day has passed by, 0 where
    it has not or it has been reported; ``latest_report`` the newest report of a commission, with its note;
    ``target`` its place in the window.
    """

    target: str
    number: str
    text: str
    group: str
    responsible: str
    decision: str
    given_on: date
    due: date | None
    when: str
    state: str
    days_over: int
    latest_report: str


def listing(
    work: Workspace, *, agreement_id: int | None = None, group_id: int | None = None
) -> tuple[OpenItem, ...]:
    """Return what is open, what is due first before the others; what has no day stands last.

    Args:
        work: the open archive.
        agreement_id: only of this agreement's groups; of every one's where None.
        group_id: only of this group; of every group where None.
    """
    with work.read() as session:
        return rows_in(session, work.today, agreement_id, group_id)


def rows_in(
    session: Session, today: date, agreement_id: int | None = None, group_id: int | None = None
) -> tuple[OpenItem, ...]:
    """Return what is open on a day as a session sees it, as for `listing`."""
    reports = _latest_reports(session)
    given = commission.rows_in(session, today, agreement_id, group_id)
    noted = task.rows_in(session, today, agreement_id, group_id)
    found = [
        *(
            _commission(row, today, reports.get(row.id, ""))
            for row in given
            if row.status is not CommissionStatus.APPROVED
        ),
        *(_task(row, today) for row in noted if row.done_on is None),
    ]
    return tuple(sorted(found, key=lambda item: (item.due is None, item.due or date.max, item.given_on)))


def _latest_reports(session: Session) -> dict[int, str]:
    found = session.execute(
        select(CommissionReport, Meeting.day)
        .join(Meeting, Meeting.id == CommissionReport.meeting_id)
        .order_by(Meeting.day, CommissionReport.id)
    )
    return {report.commission_id: ". ".join(filter(None, (str(day), report.note))) for report, day in found}


def _commission(row: CommissionRow, today: date, latest: str) -> OpenItem:
    waits = row.status is CommissionStatus.REPORTED
    return OpenItem(
        target=f"commission:{row.id}",
        number=row.number,
        text=row.title,
        group=row.group,
        responsible=row.responsible,
        decision=row.decision,
        given_on=row.given_on,
        due=row.due,
        when=row.when,
        state=tr("väntar på godkännande") if waits else row.outcome,
        days_over=_days_over(row.due, today) if row.late else 0,
        latest_report=latest,
    )


def _task(row: TaskRow, today: date) -> OpenItem:
    return OpenItem(
        target=f"task:{row.id}",
        number="",
        text=row.text,
        group=row.group,
        responsible=row.responsible,
        decision="",
        given_on=row.noted_on,
        due=row.due,
        when=row.when,
        state=tr("försenad") if row.late else tr("att göra"),
        days_over=_days_over(row.due, today) if row.late else 0,
        latest_report="",
    )


def _days_over(due: date | None, today: date) -> int:
    return (today - due).days if due else 0
