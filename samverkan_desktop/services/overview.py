"""What stands on the first page: the next meeting, what needs action, and the year."""

from dataclasses import dataclass
from datetime import date

from sqlalchemy import select
from sqlalchemy.orm import Session

from samverkan_desktop.documents.year_wheel import YearWheel
from samverkan_desktop.models.agreement import Agreement
from samverkan_desktop.rules.finding import Finding, Status, worst_first
from samverkan_desktop.services import meeting
from samverkan_desktop.services.agreement import calendar_of, last_day
from samverkan_desktop.services.check import by_obligation, findings_of_year
from samverkan_desktop.services.meeting import MeetingRow
from samverkan_desktop.services.period import year_labelled
from samverkan_desktop.services.workspace import Workspace
from samverkan_desktop.services.year_wheel import wheel_of
from samverkan_desktop.vocabulary import MeetingStatus

_HELD = (MeetingStatus.HELD, MeetingStatus.FINISHED, MeetingStatus.SENT)


@dataclass(frozen=True)
class Overview:
    """The state of a working year.

    ``next_meeting`` is the first meeting whose minutes are not sent, ``days_left`` the days until
    it (negative where it has been); ``fulfilled`` of ``total`` obligations judged are in order.
    ``years`` are the labels of those in which a meeting was held, oldest first.
    ``elsewhere`` are the findings of the archive's other agreements, in the year that each is in.
    """

    next_meeting: MeetingRow | None
    days_left: int | None
    findings: tuple[Finding, ...]
    elsewhere: tuple[Finding, ...]
    fulfilled: int
    total: int
    wheel: YearWheel
    years: tuple[str, ...] = ()


def overview(work: Workspace, agreement_id: int, period: str, group_id: int | None = None) -> Overview:
    """Return the state of a working year.

    Args:
        work: the open archive.
        agreement_id: the agreement.
        period: label of the working year.
        group_id: only what concerns this group; every group where None.

    Raises:
        UserError: the label names no working year of the agreement.
    """
    with work.read() as session:
        agreement = session.get_one(Agreement, agreement_id)
        year = year_labelled(agreement, period)
        found = findings_of_year(session, agreement, year, work.today, group_id)
        own = meeting.rows_in(session, agreement_id, group_id)
        rows = [row for row in own if row.period == year.label]
        wheel = wheel_of(session, agreement_id, year, work.today, group_id)
        elsewhere = _elsewhere(session, agreement_id, work.today)
    unfinished = [row for row in rows if row.status not in (MeetingStatus.SENT, MeetingStatus.CANCELLED)]
    following = unfinished[0] if unfinished else None
    statuses = [standing.status for standing in by_obligation(found)]
    fulfilled = statuses.count(Status.FULFILLED)
    return Overview(
        next_meeting=following,
        days_left=(following.day - work.today).days if following else None,
        findings=found,
        elsewhere=elsewhere,
        fulfilled=fulfilled,
        total=fulfilled + statuses.count(Status.BREACHED) + statuses.count(Status.AT_RISK),
        wheel=wheel,
        years=tuple(dict.fromkeys(row.period for row in own if row.status in _HELD)),
    )


def _elsewhere(session: Session, agreement_id: int, today: date) -> tuple[Finding, ...]:
    found: list[Finding] = []
    for other in session.scalars(
        select(Agreement).where(Agreement.id != agreement_id).order_by(Agreement.id)
    ):
        day = max(min(today, last_day(other) or today), other.starts)
        found += findings_of_year(session, other, calendar_of(other).of(day), today)
    return tuple(sorted(found, key=worst_first))
