"""Gathering what the plan of a working year says."""

from collections.abc import Iterator

from sqlalchemy import select
from sqlalchemy.orm import Session

from samverkan_desktop.documents.year_plan import PlannedMeeting, YearPlan
from samverkan_desktop.i18n import tr
from samverkan_desktop.models.agreement import Agreement
from samverkan_desktop.models.decision import Decision
from samverkan_desktop.models.group import Group
from samverkan_desktop.models.year_plan import YearPlan as StoredPlan
from samverkan_desktop.services import meeting
from samverkan_desktop.services.meeting import MeetingRow
from samverkan_desktop.services.organisation import bound_in
from samverkan_desktop.services.period import year_labelled
from samverkan_desktop.services.scope import of_groups
from samverkan_desktop.services.workspace import Workspace
from samverkan_desktop.services.year_wheel import wheel_of
from samverkan_desktop.vocabulary import MeetingKind, MeetingStatus, PlanStatus

_HELD = (MeetingStatus.HELD, MeetingStatus.FINISHED, MeetingStatus.SENT)


def content(work: Workspace, agreement_id: int, period: str, group_id: int | None = None) -> YearPlan:
    """Return what the plan of a working year says.

    Args:
        work: the open archive.
        agreement_id: the agreement.
        period: label of the working year.
        group_id: only this group's plan; every group's where None.
    """
    with work.read() as session:
        agreement = session.get_one(Agreement, agreement_id)
        year = year_labelled(agreement, period)
        rows = [
            row
            for row in meeting.rows_in(session, agreement_id, group_id)
            if row.day in year and row.status is not MeetingStatus.CANCELLED
        ]
        several = len({row.group_id for row in rows}) > 1
        return YearPlan(
            organisation=agreement.municipality,
            parties=bound_in(session, agreement_id),
            agreement=agreement.title,
            group=session.get_one(Group, group_id).full_name if group_id is not None else "",
            title=tr("Årsplan {period}", period=year.label),
            issued=work.today,
            state=tuple(_states(session, agreement_id, group_id, year.label)),
            wheel=wheel_of(session, agreement_id, year, work.today, group_id),
            meetings=tuple(_planned(row, several=several) for row in rows),
        )


def _states(session: Session, agreement_id: int, group_id: int | None, period: str) -> Iterator[str]:
    chosen = (
        select(StoredPlan, Group.name)
        .join(Group, Group.id == StoredPlan.group_id)
        .where(StoredPlan.period == period, *of_groups(agreement_id, group_id))
        .order_by(Group.id)
    )
    for plan, group in session.execute(chosen):
        decision = session.get(Decision, plan.decision_id) if plan.decision_id else None
        if plan.status is PlanStatus.DRAFT:
            yield tr("{group}: utkast, inte beslutad än.", group=group)
        elif decision is not None:
            number = decision.number
            yield tr("{group}: beslutad {day}, {number}.", group=group, day=plan.decided_on, number=number)
        else:
            yield tr("{group}: beslutad {day}.", group=group, day=plan.decided_on)


def _planned(row: MeetingRow, *, several: bool) -> PlannedMeeting:
    remarks = [row.area] if row.area else []
    remarks += [tr("hållet")] if row.status in _HELD else []
    return PlannedMeeting(
        name=tr("extra") if row.kind is MeetingKind.EXTRA else str(row.number),
        group=row.group if several else "",
        day=row.day,
        starts=row.starts,
        ends=row.ends,
        place=row.place,
        remark=", ".join(remarks),
    )
