"""The list of what is open (balanslista): commissions not reported and tasks not done, by their last day."""

from dataclasses import dataclass
from datetime import date

from sqlalchemy import select

from samverkan_desktop.i18n import tr
from samverkan_desktop.models.commission import CommissionReport
from samverkan_desktop.models.meeting import Meeting
from samverkan_desktop.services import commission, task
from samverkan_desktop.services.workspace import Workspace


@dataclass(frozen=True)
class OpenItem:
    """A commission or a task that is open.

    ``number`` is the commission's, empty for a task; ``days_over`` how many days its last day has passed by,
    0 where it has not; ``latest_report`` the newest report of a commission, with its note; ``target`` its
    place in the window.
    """

    target: str
    number: str
    text: str
    group: str
    responsible: str
    given_on: date
    due: date | None
    when: str
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
        reports = {
            report.commission_id: ". ".join(filter(None, (str(day), report.note)))
            for report, day in session.execute(
                select(CommissionReport, Meeting.day)
                .join(Meeting, Meeting.id == CommissionReport.meeting_id)
                .order_by(Meeting.day, CommissionReport.id)
            )
        }
        given = commission.rows_in(session, work.today, agreement_id, group_id)
        noted = task.rows_in(session, work.today, agreement_id, group_id)
    found = [
        OpenItem(
            f"commission:{row.id}", row.number, row.title, row.group, row.responsible, row.given_on, row.due,
            row.when, _days_over(row.due, work.today), reports.get(row.id, ""),
        )
        for row in given
        if row.reported_on is None
    ]  # fmt: skip
    found += [
        OpenItem(
            f"task:{row.id}", "", row.text, row.group, row.responsible, row.noted_on, row.due,
            row.when or tr("ingen tid sagd"), _days_over(row.due, work.today), "",
        )
        for row in noted
        if row.done_on is None
    ]  # fmt: skip
    return tuple(sorted(found, key=lambda item: (item.due is None, item.due or date.max, item.given_on)))


def _days_over(due: date | None, today: date) -> int:
    return max((today - due).days, 0) if due else 0
